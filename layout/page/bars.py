"""What goes over all columns of a story: crossheads and quotations of its copy, pictures and pull quotes."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from layout.diag import Diagnostic
from layout.geometry import Rect
from layout.page.edges import rule
from layout.page.filling import AFTER_CROSSHEAD
from layout.page.flow import Bar, Crosshead, FlowItem, Paragraph, Table
from layout.page.lettering import headed, stacked
from layout.page.picture import place_picture
from layout.page.pullquote import place_quote, quote_rows
from layout.page.regions import Region
from layout.page.remainder import clear_lines
from layout.page.thread import Thread
from layout.page.types import Placed, PlacedBox, PlacedLine
from layout.resolve.types import Grid, Insert, PicturePlan
from layout.tag import Tag
from layout.units import Emu

Drawn = tuple[Sequence[Placed], Sequence[Diagnostic]]


class MeasuredBar(Struct, frozen=True):
    """A bar over a width: `rows` lines of the grid, of which `above` are white that goes at a region's top; `after`
    lines of text that must follow it; `draw` places it with its first line at a `y`."""

    rows: int
    above: int
    after: int
    draw: Callable[[Emu, int], Drawn]


def measure_bar(thread: Thread, item: FlowItem, x: Emu, width: Emu, grid: Grid, block: str) -> MeasuredBar:
    """The bar over `width` from `x`. What `draw` is given is the top and the rows that it has after all."""
    if isinstance(item, Crosshead):
        return _crosshead(thread, item, x, width, grid, block)
    if isinstance(item, Paragraph):
        return _quotation(thread, item, x, width, grid, block)
    if isinstance(item, Table):
        return _table(thread, item, x, width, grid, block)
    assert isinstance(item, Bar)
    return _insert(thread, item.insert, x, width, grid)


def _crosshead(thread: Thread, item: Crosshead, x: Emu, width: Emu, grid: Grid, block: str) -> MeasuredBar:
    done = thread.crosshead(item, width)
    around = clear_lines(item)
    tag = Tag(item.style.name, thread.story.id, block, item.number)

    whole = len(done.value.lines) + around

    def draw(y: Emu, rows: int) -> Drawn:
        lines, leading, height = done.value.lines, max(item.style.leading, grid.leading), rows * grid.leading
        if rows < whole:
            return headed(lines, x, y, height, leading, grid.leading, tag), done.diagnostics
        return stacked(lines, x, y, height, leading, tag), done.diagnostics

    return MeasuredBar(whole, around // 2, AFTER_CROSSHEAD, draw)


def _quotation(thread: Thread, item: Paragraph, x: Emu, width: Emu, grid: Grid, block: str) -> MeasuredBar:
    """One clear line above and one below."""
    done = thread.paragraph(item, ((1, width),))
    tag = Tag(item.style.name, thread.story.id, block, item.number)

    def draw(y: Emu, rows: int) -> Drawn:
        first = y + (rows - 1 - len(done.value)) * grid.leading + grid.baseline
        lines = enumerate(done.value)
        placed = tuple(PlacedLine(item.shaped, line, x, first + i * grid.leading, tag) for i, line in lines)
        return placed, done.diagnostics

    return MeasuredBar(len(done.value) + 2, 1, 1, draw)


def _table(thread: Thread, item: Table, x: Emu, width: Emu, grid: Grid, block: str) -> MeasuredBar:
    """One clear line above and one below."""
    from layout.page.table import draw_table

    done = thread.table(item, width)
    tag = Tag(item.style.name, thread.story.id, block, item.number)

    def draw(y: Emu, rows: int) -> Drawn:
        top = y + (rows - 1 - done.value.lines) * grid.leading
        return draw_table(done.value, x, top, grid, tag), done.diagnostics

    return MeasuredBar(done.value.lines + 2, 1, 1, draw)


class DrawnRows(Struct, frozen=True):
    """Rows of a table, up to row `last`, and the line below them."""

    placed: tuple[Placed, ...]
    last: int
    foot: int


def draw_rows(thread: Thread, item: Table, region: Region, line: int, first: int) -> DrawnRows | None:
    """The rows from `first` on that have room over all columns of a region from a line on, under the heads; two at the
    least, if there are so many. A clear line is above, but at the region's top, and below the last row."""
    from layout.page.rows import FEW
    from layout.page.table import draw_table

    top = line if line == region.top else line + 1
    rows = region.foot - top
    while rows > 0 and region.across(top, rows) is None:
        rows -= 1
    place = region.across(top, rows) if rows > 0 else None
    if place is None:
        return None
    table = thread.table(item, place[1]).value
    last = table.fitting(first, rows)
    if last - first < min(FEW, table.count - first):
        return None
    grid, block = region.lattice or thread.grid, region.block or thread.block
    tag = Tag(item.style.name, thread.story.id, block, item.number)
    placed = draw_table(table, place[0], grid.line_y(top), grid, tag, first, last)
    below = top + table.height(first, last) + (1 if last == table.count else 0)
    return DrawnRows(tuple(placed), last, min(below, region.foot))


def _insert(thread: Thread, insert: Insert, x: Emu, width: Emu, grid: Grid) -> MeasuredBar:
    """One clear line above and one below. Rules stand in the middle of the clear lines, a box round all that is
    between them."""
    content = insert.content
    picture = isinstance(content, PicturePlan)
    if isinstance(content, PicturePlan):
        wide, high = content.pixels
        natural = -(-width * high // wide // grid.leading) + bool(content.caption or content.credit)
    else:
        natural = quote_rows(content, width, grid, thread.library)
    inner = insert.rows or natural
    role = Tag("picture" if picture else "quote", thread.story.id, insert.block)

    def draw(y: Emu, rows: int) -> Drawn:
        top = y + (rows - 1 - inner) * grid.leading
        area = Rect(x, top, width, inner * grid.leading)
        if isinstance(content, PicturePlan):
            done = place_picture(content, area, grid, thread.library, role)
        else:
            done = place_quote(content, area, thread.library, role)
        placed: list[Placed] = [PlacedBox(area, insert.box, role)] if insert.box else []
        placed += done.value
        for side, at in (("top", area.y - grid.leading // 2), ("bottom", area.bottom + grid.leading // 2)):
            if side in insert.rules:
                placed.append(rule((x, at, x + width, at), insert.rules[side], insert.block))
        return placed, done.diagnostics

    return MeasuredBar(inner + 2, 0 if insert.rules else 1, 1, draw)
