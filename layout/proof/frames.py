"""What of the page's make-up a proof shows: the blocks' areas with their letters, the text columns in them, the
numbers of the grid's lines, line places that stay empty."""

from collections.abc import Iterator

from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.rooms import Leg, legs_of, rooms
from layout.page.story import lattice_of
from layout.proof.type import BLUE, CYAN, TINT, labelled, lettered, line, patch, ruled
from layout.resolve.types import BlockPlan, Grid, OverPlan, PagePlan, PicturePlan, StoriesPlan
from layout.scene.items import GlyphRun, Item, Picture, Scene
from layout.units import PT, Emu

EVERY = 5  # lines of the grid that have a number


def frames(plan: PagePlan) -> Iterator[Item]:
    """Each block's area in blue, its text columns in cyan: to be painted under the page."""
    for _, legs, grid in _columns(plan):
        for leg in legs:
            for first, lines in leg.strips:
                yield patch(leg.x, grid.line_y(first), leg.measure, lines * grid.leading, None, CYAN)
    for block in plan.blocks:
        for rect in _areas(block, plan.grid):
            yield patch(rect.x, rect.y, rect.width, rect.height, None, BLUE)


def names(plan: PagePlan, library: FontLibrary) -> Iterator[Item]:
    """Each block's letter and what it holds, over the top left corner of its area."""
    for block in plan.blocks:
        for rect in _areas(block, plan.grid)[:1]:
            yield from labelled(_name(block), rect.x, rect.y - round(8.2 * PT), library, BLUE)


def line_numbers(plan: PagePlan, library: FontLibrary) -> Iterator[Item]:
    """The numbers of the grid's lines at both of its sides, one in five, and a stroke at each line."""
    grid = plan.grid
    right = grid.x + grid.span(grid.columns)
    for number in range(1, grid.lines + 1):
        y = grid.line_y(number - 1) + grid.baseline
        long = 5 * PT if number % EVERY == 0 or number == 1 else 2 * PT
        for x, side in ((grid.x - 3 * PT, -1), (right + 3 * PT, 1)):
            yield ruled(x, y, x + side * long, y, BLUE)
            if long > 2 * PT:
                made = line(str(number), 6.5, library, BLUE)
                yield from lettered(made, x + side * (long + PT), y + PT, right=side < 0)


def empty_places(plan: PagePlan, scene: Scene) -> Iterator[Item]:
    """A tint where text columns stay empty below their last line."""
    last: dict[tuple[str, Emu], Emu] = {}
    shown = [item.frame for item in scene.items if isinstance(item, Picture)]
    for item in scene.items:
        if isinstance(item, GlyphRun):
            column = (item.tag.block, item.tag.leg)
            last[column] = max(item.y, last.get(column, 0))
    seen: dict[str, int] = {}
    for block, legs, grid in _columns(plan):
        head = max((y for (name, leg), y in last.items() if name == block.id and leg < 0), default=grid.y)
        for number, leg in enumerate(legs, seen.get(block.id, 0)):
            foot = last.get((block.id, number), head)
            for first, lines in leg.strips:
                for at in range(first, first + lines):
                    rect = Rect(leg.x, grid.line_y(at), leg.measure, grid.leading)
                    if rect.y > foot and not any(rect.overlaps(frame) for frame in shown):
                        yield patch(rect.x, rect.y + grid.head, rect.width, grid.body, TINT)


def _columns(plan: PagePlan) -> Iterator[tuple[BlockPlan, tuple[Leg, ...], Grid]]:
    """The text columns of each block of stories, in lines of its lattice."""
    room_of = rooms(plan.blocks, plan.grid)
    for block in plan.blocks:
        content = block.content
        if isinstance(content, StoriesPlan) and block.id in room_of:
            room, grid = lattice_of(block, content, room_of[block.id], plan.grid)
            yield block, legs_of(room, grid, content.columns, block.where, content.widths)[0], grid


def _areas(block: BlockPlan, grid: Grid) -> list[Rect]:
    """The block's area: one rectangle, or where it is none one for each run of columns with the same strips."""
    if block.area is None:
        return [block.free] if block.free else []
    cells = block.area.bounds
    if block.area.is_rectangle:
        return [grid.rect(cells.column, cells.line, cells.columns, cells.lines)]
    out: list[Rect] = []
    legs = block.area.legs
    first = 0
    for number in range(1, len(legs) + 1):
        if number == len(legs) or legs[number] != legs[first]:
            out += (grid.rect(cells.column + first, *(line, number - first, n)) for line, n in legs[first])
            first = number
    return out


def _name(block: BlockPlan) -> str:
    content = block.content
    if isinstance(content, StoriesPlan):
        return f"{block.id}  {' '.join(story.id for story in content.stories)}"
    if isinstance(content, PicturePlan):
        return f"{block.id}  {content.id}"
    return f"{block.id}  {' '.join(content.over)}" if isinstance(content, OverPlan) else block.id
