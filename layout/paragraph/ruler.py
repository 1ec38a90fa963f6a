"""A paragraph laid against a ruler: for every place where a line may end, all that is needed to say in a few
additions how a line between two of them fits."""

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct

from layout.style import Setting
from layout.text.joints import em_of
from layout.text.types import SOFT, ShapedParagraph
from layout.units import Emu

_NO_CHARACTER = "OCPSQFMDENLomswbvzn"
SOFT_COST, HYPHEN_COST, FORCED_COST = 20.0, 60.0, 20_000.0
_ORPHAN = 2  # characters that a last line must hold


LINE_COST = 15.0  # of every line: fewer are better, but not at any price


class Ruler(Struct):
    """Lists over the places: 0 is the segment's start, the last one its end.

    `cell` is the first cell of the next line, `stop` the end of the line before without its trailing spaces; a line
    from place j to place k runs from `start[j]` to `end[k]` and may keep `tail[k]` more. `hang` is what may stand
    outside. `*_to[k]` less `*_from[j]` is what the joints of the line sum up to. `cost` is what a break costs, `line`
    what every line does.
    """

    em: Emu
    cell: list[int]
    stop: list[int]
    start: list[Emu]
    end: list[Emu]
    tail: list[Emu]
    hang: list[Emu]
    cap_from: list[Emu]
    cap_to: list[Emu]
    give_from: list[Emu]
    give_to: list[Emu]
    gaps_from: list[int]
    gaps_to: list[int]
    cost: list[float]
    orphan_after: int
    last: int
    line: float = LINE_COST


def ruler(
    shaped: ShapedParagraph, first: int, end: int, narrowest: Emu, setting: Setting, squeeze: bool = True
) -> Ruler:
    """Measure the cells `first` to `end`. Units wider than `narrowest` get emergency breaks inside, if they are so
    even when squeezed where `squeeze` says that lines may be."""
    legal = shaped.breaks[bisect_right(shaped.breaks, first) : bisect_left(shaped.breaks, end)]
    places = [first, *legal, end]
    stops = _stops(shaped, places)
    forced = _emergencies(shaped, places, stops, narrowest, squeeze)
    if forced:
        places = sorted((*places, *forced))
        stops = _stops(shaped, places)
    x, cap, give, gaps = shaped.sums.x, shaped.sums.cap, shaped.sums.give, shaped.sums.gaps
    cells, joints, classes = shaped.cells, shaped.joints, shaped.classes
    ends = [first, *[stop - 1 for stop in stops[1:]]]
    heads = [*places[:-1], places[-2]] if len(places) > 1 else places
    plain = setting.punct_style == "plain"
    blanks = [cells[e].blank if classes[e] in "CPSQ" else 0 for e in ends]
    edge = [x[e] + cells[e].body for e in ends]
    soft = {b for b in legal if joints[b].brk == SOFT}
    hyphens = dict(shaped.hyphens)
    if hyphens:
        edge = [e + (hyphens[place].body if place in hyphens else 0) for e, place in zip(edge, places)]
    return Ruler(
        em=em_of(shaped.style),
        cell=places,
        stop=stops,
        start=_starts(shaped, heads, setting),
        end=[a + b for a, b in zip(edge, blanks)] if plain else edge,
        tail=blanks if setting.line_end == "full" and not plain else [0] * len(places),
        hang=_hangs(shaped, ends, first) if setting.hanging else [0] * len(places),
        cap_from=[cap[h] for h in heads],
        cap_to=[cap[e] for e in ends],
        give_from=[give[h] for h in heads],
        give_to=[give[e] for e in ends],
        gaps_from=[gaps[h] for h in heads],
        gaps_to=[gaps[e] for e in ends],
        cost=[
            FORCED_COST if p in forced else HYPHEN_COST if p in hyphens else SOFT_COST if p in soft else 0.0
            for p in places
        ]
        if forced or soft or hyphens
        else [0.0] * len(places),
        orphan_after=_orphan_after(shaped, first, end, setting) if setting.orphan else end,
        last=len(places) - 1,
    )


def _stops(shaped: ShapedParagraph, places: list[int]) -> list[int]:
    """Each place without the spaces before it: they vanish at a line's end (UAX #14 LB7, CLReq)."""
    classes = shaped.classes
    if not any(classes.find(space, places[0], places[-1]) >= 0 for space in "swbvzn"):
        return places
    out = []
    for place in places:
        stop = place
        while stop > places[0] + 1 and classes[stop - 1] in "swbvzn":
            stop -= 1
        out.append(stop)
    return out


def _starts(shaped: ShapedParagraph, heads: list[int], setting: Setting) -> list[Emu]:
    """Where a line that begins with a cell has its zero: at the body, or, where an opening mark keeps its blank,
    half an em before."""
    x, first = shaped.sums.x, heads[0]
    if setting.punct_style != "plain" and setting.line_start_trim and (first or setting.para_start_trim):
        starts = [x[h] for h in heads]
    else:
        starts = [x[h] - kept_blank(shaped, h, setting) for h in heads]
    lead = first
    while lead < len(shaped.cells) - 1 and shaped.classes[lead] in "sw":
        lead += 1
    if lead != first:  # spaces at the very start vanish too
        starts[0] = x[lead]
    return starts


def kept_blank(shaped: ShapedParagraph, cell: int, setting: Setting) -> Emu:
    """The blank before an opening mark that begins a line, where it is not trimmed (CLReq id101, id102 trim it)."""
    if shaped.classes[cell] != "O":
        return 0
    trimmed = setting.line_start_trim if cell else setting.para_start_trim
    return 0 if trimmed and setting.punct_style != "plain" else shaped.cells[cell].blank


def _hangs(shaped: ShapedParagraph, ends: list[int], first: int) -> list[Emu]:
    """The body of a last mark that may hang: one mark only, and not where marks meet (CLReq)."""
    classes, cells = shaped.classes, shaped.cells
    return [
        cells[e].body if e > first and classes[e] in "PS" and classes[e - 1] not in "CPSQ" else 0
        for e in ends
    ]


def _emergencies(
    shaped: ShapedParagraph, places: list[int], stops: list[int], narrowest: Emu, squeeze: bool
) -> set[int]:
    """Breaks inside units that are wider than the narrowest measure: between letters or digits if there are any,
    else between any two cells. A break after / or - is as good as none, so it is not looked for."""
    x, cap, cells, classes = shaped.sums.x, shaped.sums.cap, shaped.cells, shaped.classes
    out: set[int] = set()
    for a, stop in zip(places, stops[1:]):
        over = x[stop - 1] + cells[stop - 1].body - x[a] - narrowest if stop > a else 0
        if over > 0 and not (squeeze and over <= cap[stop - 1] - cap[a]):
            inner = range(a + 1, stop)
            words = [i for i in inner if classes[i] in "adm" and classes[i - 1] in "admu"]
            out.update(words or inner)
    return out


def _orphan_after(shaped: ShapedParagraph, first: int, end: int, setting: Setting) -> int:
    """The last cell that a last line may start with and still hold two characters besides marks: a lone Han or a
    lone figure is an orphan (CLReq 单字不成行), a Han with a mark behind it too unless `lone_with_mark` says
    otherwise, as printers' manuals do."""
    cells_wanted, classes = _ORPHAN, shaped.classes
    if setting.lone_with_mark and re.search("H[CPSQF]+[nsw]*$", classes[first:end]):
        cells_wanted = 1
    at = end
    while at > first and cells_wanted:
        at -= 1
        cells_wanted -= classes[at] not in _NO_CHARACTER
    return at
