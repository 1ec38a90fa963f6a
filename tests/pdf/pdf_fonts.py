"""Tiny fonts of every make, written by the tests: squares of known advance for A, B and C."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

ORDER = (".notdef", "unused", "A", "B", "C")
ADVANCES = {".notdef": 500, "unused": 111, "A": 600, "B": 725, "C": 1000}
UPEM = 1000
NOTO_CJK = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SIMPLIFIED = 2  # the number of the face for mainland China in Noto's collections


def _start(is_ttf: bool, upem: int = UPEM) -> FontBuilder:
    font = FontBuilder(upem, isTTF=is_ttf)
    font.setupGlyphOrder(list(ORDER))
    font.setupCharacterMap({ord(c): c for c in "ABC"})
    font.setupNameTable({"familyName": "Square", "styleName": "Regular", "psName": "Square-Regular"})
    return font


def _finish(font: FontBuilder, file: Path) -> str:
    font.setupHorizontalMetrics({name: (width, 0) for name, width in ADVANCES.items()})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=700)
    font.setupPost()
    font.save(file)
    return str(file)


def _square(pen: T2CharStringPen | TTGlyphPen, side: int):
    pen.moveTo((50, 0))
    for corner in ((50, side), (side, side), (side, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def glyf(file: Path, upem: int = UPEM) -> str:
    font = _start(True, upem)
    font.setupGlyf({name: _square(TTGlyphPen(None), width - 50).glyph() for name, width in ADVANCES.items()})
    return _finish(font, file)


def variable(file: Path) -> str:
    """Weight 400 to 900; at 900 every advance and square is 100 units wider."""
    font = _start(True)
    font.setupGlyf({name: _square(TTGlyphPen(None), width - 50).glyph() for name, width in ADVANCES.items()})
    font.setupHorizontalMetrics({name: (width, 50) for name, width in ADVANCES.items()})
    font.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    # four outline points, then left side, right side, top and bottom
    wider = [(0, 0), (0, 0), (100, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
    font.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, wider)] for name in ORDER})
    return _finish(font, file)


def named_cff(file: Path) -> str:
    """Glyphs with names and no CIDs, as in most Latin OpenType fonts."""
    font = _start(False)
    strings = {n: _square(T2CharStringPen(w, None), w - 50).getCharString() for n, w in ADVANCES.items()}
    font.setupCFF("Square-Regular", {}, strings, {})
    return _finish(font, file)


def cff2(file: Path) -> str:
    font = _start(False)
    strings = {
        n: _square(T2CharStringPen(None, None, CFF2=True), w - 50).getCharString()
        for n, w in ADVANCES.items()
    }
    font.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    font.setupCFF2(strings)
    return _finish(font, file)


def numbered_cff(file: Path, text: str) -> str:
    """A font cut from a CJK collection: its CIDs are not its glyph numbers."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(str(NOTO_CJK)), SIMPLIFIED)
    order = hb.SubsetInput()
    order.unicode_set.update(map(ord, text))
    file.write_bytes(hb.subset(face, order).blob.data)
    return str(file)
