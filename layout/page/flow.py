"""A story's copy as a flow: what goes into its frames, in order."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.copy.types import Block, CellAlign
from layout.diag import Diagnostic, Fact, Where
from layout.font.library import FontLibrary
from layout.page.lettering import lies
from layout.paragraph.break_ import break_
from layout.resolve.types import BannerPlan, Insert, StoryPlan
from layout.style import EM, ONE, Across, TextStyle
from layout.text.shape import shape
from layout.text.types import ShapedParagraph, Span
from layout.units import MM, Emu

ENDLESS = 100_000 * MM  # a measure on which a sign and its text are not divided
Shaper: TypeAlias = Callable[[tuple[Span, ...], FontLibrary], ShapedParagraph]


class Paragraph(Struct, frozen=True):
    """A paragraph of text. `number` counts the story's blocks; `offsets` lead each character back to the
    source of the body (-1: set by us, such as the sign of a list item). `span`: the columns it goes over. `hang`: how
    far all lines but the first are indented, from the first one's start."""

    shaped: ShapedParagraph
    style: TextStyle
    number: int
    offsets: tuple[int, ...]
    span: Across = ONE
    hang: Emu = 0

    @property
    def hangs_at(self) -> Emu:
        """From the column's start to that of the paragraph's measure."""
        return self.hang + self.style.indent * self.style.size // EM if self.hang else 0


class Crosshead(Struct, frozen=True):
    """小标题: never at a column's foot, set in whole lines of the grid."""

    text: str
    style: TextStyle
    number: int
    offsets: tuple[int, ...]
    span: Across = ONE


class Space(Struct, frozen=True):
    """Empty lines."""

    rows: int


class Banner(Struct, frozen=True):
    """The banner of the story's series at the head of its first column."""

    plan: BannerPlan


class Bar(Struct, frozen=True):
    """A picture or a quotation over several columns."""

    insert: Insert


class Table(Struct, frozen=True):
    """A table: the spans of each cell, row by row from the head, in its style; how each column is aligned; over which
    rows a rule stands."""

    cells: tuple[tuple[tuple[Span, ...], ...], ...]
    aligns: tuple[CellAlign, ...]
    style: TextStyle
    number: int
    offsets: tuple[int, ...]
    text: str
    span: Across = ONE
    ruled: tuple[int, ...] = ()


FlowItem: TypeAlias = Paragraph | Crosshead | Space | Banner | Bar | Table


def goes_over(item: FlowItem) -> Across | None:
    """The columns that an item goes over which stands in no column; None for one that does."""
    if isinstance(item, Bar):
        return item.insert.over
    return item.span if isinstance(item, Paragraph | Crosshead | Table) and item.span != ONE else None


def words_of(item: FlowItem) -> str:
    """What an item is known by in a finding: its block, or its first words."""
    match item:
        case Bar(insert=insert):
            return insert.block
        case Paragraph(shaped=shaped):
            return shaped.text[:8]
        case Crosshead(text=text) | Table(text=text):
            return text[:8]
    return ""


def flow_of(
    story: StoryPlan, library: FontLibrary, inserts: tuple[Insert, ...] = (), shaper: Shaper = shape
) -> tuple[tuple[FlowItem, ...], tuple[Diagnostic, ...]]:
    """The story's copy, shaped, with what is inserted between its paragraphs, and what its shaping had to say.

    T109: readings or emphasis dots in a crosshead, which are not set."""
    items: list[FlowItem] = []
    found: list[Diagnostic] = []
    vertical = [style for style in story.styles.values() if style.direction == "vertical"]
    if vertical:
        found += (lies(style, story.where) for style in vertical[:1])
        level = {role: replace(style, direction="horizontal") for role, style in story.styles.items()}
        story = replace(story, styles=level)
    bars = list(inserts)
    paragraphs = 0
    if story.banner and story.series == "first-column":
        items.append(Banner(story.banner))
    for number, block in enumerate(story.copy.blocks):
        while bars and bars[0].after <= paragraphs:
            items.append(Bar(bars.pop(0)))
        item = item_of(block, number, story, library, shaper)
        paragraphs += isinstance(item, Paragraph)
        items.append(item)
        if isinstance(item, Paragraph):
            found += (placed_at(d, story.where, item.offsets) for d in item.shaped.diagnostics)
        elif isinstance(item, Crosshead) and any(piece.note for piece in block.pieces):
            found.append(placed_at(_unnoted(block), story.where, item.offsets))
    for bar in bars:
        items.append(Bar(bar))
        if bar.after > paragraphs:
            facts: dict[str, Fact] = {"story": story.id, "after": bar.after, "paragraphs": paragraphs}
            found.append(Diagnostic("F020", "warning", bar.where, facts))
    return tuple(items), tuple(found)


