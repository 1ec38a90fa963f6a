"""Rooms to frames: the places where a story's lines go, one under the other, leg after leg."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from layout.page.rooms import Leg
from layout.units import Emu


class Frame(Struct, frozen=True):
    """`lines` line places in leg `leg`, from line `first` of the grid, at `x`, `measure` long."""

    leg: int
    x: Emu
    measure: Emu
    first: int
    lines: int


def frames_of(legs: Sequence[Leg], top: int, foot: int) -> tuple[Frame, ...]:
    """The frames of `legs` between two lines of the grid, in reading order: down each leg, legs from left to
    right. A single line above or below a hole is left empty (typography.md WRP-ONE)."""
    return tuple(frame for number, leg in enumerate(legs) for frame in _frames(number, leg, top, foot))


def _frames(number: int, leg: Leg, top: int, foot: int) -> Iterable[Frame]:
    cut = ((max(first, top), min(first + lines, foot)) for first, lines in leg.strips)
    strips = [(first, end - first) for first, end in cut if end > first]
    for first, lines in strips:
        if lines > 1 or len(strips) == 1:
            yield Frame(number, leg.x, leg.measure, first, lines)


def measures_from(frames: Sequence[Frame], index: int, line: int) -> tuple[tuple[int, Emu], ...]:
    """The measures of the line places from line `line` of frame `index` on, run-length coded; the last one
    goes on without end, so that copy which is over can be counted in lines of it."""
    places = [
        (frame.measure, frame.lines - (line if i == 0 else 0)) for i, frame in enumerate(frames[index:])
    ]
    runs = groupby(places, key=lambda place: place[0])
    return tuple((sum(lines for _, lines in group), measure) for measure, group in runs)
