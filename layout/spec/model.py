"""The page spec as values. Names are those of the interface; what was not written is None or empty.

Relative lengths stay as written; `resolve` turns them into Emu. Every part knows where it was written by the
document and the path of keys, so a later stage can name the place.

One module, long as it is: a page's types and its theme's refer to one another, every page needs all of them, and
each further module would lengthen every start.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

from layout.press import Mark, Standard
from layout.style import ALL, Across

# --- values -------------------------------------------------------------------------------------------

Unit: TypeAlias = Literal["pt", "mm", "cm", "in", "字", "行", "栏", "%", "size"]


class Length(Struct, frozen=True):
    """`9.5pt`, `2字`, `3行`, `2栏`, `50%`; a named size has the unit `size` and its `name`."""

    value: float
    unit: Unit
    name: str = ""


class Range(Struct, frozen=True):
    """`a..b`, both ends included; a single value is a range of one."""

    low: Length
    high: Length


class ColourSpec(Struct, frozen=True):
    """`k 100%`, `cmyk(0, 100, 100, 0)` (values in per cent), `spot(name)` or a name of the theme."""

    cmyk: tuple[float, float, float, float] | None = None
    spot: str = ""
    name: str = ""


class LineSpec(Struct, frozen=True):
    """A drawn line: a weight (`0.3pt`) or one of the rules by name (正线, 文武线, 回纹 …), or both."""

    name: str = ""
    weight: Length | None = None
    colour: ColourSpec | None = None


class StyleSpec(Struct, frozen=True):
    """Changes to one role's style; None is "as before". `smallest` and `closest` are the other ends of a size and a
    tracking that were written as ranges. `setting` are options of Chinese setting by the names of
    `layout.style.Setting`, already typed."""

    font: str | None = None
    size: Length | None = None
    smallest: Length | None = None
    leading: Length | None = None
    align: Literal["justify", "left", "center", "right"] | None = None
    indent: Length | None = None
    tracking: Length | None = None
    closest: Length | None = None
    scale: Range | None = None
    measure: Length | None = None
    colour: ColourSpec | None = None
    lines: int | None = None
    space_before: Length | None = None
    space_after: Length | None = None
    direction: Literal["horizontal", "vertical"] | None = None
    span: Across | None = None
    setting: dict[str, str | int | bool] = {}


Styles: TypeAlias = dict[str, StyleSpec]

# --- stories, pictures, banners -----------------------------------------------------------------------


class HeadText(Struct, frozen=True):
    """A head's copy: several `lines` fix the breaks; one line is broken at sense groups."""

    lines: tuple[str, ...]

    @property
    def fixed(self) -> bool:
        """Whether the editor has said where the lines end."""
        return len(self.lines) > 1


class PictureSpec(Struct, frozen=True):
    """A picture of a page or a story. `file` is absolute after loading, `written` as the editor wrote it; `more`
    are the other files of a group (组图), the same of each."""

    id: str
    document: str
    path: tuple[str | int, ...]
    file: str
    written: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    more: tuple[tuple[str, str], ...] = ()


class TableSpec(Struct, frozen=True):
    """A table of a story: its Markdown as `text`, or a file. `file` is absolute, `written` as the editor wrote it."""

    id: str
    document: str
    path: tuple[str | int, ...]
    text: str = ""
    file: str = ""
    written: str = ""


class StorySpec(Struct, frozen=True):
    """A story: heads and the Markdown body as written. `document` and `path` lead to its values: a story in a
    file has the path (); one written on the page ("stories", id)."""

    id: str
    document: str
    path: tuple[str | int, ...]
    body: str
    kicker: HeadText | None = None
    headline: HeadText | None = None
    deck: HeadText | None = None
    byline: HeadText | None = None
    series: str = ""
    pictures: dict[str, PictureSpec] = {}
    tables: dict[str, TableSpec] = {}
    normalise: bool = True


class BannerSpec(Struct, frozen=True):
    """栏题: one or more lines in a frame."""

    lines: tuple[str, ...]
    box: "BoxSpec | None" = None
    style: Styles = {}


# --- blocks -------------------------------------------------------------------------------------------


class BoxSpec(Struct, frozen=True):
    """`box:` of a block. `inset` is clear space inside; `around` are other blocks that stand in the same
    frame (their areas together with this one's must be a rectangle)."""

    border: LineSpec | None = None
    fill: ColourSpec | None = None
    inset: Length | None = None
    radius: Length | None = None
    around: tuple[str, ...] = ()


