"""Widths in a font dictionary beside those of its program: every kind of both, right and wrong."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdf_fonts
import pikepdf
import pytest
from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

from layout.backends.pdf.inspect import inspect
from layout.preflight.runner import check_file

HAN = "永和九年"
SIMPLE = [ord(letter) for letter in "ABC"]
ADVANCES = [pdf_fonts.ADVANCES[letter] for letter in "ABC"]


def table(file: str) -> bytes:
    """The bare CFF table of an OpenType font."""
    return bytes(TTFont(file).reader["CFF "])


def type1(_: Path) -> bytes:
    """A Type 1 program with the three letters, nothing drawn."""

    def hidden(data: bytes, key: int) -> bytes:
        return bytes(eexec.encrypt(bytes(4) + data, key)[0])

    strings = b""
    for letter, width in zip("ABC", ADVANCES):
        code = T1CharString(program=[0, width, "hsbw", "endchar"])
        code.compile()
        body = hidden(code.bytecode, 4330)
        strings += b"/%b %d RD %b ND\n" % (letter.encode(), len(body), body)
    private = (
        b"dup /Private 8 dict dup begin /RD {string currentfile exch readstring pop} executeonly def\n"
        b"/ND {def} executeonly def /lenIV 4 def /Subrs 0 array def 2 index /CharStrings 3 dict dup begin\n"
        + strings
        + b"end end readonly put put dup /FontName get exch definefont pop mark currentfile closefile\n"
    )
    clear = (
        b"%!PS-AdobeFont-1.0: Square\n11 dict begin /FontName /Square def /FontType 1 def\n"
        b"/FontMatrix [0.001 0 0 0.001 0 0] readonly def /Encoding StandardEncoding def\n"
        b"currentdict end currentfile eexec\n"
    )
    return clear + hidden(private, 55665) + b"\n" + b"0" * 512 + b"\ncleartomark\n"


def truetype(folder: Path) -> bytes:
    return Path(pdf_fonts.glyf(folder / "a.ttf", 2048 // 2)).read_bytes()


def opentype(folder: Path) -> bytes:
    return Path(pdf_fonts.named_cff(folder / "a.otf")).read_bytes()


def cff(folder: Path) -> bytes:
    return table(pdf_fonts.named_cff(folder / "a.otf"))


def numbered(folder: Path) -> bytes:
    return table(pdf_fonts.numbered_cff(folder / "a.otf", HAN))


def page(font: Callable[[pikepdf.Pdf, pikepdf.Object], Dictionary], program: bytes, key: str, codes: bytes):
    """A page that shows `codes` in a font with this program."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    stream = pdf.make_indirect(Stream(pdf, program))
    if key == "/FontFile3":
        stream.Subtype = Name.OpenType if program[:4] == b"OTTO" else Name.CIDFontType0C
    descriptor = pdf.make_indirect(Dictionary(Type=Name.FontDescriptor, Flags=32))
    descriptor[key] = stream
    resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font(pdf, descriptor))))
    pdf.pages[0].obj.Resources = resources
    pdf.pages[0].obj.Contents = Stream(pdf, b"BT /F 9 Tf 20 20 Td <%b> Tj ET" % codes.hex().encode())
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def simple(kind: str, widths: list[float], encoding: object = Name.WinAnsiEncoding):
    def font(pdf: pikepdf.Pdf, descriptor: pikepdf.Object) -> Dictionary:
        made = Dictionary(Type=Name.Font, Subtype=Name(kind), BaseFont=Name.Square, FirstChar=65, LastChar=67)
        made.Widths, made.FontDescriptor = Array(widths), descriptor
        if encoding is not None:
            made.Encoding = encoding
        return made

    return font


def composite(kind: str, cids: list[int], widths: list[float]):
    def font(pdf: pikepdf.Pdf, descriptor: pikepdf.Object) -> Dictionary:
        below = Dictionary(
            Type=Name.Font, Subtype=Name(kind), BaseFont=Name.Square, FontDescriptor=descriptor
        )
        below.W = Array([item for cid, width in zip(cids, widths) for item in (cid, Array([width]))])
        if kind == "/CIDFontType2":
            below.CIDToGIDMap = Name.Identity
        made = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Square, Encoding=Name("/Identity-H")
        )
        made.DescendantFonts = Array([pdf.make_indirect(below)])
        return made

    return font


