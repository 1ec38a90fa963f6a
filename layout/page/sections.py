"""A story's flow in its regions: sections of running text, and between them what goes over all columns."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact
from layout.page.filling import Fill, fill_frames
from layout.page.flow import Bar, FlowItem, Table, spans
from layout.page.frames import Frame
from layout.page.regions import Region
from layout.page.remainder import Remainder, last_words, remainder
from layout.page.thread import Thread
from layout.page.types import Placed
from layout.resolve.types import FillMode
from layout.units import Emu


class Foot(Struct, frozen=True):
    """A column that ends `lines` lines above the others; `last`: it is the story's last one."""

    leg: int
    lines: int
    last: bool


class Filled(Struct, frozen=True):
    """A story in its regions. `lines` of text are set, `spare` line places stay empty after them, `room` is how
    many there are in all, `measure` long in the mean; `end` is the line below the text in the last region that it
    reached."""

    placed: tuple[Placed, ...]
    lines: int
    spare: int
    room: int
    measure: Emu
    end: int
    over: Remainder | None
    feet: tuple[Foot, ...]
    diagnostics: tuple[Diagnostic, ...]


class _Place(Struct, frozen=True):
    """A line of a region."""

    region: int
    line: int


class _Section(Struct, frozen=True):
    """Running text set: its fill, the frames that it was set in, the place below it."""

    fill: Fill
    frames: tuple[Frame, ...]
    below: _Place


def fill_story(thread: Thread, regions: Sequence[Region], mode: FillMode | None) -> Filled:
    """Set the whole flow.

    Text above something that goes over all columns is set in the least height, columns level. The rest is set as
    `mode` says: `bottom` fills column after column; `balance` and None take the least height; `spread` and `grow`
    share spare lines out. None, for the stories of a stack, never opens columns with white.
    """
    return _Filling(thread, regions, mode).run()


