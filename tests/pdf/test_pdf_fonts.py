"""Embedded fonts of every make: programs, widths, ToUnicode, and that they show something."""

from io import BytesIO

import pdf_facts
import pdf_fonts
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from pdf_scenes import FACES, SONG, Shelf, library, line, page

from layout.backends.pdf import render
from layout.backends.pdf.cff import cids
from layout.backends.pdf.subset import subset
from layout.backends.png import render as png
from layout.font.face import Face, FaceSource
from layout.units import MM, PT

needs_noto = pytest.mark.skipif(
    not pdf_fonts.NOTO_CJK.exists(), reason="needs Debian's fonts-noto-cjk (CFF, in a collection)"
)

LATIN = "ABACAB"
HAN = "新华社〇，A1电"


def source(kind, folder) -> FaceSource:
    """A face of each make, and what to set in it."""
    file = folder / f"{kind}.font"
    match kind:
        case "glyf":
            return FaceSource(kind, pdf_fonts.glyf(file))
        case "glyf of 2048":
            return FaceSource(kind, pdf_fonts.glyf(file, 2048))
        case "variable":
            return FaceSource(kind, pdf_fonts.variable(file), axes=(("wght", 650.0),))
        case "CFF by name":
            return FaceSource(kind, pdf_fonts.named_cff(file))
        case "CFF2":
            return FaceSource(kind, pdf_fonts.cff2(file))
        case "CFF by CID":
            return FaceSource(kind, pdf_fonts.numbered_cff(file, HAN + "无关的字"))
    return FaceSource(kind, str(pdf_fonts.NOTO_CJK), pdf_fonts.SIMPLIFIED)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("glyf", LATIN),
        ("glyf of 2048", LATIN),
        ("variable", LATIN),
        ("CFF by name", LATIN),
        ("CFF2", LATIN),
        pytest.param("CFF by CID", HAN, marks=needs_noto),
        pytest.param("collection", HAN, marks=needs_noto),
    ],
)
def test_every_make_of_font(kind, text, tmp_path):
    fonts = library(**{kind: source(kind, tmp_path)})
    run = line(fonts, text, 20 * MM, 60 * MM, 24 * PT, kind)
    data = render((page(run),), fonts, Shelf())

    opened = pdf_facts.open_pdf(data)
    (facts,) = pdf_facts.fonts(opened).values()
    assert facts.embedded and facts.encoding == "/Identity-H"
    assert facts.kind == ("/CIDFontType2" if kind.startswith(("glyf", "variable")) else "/CIDFontType0")
    assert sorted(facts.to_unicode.values()) == sorted(set(text))
    assert all(abs(facts.real[code] - width) <= 0.5 for code, width in facts.widths.items())
    assert pdf_facts.poppler_text(data, tmp_path).strip() == text
    assert pdf_facts.pdfium_text(data) == text
    assert inked(png(data, 100), run)


