"""Edges between areas, and what moving them by lines of the grid does to the areas on both sides."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.resolve.types import Area, BlockPlan, Cells, PicturePlan, StoriesPlan

LEAST = 3  # lines that an area keeps


class Edge(Struct, frozen=True):
    """The level edge at `line` between two blocks that stand one above the other in all of `columns`."""

    upper: str
    lower: str
    line: int
    columns: tuple[int, ...]


def edge_below(block: BlockPlan, blocks: Sequence[BlockPlan]) -> Edge | None:
    """The edge at a block's foot, if the same block stands under all of it, and under nothing else there."""
    if block.area is None:
        return None
    foot = block.area.bounds.line + block.area.bounds.lines
    columns = _ending(block.area, foot)
    for other in blocks:
        if other.area and not other.floating and other.id != block.id and _together(block, other, blocks):
            starting = _starting(other.area, foot)
            if starting and starting == columns and other.area.bounds.line == foot:
                return Edge(block.id, other.id, foot, columns)
    return None


def picture_edges(
    block: BlockPlan, content: StoriesPlan, blocks: Sequence[BlockPlan]
) -> tuple[tuple[BlockPlan, Edge], ...]:
    """The story's own pictures, or nobody's, with the edge on which each gives lines to the story or takes them."""
    own = ("", *(story.id for story in content.stories))
    found: list[tuple[BlockPlan, Edge]] = []
    for other in blocks:
        picture = other.content
        if not (isinstance(picture, PicturePlan) and picture.story in own and other.area) or other.floating:
            continue
        if not _together(block, other, blocks):
            continue
        assert block.area is not None
        top, foot = other.area.bounds.line, other.area.bounds.line + other.area.bounds.lines
        columns = _ending(other.area, foot)
        if other.area.is_rectangle and set(columns) <= set(_starting(block.area, foot)):
            found.append((other, Edge(other.id, block.id, foot, columns)))
        elif other.area.is_rectangle and set(columns) <= set(_ending(block.area, top)):
            found.append((other, Edge(block.id, other.id, top, columns)))
    return tuple(found)


def shifted(blocks: Sequence[BlockPlan], edge: Edge, lines: int) -> tuple[BlockPlan, ...] | None:
    """The blocks with that edge `lines` lower; None where an area would be left with too few lines."""
    out = []
    for block in blocks:
        if block.id not in (edge.upper, edge.lower) or block.area is None:
            out.append(block)
            continue
        area = _moved(block.area, edge, lines, upper=block.id == edge.upper)
        if area is None:
            return None
        out.append(replace(block, area=area))
    return tuple(out)


def _together(one: BlockPlan, other: BlockPlan, blocks: Sequence[BlockPlan]) -> bool:
    """Whether both stand in one frame round several blocks, or in none: such a frame stays a rectangle."""
    frames = [
        next((b.id for b in blocks if b.box and b.box.around and block.id in (b.id, *b.box.around)), "")
        for block in (one, other)
    ]
    return frames[0] == frames[1]


def _moved(area: Area, edge: Edge, lines: int, *, upper: bool) -> Area | None:
    legs = []
    for column, strips in enumerate(area.legs, area.bounds.column):
        if column in edge.columns:
            strips = tuple(
                (first, count + lines)
                if upper and first + count == edge.line
                else (first + lines, count - lines)
                if not upper and first == edge.line
                else (first, count)
                for first, count in strips
            )
        if any(count < LEAST for _, count in strips):
            return None
        legs.append(strips)
    top = min(strips[0][0] for strips in legs if strips)
    foot = max(sum(strips[-1]) for strips in legs if strips)
    return Area(area.letter, Cells(area.bounds.column, top, area.bounds.columns, foot - top), tuple(legs))


def _ending(area: Area, line: int) -> tuple[int, ...]:
    """The columns in which a strip of the area ends at a line."""
    legs = enumerate(area.legs, area.bounds.column)
    return tuple(column for column, strips in legs if any(sum(strip) == line for strip in strips))


def _starting(area: Area, line: int) -> tuple[int, ...]:
    legs = enumerate(area.legs, area.bounds.column)
    return tuple(column for column, strips in legs if any(strip[0] == line for strip in strips))
