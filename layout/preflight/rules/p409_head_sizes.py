"""P409: a kicker or a deck of nearly the headline's size. 引题 and 副题 stand about two sizes below 主题, at 0.7 of it:
30 pt with 21 (journalism exam texts, 标题的计算). As for headlines side by side, sizes that a reader tells apart differ
by a quarter."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed, Type
from layout.preflight.types import Hit
from layout.units import PT, to_pt

SEVERITY = "warning"

_STEP = PT // 2


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    heads: dict[tuple[str, str], dict[str, Type]] = {}
    for one in page.type:
        if one.tag.role in ("kicker", "headline", "deck"):
            heads.setdefault((one.tag.block, one.tag.story), {}).setdefault(one.tag.role, one)
    for parts in heads.values():
        headline = parts.pop("headline", None)
        for part in parts.values():
            if headline and headline.size * 4 < part.size * 5:
                facts: dict[str, Fact] = {
                    "story": part.tag.story,
                    "role": part.tag.role,
                    "size": round(to_pt(part.size), 1),
                    "headline": round(to_pt(headline.size), 1),
                    "two_below": to_pt(headline.size * 7 // 10 // _STEP * _STEP),
                }
                yield Hit(facts, part.area, part.tag)
