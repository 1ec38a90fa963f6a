"""Level columns: lines of white above crossheads and paragraphs where a column would end too high."""

from collections.abc import Sequence

from msgspec.structs import replace

from layout.page.filling import Fill, Opening, fill_frames
from layout.page.frames import Frame
from layout.page.thread import Thread
from layout.page.types import Placed, PlacedBox, PlacedLine, PlacedPicture, PlacedRule, PlacedShape
from layout.resolve.types import Grid
from layout.units import Emu

MOST = 3  # lines of white in one place (more reads as a hole: F002)
FEWEST = 2  # lines that a column keeps, so that a short last line finds room there with the one before it
TRIES = 8


def levelled(fill: Fill, frames: Sequence[Frame], grid: Grid) -> Fill:
    """`fill` with its feet at the feet of `frames`, as far as three lines of white in one place can bring them
    there: above crossheads first, then above paragraphs. Every baseline stays on the lattice."""
    down: dict[int, Emu] = {}  # number of a thing placed → how far it and the rest of its frame go down
    white = 0
    depths = list(fill.depths)
    for number, frame in enumerate(frames):
        goes_on = number + 1 < len(frames) and frames[number + 1].joined
        openings = [] if goes_on else [o for o in fill.openings if o.frame == number]
        missing = frame.lines - depths[number] if depths[number] else 0
        for opening, lines in _shared(missing, openings):
            down[opening.placed] = lines * (frame.lattice or grid).leading
            depths[number] += lines
            white += lines
    if not white:
        return fill
    last = max(fill.frame_of, default=0)
    gained = depths[last] - fill.depths[last]
    return replace(fill, placed=_moved(fill, down), depths=tuple(depths), spare=max(0, fill.spare - gained))


def spread(thread: Thread, frames: Sequence[Frame], first: int, end: int) -> Fill:
    """The items set so that spare lines are shared out over all frames and stand above crossheads and paragraphs.

    What is spare is taken off the frames' feet, the copy set in what is left, and each frame opened to its foot.
    Where crossheads and paragraphs fall then is another matter, so lines that a frame can't use are given to one
    that can, a few times, and the try whose feet are most nearly level is taken. What no frame can use stays at
    the end.
    """
    plain = fill_frames(thread, frames, first, end, pairs=True)
    if plain.over:
        plain = fill_frames(thread, frames, first, end)
    best, fill = levelled(plain, frames, thread.grid), plain
    if plain.over:
        return best
    off, spare = [0] * len(frames), plain.spare
    for _ in range(TRIES):
        if not any(unlevel(best, frames)):
            break
        off = _withheld(spare, fill, frames, off)
        shorter = [replace(f, lines=f.lines - n) for f, n in zip(frames, off)]
        fill = fill_frames(thread, shorter, first, end, pairs=True)
        if fill.over:
            fill = fill_frames(thread, shorter, first, end)
        if fill.over:
            spare -= fill.over.lines
            fill, off = plain, [0] * len(frames)
            continue
        made = levelled(fill, frames, thread.grid)
        best = min(best, made, key=lambda f: unlevel(f, frames))
        unused = [f.lines - depth if depth else 0 for f, depth in zip(frames, made.depths)]
        off = [max(0, n - rest) for n, rest in zip(off, unused)]
        if not any(unused[:-1]):
            break
    return replace(best, spare=_spare(best, frames))


def unlevel(fill: Fill, frames: Sequence[Frame]) -> tuple[int, int]:
    """Line places that stay empty at the feet of all frames but the last, and of that."""
    missing = [f.lines - depth for f, depth in zip(frames, fill.depths)]
    return sum(missing[:-1]), sum(missing[-1:])


def _spare(fill: Fill, frames: Sequence[Frame]) -> int:
    last = max((i for i, depth in enumerate(fill.depths) if depth), default=-1)
    places = sum(frame.lines for frame in frames[max(last, 0) :])
    return places - (fill.depths[last] if last >= 0 else 0)


def _withheld(spare: int, fill: Fill, frames: Sequence[Frame], off: Sequence[int]) -> list[int]:
    """Spare lines to be taken off each frame, those that are (`off`) and the rest one after the other, where most
    openings have none yet."""
    openings = [sum(1 + o.crosshead for o in fill.openings if o.frame == n) for n in range(len(frames))]
    out = list(off)
    for _ in range(spare - sum(off)):
        n = max(range(len(frames)), key=lambda i: (openings[i] / (out[i] + 1), i))
        if not openings[n] or out[n] >= min(MOST * openings[n], frames[n].lines - FEWEST):
            break
        out[n] += 1
    return out


def _shared(lines: int, openings: Sequence[Opening]) -> list[tuple[Opening, int]]:
    """`lines` shared out over the openings of a frame: to crossheads first, then to paragraphs from the middle of
    the frame outwards, then again."""
    given = [0] * len(openings)
    middle = (len(openings) - 1) / 2
    order = sorted(range(len(openings)), key=lambda i: (not openings[i].crosshead, abs(i - middle), i))
    for _ in range(MOST):
        for i in order:
            if lines > 0:
                given[i] += 1
                lines -= 1
    return [(opening, n) for opening, n in zip(openings, given) if n]


def _moved(fill: Fill, down: dict[int, Emu]) -> tuple[Placed, ...]:
    """Everything that was placed, lower by what has been opened above it in its frame."""
    placed: list[Placed] = []
    frame, dy = -1, 0
    for number, (thing, where) in enumerate(zip(fill.placed, fill.frame_of)):
        dy = 0 if where != frame else dy
        frame = where
        dy += down.get(number, 0)
        placed.append(lowered(thing, dy) if dy else thing)
    return tuple(placed)


def lowered(thing: Placed, dy: Emu) -> Placed:
    """A thing placed, `dy` lower."""
    match thing:
        case PlacedLine():
            return replace(thing, y=thing.y + dy)
        case PlacedRule():
            return replace(thing, y1=thing.y1 + dy, y2=thing.y2 + dy)
        case PlacedBox():
            outline = tuple((x, y + dy) for x, y in thing.outline)
            return replace(thing, rect=replace(thing.rect, y=thing.rect.y + dy), outline=outline)
        case PlacedPicture():
            frame, image = (replace(rect, y=rect.y + dy) for rect in (thing.frame, thing.image))
            return replace(thing, frame=frame, image=image)
        case PlacedShape():
            return replace(thing, rects=tuple(replace(rect, y=rect.y + dy) for rect in thing.rects))
