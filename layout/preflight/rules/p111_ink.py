"""P111: type, a line or a tint lays down more ink than the paper dries.

The limit is the theme's (`print: ink`), else 240 %: what coldset newsprint takes (ISO 12647-3). A colour counts by
its value; what is printed over it by overprinting is not added.
"""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "error"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    for mark in sheet.inked:
        total = mark.inks.total
        if total > limits.ink:
            facts: dict[str, Fact] = {"total": total // 10, "limit": limits.ink // 10, "ink": mark.inks.words}
            yield Hit(facts, mark.area, mark.tag)
