"""What stands on top of a story: its head, and the banner of its series where that stands above or beside it."""

from msgspec import Struct

from layout.diag import Outcome
from layout.geometry import Rect
from layout.page.banner import banner_rows, place_banner
from layout.page.head import MeasuredHead, measure_head, place_head
from layout.page.types import Placed, Setting
from layout.resolve.types import StoryPlan
from layout.tag import Tag
from layout.units import Emu


class MeasuredTop(Struct, frozen=True):
    """A head measured, the place it has, and the lines of the grid that it takes with its banner."""

    head: MeasuredHead
    x: Emu
    width: Emu
    banner: Rect | None
    rows: int


def measure_top(story: StoryPlan, x: Emu, width: Emu, setting: Setting) -> Outcome[MeasuredTop]:
    """Measure the head over `width` from `x`. A banner above it, or at its left, is one column wide."""
    grid = setting.grid
    banner = story.banner if story.series != "first-column" else None
    if banner is None:
        done = measure_head(story, width, setting.library, setting.words, grid)
        return Outcome(MeasuredTop(done.value, x, width, None, done.value.rows), done.diagnostics)
    rows = banner_rows(banner, grid)
    side = min(grid.measure, width // 2)
    beside = story.series == "beside"
    taken = side + grid.gutter if beside else 0
    done = measure_head(story, width - taken, setting.library, setting.words, grid)
    head = done.value
    total = max(rows, head.rows) if beside else rows + head.rows
    place = Rect(x, 0, side, rows * grid.leading)
    return Outcome(MeasuredTop(head, x + taken, width - taken, place, total), done.diagnostics)


def place_top(top: MeasuredTop, story: StoryPlan, y: Emu, block: str, setting: Setting) -> tuple[Placed, ...]:
    """The head, after its banner if there is one, with their top at `y`."""
    grid = setting.grid
    if top.banner is None or story.banner is None:
        return place_head(top.head, top.x, y, top.width, story.id, block)
    area = top.banner
    banner = place_banner(
        story.banner,
        Rect(area.x, y, area.width, area.height),
        grid,
        setting.library,
        Tag("banner", story.id, block),
    )
    below = 0 if top.x > area.x else area.height
    return (*banner.value, *place_head(top.head, top.x, y + below, top.width, story.id, block))
