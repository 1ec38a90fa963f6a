"""What `page` makes: things in their places, in Emu from the trimmed corner, and a report of the fit."""

from typing import TypeAlias

from msgspec import Struct, field

from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.memo import Memo
from layout.paragraph.types import Lexis, Line
from layout.press import PLAIN, Print
from layout.resolve.types import Box, Grid, PicturePlan, Stroke
from layout.style import Colour
from layout.tag import Tag
from layout.text.types import ShapedParagraph
from layout.units import Emu


class Setting(Struct, frozen=True):
    """What every block of a page is set with: its grid, its fonts, what heads are cut into words by, and what is
    remembered of the page's setting. `advising`: where copy is over or short, say what to cut or
    to write."""

    grid: Grid
    library: FontLibrary
    words: Lexis
    memo: Memo = field(default_factory=Memo)
    advising: bool = True


class PlacedLine(Struct, frozen=True):
    """A set line: its inline start at `x`, its baseline at `y`; of a vertical one the middle of its column at `x`,
    its inline start at `y`. Character i of `shaped` is character i + `ahead` of the copy's paragraph, which has more
    in front of a table's cell and less in front of a crosshead's second line."""

    shaped: ShapedParagraph
    line: Line
    x: Emu
    y: Emu
    tag: Tag
    ahead: int = 0


class PlacedRule(Struct, frozen=True):
    """A rule between two points, level or upright."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu
    stroke: Stroke
    tag: Tag


class PlacedBox(Struct, frozen=True):
    """A frame: its fill, then its border; round `rect`, or along the `outline` inside it, by its corners."""

    rect: Rect
    box: Box
    tag: Tag
    outline: tuple[tuple[Emu, Emu], ...] = ()


class PlacedPicture(Struct, frozen=True):
    """A picture: the whole of it in `image`, seen through `frame`."""

    plan: PicturePlan
    frame: Rect
    image: Rect
    tag: Tag


class PlacedShape(Struct, frozen=True):
    """Rectangles of one colour that are one thing: the dark modules of a QR code."""

    rects: tuple[Rect, ...]
    fill: Colour
    tag: Tag


Placed: TypeAlias = PlacedLine | PlacedRule | PlacedBox | PlacedPicture | PlacedShape


class Edit(Struct, frozen=True):
    """Advice to cut or to write: so many `characters` less, or more, in the story's paragraph `paragraph` (from 1),
    which opens with `words`, save or make `lines` lines; `at` is where it begins in the body."""

    paragraph: int
    characters: int
    lines: int
    words: str
    at: int


class Try(Struct, frozen=True):
    """A step of a fit ladder: `knob` at `value` (lines moved or taken, Emu of type, paragraphs squeezed) would
    leave `over` lines over and `spare` empty. `made`: it was composed, not ruled out by arithmetic, whose estimate
    this then is; `kept`: the page has it."""

    knob: str
    value: int
    over: int
    spare: int
    made: bool
    kept: bool = False


class StoryFit(Struct, frozen=True):
    """How a story fits its room. `lines` are set in the body, `spare` line places stay empty at its end;
    `over_lines` and `over_characters` were not set, from the words `stopped_at`, in the sentence `sentence`.

    `room` is how many lines its areas hold, `room_characters` how many characters that is: with the story's own
    paragraphs, or for an empty story with paragraphs of six lines; `characters` are set. `cuts` would make what is
    over fit, `adds` fill what is spare; `tails` say what a line less or more costs in each paragraph, the cheapest
    first; `tries` is what its fit ladder tried."""

    story: str
    block: str
    lines: int
    spare: int
    over_lines: int = 0
    over_characters: int = 0
    stopped_at: str = ""
    sentence: str = ""
    room: int = 0
    room_characters: int = 0
    characters: int = 0
    cuts: tuple[Edit, ...] = ()
    adds: tuple[Edit, ...] = ()
    tails: tuple[Edit, ...] = ()
    tries: tuple[Try, ...] = ()


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
