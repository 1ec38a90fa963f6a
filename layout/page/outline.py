"""The outline of an area: its edges in cells of the grid, clockwise from the top left one; how a box along it keeps
text clear.

Holes inside an area belong to what stands in them; the outline goes round the whole.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from layout.geometry import Insets, Rect
from layout.page.wrap import Obstacle
from layout.resolve.types import Area, BlockPlan, Box, Grid

Strip: TypeAlias = tuple[int, int]  # first line of the grid, lines
RECTANGLE = 4  # edges
Side: TypeAlias = Literal["top", "right", "bottom", "left"]


class Edge(Struct, frozen=True):
    """A straight piece of an outline. `place` is the line of the grid that an edge at the `top` or the `bottom` is at,
    the column that one at the `left` or the `right` is of; it goes from `low` to `high`, columns with both included or
    lines."""

    side: Side
    place: int
    low: int
    high: int


def outline_of(areas: Sequence[Area]) -> tuple[Edge, ...]:
    """The edges of areas that hang together; of their bounds where a column between them is none of theirs."""
    tops: dict[int, int] = {}
    feet: dict[int, int] = {}
    for area in areas:
        for column, strips in enumerate(area.legs, area.bounds.column):
            for first, lines in strips:
                tops[column] = min(first, tops.get(column, first))
                feet[column] = max(first + lines, feet.get(column, 0))
    columns = range(min(tops), max(tops) + 1)
    if len(tops) < len(columns):
        tops, feet = (dict.fromkeys(columns, n) for n in (min(tops.values()), max(feet.values())))
    last = columns[-1]
    edges = [Edge("left", columns[0], tops[columns[0]], feet[columns[0]])]
    for column in columns:
        edges.append(Edge("top", tops[column], column, column))
        edges += _step("top", tops, column, column + 1) if column < last else ()
    edges.append(Edge("right", last, tops[last], feet[last]))
    for column in reversed(columns):
        edges.append(Edge("bottom", feet[column], column, column))
        edges += _step("bottom", feet, column, column - 1) if column > columns[0] else ()
    return _joined([*edges[1:], edges[0]])


def frame_edges(frame: BlockPlan, blocks: Sequence[BlockPlan]) -> tuple[Edge, ...]:
    """The outline that a block's box follows: round its own area and those of `around`."""
    inside = {frame.id, *(frame.box.around if frame.box else ())}
    return outline_of([b.area for b in blocks if b.area and b.id in inside])


def _step(level: Side, ends: dict[int, int], here: int, there: int) -> tuple[Edge, ...]:
    """The upright edge between two neighbouring columns that begin, or end, at different lines: an edge of the column
    that reaches further."""
    a, b = ends[here], ends[there]
    if a == b:
        return ()
    further = here if (a < b) == (level == "top") else there
    other = there if further == here else here
    return (Edge("left" if other < further else "right", further, min(a, b), max(a, b)),)


def _joined(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges, level ones that go on from each other as one."""
    out: list[Edge] = []
    for edge in edges:
        if (
            out
            and (out[-1].side, out[-1].place) == (edge.side, edge.place)
            and edge.side in ("top", "bottom")
        ):
            last = out.pop()
            edge = Edge(edge.side, edge.place, min(last.low, edge.low), max(last.high, edge.high))
        out.append(edge)
    return tuple(out)


def inset_of(area: Area, edges: Sequence[Edge], box: Box) -> Insets:
    """The inset at those sides of an area that edges of its frame are at."""
    b, inset = area.bounds, box.inset
    columns, lines = (b.column, b.column + b.columns - 1), (b.line, b.line + b.lines - 1)

    def meets(side: Side, place: int, low: int, high: int) -> bool:
        return any(e.side == side and e.place == place and e.low <= high and low <= e.high for e in edges)

    return Insets(
        top=inset.top if meets("top", b.line, *columns) else 0,
        right=inset.right if meets("right", columns[1], *lines) else 0,
        bottom=inset.bottom if meets("bottom", b.line + b.lines, *columns) else 0,
        left=inset.left if meets("left", b.column, *lines) else 0,
    )


def kept_clear(
    strips: tuple[Strip, ...], edges: Sequence[Edge], column: int, box: Box, grid: Grid
) -> tuple[Strip, ...]:
    """A column's strips, less the box's inset below its upper edge and above its lower one."""
    ends = {e.side: e.place for e in edges if e.side in ("top", "bottom") and e.low <= column <= e.high}
    if not strips:
        return ()
    top, foot = strips[0][0], sum(strips[-1])
    above = -(-box.inset.top // grid.leading) if top == ends.get("top") else 0
    below = (
        -(-box.inset.bottom // grid.leading)
        if foot + grid.gap >= ends.get("bottom", foot + grid.gap + 1)
        else 0
    )
    return trimmed(strips, top + above, foot - below)


def side_of(edge: Edge, box: Box, grid: Grid) -> Obstacle:
    """The white inside an upright edge of a box, and at a step inside the corner too; it goes as far up as the gap
    there, which is outside the box."""
    x, width = grid.column_x(edge.place), box.inset.left if edge.side == "left" else box.inset.right
    if edge.side == "right":
        x += grid.measure - width
    above, below = (-(-inset // grid.leading) for inset in (box.inset.top, box.inset.bottom))
    top, foot = edge.low - grid.gap - below, edge.high + above
    return Obstacle(Rect(x, grid.line_y(top), width, (foot - top) * grid.leading))


def trimmed(strips: Sequence[Strip], top: int, foot: int | None = None) -> tuple[Strip, ...]:
    """What of the strips is between two lines of the grid, or from one line on."""
    ends = ((first, first + lines) for first, lines in strips)
    cut = ((max(first, top), end if foot is None else min(end, foot)) for first, end in ends)
    return tuple((first, end - first) for first, end in cut if end > first)
