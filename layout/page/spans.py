"""Text with something over some of its columns: a crosshead, quotation, table or picture of its copy.

It stands where the text reaches it. The columns that it covers are read first above it, level, then below it, and
after them the columns beside it. So the flow falls into stretches, each but the last above something that goes over
columns: text is filled into the columns before those that it covers and into these down to it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact
from layout.page.bars import measure_bar
from layout.page.filling import AFTER_CROSSHEAD, Fill, Stretch, fill_frames
from layout.page.flow import Bar, Crosshead, Paragraph, Table, goes_over, words_of
from layout.page.frames import Frame
from layout.page.level import MOST, levelled, spread, unlevel
from layout.page.regions import Region
from layout.page.remainder import remainder
from layout.page.thread import Thread
from layout.style import Across

TRIES = 8
FEWEST = 2  # lines of a column above what goes over it, and below: one by itself reads as a slip


class Column(Struct, frozen=True):
    """What is free of leg `leg` of a region, from line `top` to line `foot`, of which `held` lines at the foot are kept
    for white."""

    region: Region
    leg: int
    top: int
    foot: int
    held: int = 0

    def frames(self) -> tuple[Frame, ...]:
        """Where text is filled in."""
        return self.region.frames(self.top, self.foot - self.held, self.leg)

    def opened(self) -> tuple[Frame, ...]:
        """The same frames, the last of them as long as it may be above the foot."""
        frames = self.frames()
        if not self.held or not frames:
            return frames
        last = frames[-1]
        below = self.region.frames(last.first, self.foot, self.leg)
        whole = next((f for f in below if (f.first, f.measure) == (last.first, last.measure)), last)
        return (*frames[:-1], replace(last, lines=max(last.lines, whole.lines)))


class _Cut(Struct, frozen=True):
    """A stretch, and the columns that are left after it."""

    stretch: Stretch
    rest: tuple[Column, ...]


def columns_of(regions: Sequence[Region], top: int, foot: int | None = None) -> tuple[Column, ...]:
    """The columns of regions in reading order: of the first one from line `top` on, of the last one down to `foot`."""
    made: list[Column] = []
    for number, region in enumerate(regions):
        first = top if number == 0 else region.top
        last = region.foot if foot is None or number < len(regions) - 1 else foot
        made += (Column(region, leg, first, last) for leg in range(len(region.legs)))
    return tuple(column for column in made if column.frames())


def stretches(
    thread: Thread, columns: Sequence[Column], first: int, end: int, *, strict: bool = False
) -> tuple[Stretch, ...]:
    """The items `first` to `end` in `columns`. All that goes over columns goes over as many as it should, with two
    lines of text above it and below in each; where it can't, and `strict` does not ask for that, it stands at the head
    of later columns or over fewer (F034)."""
    if not strict:
        best = stretches(thread, columns, first, end, strict=True)
        if best[-1].fill.over is None:
            return best
    done: list[Stretch] = []
    for position in range(first, end):
        if goes_over(thread.flow[position]) is None:
            continue
        cut = _cut(thread, columns, first, position, strict)
        if cut is None:
            return (*done, _stopped(thread, columns, first, position))
        done.append(cut.stretch)
        columns, first = cut.rest, position + 1
    return (*done, Stretch(fill_frames(thread, _frames(columns), first, end), _opened(columns)))


def spread_stretches(thread: Thread, columns: Sequence[Column], first: int, end: int) -> tuple[Stretch, ...]:
    """The stretches with spare lines shared out: so many are held at the foot of every column that what goes over
    columns stands where it will when they are opened; the try whose feet are most nearly level is taken."""
    plain = stretches(thread, columns, first, end)
    if plain[-1].fill.over:
        return plain
    after = 1 + max(n for n in range(first, end) if goes_over(thread.flow[n]) is not None)
    tries: list[tuple[Stretch, ...]] = []
    for held in range(min(plain[-1].fill.spare // len(columns), TRIES), -1, -1):
        made = stretches(thread, [replace(c, held=held) for c in columns], first, end)
        if made[-1].fill.over is None:
            last = replace(made[-1], fill=spread(thread, made[-1].frames, after, end))
            level = (replace(s, fill=levelled(s.fill, s.frames, thread.grid)) for s in made[:-1])
            tries.append((*level, last))
    return min(tries, key=_unlevel)


def _unlevel(made: Sequence[Stretch]) -> int:
    """Line places that stay empty; those at the end of a stretch are the best to bear."""
    return sum(2 * inside + end for inside, end in (unlevel(one.fill, one.frames) for one in made))


def _stopped(thread: Thread, columns: Sequence[Column], first: int, position: int) -> Stretch:
    """The text before an item that finds no place; all from it on is over. F021: it is no part of the copy."""
    frames, item = _frames(columns), thread.flow[position]
    fill = fill_frames(thread, frames, first, position)
    found: tuple[Diagnostic, ...] = ()
    if fill.over is None:
        measure = frames[-1].measure if frames else thread.grid.measure
        fill = replace(fill, over=remainder(thread, position, 0, measure, fill.placed))
    if isinstance(item, Bar):
        facts: dict[str, Fact] = {"block": item.insert.block, "story": thread.story.id}
        found = (Diagnostic("F021", "error", item.insert.where, facts),)
    return Stretch(fill, frames, diagnostics=found)


def _cut(thread: Thread, columns: Sequence[Column], first: int, position: int, strict: bool) -> _Cut | None:
    """The text from item `first` up to the one at `position`, which goes over columns, and what is left below and
    beside it; None where it finds no place."""
    plain = fill_frames(thread, _frames(columns), first, position)
    over = goes_over(thread.flow[position])
    if plain.over or over is None:
        return None
    reached = _reached(plain, columns)
    for start, count in _places(columns, over, reached, strict):
        cut = _Site(thread, columns, first, position, start, count).stand(plain.lines, strict)
        if cut is None:
            continue
        if count < over.columns or over.first not in (-1, columns[start].leg):
            found = _elsewhere(thread, position, columns[start].leg, count, over)
            told = replace(cut.stretch, diagnostics=(*cut.stretch.diagnostics, found))
            return replace(cut, stretch=told)
        return cut
    return None


def _reached(plain: Fill, columns: Sequence[Column]) -> int:
    """The column in which the next line would stand."""
    frames = 0
    for number, column in enumerate(columns):
        own = column.frames()
        depths, lines = plain.depths[frames : frames + len(own)], [f.lines for f in own]
        frames += len(own)
        if not any(plain.depths[frames:]) and list(depths) != lines:
            return number
    return len(columns)


def _places(columns: Sequence[Column], over: Across, reached: int, strict: bool) -> Iterator[tuple[int, int]]:
    """Where something may stand, the best first: (the first column covered, how many). It covers the column that the
    text has reached, with those to its right, or to its left where these are too few."""
    count = min(over.columns or len(columns), len(columns))
    if over.first >= 0 and columns:
        yield from ((n, count) for n in _runs(columns, count) if columns[n].leg == over.first)
        if strict:
            return
    while count > 0:
        runs = _runs(columns, count)
        yield from (
            (n, count) for n in range(min(reached, len(columns) - 1), reached - count, -1) if n in runs
        )
        if strict:
            return
        yield from ((n, count) for n in runs if n > reached)
        count -= 1


def _runs(columns: Sequence[Column], count: int) -> list[int]:
    """The columns from which on there are `count` side by side that begin at one line."""
    return [
        n
        for n in range(len(columns) - count + 1)
        if all(
            a.region is b.region and (b.leg, b.top) == (a.leg + 1, a.top)
            for a, b in zip(columns[n : n + count], columns[n + 1 : n + count])
        )
    ]


class _Site:
    """A place for the item at `position`: over `count` columns from number `start` on, below the text from item `first`
    on."""

    def __init__(
        self, thread: Thread, columns: Sequence[Column], first: int, position: int, start: int, count: int
    ) -> None:
        self.thread, self.first, self.position = thread, first, position
        self.before, self.beside = columns[:start], columns[start + count :]
        self.covered = columns[start : start + count]
        self.region = region = columns[start].region
        self.grid = region.lattice or thread.grid
        ends = region.legs[self.covered[0].leg], region.legs[self.covered[-1].leg]
        width = ends[1].x + ends[1].measure - ends[0].x
        block = region.block or thread.block
        self.bar = measure_bar(thread, thread.flow[position], ends[0].x, width, self.grid, block)

    def stand(self, lines: int, strict: bool) -> _Cut | None:
        """The item as high as the text above it, about `lines` of it, lets it."""
        least = lines - self.thread.saved_at_heads(self.first, self.position)
        level = -1
        for line in range(self.covered[0].top, min(c.foot for c in self.covered) + 1):
            above = self._above(line)
            room = sum(f.lines for f in _frames((*self.before, *above)))
            if not self._leaves_room(line, strict) or room < least:
                continue
            fill = self._filled(above)
            if fill.over:
                continue
            level = line if level < 0 else level
            if strict and not self._bears(fill, line, level):
                return None
            if all(self.region.free(c.leg, line, self._rows(line)) for c in self.covered):
                return self._cut(line, *self._shared(fill, above))
        return None

    def _rows(self, line: int) -> int:
        """Lines that it takes; at a region's top the white above it goes."""
        return self.bar.rows - (self.bar.above if line == self.region.top else 0)

    def _leaves_room(self, line: int, strict: bool) -> bool:
        """Whether it stands at `line` with enough lines below it, or with none where the text goes on beside it."""
        left = min(c.foot - c.held for c in self.covered) - line - self._rows(line)
        last = self.position + 1 == len(self.thread.flow)
        at_foot = left == 0 and self.beside and self.bar.after < AFTER_CROSSHEAD
        return bool(at_foot) or left >= (0 if last else max(self.bar.after, FEWEST if strict else 1))

    def _above(self, line: int) -> tuple[Column, ...]:
        """The columns that it covers down to `line`."""
        return tuple(replace(c, foot=line, held=0) for c in self.covered)

    def _filled(self, above: Sequence[Column]) -> Fill:
        return fill_frames(self.thread, _frames((*self.before, *above)), self.first, self.position)

    def _bears(self, fill: Fill, line: int, level: int) -> bool:
        """Whether it may stand at `line`, where at `level` the text above it is level: no single line of a column above
        it, no hole of more than three lines, here or in the columns before."""
        short = sum(f.lines - depth for f, depth in zip(_frames(self.before), fill.depths))
        single = any(line - c.top in range(1, FEWEST) for c in self.covered)
        return line - level <= MOST and short <= MOST and not single

    def _shared(self, fill: Fill, above: tuple[Column, ...]) -> tuple[Fill, tuple[Column, ...]]:
        """The text with what is spare above the item shared out: a line in each of the last columns, not all in one."""
        if fill.spare < 2 or any(c.foot - c.top <= FEWEST for c in above):
            return fill, above
        held = [(fill.spare + n) // len(above) for n in range(len(above))]
        shorter = tuple(replace(c, held=lines) for c, lines in zip(above, held))
        even = self._filled(shorter)
        return (fill, above) if even.over else (even, shorter)

    def _cut(self, line: int, fill: Fill, above: Sequence[Column]) -> _Cut:
        rows = self._rows(line)
        placed, found = self.bar.draw(self.grid.line_y(line), rows)
        below = (replace(c, top=line + rows) for c in self.covered)
        ends, taken = _opened(above), rows * len(self.covered)
        frames = (*_opened(self.before), *ends)
        stretch = Stretch(fill, frames, len(ends), tuple(placed), taken, tuple(found))
        return _Cut(stretch, (*(c for c in below if c.frames()), *self.beside))


def _elsewhere(thread: Thread, position: int, leg: int, count: int, over: Across) -> Diagnostic:
    """F034: it does not stand over the columns that it should."""
    item = thread.flow[position]
    facts: dict[str, Fact] = {
        "story": thread.story.id,
        "words": words_of(item),
        "wanted": over.columns,
        "columns": count,
        "first": leg + 1,
    }
    where = thread.where(item) if isinstance(item, Paragraph | Crosshead | Table) else thread.story.where
    return Diagnostic("F034", "warning", item.insert.where if isinstance(item, Bar) else where, facts)


def _opened(columns: Sequence[Column]) -> tuple[Frame, ...]:
    return tuple(frame for column in columns for frame in column.opened())


def _frames(columns: Sequence[Column]) -> tuple[Frame, ...]:
    return tuple(frame for column in columns for frame in column.frames())
