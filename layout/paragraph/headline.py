"""Headlines: lines at sense groups, fitted to the width by condensing the glyphs and closing up."""

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome, Where
from layout.font.library import FontLibrary
from layout.paragraph.types import Line
from layout.style import Align, TextStyle
from layout.text.joints import em_of
from layout.text.shape import shape
from layout.text.types import ShapedParagraph, Span
from layout.units import Emu

_CLOSEST = (
    -50
)  # tracking, in thousandths of an em: headings alone may be closed up (CLReq), and no more than this


class HeadlineLines(Struct, frozen=True):
    """A set headline: `shaped` (its runs' styles have the width scale and tracking that were chosen), its lines,
    whose `xs` start at the left edge of the measure, `scale` in per mille and `tracking` in thousandths of an em.
    `over` is how much the widest line stands out."""

    shaped: ShapedParagraph
    lines: tuple[Line, ...]
    scale: int
    tracking: int
    over: Emu = 0

    @property
    def fits(self) -> bool:
        return self.over <= 0


def set_headline(
    text: str | tuple[str, ...],
    style: TextStyle,
    library: FontLibrary,
    measure: Emu,
    *,
    lines: int = 1,
    words: frozenset[str] = frozenset(),
    align: Align | None = None,
) -> Outcome[HeadlineLines]:
    """Set a headline on `measure`: a tuple fixes the lines; a string is broken at sense groups into `lines` at
    the most, and {braces} in it keep words together, as do the `words` of the house's dictionary.

    All lines are condensed alike within the style's `scale`, then closed up to -0.05 em. T301: the headline is
    too wide even so. Its other findings are those of `shape`.
    """
    fixed = text if isinstance(text, tuple) else turn_over(text, style, library, measure, lines, words)
    joined = "\n".join(fixed)
    shaped = _fitted(joined, style, library, measure)
    chosen = shaped.runs[0].style if shaped.runs else style
    rows = _rows(shaped, measure, align or style.align)
    over = max((_width(shaped, a, b) for a, b in _segments(shaped)), default=0) - measure
    findings = list(shaped.diagnostics)
    if over > 0:
        em = em_of(chosen)
        facts: dict[str, str | int | float] = {"text": joined, "over": round(over / em, 2)}
        findings.append(Diagnostic("T301", "error", Where("", (), 0, len(joined)), facts))
    return Outcome(
        HeadlineLines(shaped, rows, chosen.scale[1], chosen.tracking, max(0, over)), tuple(findings)
    )


def turn_over(
    text: str,
    style: TextStyle,
    library: FontLibrary,
    measure: Emu,
    lines: int,
    words: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The lines of a headline written as one string: as few as fit on `measure`, `lines` at the most."""
    if "{" not in text and lines < 2:
        return (text,)
    from layout.paragraph import sense

    plain, held = sense.held_together(text)
    shaped = shape((Span(plain, style),), library)
    cuts: tuple[int, ...] = ()
    for count in range(1, lines + 1):
        found, price = sense.turned_over(shaped, count, words, held)
        if price == float("inf"):
            continue
        cuts = found
        if _can_fit(shaped, (0, *cuts, len(plain)), measure):
            break
    else:
        if lines > 1 and not cuts:  # nowhere to turn over without harm: better there than off the page
            cuts = sense.every_legal(shaped, lines)
    edges = (0, *cuts, len(plain))
    return tuple(plain[a:b].strip(" \u3000") for a, b in zip(edges, edges[1:]))


def _can_fit(shaped: ShapedParagraph, edges: tuple[int, ...], measure: Emu) -> bool:
    """Whether the widest line would fit if it were condensed and closed up as far as the style allows."""
    from layout.paragraph.sense import line_width

    least, preferred = shaped.style.scale
    width, count = max((line_width(shaped, a, b), b - a) for a, b in zip(edges, edges[1:]))
    closing = -_CLOSEST * em_of(shaped.style) * max(0, count - 1) // 1000
    return (width - closing) * least // preferred <= measure


def _fitted(text: str, style: TextStyle, library: FontLibrary, measure: Emu) -> ShapedParagraph:
    """Shape at the preferred scale; if that is too wide at the scale that fits; if that is too narrow a scale
    at the least one, closed up."""
    shaped = shape((Span(text, style),), library)
    widest, count = _widest(shaped)
    if widest <= measure:
        return shaped
    least, preferred = style.scale
    scale = max(least, preferred * measure // max(widest, 1))
    shaped = shape((Span(text, _with_scale(style, scale)),), library)
    widest, count = _widest(shaped)
    if widest <= measure or count < 2:
        return shaped
    em = em_of(_with_scale(style, scale))
    needed = -(-(widest - measure) * 1000 // (em * (count - 1)))
    tracking = max(_CLOSEST, style.tracking - needed - 1)
    return shape((Span(text, replace(_with_scale(style, scale), tracking=tracking)),), library)


def _with_scale(style: TextStyle, scale: int) -> TextStyle:
    return replace(style, scale=(scale, scale))


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
    return max(((_width(shaped, a, b), b - a) for a, b in _segments(shaped)), default=(0, 0))


def _rows(shaped: ShapedParagraph, measure: Emu, align: Align) -> tuple[Line, ...]:
    """Lines centred on their bodies, so that a quotation mark's blank moves nothing."""
    out = []
    for first, stop in _segments(shaped):
        width = _width(shaped, first, stop)
        spare = measure - width
        offset = {"justify": 0, "left": 0, "center": spare // 2, "right": spare}[align]
        zero = shaped.sums.x[first] if stop > first else 0
        xs = [x - zero + offset for x in shaped.sums.x[first:stop]]
        end = min(stop + 1, len(shaped.cells))
        xs.extend([offset + width] * (end - stop))
        out.append(Line(first, end, tuple(xs), width, width, last=True))
    return tuple(out)
