"""Headlines: lines at sense groups, fitted to the width by condensing, closing up, setting smaller."""

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome, Where
from layout.font.library import FontLibrary
from layout.paragraph import sense
from layout.paragraph.sense import Ranges, after_dash, line_widths
from layout.paragraph.types import BUILT_IN, Lexis, Line
from layout.style import Align, TextStyle
from layout.text.joints import em_of
from layout.text.shape import shape
from layout.text.types import Cell, ShapedParagraph, Span
from layout.units import PT, Emu

# Headings alone may be closed up (CLReq) and set smaller than their style says: to 90 % unless it says how far.
# Thousandths of the size.
_SMALLEST = 900
_STEP: Emu = PT // 10


class HeadlineLines(Struct, frozen=True):
    """A set headline: `shaped` (its runs' styles have the size, width scale and tracking that were chosen), its
    lines, whose `xs` start at the left edge of the measure, `style` as it was chosen. `over` is how much the widest
    line stands out."""

    shaped: ShapedParagraph
    lines: tuple[Line, ...]
    style: TextStyle
    over: Emu = 0

    @property
    def fits(self) -> bool:
        """Whether no line is longer than its place."""
        return self.over <= 0


def set_headline(
    text: str | tuple[str, ...],
    style: TextStyle,
    library: FontLibrary,
    measure: Emu,
    *,
    lines: int = 1,
    least: int = 1,
    lexis: Lexis = BUILT_IN,
    held: Ranges = (),
) -> Outcome[HeadlineLines]:
    """Set a headline on `measure`: a tuple fixes the lines; a string is broken at sense groups into `lines` at
    the most and `least` at the least, never inside the ranges `held` of its characters, {braces} in it, or words
    of the house.

    No line is longer than the style's `measure` of it. All lines are condensed alike within the style's `scale`,
    then closed up to its `closest` tracking, then set smaller, to its `smallest` size. T302 (info): it had to be
    set smaller. T301: it is too wide even so. Its other findings are those of `shape`.
    """
    fixed = (
        text
        if isinstance(text, tuple)
        else turn_over(text, style, library, measure, lines, lexis, held, least)
    )
    joined = "\n".join(fixed)
    room = _room(style, measure)
    shaped = _fitted(joined, style, library, room)
    chosen = shaped.runs[0].style if shaped.runs else style
    rows = _rows(shaped, library, measure, style.align)
    over = _widest(shaped)[0] - room
    findings = list(shaped.diagnostics)
    where, shown = Where("", (), 0, len(joined)), joined.replace("\n", " / ")
    if chosen.size < style.size and over <= 0:
        percent = round(100 * chosen.size / style.size, 1)
        findings.append(Diagnostic("T302", "info", where, {"text": shown, "percent": percent}))
    if over > 0:
        facts: dict[str, str | int | float] = {"text": shown, "over": round(over / em_of(chosen), 2)}
        findings.append(Diagnostic("T301", "error", where, facts))
    return Outcome(HeadlineLines(shaped, rows, chosen, max(0, over)), tuple(findings))


def turn_over(
    text: str,
    style: TextStyle,
    library: FontLibrary,
    measure: Emu,
    lines: int,
    lexis: Lexis = BUILT_IN,
    held: Ranges = (),
    least: int = 1,
) -> tuple[str, ...]:
    """The lines of a headline written as one string: as few as fit, from `least` to `lines`."""
    if "{" not in text and lines < 2:
        return (text,)
    plain, braced = sense.held_together(text)
    held = (*held, *braced)
    shaped = shape((Span(plain, style),), library)
    room, counts = _room(style, measure), range(min(least, lines), lines + 1)
    cuts: tuple[int, ...] = ()
    for count in counts:
        found, price = sense.turned_over(shaped, count, lexis, held)
        if price == float("inf"):
            continue
        cuts = found
        if _can_fit(shaped, cuts, room):
            break
    else:
        if lines > 1 and not cuts:  # nowhere to turn over without harm: better there than off the page
            anywhere = [sense.every_legal(shaped, count, held) for count in counts]
            cuts = next((found for found in anywhere if _can_fit(shaped, found, room)), anywhere[-1])
    edges = (0, *cuts, len(plain))
    return tuple(plain[a:b].strip(" \u3000") for a, b in zip(edges, edges[1:]))


def _room(style: TextStyle, measure: Emu) -> Emu:
    """How long a line may be. Newspapers fill the measure; books keep a heading within 4/5 of it."""
    return measure * style.measure // 1000


def _least_size(style: TextStyle) -> Emu:
    return style.smallest or style.size * _SMALLEST // 1000


