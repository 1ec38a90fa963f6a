"""What `resolve` makes: the plan of a page, all lengths absolute, all styles concrete.

Columns and lines of the grid count from 0 here.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

from layout.copy.types import Block, Copy
from layout.diag import Where
from layout.geometry import Insets, Rect
from layout.press import PLAIN, Print
from layout.style import ALL, Across, Colour, TextStyle
from layout.units import Emu


class Grid(Struct, frozen=True):
    """The lattice of the page. Column c begins at x + c × (measure + gutter); the baseline of line n is at
    y + n × leading + `baseline` (line n itself is the strip from y + n × leading, one leading high). `body` is the
    size of its characters, `gap` how many lines are clear between one area and the next below it."""

    x: Emu
    y: Emu
    columns: int
    measure: Emu
    gutter: Emu
    lines: int
    leading: Emu
    body: Emu
    baseline: Emu
    gap: int

    @property
    def head(self) -> Emu:
        """From the top of a line to the top of the body characters in it."""
        return (self.leading - self.body) // 2

    def column_x(self, column: int) -> Emu:
        """The left edge of a column, counted from 0."""
        return self.x + column * (self.measure + self.gutter)

    def line_y(self, line: int) -> Emu:
        """The top of a line, counted from 0."""
        return self.y + line * self.leading

    def span(self, columns: int) -> Emu:
        """The width of neighbouring columns with the gutters between them."""
        return columns * self.measure + (columns - 1) * self.gutter

    def rect(self, column: int, line: int, columns: int, lines: int) -> Rect:
        """So many columns and lines from a column and a line on."""
        return Rect(self.column_x(column), self.line_y(line), self.span(columns), lines * self.leading)


class Cells(Struct, frozen=True):
    """A rectangle of the grid: from `column`, `columns` wide, from `line`, `lines` high."""

    column: int
    line: int
    columns: int
    lines: int


class Area(Struct, frozen=True):
    """The cells of one letter. `bounds` is the rectangle around them; `legs` gives for each column of the
    bounds, from left to right, the strips (first line, lines) that are the letter's, from the top."""

    letter: str
    bounds: Cells
    legs: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def is_rectangle(self) -> bool:
        """Whether the cells fill their bounds."""
        b = self.bounds
        return all(leg == ((b.line, b.lines),) for leg in self.legs)


class Stroke(Struct, frozen=True):
    """A drawn line: a rule by name ("" is plain) with its weight and colour. Of 文武线 and 双线 the whole."""

    name: str
    weight: Emu
    colour: Colour


class Box(Struct, frozen=True):
    """A frame: `inset` is the clear space between the border and what is inside; `around` are the letters
    that stand in the same frame."""

    border: Stroke | None
    fill: Colour | None
    inset: Insets
    radius: Emu = 0
    around: tuple[str, ...] = ()


class HeadCopy(Struct, frozen=True):
    """One part of a head, ready to set. Several `lines` are fixed breaks. `kept` are ranges (line, start,
    end) of characters never divided. A single line is broken into `turns` lines at the least."""

    role: Literal["kicker", "headline", "deck", "byline"]
    lines: tuple[str, ...]
    style: TextStyle
    where: Where
    kept: tuple[tuple[int, int, int], ...] = ()
    turns: int = 1


class BannerPlan(Struct, frozen=True):
    """A series banner: its lines in their style, in a frame."""

    lines: tuple[str, ...]
    style: TextStyle
    box: Box
    where: Where


class HeadPlan(Struct, frozen=True):
    """Where a story's head stands in its area: over all of it (盖文题), or with text beside it, at the `left`, the
    `right` or in the middle (`inset`, 眉心题), over the text columns `columns` (first, last, from 0), `width`
    wide, `height` lines high; None, 0: as it needs. `box` and `rules` are the whole head's, `behind` the ink
    behind a role."""

    place: Literal["top", "left", "right", "inset"] = "top"
    columns: tuple[int, int] | None = None
    width: Emu = 0
    height: int = 0
    box: Box | None = None
    rules: dict[str, Stroke] = {}
    behind: dict[str, Colour] = {}


class StoryPlan(Struct, frozen=True):
    """A story ready to be placed. `styles` holds body, crosshead, dateline, dateline-by, bold, em, quote and
    whatever other roles its copy uses. `banner` stands where `series` says. `spans` are the roles ("crosshead",
    "quote", "table") that go over several columns. `tight` are the blocks of its copy that are to take as few lines as
    squeezed marks allow."""

    id: str
    heads: tuple[HeadCopy, ...]
    copy: Copy
    styles: dict[str, TextStyle]
    where: Where
    banner: BannerPlan | None = None
    series: Literal["first-column", "above", "beside"] = "first-column"
    head: HeadPlan = HeadPlan()
    spans: dict[str, Across] = {}
    tight: tuple[int, ...] = ()


class Shot(Struct, frozen=True):
    """A picture file and its size."""

    source: str
    digest: str
    pixels: tuple[int, int]
    vector: bool = False


class PicturePlan(Struct, frozen=True):
    """A picture, or with `more` a group of them that shares a caption. `pixels` is its size after orientation, of a
    `vector` one (a page of a PDF) in hundredths of a point. `across`: so many of a group in a row (0: as fits them).
    `credit_after`: one character's width after the caption, not flush right. `ad`: it is an advertisement, and so
    nobody's picture."""

    id: str
    source: str
    digest: str
    pixels: tuple[int, int]
    caption: str
    credit: str
    alt: str
    caption_style: TextStyle
    credit_style: TextStyle
    place: Literal["below", "left", "right", "inside", "none"]
    crop: tuple[int, int]
    cover: bool
    where: Where
    story: str = ""
    more: tuple[Shot, ...] = ()
    across: int = 0
    frame: Stroke | None = None
    credit_after: bool = False
    vector: bool = False
    ad: bool = False

    @property
    def shots(self) -> tuple[Shot, ...]:
        """All of its files."""
        return (Shot(self.source, self.digest, self.pixels, self.vector), *self.more)


