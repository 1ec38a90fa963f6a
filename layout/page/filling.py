"""Filling a story's frames with its flow: line after line, frame after frame."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from layout.diag import Diagnostic, LayoutBug
from layout.geometry import Rect
from layout.page.banner import banner_rows, place_banner
from layout.page.flow import Banner, Bar, Crosshead, FlowItem, Paragraph, Space, Table
from layout.page.frames import Frame, across, measures_from
from layout.page.lettering import headed, stacked
from layout.page.remainder import Remainder, clear_lines, remainder
from layout.page.thread import Thread
from layout.page.types import Placed, PlacedLine
from layout.paragraph.types import Line
from layout.tag import Tag

SHORT_TAIL = 2  # characters, marks not counted, that stand alone at no column's head (CLReq, 孤行)
AFTER_CROSSHEAD = (
    2  # lines that must follow a crosshead in its column (JLReq: a heading never at a column's foot)
)


class Opening(Struct, frozen=True):
    """Where lines of white may go into a frame: above what was placed as number `placed`."""

    frame: int
    placed: int
    crosshead: bool


class Fill(Struct, frozen=True):
    """A flow in its frames: what was placed, line places used and left empty, what is over. Of each thing placed
    `frame_of` says in which frame; `depths` how far down each frame is filled."""

    placed: tuple[Placed, ...]
    lines: int
    spare: int
    over: Remainder | None
    diagnostics: tuple[Diagnostic, ...]
    frame_of: tuple[int, ...] = ()
    depths: tuple[int, ...] = ()
    openings: tuple[Opening, ...] = ()


class Stretch(Struct, frozen=True):
    """Text set, the frames that it may be opened to, and what stands over columns below it (`bar`), which takes
    `taken` line places: the last `above` frames end at it."""

    fill: Fill
    frames: tuple[Frame, ...]
    above: int = 0
    bar: tuple[Placed, ...] = ()
    taken: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def fill_frames(
    thread: Thread, frames: Sequence[Frame], first: int = 0, end: int | None = None, *, pairs: bool = False
) -> Fill:
    """Set the items `first` to `end` of the flow in `frames`, in order. `pairs`: no line of a paragraph stands
    alone at a column's head or foot, where a line of white may take its place."""
    return _Filling(thread, frames, pairs).run(first, len(thread.flow) if end is None else end)


