"""Files of other programs, whole ones and wrecks: every one gets an answer."""

import random
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from layout.backends.pdf.inspect import inspect
from layout.backends.pdf.inspect.fonts import font_facts
from layout.preflight.runner import check_file
from layout.sheet import upon

ROOT = Path(__file__).parents[2]


def office(pages: int = 1) -> bytes:
    """What an office program makes: RGB, an unembedded font, no intent, no trim."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(pages):
        canvas.setFont("Helvetica", 12)
        canvas.setFillColorRGB(0.2, 0.2, 0.8)
        canvas.drawString(72, 700, f"Advertisement {number}")
        canvas.setLineWidth(0.1)
        canvas.line(72, 690, 300, 690)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_an_office_file():
    found = {(one.code, one.severity) for one in check_file(office(), "ad.pdf")}
    assert found == {("P203", "error"), ("P215", "warning"), ("P216", "warning"), ("P116", "error")}


def test_pages_have_addresses():
    found = check_file(office(2), "ad.pdf")
    assert [one.where.document for one in found if one.code == "P116"] == ["ad.pdf#page=1", "ad.pdf#page=2"]
    assert [one.where.document for one in found if one.code == "P203"] == ["ad.pdf"]


def test_the_words_are_quoted():
    (found,) = (one for one in check_file(office(), "ad.pdf") if one.code == "P215")
    assert found.facts["words"] == "Advertisemen"
    assert found.facts["x"] == pytest.approx(25.4, abs=0.1)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"no PDF at all" * 99, b"\x89PNG\r\n\x1a\n"])
def test_no_pdf(data):
    assert [one.code for one in check_file(data, "ad.pdf")] == ["P200"]


def test_a_file_cut_short_says_something():
    data = office()
    for end in range(20, len(data), 97):
        assert check_file(data[:end], "ad.pdf")


def test_wrecks_get_an_answer(good):
    """Bytes changed at random, in a file whose streams are laid open."""
    out = BytesIO()
    with pikepdf.open(BytesIO(good["pdf/a-2a"])) as pdf:
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    whole = out.getvalue()
    for seed in range(60):
        dice = random.Random(seed)
        wreck = bytearray(whole)
        for _ in range(dice.choice((1, 10, 100))):
            wreck[dice.randrange(len(wreck))] = dice.choice(b"0123456789-.[]<>()/ R")
        check_file(bytes(wreck), "wreck.pdf")


# --- contents that a reader must get right or survive ------------------------------------------------------


def page_with(content: bytes, **resources: object) -> Pdf:
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    pdf.pages[0].obj.Resources = Dictionary(**resources)
    pdf.pages[0].obj.Contents = Stream(pdf, content)
    return pdf


def facts(pdf: Pdf):
    out = BytesIO()
    pdf.save(out)
    return inspect(out.getvalue()).pages[0]


def form(pdf: Pdf, content: bytes, **entries: object) -> pikepdf.Object:
    made = Stream(pdf, content)
    made.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 300]), **entries
    )
    return pdf.make_indirect(made)


def test_forms_are_read_with_their_matrix():
    pdf = page_with(b"q /A Do Q 1 w 0 0 m 9 9 l S")
    inner = form(pdf, b"4 w 10 10 m 20 20 l S", Matrix=Array([0.5, 0, 0, 0.5, 0, 0]))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=inner))
    assert [stroke.weight for stroke in facts(pdf).sheet.strokes] == [2 * 12700, 12700]


def test_a_form_within_itself_ends():
    pdf = page_with(b"/A Do")
    inner = form(pdf, b"/A Do 1 w 0 0 m 9 9 l S")
    inner.Resources = Dictionary(XObject=Dictionary(A=inner))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=inner))
    assert len(facts(pdf).sheet.strokes) == 1


def test_forms_that_multiply_end():
    """Twelve forms, each showing the next one ten times."""
    pdf = page_with(b"/A Do")
    inner = form(pdf, b"1 w 0 0 m 9 9 l S")
    for _ in range(11):
        inner = form(pdf, b"/A Do " * 10, Resources=Dictionary(XObject=Dictionary(A=inner)))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=inner))
    assert facts(pdf).broken


def test_ranges_without_end():
    pdf = page_with(b"BT /F 9 Tf <00010002> Tj ET")
    endless = b"1 beginbfrange " + b"<0000> <FFFFFFFF> <0041> " * 50 + b"endbfrange"
    below = Dictionary(Subtype=Name.CIDFontType2, W=Array([0, 2**30, 500] * 50))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        DescendantFonts=Array([below]),
        ToUnicode=pdf.make_indirect(Stream(pdf, endless)),
    )
    pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=font))
    (letters,) = facts(pdf).sheet.letters
    assert letters.words == "BC"


def test_what_is_clipped_away_or_off_the_page_is_not_there():
    content = b"q 0 0 10 10 re W n 1 0 0 rg 50 50 10 10 re f Q 0 1 0 rg 400 400 9 9 re f 0 g 20 20 9 9 re f"
    (tint,) = facts(page_with(content)).sheet.tints
    assert tint.inks.cmyk == (0, 0, 0, 1000)


def test_invisible_text_is_not_there():
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    content = b"BT /F 5 Tf 3 Tr 20 20 Td (unseen) Tj 0 Tr 0 20 Td (seen) Tj ET"
    (letters,) = facts(page_with(content, Font=Dictionary(F=font))).sheet.letters
    assert (letters.words, letters.count) == ("seen", 4)


def test_colour_spaces_by_name_array_and_profile():
    pdf = page_with(
        b"/A cs 0.5 scn 10 10 9 9 re f /B cs 1 0.5 scn 30 10 9 9 re f /C cs 0 1 0 0 scn 50 10 9 9 re f"
        b" /D cs 0.1 0.2 0.3 scn 70 10 9 9 re f /E cs 3 scn 90 10 9 9 re f"
    )
    profile = pdf.make_indirect(Stream(pdf, b""))
    profile.N = 4
    blend = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    spaces = Dictionary(
        A=Array([Name.Separation, Name("/专红"), Name.DeviceCMYK, blend]),
        B=Array([Name.DeviceN, Array([Name.Black, Name.Gold]), Name.DeviceCMYK, blend]),
        C=Array([Name.ICCBased, profile]),
        D=Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])]),
        E=Array([Name.Indexed, Name.DeviceRGB, 3, bytes(12)]),
    )
    pdf.pages[0].obj.Resources = Dictionary(ColorSpace=spaces)
    found = [(tint.inks.space, tint.inks.words) for tint in facts(pdf).sheet.tints]
    assert found == [
        ("inks", "专红 50"),
        ("inks", "K100 Gold 50"),
        ("inks", "M100"),
        ("rgb", "0"),
    ]


def test_operands_that_make_no_sense_are_passed_over():
    content = b"(x) w [1] cm /No gs /No Do 1 2 Td q Q Q /F Tf 1 w 9 9 m 20 20 l S"
    assert len(facts(page_with(content)).sheet.strokes) == 1


def test_a_scaled_page_is_measured_as_it_is_printed():
    pdf = page_with(b"1 w 9 9 m 20 20 l S")
    pdf.pages[0].obj.UserUnit = 2
    assert facts(pdf).sheet.strokes[0].weight == 2 * 12700


@pytest.mark.parametrize(
    ("content", "over"),
    [
        ("/On gs TINT 0 0 0 1 k TYPE", True),
        ("/On gs TINT 0 0 0 1 K 1 w 30 30 m 60 30 l S", True),
        ("TINT 0 0 0 1 k TYPE", False),  # it knocks out
        ("/Fill gs TINT 0 0 0 1 k TYPE", True),
        ("/Fill gs TINT 0 0 0 1 K 1 w 30 30 m 60 30 l S", False),  # only fills overprint
        ("/Old gs TINT 0 0 0 1 k TYPE", False),  # in mode 0 no ink asked for is white
        ("/On gs TINT /Off gs 0 0 0 1 k TYPE", False),
        ("/On gs TINT 0 0 0 0 k 25 25 50 50 re f 0 0 0 1 k TYPE", False),  # something white between
        (
            "/On gs 0.8 0.5 0.5 0 k 20 20 m 99 20 l 99 99 l 20 99 l h 25 25 m 25 95 l 95 95 l 95 25 l f TYPE",
            False,
        ),
    ],
)
def test_what_type_and_lines_overprint(content, over):
    """The tint's ink counts where black is printed upon it, and nowhere else: not in the hole of a frame."""
    pdf = page_with(
        content.replace("TINT", "0.8 0.5 0.5 0 k 20 20 80 80 re f")
        .replace("TYPE", "BT /F 9 Tf 30 30 Td (A) Tj ET")
        .encode(),
        Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)),
        ExtGState=Dictionary(
            On=Dictionary(OP=True, OPM=1),
            Fill=Dictionary(OP=False, op=True, OPM=1),
            Old=Dictionary(OP=True),
            Off=Dictionary(OP=False),
        ),
    )  # fmt: skip
    sheet = facts(pdf).sheet
    (mark,) = (*sheet.letters, *sheet.strokes)
    assert (upon(mark.inks, mark.under).total > 2400) is over