def _unnoted(block: Block) -> Diagnostic:
    """T109: readings and emphasis dots are not set in a crosshead. The place is the first one's in its text."""
    first = next(i for i, piece in enumerate(block.pieces) if piece.note)
    at = sum(len(piece.text) for piece in block.pieces[:first])
    place = Where("", (), at, len(block.pieces[first].text))
    return Diagnostic("T109", "warning", place, {"words": block.text[:20]})


def placed_at(found: Diagnostic, where: Where, offsets: tuple[int, ...]) -> Diagnostic:
    """A finding about a paragraph's own text, as a finding about the story's body."""
    at = found.where.at
    source = offsets[at] if 0 <= at < len(offsets) else -1
    place = Where(where.document, (*where.path, "body"), source, max(1, found.where.length))
    return Diagnostic(found.code, found.severity, place, found.facts, found.hint)


def table_of(block: Block, styles: dict[str, TextStyle], number: int = 0, span: Across = ONE) -> Table:
    """A table of the copy in the styles "table" and, for its heads and for words in bold, "table-head"."""
    pieces = iter(block.pieces)
    rows: list[tuple[tuple[Span, ...], ...]] = []
    for counts in block.cells:
        style = styles["table" if rows else "table-head"]
        cells = ([next(pieces) for _ in range(count)] for count in counts)
        rows.append(
            tuple(
                tuple(Span(p.text, styles["table-head"] if p.mark == "bold" else style) for p in cell)
                for cell in cells
            )
        )
    return Table(
        tuple(rows), block.aligns, styles["table"], number, block.offsets, block.text, span, block.ruled
    )


def item_of(
    block: Block, number: int, story: StoryPlan, library: FontLibrary, shaper: Shaper
) -> Paragraph | Crosshead | Space | Table:
    """A block of the copy as a piece of the flow."""
    offsets = block.offsets
    match block.kind:
        case "space":
            return Space(1)
        case "crosshead":
            span = story.spans.get("crosshead", ONE)
            return Crosshead(block.text, story.styles["crosshead"], number, offsets, span)
        case "table":
            return table_of(block, story.styles, number, story.spans.get("table", ONE))
    role = {"quote": "quote", "item": "item"}.get(block.kind, "body")
    style = story.styles.get(role, story.styles["body"])
    pieces = [
        Span(piece.text, story.styles.get(piece.mark, style) if piece.mark else style, note=piece.note)
        for piece in block.pieces
    ]
    if block.kind == "item":
        pieces.insert(0, Span(block.marker, style))
        offsets = (-1,) * len(block.marker) + offsets
    span = story.spans.get("quote", ONE) if block.kind == "quote" else ONE
    shaped = shaper(tuple(pieces), library)
    hang = _hang(shaped, len(block.marker)) if block.kind == "item" else 0
    return Paragraph(shaped, style, number, offsets, span, hang)


def _hang(shaped: ShapedParagraph, marker: int) -> Emu:
    """Where the text of a list's item begins after its sign, on a line without end."""
    lines = break_(shaped, ((1, ENDLESS),), align="left").value
    first = next((i for i, start in enumerate(shaped.starts) if start >= marker), 0)
    return lines[0].xs[first] if lines and first < len(lines[0].xs) else 0