class _Filling:
    """The state of one filling: which frame, which line of it."""

    def __init__(self, thread: Thread, frames: Sequence[Frame], pairs: bool) -> None:
        self.thread, self.frames, self.pairs = thread, frames, pairs
        self.index = self.line = self.used = 0
        self.position = 0
        self.placed: list[Placed] = []
        self.found: list[Diagnostic] = []
        self.current: tuple[Line, ...] = ()  # of the paragraph that is being set
        self.frame_of: list[int] = []
        self.depths = [0] * len(frames)
        self.openings: list[Opening] = []
        self.headed = False  # the last thing placed is a crosshead, which stays with its text
        self.under = AFTER_CROSSHEAD  # lines of text set under the last crosshead

    def run(self, first: int, end: int) -> Fill:
        for position in range(first, end):
            self.position = position
            rest = self._set(self.thread.flow[position])
            if rest is not None:
                measure = self.frames[-1].measure if self.frames else self.thread.grid.measure
                over = remainder(self.thread, position, rest, measure, self.placed, self.current)
                return self._result(over)
        return self._result(None)

    def _set(self, item: FlowItem) -> int | None:
        """Place one item; None when it is all set, else how many of its lines are."""
        match item:
            case Paragraph():
                return self._paragraph(item)
            case Crosshead():
                return self._crosshead(item)
            case Space(rows=rows):
                if self._room() and not self._at_head():
                    self._take(min(rows, self._room()))
                return None
            case Table():
                return self._table(item)
            case Bar():
                raise LayoutBug("what goes over all columns stands between sections, not in them")
            case Banner(plan=plan):
                rows = banner_rows(plan, self.thread.grid)
                return self._block(rows, rows, lambda frame, top: self._banner(item, frame, top, rows))

    def _paragraph(self, item: Paragraph) -> int | None:
        if not self._room():
            return 0
        measures = measures_from(self.frames, self.index, self.line)
        done = self.thread.paragraph(item, measures)
        self.current = done.value
        self.found += done.diagnostics
        count = len(done.value)
        for number, line in enumerate(done.value):
            left = self._room()
            if not left:
                return number
            if left == 1 and self._goes_on(number, count, done.value[-1], item):
                self.index, self.line = self.index + 1, 0
            frame = self.frames[self.index]
            grid = frame.lattice or self.thread.grid
            if number == 0 and self.line and not frame.joined and not self.headed:
                self._open(crosshead=False)
            self.headed, self.under = False, self.under + 1
            baseline = grid.line_y(frame.first + self.line) + grid.baseline
            tag = self._tag(item.style.name, frame, item.number)
            self._put((PlacedLine(item.shaped, line, frame.x + item.hangs_at, baseline, tag),))
            self._take(1)
        self.current = ()
        return None

    def _goes_on(self, number: int, count: int, tail: Line, item: Paragraph) -> bool:
        """Whether line `number` goes over to the next column though there is one more place in this one: because
        the paragraph's last line is too short to stand alone there (CLReq, 孤行), or, where lines
        go in pairs, because it or the last one would stand alone. Lines that a crosshead needs under it stay."""
        following = self.frames[self.index + 1 : self.index + 2]
        same = bool(following) and following[0].measure == self.frames[self.index].measure
        same = same and not following[0].joined and following[0].lines > 1
        if not same or self.under < AFTER_CROSSHEAD:
            return False
        if number == count - 2 and _is_short(tail, item):
            return True
        alone = (number == 0 and count > 1) or (number == count - 2 and number != 1)
        return self.pairs and alone and self.line > 0

    def _tag(self, role: str, frame: Frame, paragraph: int = -1) -> Tag:
        block = frame.block or self.thread.block
        return Tag(role, self.thread.story.id, block, paragraph, leg=frame.leg)

    def _open(self, *, crosshead: bool) -> None:
        self.openings.append(Opening(self.index, len(self.placed), crosshead))

    def _put(self, things: Sequence[Placed]) -> None:
        self.placed += things
        self.frame_of += [self.index] * len(things)

    def _crosshead(self, item: Crosshead) -> int | None:
        if not self._room():
            return 0
        style = item.style
        done = self.thread.crosshead(item, self.frames[self.index].measure)
        display = done.value
        self.found += done.diagnostics
        around = clear_lines(item)
        rows = len(display.lines) + around

        def place(frame: Frame, top: int) -> None:
            # At a column's head the space above goes: its first line is level with its neighbours'.
            grid = frame.lattice or self.thread.grid
            if top and not frame.joined:
                self._open(crosshead=True)
            lines = self.thread.crosshead(item, frame.measure).value.lines if frame.measure else display.lines
            y, leading = grid.line_y(frame.first + top), max(style.leading, grid.leading)
            tag = self._tag(style.name, frame, item.number)
            if self._at_head():
                height = (rows - around // 2) * grid.leading
                self._put(headed(lines, frame.x, y, height, leading, grid.leading, tag))
            else:
                self._put(stacked(lines, frame.x, y, rows * grid.leading, leading, tag))
            self.headed, self.under = True, 0

        return self._block(
            rows, rows + self._white_after() + AFTER_CROSSHEAD, place, at_head=rows - around // 2
        )

    def _table(self, item: Table) -> int | None:
        """A table in one column, a clear line above it and one below; at a column's head none above. What has no
        room goes on in the next column, under the heads once more. How many of its rows are set, if not all."""
        from layout.page.rows import rows_in
        from layout.page.table import draw_table

        thread, first, start = self.thread, 0, (self.index, self.line)
        while self._room():
            group = self._group()
            divides = self.position in thread.divided
            rows = rows_in(
                group, self.line, self._at_head(), item, first, divides, lambda m: thread.table(item, m).value
            )
            if rows is None:
                self.index, self.line = self.index + len(group), 0
                continue
            done = thread.table(item, sum(rows.table.widths))
            self.found += (found for found in done.diagnostics if found not in self.found)
            grid = group[0].lattice or thread.grid
            top = grid.line_y(rows.frame.first + rows.line)
            tag = self._tag(item.style.name, group[0], item.number)
            self._put(draw_table(rows.table, rows.frame.x, top, grid, tag, rows.first, rows.last))
            self._take(rows.foot - self.line)
            if rows.whole:
                self._take(min(1, self._room()))
                return None
            first = rows.last
            self.index, self.line = self.index + len(self._group()), 0
        if not first:
            self.index, self.line = start
        return first

    def _white_after(self) -> int:
        """Empty lines that come right after the item that is being set."""
        rows = 0
        for item in self.thread.flow[self.position + 1 :]:
            if not isinstance(item, Space):
                break
            rows += item.rows
        return rows

    def _banner(self, item: Banner, frame: Frame, top: int, rows: int) -> None:
        grid = frame.lattice or self.thread.grid
        area = Rect(frame.x, grid.line_y(frame.first + top), frame.measure, rows * grid.leading)
        tag = self._tag("banner", frame)
        done = place_banner(item.plan, area, grid, self.thread.library, tag)
        self._put(done.value)
        self.found += done.diagnostics

    def _block(
        self, rows: int, needed: int, place: Callable[[Frame, int], None], at_head: int | None = None
    ) -> int | None:
        """Place something of `rows` lines that wants `needed` lines in one frame; `at_head` lines of it at
        the head of a frame."""
        start = (self.index, self.line)
        while self._room():
            height = at_head if at_head is not None and self._at_head() else rows
            group = self._group()
            if group[-1].first + group[-1].lines - group[0].first - self.line >= needed - rows + height:
                place(across(group, self.line, height), self.line)
                self._take(height)
                return None
            self.index, self.line = self.index + len(group), 0
        self.index, self.line = start
        return 0

    def _room(self) -> int:
        """Lines left in the frame that is being filled; goes on to the next when it is full. 0: none left."""
        while self.index < len(self.frames):
            left = self.frames[self.index].lines - self.line
            if left > 0:
                return left
            self.index, self.line = self.index + 1, 0
        return 0

    def _take(self, lines: int) -> None:
        self.line += lines
        self.used += lines
        while self.index < len(self.frames) and self.line > self.frames[self.index].lines:
            self.line -= self.frames[self.index].lines
            self.depths[self.index] = self.frames[self.index].lines
            self.index += 1
        if self.index < len(self.frames):
            self.depths[self.index] = self.line

    def _at_head(self) -> bool:
        """Whether the next line stands at the head of a column, or under what text does not run beside."""
        return self.line == 0 and not self.frames[self.index].joined

    def _group(self) -> Sequence[Frame]:
        """The frame that is being filled and those that go on from it line by line."""
        end = self.index + 1
        while end < len(self.frames) and self.frames[end].joined:
            end += 1
        return self.frames[self.index : end]

    def _result(self, over: Remainder | None) -> Fill:
        total = sum(frame.lines for frame in self.frames)
        before = sum(frame.lines for frame in self.frames[: self.index]) + self.line
        spare = total - before if over is None else 0
        marks = (tuple(self.frame_of), tuple(self.depths), tuple(self.openings))
        return Fill(tuple(self.placed), self.used, spare, over, tuple(self.found), *marks)


def _is_short(tail: Line, item: Paragraph) -> bool:
    """Whether a paragraph's last line is too short to stand alone at a column's head."""
    shaped = item.shaped
    text = shaped.text[shaped.starts[tail.start] : shaped.starts[tail.end]]
    return sum(char.isalnum() for char in text) <= SHORT_TAIL
