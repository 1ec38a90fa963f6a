"""Rooms to frames: the places where a story's lines go, one under the other, leg after leg."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from layout.page.outline import Strip, trimmed
from layout.page.rooms import Leg
from layout.resolve.types import Grid
from layout.units import Emu

Place = tuple[Emu, Emu]  # inline start and measure of a line


class Frame(Struct, frozen=True):
    """`lines` line places in leg `leg`, from line `first` of the grid, at `x`, `measure` long. `joined`: it goes on
    from the frame above it line by line, only its lines are longer or shorter. `block` and `lattice` are those of
    the room that it is in, where that is not the story's first one."""

    leg: int
    x: Emu
    measure: Emu
    first: int
    lines: int
    joined: bool = False
    block: str = ""
    lattice: Grid | None = None


def frames_of(legs: Sequence[Leg], top: int, foot: int) -> tuple[Frame, ...]:
    """The frames of `legs` between two lines of the grid, in reading order: down each leg, legs from left to
    right. A single line above or below a hole is left empty: by itself it reads as a slip."""
    return tuple(frame for number, leg in enumerate(legs) for frame in _frames(number, leg, top, foot))


def _frames(number: int, leg: Leg, top: int, foot: int) -> Iterable[Frame]:
    strips = trimmed(leg.strips, top, foot)
    if leg.wraps:
        yield from _beside(number, leg, strips)
        return
    for first, lines in strips:
        if lines > 1 or len(strips) == 1:
            yield Frame(number, leg.x, leg.measure, first, lines)


def _beside(number: int, leg: Leg, strips: Sequence[Strip]) -> Iterable[Frame]:
    """The frames of a leg in which something pushes text aside: one for each run of lines of one measure."""
    wraps = {line: (x, measure) for line, x, measure in leg.wraps}
    pieces: list[tuple[int, list[Place]]] = []  # runs of lines that have text, each with its places
    for first, lines in strips:
        fresh = True
        for line in range(first, first + lines):
            place = wraps.get(line, (leg.x, leg.measure))
            if not place[1]:
                fresh = True
            elif fresh:
                pieces.append((line, [place]))
                fresh = False
            else:
                pieces[-1][1].append(place)
    for first, places in pieces:
        if len(places) == 1 and len(pieces) > 1:
            continue
        _no_single(places, (leg.x, leg.measure))
        line = first
        for place, same in groupby(places):
            count = len(list(same))
            yield Frame(number, *place, line, count, joined=line > first)
            line += count


def _no_single(places: list[Place], full: Place) -> None:
    """A single full line above what stands in the column, or below it, is as short as its neighbour."""
    if len(places) > 2:
        for end, next_, beyond in ((0, 1, 2), (-1, -2, -3)):
            if places[end] == full and places[next_] != full and places[beyond] != full:
                places[end] = places[next_]


def across(group: Sequence[Frame], line: int, lines: int) -> Frame:
    """The first frame of a group that is joined, as long as all of it, and no wider than each of those that have
    lines from `line` on, `lines` of them."""
    head, last = group[0], group[-1]
    if len(group) == 1 or line + lines <= head.lines:
        return head
    top = head.first + line
    met = [f for f in group if f.first < top + lines and f.first + f.lines > top]
    left, right = max(f.x for f in met), min(f.x + f.measure for f in met)
    return Frame(head.leg, left, max(0, right - left), head.first, last.first + last.lines - head.first)


def measures_from(frames: Sequence[Frame], index: int, line: int) -> tuple[tuple[int, Emu], ...]:
    """The measures of the line places from line `line` of frame `index` on, run-length coded; the last one
    goes on without end, so that copy which is over can be counted in lines of it."""
    places = [
        (frame.measure, frame.lines - (line if i == 0 else 0)) for i, frame in enumerate(frames[index:])
    ]
    runs = groupby(places, key=lambda place: place[0])
    return tuple((sum(lines for _, lines in group), measure) for measure, group in runs)
