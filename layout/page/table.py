"""Tables, ruled, their lines on the grid."""

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome, Where
from layout.font.library import FontLibrary
from layout.page.flow import Table
from layout.page.lettering import SetLine, middle_baseline, put, set_spans
from layout.page.types import Placed, PlacedRule
from layout.resolve.types import Grid, Stroke
from layout.style import Align, TextStyle
from layout.tag import Tag
from layout.text.types import Span
from layout.units import MM, Emu, pt

EDGE, TOTAL, INNER = (
    pt(0.8),
    pt(0.5),
    pt(0.25),
)  # the rules at head and foot, over a total, between rows and columns
ENDLESS = 100_000 * MM
NARROW = 3  # characters, with the white at their sides: no column is made narrower while others can give
NUMBER = re.compile(r"[^\d一-鿿]{0,2}(\d[\d,]*)([.:：]\d+)*[^\d]{0,2}")  # a sum, a share, a time of the day
NOTHING = ("", "—", "——", "－", "-", "…", "……", "/")  # what stands in a column of numbers for none
CellLines = tuple[SetLine, ...]


class SetTable(Struct, frozen=True):
    """A table set in its measure: the widths of its columns, the lines of its cells from the head's row down, where
    the text of each begins in that of the table, how many lines of the grid each row takes, how many of those one
    line of its text, how far cells are moved to the right so that numbers stand under numbers, over which rows a
    rule stands."""

    widths: tuple[Emu, ...]
    rows: tuple[tuple[CellLines, ...], ...]
    starts: tuple[tuple[int, ...], ...]
    heights: tuple[int, ...]
    pitch: int
    style: TextStyle
    shifts: tuple[tuple[Emu, ...], ...] = ()
    ruled: tuple[int, ...] = ()

    @property
    def lines(self) -> int:
        """Lines of the grid that the whole table takes."""
        return sum(self.heights)

    @property
    def count(self) -> int:
        """Rows under the head."""
        return len(self.rows) - 1

    def height(self, first: int, last: int) -> int:
        """Lines of the grid that the rows `first` to `last` (from 0, the last not included) take under the head."""
        return self.heights[0] + sum(self.heights[first + 1 : last + 1])

    def fitting(self, first: int, room: int) -> int:
        """The row up to which those from `first` on have room under the head in so many lines."""
        last = first
        while last < self.count and self.height(first, last + 1) <= room:
            last += 1
        return last


