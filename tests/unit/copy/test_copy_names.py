"""Names, bylines and heads."""

from pathlib import Path

import pytest
import yaml

from layout.copy.heads import read_head
from layout.copy.names import read_byline, read_names, set_byline, space_name

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/names.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["names"], ids=lambda case: str(case["value"]))
def test_names(case):
    value = case["value"]
    names = read_names(tuple(value) if isinstance(value, list) else value)
    assert list(names) == case["names"]
    assert [space_name(name) for name in names] == case["set"]


@pytest.mark.parametrize("case", CASES["bylines"], ids=lambda case: case["value"])
def test_byline(case):
    byline = read_byline(case["value"])
    assert [[one.role, list(one.names), one.work] for one in byline] == case["credits"]
    assert list(set_byline(byline)) == case["set"]


def test_spacing_is_the_same_for_a_name_that_has_it():
    assert space_name("李　楠") == space_name("李 楠") == "李　楠"
    assert space_name("Al") == "Al"


@pytest.mark.parametrize(
    ("value", "text", "groups"),
    [
        ("老街里的夜校", "老街里的夜校", []),
        ("{老街里}的{夜校}", "老街里的夜校", ["老街里", "夜校"]),
        ("送文化 {进社区},{GDP 增长}", "送文化　进社区，GDP增长", ["进社区", "GDP增长"]),
        ('{等等...}"好"', "等等……“好”", ["等等……"]),
        ("上行\n下行 two\nwords", "上行下行two words", []),
    ],
)
def test_head(value, text, groups):
    outcome = read_head(value)
    head = outcome.value
    assert head.text == text
    assert [head.text[start:end] for start, end in head.groups] == groups
    assert len(head.offsets) == len(text)
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("{老街里", [("C040", 0, 1)]),
        ("老街里}", [("C040", 3, 1)]),
        ("{老{街}里", [("C041", 2, 1)]),
        ("老{}街", [("C041", 1, 2)]),
        ("｛老街｝", [("C042", 0, 1), ("C042", 3, 1)]),
        ("\ufeff老}街\u200b", [("C004", 0, 1), ("C040", 2, 1), ("C004", 4, 1)]),
    ],
)
def test_head_findings(value, said):
    found = read_head(value).diagnostics
    assert [(one.code, one.where.at, one.where.length) for one in found] == said
