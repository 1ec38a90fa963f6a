"""A story's flow in its regions: sections of running text, and between them what goes over all columns. What goes over
some of them parts a section into stretches (`page/spans.py`)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact
from layout.page.filling import Stretch, fill_frames
from layout.page.flow import Bar, FlowItem, Table, goes_over
from layout.page.frames import Frame
from layout.page.regions import Region
from layout.page.remainder import Remainder, last_words, remainder
from layout.page.thread import Thread
from layout.page.types import Placed
from layout.resolve.types import FillMode
from layout.units import Emu

if TYPE_CHECKING:
    from layout.page.spans import Column


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
    """Running text set, and the place below it."""

    stretches: tuple[Stretch, ...]
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
        self.widest = max((sum(bool(leg.strips) for leg in region.legs) for region in regions), default=0)
        self.over: Remainder | None = None

    def run(self) -> Filled:
        flow = self.thread.flow
        start = 0
        while start < len(flow) and self.over is None:
            if self._whole(flow[start]):
                self._bar(start, flow[start])
                start += 1
                continue
            end = next((i for i in range(start, len(flow)) if self._whole(flow[i])), len(flow))
            self._section(start, end)
            start = end
        if self.over is None and (not flow or self._whole(flow[-1])):
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

    def _whole(self, item: FlowItem) -> bool:
        """Whether the item goes over all columns, and so ends a section."""
        over = goes_over(item)
        return over is not None and (not over.columns or over.columns >= self.widest)

    def _columns(self, foot: int | None = None, last: int | None = None) -> "tuple[Column, ...]":
        """The columns from here on; of region `last`, if there is one, only what is above line `foot`."""
        from layout.page.spans import columns_of

        here, regions = self.at, self.regions[self.at.region : None if last is None else last + 1]
        return columns_of(regions, here.line, foot)

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
        for stretch in done.stretches:
            self.placed += (*stretch.fill.placed, *stretch.bar)
            self.found += (*stretch.fill.diagnostics, *stretch.diagnostics)
            self.lines += stretch.fill.lines
            self.bars += stretch.taken
            self.feet += _feet(stretch)
        self.at = done.below
        fill = done.stretches[-1].fill
        if fill.over:
            stopped_at = fill.over.stopped_at or last_words(self.placed)
            self.over = replace(fill.over, stopped_at=stopped_at)
        elif final and self.mode != "balance":
            self.spare = fill.spare
        elif final:
            used = sum(sum(one.fill.depths) + one.taken for one in done.stretches)
            self.spare = sum(frame.lines for frame in self._frames(began)) - used

    def _set(self, start: int, end: int, final: bool) -> _Section:
        foot = _Place(len(self.regions) - 1, self.regions[-1].foot) if self.regions else self.at
        if final and self.mode in ("spread", "grow"):
            return _Section(self._spread(start, end), foot)
        whole = self._stretches(start, end)
        if whole[-1].fill.over and self.thread.divide(start, end):
            whole = self._stretches(start, end)
        if whole[-1].fill.over or (final and self.mode == "bottom"):
            return _Section((*self._levelled(whole[:-1]), whole[-1]), foot)
        balanced = self._balanced(start, end) or _Section(whole, foot)
        if self.mode in ("balance", "spread", "grow"):
            return _Section(self._levelled(balanced.stretches), balanced.below)
        return balanced

    def _stretches(
        self, start: int, end: int, foot: _Place | None = None, strict: bool = False
    ) -> tuple[Stretch, ...]:
        """The section down to a foot, or to that of all regions."""
        last, line = (foot.region, foot.line) if foot else (None, None)
        if not self._parted(start, end):
            frames = self._frames(self.at, line, last)
            return (Stretch(fill_frames(self.thread, frames, start, end), frames),)
        from layout.page.spans import stretches

        return stretches(self.thread, self._columns(line, last), start, end, strict=strict)

    def _spread(self, start: int, end: int) -> tuple[Stretch, ...]:
        if not self._parted(start, end):
            from layout.page.level import spread

            frames = self._frames(self.at)
            return (Stretch(spread(self.thread, frames, start, end), frames),)
        from layout.page.spans import spread_stretches

        return spread_stretches(self.thread, self._columns(), start, end)

    def _levelled(self, made: Sequence[Stretch]) -> tuple[Stretch, ...]:
        if not made:
            return ()
        from layout.page.level import levelled

        grid = self.thread.grid
        return tuple(replace(one, fill=levelled(one.fill, one.frames, grid)) for one in made)

    def _parted(self, start: int, end: int) -> bool:
        """Whether something goes over some of the columns."""
        return any(goes_over(item) for item in self.thread.flow[start:end])

    def _balanced(self, start: int, end: int) -> _Section | None:
        """The least height of the last region needed at which all is set, and stands where it should if it can."""
        return next(
            (
                section
                for strict in ((True, False) if self._parted(start, end) else (False,))
                if (section := self._lowest(start, end, strict))
            ),
            None,
        )

    def _lowest(self, start: int, end: int, strict: bool) -> _Section | None:
        """Line places grow with the height, so the search begins at the height that their number asks for, and a few
        steps settle what crossheads need."""
        saved = self.thread.saved_at_heads(start, end)
        for number in range(self.at.region, len(self.regions)):
            region = self.regions[number]
            whole = self._stretches(start, end, _Place(number, region.foot), strict)
            if whole[-1].fill.over:
                continue
            lines = sum(one.fill.lines + one.taken for one in whole) - saved
            before = sum(f.lines for f in self._frames(self.at, region.top, number))
            before = before if number > self.at.region else 0
            top = self.at.line if number == self.at.region else region.top
            height = max(1, -(-(lines - before) // max(1, len(region.legs))))
            for line in range(min(top + height, region.foot), region.foot + 1):
                foot = _Place(number, line)
                if sum(f.lines for f in self._frames(self.at, line, number)) < lines:
                    continue
                made = self._stretches(start, end, foot, strict)
                if made[-1].fill.over is None:
                    return _Section(made, foot)
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
        set_rows = self._divided(item) if isinstance(item, Table) else 0
        if set_rows is None:
            return
        if isinstance(item, Bar):
            facts: dict[str, Fact] = {"block": item.insert.block, "story": self.thread.story.id}
            self.found.append(Diagnostic("F021", "error", item.insert.where, facts))
        frames = self._frames(self.at)
        measure = frames[-1].measure if frames else self.thread.grid.measure
        self.over = remainder(self.thread, number, set_rows, measure, self.placed)
        self.spare = 0

    def _divided(self, item: Table) -> int | None:
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


def _feet(stretch: Stretch) -> list[Foot]:
    """The columns that end above the feet of their frames. A line above what goes over columns is none: lines can't
    always be divided by columns."""
    fill, frames = stretch.fill, stretch.frames
    borne = [int(n >= len(frames) - stretch.above) for n in range(len(frames))]
    if fill.over:
        return []
    used = [i for i, depth in enumerate(fill.depths) if depth]
    return [
        Foot(frames[i].leg, frames[i].lines - fill.depths[i], i == used[-1])
        for i in used
        if frames[i].lines > fill.depths[i] + borne[i] and not (i + 1 < len(frames) and frames[i + 1].joined)
    ]
