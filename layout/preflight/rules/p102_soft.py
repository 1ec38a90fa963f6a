"""P102: a picture that will look soft: under 200 pixels an inch (`print: resolution: good`), but not so coarse as
P101 says."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "warning"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    wanted = limits.resolution
    for photo in sheet.photos:
        if wanted.least <= photo.ppi < wanted.good and not photo.line_art:
            facts: dict[str, Fact] = {"picture": photo.name, "ppi": round(photo.ppi), "limit": wanted.good}
            yield Hit(facts, photo.area, photo.tag)