def set_table(
    table: Table, measure: Emu, grid: Grid, library: FontLibrary, where: Where
) -> Outcome[SetTable]:
    """The table over `measure`. Columns are as wide as their longest cell, and share what is left; where that is
    too much, the wide ones give, and their cells turn over. Numbers stand under each other by their points."""
    natural = _natural(table, library, where)
    widths = _widths(natural, table.style.size, measure)
    turned = [width < wanted for width, wanted in zip(widths, natural)]
    said_aligns = table.aligns
    aligns = tuple(said or _house(i, turned[i]) for i, said in enumerate(said_aligns))
    table = replace(table, aligns=aligns)
    pad = table.style.size // 2
    found: list[Diagnostic] = []
    rows: list[tuple[CellLines, ...]] = []
    for row in table.cells:
        done = [
            _cell(spans, table, column, max(1, width - 2 * pad), library, where)
            for column, (spans, width) in enumerate(zip(row, widths))
        ]
        rows.append(tuple(cell.value for cell in done))
        found += (finding for cell in done for finding in cell.diagnostics)
    pitch = max(1, -(-table.style.leading // grid.leading))
    heights = tuple(pitch * max(1, *(len(cell) for cell in row), 1) for row in rows)
    columns = [
        _shifts([row[i] for row in rows], width - 2 * pad, aligns[i]) if i or said else (0,) * len(rows)
        for i, (width, said) in enumerate(zip(widths, said_aligns))
    ]
    shifts = tuple(zip(*columns))
    starts = _starts(table)
    set_ = SetTable(widths, tuple(rows), starts, heights, pitch, table.style, shifts, table.ruled)
    return Outcome(set_, tuple(found))


def _starts(table: Table) -> tuple[tuple[int, ...], ...]:
    lengths = (sum(len(span.text) for span in cell) for row in table.cells for cell in row)
    ends = accumulate(lengths, initial=0)
    return tuple(tuple(next(ends) for _ in row) for row in table.cells)


def _cell(
    spans: tuple[Span, ...], table: Table, column: int, measure: Emu, library: FontLibrary, where: Where
) -> Outcome[CellLines]:
    if not spans:
        return Outcome(())
    align: Align = table.aligns[column] or "left"
    aligned = tuple(Span(span.text, _plain(span.style, align)) for span in spans)
    return set_spans(aligned, aligned[0].style, measure, library, where)


def _plain(style: TextStyle, align: Align) -> TextStyle:
    return replace(style, align=align, indent=0, direction="horizontal")


def _house(column: int, turned: bool) -> Align:
    """The first column and those whose cells turn over stand left, the others in the middle."""
    return "left" if turned or not column else "center"


def _shifts(cells: Sequence[CellLines], measure: Emu, align: Align) -> tuple[Emu, ...]:
    """How far the lines of a column are moved so that its numbers stand under each other, together where their
    alignment has them: 0 for all where the column has other things than numbers."""
    none = (0,) * len(cells)
    texts = [cell[0].shaped.text if cell else "" for cell in cells]
    found = [None, *(NUMBER.fullmatch(text) for text in texts[1:])]
    odd = any(not match and text not in NOTHING for match, text in zip(found[1:], texts[1:]))
    if odd or sum(match is not None for match in found) < 2 or any(len(cell) > 1 for cell in cells[1:]):
        return none
    points = [_x(cell[0], match.end(1)) if match else 0 for cell, match in zip(cells, found)]
    before = max(point - cell[0].left for point, cell, match in zip(points, cells, found) if match)
    after = max(cell[0].right - point for point, cell, match in zip(points, cells, found) if match)
    spare = measure - before - after
    if spare < 0:
        return none
    point = before + (spare if align == "right" else spare // 2 if align == "center" else 0)
    return tuple(point - x if match else 0 for x, match in zip(points, found))


def _x(line: SetLine, offset: int) -> Emu:
    """Where the character at `offset` of a line's text begins."""
    starts = line.shaped.starts[line.line.start : line.line.end]
    return next((x for start, x in zip(starts, line.line.xs) if start >= offset), line.right)


def _natural(table: Table, library: FontLibrary, where: Where) -> list[Emu]:
    """How wide each column is where no cell turns over, half a character of white at either side."""
    em = table.style.size
    natural = [em] * len(table.aligns)
    for row in table.cells:
        for column, spans in enumerate(row):
            lines = _cell(spans, table, column, ENDLESS, library, where).value
            natural[column] = max([natural[column], *(line.line.width + em for line in lines)])
    return natural


def _widths(natural: list[Emu], em: Emu, measure: Emu) -> tuple[Emu, ...]:
    columns = len(natural)
    over = sum(natural) - measure
    if over <= 0:
        return _shared(natural, -over, [1] * columns)
    gives = [max(0, width - (NARROW + 1) * em) for width in natural]
    if sum(gives) >= over:
        return _shared(natural, -over, gives)
    return _shared([0] * columns, measure, [1] * columns)


def _shared(widths: list[Emu], spare: Emu, weights: list[int]) -> tuple[Emu, ...]:
    """`spare` (which may be less than nothing) given to the widths by weight, to the Emu."""
    ends = [spare * sum(weights[: i + 1]) // sum(weights) for i in range(len(weights))]
    return tuple(width + end - start for width, start, end in zip(widths, [0, *ends], ends))


def draw_table(
    done: SetTable, x: Emu, top: Emu, grid: Grid, tag: Tag, first: int = 0, last: int | None = None
) -> list[Placed]:
    """The rows `first` to `last` (all of them) under the head, from `top`, a line of the grid: rules at head and foot,
    finer ones between. A head that is drawn once more is furniture: nobody reads it twice."""
    last = done.count if last is None else last
    placed: list[Placed] = []
    rule = Tag("rule", tag.story, tag.block)
    right = x + sum(done.widths)
    thick, total, fine = (Stroke("", weight, done.style.colour) for weight in (EDGE, TOTAL, INNER))
    again = Tag(tag.role, tag.story, tag.block, leg=tag.leg, furniture=True)
    y = top
    for number in (0, *range(first + 1, last + 1)):
        stroke = total if number in done.ruled else fine
        placed.append(PlacedRule(x, y, right, y, stroke if number else thick, rule))
        placed += _row(done, number, x, y, grid, again if first and not number else tag)
        y += done.heights[number] * grid.leading
    placed.append(PlacedRule(x, y, right, y, thick, rule))
    placed += (PlacedRule(edge, top, edge, y, fine, rule) for edge in _edges(x, done.widths))
    return placed


def _row(done: SetTable, number: int, x: Emu, y: Emu, grid: Grid, tag: Tag) -> list[Placed]:
    """A row's cells from its top down; heads in the middle of its height."""
    strip, pad = done.pitch * grid.leading, done.style.size // 2
    placed: list[Placed] = []
    for column, (cell, width) in enumerate(zip(done.rows[number], done.widths)):
        shift = done.shifts[number][column]
        down = 0 if number else (done.heights[0] * grid.leading - len(cell) * strip) // 2
        for i, line in enumerate(cell):
            baseline = middle_baseline(y + down + i * strip, strip, line.style.size)
            line = replace(line, ahead=done.starts[number][column] if tag.paragraph >= 0 else 0)
            role = replace(tag, role=line.style.name, row=number, column=column)
            placed.append(put(line, x + pad + shift, baseline, role))
        x += width
    return placed


def _edges(x: Emu, widths: Sequence[Emu]) -> list[Emu]:
    """Where one column ends and the next begins."""
    return [x + sum(widths[: i + 1]) for i in range(len(widths) - 1)]
