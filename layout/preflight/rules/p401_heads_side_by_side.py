"""P401, 碰题: headlines of about one size side by side at one height, of neighbouring stories. They read as one line,
and neither leads. Sizes that a reader tells apart differ by a quarter; a vertical headline beside a level one is the
usual cure (textbooks of the trade call it 碰题, 对题 or 并题). Under one head over several stories
theirs are meant to be alike."""

from collections.abc import Iterator
from itertools import combinations

from layout.diag import Fact
from layout.geometry import Rect, bounds
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed, Type
from layout.preflight.types import Hit
from layout.resolve.types import OverPlan

SEVERITY = "warning"


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    heads: dict[tuple[str, str], list[Type]] = {}
    for one in page.type:
        if one.tag.role == "headline" and not one.vertical:
            heads.setdefault((one.tag.block, one.tag.story), []).append(one)
    placed = [(bounds(t.area for t in lines), lines[0]) for lines in heads.values()]
    together = [set(b.content.over) for b in page.plan.blocks if isinstance(b.content, OverPlan)]
    near = page.plan.grid.gutter * 2 + page.plan.grid.measure
    for (a, one), (b, other) in combinations(sorted(placed, key=lambda p: p[0].x), 2):
        if any({one.tag.block, other.tag.block} <= group for group in together):
            continue
        like = max(one.size, other.size) * 4 < min(one.size, other.size) * 5
        if like and 0 <= b.x - a.right <= near and _level(a, b):
            facts: dict[str, Fact] = {"one": one.tag.story, "other": other.tag.story}
            yield Hit(facts, b, other.tag)


def _level(a: Rect, b: Rect) -> bool:
    """Whether half of the lower of the two is at the other's height."""
    common = min(a.bottom, b.bottom) - max(a.y, b.y)
    return common * 2 >= min(a.height, b.height)
