"""通栏题: a head over several stories, in cells of its own."""

from collections.abc import Sequence

from layout.diag import Diagnostic, Fact, Outcome
from layout.geometry import Rect
from layout.page.rooms import Leg
from layout.page.top import place_top, stand
from layout.page.types import Placed, Setting
from layout.resolve.types import Area, BlockPlan, Grid, OverPlan


def place_over(plan: OverPlan, area: Rect, setting: Setting, block: BlockPlan) -> Outcome[tuple[Placed, ...]]:
    """The head in the middle of `area`'s lines, over the columns of the grid that its plan says. F044: it is higher
    than its area."""
    grid = setting.grid
    rows = area.height // grid.leading
    done = stand(plan.story, _legs(area, rows, grid, block), rows, setting)
    top = done.value
    found = done.diagnostics
    if top.rows > rows:
        facts: dict[str, Fact] = {"block": block.id, "lines": top.rows, "room": rows}
        found = (*found, Diagnostic("F044", "error", plan.story.where, facts))
    y = area.y + max(0, area.height - top.rows * grid.leading) // 2
    return Outcome(place_top(top, plan.story, y, block.id, setting), found)


def misplaced(block: BlockPlan, blocks: Sequence[BlockPlan]) -> tuple[Diagnostic, ...]:
    """F046: a head over several stories stands over other columns than theirs, or not right above them."""
    plan = block.content
    if not isinstance(plan, OverPlan) or block.area is None:
        return ()
    under = [other.area for other in blocks if other.id in plan.over and other.area]
    own, theirs = _columns(block.area), {column for area in under for column in _columns(area)}
    foot = block.area.bounds.line + block.area.bounds.lines
    if not under or (own == theirs and all(area.bounds.line == foot for area in under)):
        return ()
    facts: dict[str, Fact] = {
        "block": block.id,
        "over": "、".join(plan.over),
        "columns": _said(own),
        "theirs": _said(theirs),
        "foot": foot,
        "tops": "、".join(str(line + 1) for line in sorted({area.bounds.line for area in under})),
    }
    return (Diagnostic("F046", "warning", plan.story.where, facts),)


def _legs(area: Rect, rows: int, grid: Grid, block: BlockPlan) -> tuple[Leg, ...]:
    """The grid's columns under a head; all of the area for one in a box, or free of the grid."""
    strips = (((area.y - grid.y) // grid.leading, rows),)
    whole = Leg(area.x, area.width, strips)
    if block.area is None or block.box is not None:
        return (whole,)
    cells = block.area.bounds
    columns = range(cells.column, cells.column + cells.columns)
    return tuple(Leg(grid.column_x(column), grid.measure, strips) for column in columns)


def _columns(area: Area) -> set[int]:
    return set(range(area.bounds.column, area.bounds.column + area.bounds.columns))


def _said(columns: set[int]) -> str:
    """Columns as they are counted on the page."""
    first, last = min(columns) + 1, max(columns) + 1
    return f"{first}–{last}" if last > first else str(first)
