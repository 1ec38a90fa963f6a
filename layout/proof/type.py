"""The type of a proof: small sizes of one family, the inks of an editor's pencils."""

from layout.diag import Where
from layout.font.library import FontLibrary
from layout.page.lettering import SetLine, put, set_text
from layout.scene.build import items_of
from layout.scene.items import Item, Path, Rule
from layout.style import BLACK, PAPER, Colour, TextStyle
from layout.tag import Tag
from layout.units import PT, Emu

RED = Colour((0, 1000, 900, 0))
ORANGE = Colour((0, 600, 1000, 0))
BLUE = Colour((1000, 500, 0, 0))
CYAN = Colour((800, 0, 0, 0))
TINT = Colour((160, 0, 0, 0))
GREY = Colour((0, 0, 0, 600))
TAG = Tag("proof", furniture=True)
FAMILIES = ("黑", "宋")  # the first that the theme has
ENDLESS = 10_000 * PT


def style(size: float, library: FontLibrary, colour: Colour = BLACK) -> TextStyle:
    """Type of `size` points in the proof's family."""
    name = next((one for one in FAMILIES if one in library.families), next(iter(library.families), ""))
    whole = round(size * PT)
    return TextStyle("proof", name, whole, whole * 3 // 2, align="left", colour=colour)


def line(text: str, size: float, library: FontLibrary, colour: Colour = BLACK) -> SetLine:
    """One line of text, never turned over."""
    return set_text(text, style(size, library, colour), ENDLESS, library, Where("")).value[0]


def lettered(made: SetLine, x: Emu, baseline: Emu, *, right: bool = False) -> tuple[Item, ...]:
    """A line with its start, or its end, at `x`."""
    return items_of(put(made, x - made.right if right else x - made.left, baseline, TAG))


def labelled(
    text: str, x: Emu, top: Emu, library: FontLibrary, ink: Colour, size: float = 6.5
) -> tuple[Item, ...]:
    """Words in paper's colour on a patch of ink whose top left corner is at (`x`, `top`)."""
    made, em = line(text, size, library, PAPER), round(size * PT)
    width, height = made.line.width + em * 2 // 3, em * 5 // 4
    return (patch(x, top, width, height, ink), *lettered(made, x + em // 3, top + em))


def patch(x: Emu, y: Emu, width: Emu, height: Emu, fill: Colour | None, stroke: Colour | None = None) -> Path:
    """A rectangle."""
    right, foot = x + width, y + height
    ops = (("M", x, y), ("L", right, y), ("L", right, foot), ("L", x, foot), ("Z",))
    return Path(ops, fill=fill, stroke=stroke, weight=PT // 3 if stroke else 0, tag=TAG)


def ruled(x1: Emu, y1: Emu, x2: Emu, y2: Emu, colour: Colour) -> Rule:
    """A thin line."""
    return Rule(x1, y1, x2, y2, PT // 4, colour, tag=TAG)
