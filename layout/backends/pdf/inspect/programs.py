"""Font programs as they stand in a PDF: TrueType and OpenType, bare CFF, Type 1. Only how wide their glyphs are."""

from contextlib import suppress
from io import BytesIO
from typing import Any

CALLS = 200  # of subroutines before a glyph says its width: a damaged program may call without end


class Program:
    """The widths of a program in thousandths of an em; None for a glyph that it has not. Each kind knows some ways."""

    def by_glyph(self, glyph: int) -> float | None:
        """By its number in the program."""
        return None

    def by_cid(self, cid: int) -> float | None:
        """By its character identifier; where the program knows none that is its number."""
        return self.by_glyph(cid)

    def by_name(self, name: str) -> float | None:
        """By its PostScript name."""
        return None

    def by_character(self, character: str) -> float | None:
        """By what it means."""
        from fontTools.agl import UV2AGL

        return self.by_name(UV2AGL.get(ord(character), ""))

    def by_code(self, code: int) -> float | None:
        """By the program's own encoding."""
        return None


def program_of(data: bytes) -> Program:
    """The program `data`. Raises all that fontTools does on a damaged one."""
    if data[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
        return Sfnt(data)
    return Type1(data) if data[:2] in (b"%!", b"\x80\1") else Cff(data)


class Sfnt(Program):
    """TrueType, and OpenType with CFF inside."""

    def __init__(self, data: bytes) -> None:
        from fontTools.ttLib import TTFont

        self._font: Any = TTFont(BytesIO(data), lazy=True)
        self._upem = self._font["head"].unitsPerEm
        self._advances: Any = None
        self._cff: Cff | None = None
        if "CFF " in self._font:
            self._cff = Cff(self._font.reader["CFF "])
        else:
            import uharfbuzz as hb

            face = hb.Face(data)
            self._count, self._advances = face.glyph_count, hb.Font(face).get_glyph_h_advance

    def by_glyph(self, glyph: int) -> float | None:
        if self._cff is not None:
            return self._cff.by_glyph(glyph)
        return self._advances(glyph) * 1000 / self._upem if glyph < self._count else None

    def by_cid(self, cid: int) -> float | None:
        return self._cff.by_cid(cid) if self._cff is not None else self.by_glyph(cid)

    def by_name(self, name: str) -> float | None:
        from fontTools.agl import toUnicode

        if self._cff is not None:
            return self._cff.by_name(name)
        meant = toUnicode(name)
        return self.by_character(meant) if len(meant) == 1 else None

    def by_character(self, character: str) -> float | None:
        if self._cff is not None:
            return self._cff.by_character(character)
        wide, mac = self._map(3, 1), self._map(1, 0)
        old = character.encode("mac_roman", "ignore")
        return self._named(wide.get(ord(character)) or (mac.get(old[0]) if old else None))

    def by_code(self, code: int) -> float | None:
        if self._cff is not None:
            return self._cff.by_code(code)
        symbols, mac = self._map(3, 0), self._map(1, 0)
        return self._named(symbols.get(0xF000 + code) or symbols.get(code) or mac.get(code))

    def _map(self, platform: int, encoding: int) -> dict[int, str]:
        table = self._font["cmap"].getcmap(platform, encoding) if "cmap" in self._font else None
        return table.cmap if table is not None else {}

    def _named(self, glyph: str | None) -> float | None:
        return self.by_glyph(self._font.getGlyphID(glyph)) if glyph else None


class Cff(Program):
    """A bare CFF table (Adobe Technical Note 5176)."""

    def __init__(self, data: bytes) -> None:
        from fontTools.cffLib import CFFFontSet

        fonts: Any = CFFFontSet()
        fonts.decompile(BytesIO(data), None)
        self._top = fonts[0]
        self._numbered = hasattr(self._top, "ROS")

    def by_glyph(self, glyph: int) -> float | None:
        order = self._top.charset
        return self.by_name(order[glyph]) if glyph < len(order) else None

    def by_cid(self, cid: int) -> float | None:
        if not self._numbered:
            return self.by_glyph(cid)
        return self.by_name(f"cid{cid:05d}" if cid else ".notdef")

    def by_name(self, name: str) -> float | None:
        if name not in self._top.CharStrings:
            return None
        string = self._top.CharStrings[name]
        return _cff_width(string) * self._scale(string.private)

    def by_code(self, code: int) -> float | None:
        from fontTools.encodings.StandardEncoding import StandardEncoding

        own: Any = getattr(self._top, "Encoding", "ExpertEncoding")
        if own == "ExpertEncoding":
            return None
        return self.by_name((StandardEncoding if own == "StandardEncoding" else own)[code])

    def _scale(self, private: Any) -> float:
        """From the units of a glyph to thousandths: the font's matrix, else that of the part it is from."""
        parts = getattr(self._top, "FDArray", ())
        own = next((part for part in parts if part.Private is private), self._top)
        tops = [dictionary for dictionary in (self._top, own) if "FontMatrix" in dictionary.rawDict]
        return float(tops[0].FontMatrix[0]) * 1000 if tops else 1.0


class Type1(Program):
    """A Type 1 program: clear text, then an encrypted part."""

    def __init__(self, data: bytes) -> None:
        from fontTools.t1Lib import T1Font

        font: Any = T1Font.__new__(T1Font)  # its maker takes a file only
        font.data, font.encoding = data, "latin-1"
        font.parse()
        self._strings, self._own = font["CharStrings"], font["Encoding"]
        self._scale = float(font["FontMatrix"][0]) * 1000

    def by_name(self, name: str) -> float | None:
        from fontTools.pens.basePen import NullPen

        if name not in self._strings:
            return None
        string = self._strings[name]
        string.draw(NullPen())
        return float(string.width) * self._scale

    def by_code(self, code: int) -> float | None:
        from fontTools.encodings.StandardEncoding import StandardEncoding

        return self.by_name((StandardEncoding if self._own == "StandardEncoding" else self._own)[code])


def _cff_width(string: Any) -> float:
    """The width that a Type 2 charstring begins with (Adobe Technical Note 5177, 3.1). Raises RecursionError where it
    calls subroutines without end."""
    from fontTools.misc.psCharStrings import T2WidthExtractor

    class Found(Exception):
        pass

    class Reader(T2WidthExtractor):  # type: ignore[misc]  # fontTools has no types
        calls = 0

        def popallWidth(self, evenOdd: int = 0) -> Any:  # noqa: N802, N803 - fontTools' names
            super().popallWidth(evenOdd)
            raise Found

        def execute(self, charString: Any) -> None:  # noqa: N803 - fontTools' name
            self.calls += 1
            if self.calls > CALLS:
                raise RecursionError
            super().execute(charString)

    private = string.private
    reader = Reader(
        getattr(private, "Subrs", []),
        string.globalSubrs,
        private.nominalWidthX,
        private.defaultWidthX,
        private,
    )
    with suppress(Found):
        reader.execute(string)
    return float(reader.width)