def test_a_file_of_another_typesetter():
    """Its fonts are TrueType with CIDs for glyph numbers, and bare CFF: none is damaged, none has wrong widths."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    text = '#set text(font: ("Noto Serif SC", "Libertinus Serif"), lang: "zh")\n= 雨情 Rain\n小雨 fi #text(blue)[蓝]'
    data = typst.compile(text.encode(), font_paths=[str(ROOT / "fonts")])
    assert {font.wrong_widths for font in inspect(data).fonts} == {0}
    assert {one.code for one in check_file(data, "ad.pdf")} == {"P215", "P216"}


@pytest.mark.parametrize(
    ("font", "mapped"),
    [
        ({"Subtype": Name.Type1, "BaseFont": Name("/Times-Roman")}, True),
        ({"Subtype": Name.Type1, "BaseFont": Name("/ABCDEF+Own")}, False),
        ({"Subtype": Name.Type1, "Encoding": Name.WinAnsiEncoding}, True),
        ({"Subtype": Name.Type1, "Encoding": Dictionary(Differences=Array([65, Name.A, Name.eacute]))}, True),
        ({"Subtype": Name.Type1, "Encoding": Dictionary(Differences=Array([65, Name.g12]))}, False),
        ({"Subtype": Name.Type3, "Encoding": Dictionary(Differences=Array([65, Name.A]))}, False),
        (
            {"Subtype": Name.Type0, "Encoding": Name("/GBK-EUC-H"), "DescendantFonts": Array([Dictionary()])},
            True,
        ),
        (
            {
                "Subtype": Name.Type0,
                "Encoding": Name("/Identity-H"),
                "DescendantFonts": Array([Dictionary()]),
            },
            False,
        ),
    ],
)
def test_whether_text_can_be_had_of_a_font(font, mapped):
    assert font_facts(Dictionary(Type=Name.Font, **font), ()).mapped is mapped
