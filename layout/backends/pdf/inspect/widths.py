"""Widths of a font dictionary beside those of its program (ISO 19005-2, 6.2.11.5), for the codes that text is shown by.

fontTools reads the programs; where it is not installed, or a program is damaged, nothing is compared.
"""

from collections.abc import Callable, Collection
from typing import Any, TypeAlias

from layout.backends.pdf.inspect.programs import Program, program_of

TOLERANCE = 1  # thousandths of an em by which a width may be off
CODES = 200_000  # of ranges that are read: a font has 65,536 at most
SYMBOLIC = 4  # flag of a font descriptor (ISO 32000-1, table 123)
CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}

Width: TypeAlias = Callable[[int], float | None]
"""The width of a code in thousandths of an em; None where there is none to be had."""


def wrong_widths(font: Any, data: bytes, codes: Collection[int]) -> int:
    """For how many of `codes` the font dictionary `font` gives another width than its program `data`; -1 where there
    is nothing to compare."""
    try:
        program = program_of(data)
        said, real = (_composite if str(font.Subtype) == "/Type0" else _simple)(font, program)
        pairs = [(said(code), real(code)) for code in codes]
    except Exception:  # a program can be damaged in every way, and its reader raises as many things
        return -1
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return sum(abs(a - b) > TOLERANCE for a, b in known) if known else -1


def _composite(font: Any, program: Program) -> tuple[Width, Width]:
    """A Type0 font whose codes are CIDs. Raises ValueError for one with a table of its own between the two."""
    if str(font.Encoding) not in ("/Identity-H", "/Identity-V"):
        raise ValueError("not Identity")
    import pikepdf

    below = font.DescendantFonts[0]
    widths, usual = cid_widths(below), float(below.get("/DW", 1000))
    table = below.get("/CIDToGIDMap")
    places = bytes(table.read_bytes()) if isinstance(table, pikepdf.Stream) else b""

    def real(cid: int) -> float | None:
        if str(below.Subtype) == "/CIDFontType0":
            return program.by_cid(cid)
        return program.by_glyph(int.from_bytes(places[2 * cid : 2 * cid + 2], "big") if places else cid)

    return lambda cid: widths.get(cid, usual), real


def _simple(font: Any, program: Program) -> tuple[Width, Width]:
    """A font of one byte a code: Type1, TrueType (ISO 32000-1, 9.6)."""
    first, widths = int(font.get("/FirstChar", 0)), [float(width) for width in font.Widths]
    names, codec = _encoding(font)
    symbolic = bool(int(font.FontDescriptor.get("/Flags", 0)) & SYMBOLIC) and not names

    def real(code: int) -> float | None:
        name = names.get(code)
        if name is not None:
            return program.by_name(name)
        if codec and not (symbolic and str(font.Subtype) == "/TrueType"):
            return program.by_character(bytes([code]).decode(codec, "replace"))
        return program.by_code(code)

    return lambda code: widths[code - first] if 0 <= code - first < len(widths) else None, real


def _encoding(font: Any) -> tuple[dict[int, str], str]:
    """The glyph names that an encoding gives to codes itself, and the codec of the encoding below it ("" for the
    program's own)."""
    import pikepdf

    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        return {}, CODECS.get(str(encoding), "")
    names, at = {}, 0
    for item in encoding.get("/Differences", ()):
        if isinstance(item, int):
            at = int(item)
        else:
            names[at], at = str(item)[1:], at + 1
    return names, CODECS.get(str(encoding.get("/BaseEncoding")), "")


def cid_widths(font: Any) -> dict[int, float]:
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
