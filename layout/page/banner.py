"""栏题: a series' or a column's banner, one or more lines in a frame."""

from layout.diag import Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import set_lines, stacked
from layout.page.types import Placed, PlacedBox
from layout.resolve.types import BannerPlan, Grid
from layout.tag import Tag


def banner_rows(plan: BannerPlan, grid: Grid) -> int:
    """Lines of the grid that the banner takes: its text, its inset, one line of white under it."""
    inset = plan.box.inset
    height = len(plan.lines) * plan.style.leading + inset.top + inset.bottom
    return -(-height // grid.leading) + 1


def place_banner(
    plan: BannerPlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """The banner in `area`, its frame level with the body text beside it, its lines centred in the frame."""
    frame = Rect(area.x, area.y + grid.head, area.width, area.height - grid.leading - grid.head)
    done = set_lines(plan.lines, plan.style, frame.width, library, plan.where)
    lines = stacked(done.value, frame.x, frame.y, frame.height, plan.style.leading, tag)
    return Outcome((PlacedBox(frame, plan.box, tag), *lines), done.diagnostics)
