"""A story's head: kicker, headline, deck and byline in their order, in whole lines of the grid."""

from collections.abc import Sequence

from msgspec import Struct

from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect, bounds
from layout.page.display import Display, place_display, set_display
from layout.page.edges import rule
from layout.page.types import Placed, PlacedBox, PlacedLine
from layout.paragraph.types import Lexis
from layout.resolve.types import Box, Grid, HeadCopy, HeadPlan, StoryPlan
from layout.style import EM, HAN_TOP, Colour
from layout.tag import Tag
from layout.units import Emu, share


class MeasuredHead(Struct, frozen=True):
    """A head set but not placed: its parts, how high each is, and the lines of the grid that all take, `pads` for
    its frame and rules counted."""

    parts: tuple[tuple[HeadCopy, Display], ...]
    heights: tuple[Emu, ...]
    rows: int
    plan: HeadPlan = HeadPlan()
    pads: Insets = Insets()


def measure_head(
    story: StoryPlan, width: Emu, library: FontLibrary, words: Lexis, grid: Grid
) -> Outcome[MeasuredHead]:
    """Set the parts of the head over `width`.

    A part takes `lines` of the grid for each of its lines (占行), else what its leading needs, and the space
    before and after it, except above the first: a head at an area's top adds no space above itself. The whole
    is rounded up to whole lines, `height` of the plan at least, and the parts share what that adds. F041: a part
    had to be condensed or closed up to fit.
    """
    plan = story.head
    pads = pads_of(plan, grid)
    inner = max(grid.body, width - pads.left - pads.right)
    parts: list[tuple[HeadCopy, Display]] = []
    heights: list[Emu] = []
    found: list[Diagnostic] = []
    for copy in story.heads:
        done = set_display(
            copy.lines, copy.style, inner, library, copy.where, words, copy.kept, turns=copy.turns
        )
        found += (*done.diagnostics, *condensed(copy, done))
        parts.append((copy, done.value))
        style = copy.style
        each = style.lines * grid.leading or style.leading
        before = style.before if heights else 0
        heights.append(before + each * len(done.value.lines) + style.after)
    if not parts:
        return Outcome(MeasuredHead((), (), 0))
    needed = sum(heights) + pads.top + pads.bottom
    rows = max(plan.height, -(-needed // grid.leading))
    padded = tuple(h + extra for h, extra in zip(heights, share(rows * grid.leading - needed, len(heights))))
    return Outcome(MeasuredHead(tuple(parts), padded, rows, plan, pads), tuple(found))


def place_head(head: MeasuredHead, x: Emu, y: Emu, width: Emu, story: str, block: str) -> tuple[Placed, ...]:
    """The head with its top at `y`, its frame behind it, each part in the middle of its own strip."""
    pads, behind = head.pads, head.plan.behind
    placed: list[Placed] = []
    inner, top = width - pads.left - pads.right, y + pads.top
    for number, ((copy, display), height) in enumerate(zip(head.parts, head.heights)):
        style = copy.style
        before = style.before if number else 0
        strip = Rect(x + pads.left, top + before, inner, height - before - style.after)
        lines = place_display(display, strip, Tag(copy.role, story, block))
        placed += tinted(lines, behind.get(copy.role))
        top += height
    return (*frame(head.plan, Rect(x, y, width, top + pads.bottom - y), pads, story, block), *placed)


def pads_of(plan: HeadPlan, grid: Grid) -> Insets:
    """What a head's frame and rules take at its edges. Text stands half a line under a frame, and under a rule."""
    box, rules = plan.box, plan.rules
    framed = box is not None and (box.fill is not None or box.border is not None)
    inset = box.inset if framed and box else Insets()
    half = grid.leading // 2
    return Insets(
        top=(grid.head + inset.top if framed else 0) + (half if "top" in rules else 0),
        right=inset.right + (grid.body if "right" in rules else 0),
        bottom=(half + inset.bottom if framed else 0) + (grid.leading if "bottom" in rules else 0),
        left=inset.left + (grid.body if "left" in rules else 0),
    )


def frame(plan: HeadPlan, area: Rect, pads: Insets, story: str, block: str) -> tuple[Placed, ...]:
    """The head's box and rules in the room that `pads` keep for them, within `area`."""
    placed: list[Placed] = []
    tag = Tag("head", story, block)
    box = plan.box
    rect = area
    if box is not None and (box.fill is not None or box.border is not None):
        top = pads.top - box.inset.top
        rect = Rect(area.x, area.y + top, area.width, area.height - top - (pads.bottom - box.inset.bottom))
        placed.append(PlacedBox(rect, box, tag))
    elif "bottom" in plan.rules or "top" in plan.rules:
        above = pads.top // 4 if "top" in plan.rules else 0
        below = pads.bottom * 3 // 5 if "bottom" in plan.rules else 0
        rect = Rect(area.x, area.y + above, area.width, area.height - above - below)
    ends = {
        "top": (rect.x, rect.y, rect.right, rect.y),
        "bottom": (rect.x, rect.bottom, rect.right, rect.bottom),
        "left": (rect.x, rect.y, rect.x, rect.bottom),
        "right": (rect.right, rect.y, rect.right, rect.bottom),
    }
    placed += (rule(ends[side], stroke, block) for side, stroke in plan.rules.items() if side in ends)
    return tuple(placed)


def tinted(lines: Sequence[PlacedLine], ink: Colour | None) -> tuple[Placed, ...]:
    """The lines of a part, with a box of `ink` close behind them."""
    if ink is None or not lines:
        return tuple(lines)
    size = lines[0].shaped.style.size
    around = bounds(body_of(line) for line in lines)
    side, edge = size // 2, size * 15 // 100
    if lines[0].shaped.style.direction == "vertical":
        side, edge = edge, side
    rect = Rect(around.x - side, around.y - edge, around.width + 2 * side, around.height + 2 * edge)
    return (PlacedBox(rect, Box(None, ink, Insets()), lines[0].tag), *lines)


def body_of(placed: PlacedLine) -> Rect:
    """The rectangle of a line's bodies."""
    line, style = placed.line, placed.shaped.style
    start = line.xs[0] if line.xs else 0
    if style.direction == "vertical":
        return Rect(placed.x - style.size // 2, placed.y + start, style.size, line.width)
    return Rect(placed.x + start, placed.y - style.size * HAN_TOP // EM, line.width, style.size)


def head_where(story: StoryPlan) -> Where:
    """Where a head is written: its headline, or the first of its parts; the story where it has none."""
    written = sorted(story.heads, key=lambda copy: copy.role != "headline")
    return written[0].where if written else story.where


def condensed(copy: HeadCopy, done: Outcome[Display]) -> tuple[Diagnostic, ...]:
    """F041 where the part had to be made narrower than its style prefers, and that was enough: one that was set
    smaller too, or is too wide all the same, has been told of."""
    runs = done.value.lines[0].shaped.runs if done.value.lines else ()
    if not runs or any(found.code in ("T301", "T302") for found in done.diagnostics):
        return ()
    style, wanted = runs[0].style, copy.style
    if style.scale[1] >= wanted.scale[1] and style.tracking >= wanted.tracking:
        return ()
    facts: dict[str, Fact] = {
        "role": copy.role,
        "width": style.scale[1] / 10,
        "tracking": style.tracking / 10,
    }
    return (Diagnostic("F041", "info", copy.where, facts),)
