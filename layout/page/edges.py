"""Frames and rules around blocks."""

from collections.abc import Sequence

from layout.geometry import Rect
from layout.page.rooms import Room, frame_cells
from layout.page.types import Placed, PlacedBox, PlacedRule
from layout.resolve.types import BlockPlan, Grid, Stroke
from layout.tag import Tag
from layout.units import Emu


def frame_of(
    block: BlockPlan, blocks: Sequence[BlockPlan], rooms: dict[str, Room], grid: Grid
) -> PlacedBox | None:
    """The block's box: round its own room and those of the blocks that stand in it too. Its edges are level
    with the body text of the lines beside it, so that its outside keeps whole lines."""
    if block.box is None:
        return None
    if block.area is None:
        return PlacedBox(block.free, block.box, Tag("box", block=block.id)) if block.free else None
    cells = frame_cells(block, blocks)
    inside = [rooms[b] for b in (block.id, *block.box.around) if b in rooms]
    top = grid.line_y(cells.line)
    foot = max(room.outer.bottom for room in inside)
    rect = Rect(
        grid.column_x(cells.column), top + grid.head, grid.span(cells.columns), foot - top - 2 * grid.head
    )
    return PlacedBox(rect, block.box, Tag("box", block=block.id))


def rules_of(block: BlockPlan, room: Room, grid: Grid) -> tuple[Placed, ...]:
    """The block's rules, in the middle of the gap or of the gutter beside it. At the grid's own edges, where
    there is no gap, they stand a third of a line outside it. An upright rule that has a level one beside it
    goes as far as that, so that they meet."""
    rect, sides = room.outer, block.rules
    gap, edge = grid.gap * grid.leading // 2, grid.leading // 3
    above = rect.y - (gap if rect.y > grid.y else edge)
    below = rect.bottom + (gap if rect.bottom < grid.line_y(grid.lines) else edge)
    left, right = rect.x - grid.gutter // 2, rect.right + grid.gutter // 2
    head = above if "top" in sides else rect.y + grid.head
    foot = below if "bottom" in sides else rect.bottom - grid.leading + grid.baseline
    start, end = left if "left" in sides else rect.x, right if "right" in sides else rect.right
    ends: dict[str, tuple[Emu, Emu, Emu, Emu]] = {
        "top": (start, above, end, above),
        "bottom": (start, below, end, below),
        "left": (left, head, left, foot),
        "right": (right, head, right, foot),
    }
    return tuple(rule(ends[side], stroke, block.id) for side, stroke in sides.items() if side in ends)


def rule(ends: tuple[Emu, Emu, Emu, Emu], stroke: Stroke, block: str) -> PlacedRule:
    return PlacedRule(*ends, stroke, Tag("rule", block=block))
