"""Faces and glyphs for cells. Widths are forced where newspaper setting rules them (a Han cell is one em, the
body of a mark half an em, a digit half an em) and the glyph is placed in the cell by its ink; letters keep the
font's widths."""

import re
import unicodedata
from itertools import accumulate, groupby
from operator import add
from typing import Any

import uharfbuzz as hb
from msgspec.structs import replace

from layout.diag import LayoutBug
from layout.font.face import Face
from layout.font.library import FontLibrary, Script
from layout.style import TextStyle
from layout.text.joints import em_of
from layout.text.pairs import blank
from layout.text.types import Cell

VISIBLE_GAP = "〓"  # the printer's sign for a sort that is not in the case
_INVISIBLE = "nzvj"
_WORDS = re.compile(r"[am](?:\++|[am])+|.\++")
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
# Our own spacing takes the place of the font's: no chws, palt or halt, no ligature over a cell's border.
_OFF = dict.fromkeys(("chws", "palt", "halt", "vchw", "vpal", "vhal", "liga", "clig", "calt"), False)
_FEATURES: dict[str, dict[str, bool]] = {
    "d": {"hwid": True},
    "t": {"hwid": True},
    "a": {"kern": True, "pwid": True},
    "m": {"kern": True, "pwid": True},
    "A": {"fwid": True},
    "D": {"liga": True, "ccmp": True},
}
_CELL_WIDTH = {
    **dict.fromkeys("OCPSQML", 500),
    **dict.fromkeys("HIEwFAt", 1000),
    "D": 2000,
}


def _draw(face: Face, text: str, cls: str, vertical: bool = False) -> list[tuple[int, int, int]]:
    """Shape `text`: (glyph, advance, cluster) along the line, in font units."""
    if face.hb_font is None:
        return [(face.glyph(c), face.advance(face.glyph(c)), i) for i, c in enumerate(text)]
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in text])
    buffer.direction = "ttb" if vertical else "ltr"
    buffer.script = "Latn" if cls in "am" else "Hani"
    buffer.language = "zh-Hans"
    hb.shape(face.hb_font, buffer, {**_OFF, "kern": False, **_FEATURES.get(cls, {})})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if vertical:
        return [(i.codepoint, -p.y_advance, i.cluster) for i, p in zip(infos, positions)]
    drawn = [(i.codepoint, p.x_advance, i.cluster) for i, p in zip(infos, positions)]
    if len(drawn) > 1 and not all(advance for _, advance, _ in drawn):
        return _accented(face, drawn, [p.x_offset for p in positions])
    return drawn


