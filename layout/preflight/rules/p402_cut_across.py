"""P402, 断版: one straight gap from edge to edge cuts the page in two. Blocks should interlock.

Only a cut through the middle half of the page counts, with several stories above and below: one that spans the page at
its head or foot (通栏) is no cut, nor is a nameplate or the credits."""

from collections.abc import Iterator

from layout.geometry import Rect
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed
from layout.preflight.types import Hit
from layout.resolve.types import Area, StoriesPlan

SEVERITY = "warning"

LEAST_COLUMNS = 5  # a narrower page has no room to interlock
LEAST_LINES = 60


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    grid = page.plan.grid
    areas = [block.area for block in page.plan.blocks if block.area]
    stories = [b.area for b in page.plan.blocks if b.area and isinstance(b.content, StoriesPlan)]
    if not stories or grid.columns < LEAST_COLUMNS or grid.lines < LEAST_LINES:
        return
    for line in range(grid.lines // 4, grid.lines - grid.lines // 4):
        below = sum(area.bounds.line >= line for area in stories)
        above = sum(area.bounds.line + area.bounds.lines <= line for area in stories)
        if below > 1 and above > 1 and _cut(areas, line):
            place = Rect(grid.x, grid.line_y(line), grid.span(grid.columns), 0)
            yield Hit({"line": line}, place)


def _cut(areas: list[Area], line: int) -> bool:
    """Whether no area lies over the edge above `line`, and at least one begins there."""
    strips = [strip for area in areas for leg in area.legs for strip in leg]
    return not any(first < line < first + lines for first, lines in strips) and any(
        first == line for first, _ in strips
    )