class AtCells(Struct, frozen=True):
    """`at:` in grid cells, from 1, both ends included."""

    columns: tuple[int, int]
    lines: tuple[int, int]


class AtFree(Struct, frozen=True):
    """`at:` by lengths from the trimmed corner."""

    x: Length
    y: Length
    width: Length
    height: Length


class AtStory(Struct, frozen=True):
    """`at:` inside a story, over its columns `span`: after its paragraph `after` (0: before the first), `lines`
    high (None: as high as it needs)."""

    story: str
    after: int
    lines: int | None = None
    span: Across = ALL


class KnobSpec(Struct, frozen=True):
    """A step of `fit:`: what may be changed, from `first` to `last` (None: it has no range)."""

    name: str
    first: Length | None = None
    last: Length | None = None


Side: TypeAlias = Literal["top", "right", "bottom", "left", "between"]
Role: TypeAlias = Literal["kicker", "headline", "deck", "byline"]


class HeadSpec(Struct, frozen=True):
    """`head:` of a story block: what it changes of the head's roles, and where it stands: `columns` are text
    columns from 1, both ends included, `height` lines of the grid. `order` is from the top down (from the right
    of a vertical head); `behind` the ink behind a role. `series` says where the banner of a story's series is."""

    styles: Styles = {}
    series: Literal["first-column", "above", "beside"] = "first-column"
    place: Literal["top", "left", "right", "inset"] = "top"
    columns: tuple[int, int] | None = None
    width: Length | None = None
    height: int = 0
    order: tuple[Role, ...] = ()
    box: BoxSpec | None = None
    rules: dict[Side, LineSpec] = {}
    behind: dict[str, ColourSpec] = {}


class CropSpec(Struct, frozen=True):
    """The focal point of a picture, each from 0 to 1."""

    x: float = 0.5
    y: float = 0.5


class PartSpec(Struct, frozen=True):
    """A line of a text block: `lead` are bold words before it, `page` is where a row of dots leads to at its end,
    `style` the name of its own style ("": the block's)."""

    text: str
    lead: str = ""
    page: str = ""
    style: str = ""


Kind: TypeAlias = Literal[
    "story", "stories", "continues", "picture", "credits", "banner", "text", "quote", "blank", "head",
    "nameplate", "table", "qr", "ad",
]  # fmt: skip
Fill: TypeAlias = Literal["bottom", "balance", "spread", "grow"]


class WrapSpec(Struct, frozen=True):
    """How text keeps clear of a block placed by `at`: of its frame, or of the outline of its picture, which is
    `polygon` (corners as shares of the picture's width and height), or else what its alpha channel shows."""

    shape: Literal["box", "contour"] = "box"
    margin: Length = Length(1, "字")
    polygon: tuple[tuple[float, float], ...] = ()


class BlockSpec(Struct, frozen=True):
    """One block of the page. `refs` are the ids that its kind names (one for `story`, `continues`, `picture`,
    `banner`, several for `stories`, and the blocks that a `head` is over); `lines` the copy of `quote`, the
    written lines of `banner: {lines: …}`, the reason of `blank`, the link of `qr`; `parts` the lines of `text`;
    `heads` the words of a `head`; `file` the advertisement or the file of a table (whose `lines`
    are the table itself where it is written here, and whose `refs` is story/table where it is a story's); `label` the
    words under a QR code."""

    id: str
    kind: Kind
    document: str
    path: tuple[str | int, ...]
    refs: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    at: AtCells | AtFree | AtStory | None = None
    box: BoxSpec | None = None
    rules: dict[Side, LineSpec] = {}
    style: Styles = {}
    style_name: str = ""
    columns: int | tuple[Length, ...] | None = None
    fill: Fill = "bottom"
    fit: tuple[KnobSpec, ...] | None = None
    lattice: Literal["page", "own"] = "page"
    head: HeadSpec = HeadSpec()
    caption: Literal["below", "left", "right", "inside", "none"] = "below"
    credit: Literal["right", "after"] = "right"
    frame: LineSpec | None = None
    across: int = 0
    crop: CropSpec = CropSpec()
    picture_fit: Literal["cover", "contain"] = "cover"
    normalise: bool = True
    wrap: WrapSpec | None = None
    heads: dict[Role, HeadText] = {}
    parts: tuple[PartSpec, ...] = ()
    file: PictureSpec | None = None
    label: str = ""


