"""Normalisation: worked cases, and what holds for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from layout.copy import normalise as module
from layout.copy.normalise import normalise

ROOT = Path(__file__).parents[3]
CASES = yaml.safe_load((ROOT / "tests/cases/normalise.yaml").read_text("utf-8"))
WORKED = ROOT.parent / "shared/cases/typography.yaml"

PARTS = [*"汉字记者文图讯aB9012,.;:!?()（）\"'“”‘’。，：；．％%·•-－—…~～ 　\n《》「」１Ａ／＂@℃年"]
PARTS += [
    "--",
    "...",
    "。。。",
    "http://",
    "www.",
    "记者 ",
    "1,000",
    "(a)",
    "f(",
    "f(x)",
    "8.2",
    "——",
    "……",
    "Tom's ",
]
COPY = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


def worked_cases() -> list[dict[str, str]]:
    if not WORKED.exists():
        return []
    cases = yaml.safe_load(WORKED.read_text("utf-8"))["cases"]
    return [case for case in cases if case["kind"] == "normalize"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']} {case['text'][:12]!r}")
def test_case(case):
    assert normalise(case["text"], case.get("label", False)).text == case.get("is", case["text"])


@pytest.mark.parametrize("case", worked_cases(), ids=lambda case: case["id"])
def test_worked_case(case):
    assert normalise(case["text"]).text == case["expected_text"]


def test_changes_say_what_was_and_what_is():
    result = normalise("好,是 (a)...")
    assert [(one.at, one.before, one.after) for one in result.changes] == [
        (1, ",", "，"),
        (3, " (", "（"),
        (6, ")...", "）……"),
    ]
    assert result.text == "好，是（a）……"
    assert result.offsets == (0, 1, 2, 4, 5, 6, 7, 8)


def test_closed_spaces_are_told_from_borders():
    assert normalise("今天 天气 GDP 好").closed == (2,)


@given(COPY)
def test_normalises_to_itself(text):
    once = normalise(text).text
    assert normalise(once).text == once


@given(COPY | st.text(max_size=20))
def test_changes_make_the_result(text):
    """Nothing but the listed changes happens, so no character is lost and none changes its place."""
    result = normalise(text)
    built, last = "", 0
    for change in result.changes:
        assert change.at >= last
        assert text.startswith(change.before, change.at)
        built += text[last : change.at] + change.after
        last = change.at + len(change.before)
    assert built + text[last:] == result.text


@given(COPY | st.text(max_size=20))
def test_offsets_lead_back(text):
    result = normalise(text)
    changed = {at: one for one in result.changes for at in range(one.at, one.at + len(one.before))}
    assert len(result.offsets) == len(result.text)
    assert list(result.offsets) == sorted(result.offsets)
    for char, at in zip(result.text, result.offsets):
        assert char == text[at] or char in changed[at].after


@given(COPY)
def test_the_quick_search_never_misses(text):
    """Where the search finds nothing to do, the whole work would do nothing."""
    if not module._SUSPECT.search(text):
        from layout.copy.tokens import tokenise
        from layout.copy.units import settle

        assert "".join(settle(tokenise(module._fold(text)), False)[0]) == text
