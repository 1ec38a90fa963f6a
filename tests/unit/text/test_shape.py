"""Shaping with the built-in fonts: faces, glyphs, and what is forced whatever the font says."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from layout.font.face import FaceSource
from layout.font.library import Family, FontLibrary
from layout.paragraph.break_ import break_, natural_width
from layout.paragraph.place import place
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.types import ShapedParagraph, Span
from layout.units import PT

FONTS = Path(__file__).parents[3] / "fonts"
EM = 9 * PT
FACES = {"song": "NotoSerifSC-Regular.ttf", "hei": "NotoSansSC-Bold.ttf", "kai": "HedongKai-Regular.ttf"}
BODY = TextStyle("body", "song", EM, EM)


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    sources = {name: FaceSource(name, str(FONTS / file)) for name, file in FACES.items()}
    families = {name: Family(name, (name,), fallback=("song",)) for name in FACES}
    return FontLibrary(
        families | {"mixed": Family("mixed", ("song",), latin=("hei",), digits=("kai",))}, sources
    )


def _shape(library: FontLibrary, text: str, family: str = "song", **options: object) -> ShapedParagraph:
    style = replace(BODY, family=family, setting=replace(Setting(), **options))
    return shape((Span(text, style),), library)


@pytest.mark.parametrize("family", FACES)
def test_widths_are_the_rules_not_the_fonts(library: FontLibrary, family: str) -> None:
    cells = {c.text: c.body * 2 / EM for c in _shape(library, "字，（·—～1——……“", family).cells}
    assert cells == {"字": 2, "，": 1, "（": 1, "·": 1, "—": 2, "～": 2, "1": 1, "——": 4, "……": 4, "“": 1}


@pytest.mark.parametrize("family", FACES)
def test_ink_of_marks_is_in_their_bodies(library: FontLibrary, family: str) -> None:
    shaped = _shape(library, "字“字”字‘字’《字》（字）字，字。字：字；字？字！字·字", family)
    for cell in shaped.cells:
        face = library.face(cell.face)
        left, _, right, _ = (cell.shift + edge * EM / face.upem for edge in face.ink(cell.glyph))
        if cell.cls in "OCPSM":
            assert left >= -0.03 * EM and right <= cell.body + 0.03 * EM, cell.text


def test_faces_by_script_and_marks_from_the_han_face(library: FontLibrary) -> None:
    shaped = _shape(library, "用“GDP”2", "mixed")
    assert [(c.text, c.face) for c in shaped.cells] == [
        ("用", "song"), ("“", "song"), ("G", "hei"), ("D", "hei"), ("P", "hei"), ("”", "song"), ("2", "kai"),
    ]  # fmt: skip
    assert [run.start for run in shaped.runs] == [0, 2, 5, 6]


def test_half_width_digits_have_their_own_glyphs(library: FontLibrary) -> None:
    half, proportional = (_shape(library, "1", digits=d).cells[0] for d in ("half", "proportional"))
    assert half.glyph != proportional.glyph and half.body == EM // 2


def test_no_ligature_joins_letters(library: FontLibrary) -> None:
    assert [c.text for c in _shape(library, "office").cells] == list("office")


def test_a_missing_character_is_visible_and_reported(library: FontLibrary) -> None:
    shaped = _shape(library, "字\U0003134a字")
    assert [(f.code, f.where.at, f.facts["code"]) for f in shaped.diagnostics] == [("T101", 1, "U+3134A")]
    assert shaped.cells[1].glyph == library.face("song").glyph("〓")
    assert shaped.cells[1].body == EM
    assert len(_shape(library, "\U0003134a\U0003134a").diagnostics) == 2


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("x\u0301y", []), ("m\u0300甲", []), ("甲\u0301乙", []),
        ("e\u0302a", []),  # one glyph has both
        ("x\u0302y", [1]), ("e\u0302x\u0302", [3]), ("甲\u0302乙", [1]), ("1\u20e3", [1]),
    ],
)  # fmt: skip
def test_an_accent_is_set_over_its_letter_or_told(
    library: FontLibrary, text: str, lacking: list[int]
) -> None:
    shaped = _shape(library, text)
    assert [(f.code, f.where.at) for f in shaped.diagnostics] == [("T101", at) for at in lacking]
    for cell in shaped.cells:
        face, unit = library.face(cell.face), EM / library.face(cell.face).upem
        assert cell.glyph and all(glyph for glyph, _ in cell.more), "no empty box"
        for glyph, shift in cell.more:
            left, _, right, _ = face.ink(glyph)
            assert abs(shift + (left + right) / 2 * unit - cell.body / 2) <= 0.01 * EM


def test_fallback_is_not_reported(library: FontLibrary) -> None:
    shaped = _shape(library, "河\u4e02", "hei")
    assert [c.face for c in shaped.cells] == ["hei", "song"] and not shaped.diagnostics


def test_control_characters_and_surrogates(library: FontLibrary) -> None:
    shaped = _shape(library, "甲\x07乙\ud800")
    assert [f.code for f in shaped.diagnostics][:2] == ["T102", "T101"]
    assert natural_width(shaped) == 3 * EM
    assert shaped.text == "甲\x07乙\ufffd"


def test_marks_meet_across_faces_and_sizes(library: FontLibrary) -> None:
    small = replace(BODY, family="kai", size=EM // 2)
    shaped = shape((Span("讯。", BODY), Span("（记者）", small)), library)
    assert shaped.joints[2].gap == EM // 2
    shaped = shape((Span("讯", BODY), Span("（记者）", small)), library)
    assert shaped.joints[1].gap == EM // 4, "the blank of a mark is as large as the mark"


def test_texts_of_placed_runs_are_the_copy(library: FontLibrary) -> None:
    text = "本报讯（记者 某某）GDP增长8.2%——真快……"
    shaped = _shape(library, text, "mixed")
    lines = break_(shaped, ((1, 9 * EM),), 2 * EM).value
    runs = [run for line in lines for run in place(shaped, line)]
    assert "".join(t for run in runs for t in run.texts) == text
    assert all(len(run.glyphs) == len(run.xs) == len(run.texts) for run in runs)
    assert "".join(shaped.text[run.start : run.end] for run in runs) == text


def test_tracking_and_width_scale(library: FontLibrary) -> None:
    wide = shape((Span("字字字", replace(BODY, tracking=100)),), library)
    assert natural_width(wide) == 3 * EM + 2 * (EM // 10)
    narrow = shape((Span("字，字", replace(BODY, scale=(900, 900))),), library)
    assert natural_width(narrow) == 3 * (EM * 9 // 10)


def test_vertical_words_lie_down(library: FontLibrary) -> None:
    shaped = shape((Span("用iPad看：“GDP”8", replace(BODY, direction="vertical")),), library)
    assert [c.text for c in shaped.cells if c.turned] == ["i", "P", "a", "d", "8"]
    assert [run.turned for run in shaped.runs] == [False, True, False, True]
    upright = shape((Span("：", BODY),), library).cells[0].glyph
    assert shaped.cells[6].glyph != upright, "the colon has its vertical form"
