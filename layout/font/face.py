"""One font face: its file, its metrics, its glyphs. All metrics are in font units."""

from functools import cached_property
from hashlib import sha256
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct


class FaceSource(Struct, frozen=True):
    """Where a face is: a font file, the number in a collection, the axes of a variable font."""

    id: str
    file: str
    number: int = 0
    axes: tuple[tuple[str, float], ...] = ()


class Face:
    """An open face. Made by a `FontLibrary`, which keeps one for each id, so compare faces by `id`."""

    def __init__(self, source: FaceSource) -> None:
        self.source = source
        self.id = source.id
        self._blob = hb.Blob.from_file_path(source.file)
        self.hb_face = hb.Face(self._blob, source.number)
        self.hb_font = hb.Font(self.hb_face)
        if source.axes:
            self.hb_font.set_variations(dict(source.axes))
        self.upem: int = self.hb_face.upem
        self._nominal = self.hb_font.get_nominal_glyph

    def has(self, char: str) -> bool:
        """Whether the face has a glyph of its own for `char`."""
        return bool(self._nominal(ord(char)))

    def glyph(self, char: str) -> int:
        """The nominal glyph for `char`; 0 where the face has none."""
        return self._nominal(ord(char)) or 0

    def advance(self, glyph: int) -> int:
        """Horizontal advance in font units."""
        return int(self.hb_font.get_glyph_h_advance(glyph))

    def ink(self, glyph: int) -> tuple[int, int, int, int]:
        """The glyph's ink as (left, bottom, right, top) in font units, y up; all 0 for a blank."""
        extents = self.hb_font.get_glyph_extents(glyph)
        if extents is None:
            return (0, 0, 0, 0)
        left, top = extents.x_bearing, extents.y_bearing
        return (left, top + extents.height, left + extents.width, top)

    def table(self, tag: str) -> bytes:
        """A table's raw bytes, b"" if the font has none."""
        return bytes(self.hb_face.reference_table(tag).data or b"")

    @property
    def is_cff(self) -> bool:
        """Outlines in CFF (else glyf)."""
        return "CFF " in self.hb_face.table_tags

    @cached_property
    def digest(self) -> str:
        """The file's SHA-256, the face's name where contents are compared."""
        return sha256(Path(self.source.file).read_bytes()).hexdigest()
