"""Free pieces of text in a style, in lines from the top down or in columns from the right to the left."""

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, put, set_spans
from layout.page.types import Placed, PlacedRule
from layout.resolve.types import Part, Stroke, TextPlan
from layout.style import EM, HAN_MIDDLE, HAN_TOP, TextStyle
from layout.tag import Tag
from layout.text.types import Span
from layout.units import Emu, pt

LEADER = pt(0.8)  # the dots that lead to a page number
Row = tuple[SetLine, ...]  # a line, and at the right of it what dots lead to


def place_text(
    plan: TextPlan, area: Rect, library: FontLibrary, tag: Tag, *, boxed: bool = False
) -> Outcome[tuple[Placed, ...]]:
    """One paragraph for each part of the copy, from the start of `area`; lines that have no room are over and
    reported (F015). A style whose leading is the grid's stands on the grid; centred text is centred in the height
    too; columns that run down in a box stand in the middle of it, both ways."""
    upright = plan.style.direction == "vertical"
    measure, depth = (area.height, area.width) if upright else (area.width, area.height)
    rows: list[Row] = []
    found: list[Diagnostic] = []
    for part in plan.parts:
        done = set_part(part, plan.style, measure, library, plan.where)
        rows += done.value
        found += done.diagnostics
    placed: list[Placed] = []
    used = over = 0
    if boxed if upright else plan.style.align == "center":  # in the middle both ways
        used = max(0, depth - sum(row[0].style.leading for row in rows)) // 2
        if upright:
            down = max(0, measure - max((row[0].right for row in rows), default=0)) // 2
            area = replace(area, y=area.y + down, height=area.height - down)
    for row in rows:
        style = row[0].style
        over += used + style.leading > depth
        if not over:
            placed += _placed(row, area, used, upright, Tag(style.name, block=tag.block))
        used += style.leading
    if over:
        facts: dict[str, Fact] = {"block": tag.block, "lines": over}
        found.append(Diagnostic("F015", "error", plan.where, facts))
    return Outcome(tuple(placed), tuple(found))


def set_part(
    part: Part, own: TextStyle, measure: Emu, library: FontLibrary, where: Where
) -> Outcome[tuple[Row, ...]]:
    """A paragraph's lines. What dots lead to stands at the right end of the last one, two characters at least
    after its text."""
    style = replace(part.style, direction=own.direction)
    spans: list[Span] = []
    if part.lead and part.lead_style:
        spans.append(Span(part.lead, replace(part.lead_style, direction=own.direction)))
    spans.append(Span(part.text, style))
    end: tuple[SetLine, ...] = ()
    if part.end and own.direction == "horizontal":
        plain = replace(style, align="left", indent=0)
        end = set_spans((Span(part.end, plain),), plain, measure, library, where).value[:1]
    taken = sum(line.line.width + 2 * style.size for line in end)
    done = set_spans(tuple(spans), style, max(style.size, measure - taken), library, where)
    return Outcome((*((line,) for line in done.value[:-1]), (*done.value[-1:], *end)), done.diagnostics)


def _placed(row: Row, area: Rect, used: Emu, upright: bool, tag: Tag) -> list[Placed]:
    """A row `used` down the area: its line, the dots, what they lead to."""
    line, style = row[0], row[0].style
    if upright:  # the centre line of its column, which is one leading wide
        return [put(line, area.right - style.leading // 2 - used, area.y, tag)]
    baseline = area.y + used + (style.leading - style.size) // 2 + style.size * HAN_TOP // EM
    placed: list[Placed] = [put(line, area.x, baseline, tag)]
    for end in row[1:]:
        x = area.right - end.line.width
        y = baseline - style.size * HAN_MIDDLE // EM
        dots = (area.x + line.right + style.size // 2, y, x - style.size // 2, y)
        placed.append(PlacedRule(*dots, Stroke("点线", LEADER, style.colour), Tag("rule", block=tag.block)))
        placed.append(put(end, x, baseline, tag))
    return placed
