"""版面署名: the editorial credit box."""

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, middle_baseline, put, set_text
from layout.page.types import Placed
from layout.resolve.types import CreditsPlan, Grid
from layout.style import TextStyle
from layout.tag import Tag
from layout.units import MM, Emu

ENDLESS = 100_000 * MM  # a measure on which no role and no list of names is divided


class _Cell(Struct, frozen=True):
    """A role and its names, an em apart."""

    role: tuple[SetLine, ...]
    names: tuple[SetLine, ...]
    width: Emu


def place_credits(
    plan: CreditsPlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """Roles and names in the middle of `area`: as many roles on a line as its width holds, in columns of one
    width, so that roles stand under roles. A line is broken before a role only. F016: they
    don't fit."""
    em = plan.style.size
    found: list[Diagnostic] = []
    cells = [_cell(role, names, plan, library, found) for role, names in plan.rows]
    if not cells:
        return Outcome(())
    xs, across = _columns([cell.width for cell in cells], area, em)
    leading = max(plan.style.leading, grid.leading)
    depth = -(-len(cells) // across)
    top = area.y + (area.height - depth * leading) // 2
    placed: list[Placed] = []
    for number, cell in enumerate(cells):
        x = xs[number % across]
        baseline = middle_baseline(top + number // across * leading, leading, em)
        after = x + cell.width - (cell.names[0].line.width if cell.names else 0)
        placed += (put(line, x, baseline, Tag(plan.role_style.name, block=tag.block)) for line in cell.role)
        placed += (put(line, after, baseline, Tag(plan.style.name, block=tag.block)) for line in cell.names)
    if depth * leading > area.height or max(cell.width for cell in cells) > area.width:
        found.append(Diagnostic("F016", "error", plan.where))
    return Outcome(tuple(placed), tuple(found))


def _cell(
    role: str, names: tuple[str, ...], plan: CreditsPlan, library: FontLibrary, found: list[Diagnostic]
) -> _Cell:
    def line(text: str, style: TextStyle) -> tuple[SetLine, ...]:
        done = set_text(text, replace(style, align="left", indent=0), ENDLESS, library, plan.where)
        found.extend(done.diagnostics)
        return done.value

    first, second = line(role, plan.role_style), line("\u3000".join(names), plan.style)
    width = sum(part.line.width for part in (*first, *second))
    return _Cell(first, second, width + (plan.style.size if first and second else 0))


def _columns(widths: list[Emu], area: Rect, em: Emu) -> tuple[list[Emu], int]:
    """Where the columns begin and how many there are: the cells' own widths on one line if they fit on it,
    else one pitch for all; two ems between them, all in the middle of the area."""
    between = 2 * em
    total = sum(widths) + between * (len(widths) - 1)
    if total <= area.width:
        left = area.x + (area.width - total) // 2
        return [left + sum(widths[:i]) + between * i for i in range(len(widths))], len(widths)
    pitch = max(widths) + between
    across = max(1, min(len(widths), (area.width + between) // pitch))
    left = area.x + max(0, (area.width - across * pitch + between) // 2)
    return [left + i * pitch for i in range(across)], across
