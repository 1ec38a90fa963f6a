"""着重号 and ruby: what stands beside the characters of a span and is no part of the line."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Where
from layout.style import EM, Setting, TextStyle
from layout.text.types import Cell, Note, ShapedParagraph, Span

DOTTED = "HIYad"  # what takes an emphasis dot: characters, not marks (CLReq)
OVER = 150  # how far a reading may reach over its base's ends, in thousandths of the base's em
NARROWEST = 500  # the least width of its glyphs, per mille: less can't be read
_RUBY = 400  # the size of ruby, in thousandths of the base's: what a newspaper's leading leaves room for

Shape = Callable[[tuple[Span, ...]], ShapedParagraph]


def notes(spans: tuple[Span, ...], starts: tuple[int, ...], classes: str, shape: Shape) -> tuple[Note, ...]:
    """The notes of `spans`, each over a range of cells; `starts` are the first characters of the cells. A reading of
    as many words as its base has characters stands word by word over them, else over the whole."""
    out: list[Note] = []
    at = 0
    for span in spans:
        end = at + len(span.text)
        if span.note:
            first, stop = bisect_left(starts, at), min(bisect_left(starts, end), len(classes))
            out += _dots(first, stop, classes) if span.note == "." else _ruby(span, first, stop, shape)
        at = end
    return tuple(out)


def _dots(first: int, stop: int, classes: str) -> list[Note]:
    return [Note(i, i + 1) for i in range(first, stop) if classes[i] in DOTTED]


def _ruby(span: Span, first: int, stop: int, shape: Shape) -> list[Note]:
    words = span.note.split()
    style = _style(span.style)
    pieces = [(i, i + 1) for i in range(first, stop)] if len(words) == stop - first else [(first, stop)]
    texts = words if len(words) == len(pieces) else [span.note]
    return [Note(a, b, shape((Span(text, style),))) for (a, b), text in zip(pieces, texts) if a < b]


def _style(base: TextStyle) -> TextStyle:
    setting = replace(base.setting, digits="proportional", hyphenate=False) if base.setting else Setting()
    size = base.size * _RUBY // 1000
    return replace(
        base,
        name="ruby",
        size=size,
        leading=size,
        align="left",
        tracking=0,
        direction="horizontal",
        setting=setting,
    )


def whole(places: tuple[int, ...], every: tuple[Note, ...]) -> tuple[int, ...]:
    """The places where a line may end, without those inside the base of one reading (JLReq, group ruby)."""
    inside = {cell for note in every for cell in range(note.start + 1, note.end)}
    return tuple(place for place in places if place not in inside)


def too_long(every: tuple[Note, ...], starts: tuple[int, ...], cells: tuple[Cell, ...]) -> list[Diagnostic]:
    """T108 for each reading that stays too wide for its base when it is condensed as far as may be."""
    out = []
    for note in every:
        ruby = note.ruby
        if ruby is None or not ruby.cells:
            continue
        em = ruby.style.size * EM // _RUBY
        room = sum(cell.body for cell in cells[note.start : note.end]) + 2 * em * OVER // EM
        if (ruby.sums.x[-1] + ruby.cells[-1].body) * NARROWEST > room * EM:
            first = starts[note.start]
            facts: dict[str, Fact] = {"ruby": ruby.text[:40]}
            out.append(Diagnostic("T108", "warning", Where("", (), first, starts[note.end] - first), facts))
    return out


def on_line(every: tuple[Note, ...], start: int, end: int) -> tuple[Note, ...]:
    """The notes that begin in the cells `start` to `end`."""
    low = bisect_left(every, start, key=lambda note: note.start)
    return every[low : bisect_right(every, end - 1, key=lambda note: note.start)]
