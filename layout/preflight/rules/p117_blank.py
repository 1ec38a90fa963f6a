"""P117: a page with nothing on it. What lies outside the trim or is painted without ink does not count."""

from collections.abc import Iterator

from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "error"


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    if not sheet.photos and not any(mark.inks.prints for mark in sheet.inked):
        yield Hit()
