"""Runarounds: what stands on a story's columns and pushes its text aside, line by line."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Where
from layout.geometry import Rect
from layout.page.types import Placed, PlacedBox, PlacedPicture
from layout.resolve.types import BlockPlan, Grid
from layout.units import Emu

if TYPE_CHECKING:
    from layout.page.rooms import Leg

Interval = tuple[Emu, Emu]
CRUMB = 3  # characters: narrower white beside an obstacle is taken for its margin
NARROWEST = 7  # characters: the narrowest strip of text, and the narrowest column offered


class Obstacle(Struct, frozen=True):
    """A rectangle that text keeps `margin` away from; with `rows` a shape inside it: what each of so many equally
    high rows covers, from left to right, None for nothing."""

    rect: Rect
    margin: Emu = 0
    rows: tuple[Interval | None, ...] = ()
    block: str = ""
    where: Where = Where("")

    def between(self, top: Emu, foot: Emu) -> Interval | None:
        """What it takes of a line from `top` to `foot`, its margin counted."""
        rect, margin = self.rect, self.margin
        if foot <= rect.y - margin or top >= rect.bottom + margin:
            return None
        if not self.rows:
            return rect.x - margin, rect.right + margin
        count = len(self.rows)
        first = max(0, (top - margin - rect.y) * count // max(1, rect.height))
        end = min(count, -((rect.y - foot - margin) * count // max(1, rect.height)))
        met = [row for row in self.rows[first:end] if row is not None]
        if not met:
            return None
        return min(left for left, _ in met) - margin, max(right for _, right in met) + margin


def obstacles_of(block: BlockPlan, area: Rect, grid: Grid, placed: Iterable[Placed]) -> tuple[Obstacle, ...]:
    """A block that stands in `area` as obstacles: its frame, or the outline of its picture and what else of the
    block stands below it."""
    wrap = block.wrap
    if wrap is None:
        return ()
    whole = area if block.free else _level(area, grid)
    if not wrap.outline:
        return (Obstacle(whole, wrap.margin, (), block.id, block.where),)
    shown = [thing for thing in placed if isinstance(thing, PlacedPicture)]
    found = []
    foot = whole.y
    for thing in shown:
        rows = _rows(thing, wrap.outline)
        found.append(Obstacle(thing.frame, wrap.margin, rows, block.id, block.where))
        foot = max(foot, thing.frame.bottom)
    others = [thing for thing in placed if not isinstance(thing, PlacedPicture | PlacedBox)]
    if others and foot < whole.bottom:
        found.append(Obstacle(Rect(whole.x, foot, whole.width, whole.bottom - foot), wrap.margin))
    return tuple(found)


def wrapped(leg: "Leg", obstacles: Sequence[Obstacle], grid: Grid) -> "Leg":
    """The leg with the places of those of its lines that are shorter for an obstacle; a line that has no room has a
    measure of 0."""
    near = [o for o in obstacles if _meets(o, leg)]
    if not near:
        return leg
    known = {line: (x, measure) for line, x, measure in leg.wraps}
    for first, lines in leg.strips:
        for line in range(first, first + lines):
            x, measure = known.get(line, (leg.x, leg.measure))
            place = _place(leg, x, measure, line, near, grid)
            if place != (leg.x, leg.measure):
                known[line] = place
    return replace(leg, wraps=tuple((line, *known[line]) for line in sorted(known)))


def crumbs(
    legs: "Sequence[Leg]", obstacles: Sequence[Obstacle], grid: Grid, area: Where
) -> tuple[Diagnostic, ...]:
    """F045 for each rectangle that leaves a strip of a column white, since it is too narrow for text; F048 for one
    beside which no line of all the columns has room. `area`: the block whose columns they are."""
    found = []
    for obstacle in obstacles:
        met = [leg for leg in legs if _meets(obstacle, leg)]
        room = sum(lines for leg in legs for _, lines in leg.strips)
        if len(met) == len(legs) and room == sum(not measure for leg in legs for *_, measure in leg.wraps):
            gone: dict[str, Fact] = {
                "block": obstacle.block,
                "area": str(area.path[-1] if area.path else ""),
                "lines": room,
            }
            found.append(Diagnostic("F048", "error", obstacle.where, gone))
            continue
        left, right = obstacle.rect.x - obstacle.margin, obstacle.rect.right + obstacle.margin
        for leg in legs:
            free = max(left - leg.x, leg.x + leg.measure - right)
            white = [line for line, _, measure in leg.wraps if not measure]
            white = [n for n in white if obstacle.between(grid.line_y(n), grid.line_y(n + 1))]
            crumb = CRUMB * grid.body <= free < max(NARROWEST * grid.body, leg.measure // 4)
            if _meets(obstacle, leg) and crumb and white and not obstacle.rows:
                facts: dict[str, Fact] = {
                    "block": obstacle.block,
                    "characters": round(free / grid.body, 1),
                    "first": white[0] + 1,
                    "lines": len(white),
                }
                found.append(Diagnostic("F045", "warning", obstacle.where, facts))
    return tuple(found)


def _level(area: Rect, grid: Grid) -> Rect:
    """Whole lines of the grid, less the white above the first line's bodies and under the last one's baseline."""
    return Rect(
        area.x, area.y + grid.head, area.width, area.height - grid.head - grid.leading + grid.baseline
    )


def _rows(thing: PlacedPicture, outline: Sequence[tuple[int, int]]) -> tuple[Interval | None, ...]:
    """The outline (per mille of the whole picture's width) as what is seen of it through the frame."""
    image, frame, count = thing.image, thing.frame, len(outline)
    rows: list[Interval | None] = []
    for number in range(count):
        y = frame.y + (2 * number + 1) * frame.height // (2 * count)
        at = min(count - 1, max(0, (y - image.y) * count // max(1, image.height)))
        start, end = outline[at]
        left = max(frame.x, image.x + image.width * start // 1000)
        right = min(frame.right, image.x + image.width * end // 1000)
        rows.append((left, right) if right > left and image.y <= y < image.bottom else None)
    return tuple(rows)


def _meets(obstacle: Obstacle, leg: "Leg") -> bool:
    rect, margin = obstacle.rect, obstacle.margin
    return leg.x < rect.right + margin and rect.x - margin < leg.x + leg.measure


def _place(
    leg: "Leg", x: Emu, measure: Emu, line: int, obstacles: Sequence[Obstacle], grid: Grid
) -> tuple[Emu, Emu]:
    """Where the text of a line goes: the widest free part, whole characters wide, its characters in the columns
    of those above and below. (leg.x, 0) where it would be narrower than seven characters or a quarter of the
    measure (JLReq has the quarter, or nine characters)."""
    top = grid.line_y(line) + grid.head
    free = [(x, x + measure)]
    for obstacle in obstacles:
        taken = obstacle.between(top, top + grid.body)
        if taken is not None:
            free = [part for span in free for part in _less(span, taken)]
    if free == [(x, x + measure)]:
        return x, measure
    left, right = max(free, key=lambda span: (span[1] - span[0], -span[0]), default=(x, x))
    start = leg.x - (leg.x - left) // grid.body * grid.body if left > leg.x else left
    if (
        right == leg.x + leg.measure
    ):  # the remainder of a measure that is no whole characters stays at the obstacle
        start = right - (right - left) // grid.body * grid.body
    characters = (right - start) // grid.body
    if right - left < max(NARROWEST * grid.body, leg.measure // 4) or characters < 1:
        return leg.x, 0
    return start, characters * grid.body


def _less(span: Interval, taken: Interval) -> list[Interval]:
    (left, right), (start, end) = span, taken
    if end <= left or right <= start:
        return [span]
    return [part for part in ((left, min(right, start)), (max(left, end), right)) if part[1] > part[0]]
