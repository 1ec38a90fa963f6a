"""Whether what has been resolved lies on the paper, and what is placed by `at` apart from each other."""

from itertools import combinations

from layout.diag import Diagnostic, Where
from layout.geometry import Rect
from layout.resolve.types import BlockPlan, Grid, PagePlan
from layout.spec.model import GridSpec, PageSpec, ThemeSpec
from layout.units import Emu, to_mm


def check_bounds(plan: PagePlan, page: PageSpec, theme: ThemeSpec) -> tuple[Diagnostic, ...]:
    """What reaches over the paper's edge, or lies over another block placed by `at`."""
    return (*live_area(plan, page, theme), *outside(plan), *overlapping(plan))


def live_area(plan: PagePlan, page: PageSpec, theme: ThemeSpec) -> tuple[Diagnostic, ...]:
    """The type area must lie on the trimmed page."""
    grid = plan.grid
    area = grid.rect(0, 0, grid.columns, grid.lines)
    if plan.trim.contains(area):
        return ()
    document = theme.document if page.grid == GridSpec() else page.document
    facts = {
        "width": mm(area.width),
        "height": mm(area.height),
        "left": mm(area.x),
        "top": mm(area.y),
        "page_width": mm(plan.trim.width),
        "page_height": mm(plan.trim.height),
    }
    return (Diagnostic("A401", "error", Where(document, ("grid",)), dict(facts)),)


def outside(plan: PagePlan) -> tuple[Diagnostic, ...]:
    """Free blocks and furniture may bleed, no more."""
    places = [(block.id, block.free, block.where) for block in plan.blocks]
    places += [(piece.id, piece.rect, piece.where) for piece in plan.furniture]
    return tuple(
        Diagnostic("A402", "error", at(where), {"block": name, "beyond": mm(beyond(rect, plan.bleed))})
        for name, rect, where in places
        if rect is not None and not plan.bleed.contains(rect)
    )


def beyond(rect: Rect, paper: Rect) -> Emu:
    """How far a rectangle reaches over the paper's edge where it does most."""
    return max(paper.x - rect.x, paper.y - rect.y, rect.right - paper.right, rect.bottom - paper.bottom)


def overlapping(plan: PagePlan) -> tuple[Diagnostic, ...]:
    """Of two blocks placed by `at`, one of them freely: they may not overlap. (In cells the reader has seen to
    it.)"""
    floating = [(block, placed(block, plan.grid)) for block in plan.blocks if block.floating]
    return tuple(
        Diagnostic("A403", "error", at(second.where), {"block": second.id, "other": first.id})
        for (first, one), (second, two) in combinations(floating, 2)
        if (first.free or second.free) and one.overlaps(two)
    )


def placed(block: BlockPlan, grid: Grid) -> Rect:
    """The rectangle of a block placed by `at`."""
    if block.free is not None:
        return block.free
    assert block.area is not None
    cells = block.area.bounds
    return grid.rect(cells.column, cells.line, cells.columns, cells.lines)


def at(where: Where) -> Where:
    """Where the place of a block is written."""
    return Where(where.document, (*where.path, "at"))


def mm(length: Emu) -> str:
    """A length for a message: 352.4."""
    return f"{to_mm(length):.1f}"
