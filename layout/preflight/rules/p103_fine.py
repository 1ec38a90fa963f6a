"""P103: a picture finer than any press shows: over 450 pixels an inch (`print: resolution: most`). It does no harm
but makes the file large."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "info"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    most = limits.resolution.most
    for photo in sheet.photos:
        if photo.ppi > most and not photo.line_art:
            facts: dict[str, Fact] = {
                "picture": photo.name,
                "ppi": round(photo.ppi),
                "limit": most,
            }
            yield Hit(facts, photo.area, photo.tag)
