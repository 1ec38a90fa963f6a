"""Marks of a page as its content is read: alike ones counted together, those outside the trim left out."""

from math import inf

from msgspec.structs import replace

from layout.geometry import Rect
from layout.sheet import NO_INK, Inks, Letters, Photo, Sheet, Stroke, Tint
from layout.units import PT

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""

EVERYWHERE: Corners = (-inf, -inf, inf, inf)
WORDS = 12  # characters of text that a finding quotes
LIGHT = 300  # thousandths of ink besides black: with black upon it, it is over no press's limit
THIN = 1.0  # points; a filled strip no wider is a line to whoever looks at it


def common(a: Corners, b: Corners) -> Corners:
    """Where both are; left is beyond right where they are apart."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def is_seen(area: Corners) -> bool:
    """Whether an area (left, foot, right, top) is one at all."""
    return area[0] <= area[2] and area[1] <= area[3]


class Marks:
    """Collects the marks inside `trim`."""

    def __init__(self, trim: Corners) -> None:
        self.trim = trim
        self._letters: dict[tuple[int, Inks, Inks], Letters] = {}
        self._strokes: dict[tuple[int, Inks, Inks], Stroke] = {}
        self._ground: list[tuple[Corners, Inks]] = []
        self._heavy = False
        self._tints: dict[Inks, Tint] = {}
        self._photos: list[Photo] = []

    def sheet(self) -> Sheet:
        """All marks, in the order of their first appearance."""
        return Sheet(
            tuple(self._letters.values()),
            tuple(self._strokes.values()),
            tuple(self._tints.values()),
            tuple(self._photos),
        )

    def seen(self, area: Corners, clip: Corners) -> Corners | None:
        """The part of `area` that is seen; None where all is clipped away or outside the trim."""
        part = common(common(area, clip), self.trim)
        return part if is_seen(part) else None

    def letters(
        self, size: float, inks: Inks, area: Corners, words: str, count: int, under: Inks = NO_INK
    ) -> None:
        weight = round(size * PT)
        known = self._letters.get((weight, inks, under))
        if known is None:
            made = Letters(weight, inks, self.rect(area), count, words[:WORDS], under=under)
        elif len(known.words) < WORDS:
            made = replace(known, count=known.count + count, words=(known.words + words)[:WORDS])
        else:
            made = replace(known, count=known.count + count)
        self._letters[weight, inks, under] = made

    def stroke(self, weight: float, inks: Inks, area: Corners, under: Inks = NO_INK) -> None:
        key = round(weight * PT), inks, under
        known = self._strokes.get(key)
        made = Stroke(key[0], inks, self.rect(area), under=under)
        self._strokes[key] = replace(known, count=known.count + 1) if known else made

    def ground(self, x: float, y: float) -> Inks:
        """The tint that was painted last at a place, where any of the page's is more than a light one."""
        if self._heavy:
            for area, inks in reversed(self._ground):
                if area[0] <= x <= area[2] and area[1] <= y <= area[3]:
                    return inks
        return NO_INK

    def tint(self, inks: Inks, area: Corners, *, is_strip: bool = False, full: bool = True) -> None:
        """A filled shape; `is_strip`: a rectangle, which is a line if it is thin; `full`: it fills its `area`."""
        thickness = min(area[2] - area[0], area[3] - area[1])
        if is_strip and thickness <= THIN:
            self.stroke(thickness, inks, area)
        if full:
            self._ground.append((area, inks))
        self._heavy = self._heavy or inks.total - inks.cmyk[3] > LIGHT
        known = self._tints.get(inks)
        self._tints[inks] = replace(known, count=known.count + 1) if known else Tint(inks, self.rect(area))

    def photo(self, photo: Photo, area: Corners) -> None:
        self._photos.append(photo)
        self._ground.append(
            (area, NO_INK)
        )  # it hides what is under it; its own ink is measured by its pixels

    def rect(self, area: Corners) -> Rect:
        """Points of the page to Emu from the trimmed corner."""
        left, bottom, right, top = area
        x, y = round((left - self.trim[0]) * PT), round((self.trim[3] - top) * PT)
        return Rect(x, y, round((right - left) * PT), round((top - bottom) * PT))
