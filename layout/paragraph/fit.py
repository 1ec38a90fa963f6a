"""How well a line fits: what it would cost, and where its cells go when it is set."""

from layout.paragraph.ruler import Ruler
from layout.paragraph.types import Adjust
from layout.text.types import FORBIDDEN, SOFT, TIERS, Joint, ShapedParagraph
from layout.units import Emu, share

# The cost is lopsided: a squeezed mark is hardly seen, an open line is. Per em of
# squeezing by tier; for an open line at all, and per gap as the square of its share of 1/8 em. Without the price for
# opening at all, wide measures come out with a fifth more open lines than line by line.
_SQUEEZE = (5.0, 10.0, 14.0, 30.0, 40.0)
_OPENED, _STRETCH = 40.0, 100.0
_OPEN = 8
_GIVE = 20.0  # all that words and Han-Latin gaps can take in
ORPHAN_COST = 400.0
OVERFULL = 1e6
INFINITE = float("inf")


def cost(shaped: ShapedParagraph, r: Ruler, j: int, k: int, target: Emu) -> float:
    """What a line from place j to place k costs on a measure that ends at `target`; infinite if it can't be
    squeezed into it."""
    slack = target - r.end[k]
    price = r.line + r.cost[k]
    if k == r.last and j and r.cell[j] > r.orphan_after:
        price += ORPHAN_COST
    if slack < 0:
        if slack + r.hang[k] < 0:
            if -slack > r.cap_to[k] - r.cap_from[j]:
                return INFINITE
            return price + _squeezing(shaped, r, j, k, -slack)
        slack += r.hang[k]
    slack -= r.tail[k]
    if slack <= 0 or k == r.last:
        return price
    give = r.give_to[k] - r.give_from[j]
    if give:
        if slack <= give:
            return price + _GIVE * slack / give
        slack -= give
        price += _GIVE
    gaps = r.gaps_to[k] - r.gaps_from[j] or len(_fallback(shaped, r.cell[j], r.stop[k]))
    if not gaps:
        return price + OVERFULL / 2
    open_ = slack * _OPEN / (r.em * gaps)
    return price + _OPENED + _STRETCH * open_ * open_


def _squeezing(shaped: ShapedParagraph, r: Ruler, j: int, k: int, need: Emu) -> float:
    caps = [0, 0, 0, 0, 0]
    for joint in shaped.joints[r.cell[j] + 1 : r.stop[k]]:
        if joint.cap:
            caps[joint.tier] += joint.cap
    price = 0.0
    for rate, cap in zip(_SQUEEZE, caps):
        taken = min(need, cap)
        price += rate * taken / r.em
        need -= taken
    return price


def _fallback(shaped: ShapedParagraph, first: int, stop: int) -> list[int]:
    """Where a line opens that has no gap of its own: wherever it could be broken, else wherever nothing is held
    together."""
    joints = shaped.joints
    legal = [i for i in range(first + 1, stop) if joints[i].brk >= SOFT]
    return legal or [i for i in range(first + 1, stop) if joints[i].brk >= FORBIDDEN]


def spread(total: Emu, limits: list[Emu]) -> list[Emu]:
    """`total` in equal amounts, none over its limit; what is left of a division goes to the earlier ones."""
    out = [0] * len(limits)
    open_ = [i for i, limit in enumerate(limits) if limit]
    while total and open_:
        part = share(total, len(open_))
        for i, amount in zip(open_, part):
            amount = min(amount, limits[i] - out[i])
            out[i] += amount
            total -= amount
        open_ = [i for i in open_ if out[i] < limits[i]]
    return out


def justified(shaped: ShapedParagraph, first: int, stop: int, slack: Emu) -> tuple[list[Emu], Adjust, Emu]:
    """The change of every joint of the cells `first` to `stop` (joint i at i - first), by how much each tier was
    changed, and what could not be brought in: less than 0 where the line stays too long."""
    joints = shaped.joints[first:stop]
    deltas = [0] * len(joints)
    if slack < 0:
        return _squeezed(joints, deltas, -slack)
    totals: dict[str, int] = {}
    for kind, name in (("word", "stretch_w"), ("latin", "stretch_l")):
        limits = [joint.give if joint.kind == kind else 0 for joint in joints]
        slack = _tier(deltas, limits, slack, totals, name)
    if slack:
        open_ = [i for i in range(1, len(joints)) if joints[i].kind == "gap"]
        open_ = open_ or [i - first for i in _fallback(shaped, first, stop)]
        if open_:
            for i, amount in zip(open_, share(slack, len(open_))):
                deltas[i] += amount
            totals |= {"stretch_gap": slack, "gaps": len(open_)}
            slack = 0
    return deltas, Adjust(**totals), slack


def _squeezed(joints: tuple[Joint, ...], deltas: list[Emu], need: Emu) -> tuple[list[Emu], Adjust, Emu]:
    totals: dict[str, int] = {}
    for tier, (_, letter) in enumerate(zip(TIERS, "wbcls")):
        if not need:
            break
        limits = [joint.cap if joint.tier == tier else 0 for joint in joints]
        need = _tier(deltas, limits, need, totals, f"shrink_{letter}", -1)
    return deltas, Adjust(**totals), -need


def _tier(
    deltas: list[Emu], limits: list[Emu], need: Emu, totals: dict[str, int], name: str, sign: int = 1
) -> Emu:
    """Take what a tier can give of `need` (the line's first joint has no part); returns what is still needed."""
    limits[0] = 0
    taken = min(need, sum(limits))
    if taken:
        for i, amount in enumerate(spread(taken, limits)):
            deltas[i] += sign * amount
        totals[name] = taken
    return need - taken
