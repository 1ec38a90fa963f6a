"""Pull quotes: a sentence of the story set large."""

from layout.diag import Diagnostic, Fact, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import set_lines, stacked
from layout.page.types import Placed
from layout.resolve.types import Grid, QuotePlan
from layout.tag import Tag
from layout.units import Emu


def quote_rows(plan: QuotePlan, width: Emu, grid: Grid, library: FontLibrary) -> int:
    """Lines of the grid that the quotation needs over `width`."""
    lines = set_lines(plan.lines, plan.style, width, library, plan.where).value
    return -(-len(lines) * plan.style.leading // grid.leading)


def place_quote(plan: QuotePlan, area: Rect, library: FontLibrary, tag: Tag) -> Outcome[tuple[Placed, ...]]:
    """The quotation in the middle of `area`; lines that have no room are over and reported (F015)."""
    done = set_lines(plan.lines, plan.style, area.width, library, plan.where)
    lines, found = done.value, done.diagnostics
    room = max(0, area.height // plan.style.leading)
    if len(lines) > room:
        facts: dict[str, Fact] = {"block": tag.block, "lines": len(lines) - room}
        found = (*found, Diagnostic("F015", "error", plan.where, facts))
    placed = stacked(lines[:room], area.x, area.y, area.height, plan.style.leading, tag)
    return Outcome(placed, found)
