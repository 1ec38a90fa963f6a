"""Test metrics: a library of one face whose every full-width cell is a square, and which needs no font file."""

import unicodedata


class SquareFace:
    """A face of 1,000 units to the em: wide characters 1 em, all others half an em. Its glyph ids are code points,
    and the ink of a glyph fills the half or whole cell that its class gives it."""

    hb_font = None
    id = "square"
    upem = 1000

    def has(self, char: str) -> bool:
        return True

    def glyph(self, char: str) -> int:
        return ord(char)

    def advance(self, glyph: int) -> int:
        char = chr(glyph)
        if char in "·–‐“”‘’":
            return 500
        return 1000 if unicodedata.east_asian_width(char) in "WFA" else 500

    def ink(self, glyph: int) -> tuple[int, int, int, int]:
        return (0, 0, 0, 0)


class SquareLibrary:
    """The interface of `FontLibrary` over the one square face."""

    def __init__(self) -> None:
        self._face = SquareFace()

    def face(self, face_id: str) -> SquareFace:
        return self._face

    def choose(self, family: str, char: str, script: str = "han") -> SquareFace:
        return self._face
