"""P404: type of a block outside the type area (版心). What stands there by right is furniture, and
what stands wholly in the head margin beside it (an ear, 报眼). A mark may hang out by half a character."""

from collections.abc import Iterator

from layout.geometry import Insets
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed
from layout.preflight.types import Hit

SEVERITY = "warning"


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    grid = page.plan.grid
    slack = -grid.body // 2 - 1
    allowed = grid.rect(0, 0, grid.columns, grid.lines).inset(Insets(slack, slack, slack, slack))
    told = set[str]()
    for one in page.type:
        block = one.tag.block
        if block not in told and one.area.bottom > grid.y and not allowed.contains(one.area):
            told.add(block)
            yield Hit({"block": block, "words": one.words[:12]}, one.area, one.tag)
