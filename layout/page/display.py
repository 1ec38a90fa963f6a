"""Headline-like text fitted to its width: heads and crossheads."""

from msgspec import Struct

from layout.diag import Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, stacked, told
from layout.page.types import PlacedLine
from layout.paragraph.headline import set_headline
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
    words: tuple[str, ...],
    kept: tuple[tuple[int, int, int], ...] = (),
) -> Outcome[Display]:
    """Set `lines` over `width`: several are fixed; one is broken at sense groups where it is too long, never
    inside one of `words` or of the ranges `kept` (line, start, end)."""
    whole = (*words, *(lines[line][start:end] for line, start, end in kept))
    text = lines if len(lines) > 1 else lines[0]
    own = frozenset(whole)
    for count in range(1, MOST_LINES + 1):  # as few as fit, even where no sense group is known to break at
        done = set_headline(text, style, library, width, lines=count, words=own)
        if done.value.fits or len(lines) > 1:
            break
    made = tuple(SetLine(done.value.shaped, line, style) for line in done.value.lines)
    return Outcome(Display(made), tuple(told(d, where) for d in done.diagnostics))


def place_display(display: Display, strip: Rect, tag: Tag) -> tuple[PlacedLine, ...]:
    """The lines in `strip`, which they share equally, each in the middle of its share."""
    leading = strip.height // max(1, len(display.lines))
    return stacked(display.lines, strip.x, strip.y, strip.height, leading, tag)
