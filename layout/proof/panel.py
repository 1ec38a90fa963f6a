"""What stands beside the page: notes, one under the other in columns as high as the page, as many as it takes."""

from collections.abc import Iterable

from msgspec import Struct

from layout.diag import Where
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import put, set_spans
from layout.proof.type import TAG
from layout.scene.build import items_of
from layout.scene.items import Item
from layout.text.types import Span
from layout.units import MM, Emu

MEASURE = 62 * MM
GUTTER = 7 * MM
EDGE = 9 * MM  # from the page's edges


class Note(Struct, frozen=True):
    """A paragraph beside the page; `before`: white above it, in lines of its own."""

    spans: tuple[Span, ...]
    before: float = 0


class Panel(Struct, frozen=True):
    """The notes set; `right` is where the sheet ends."""

    items: tuple[Item, ...]
    right: Emu


def set_panel(notes: Iterable[Note], page: Rect, library: FontLibrary) -> Panel:
    """The notes in columns at the right of the page. A column ends where the next line has no room."""
    x, y, foot = page.right + EDGE, page.y + EDGE, page.bottom - EDGE
    items: list[Item] = []
    for note in notes:
        style = note.spans[0].style
        leading = max(span.style.leading for span in note.spans)
        y += round(note.before * leading) if y > page.y + EDGE else 0
        for line in set_spans(note.spans, style, MEASURE, library, Where("")).value:
            if y + leading > foot and y > page.y + EDGE:
                x, y = x + MEASURE + GUTTER, page.y + EDGE
            items += items_of(put(line, x, y + leading * 3 // 4, TAG))
            y += leading
    return Panel(tuple(items), x + MEASURE + EDGE)
