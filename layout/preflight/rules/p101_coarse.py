"""P101: a picture so coarse that its pixels are seen.

Effective resolution, pixels by the inch as printed, is under 150 (`print: resolution: least`). Newsprint is printed
at 100 to 120 lines an inch and wants 1.5 to 2 pixels a line. Line art is left to the eye.
"""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "error"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    least = limits.resolution.least
    for photo in sheet.photos:
        if photo.ppi < least and not photo.line_art:
            facts: dict[str, Fact] = {
                "picture": photo.name,
                "ppi": round(photo.ppi),
                "limit": least,
            }
            yield Hit(facts, photo.area, photo.tag)
