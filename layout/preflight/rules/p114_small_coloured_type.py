"""P114: type in two or three inks and smaller than 10 pt. The plates never fit so well that its thin strokes stay
clear; four inks are P113's."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet
from layout.units import to_pt

SEVERITY = "error"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    for letters in sheet.letters:
        if 1 < letters.inks.count < 4 and letters.size < limits.coloured:
            facts: dict[str, Fact] = {
                "words": letters.words,
                "count": letters.count,
                "size": round(to_pt(letters.size), 1),
                "limit": round(to_pt(limits.coloured), 1),
                "ink": letters.inks.words,
            }
            yield Hit(facts, letters.area, letters.tag)
