"""English words divided at a line's end, by pyphen where it is installed."""

import sys

import pytest

from layout.page.types import PlacedLine
from layout.paragraph.break_ import break_, marked_breaks
from layout.paragraph.place import place
from layout.scene.build import _line
from layout.scene.items import GlyphRun
from layout.style import Direction, Setting, TextStyle
from layout.tag import Tag
from layout.text import hyphenate
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import ShapedParagraph, Span
from layout.units import PT

EM = 10 * PT
LIBRARY = SquareLibrary()


def _shape(text: str, direction: Direction = "horizontal", **options: object) -> ShapedParagraph:
    setting = Setting(**{"hyphenate": True, "autospace_latin": 0} | options)
    style = TextStyle("body", "square", EM, EM, setting=setting, direction=direction)
    return shape((Span(text, style),), LIBRARY)


@pytest.fixture
def _dictionary() -> None:
    pytest.importorskip("pyphen", reason="pyphen is not installed")


@pytest.mark.usefixtures("_dictionary")
@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("看understanding后", "看|un|der|stand|ing|后"),
        ("UNESCO组织", "UNESCO|组|织"),
        ("www.hyphenation.com", "www.hyphenation.com"),
        ("the understanding1", "the |understanding1"),
        ("iPhone手机", "iPhone|手|机"),
    ],
)
def test_where_words_are_divided(text: str, marked: str) -> None:
    assert marked_breaks(_shape(text)) == marked


@pytest.mark.usefixtures("_dictionary")
@pytest.mark.parametrize("algorithm", ["optimal", "greedy"])
def test_the_hyphen_is_set_and_is_no_copy(algorithm: str) -> None:
    shaped = _shape("演员表演extraordinary精彩", algorithm=algorithm)
    first = break_(shaped, ((1, 7 * EM),)).value[0]
    (run,) = place(shaped, first)
    assert "".join(map(chr, run.glyphs)) == "演员表演extra-"
    assert "".join(run.texts) == "演员表演extra"
    assert first.width == 7 * EM
    assert run.xs[-1] + EM // 2 == 7 * EM


@pytest.mark.usefixtures("_dictionary")
def test_in_a_vertical_line_the_hyphen_lies_behind_the_word() -> None:
    shaped = _shape("演员表演extraordinary精彩，NASA来", "vertical")
    assert marked_breaks(shaped) == "演|员|表|演|ex|tra|or|di|nary|精|彩，|NASA|来"
    first = break_(shaped, ((1, 7 * EM),)).value[0]
    runs = [item for item in _line(PlacedLine(shaped, first, 0, 0, Tag())) if isinstance(item, GlyphRun)]
    assert [("".join(map(chr, run.glyphs)), run.turn) for run in runs] == [("演员表演", 0), ("extra-", 90)]
    assert "".join(runs[-1].texts) == "extra" and first.width == 7 * EM
    assert runs[-1].y + runs[-1].xs[-1] + EM // 2 == 7 * EM


def test_off_unless_asked_for() -> None:
    assert marked_breaks(_shape("understanding", hyphenate=False)) == "understanding"


def test_no_dictionary_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyphen", None)
    hyphenate._dictionary.cache_clear()
    try:
        shaped = _shape("看understanding后")
    finally:
        hyphenate._dictionary.cache_clear()
    assert [(f.code, f.severity) for f in shaped.diagnostics] == [("T105", "error")]
    assert marked_breaks(shaped) == "看|understanding|后"
    assert not _shape("没有西文").diagnostics
