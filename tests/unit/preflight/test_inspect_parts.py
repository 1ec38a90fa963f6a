"""Pieces of looking into a file, and the two ways to a sheet against each other."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from layout.backends.pdf.inspect import inspect
from layout.backends.pdf.inspect.colour import CMYK, GREY, RGB, ColourSpace, inks
from layout.backends.pdf.inspect.fonts import is_font, texts
from layout.backends.pdf.inspect.widths import cid_widths
from layout.backends.pdf.inspect.xmp import flat
from layout.pipeline import render
from layout.preflight.from_scene import sheet_of
from layout.sheet import Sheet
from layout.world import FileWorld

ROOT = Path(__file__).parents[3]

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
SPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'


def test_xmp_as_elements_attributes_and_lists():
    packet = f"""<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {RDF}>
    <rdf:Description {SPACES} pdfaid:part="2" xmlns:own="http://example.org/"><own:part>9</own:part>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">标题</rdf:li><rdf:li>T</rdf:li></rdf:Alt></dc:title>
    <pdfaid:conformance> B </pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
    assert flat(packet.encode()) == {"pdfaid:part": "2", "pdfaid:conformance": "B", "dc:title": "标题"}


@pytest.mark.parametrize(
    "packet", [b"", b"<open>", b"\xff\xfe\0", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_xmp_that_is_none(packet):
    assert flat(packet) == {}


@pytest.mark.parametrize(
    ("space", "values", "words", "kind"),
    [
        (GREY, (0.25,), "K75", "inks"),
        (CMYK, (0, 0.5, 1, 0), "M50 Y100", "inks"),
        (CMYK, (0, 2, -1, 0), "M100", "inks"),
        (CMYK, (0, 1), "0", "unknown"),
        (RGB, (1, 1, 1), "0", "rgb"),
        (ColourSpace("spots", 2, ("Black", "金")), (1, 0.5), "K100 金 50", "inks"),
        (ColourSpace("spots", 1, ("None",)), (1,), "0", "inks"),
        (ColourSpace("indexed", 1, base=RGB), (3,), "0", "rgb"),
        (ColourSpace("indexed", 1, base=CMYK), (3,), "0", "unknown"),
    ],
)
def test_inks_of_a_colour(space, values, words, kind):
    found = inks(space, values)
    assert (found.words, found.space) == (words, kind)


def test_codes_and_ranges_of_a_cmap():
    pdf = pikepdf.new()
    cmap = (
        b"2 beginbfchar <0001> <4E00> <0002> <D840DC00> endbfchar\n"
        b"1 beginbfrange <0010> <0012> <0041> endbfrange\n"
    )
    font = Dictionary(ToUnicode=Stream(pdf, cmap))
    assert texts(font) == {1: "一", 2: "\U00020000", 16: "A", 17: "B", 18: "C"}
    assert texts(Dictionary()) == {}


def test_both_forms_of_widths():
    font = Dictionary(W=Array([3, Array([500, 600]), 10, 12, 250, 99]))
    assert cid_widths(font) == {3: 500, 4: 600, 10: 250, 11: 250, 12: 250}


@pytest.mark.parametrize(
    ("font", "is_one"),
    [
        (None, False),
        (Dictionary(), False),
        (Dictionary(Type=Name.Font), False),
        (Dictionary(Subtype=Name.Type0), False),
        (Dictionary(Subtype=Name.Type0, DescendantFonts=Array([Dictionary()])), True),
        (Dictionary(Subtype=Name.TrueType), True),
    ],
)
def test_what_is_a_font(font, is_one):
    assert is_font(font) is is_one


@pytest.mark.parametrize("page", ["pages/hedong/03.page.yaml", "examples/box.page.yaml"])
def test_a_page_and_its_file_have_the_same_marks(page):
    """The file's letters, lines and tints are those of the scene, by size, weight and colour."""
    done = render(str(ROOT / page), FileWorld(), standards=("pdf/x-4",))
    composed = done.composed
    meant = sheet_of(composed.scene, composed.plan, composed.fonts)
    (made,) = inspect(done.files["pdf"]).pages
    assert kinds(made.sheet) == kinds(meant)
    assert len(made.sheet.photos) == len(meant.photos)
    assert len(made.sheet.faces) == len(meant.faces)


def kinds(sheet: Sheet) -> tuple[dict[object, int], set[object], set[object]]:
    characters: dict[object, int] = {}
    for mark in sheet.letters:
        key = mark.size, mark.inks
        characters[key] = characters.get(key, 0) + mark.count
    return characters, {(m.weight, m.inks) for m in sheet.strokes}, {m.inks for m in sheet.tints}


def test_an_empty_file():
    out = BytesIO()
    pikepdf.new().save(out)
    assert inspect(out.getvalue()).pages == ()
