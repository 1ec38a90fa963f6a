"""P113: type in four inks.

Black type that a word processor mixed of cyan, magenta, yellow and black shows a coloured rim wherever the plates
don't fit: on newsprint nearly everywhere. Black type is black ink alone.
"""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet
from layout.units import to_pt

SEVERITY = "error"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    for letters in sheet.letters:
        if letters.inks.count >= 4:
            facts: dict[str, Fact] = {
                "words": letters.words,
                "count": letters.count,
                "size": round(to_pt(letters.size), 1),
                "ink": letters.inks.words,
            }
            yield Hit(facts, letters.area, letters.tag)