class _Filling:
    def __init__(self, thread: Thread, regions: Sequence[Region], mode: FillMode | None) -> None:
        self.thread, self.regions, self.mode = thread, regions, mode
        self.at = _Place(0, regions[0].top if regions else 0)
        self.placed: list[Placed] = []
        self.found: list[Diagnostic] = []
        self.feet: list[Foot] = []
        self.lines = self.bars = self.spare = 0
        self.over: Remainder | None = None

    def run(self) -> Filled:
        flow = self.thread.flow
        start = 0
        while start < len(flow) and self.over is None:
            if spans(flow[start]):
                self._bar(start, flow[start])
                start += 1
                continue
            end = next((i for i in range(start, len(flow)) if spans(flow[i])), len(flow))
            self._section(start, end)
            start = end
        if self.over is None and (not flow or spans(flow[-1])):
            self.spare = sum(frame.lines for frame in self._frames(self.at))
        frames = self._frames(_Place(0, self.regions[0].top)) if self.regions else ()
        total = sum(frame.lines for frame in frames)
        measure = sum(frame.lines * frame.measure for frame in frames) // max(1, total)
        room = self.lines + self.spare if self.bars or self.mode is None else total
        return Filled(
            tuple(self.placed),
            self.lines,
            self.spare,
            room,
            measure,
            self.at.line,
            self.over,
            tuple(self.feet),
            tuple(self.found),
        )

    def _frames(self, at: _Place, foot: int | None = None, last: int | None = None) -> tuple[Frame, ...]:
        """The frames from a place on; of region `last`, if there is one, only those above line `foot`."""
        frames: list[Frame] = []
        for number, region in enumerate(self.regions):
            if number < at.region or (last is not None and number > last):
                continue
            top = at.line if number == at.region else region.top
            frames += region.frames(top, foot if foot is not None and number == last else region.foot)
        return tuple(frames)

    def _section(self, start: int, end: int) -> None:
        final, began = end == len(self.thread.flow), self.at
        done = self._set(start, end, final)
        fill = done.fill
        self.placed += fill.placed
        self.found += fill.diagnostics
        self.lines += fill.lines
        self.feet += _feet(fill, done.frames, final)
        self.at = done.below
        if fill.over:
            stopped_at = fill.over.stopped_at or last_words(self.placed)
            self.over = replace(fill.over, stopped_at=stopped_at)
        elif final and self.mode != "balance":
            self.spare = fill.spare
        elif final:
            self.spare = sum(frame.lines for frame in self._frames(began)) - sum(fill.depths)

    def _set(self, start: int, end: int, final: bool) -> _Section:
        thread = self.thread
        frames = self._frames(self.at)
        whole = fill_frames(thread, frames, start, end)
        if whole.over and thread.divide(start, end):
            whole = fill_frames(thread, frames, start, end)
        foot = _Place(len(self.regions) - 1, self.regions[-1].foot) if self.regions else self.at
        if final and self.mode in ("spread", "grow"):
            from layout.page.level import spread

            return _Section(spread(thread, frames, start, end), frames, foot)
        if whole.over or (final and self.mode == "bottom"):
            return _Section(whole, frames, foot)
        balanced = self._balanced(start, end) or _Section(whole, frames, foot)
        if self.mode in ("balance", "spread", "grow"):
            from layout.page.level import levelled

            level = levelled(balanced.fill, balanced.frames, thread.grid)
            return _Section(level, balanced.frames, balanced.below)
        return balanced

    def _balanced(self, start: int, end: int) -> _Section | None:
        """The least height of the last region needed at which all is set. Line places grow with the height, so the
        search begins at the height that their number asks for, and a few steps settle what crossheads need."""
        thread = self.thread
        for number in range(self.at.region, len(self.regions)):
            region = self.regions[number]
            whole = fill_frames(thread, self._frames(self.at, region.foot, number), start, end)
            if whole.over:
                continue
            lines = whole.lines - thread.saved_at_heads(start, end)
            before = sum(f.lines for f in self._frames(self.at, region.top, number))
            before = before if number > self.at.region else 0
            top = self.at.line if number == self.at.region else region.top
            height = max(1, -(-(lines - before) // max(1, len(region.legs))))
            for foot in range(min(top + height, region.foot), region.foot + 1):
                frames = self._frames(self.at, foot, number)
                if sum(f.lines for f in frames) < lines:
                    continue
                fill = fill_frames(thread, frames, start, end)
                if fill.over is None:
                    return _Section(fill, frames, _Place(number, foot))
        return None

    def _bar(self, number: int, item: FlowItem) -> None:
        from layout.page.bars import measure_bar

        follows = number + 1 < len(self.thread.flow)
        for index in range(self.at.region, len(self.regions)):
            region = self.regions[index]
            start = self.at.line if index == self.at.region else region.top
            grid = region.lattice or self.thread.grid
            for line in range(start, region.foot):
                place = region.across(line, 1)
                if place is None:
                    continue
                bar = measure_bar(self.thread, item, *place, grid, region.block or self.thread.block)
                rows = bar.rows - (bar.above if line == region.top else 0)
                if line + rows + (bar.after if follows else 0) > region.foot:
                    break
                if region.across(line, rows) != place:
                    continue
                placed, found = bar.draw(grid.line_y(line), rows)
                self.placed += placed
                self.found += found
                self.bars += rows
                self.at = _Place(index, line + rows)
                return
        set_rows = self._divided(number, item) if isinstance(item, Table) else 0
        if set_rows is None:
            return
        if isinstance(item, Bar):
            facts: dict[str, Fact] = {"block": item.insert.block, "story": self.thread.story.id}
            self.found.append(Diagnostic("F021", "error", item.insert.where, facts))
        frames = self._frames(self.at)
        measure = frames[-1].measure if frames else self.thread.grid.measure
        self.over = remainder(self.thread, number, set_rows, measure, self.placed)
        self.spare = 0

    def _divided(self, number: int, item: Table) -> int | None:
        """A table over all columns that no region holds whole: as many rows as each has room for. How many of them
        are set; None if all are."""
        from layout.page.bars import draw_rows

        first = 0
        for index in range(self.at.region, len(self.regions)):
            region = self.regions[index]
            start = self.at.line if index == self.at.region else region.top
            done = draw_rows(self.thread, item, region, start, first)
            if done is None:
                continue
            self.placed += done.placed
            self.bars += done.foot - start
            first, self.at = done.last, _Place(index, done.foot)
            if first == len(item.cells) - 1:
                return None
        return first


def _feet(fill: Fill, frames: Sequence[Frame], final: bool) -> list[Foot]:
    """The columns that end above the feet of their frames."""
    if fill.over:
        return []
    used = [i for i, depth in enumerate(fill.depths) if depth]
    return [
        Foot(frames[i].leg, frames[i].lines - fill.depths[i], i == used[-1])
        for i in used
        if frames[i].lines > fill.depths[i] and not (i + 1 < len(frames) and frames[i + 1].joined)
    ]
