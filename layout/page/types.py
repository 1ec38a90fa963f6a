"""What `page` makes: things in their places, in Emu from the trimmed corner, and a report of the fit."""

from typing import TypeAlias

from msgspec import Struct

from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.paragraph.types import Line
from layout.press import PLAIN, Print
from layout.resolve.types import Box, Grid, PicturePlan, Stroke
from layout.tag import Tag
from layout.text.types import ShapedParagraph
from layout.units import Emu


class Setting(Struct, frozen=True):
    """What every block of a page is set with: its grid, its fonts, the words that are never divided."""

    grid: Grid
    library: FontLibrary
    words: tuple[str, ...]


class PlacedLine(Struct, frozen=True):
    """A set line: its inline start at `x`, its baseline at `y`; of a vertical one the middle of its column at `x`,
    its inline start at `y`."""

    shaped: ShapedParagraph
    line: Line
    x: Emu
    y: Emu
    tag: Tag


class PlacedRule(Struct, frozen=True):
    """A rule between two points, level or upright."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu
    stroke: Stroke
    tag: Tag


class PlacedBox(Struct, frozen=True):
    """A frame: its fill, then its border."""

    rect: Rect
    box: Box
    tag: Tag


class PlacedPicture(Struct, frozen=True):
    """A picture: the whole of it in `image`, seen through `frame`."""

    plan: PicturePlan
    frame: Rect
    image: Rect
    tag: Tag


Placed: TypeAlias = PlacedLine | PlacedRule | PlacedBox | PlacedPicture


class StoryFit(Struct, frozen=True):
    """How a story fits its room. `lines` are set in the body, `spare` line places stay empty at its end;
    `over_lines` and `over_characters` were not set, from the words `stopped_at`."""

    story: str
    block: str
    lines: int
    spare: int
    over_lines: int = 0
    over_characters: int = 0
    stopped_at: str = ""


class PageLayout(Struct, frozen=True):
    """The page composed, in painting order, which is also reading order within a story. `number` is the
    page's in its paper, `press` how it is to be printed."""

    title: str
    date: str
    trim: Rect
    bleed: Rect
    placed: tuple[Placed, ...]
    fits: tuple[StoryFit, ...]
    number: int | None = None
    press: Print = PLAIN
