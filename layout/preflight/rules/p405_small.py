"""P405: type under 8 pt, hard to print on newsprint and hard to read. Ruby is half of its text by nature."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed
from layout.preflight.types import Hit
from layout.units import PT, to_pt

SEVERITY = "warning"

_ROUNDING = PT // 100


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    told = set[tuple[str, int]]()
    for one in (*page.type, *page.furniture):
        small = one.size < limits.smallest - _ROUNDING and one.tag.role != "ruby"
        if small and (one.tag.block, one.size) not in told:
            told.add((one.tag.block, one.size))
            facts: dict[str, Fact] = {
                "size": round(to_pt(one.size), 2),
                "limit": to_pt(limits.smallest),
                "words": one.words[:12],
            }
            yield Hit(facts, one.area, one.tag)
