"""Line by line: the last break that fits; if the line is short, squeeze the next unit in before pushing it out
(CLReq: 先挤进，后推出)."""

from bisect import bisect_right

from layout.paragraph.fit import INFINITE, cost
from layout.paragraph.ruler import FORCED_COST, Ruler
from layout.paragraph.targets import Targets
from layout.text.types import ShapedParagraph
from layout.units import Emu


def greedy(shaped: ShapedParagraph, r: Ruler, targets: Targets) -> list[int]:
    """The places where lines end."""
    ends: list[int] = []
    at = 0
    while at < r.last:
        at = _next(shaped, r, at, targets, len(ends))
        ends.append(at)
    return _mended(shaped, r, targets, ends)


def _next(shaped: ShapedParagraph, r: Ruler, j: int, targets: Targets, line: int) -> int:
    target = r.start[j] + targets.of(line)
    k = bisect_right(r.end, target, j + 1) - 1
    after = min(k + 1, r.last)
    while after < r.last and _forced(r, after) and r.end[after] < target + 2 * r.em:
        after += 1
    short = k <= j or r.end[k] + r.tail[k] < target
    tried = after > k and short and targets.squeeze and not _forced(r, after)
    if tried and cost(shaped, r, j, after, target) < INFINITE:
        return after
    return _whole_unit(r, j, k, targets.of(line + 1)) or max(k, j + 1)


def _forced(r: Ruler, k: int) -> bool:
    return r.cost[k] >= FORCED_COST


def _whole_unit(r: Ruler, j: int, k: int, room: Emu) -> int:
    """The last place before k that is no emergency, if the unit behind it fits whole into the `room` of the next
    line; 0 where k may stay."""
    if k <= j or not _forced(r, k):
        return 0
    back = k
    while back > j and _forced(r, back):
        back -= 1
    end = back + 1
    while end < r.last and _forced(r, end) and r.end[end] - r.start[back] <= room:
        end += 1
    return back if back > j and not _forced(r, end) and r.end[end] - r.start[back] <= room else 0


def _mended(shaped: ShapedParagraph, r: Ruler, targets: Targets, ends: list[int]) -> list[int]:
    """Repair a last line that is an orphan: squeeze it up into the line before, else pull units down to it."""
    if len(ends) < 2 or r.cell[ends[-2]] <= r.orphan_after:
        return ends
    line = len(ends) - 2
    j = ends[-3] if line else 0
    target = r.start[j] + targets.of(line)
    if targets.squeeze and cost(shaped, r, j, r.last, target) < INFINITE:
        return [*ends[:-2], r.last]
    k = ends[-2]
    while k > j + 1 and (r.cell[k] > r.orphan_after or _forced(r, k)):
        k -= 1
    fits = r.end[r.last] <= r.start[k] + targets.of(line + 1)
    return [*ends[:-2], k, r.last] if fits and r.cell[k] <= r.orphan_after else ends