def inked(image: bytes, run) -> bool:
    """Whether every glyph of `run` has left ink in its place."""
    from PIL import Image

    picture = Image.open(BytesIO(image)).convert("L")
    dots = 100 / 914_400

    def column(x: int) -> int:
        return round((run.x + x + 3 * MM) * dots)

    ends = (*run.xs[1:], run.xs[-1] + run.size // 2)
    baseline = round((run.y + 3 * MM) * dots)
    rows = baseline - round(run.size * dots), baseline + round(run.size * 0.2 * dots)
    boxes = ((column(a), rows[0], column(b), rows[1]) for a, b in zip(run.xs, ends))
    return all(picture.crop(box).getextrema()[0] < 128 for box in boxes)


def test_a_variable_font_is_pinned(tmp_path):
    fonts = library(v=FaceSource("v", pdf_fonts.variable(tmp_path / "v.ttf"), axes=(("wght", 900.0),)))
    opened = pdf_facts.open_pdf(render((page(line(fonts, "A", 0, 9 * MM, face="v")),), fonts, Shelf()))
    (facts,) = pdf_facts.fonts(opened).values()
    assert list(facts.widths.values()) == [pdf_fonts.ADVANCES["A"] + 100]
    program = opened.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    assert not {"fvar", "gvar", "HVAR"} & set(TTFont(BytesIO(program)).keys())


def test_all_fonts_of_the_page(pdf):
    facts = pdf_facts.fonts(pdf_facts.open_pdf(pdf))
    assert {f.base.split("+")[1] for f in facts.values()} == set(FACES)
    for font in facts.values():
        assert font.embedded
        assert font.widths == font.real
        assert font.to_unicode and all(font.to_unicode.values())


def test_every_glyph_shown_has_its_text(pdf):
    opened = pdf_facts.open_pdf(pdf)
    facts = pdf_facts.fonts(opened)
    names = [operands for op, operands in pdf_facts.operators(opened) if op == "Tf"]
    assert {font for font, _ in names} == set(facts)


def test_the_descriptor(faces):
    opened = pdf_facts.open_pdf(render((page(line(faces, "字A", 0, 9 * MM)),), faces, Shelf()))
    descriptor = opened.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor
    with TTFont(faces.sources[SONG].file, lazy=True) as table:
        assert [int(v) for v in descriptor.FontBBox] == [
            table["head"].xMin, table["head"].yMin, table["head"].xMax, table["head"].yMax,
        ]  # fmt: skip
        assert (
            int(descriptor.Ascent) == table["hhea"].ascent
            and int(descriptor.Descent) == table["hhea"].descent
        )
        assert int(descriptor.CapHeight) == table["OS/2"].sCapHeight
    assert int(descriptor.Flags) == 4 and int(descriptor.StemV) > 0 and float(descriptor.ItalicAngle) == 0
    assert int(descriptor.FontFile2.Length1) == len(descriptor.FontFile2.read_bytes())


def test_the_tag_is_of_the_glyphs(faces):
    def tag(text: str) -> str:
        opened = pdf_facts.open_pdf(render((page(line(faces, text, 0, 9 * MM)),), faces, Shelf()))
        base = str(opened.pages[0].Resources.Font.F1.BaseFont)
        assert base[7] == "+" and base[1:7].isalpha() and base[1:7].isupper()
        return base[1:7]

    assert tag("甲乙") == tag("乙甲甲") != tag("甲丙")


def test_a_program_has_no_glyph_that_is_not_shown(faces):
    cut = subset(faces.face(SONG), {faces.face(SONG).glyph(c): c for c in "永和九年"})
    assert TTFont(BytesIO(cut.program))["maxp"].numGlyphs == 5  # and .notdef
    assert len(cut.program) < 5_000


def test_a_cut_by_characters_is_the_cut_by_glyphs(faces):
    face = faces.face(SONG)
    texts = {face.glyph(c): c for c in "永和九年，2026。"}
    assert subset(face, texts) == subset(face, dict.fromkeys(texts, ""))


def test_cids_of_named_glyphs(tmp_path):
    face = Face(FaceSource("named", pdf_fonts.named_cff(tmp_path / "named.otf")))
    assert cids(face.table("CFF "), 5) is None


@needs_noto
@pytest.mark.parametrize("whole", (True, False))
def test_cids_as_fonttools_reads_them(whole, tmp_path):
    number = pdf_fonts.SIMPLIFIED if whole else 0
    file = str(pdf_fonts.NOTO_CJK) if whole else pdf_fonts.numbered_cff(tmp_path / "cut.otf", HAN)
    face = Face(FaceSource("cid", file, number))
    table, count = face.table("CFF "), face.hb_face.glyph_count
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(table), None)
    names = fonts[0].charset
    assert cids(table, count) == (0, *(int(name.removeprefix("cid")) for name in names[1:]))


@pytest.mark.parametrize(
    ("charset", "expected"),
    [
        (b"\0" + b"\0\7\0\3\1\0", (0, 7, 3, 256)),
        (b"\1" + b"\0\7\1" + b"\1\0\0", (0, 7, 8, 256)),
        (b"\2" + b"\0\7\0\2", (0, 7, 8, 9)),
        (None, (0, 1, 2, 3)),
    ],
)
def test_charsets_of_every_format(charset, expected):
    """A CFF table of nothing but what leads to its charset: header, names, Top DICT with ROS (12 30)."""
    ros = b"\x8b\x8b\x8b\x0c\x1e"
    real = b"\x1e\xe2\xa2\x5f\x0c\x08"  # -2.25 under an operator of no interest
    operands = len(ros) + len(real) + (6 if charset else 0)
    head = b"\1\0\4\1" + b"\0\1\1\1\2n" + b"\0\1\1\1" + bytes([1 + operands])
    place = b"\x1d" + (len(head) + operands).to_bytes(4, "big") + b"\x0f" if charset else b""
    assert cids(head + ros + real + place + (charset or b""), 4) == expected