class DummyRow(Struct, frozen=True):
    """A row of the map: its height in lines of the grid (None for `*`) and its letters, `.` a blank cell.
    `line` counts the map's source lines from 0."""

    height: int | None
    letters: tuple[str, ...]
    line: int


class PageFacts(Struct, frozen=True):
    """What the furniture and the nameplate show. `date` is ISO (2026-03-09) or "", `licence` the paper's number in
    the national register (国内统一连续出版物号)."""

    number: int | None = None
    date: str = ""
    section: str = ""
    paper: str = ""
    issue: str = ""
    pages: str = ""
    licence: str = ""
    credits: tuple[tuple[str, tuple[str, ...]], ...] = ()


class GridSpec(Struct, frozen=True):
    """The grid, or what a page changes of it."""

    columns: int | None = None
    measure: Length | None = None
    gutter: Length | None = None
    lines: int | None = None
    leading: Length | None = None
    gap: int | None = None
    top: Length | None = None
    left: Length | None = None


class PageSpec(Struct, frozen=True):
    """One page as written."""

    document: str
    facts: PageFacts
    stories: dict[str, StorySpec]
    pictures: dict[str, PictureSpec]
    banners: dict[str, BannerSpec]
    dummy: tuple[DummyRow, ...]
    blocks: dict[str, BlockSpec]
    grid: GridSpec = GridSpec()
    styles: Styles = {}
    words: tuple[str, ...] = ()


# --- themes -------------------------------------------------------------------------------------------


class PaperSpec(Struct, frozen=True):
    """The trimmed page, and how far ink may go over its edges."""

    width: Length
    height: Length
    bleed: Length


class FaceSpec(Struct, frozen=True):
    """A face of a theme: a font file (absolute after loading), the number in a collection, axes."""

    id: str
    file: str
    number: int = 0
    axes: tuple[tuple[str, float], ...] = ()


class FamilySpec(Struct, frozen=True):
    """A composite family of a theme, by face ids. `fallback` None: the extended family's."""

    han: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()
    fallback: tuple[str, ...] | None = None


class FurnitureSpec(Struct, frozen=True):
    """A piece of furniture or of the nameplate: a block with a free `at`, its text with {placeholders}, and rules."""

    id: str
    at: AtFree
    lines: tuple[str, ...]
    style_name: str
    rules: dict[Side, LineSpec] = {}
    box: BoxSpec | None = None


class IntentSpec(Struct, frozen=True):
    """The printing condition: an ICC profile (absolute after loading, "" for the package's newsprint; `written`
    as in the theme), its name among printers, the list that has it, words for people."""

    profile: str = ""
    written: str = ""
    identifier: str = ""
    registry: str = ""
    info: str = ""


class ResolutionSpec(Struct, frozen=True):
    """Pixels an inch: see `layout.press.Resolution`."""

    least: int | None = None
    good: int | None = None
    most: int | None = None
    target: int | None = None


class PrintSpec(Struct, frozen=True):
    """`print:` of a theme. No standards: `plain`. `ink` is the limit of all inks together, 1 for one in full;
    `bleed` takes the place of the paper's."""

    standards: tuple[Standard, ...] = ("pdf/x-4",)
    intent: IntentSpec = IntentSpec()
    ink: float = 2.4
    marks: tuple[Mark, ...] = ()
    bleed: Length | None = None
    resolution: ResolutionSpec = ResolutionSpec()


class ThemeSpec(Struct, frozen=True):
    """A theme after `extends` has been followed and merged. `document` is the outermost file."""

    document: str
    paper: PaperSpec
    grid: GridSpec
    faces: dict[str, FaceSpec]
    families: dict[str, FamilySpec]
    colours: dict[str, ColourSpec]
    sizes: dict[str, Length]
    styles: Styles
    furniture: tuple[FurnitureSpec, ...]
    banners: dict[str, BannerSpec]
    banner_box: BoxSpec | None = None
    words: tuple[str, ...] = ()
    segmenter: str = "builtin"
    setting: dict[str, str | int | bool] = {}
    normalise: bool = True
    checks: dict[str, Literal["error", "warning", "info", "off"]] = {}
    print: PrintSpec = PrintSpec()
    fit: tuple[KnobSpec, ...] = ()
    nameplate: tuple[FurnitureSpec, ...] = ()
    end_mark: str = ""