def _can_fit(shaped: ShapedParagraph, cuts: tuple[int, ...], measure: Emu) -> bool:
    """Whether the widest line would fit if it were condensed, closed up and made smaller as far as may be."""
    style = shaped.style
    least, preferred = style.scale
    edges = (0, *cuts, len(shaped.text))
    counts = (b - a for a, b in zip(edges, edges[1:]))
    width, count = max(zip(line_widths(shaped, cuts), counts))
    closing = max(0, style.tracking - style.closest) * em_of(style) * max(0, count - 1) // 1000
    return (width - closing) * least // preferred * _least_size(style) // style.size <= measure


def _fitted(text: str, style: TextStyle, library: FontLibrary, measure: Emu) -> ShapedParagraph:
    """Shape at the preferred scale; if that is too wide at the scale that fits; if that is too narrow a scale
    at the least one, closed up; if that won't do smaller, to the tenth of a point."""
    shaped = shape((Span(text, style),), library)
    widest, _ = _widest(shaped)
    if widest <= measure:
        return shaped
    least, preferred = style.scale
    scale = max(least, preferred * measure // widest)
    style = replace(style, scale=(scale, scale))
    shaped = shape((Span(text, style),), library)
    widest, count = _widest(shaped)
    if widest <= measure:
        return shaped
    if count > 1:
        needed = -(-(widest - measure) * 1000 // (em_of(style) * (count - 1)))
        style = replace(style, tracking=min(style.tracking, max(style.closest, style.tracking - needed - 1)))
        shaped = shape((Span(text, style),), library)
        widest, _ = _widest(shaped)
    if widest <= measure:
        return shaped
    size = max(_least_size(style), style.size * measure // widest // _STEP * _STEP)
    return shape((Span(text, replace(style, size=size)),), library)


def _segments(shaped: ShapedParagraph) -> list[tuple[int, int]]:
    """The lines as ranges of cells without their line breaks."""
    out, first = [], 0
    for i, letter in enumerate(shaped.classes + "n"):
        if letter == "n":
            out.append((first, i))
            first = i + 1
    return out


def _width(shaped: ShapedParagraph, first: int, stop: int) -> Emu:
    """From the first body to the end of the last: the blanks of marks at both ends don't count."""
    if stop <= first:
        return 0
    return shaped.sums.x[stop - 1] + shaped.cells[stop - 1].body - shaped.sums.x[first]


def _widest(shaped: ShapedParagraph) -> tuple[Emu, int]:
    """The widest line's width and its number of cells."""
    dash = _dash(shaped)
    widths = ((_width(shaped, a, b) + (dash if a else 0), b - a) for a, b in _segments(shaped))
    return max(widths, default=(0, 0))


def _dash(shaped: ShapedParagraph) -> Emu:
    """What the lines after the first stand in, where the head opens with a dash: 副题."""
    if shaped.classes[:1] != "D" or "n" not in shaped.classes:
        return 0
    return after_dash(shaped)


def _rows(shaped: ShapedParagraph, library: FontLibrary, measure: Emu, align: Align) -> tuple[Line, ...]:
    """Lines whose ink is centred, or flush with the edge, so that neither a mark's blank nor a letter's bearing
    moves anything. Lines after a dash stand under each other, all together aligned by the widest."""
    dash = _dash(shaped)
    block = _widest(shaped)[0]
    out = []
    for first, stop in _segments(shaped):
        width = _width(shaped, first, stop)
        left, right = (0, 0) if dash else _bearings(shaped, library, first, stop)
        spare = measure - (block if dash else width) + left + right
        offset = {"justify": 0, "left": 0, "center": spare // 2, "right": spare}[align] - left
        offset += dash if first else 0
        zero = shaped.sums.x[first] if stop > first else 0
        xs = [x - zero + offset for x in shaped.sums.x[first:stop]]
        end = min(stop + 1, len(shaped.cells))
        xs.extend([offset + width] * (end - stop))
        out.append(Line(first, end, tuple(xs), width, width, last=True))
    return tuple(out)


def _bearings(shaped: ShapedParagraph, library: FontLibrary, first: int, stop: int) -> tuple[Emu, Emu]:
    """The white between a line's first body and its ink, and behind the ink of its last."""
    if stop <= first:
        return 0, 0
    a, b = shaped.cells[first], shaped.cells[stop - 1]
    left, _ = _ink(a, a.glyph, a.shift, shaped.style, library)
    _, right = _ink(b, *(b.more[-1] if b.more else (b.glyph, b.shift)), shaped.style, library)
    return left, b.body - right


def _ink(cell: Cell, glyph: int, shift: Emu, style: TextStyle, library: FontLibrary) -> tuple[Emu, Emu]:
    """Where a glyph's ink begins and ends in its cell; the whole cell if it has none."""
    face = library.face(cell.face)
    left, _, right, _ = face.ink(glyph)
    if left == right:
        return 0, cell.body
    em = em_of(style)
    return shift + left * em // face.upem, shift + right * em // face.upem
