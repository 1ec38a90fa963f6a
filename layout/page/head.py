"""A story's head: kicker, headline, deck and byline, one under the other, in whole lines of the grid."""

from msgspec import Struct

from layout.diag import Diagnostic, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.display import Display, place_display, set_display
from layout.page.types import PlacedLine
from layout.paragraph.types import Lexis
from layout.resolve.types import Grid, HeadCopy, StoryPlan
from layout.tag import Tag
from layout.units import Emu, share


class MeasuredHead(Struct, frozen=True):
    """A head set but not placed: its parts, how high each is, and the lines of the grid that all take."""

    parts: tuple[tuple[HeadCopy, Display], ...]
    heights: tuple[Emu, ...]
    rows: int


def measure_head(
    story: StoryPlan, width: Emu, library: FontLibrary, words: Lexis, grid: Grid
) -> Outcome[MeasuredHead]:
    """Set the parts of the head over `width`.

    A part takes `lines` of the grid for each of its lines (占行), else what its leading needs, and the space
    before and after it, except above the first: a head at an area's top adds no space above itself. The whole
    is rounded up to whole lines and the parts share what that adds.
    """
    parts: list[tuple[HeadCopy, Display]] = []
    heights: list[Emu] = []
    found: list[Diagnostic] = []
    for copy in story.heads:
        done = set_display(copy.lines, copy.style, width, library, copy.where, words, copy.kept)
        found += done.diagnostics
        parts.append((copy, done.value))
        style = copy.style
        each = style.lines * grid.leading or style.leading
        before = style.before if heights else 0
        heights.append(before + each * len(done.value.lines) + style.after)
    rows = -(-sum(heights) // grid.leading)
    spare = rows * grid.leading - sum(heights)
    padded = tuple(h + extra for h, extra in zip(heights, share(spare, len(heights)))) if heights else ()
    return Outcome(MeasuredHead(tuple(parts), padded, rows), tuple(found))


def place_head(
    head: MeasuredHead, x: Emu, y: Emu, width: Emu, story: str, block: str
) -> tuple[PlacedLine, ...]:
    """The head with its top at `y`: each part in the middle of its own strip."""
    placed: list[PlacedLine] = []
    for (copy, display), height in zip(head.parts, head.heights):
        style = copy.style
        before = style.before if placed else 0
        strip = Rect(x, y + before, width, height - before - style.after)
        placed += place_display(display, strip, Tag(copy.role, story, block))
        y += height
    return tuple(placed)