BY_NAME = Dictionary(Differences=Array([65, Name.A, Name.B, Name.C]))
MAKES = {
    "Type1": (type1, "/FontFile", "/Type1", Name.WinAnsiEncoding),
    "Type1, its own encoding": (type1, "/FontFile", "/Type1", None),
    "Type1, differences": (type1, "/FontFile", "/Type1", BY_NAME),
    "Type1C": (cff, "/FontFile3", "/Type1", Name.WinAnsiEncoding),
    "Type1C, its own encoding": (cff, "/FontFile3", "/Type1", None),
    "OpenType": (opentype, "/FontFile3", "/Type1", Name.WinAnsiEncoding),
    "TrueType": (truetype, "/FontFile2", "/TrueType", Name.WinAnsiEncoding),
    "TrueType, MacRoman": (truetype, "/FontFile2", "/TrueType", Name.MacRomanEncoding),
    "TrueType, differences": (truetype, "/FontFile2", "/TrueType", BY_NAME),
}
A_TO_C = [pdf_fonts.ORDER.index(letter) for letter in "ABC"]
CID_MAKES = {
    "CFF by name": (cff, "/FontFile3", "/CIDFontType0"),
    "OpenType by name": (opentype, "/FontFile3", "/CIDFontType0"),
    "TrueType by CID": (truetype, "/FontFile2", "/CIDFontType2"),
}


def judged(data: bytes) -> tuple[int, list[object]]:
    """What is compared, and what the rule says of it."""
    (font,) = inspect(data).fonts
    return font.wrong_widths, [d.facts["count"] for d in check_file(data, "a.pdf") if d.code == "P205"]


@pytest.mark.parametrize("make", MAKES)
def test_simple_fonts(make, tmp_path):
    program, key, kind, encoding = MAKES[make]
    upem = 1024 if program is truetype else 1000
    right = [advance * 1000 / upem for advance in ADVANCES]
    data = program(tmp_path)
    assert judged(page(simple(kind, right, encoding), data, key, b"ABC")) == (0, [])
    wrong = [right[0], right[1] + 40, right[2]]
    assert judged(page(simple(kind, wrong, encoding), data, key, b"ABC")) == (1, [1])
    unused = [right[0], 0, right[2]]  # a subset says nothing of what is not shown
    assert judged(page(simple(kind, unused, encoding), data, key, b"AC")) == (0, [])


@pytest.mark.parametrize("make", CID_MAKES)
def test_fonts_of_two_bytes(make, tmp_path):
    program, key, kind = CID_MAKES[make]
    upem = 1024 if program is truetype else 1000
    right = [advance * 1000 / upem for advance in ADVANCES]
    codes = b"".join(glyph.to_bytes(2, "big") for glyph in A_TO_C)
    data = program(tmp_path)
    assert judged(page(composite(kind, A_TO_C, right), data, key, codes)) == (0, [])
    wrong = [right[0] - 2, right[1], 1.0]
    assert judged(page(composite(kind, A_TO_C, wrong), data, key, codes)) == (2, [2])


@pytest.mark.skipif(not pdf_fonts.NOTO_CJK.exists(), reason="needs Debian's fonts-noto-cjk")
def test_cff_whose_glyphs_have_cids(tmp_path):
    """The subset's CIDs are those of the whole font, far from its glyphs' numbers."""
    data = numbered(tmp_path)
    order = TTFont(tmp_path / "a.otf")["CFF "].cff[0].charset
    cids = [int(name.removeprefix("cid")) for name in order[1:]]
    assert max(cids) > 1000
    codes = b"".join(cid.to_bytes(2, "big") for cid in cids)
    for widths, wrong in (([1000] * len(cids), 0), ([1000] * (len(cids) - 1) + [500], 1)):
        font = composite("/CIDFontType0", cids, widths)
        assert judged(page(font, data, "/FontFile3", codes)) == (wrong, [wrong] * wrong)


@pytest.mark.parametrize("make", ("Type1", "Type1C", "OpenType", "TrueType"))
def test_damaged_programs_are_not_compared(make, tmp_path):
    program, key, kind, encoding = MAKES[make]
    whole = program(tmp_path)
    for end in range(4, len(whole), len(whole) // 23):
        found, told = judged(page(simple(kind, [1, 1, 1], encoding), whole[:end], key, b"ABC"))
        assert found in (-1, 1, 2, 3) and len(told) == (found > 0)


def test_subroutines_that_call_each_other_end(tmp_path):
    """Two subroutines, each calling the next twice, forty deep: a program that would run for years."""
    font = TTFont(pdf_fonts.named_cff(tmp_path / "a.otf"), recalcBBoxes=False)
    top = font["CFF "].cff[0]
    from fontTools.cffLib import SubrsIndex
    from fontTools.misc.psCharStrings import T2CharString

    subrs = SubrsIndex()
    for i in range(40):
        again = [i + 1 - 107, "callsubr"] * 2 if i < 39 else []
        subrs.append(T2CharString(program=[*again, "return"]))
    top.Private.Subrs = subrs
    top.CharStrings["A"].setProgram([-107, "callsubr", "endchar"])
    font.save(tmp_path / "b.otf")
    data = table(str(tmp_path / "b.otf"))
    assert judged(page(simple("/Type1", [1, 1, 1]), data, "/FontFile3", b"A")) == (-1, [])
