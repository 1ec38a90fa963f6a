"""What of a story is not set: counted, never dropped in silence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from layout.page.banner import banner_rows
from layout.page.flow import Banner, Bar, Crosshead, Paragraph, Space, Table
from layout.page.types import Placed, PlacedLine
from layout.paragraph.types import Line
from layout.units import Emu

if TYPE_CHECKING:
    from layout.page.thread import Thread


class Remainder(Struct, frozen=True):
    """What was not set: characters and lines, the last words set, and where the rest begins in the body."""

    lines: int
    characters: int
    stopped_at: str
    at: int


def remainder(
    thread: "Thread",
    position: int,
    set_lines: int,
    measure: Emu,
    placed: Sequence[Placed],
    current: tuple[Line, ...] = (),
) -> Remainder:
    """Count what is over, from line or row `set_lines` of the item at `position` on, in lines of `measure`; `current`
    are the lines that this item was broken into."""
    lines = characters = 0
    at = -1
    for item in thread.flow[position:]:
        match item:
            case Paragraph():
                broken = current or thread.paragraph(item, ((1, measure),)).value
                first = broken[set_lines].start if set_lines < len(broken) else 0
                start = item.shaped.starts[first]
                lines += len(broken) - set_lines
                characters += count(item.shaped.text[start:])
                at = at if at >= 0 else next((o for o in item.offsets[start:] if o >= 0), -1)
            case Crosshead():
                display = thread.crosshead(item, measure).value
                lines += len(display.lines) + clear_lines(item)
                characters += count(item.text)
                at = item.offsets[0] if at < 0 and item.offsets else at
            case Space(rows=rows):
                lines += rows
            case Table():
                lines += thread.table(item, measure).value.height(set_lines, len(item.cells) - 1) + 2
                text = rows_text(item, set_lines)
                characters += count(text)
                after = len(item.text) - len(text)
                at = item.offsets[after] if at < 0 and after < len(item.offsets) else at
            case Banner(plan=plan):
                lines += banner_rows(plan, thread.grid)
            case Bar(insert=insert):
                lines += max(1, insert.rows)
        set_lines, current = 0, ()
    return Remainder(lines, characters, last_words(placed), at)


def last_words(placed: Sequence[Placed]) -> str:
    """The last words that were set: at most ten characters."""
    for thing in reversed(placed):
        if isinstance(thing, PlacedLine) and thing.tag.paragraph >= 0:
            shaped, line = thing.shaped, thing.line
            end = shaped.starts[line.end]
            return shaped.text[max(0, end - 10) : end].strip()
    return ""


def rows_text(item: Table, first: int) -> str:
    """What stands in the rows of a table from `first` on, with its heads if that is the first."""
    rows = item.cells[first + 1 :] if first else item.cells
    return "".join(span.text for row in rows for cell in row for span in cell)


def clear_lines(item: Crosshead) -> int:
    """Clear lines above and below a crosshead together."""
    return max(0, (item.style.lines or 2) - 1)


def count(text: str) -> int:
    """Characters as an editor counts them: all but spaces and line breaks."""
    return len("".join(text.split()))
