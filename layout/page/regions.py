"""Rooms to regions: the stretches of a story's rooms in which its lines run down each leg, legs from left to right.

What goes over all legs of a room (a picture, a quotation) parts it: the text above it is read through all columns,
then on below it. A story's rooms on a page (`continues`) follow each other.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.page.frames import Frame, frames_of
from layout.page.outline import Strip, trimmed
from layout.page.rooms import Leg
from layout.resolve.types import Grid
from layout.units import Emu


class Region(Struct, frozen=True):
    """Legs between two lines of their lattice. `block` is the room's, "" for the story's first; `first` counts the
    legs of the rooms before it."""

    legs: tuple[Leg, ...]
    top: int
    foot: int
    block: str = ""
    lattice: Grid | None = None
    first: int = 0

    def frames(self, top: int, foot: int, leg: int | None = None) -> tuple[Frame, ...]:
        """The frames between two lines, of all legs or of one."""
        made = frames_of(self.legs, max(top, self.top), min(foot, self.foot))
        if leg is not None:
            made = tuple(frame for frame in made if frame.leg == leg)
        if not (self.first or self.block or self.lattice):
            return made
        return tuple(replace(f, leg=f.leg + self.first, block=self.block, lattice=self.lattice) for f in made)

    def free(self, leg: int, line: int, lines: int) -> bool:
        """Whether nothing stands in so many lines of a leg from `line` on, nor pushes text aside there."""
        beside = any(line <= at < line + lines for at, _, _ in self.legs[leg].wraps)
        return not beside and any(a <= line and line + lines <= a + n for a, n in self.legs[leg].strips)

    def across(self, line: int, lines: int) -> tuple[Emu, Emu] | None:
        """The inline start and the width of what goes over the legs that are free at `line`; None where one of them
        is not free for so many lines."""
        over = [n for n, leg in enumerate(self.legs) if any(a <= line < a + n for a, n in leg.strips)]
        if not over or not all(self.free(leg, line, lines) for leg in over):
            return None
        first, last = self.legs[over[0]], self.legs[over[-1]]
        return first.x, last.x + last.measure - first.x


def regions_of(
    legs: Sequence[Leg], top: int, foot: int, block: str = "", lattice: Grid | None = None, first: int = 0
) -> tuple[Region, ...]:
    """The regions of a room's legs between two lines, from the top."""
    inner = [replace(leg, strips=_free(leg, top, foot)) for leg in legs]
    return tuple(
        Region(
            tuple(replace(leg, strips=trimmed(leg.strips, start, end)) for leg in inner),
            start,
            end,
            block,
            lattice,
            first,
        )
        for start, end in _bands(inner)
    )


def _free(leg: Leg, top: int, foot: int) -> tuple[Strip, ...]:
    """The leg's strips between two lines; a single line above or below a hole is left empty, as in `frames_of`."""
    strips = trimmed(leg.strips, top, foot)
    return strips if leg.wraps or len(strips) < 2 else tuple(s for s in strips if s[1] > 1)


def _bands(legs: Sequence[Leg]) -> list[Strip]:
    """The runs of lines (first, end) in which some leg is free."""
    bands: list[tuple[int, int]] = []
    for first, lines in sorted(strip for leg in legs for strip in leg.strips):
        if bands and first <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], first + lines))
        else:
            bands.append((first, first + lines))
    return bands
