"""P115: reversed type (paper white out of ink, or nearly) smaller than 8 pt. Ink spreads on newsprint and fills its
thin strokes."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet
from layout.units import to_pt

SEVERITY = "error"

WHITE = 100  # thousandths of ink that still look like paper


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    for letters in sheet.letters:
        is_white = letters.inks.space == "inks" and letters.inks.total <= WHITE
        if is_white and letters.size < limits.reversed:
            facts: dict[str, Fact] = {
                "words": letters.words,
                "count": letters.count,
                "size": round(to_pt(letters.size), 1),
                "limit": round(to_pt(limits.reversed), 1),
            }
            yield Hit(facts, letters.area, letters.tag)
