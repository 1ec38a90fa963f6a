"""P112: parts of a picture lay down more ink than the paper dries.

Measured on the pixels that are seen inside the trim, at 75 to the inch. Less than 15 mm² of a picture may be
over the limit: such spots dry from their surroundings.
"""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "error"

_FULL = 255  # `Photo.coverage` counts four inks in 255 steps
_LEAST = 0.1  # mm²: the darkest that is worth telling


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    first = limits.ink * _FULL // 4000 + 1
    for photo in sheet.photos:
        over = sum(photo.coverage[first:])
        if over > limits.spot:
            most = max(i for i, area in enumerate(photo.coverage) if area >= _LEAST)
            facts: dict[str, Fact] = {
                "picture": photo.name,
                "total": round(most * 400 / _FULL),
                "limit": limits.ink // 10,
                "area": round(over),
            }
            yield Hit(facts, photo.area, photo.tag)