class CreditsPlan(Struct, frozen=True):
    """The editorial credit box: roles and their names, names already spaced."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    style: TextStyle
    role_style: TextStyle
    where: Where


class Part(Struct, frozen=True):
    """A paragraph of a free piece of text. `lead` opens it, in its own style; a row of dots leads to `end` at the
    right."""

    text: str
    style: TextStyle
    lead: str = ""
    lead_style: TextStyle | None = None
    end: str = ""


class TextPlan(Struct, frozen=True):
    """A free piece of text. `style` is the block's own, by which it runs in lines or in columns."""

    parts: tuple[Part, ...]
    style: TextStyle
    where: Where


class TablePlan(Struct, frozen=True):
    """A table that stands by itself: a block of copy of that kind, in `columns` side by side; `story` is whose it
    is."""

    table: Block
    style: TextStyle
    head_style: TextStyle
    where: Where
    columns: int = 1
    story: str = ""


class QrPlan(Struct, frozen=True):
    """A QR code of `url`: its rows of modules, True for dark; the words under it."""

    url: str
    modules: tuple[tuple[bool, ...], ...]
    caption: str
    style: TextStyle
    where: Where


class QuotePlan(Struct, frozen=True):
    """A pull quote: its lines in the middle of its place."""

    lines: tuple[str, ...]
    style: TextStyle
    where: Where


class Blank(Struct, frozen=True):
    """Room kept free. Where a picture should stand, `picture_of` is whose it is ("": nobody's): text keeps off it as
    it would off the picture, lest one finding make others."""

    reason: str
    picture_of: str | None = None


class Insert(Struct, frozen=True):
    """A picture or a quotation over columns of a story, after its paragraph `after`; `rows` lines high (0: as high as
    it needs)."""

    block: str
    content: PicturePlan | QuotePlan
    after: int
    rows: int
    box: Box | None
    rules: dict[str, Stroke]
    where: Where
    over: Across = ALL


KnobName: TypeAlias = Literal[
    "punctuation", "crosshead", "headline", "picture", "boundary", "leading", "size"
]
FillMode: TypeAlias = Literal["bottom", "balance", "spread", "grow"]


class Knob(Struct, frozen=True):
    """A step of a fit ladder: what may be changed, from `first` to `last` (lines, or Emu for leading and
    size)."""

    name: KnobName
    first: int = 0
    last: int = 0


class StoriesPlan(Struct, frozen=True):
    """One story, or several stacked in one area, over `columns` legs (0: those of the area) or over legs of the
    `widths` that were asked for. `fill`: where spare lines go; `fit`: what may be changed to leave none."""

    stories: tuple[StoryPlan, ...]
    columns: int = 0
    widths: tuple[Emu, ...] = ()
    fill: FillMode = "bottom"
    fit: tuple[Knob, ...] = ()
    inserts: tuple[Insert, ...] = ()


class ContinuesPlan(Struct, frozen=True):
    """More room for a story that stands elsewhere on the page."""

    story: str
    where: Where


class OverPlan(Struct, frozen=True):
    """通栏题: a head that stands over the blocks `over`; a story of nothing but heads."""

    story: StoryPlan
    over: tuple[str, ...]


class FurniturePlan(Struct, frozen=True):
    """A piece of furniture: text filled in, rules, at a free place."""

    id: str
    rect: Rect
    lines: tuple[str, ...]
    style: TextStyle
    rules: dict[str, Stroke]
    box: Box | None = None
    where: Where = Where("")


class NameplatePlan(Struct, frozen=True):
    """报头: its pieces, their places counted from the corner of the block."""

    pieces: tuple[FurniturePlan, ...]


Content: TypeAlias = (
    StoriesPlan
    | ContinuesPlan
    | PicturePlan
    | CreditsPlan
    | BannerPlan
    | NameplatePlan
    | TextPlan
    | QrPlan
    | TablePlan
    | QuotePlan
    | OverPlan
    | Blank
)


class WrapPlan(Struct, frozen=True):
    """How text keeps clear of a block: by `margin` from its frame, or from the outline of its picture: (left,
    right) of what it covers in each of equally high rows, per mille of its width, (0, 0) for nothing."""

    margin: Emu
    outline: tuple[tuple[int, int], ...] = ()


class BlockPlan(Struct, frozen=True):
    """A block and its place: an area of the dummy or cells (`area`), or a free rectangle (`free`).
    `floating`: placed by `at`, so a hole in every area that it covers; with `wrap` no hole, but an obstacle round
    which text runs."""

    id: str
    content: Content
    area: Area | None
    free: Rect | None
    box: Box | None
    rules: dict[str, Stroke]
    where: Where
    floating: bool = False
    lattice: Literal["page", "own"] = "page"
    wrap: WrapPlan | None = None


class PagePlan(Struct, frozen=True):
    """The page, ready for composition. `number` is its number in the paper, `press` how it is to be printed."""

    title: str
    date: str
    trim: Rect
    bleed: Rect
    grid: Grid
    blocks: tuple[BlockPlan, ...]
    furniture: tuple[FurniturePlan, ...]
    words: tuple[str, ...]
    segmenter: str
    number: int | None = None
    press: Print = PLAIN
