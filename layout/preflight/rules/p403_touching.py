"""P403: type of one block so close to another's that it is read as one: nearer than half a body character. Looked for
line by line of the grid; what is nearer than that by its own design (a box round it, a picture under it) is no type."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed, Type
from layout.preflight.types import Hit

SEVERITY = "warning"


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    grid = page.plan.grid
    least, told = grid.body // 2, set[frozenset[str]]()
    rows: dict[int, list[Type]] = {}
    for one in page.type:
        first, last = ((y - grid.y) // grid.leading for y in (one.area.y, one.area.bottom - 1))
        for row in range(first, last + 1):
            rows.setdefault(row, []).append(one)
    for row in sorted(rows):
        level = sorted(rows[row], key=lambda t: t.area.x)
        for a, b in zip(level, level[1:]):
            pair = frozenset((a.tag.block, b.tag.block))
            if len(pair) == 2 and pair not in told and _near(a, b, least):
                told.add(pair)
                facts: dict[str, Fact] = {"one": a.tag.block, "other": b.tag.block}
                yield Hit(facts, b.area, b.tag)


def _near(a: Type, b: Type, least: int) -> bool:
    """Whether they stand beside each other, or over each other, with less than `least` between."""
    one, other = a.area, b.area
    gap = max(one.x, other.x) - min(one.right, other.right)
    drop = max(one.y, other.y) - min(one.bottom, other.bottom)
    return gap < least and drop < 0
