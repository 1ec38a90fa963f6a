"""Line by line: the last break that fits; if the line is short, squeeze the next unit in before pushing it out
(CLReq: 先挤进，后推出)."""

from bisect import bisect_right

from layout.paragraph.fit import INFINITE, cost
from layout.paragraph.ruler import Ruler
from layout.paragraph.targets import Targets
from layout.text.types import ShapedParagraph


def greedy(shaped: ShapedParagraph, r: Ruler, targets: Targets) -> list[int]:
    """The places where lines end."""
    ends: list[int] = []
    at = 0
    while at < r.last:
        at = _next(shaped, r, at, r.start[at] + targets.of(len(ends)), targets.squeeze)
        ends.append(at)
    return _mended(shaped, r, targets, ends)


def _next(shaped: ShapedParagraph, r: Ruler, j: int, target: int, squeeze: bool) -> int:
    k = bisect_right(r.end, target, j + 1) - 1
    short = k <= j or r.end[k] + r.tail[k] < target
    if k < r.last and short and squeeze and cost(shaped, r, j, k + 1, target) < INFINITE:
        return k + 1
    return max(k, j + 1)


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
    while k > j + 1 and r.cell[k] > r.orphan_after:
        k -= 1
    fits = r.end[r.last] <= r.start[k] + targets.of(line + 1)
    return [*ends[:-2], k, r.last] if fits and r.cell[k] <= r.orphan_after else ends
