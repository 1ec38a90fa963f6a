"""What stands at the top of a story: its head, over all columns or with text beside it, and the banner of its
series where that stands above or beside the head."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome
from layout.geometry import Rect
from layout.page.banner import banner_rows, place_banner
from layout.page.head import MeasuredHead, frame, head_where, measure_head, pads_of, place_head, tinted
from layout.page.outline import trimmed
from layout.page.rooms import Leg
from layout.page.types import Placed, Setting
from layout.page.upright import Upright, place_upright, set_upright
from layout.page.wrap import NARROWEST, Obstacle, wrapped
from layout.resolve.types import Grid, HeadPlan, StoryPlan
from layout.tag import Tag
from layout.units import Emu

CRUMB = 5  # lines: a vertical head takes what is left under it, where that is less than a paragraph's worth


class MeasuredTop(Struct, frozen=True):
    """A head measured, the place it has, and the lines of the grid that it takes with its banner. `upright` is a
    vertical head, instead of `head`; `beside`: there is text beside it."""

    head: MeasuredHead
    x: Emu
    width: Emu
    banner: Rect | None
    rows: int
    upright: Upright | None = None
    beside: bool = False


def stand(story: StoryPlan, legs: Sequence[Leg], room: int, setting: Setting) -> Outcome[MeasuredTop]:
    """Measure the head in the place that its plan gives it over `legs`, the columns that are free at the story's
    top for `room` lines.

    F042: a vertical head is wider than its place. F043: the columns that it is to stand over are not there.
    """
    grid, plan = setting.grid, story.head
    left, right = (legs[0].x, legs[-1].x + legs[-1].measure) if legs else (grid.x, grid.x + grid.measure)
    if any(copy.style.direction == "vertical" for copy in story.heads):
        return _upright(story, legs, left, right, room, setting)
    if plan.place == "top" and plan.columns is None and not plan.width:
        return measure_top(story, left, right - left, setting)
    x, width, found = _spot(story, legs, left, right, _usual(plan, legs, right - left, grid), grid)
    done = measure_top(story, x, width, setting)
    return Outcome(replace(done.value, beside=width < right - left), (*found, *done.diagnostics))


def below_top(legs: Sequence[Leg], top: MeasuredTop, line: int, grid: Grid) -> tuple[Leg, ...]:
    """The legs, less the head at `line` of the grid: its rows in the columns that it covers, and a gutter beside it
    in those that it reaches into."""
    rows = top.rows
    left = min(top.x, top.banner.x) if top.banner else top.x
    right = top.x + top.width
    taken = Rect(left - grid.gutter, grid.line_y(line), right - left + 2 * grid.gutter, rows * grid.leading)
    out = []
    for leg in legs:
        below = trimmed(leg.strips, line)
        here = at_line(leg, line)
        covered = left <= here.x and here.x + here.measure <= right
        if rows and covered:
            out.append(replace(leg, strips=trimmed(leg.strips, line + rows)))
        elif rows and top.beside:
            out.append(_cleared(wrapped(replace(leg, strips=below), (Obstacle(taken),), grid)))
        else:
            out.append(replace(leg, strips=below))
    return tuple(out)


def at_line(leg: Leg, line: int) -> Leg:
    """The leg as wide as it is at a line."""
    places = ((x, measure) for at, x, measure in leg.wraps if at == line and measure)
    x, measure = next(places, (leg.x, leg.measure))
    return replace(leg, x=x, measure=measure)


def measure_top(story: StoryPlan, x: Emu, width: Emu, setting: Setting) -> Outcome[MeasuredTop]:
    """Measure the head over `width` from `x`. A banner above it, or at its left, is one column wide."""
    grid = setting.grid
    banner = story.banner if story.series != "first-column" else None
    if banner is None:
        done = measure_head(story, width, setting.library, setting.words, grid)
        return Outcome(MeasuredTop(done.value, x, width, None, done.value.rows), done.diagnostics)
    rows = banner_rows(banner, grid)
    side = min(grid.measure, width // 2)
    beside = story.series == "beside"
    taken = side + grid.gutter if beside else 0
    done = measure_head(story, width - taken, setting.library, setting.words, grid)
    head = done.value
    total = max(rows, head.rows) if beside else rows + head.rows
    place = Rect(x, 0, side, rows * grid.leading)
    return Outcome(MeasuredTop(head, x + taken, width - taken, place, total), done.diagnostics)


def place_top(top: MeasuredTop, story: StoryPlan, y: Emu, block: str, setting: Setting) -> tuple[Placed, ...]:
    """The head, after its banner if there is one, with their top at `y`."""
    grid = setting.grid
    if top.upright is not None:
        return _placed_upright(top, top.upright, story, y, block, grid)
    if top.banner is None or story.banner is None:
        return place_head(top.head, top.x, y, top.width, story.id, block)
    area = top.banner
    banner = place_banner(
        story.banner,
        Rect(area.x, y, area.width, area.height),
        grid,
        setting.library,
        Tag("banner", story.id, block),
    )
    below = 0 if top.x > area.x else area.height
    return (*banner.value, *place_head(top.head, top.x, y + below, top.width, story.id, block))


def _upright(
    story: StoryPlan, legs: Sequence[Leg], left: Emu, right: Emu, room: int, setting: Setting
) -> Outcome[MeasuredTop]:
    """A vertical head: as high as its longest column unless its plan says how high, as wide as its columns unless
    its plan says how wide."""
    grid, plan = setting.grid, story.head
    pads = pads_of(plan, grid)
    edges = pads.top + pads.bottom + grid.head

    def inner(rows: int) -> Emu:
        return max(grid.body, rows * grid.leading - edges)

    rows = min(plan.height, room)
    if not rows:
        longest = set_upright(story, inner(room), setting).value.longest
        rows = min(room, -(-(longest + edges) // grid.leading) + 1)
        rows = room if room - rows < CRUMB else rows
    done = set_upright(story, inner(rows), setting)
    head = done.value
    needed = head.width + pads.left + pads.right
    x, width, found = _spot(story, legs, left, right, needed, grid)
    if needed > width:
        facts: dict[str, Fact] = {"story": story.id, "over": round((needed - width) / grid.body, 1)}
        found = (*found, Diagnostic("F042", "error", head_where(story), facts))
    top = MeasuredTop(
        MeasuredHead((), (), 0, plan, pads), x, width, None, rows, head, beside=width < right - left
    )
    return Outcome(top, (*found, *done.diagnostics))


def _placed_upright(
    top: MeasuredTop, head: Upright, story: StoryPlan, y: Emu, block: str, grid: Grid
) -> tuple[Placed, ...]:
    """A vertical head in the middle of its width."""
    pads, plan = top.head.pads, top.head.plan
    spare = top.width - pads.left - pads.right - head.width
    right = top.x + top.width - pads.right - max(0, spare // 2)
    first = y + (pads.top or grid.head)
    parts = place_upright(head, right, first, story.id, block)
    placed = (thing for tag, lines in parts for thing in tinted(lines, plan.behind.get(tag.role)))
    area = Rect(top.x, y, top.width, top.rows * grid.leading)
    return (*frame(plan, area, pads, story.id, block), *placed)


def _usual(plan: HeadPlan, legs: Sequence[Leg], whole: Emu, grid: Grid) -> Emu:
    """The width of a head that says none: a column, half of the only one; in the middle of the text the middle
    columns of more than two."""
    count = len(legs)
    if count < 2:
        return whole // 2 // grid.body * grid.body
    first, last = _middle(count)
    return (
        legs[last].x + legs[last].measure - legs[first].x
        if count > 2 and plan.place == "inset"
        else legs[0].measure
    )


def _middle(count: int) -> tuple[int, int]:
    """The middle columns of so many: one of three, two of four, three of five."""
    side = (count - 1) // 2 if count < 5 else count // 4
    return side, count - 1 - side


def _spot(
    story: StoryPlan, legs: Sequence[Leg], left: Emu, right: Emu, needed: Emu, grid: Grid
) -> tuple[Emu, Emu, tuple[Diagnostic, ...]]:
    """Where the head begins and how wide its place is: over the columns of its plan, else as wide as the plan says,
    else as it needs."""
    plan = story.head
    if plan.columns is not None and legs:
        first, last = plan.columns
        found: tuple[Diagnostic, ...] = ()
        if last >= len(legs):
            facts: dict[str, Fact] = {"story": story.id, "last": last + 1, "columns": len(legs)}
            found = (Diagnostic("F043", "error", story.where, facts),)
        a, b = legs[min(first, len(legs) - 1)], legs[min(last, len(legs) - 1)]
        return a.x, b.x + b.measure - a.x, found
    width = min(plan.width or needed, right - left)
    x = _start(plan, left, right, width)
    return (x, width, ()) if plan.width else (*_filled(x, width, legs, grid), ())


def _filled(x: Emu, width: Emu, legs: Sequence[Leg], grid: Grid) -> tuple[Emu, Emu]:
    """The place, as far as the edges of the columns that it reaches into where too little for text is left of
    them."""
    left, right = x, x + width
    for leg in legs:
        end = leg.x + leg.measure
        least = max(NARROWEST * grid.body, leg.measure // 4) + grid.gutter
        if leg.x < left < end and left - leg.x < least:
            left = leg.x
        if leg.x < right < end and end - right < least:
            right = end
    return left, right - left


def _start(plan: HeadPlan, left: Emu, right: Emu, width: Emu) -> Emu:
    """The left edge of a head `width` wide."""
    if plan.place == "right":
        return right - width
    if plan.place == "inset":
        return left + (right - left - width) // 2
    return left


def _cleared(leg: Leg) -> Leg:
    """The leg without the lines at its top in which no text goes, so that it begins where its text does."""
    empty = {line for line, _, measure in leg.wraps if not measure}
    strips = []
    for number, (first, lines) in enumerate(leg.strips):
        end = first + lines
        while not number and first < end and first in empty:
            first += 1
        if end > first:
            strips.append((first, end - first))
    return replace(leg, strips=tuple(strips))
