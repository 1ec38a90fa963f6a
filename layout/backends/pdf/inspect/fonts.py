"""Fonts of a PDF: are they in the file, do they say what their codes mean, are their widths the program's."""

import re
from collections.abc import Collection
from struct import error as StructError
from struct import unpack_from
from typing import Any

from layout.backends.pdf.inspect.facts import FontFacts
from layout.backends.pdf.inspect.widths import CODES, wrong_widths

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_COUNTED = re.compile(r"(g|c|cid|glyph|index)\d+", re.IGNORECASE)  # names that only count glyphs
_LATIN = ("/Courier", "/Helvetica", "/Times")  # whose own encoding everybody knows (ISO 32000-1, annex D)
_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")


def is_font(font: Any) -> bool:
    """Whether a font resource is a font at all: a dictionary that is not empty."""
    import pikepdf

    if not isinstance(font, pikepdf.Dictionary) or "/Subtype" not in font:
        return False
    return str(font.Subtype) != "/Type0" or len(font.get("/DescendantFonts", ())) == 1


def font_facts(font: Any, codes: Collection[int]) -> FontFacts:
    """The facts of a font dictionary for which `is_font`, and in which `codes` are shown."""
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
        wrong_widths=wrong_widths(font, data, codes) if data else -1,
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
    import pikepdf

    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    if kind == "Type0":
        return isinstance(encoding, pikepdf.Name) and not str(encoding).startswith("/Identity")
    if kind == "Type3":
        return False
    if encoding is None:
        return str(font.get("/BaseFont", "")).startswith(_LATIN)
    if not isinstance(encoding, pikepdf.Dictionary):
        return str(encoding) in _ENCODINGS
    names = (str(item)[1:] for item in encoding.get("/Differences", ()) if isinstance(item, pikepdf.Name))
    return "/BaseEncoding" in encoding or not any(map(_COUNTED.fullmatch, names))


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
