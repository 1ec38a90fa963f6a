"""Lines from a shaped paragraph and the measures of the places it may use."""

from itertools import accumulate

from layout.diag import Diagnostic, Outcome, Severity, Where
from layout.paragraph.fit import justified
from layout.paragraph.greedy import greedy
from layout.paragraph.optimal import optimal
from layout.paragraph.ruler import FORCED_COST, Ruler, ruler
from layout.paragraph.targets import Targets
from layout.paragraph.types import Adjust, Line, Measures
from layout.style import Align
from layout.text.types import ShapedParagraph
from layout.units import Emu

_ENDLESS = 20_000  # cells; no paragraph of a newspaper is so long, and greedy lines take a tenth of the time
DEAR = 1000.0  # what a line costs where there are to be as few as can be
_LOOSE, _TOO_LOOSE = 0.25, 0.5  # ems (JLReq's step of 1/4 em)


def break_(
    shaped: ShapedParagraph,
    measures: Measures,
    indent: Emu = 0,
    *,
    align: Align | None = None,
    fewest: bool = False,
) -> Outcome[tuple[Line, ...]]:
    """Break a paragraph into lines for `measures` (Emu, by line), the first one indented by `indent`.

    `align` is the style's unless given. Justified lines other than the last are exactly their measure wide.
    `fewest`: as few lines as squeezed marks allow, however they look.
    Findings, relative to the paragraph: T201 gaps over 1/4 em, T202 over 1/2 em, T203 a unit wider than the
    measure that had to be broken inside, T204 a line that stays too long, T205 a lone character on the last line.
    """
    align = align or shaped.style.align
    setting = shaped.style.setting
    targets = Targets(measures, indent, align == "justify")
    lines: list[Line] = []
    findings: list[Diagnostic] = []
    first = 0
    while first < len(shaped.cells):
        end = shaped.classes.find("n", first) + 1 or len(shaped.cells)
        rest = targets.after(len(lines)) if first else targets
        r = ruler(shaped, first, end, rest.narrowest, setting, rest.squeeze)
        r.line = DEAR if fewest else r.line
        whole = setting.algorithm == "optimal" and align == "justify" and end - first < _ENDLESS
        best = optimal if whole else greedy
        j = 0
        for number, k in enumerate(best(shaped, r, rest)):
            start = indent if not first and not number else 0
            lines.append(_line(shaped, r, j, k, rest.of(number), start, align))
            findings.extend(_findings(shaped, r, j, k, lines[-1], rest.of(number), align))
            j = k
        first = end
    return Outcome(tuple(lines), tuple(findings))


def _line(shaped: ShapedParagraph, r: Ruler, j: int, k: int, target: Emu, indent: Emu, align: Align) -> Line:
    """Cells from place j to place k on a measure of `target` after the indent."""
    first, end, stop, zero = r.cell[j], r.cell[k], r.stop[k], r.start[j]
    natural = max(0, r.end[k] - zero)  # spaces alone vanish
    slack = target - natural
    hung = slack < 0 <= slack + r.hang[k] and r.hang[k] > 0
    if hung:
        slack += r.hang[k]
        natural -= r.hang[k]
    tail = min(r.tail[k], max(slack, 0))
    slack -= tail
    natural += tail
    last = k == r.last
    fitted = slack < 0 or (slack > 0 and align == "justify" and not last)
    offset = indent - zero
    if not fitted:
        offset += {"justify": 0, "left": 0, "center": slack // 2, "right": slack}[align]
    xs = [x + offset for x in shaped.sums.x[first:stop]]
    adjust, width = Adjust(), natural
    if fitted:
        deltas, adjust, rest = justified(shaped, first, stop, slack)
        xs = [x + moved for x, moved in zip(xs, accumulate(deltas))]
        width += slack - rest
    if end > stop:
        after = xs[-1] + shaped.cells[stop - 1].body
        xs.extend([after] * (end - stop))
    forced = r.cost[k] >= FORCED_COST
    return Line(first, end, tuple(xs), width, natural, adjust, last, forced, hung)


def _findings(
    shaped: ShapedParagraph, r: Ruler, j: int, k: int, line: Line, measure: Emu, align: Align
) -> list[Diagnostic]:
    """What is to be said about a line."""
    out: list[Diagnostic] = []
    if line.forced:
        out.append(_finding(shaped, line, "T203", "warning", r.em, measure=measure))
    if line.width > measure and not line.hung:
        out.append(_finding(shaped, line, "T204", "error", r.em, over=line.width - measure, measure=measure))
    elif align == "justify" and not line.last:
        adjust = line.adjust
        gap = adjust.stretch_gap / adjust.gaps if adjust.gaps else measure - line.width
        if gap > _LOOSE * r.em:
            bad = gap > _TOO_LOOSE * r.em
            severity: Severity = "error" if bad else "warning"
            out.append(_finding(shaped, line, "T202" if bad else "T201", severity, r.em, gap=gap))
    if k == r.last and j and r.cell[j] > r.orphan_after:
        out.append(_finding(shaped, line, "T205", "warning", r.em))
    return out


def _finding(
    shaped: ShapedParagraph, line: Line, code: str, severity: Severity, em: Emu, **lengths: float
) -> Diagnostic:
    start, end = shaped.starts[line.start], shaped.starts[line.end]
    facts: dict[str, str | int | float] = {"text": shaped.text[start:end].strip()}
    facts |= {name: round(value / em, 3) for name, value in lengths.items()}
    return Diagnostic(code, severity, Where("", (), start, end - start), facts)


def natural_width(shaped: ShapedParagraph) -> Emu:
    """How wide the paragraph is on one line, unadjusted, with the blanks of marks at both ends trimmed."""
    if not shaped.cells:
        return 0
    stop = len(shaped.classes.rstrip("swbvzn"))
    lead = len(shaped.classes) - len(shaped.classes.lstrip("sw"))
    if stop <= lead:
        return 0
    return shaped.sums.x[stop - 1] + shaped.cells[stop - 1].body - shaped.sums.x[lead]


def marked_breaks(shaped: ShapedParagraph) -> str:
    """The text with `|` at every place where a line may end."""
    places = [0, *(shaped.starts[b] for b in shaped.breaks), len(shaped.text)]
    return "|".join(shaped.text[a:b] for a, b in zip(places, places[1:]))
