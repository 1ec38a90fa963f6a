"""Text: where glyphs stand, how they are inked, what comes out again."""

import re
from hashlib import sha256

import pdf_facts
import pytest
from msgspec.structs import replace
from pdf_facts import COPY
from pdf_scenes import BLEED, SONG, Shelf, line, page

from layout.backends.pdf import render
from layout.scene.items import GlyphRun
from layout.style import Colour
from layout.units import MM, PT, to_pt


def made(faces, *items) -> bytes:
    return render((page(*items),), faces, Shelf())


def joined(text: str) -> str:
    """Without the line ends and spaces, which poppler makes from places and not from the copy."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("size", (5 * PT, 9 * PT, 10 * PT + PT // 2, 133_217, 30 * PT, 96 * PT, 200 * PT))
@pytest.mark.parametrize("scale", (1000, 873))
def test_no_glyph_is_off_by_a_two_hundredth_of_a_point(faces, size, scale):
    run = line(
        faces, "行首，“引文”一二三四五六七八九十Affi 12.5%末", 7_123, 60 * MM, size, gap=37, scale=scale
    )
    found = pdf_facts.shown(pdf_facts.open_pdf(made(faces, run)))
    assert len(found) == len(run.glyphs)
    for at, x in zip(found, run.xs):
        assert at.x == pytest.approx(to_pt(run.x + x - BLEED.x), abs=0.005)
        assert at.y == pytest.approx(to_pt(BLEED.bottom - run.y), abs=0.001)


def test_turned_type_runs_down(faces):
    run = line(faces, "Down下", 50 * MM, 20 * MM, 12 * PT, turn=90)
    opened = pdf_facts.open_pdf(made(faces, run))
    for at, down in zip(pdf_facts.shown(opened), run.xs):
        assert at.x == pytest.approx(to_pt(run.x - BLEED.x), abs=0.001)
        assert at.y == pytest.approx(to_pt(BLEED.bottom - run.y - down), abs=0.005)
    matrix = next(operands for op, operands in pdf_facts.operators(opened) if op == "Tm")
    assert matrix[:4] == ("0", "-1", "1", "0")


def test_upright_glyphs_hang_centred_from_the_top_of_their_square(faces):
    run = line(faces, "竖排", 50 * MM, 20 * MM, 20 * PT, vertical=True)
    first, second = pdf_facts.shown(pdf_facts.open_pdf(made(faces, run)))
    assert first.x == second.x == pytest.approx(to_pt(run.x - BLEED.x) - 10, abs=0.001)
    # the vertical origin of a Han glyph in this face is 880 units above its baseline
    assert first.y == pytest.approx(to_pt(BLEED.bottom - run.y) - 17.6, abs=0.001)
    assert first.y - second.y == pytest.approx(20, abs=0.001)


def test_a_condensed_upright_glyph_stays_centred(faces):
    run = line(faces, "竖", 50 * MM, 20 * MM, 20 * PT, vertical=True, scale=800)
    (only,) = pdf_facts.shown(pdf_facts.open_pdf(made(faces, run)))
    assert only.x == pytest.approx(to_pt(run.x - BLEED.x) - 8, abs=0.001)


def test_black_text_is_black_ink_alone(faces):
    opened = pdf_facts.open_pdf(made(faces, line(faces, "黑", 0, 9 * MM)))
    inks = [operands for op, operands in pdf_facts.operators(opened) if op in ("k", "g", "rg", "scn")]
    assert inks == [("0", "0", "0", "1")]


def test_an_ink_is_named_only_when_it_changes(faces):
    red = Colour((0, 1000, 1000, 0))
    runs = [line(faces, "字", 0, 9 * MM, colour=c) for c in (red, red, Colour(), red)]
    names = [op for op, _ in pdf_facts.operators(pdf_facts.open_pdf(made(faces, *runs)))]
    assert names.count("k") == 3 and names.count("Tf") == 1


def test_a_spot_colour_is_a_separation(faces):
    gold = Colour((0, 250, 800, 150), "Pantone 871 金")
    opened = pdf_facts.open_pdf(made(faces, line(faces, "金", 0, 9 * MM, colour=gold)))
    ((key, space),) = opened.pages[0].Resources.ColorSpace.items()
    assert str(space[0]) == "/Separation" and str(space[2]) == "/DeviceCMYK"
    assert str(space[1]) == "/Pantone 871 金"
    assert [float(v) for v in space[3].C1] == [0, 0.25, 0.8, 0.15]
    assert ("cs", (key,)) in pdf_facts.operators(opened)


def test_the_copy_comes_back_in_order(pdf, scene, tmp_path):
    runs = [
        run for item in scene.items for run in getattr(item, "items", (item,)) if isinstance(run, GlyphRun)
    ]
    copy = "".join("".join(run.texts) for run in runs)
    assert joined(pdf_facts.poppler_text(pdf, tmp_path)) == joined(copy)
    assert joined(pdf_facts.pdfium_text(pdf)) == joined(copy)


def test_a_line_comes_back_character_for_character(faces, tmp_path):
    data = made(faces, line(faces, COPY, 10 * MM, 12 * MM))
    assert pdf_facts.poppler_text(data, tmp_path).rstrip("\n\f") == COPY
    assert pdf_facts.pdfium_text(data) == COPY


@pytest.mark.parametrize("gap", (101, 300, 1500))
def test_letterspaced_text_comes_back_without_spaces(faces, tmp_path, gap):
    data = made(faces, line(faces, "疏排标题 二", 10 * MM, 40 * MM, 20 * PT, gap=gap))
    assert pdf_facts.poppler_text(data, tmp_path).rstrip("\n\f") == "疏排标题 二"
    assert pdf_facts.pdfium_text(data) == "疏排标题 二"


def test_one_glyph_with_two_texts(faces, tmp_path):
    """U+2F00 KANGXI RADICAL ONE looks like U+4E00, and a face may show both with one glyph."""
    one = faces.face(SONG).glyph("一")
    runs = [
        GlyphRun(SONG, 10 * PT, 9 * MM, y * MM, (one,), (0,), (said,))
        for y, said in ((9, "\u2f00"), (18, "一"))
    ]
    data = made(faces, *runs)
    assert joined(pdf_facts.poppler_text(data, tmp_path)) == "\u2f00一"
    assert data.count(b"endobj") and pdf_facts.fonts(pdf_facts.open_pdf(data))["/F1"].to_unicode[one] == "一"


def test_clusters_of_several_glyphs_and_glyphs_of_several_characters(faces, tmp_path):
    glyph = faces.face(SONG).glyph
    run = GlyphRun(
        SONG, 10 * PT, 9 * MM, 9 * MM,
        (glyph("e"), glyph("´"), glyph("f"), glyph("字")), (0, 60_000, 120_000, 200_000),
        ("é", "", "ffi", "字"),
    )  # fmt: skip
    data = made(faces, run)
    assert joined(pdf_facts.poppler_text(data, tmp_path)) == "éffi字"
    texts = pdf_facts.fonts(pdf_facts.open_pdf(data))["/F1"].to_unicode
    assert texts[glyph("f")] == "ffi" and texts[glyph("e")] == "é"


def test_glyphs_without_text_say_nothing(faces, tmp_path):
    ornament = GlyphRun(SONG, 10 * PT, 9 * MM, 9 * MM, (faces.face(SONG).glyph("◆"),), (0,), ("",))
    data = made(faces, ornament, line(faces, "文", 9 * MM, 20 * MM))
    assert joined(pdf_facts.poppler_text(data, tmp_path)) == "文"


def test_characters_beyond_the_first_plane(faces, tmp_path):
    data = made(faces, line(faces, "𠮷野", 9 * MM, 9 * MM))
    assert joined(pdf_facts.poppler_text(data, tmp_path)) == "𠮷野"


def test_an_empty_run_is_nothing(faces):
    empty = GlyphRun(SONG, 10 * PT, 0, 0, (), (), ())
    assert (
        pdf_facts.operators(pdf_facts.open_pdf(made(faces, empty, line(faces, "文", 0, 9 * MM))))[-1][0]
        == "ET"
    )


def test_a_line_does_not_change_with_other_text(faces):
    """Codes are the face's own glyph ids, so the operators of a line are the same in every edition."""

    def first_line(*others: str) -> str:
        runs = [line(faces, text, 9 * MM, (9 + 9 * i) * MM) for i, text in enumerate(("不变的行", *others))]
        ops = pdf_facts.operators(pdf_facts.open_pdf(made(faces, *runs)))
        return sha256(repr(ops[: [op for op, _ in ops].index("ET")]).encode()).hexdigest()

    assert first_line() == first_line("别的文字，很多很多", "一")


@pytest.mark.parametrize("gap", (-500, -250, -100, 50, 100, 125))
def test_squeezed_and_spaced_lines_come_back(faces, tmp_path, gap):
    """Marks that lost half their body, Latin letters an eighth of an em from Han."""
    text = "《规划》，“好”GDP从国务院"
    whole = line(faces, text, 10 * MM, 40 * MM)
    moved = [0]
    for i in range(1, len(text)):
        step = whole.xs[i] - whole.xs[i - 1]
        moved.append(moved[-1] + step + (gap * whole.size // 1000 if i in (4, 8, 11) else 0))
    data = made(faces, replace(whole, xs=tuple(moved)))
    assert joined(pdf_facts.poppler_text(data, tmp_path)) == text
    assert pdf_facts.pdfium_text(data) == text
