"""Scenes for the backends' tests, built without the rest of the engine: nominal glyphs on given places."""

from io import BytesIO
from pathlib import Path as File

from layout.font.face import FaceSource
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.scene.items import GlyphRun, Item, Meta, Scene
from layout.style import BLACK, Colour
from layout.units import MM, PT, Emu

FONTS = File(__file__).parents[2] / "fonts"
SONG = "NotoSerifSC-Regular"
FACES = (
    SONG,
    "NotoSerifSC-SemiBold",
    "NotoSerifSC-Bold",
    "NotoSerifSC-Black",
    "NotoSansSC-Regular",
    "NotoSansSC-Bold",
    "NotoSansSC-Black",
    "HedongKai-Regular",
)

TRIM = Rect(0, 0, 200 * MM, 120 * MM)
BLEED = Rect(-3 * MM, -3 * MM, 206 * MM, 126 * MM)
META = Meta(title="试验版", date="2026-11-23")


class Shelf:
    """A world whose files are given."""

    def __init__(self, **files: bytes) -> None:
        self.files = files

    def read_bytes(self, path: str) -> bytes:
        return self.files[path]

    def read_text(self, path: str) -> str:
        return self.files[path].decode()


def library(**others: FaceSource) -> FontLibrary:
    """The project's faces, and others by id."""
    own = {face: FaceSource(face, str(FONTS / f"{face}.ttf")) for face in FACES}
    return FontLibrary({}, own | others)


def line(
    fonts: FontLibrary,
    text: str,
    x: Emu,
    y: Emu,
    size: Emu = 10 * PT,
    face: str = SONG,
    *,
    gap: int = 0,
    scale: int = 1000,
    turn: int = 0,
    vertical: bool = False,
    colour: Colour = BLACK,
) -> GlyphRun:
    """`text` in nominal glyphs, set by their advances and `gap` thousandths of an em between them; upright
    down a column, one em each, with `vertical`."""
    opened = fonts.face(face)
    glyphs = tuple(opened.glyph(c) for c in text)
    places, pen = [], 0
    for glyph in glyphs:
        places.append(round(pen))
        advance = 1000 if vertical else opened.advance(glyph) * scale / opened.upem
        pen += (advance + gap) * size / 1000
    return GlyphRun(
        face, size, x, y, glyphs, tuple(places), tuple(text), colour, scale, turn=turn, vertical=vertical
    )


def page(*items: Item, meta: Meta = META) -> Scene:
    return Scene(TRIM, BLEED, items, meta)


def photograph(mode: str, size: tuple[int, int] = (60, 40), kind: str = "PNG", **options: object) -> bytes:
    """A picture file: a ramp from left to right, dark to light, with a corner mark at the top left."""
    from PIL import Image

    image = Image.linear_gradient("L").rotate(90).resize(size)
    image.paste(0, (0, 0, size[0] // 4, size[1] // 4))
    out = BytesIO()
    image.convert(mode).save(out, kind, **options)
    return out.getvalue()
