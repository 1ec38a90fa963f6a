"""Frames and rules around blocks."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from layout.geometry import Rect
from layout.page.outline import RECTANGLE, Side, frame_edges, outline_of
from layout.page.rooms import Room
from layout.page.types import Placed, PlacedBox, PlacedRule
from layout.resolve.types import BlockPlan, Grid, Stroke
from layout.tag import Tag
from layout.units import Emu


def frame_of(
    block: BlockPlan, blocks: Sequence[BlockPlan], rooms: dict[str, Room], grid: Grid
) -> PlacedBox | None:
    """The block's box: round its own room and those of the blocks that stand in it too, along their outline. Its edges
    are level with the body text of the lines beside it, so that its outside keeps whole lines."""
    if block.box is None:
        return None
    if block.area is None:
        return PlacedBox(block.free, block.box, Tag("box", block=block.id)) if block.free else None
    inside = [b for b in blocks if b.id in (block.id, *block.box.around) and b.area and b.id in rooms]
    edges = frame_edges(block, blocks)
    feet = _feet(inside, rooms)
    at: dict[str, Callable[[int], Emu]] = {
        "top": lambda line: grid.line_y(line) + grid.head,
        "bottom": lambda line: grid.line_y(feet.get(line, line)) - grid.head,
        "left": grid.column_x,
        "right": lambda column: grid.column_x(column) + grid.measure,
    }
    places = [at[edge.side](edge.place) for edge in edges]
    corners = tuple(
        (place, beyond) if edge.side in ("left", "right") else (beyond, place)
        for edge, place, beyond in zip(edges, places, (*places[1:], places[0]))
    )
    (left, *_, right), (top, *_, foot) = (sorted(values) for values in zip(*corners))
    rect = Rect(left, top, right - left, foot - top)
    return PlacedBox(rect, block.box, Tag("box", block=block.id), () if len(edges) == RECTANGLE else corners)


def _feet(inside: Sequence[BlockPlan], rooms: Mapping[str, Room]) -> dict[int, int]:
    """Where what ends at a line of the grid ends once the gap below it is taken off."""
    feet: dict[int, int] = {}
    for block in inside:
        assert block.area is not None
        for strips, free in zip(block.area.legs, rooms[block.id].feet):
            if strips:
                end = sum(strips[-1])
                feet[end] = max(free, feet.get(end, 0))
    return feet


class _Side(Struct, frozen=True):
    """An edge of a block as a line may be drawn along it: at `place`, from `low` to `high` where no other line meets
    it."""

    side: Side
    place: Emu
    low: Emu
    high: Emu


def rules_of(block: BlockPlan, room: Room, grid: Grid) -> tuple[Placed, ...]:
    """The block's rules along its outline, in the middle of the gap or of the gutter beside it. At the grid's own
    edges, where there is no gap, they stand a third of a line outside it. A rule that has another one at its end
    goes as far as that, so that they meet."""
    sides = _sides(block, room, grid) if block.rules else ()
    out: list[Placed] = []
    for name, stroke in block.rules.items():
        for number, side in enumerate(sides):
            if side.side != name:
                continue
            around = sides[number - 1], sides[(number + 1) % len(sides)]
            before, after = around if name in ("top", "right") else around[::-1]
            low = before.place if before.side in block.rules else side.low
            high = after.place if after.side in block.rules else side.high
            level = name in ("top", "bottom")
            ends = (low, side.place, high, side.place) if level else (side.place, low, side.place, high)
            out.append(rule(ends, stroke, block.id))
    return tuple(out)


def _sides(block: BlockPlan, room: Room, grid: Grid) -> tuple[_Side, ...]:
    """The block's edges clockwise from the top; those of its rectangle where it stands free of the grid."""
    gap, edge, gutter = grid.gap * grid.leading // 2, grid.leading // 3, grid.gutter // 2
    last = grid.leading - grid.baseline  # from the last baseline to the foot

    def above(y: Emu) -> Emu:
        return y - (gap if y > grid.y else edge)

    def below(y: Emu) -> Emu:
        return y + (gap if y < grid.line_y(grid.lines) else edge)

    def level(name: Side, place: Emu, left: Emu, right: Emu) -> _Side:
        return _Side(name, above(place) if name == "top" else below(place), left, right)

    def upright(name: Side, x: Emu, top: Emu, foot: Emu) -> _Side:
        return _Side(name, x - gutter if name == "left" else x + gutter, top + grid.head, foot - last)

    if block.area is None:
        r = room.outer
        return (
            level("top", r.y, r.x, r.right),
            upright("right", r.right, r.y, r.bottom),
            level("bottom", r.bottom, r.x, r.right),
            upright("left", r.x, r.y, r.bottom),
        )
    feet = _feet([block], {block.id: room})
    made = []
    for one in outline_of([block.area]):
        if one.side in ("top", "bottom"):
            line = feet.get(one.place, one.place) if one.side == "bottom" else one.place
            ends = grid.column_x(one.low), grid.column_x(one.high) + grid.measure
            made.append(level(one.side, grid.line_y(line), *ends))
        else:
            x = grid.column_x(one.place) + (grid.measure if one.side == "right" else 0)
            foot = grid.line_y(feet.get(one.high, one.high))
            made.append(upright(one.side, x, grid.line_y(one.low), foot))
    return tuple(made)


def rule(ends: tuple[Emu, Emu, Emu, Emu], stroke: Stroke, block: str) -> PlacedRule:
    """A rule of a block between two points, (x, y, x, y)."""
    return PlacedRule(*ends, stroke, Tag("rule", block=block))
