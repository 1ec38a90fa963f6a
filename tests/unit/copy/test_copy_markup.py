"""Bodies: their blocks and findings, and what holds for any text."""

from pathlib import Path
from string import Formatter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.catalogue.c import ENTRIES
from layout.copy.markup import read_body

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/markup.yaml").read_text("utf-8"))
ODD = [("\x07", "C001"), ("\ud800", "C002"), ("\u202e", "C003"), ("\u200b", "C004"), ("\xad", "C004")]
ODD += [("\ufeff", "C004"), ("\xa0", "C005"), ("\t", "C005"), ("\u2028", "C005"), ("\ufffd", "C006")]

PARTS = [
    *"汉字本报讯，。“”（）(),.!?#*_~`[]{}<>&\\|=-+＃＊》－　 \n\r\t19",
    "\n\n",
    "## ",
    "**",
    "> ",
    "- ",
    "1. ",
    "---\n",
]
PARTS += [
    "](u)",
    "](http://x)",
    "```",
    "![",
    "[^1]",
    "{.dots}",
    "本报讯(",
    "<br>",
    "    ",
    "\ufeff",
    "\u200b",
    "\ud800",
    "|-|-|\n",
]
BODIES = st.lists(st.sampled_from(PARTS), max_size=16).map("".join)


def piece_as_data(piece):
    parts = [piece.text, piece.mark, piece.url]
    while parts[-1] == "":
        parts.pop()
    return parts if len(parts) > 1 else parts[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["body"])[:30])
def test_case(case):
    body = case["body"]
    outcome = read_body(body, normalise=not case.get("raw", False))
    blocks = [
        [
            block.kind,
            [piece_as_data(piece) for piece in block.pieces],
            *([block.marker] if block.marker else []),
        ]
        for block in outcome.value.blocks
    ]
    assert blocks == case["blocks"]
    said = [[one.code, body[one.where.at : one.where.at + one.where.length]] for one in outcome.diagnostics]
    assert said == case.get("says", [])
    if "hint" in case:
        assert outcome.diagnostics[0].hint == case["hint"]


def test_all_errors_at_once_in_order():
    body = "# 一\n\n~~二。\n\n![三](x)\n\n### 四"
    found = read_body(body, document="a.md", path=("stories", "x", "body")).diagnostics
    assert [(one.code, one.where.at, one.where.length) for one in found] == [
        ("C010", 0, 1),
        ("C019", 5, 2),
        ("C015", 11, 7),
        ("C010", 20, 3),
    ]
    assert {(one.where.document, one.where.path) for one in found} == {("a.md", ("stories", "x", "body"))}


def test_changes_stand_at_their_place_in_the_source():
    body = "## 标题\n\n**好**,是\n..."
    changes = read_body(body).value.changes
    assert [(one.before, one.after, body[one.at]) for one in changes] == [
        (",", "，", ","),
        ("...", "……", "."),
    ]


def test_normalisation_sees_through_marks():
    assert read_body("**GDP**,*a*增长(**WHO**)").value.blocks[0].text == "GDP,a增长（WHO）"
    assert read_body("增长**,**GDP").value.blocks[0].text == "增长，GDP"


def test_normalisation_off_leaves_the_copy():
    body = '好,是 "x" a...b'
    outcome = read_body(body, normalise=False)
    assert outcome.value.blocks[0].text == body
    assert outcome.value.changes == ()


@pytest.mark.parametrize(("char", "code"), ODD)
def test_odd_characters_are_said(char, code):
    body = f"老街里{char}的夜校。"
    outcome = read_body(body)
    assert [
        (one.code, one.severity, one.where.at, one.where.length)
        for one in outcome.diagnostics
        if one.code != "C108"
    ] == [(code, "warning", 3, 1)]
    assert outcome.value.blocks[0].text == ("老街里�的夜校。" if char == "\ufffd" else "老街里的夜校。")
    assert outcome.value.blocks[0].offsets[-1] == len(body) - 1


@given(BODIES | st.text(max_size=30))
def test_any_text_is_read(text):
    """Never an exception; every character traces to the source or is what a change says; findings lie inside."""
    outcome = read_body(text)
    made = "".join(one.after for one in outcome.value.changes)
    last = -1
    for block in outcome.value.blocks:
        for piece in block.pieces:
            assert piece.text
            assert len(piece.text) == len(piece.offsets)
            for char, at in zip(piece.text, piece.offsets):
                assert at >= last
                last = at
                assert char == text[at] or char in " \n" or char in made
    for one in outcome.diagnostics:
        assert 0 <= one.where.at < len(text)
        assert one.where.at + one.where.length <= len(text)
        assert one.code in ENTRIES


@given(BODIES)
def test_nothing_but_markup_is_left_out(text):
    """With normalisation off every Han character of the source is in the copy once, unless an error says that
    something was refused."""
    outcome = read_body(text, normalise=False)
    if all(one.severity != "error" for one in outcome.diagnostics):
        han = [at for at, char in enumerate(text) if "\u4e00" <= char <= "\u9fff"]
        kept = [
            at for block in outcome.value.blocks for at in block.offsets if "\u4e00" <= text[at] <= "\u9fff"
        ]
        assert kept == han


@pytest.mark.parametrize("code", ENTRIES)
def test_words_of_a_finding(code):
    entry = ENTRIES[code]
    assert entry.zh and entry.en and entry.zh_hint and entry.en_hint and entry.what_zh and entry.what_en

    def fields(template):
        return {name for _, name, _, _ in Formatter().parse(template) if name}

    assert fields(entry.zh) == fields(entry.en)
    assert fields(entry.zh_hint) == fields(entry.en_hint)


@given(BODIES)
def test_findings_have_the_facts_of_their_words(text):
    for one in read_body(text).diagnostics:
        entry = ENTRIES[one.code]
        facts = {**one.facts, "hint": one.hint}
        for template in (entry.zh, entry.en, entry.zh_hint, entry.en_hint):
            template.format(**facts)


def test_a_character_taken_out_leaves_a_table_as_it_is():
    table = "表前\n\n| 区 | 数 |\n|:--|--:|\n| 望川 | 2 |\n|---|---|\n| 合计 | 2 |\n"
    plain, odd = (read_body(text).value.blocks[1] for text in (table, f"\u200b{table}"))
    assert plain.ruled == (2,)
    assert replace(odd, pieces=()) == replace(plain, pieces=())
