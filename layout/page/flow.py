"""A story's copy as a flow: what goes into its frames, in order."""

from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.copy.types import Block
from layout.diag import Diagnostic, Where
from layout.font.library import FontLibrary
from layout.page.lettering import lies
from layout.resolve.types import BannerPlan, StoryPlan
from layout.style import TextStyle
from layout.text.shape import shape
from layout.text.types import ShapedParagraph, Span


class Paragraph(Struct, frozen=True):
    """A paragraph of text. `number` counts the story's blocks; `offsets` lead each character back to the
    source of the body (-1: set by us, such as the sign of a list item)."""

    shaped: ShapedParagraph
    style: TextStyle
    number: int
    offsets: tuple[int, ...]


class Crosshead(Struct, frozen=True):
    """小标题: never at a column's foot, set in whole lines of the grid."""

    text: str
    style: TextStyle
    number: int
    offsets: tuple[int, ...]


class Space(Struct, frozen=True):
    """Empty lines."""

    rows: int


class Banner(Struct, frozen=True):
    """The banner of the story's series at the head of its first column."""

    plan: BannerPlan


FlowItem: TypeAlias = Paragraph | Crosshead | Space | Banner


def flow_of(story: StoryPlan, library: FontLibrary) -> tuple[tuple[FlowItem, ...], tuple[Diagnostic, ...]]:
    """The story's copy, shaped, and what its shaping had to say."""
    items: list[FlowItem] = []
    found: list[Diagnostic] = []
    vertical = [style for style in story.styles.values() if style.direction == "vertical"]
    if vertical:
        found += (lies(style, story.where) for style in vertical[:1])
        level = {role: replace(style, direction="horizontal") for role, style in story.styles.items()}
        story = replace(story, styles=level)
    if story.banner and story.series == "first-column":
        items.append(Banner(story.banner))
    for number, block in enumerate(story.copy.blocks):
        item = _item(block, number, story, library)
        items.append(item)
        if isinstance(item, Paragraph):
            found += (placed_at(d, story.where, item.offsets) for d in item.shaped.diagnostics)
    return tuple(items), tuple(found)


def placed_at(found: Diagnostic, where: Where, offsets: tuple[int, ...]) -> Diagnostic:
    """A finding about a paragraph's own text, as a finding about the story's body."""
    at = found.where.at
    source = offsets[at] if 0 <= at < len(offsets) else -1
    place = Where(where.document, (*where.path, "body"), source, max(1, found.where.length))
    return Diagnostic(found.code, found.severity, place, found.facts, found.hint)


def _item(block: Block, number: int, story: StoryPlan, library: FontLibrary) -> FlowItem:
    offsets = tuple(offset for piece in block.pieces for offset in piece.offsets)
    match block.kind:
        case "space":
            return Space(1)
        case "crosshead":
            return Crosshead(block.text, story.styles["crosshead"], number, offsets)
    style = story.styles["quote" if block.kind == "quote" else "body"]
    spans = [
        Span(piece.text, story.styles.get(piece.mark, style) if piece.mark else style, note=piece.note)
        for piece in block.pieces
    ]
    if block.kind == "item":
        spans.insert(0, Span(block.marker, style))
        offsets = (-1,) * len(block.marker) + offsets
    return Paragraph(shape(tuple(spans), library), style, number, offsets)
