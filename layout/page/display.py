"""Headline-like text fitted to its width: heads and crossheads."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, lies, stacked, told
from layout.page.types import PlacedLine
from layout.paragraph.headline import HeadlineLines, set_headline
from layout.paragraph.sense import held_together
from layout.paragraph.types import Lexis
from layout.style import TextStyle
from layout.tag import Tag
from layout.units import Emu

MOST_LINES = 4  # what a head given as one string may be broken into


class Display(Struct, frozen=True):
    """Display lines set over a width."""

    lines: tuple[SetLine, ...]


def set_display(
    lines: tuple[str, ...],
    style: TextStyle,
    width: Emu,
    library: FontLibrary,
    where: Where,
    words: Lexis,
    kept: tuple[tuple[int, int, int], ...] = (),
    *,
    turns: int = 1,
    upright: bool = False,
) -> Outcome[Display]:
    """Set `lines` over `width`: several are fixed; one is broken at sense groups where it is too long, or into
    `turns` lines at the least, never inside one of the house's words or of the ranges `kept` (line, start, end).
    A vertical style is set level, with a finding, unless the head stands `upright`."""
    found: tuple[Diagnostic, ...] = ()
    if style.direction == "vertical" and not upright:
        found, style = (lies(style, where),), replace(style, direction="horizontal")
    text = lines if len(lines) > 1 else lines[0]
    held = tuple((start, end) for line, start, end in kept if not line)
    for count in range(
        min(turns, MOST_LINES), MOST_LINES + 1
    ):  # as few as fit, even where no sense group is known to break at
        done = set_headline(text, style, library, width, lines=count, least=turns, lexis=words, held=held)
        if done.value.fits or len(lines) > 1:
            break
    head = done.value
    ahead = _ahead(held_together(text)[0], head) if isinstance(text, str) else (0,) * len(head.lines)
    made = tuple(SetLine(head.shaped, line, head.style, n) for line, n in zip(head.lines, ahead))
    return Outcome(Display(made), (*found, *(told(d, where) for d in done.diagnostics)))


def _ahead(text: str, head: HeadlineLines) -> Iterator[int]:
    """For each line of a head how far its characters are from those of `text`, which it was made of: breaking drops
    the space at a line's end and puts in a sign for the break."""
    at = first = 0
    for row in head.shaped.text.split("\n"):
        at = max(at, text.find(row, at))
        yield at - first
        at, first = at + len(row), first + len(row) + 1


def place_display(display: Display, strip: Rect, tag: Tag) -> tuple[PlacedLine, ...]:
    """The lines in `strip`, which they share equally, each in the middle of its share."""
    leading = strip.height // max(1, len(display.lines))
    return stacked(display.lines, strip.x, strip.y, strip.height, leading, tag)
