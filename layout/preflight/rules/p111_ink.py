"""P111: type, a line or a tint lays down more ink than the paper dries.

The limit is the theme's (`print: ink`), else 240 %: what coldset newsprint takes (ISO 12647-3). A colour counts by
its value; type and lines that overprint a tint add their ink to the tint's. Over pictures they do not: there P112
measures the picture alone.
"""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Inks, Sheet, upon

SEVERITY = "error"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    told = set[tuple[Inks, str]]()
    for mark in sheet.inked:
        inks = upon(mark.inks, mark.under)
        if inks.total > limits.ink >= mark.under.total:  # a tint that is over it by itself is said already
            if mark.under.prints and (mark.under, mark.tag.block) in told:
                continue  # other sizes on the same tint
            told.add((mark.under, mark.tag.block))
            facts: dict[str, Fact] = {"total": inks.total // 10, "limit": limits.ink // 10, "ink": inks.words}
            yield Hit(facts, mark.area, mark.tag)
