"""Free pieces of text in a style, in lines from the top down or in columns from the right to the left."""

from layout.diag import Diagnostic, Fact, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import HAN_TOP, SetLine, put, set_text
from layout.page.types import Placed
from layout.resolve.types import Grid, TextPlan
from layout.style import EM, TextStyle
from layout.tag import Tag
from layout.units import Emu


def place_text(
    plan: TextPlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """One paragraph for each line of the copy, from the start of `area`; lines that have no room are over and
    reported. A style whose leading is the grid's stands on the grid."""
    style = plan.style
    upright = style.direction == "vertical"
    measure, depth = (area.height, area.width) if upright else (area.width, area.height)
    lines: list[SetLine] = []
    found: list[Diagnostic] = []
    for text in plan.lines:
        done = set_text(text, style, measure, library, plan.where, upright=True)
        lines += done.value
        found += done.diagnostics
    room = max(0, depth // style.leading)
    if len(lines) > room:
        facts: dict[str, Fact] = {"block": tag.block, "lines": len(lines) - room}
        found.append(Diagnostic("F015", "error", plan.where, facts))
    role = Tag(style.name, block=tag.block)
    placed = (put(line, *_start(i, area, style), role) for i, line in enumerate(lines[:room]))
    return Outcome(tuple(placed), tuple(found))


def _start(number: int, area: Rect, style: TextStyle) -> tuple[Emu, Emu]:
    """Where line `number` begins: its baseline, or the centre line of its column, which is one leading wide."""
    if style.direction == "vertical":
        return area.right - style.leading // 2 - number * style.leading, area.y
    first = area.y + (style.leading - style.size) // 2 + style.size * HAN_TOP // EM
    return area.x, first + number * style.leading
