"""通栏题: a head over several stories, in cells of its own."""

from layout.diag import Diagnostic, Fact, Outcome
from layout.geometry import Rect
from layout.page.rooms import Leg
from layout.page.top import place_top, stand
from layout.page.types import Placed, Setting
from layout.resolve.types import BlockPlan, OverPlan


def place_over(plan: OverPlan, area: Rect, setting: Setting, block: BlockPlan) -> Outcome[tuple[Placed, ...]]:
    """The head in the middle of `area`'s lines. F044: it is higher than its area."""
    grid = setting.grid
    rows = area.height // grid.leading
    leg = Leg(area.x, area.width, (((area.y - grid.y) // grid.leading, rows),))
    done = stand(plan.story, (leg,), rows, setting)
    top = done.value
    found = done.diagnostics
    if top.rows > rows:
        facts: dict[str, Fact] = {"block": block.id, "lines": top.rows, "room": rows}
        found = (*found, Diagnostic("F044", "error", plan.story.where, facts))
    y = area.y + max(0, area.height - top.rows * grid.leading) // 2
    return Outcome(place_top(top, plan.story, y, block.id, setting), found)
