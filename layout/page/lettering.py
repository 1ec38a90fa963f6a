"""Small pieces of text that stand by themselves: captions, credits, banners, furniture."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome, Where
from layout.font.library import FontLibrary
from layout.page.types import PlacedLine
from layout.paragraph.break_ import break_
from layout.paragraph.types import Line
from layout.style import EM, HAN_MIDDLE, TextStyle
from layout.tag import Tag
from layout.text.shape import shape
from layout.text.types import ShapedParagraph, Span
from layout.units import Emu


class SetLine(Struct, frozen=True):
    """A line and the text it is of, to be placed by the start of its measure. `ahead` as in `PlacedLine`."""

    shaped: ShapedParagraph
    line: Line
    style: TextStyle
    ahead: int = 0

    @property
    def left(self) -> Emu:
        """From the start of the measure to the first body."""
        return self.line.xs[0] if self.line.xs else 0

    @property
    def right(self) -> Emu:
        """From the start of the measure to the end of the last body."""
        return self.left + self.line.width


def set_text(
    text: str, style: TextStyle, measure: Emu, library: FontLibrary, where: Where
) -> Outcome[tuple[SetLine, ...]]:
    """`text` as one paragraph of `measure`, aligned as its style says. It is level: a vertical style is T104."""
    if style.direction == "vertical":
        level = set_text(text, replace(style, direction="horizontal"), measure, library, where)
        return Outcome(level.value, (lies(style, where), *level.diagnostics))
    return set_spans((Span(text, style),), style, measure, library, where)


def set_lines(
    texts: Sequence[str], style: TextStyle, measure: Emu, library: FontLibrary, where: Where
) -> Outcome[tuple[SetLine, ...]]:
    """Each of `texts` as a paragraph of its own, their lines one after the other."""
    done = [set_text(text, style, measure, library, where) for text in texts]
    return Outcome(
        tuple(line for each in done for line in each.value),
        tuple(found for each in done for found in each.diagnostics),
    )


def set_spans(
    spans: tuple[Span, ...], style: TextStyle, measure: Emu, library: FontLibrary, where: Where
) -> Outcome[tuple[SetLine, ...]]:
    """Spans as one paragraph of `measure`, indented as `style` says."""
    shaped = shape(spans, library)
    broken = break_(shaped, ((1, measure),), style.indent * style.size // 1000)
    lines = tuple(SetLine(shaped, line, style) for line in broken.value)
    return Outcome(lines, tuple(told(d, where) for d in (*shaped.diagnostics, *broken.diagnostics)))


def lies(style: TextStyle, where: Where) -> Diagnostic:
    """T104: a style that is vertical where only level lines can be set."""
    return Diagnostic("T104", "error", where, {"style": style.name})


def told(found: Diagnostic, where: Where) -> Diagnostic:
    """A finding about a text by itself, as one about the value it was written in."""
    place = Where(where.document, where.path, found.where.at, found.where.length, where.key)
    return Diagnostic(found.code, found.severity, place, found.facts, found.hint)


def put(line: SetLine, x: Emu, baseline: Emu, tag: Tag) -> PlacedLine:
    """A line in its place, `x` being the start of its measure."""
    return PlacedLine(line.shaped, line.line, x, baseline, tag, line.ahead)


def middle_baseline(top: Emu, height: Emu, size: Emu) -> Emu:
    """The baseline at which Han characters of `size` stand in the middle of a strip."""
    return top + height // 2 + size * HAN_MIDDLE // EM


def stacked(
    lines: Sequence[SetLine], x: Emu, top: Emu, height: Emu, leading: Emu, tag: Tag
) -> tuple[PlacedLine, ...]:
    """Lines one under the other, together in the middle of a strip."""
    first = top + (height - leading * len(lines)) // 2
    return tuple(
        put(line, x, middle_baseline(first + i * leading, leading, line.style.size), tag)
        for i, line in enumerate(lines)
    )


def headed(
    lines: Sequence[SetLine], x: Emu, top: Emu, height: Emu, leading: Emu, row: Emu, tag: Tag
) -> tuple[PlacedLine, ...]:
    """Lines at the top of a strip: the first in the middle of its first row of the grid, `row` high, and so level
    with the text beside it; type that is higher than a row begins at its top."""
    size = max((line.style.size for line in lines), default=0)
    level = row + (len(lines) - 1) * leading + max(0, size - row)
    return stacked(lines, x, top, min(height, level), leading, tag)
