"""The whole paragraph at once: the breaks of the least total cost.

A shortest path over the places, forwards. A place is looked at only while it can still beat the greedy lines, so
that most places of plain text never are. While measures change from line to line, the line number is part of the
state; once they are all alike it is not.
"""

from bisect import bisect_right
from math import ceil

from layout.paragraph.fit import OVERFULL, cost
from layout.paragraph.greedy import greedy
from layout.paragraph.ruler import Ruler
from layout.paragraph.targets import Targets
from layout.text.types import ShapedParagraph
from layout.units import Emu

_EPSILON = 1e-9
_HOPELESS = 8000.0  # a line open by more than an em at every gap, where a tighter one is to be had


class _Node:
    """The best way known to a place: its cost and where it comes from."""

    __slots__ = ("cost", "layer", "place")

    def __init__(self, cost: float, layer: int, place: int) -> None:
        self.cost, self.layer, self.place = cost, layer, place


def optimal(shaped: ShapedParagraph, r: Ruler, targets: Targets) -> list[int]:
    """The places where lines end."""
    ends = greedy(shaped, r, targets)
    rate = r.line / (targets.widest + r.em)
    whole = r.end[r.last]
    bound = _price(shaped, r, targets, ends)
    if bound <= r.line * ceil((whole - r.start[0]) * rate / r.line):
        return ends
    bound += _EPSILON
    settled = targets.settled
    layers: list[dict[int, _Node]] = [{} for _ in range(settled + 1)]
    layers[0][0] = _Node(0.0, -1, -1)
    for layer in range(settled + 1):
        width, nodes = targets.of(layer), layers[layer]
        following = layers[min(layer + 1, settled)]
        for j in sorted(nodes) if layer < settled else range(r.last):
            if j not in nodes or j == r.last:
                continue
            so_far = nodes[j].cost
            if so_far + rate * (whole - r.start[j]) <= bound:
                _extend(shaped, r, j, r.start[j] + width, so_far, bound, layer, following)
    return _trace(layers, r.last) or ends


def _price(shaped: ShapedParagraph, r: Ruler, targets: Targets, ends: list[int]) -> float:
    """What some lines cost together."""
    total, j = 0.0, 0
    for line, k in enumerate(ends):
        total += min(cost(shaped, r, j, k, r.start[j] + targets.of(line)), OVERFULL)
        j = k
    return total


def _extend(
    shaped: ShapedParagraph,
    r: Ruler,
    j: int,
    target: Emu,
    so_far: float,
    bound: float,
    layer: int,
    following: dict[int, _Node],
) -> None:
    """Try all lines from place j that end at `target` or can be made to, within the bound."""
    fits = bisect_right(r.end, target, j + 1)
    found = False
    for k in range(fits - 1, j, -1):  # ever more open
        total = so_far + cost(shaped, r, j, k, target)
        here = total - r.cost[k]
        if here > bound or (found and here - so_far > _HOPELESS):
            break
        if total <= bound:
            found = _offer(following, k, total, layer, j)
    for k in range(fits, r.last + 1):  # ever more squeezed
        total = so_far + cost(shaped, r, j, k, target)
        if total > bound:
            break
        found = _offer(following, k, total, layer, j)
    if not found and fits <= j + 1:  # one unit that is too wide
        _offer(following, j + 1, so_far + OVERFULL, layer, j)


def _offer(following: dict[int, _Node], k: int, total: float, layer: int, j: int) -> bool:
    """Keep this way to k if none is cheaper; of equal ones the last found, whose earlier lines are tighter."""
    known = following.get(k)
    if known is None:
        following[k] = _Node(total, layer, j)
    elif total <= known.cost:
        known.cost, known.layer, known.place = total, layer, j
    return True


def _trace(layers: list[dict[int, _Node]], last: int) -> list[int]:
    """The places on the cheapest way to the last one; none where every way was given up as hopeless."""
    ways = [(nodes[last].cost, layer) for layer, nodes in enumerate(layers) if last in nodes]
    if not ways:
        return []
    node = layers[min(ways)[1]][last]
    out = [last]
    while node.place > 0:
        out.append(node.place)
        node = layers[node.layer][node.place]
    return out[::-1]
