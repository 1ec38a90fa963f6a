"""版面署名: the editorial credit box."""

from msgspec.structs import replace

from layout.diag import Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, middle_baseline, put, set_text
from layout.page.types import Placed
from layout.resolve.types import CreditsPlan, Grid
from layout.tag import Tag


def place_credits(
    plan: CreditsPlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """Roles and names in the middle of `area`: as many roles on a line as its width holds, in columns of one
    width, so that roles stand under roles. A line is broken before a role only (typography.md CRD)."""
    rows = [
        (
            _line(role, plan, area, library, role=True),
            _line("\u3000".join(names), plan, area, library, role=False),
        )
        for role, names in plan.rows
    ]
    em = plan.style.size
    widths = [role.line.width + em + names.line.width for role, names in rows]
    pitch = max(widths, default=0) + 2 * em
    across = max(1, min(len(rows), (area.width + 2 * em) // pitch)) if rows else 1
    # The cells' own widths on one line, one pitch for all on several.
    one_line = across == len(rows) or sum(widths) + 2 * em * (len(rows) - 1) <= area.width
    if one_line:
        across = max(1, len(rows))
    leading = max(plan.style.leading, grid.leading)
    depth = -(-len(rows) // across)
    top = area.y + (area.height - depth * leading) // 2
    placed: list[Placed] = []
    for number, (role, names) in enumerate(rows):
        line, cell = divmod(number, across)
        offset = sum(widths[:number]) + 2 * em * number if one_line else cell * pitch
        total = sum(widths) + 2 * em * (len(rows) - 1) if one_line else across * pitch - 2 * em
        x = area.x + max(0, (area.width - total) // 2) + offset
        baseline = middle_baseline(top + line * leading, leading, em)
        placed.append(put(role, x, baseline, Tag(plan.role_style.name, block=tag.block)))
        placed.append(put(names, x + role.line.width + em, baseline, Tag(plan.style.name, block=tag.block)))
    return Outcome(tuple(placed))


def _line(text: str, plan: CreditsPlan, area: Rect, library: FontLibrary, *, role: bool) -> SetLine:
    style = plan.role_style if role else plan.style
    return set_text(text, replace(style, align="left", indent=0), area.width, library, plan.where).value[0]
