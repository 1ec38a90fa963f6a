"""Fonts of a PDF: are they in the file, do they say what their codes mean, are their widths the program's."""

import re
from struct import error as StructError  # noqa: N812
from struct import unpack_from
from typing import Any

from layout.backends.pdf.inspect.facts import FontFacts

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
CODES = 200_000  # of ranges that are read: a font has 65,536 at most
TOLERANCE = 1  # thousandths of an em by which a width may be off (ISO 19005-2, 6.2.11.5)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")


def is_font(font: Any) -> bool:
    """Whether a font resource is a font at all: a dictionary that is not empty."""
    import pikepdf

    if not isinstance(font, pikepdf.Dictionary) or "/Subtype" not in font:
        return False
    return str(font.Subtype) != "/Type0" or len(font.get("/DescendantFonts", ())) == 1


def font_facts(font: Any) -> FontFacts:
    """The facts of a font dictionary for which `is_font`."""
    kind = str(font.Subtype)[1:]
    below = font.DescendantFonts[0] if kind == "Type0" else font
    descriptor = below.get("/FontDescriptor", {})
    program = next((descriptor[key] for key in PROGRAMS if key in descriptor), None)
    data = b"" if program is None else bytes(program.read_bytes())
    name = str(font.get("/BaseFont", "/?"))[1:]
    return FontFacts(
        name=name,
        kind=kind,
        embedded=bool(data) or kind == "Type3",
        mapped=_is_mapped(font, kind),
        fs_type=_fs_type(data),
        wrong_widths=_wrong_widths(below, data) if kind == "Type0" else -1,
    )


def texts(font: Any) -> dict[int, str]:
    """What ToUnicode says of each code; ranges are read as well as single codes."""
    cmap = font.get("/ToUnicode")
    try:
        data = bytes(cmap.read_bytes())
    except AttributeError:
        return {}
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        found |= {int(code, 16): _utf16(said) for code, said in _PAIR.findall(block)}
    room = CODES
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, said in _RANGE.findall(block):
            start, text = int(first, 16), _utf16(said)
            count = max(0, min(int(last, 16) - start + 1, room)) if text else 0
            room -= count
            found |= {start + i: text[:-1] + chr(min(ord(text[-1]) + i, 0x10FFFF)) for i in range(count)}
    return found


def _utf16(digits: bytes) -> str:
    even = digits if len(digits) % 2 == 0 else digits + b"0"
    return bytes.fromhex(even.decode()).decode("utf-16-be", "replace")


def _is_mapped(font: Any, kind: str) -> bool:
    """Whether text can be had from its codes (ISO 32000-1, 9.10.2)."""
    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    if kind == "Type0":
        return str(encoding) not in ("/Identity-H", "/Identity-V") and not hasattr(encoding, "read_bytes")
    if kind == "Type3":
        return False
    return str(encoding) in _ENCODINGS or (
        hasattr(encoding, "get") and encoding.get("/BaseEncoding") is not None
    )


def _fs_type(data: bytes) -> int:
    """`fsType` of an OpenType program's OS/2 table; -1 where it has none."""
    try:
        for i in range(unpack_from(">H", data, 4)[0] if data[:4] in (b"\0\1\0\0", b"OTTO", b"true") else 0):
            tag, at = unpack_from(">4s4xI", data, 12 + 16 * i)
            if tag == b"OS/2":
                return int(unpack_from(">H", data, at + 8)[0])
    except StructError:
        pass
    return -1


def _wrong_widths(font: Any, data: bytes) -> int:
    """How many of the widths of a CIDFontType2 differ from its program's; -1 where it is of another make."""
    if str(font.get("/Subtype")) != "/CIDFontType2" or data[:4] not in (b"\0\1\0\0", b"true"):
        return -1
    import uharfbuzz as hb

    face = hb.Face(data)
    if not face.glyph_count:
        return -1
    advance, upem, count = hb.Font(face).get_glyph_h_advance, face.upem, face.glyph_count
    table = font.get("/CIDToGIDMap")
    places = bytes(table.read_bytes()) if hasattr(table, "read_bytes") else b""
    said, usual = widths(font), float(font.get("/DW", 1000))
    mapped = (i // 2 for i in range(0, len(places) - 1, 2) if places[i] or places[i + 1])
    wrong = 0
    for cid in {*said, *mapped}:
        width = said.get(cid, usual)
        glyph = int.from_bytes(places[2 * cid : 2 * cid + 2], "big") if places else cid
        if glyph < count and abs(advance(glyph) * 1000 / upem - width) > TOLERANCE:
            wrong += 1
    return wrong


def widths(font: Any) -> dict[int, float]:
    """The array W of a CID font, code by code (ISO 32000-1, 9.7.4.3)."""
    import pikepdf

    found: dict[int, float] = {}
    items, at, room = list(font.get("/W", ())), 0, CODES
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            found |= {first + i: float(width) for i, width in enumerate(items[at + 1])}
            at += 2
        elif at + 2 < len(items):
            count = max(0, min(int(items[at + 1]) - first + 1, room))
            found |= dict.fromkeys(range(first, first + count), float(items[at + 2]))
            at, room = at + 3, room - count
        else:
            break
    return found
