"""Where the rows of a table stand in the columns of a story."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.page.flow import Table
from layout.page.frames import Frame, across
from layout.page.table import NARROW, SetTable
from layout.units import Emu

FEW = 2  # rows at the least on either side of where a table is divided
Setter = Callable[[Emu], SetTable]


class Rows(Struct, frozen=True):
    """The rows `first` to `last` of a table as set for `frame`, under its heads from line `line` of the frame on."""

    table: SetTable
    frame: Frame
    line: int
    first: int
    last: int

    @property
    def foot(self) -> int:
        """The line of the frame below them."""
        return self.line + self.table.height(self.first, self.last)

    @property
    def whole(self) -> bool:
        """Whether no row is left."""
        return self.last == self.table.count


def rows_in(
    group: Sequence[Frame], line: int, at_head: bool, item: Table, first: int, divides: bool, setter: Setter
) -> Rows | None:
    """The rows from `first` on that stand from line `line` on in the frames `group`, which go on from each other: all
    of them, or if the table `divides` as many as have room. A clear line is above, but at a column's head. Where
    something leaves no room for the columns of the table it goes on below it. None: there is no place."""
    starts = [line, *(f.first - group[0].first for f in group if f.first - group[0].first > line)]
    least = min(max(f.measure for f in group), len(item.aligns) * (NARROW + 1) * item.style.size)
    for start in starts:
        head = at_head and start == line
        found = _from(group, start if head else start + 1, first, setter)
        if found is None or found.frame.measure < least:
            continue
        if found.whole:
            return found
        if divides:
            return _divided(found, head)
    return None


def _from(group: Sequence[Frame], line: int, first: int, setter: Setter) -> Rows | None:
    """As many rows as have room from a line on, in the measure that is free beside all of them."""
    room = group[-1].first + group[-1].lines - group[0].first - line
    if room <= 0:
        return None
    frame = across(group, line, 1)
    while True:
        table = setter(frame.measure)
        if table.heights[0] > room:
            return None
        found = Rows(table, frame, line, first, table.fitting(first, room))
        beside = across(group, line, found.foot - line)
        if beside.measure >= frame.measure:
            return replace(found, frame=beside)
        frame = beside


def _divided(found: Rows, at_head: bool) -> Rows | None:
    """The rows without those that would leave too few for the next column; None where too few are left here, which
    may stand alone in a column that has no more room."""
    left = found.table.count - found.last
    last = max(found.first + 1, found.last - max(0, FEW - left)) if found.last > found.first else found.first
    here = last - found.first
    return replace(found, last=last) if here >= (1 if at_head else FEW) else None
