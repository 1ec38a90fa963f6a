"""Free pieces of text in a style."""

from layout.diag import Diagnostic, Fact, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, put, set_text
from layout.page.types import Placed
from layout.resolve.types import Grid, TextPlan
from layout.tag import Tag


def place_text(
    plan: TextPlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """One paragraph for each line of the copy, from the top of `area`; lines that have no room are over and
    reported. A style whose leading is the grid's stands on the grid."""
    style = plan.style
    lines: list[SetLine] = []
    found: list[Diagnostic] = []
    for text in plan.lines:
        done = set_text(text, style, area.width, library, plan.where)
        lines += done.value
        found += done.diagnostics
    room = max(0, area.height // style.leading)
    if len(lines) > room:
        facts: dict[str, Fact] = {"block": tag.block, "lines": len(lines) - room}
        found.append(Diagnostic("F015", "error", plan.where, facts))
    first = area.y + (style.leading - style.size) // 2 + style.size * 880 // 1000
    role = Tag(style.name, block=tag.block)
    placed = (put(line, area.x, first + i * style.leading, role) for i, line in enumerate(lines[:room]))
    return Outcome(tuple(placed), tuple(found))
