"""P116: a line thinner than 0.25 pt. On a screen it is seen at any zoom, on a plate it breaks up or is gone. A
weight of 0 means the thinnest that a device can draw, which on a plate setter is 0.01 mm."""

from collections.abc import Iterator

from layout.diag import Fact
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet
from layout.units import PT, to_pt

SEVERITY = "error"

_ROUNDING = PT // 500  # files give weights to a thousandth of a point


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    for stroke in sheet.strokes:
        if stroke.weight < limits.hairline - _ROUNDING and stroke.inks.prints:
            facts: dict[str, Fact] = {
                "weight": round(to_pt(stroke.weight), 3),
                "limit": to_pt(limits.hairline),
                "count": stroke.count,
            }
            yield Hit(facts, stroke.area, stroke.tag)