def _accented(
    face: Face, drawn: list[tuple[int, int, int]], offsets: list[int]
) -> list[tuple[int, int, int]]:
    """Accents where the font puts them, or in the middle over their letter where it does not say; that is counted into
    the advances around them."""
    out = drawn[:1]
    base = drawn[0][1]
    for (glyph, advance, cluster), offset in zip(drawn[1:], offsets[1:]):
        before, width, last = out[-1]
        if advance or cluster != last:
            base = advance
        else:
            left, _, right, _ = face.ink(glyph)
            move = offset or (-(base + left + right) // 2 if left < right else 0)
            out[-1], advance = (before, width + move, last), -move
        out.append((glyph, advance, cluster))
    return out


def _lies_down(face: Face, text: str, cls: str) -> bool:
    """Whether a cell of a vertical line is turned by a quarter: words, figures and the solidus are; dashes and
    connectors only where the font has no vertical form of its own."""
    if cls in "admos" or cls in "puL" and text.isascii():
        return True
    if cls in "DEN":
        return [g for g, _, _ in _draw(face, text, cls, True)] == [g for g, _, _ in _draw(face, text, cls)]
    return False


class Sorts:
    """The cells of one library, kept as they are met, for one family, size, width scale and way of setting."""

    def __init__(self, library: FontLibrary, style: TextStyle) -> None:
        self.library = library
        self.style = style
        self.em = em_of(style)
        self.vertical = style.direction == "vertical"
        self.known: dict[str, Cell] = {}
        self.words: dict[str, tuple[Cell, ...]] = {}
        self.lacking: dict[str, frozenset[str]] = {}  # texts of cells, and what of each no face has

    def cells(self, text: str, classes: str) -> list[Cell]:
        """The cells of a piece of text. `classes` has a letter for each character, + for one that belongs to
        the cell before it."""
        keys = list(map(add, classes, text))
        self._learn(set(keys).difference(self.known))
        get = self.known.__getitem__
        out: list[Cell] = []
        done = 0
        for found in _WORDS.finditer(classes):
            start, end = found.span()
            out.extend(map(get, keys[done:start]))
            done = end
            if classes[start] in "am":
                out.extend(self._word(text[start:end], classes[start:end]))
            else:
                out.append(self._cluster(classes[start], text[start:end]))
        out.extend(map(get, keys[done:]))
        return out

    def face(self, char: str, cls: str) -> Face | None:
        """The face that sets `char`: Chinese marks come from the Han face even beside foreign words."""
        script: Script = "digits" if cls in "dt" else "latin" if cls in "amos" or char.isascii() else "han"
        if cls in "MLA":
            script = "latin" if cls == "A" else "han"
        return self.library.choose(self.style.family, char, script)

    def _learn(self, new: set[str]) -> None:
        """Cells for new (class + character) keys; plain Han characters of a face are shaped together."""
        han: dict[str, list[str]] = {}
        faces: dict[str, Face] = {}
        choose, family = self.library.choose, self.style.family
        for key in sorted(new):
            if key[0] == "H" and not self.vertical and (face := choose(family, key[1])):
                faces[face.id] = face
                han.setdefault(face.id, []).append(key)
            elif key[0] != "+":
                self.known[key] = self._cluster(key[0], key[1])
        for face_id, group in han.items():
            drawn = _draw(faces[face_id], "".join(key[1] for key in group), "H")
            if len(drawn) != len(group):  # a font that joins or splits Han characters: one by one, then
                self.known.update((key, self._cluster("H", key[1])) for key in group)
                continue
            unit = self.em / faces[face_id].upem
            for key, (glyph, advance, _) in zip(group, drawn):
                shift = round((self.em - advance * unit) / 2)
                self.known[key] = Cell(key[1], "H", face_id, self.em, glyph, shift)

    def _cluster(self, cls: str, text: str) -> Cell:
        """One cell, placed by the rule of its class."""
        if cls in _INVISIBLE:
            return self._invisible(cls, text)
        face, shown = self.face(text[0], cls), text
        if face is None:
            self.lacking[text] = frozenset(text[0])
            return self._stand_in(cls, text)
        if len(text) > 1 and cls not in "DEt":
            shown = self._printable(text, face)
        turned = self.vertical and _lies_down(face, shown, cls)
        upright = self.vertical and not turned and cls != "t"
        as_letters = cls == "d" and self.style.setting.digits == "proportional"
        drawn = _draw(face, shown, "a" if as_letters else cls, upright)
        unit = self.em / face.upem
        width = self._width(cls, text, sum(advance for _, advance, _ in drawn) * unit)
        place = self._stacked if upright else self._placed
        first, *more = place(cls, face, drawn, width, unit)
        half = round(blank(cls, self.style.setting) * self.em / 1000)
        return Cell(text, cls, face.id, width, first[0], first[1], half, tuple(more), turned, cls == "t")

    def _printable(self, text: str, face: Face) -> str:
        """A cluster with its letter composed, without its control characters and without marks that the face
        lacks."""
        written = text
        if not _ACCENTS.isdisjoint(text):
            text = unicodedata.normalize("NFC", text)
        kept = [
            c for c in text if face.has(c) or unicodedata.category(c) == "Cf" or "\ufe00" <= c <= "\ufe0f"
        ]
        marks = (c for c in text if unicodedata.category(c)[0] == "M" and c < "\U000e0100")
        if lacking := frozenset(c for c in marks if c not in kept):
            self.lacking[written] = lacking
        return "".join(c for c in text if c in kept or "\U000e0100" <= c <= "\U000e01ef") or text[0]

    def _width(self, cls: str, text: str, natural: float) -> int:
        width = _CELL_WIDTH.get(cls)
        if cls == "d" and self.style.setting.digits != "proportional":
            width = 500
        elif cls == "M" and self.style.setting.interpunct == "full":
            width = 1000
        elif cls == "N":
            width = 1000 if text[0] in "—―～〜゠" else 500
        elif cls == "E":
            width = 1000 * len(text.rstrip("\ufe0f"))
        return round(natural) if width is None else round(width * self.em / 1000)

    def _placed(
        self, cls: str, face: Face, drawn: list[tuple[int, int, int]], width: int, unit: float
    ) -> list[tuple[int, int]]:
        """Glyphs with the shift of their origin from the start of the cell's body."""
        pens, pen = [], 0
        for _, advance, _ in drawn:
            pens.append(pen)
            pen += advance
        offset = 0.0
        if cls in _CELL_WIDTH or cls in "dN":
            offset = self._offset(cls, face, drawn, pen, width, unit)
        if cls == "D" and len(drawn) == 2:
            return self._dash(face, drawn[0][0], width, unit)
        return [(glyph, round(offset + at * unit)) for (glyph, _, _), at in zip(drawn, pens)]

    def _offset(
        self, cls: str, face: Face, drawn: list[tuple[int, int, int]], pen: int, width: int, unit: float
    ) -> float:
        """Where the first origin goes: a full-width mark by its half, all else with the advance centred; where
        the font's ink is not in the half that it should be in, the ink is centred."""
        if cls not in "OCPSQMN":
            return (width - pen * unit) / 2
        left, _, right, _ = (edge * unit for edge in face.ink(drawn[0][0]))
        offset = width - pen * unit if cls == "O" else 0.0
        slack = width * 0.06
        if (
            cls not in "MN"
            and pen * unit > width
            and left + offset >= -slack
            and right + offset <= width + slack
        ):
            return offset
        if left == right:  # no ink to go by
            return offset if cls not in "MN" else (width - pen * unit) / 2
        return (width - left - right) / 2

    def _stacked(
        self, cls: str, face: Face, drawn: list[tuple[int, int, int]], width: int, unit: float
    ) -> list[tuple[int, int]]:
        """Upright glyphs down a column: an opening mark has its body in the lower half of its square, a closing
        one in the upper; all else is centred."""
        advance = sum(step for _, step, _ in drawn) * unit
        at = 0.0 if cls in "CPSQ" else width - advance if cls == "O" else (width - advance) / 2
        out = []
        for glyph, step, _ in drawn:
            out.append((glyph, round(at)))
            at += step * unit
        return out

    def _dash(self, face: Face, glyph: int, width: int, unit: float) -> list[tuple[int, int]]:
        """Two dashes without a visible joint, centred in their two ems: the second starts where the first ends."""
        left, _, right, _ = (edge * unit for edge in face.ink(glyph))
        ink = right - left
        if not ink or ink * 2 >= width:
            return [(glyph, 0), (glyph, width // 2)]
        # overlap by a hair so that no renderer shows a seam
        hair = ink * 0.01
        start = (width - 2 * ink + hair) / 2 - left
        return [(glyph, round(start)), (glyph, round(start + ink - hair))]

    def _word(self, text: str, classes: str) -> tuple[Cell, ...]:
        """Letters with their kerning, a cell each."""
        key = f"{classes}\0{text}"
        if key not in self.words:
            out: list[Cell] = []
            starts = [i for i, c in enumerate(classes) if c != "+"] + [len(text)]
            pieces = [(classes[a], text[a:b]) for a, b in zip(starts, starts[1:])]
            by_face = groupby(pieces, key=lambda p: getattr(self.face(p[1][0], p[0]), "id", ""))
            for face_id, group in by_face:
                out.extend(self._letters(face_id, list(group)))
            self.words[key] = tuple(out)
        return self.words[key]

    def _letters(self, face_id: str, pieces: list[tuple[str, str]]) -> list[Cell]:
        if not face_id:
            return [self._cluster(cls, text) for cls, text in pieces]
        face = self.library.face(face_id)
        shown = [self._printable(text, face) if len(text) > 1 else text for _, text in pieces]
        drawn = _draw(face, "".join(shown), "a")
        unit = self.em / face.upem
        groups = [list(group) for _, group in groupby(drawn, key=lambda glyph: glyph[2])]
        out, at, number = [], 0, 0
        for (cls, text), drawn_text in zip(pieces, shown):
            at += len(drawn_text)
            mine: list[tuple[int, int, int]] = []
            while number < len(groups) and groups[number][0][2] < at:
                mine += groups[number]
                number += 1
            out.append(self._letter(cls, text, face_id, mine, unit))
        return out

    def _letter(
        self, cls: str, text: str, face_id: str, drawn: list[tuple[int, int, int]], unit: float
    ) -> Cell:
        """A cell of a word. One without a glyph was swallowed by its neighbour's."""
        if not drawn:
            return self._invisible("z", text)
        steps = list(accumulate((advance for _, advance, _ in drawn), initial=0))
        more = tuple((glyph, round(step * unit)) for (glyph, _, _), step in zip(drawn[1:], steps[1:]))
        body = round(steps[-1] * unit)
        return Cell(text, cls, face_id, body, drawn[0][0], 0, 0, more, self.vertical)

    def hyphen(self, face_id: str) -> Cell:
        """The hyphen of a divided word, which is no part of the copy."""
        return replace(self._letters(face_id, [("m", "-")])[0], text="")

    def _invisible(self, cls: str, text: str) -> Cell:
        """A cell without width or ink: a space glyph that carries the text."""
        face = self.library.choose(self.style.family, " ", "han") or self._last_resort()[0]
        return Cell(text, cls, face.id, 0, face.glyph(" "))

    def _stand_in(self, cls: str, text: str) -> Cell:
        """What is set for a character that no face has: never nothing."""
        face, glyph = self._last_resort()
        unit = self.em / face.upem
        width = self._width(cls if cls in _CELL_WIDTH else "H", text, 0)
        half = round(blank(cls, self.style.setting) * self.em / 1000)
        return Cell(text, cls, face.id, width, glyph, round((width - face.advance(glyph) * unit) / 2), half)

    def _last_resort(self) -> tuple[Face, int]:
        for char in VISIBLE_GAP + "□? ":
            if face := self.library.choose(self.style.family, char, "han"):
                return face, face.glyph(char)
        raise LayoutBug(f"no face of {self.style.family} can set anything")


def sorts(library: FontLibrary, style: TextStyle) -> Sorts:
    """The cells of `library` for `style`, shared by all styles that set them alike. They live as long as the
    library does."""
    setting = style.setting
    own = (setting.digits, setting.punct_style, setting.interpunct)
    key = (style.family, style.size, style.scale[1], style.direction, *own)
    cases: dict[Any, Sorts] = vars(library).setdefault("_sorts", {})
    if key not in cases:
        cases[key] = Sorts(library, style)
    return cases[key]
