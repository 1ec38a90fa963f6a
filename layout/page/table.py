"""Tables, ruled, their lines on the grid."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.flow import Table, table_of
from layout.page.lettering import SetLine, middle_baseline, put, set_spans
from layout.page.types import Placed, PlacedRule
from layout.resolve.types import Grid, Stroke, TablePlan
from layout.style import Align, TextStyle
from layout.tag import Tag
from layout.text.types import Span
from layout.units import MM, Emu, pt

EDGE, INNER = pt(0.8), pt(0.25)  # the rules at its head and foot, those between rows and columns
ENDLESS = 100_000 * MM
NARROW = 3  # characters, with the white at their sides: no column is made narrower while others can give
CellLines = tuple[SetLine, ...]


class SetTable(Struct, frozen=True):
    """A table set in its measure: the widths of its columns, the lines of its cells, how many lines of the grid
    each row takes, how many of those one line of its text."""

    widths: tuple[Emu, ...]
    rows: tuple[tuple[CellLines, ...], ...]
    heights: tuple[int, ...]
    pitch: int
    style: TextStyle

    @property
    def lines(self) -> int:
        return sum(self.heights)


def set_table(
    table: Table, measure: Emu, grid: Grid, library: FontLibrary, where: Where
) -> Outcome[SetTable]:
    """The table over `measure`. Columns are as wide as their longest cell, and share what is left; where that is
    too much, the wide ones give, and their cells turn over."""
    natural = _natural(table, library, where)
    widths = _widths(natural, table.style.size, measure)
    turned = [width < wanted for width, wanted in zip(widths, natural)]
    aligns = tuple(said or _house(i, turned[i]) for i, said in enumerate(table.aligns))
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
    return Outcome(SetTable(widths, tuple(rows), heights, pitch, table.style), tuple(found))


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
    done: SetTable, x: Emu, top: Emu, grid: Grid, tag: Tag, rows: int | None = None
) -> list[Placed]:
    """The first `rows` rows of the table from `top`, a line of the grid: rules at its head and foot, finer ones
    between."""
    placed: list[Placed] = []
    rule = Tag("rule", tag.story, tag.block)
    y, right = top, x + sum(done.widths)
    thick, fine = (Stroke("", weight, done.style.colour) for weight in (EDGE, INNER))
    strip = done.pitch * grid.leading
    count = len(done.rows) if rows is None else rows
    for number, (row, height) in enumerate(zip(done.rows[:count], done.heights)):
        placed.append(PlacedRule(x, y, right, y, fine if number else thick, rule))
        start = x
        for cell, width in zip(row, done.widths):
            for i, line in enumerate(cell):
                role = Tag(line.style.name, tag.story, tag.block, tag.paragraph, leg=tag.leg)
                baseline = middle_baseline(y + i * strip, strip, line.style.size)
                placed.append(put(line, start + done.style.size // 2, baseline, role))
            start += width
        y += height * grid.leading
    if count:
        placed.append(PlacedRule(x, y, right, y, thick, rule))
    placed += (PlacedRule(edge, top, edge, y, fine, rule) for edge in _edges(x, done.widths) if count)
    return placed


def _edges(x: Emu, widths: Sequence[Emu]) -> list[Emu]:
    """Where one column ends and the next begins."""
    return [x + sum(widths[: i + 1]) for i in range(len(widths) - 1)]


def place_table(
    plan: TablePlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """A table in an area of its own, from the top. F051: rows that have no room, which are not printed."""
    styles = {"table": plan.style, "table-head": plan.head_style}
    done = set_table(table_of(plan.table, styles), area.width, grid, library, plan.where)
    room, fitting = area.height // grid.leading, 0
    while fitting < len(done.value.rows) and sum(done.value.heights[: fitting + 1]) <= room:
        fitting += 1
    found = done.diagnostics
    if fitting < len(done.value.rows):
        facts: dict[str, Fact] = {
            "block": tag.block,
            "rows": len(done.value.rows) - fitting,
            "lines": done.value.lines - room,
        }
        found = (*found, Diagnostic("F051", "error", plan.where, facts))
    return Outcome(tuple(draw_table(done.value, area.x, area.y, grid, tag, fitting)), found)
