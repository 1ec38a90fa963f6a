"""Tables in places of their own, in one column or in several side by side."""

from layout.diag import Diagnostic, Fact, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.flow import table_of
from layout.page.table import SetTable, draw_table, set_table
from layout.page.types import Placed
from layout.resolve.types import Grid, TablePlan
from layout.tag import Tag
from layout.units import Emu


def place_table(
    plan: TablePlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """The table from the top of `area`, in as many columns as the plan says, all of them as high as it needs, each
    under the heads. F051: rows that have no room, which are not printed."""
    styles = {"table": plan.style, "table-head": plan.head_style}
    gutter = grid.gutter if plan.columns > 1 else 0
    measure: Emu = (area.width - (plan.columns - 1) * gutter) // plan.columns
    done = set_table(table_of(plan.table, styles), measure, grid, library, plan.where)
    table, room = done.value, area.height // grid.leading
    placed: list[Placed] = []
    first = 0
    for number, last in enumerate(_parts(table, room, plan.columns)):
        x = area.x + number * (measure + gutter)
        placed += draw_table(table, x, area.y, grid, tag, first, last)
        first = last
    if first == table.count and placed:
        return Outcome(tuple(placed), done.diagnostics)
    left = table.count - first
    facts: dict[str, Fact] = {
        "block": tag.block,
        "rows": left if placed else left + 1,
        "lines": table.height(0, table.count) + (plan.columns - 1) * table.heights[0] - room * plan.columns,
    }
    facts["lines"] = max(1, int(facts["lines"]))
    return Outcome(tuple(placed), (*done.diagnostics, Diagnostic("F051", "error", plan.where, facts)))


def _parts(table: SetTable, room: int, columns: int) -> list[int]:
    """The row up to which each column goes: the least height that holds all rows, or all of `room`."""
    if table.heights[0] > room:
        return []
    for height in range(table.height(0, 0), room + 1):
        ends = _filled(table, height, columns)
        if ends[-1] == table.count:
            return ends
    return _filled(table, room, columns)


def _filled(table: SetTable, height: int, columns: int) -> list[int]:
    ends: list[int] = []
    first = 0
    while len(ends) < columns and (first < table.count or not ends):
        last = table.fitting(first, height)
        if last == first and table.count:
            break
        ends.append(last)
        first = last
    return ends or [0]
