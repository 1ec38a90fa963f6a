"""Text that nobody should write: a clear finding or a right setting, never a crash."""

import pytest

from layout.paragraph.break_ import break_, natural_width
from layout.paragraph.place import place
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import LONGEST, ShapedParagraph, Span
from layout.units import PT

EM = 10 * PT
LIBRARY = SquareLibrary()


def _shape(text: str, vertical: bool = False) -> ShapedParagraph:
    direction = "vertical" if vertical else "horizontal"
    style = TextStyle("body", "square", EM, EM, direction=direction, setting=Setting())
    return shape((Span(text, style),), LIBRARY)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("甲\x00\x07乙", ["T102"]),
        ("甲\ud83d乙", ["T101"]),
        ("甲\udc00\ud800乙", ["T101"]),
        ("\x1b[31m红", ["T102"]),
        ("甲\u202e乙\u202c\u2066丙\u2069", []),
        ("葛\U000e0100城，A\ufe0f。", []),
        ("👨\u200d👩\u200d👧与👍🏽和🇨🇳", []),
        ("\ue000与\U000f0000", []),
        ("e\u0301" * 40, []),
        ("\u0301\u0301甲", []),
        ("\ufeff甲\u200b乙\u2060丙", []),
        ("甲\u2028乙\u2029丙", []),
        ("\U0010ffff\ufffe", []),
        ("\u061c\u200f\u200e甲", []),
    ],
)
@pytest.mark.parametrize("vertical", [False, True])
def test_odd_characters(text: str, codes: list[str], vertical: bool) -> None:
    shaped = _shape(text, vertical)
    assert [found.code for found in shaped.diagnostics] == codes
    lines = break_(shaped, ((1, 4 * EM),)).value
    printed = "".join(t for line in lines for run in place(shaped, line) for t in run.texts)
    assert len(printed) == len([c for c in text if c not in "\u2028\u2029"])


def test_what_prints_nothing_takes_no_room() -> None:
    assert natural_width(_shape("甲\u202e乙\x07丙\ufeff")) == 3 * EM


def test_a_flag_and_a_family_are_not_cut() -> None:
    shaped = _shape("甲👨\u200d👩\u200d👧乙")
    assert [cell.text for cell in shaped.cells] == ["甲", "👨\u200d👩\u200d👧", "乙"]


@pytest.mark.parametrize(
    "piece", ["河", "x", "1", "，", "—", "“", "！", "\u0301", "甲\u2060", " ", "\ud800", "’a"]
)
def test_a_file_that_is_no_paragraph(piece: str) -> None:
    """10 MB without a break: what is beyond any newspaper's paragraph is refused, and said."""
    text = piece * (10_000_000 // len(piece.encode("utf-8", "surrogatepass")))
    shaped = _shape(text)
    assert len(shaped.text) == LONGEST
    found = next(f for f in shaped.diagnostics if f.code == "T107")
    assert (found.severity, found.facts["left_out"]) == ("error", len(text) - LONGEST)


@pytest.mark.parametrize("text", ["    ", "\u3000\u3000", "甲\n  \n乙", "\u200b \u00a0", "\r\n \x0b"])
def test_spaces_alone_are_nothing(text: str) -> None:
    for line in break_(_shape(text), ((1, 4 * EM),)).value:
        assert 0 <= line.width <= EM and line.natural >= 0


def test_just_below_the_limit() -> None:
    lines = break_(_shape("河东夜校" * (LONGEST // 4)), ((1, 13 * EM),)).value
    assert sum(line.end - line.start for line in lines) == LONGEST
