"""Line by line against a second typesetter: the rules as they are written (CLReq, GB/T 15834), over
plain Chinese copy, in half ems and without any cleverness."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from tests.case_runner import EM, broken

CLASSES = {
    **dict.fromkeys("“‘（《【", "O"),
    **dict.fromkeys("”’）》】", "C"),
    **dict.fromkeys("，、；：", "P"),
    **dict.fromkeys("。？！", "S"),
    "——": "D",
    "……": "E",
    "·": "M",
    "～": "N",
    "/": "L",
    **dict.fromkeys("0123456789", "d"),
}
BODIES = {"H": 2, "N": 2, "D": 4, "E": 4}  # in half ems; all others are one
TIERS = {"P": "shrink_c", "S": "shrink_s"}  # all others are those of brackets
PARTS = [
    *"老街里的夜校灯火通明人都来学" * 4,
    *"，。、！？：；“”‘’（）《》【】" * 2,
    "——",
    "……",
    "·",
    "～",
    "/",
    "12",
    "2026",
    "7",
]
copy = st.lists(st.sampled_from(PARTS), min_size=4, max_size=60).map("".join)
UNCLEAR = re.compile("[0-9/][“”‘’]|[“”‘’][0-9/]|————|…………|[0-9]/|^[，。、！？：；”’）》】·～/—…]")


class Copy(Struct):
    """Cells with their classes; before each its blank, whether a line may end there and which tier the blank is of."""

    cells: list[str]
    classes: list[str]
    blanks: list[int]
    legal: list[bool]
    tiers: list[str]

    def width(self, j: int, k: int) -> int:
        """A line of the cells j to k, both edges trimmed."""
        return sum(BODIES.get(c, 1) for c in self.classes[j:k]) + self.give(j, k)

    def give(self, j: int, k: int) -> int:
        return sum(self.blanks[j + 1 : k])

    def characters(self, j: int, k: int) -> int:
        return sum(c in "Hd" for c in self.classes[j:k])


def _read(text: str) -> Copy:
    cells = re.findall("——|……|.", text)
    classes = [CLASSES.get(cell, "H") for cell in cells]
    full = [c in "CPS" for c in classes]  # marks with a blank behind them
    for row in re.finditer("[？！]+", "".join(cell[0] for cell in cells)):
        if (row.end() - row.start()) % 2 == 0:
            full[row.end() - 1] = False
    out = Copy(cells, classes, [0], [False], [""])
    for i in range(1, len(cells)):
        left, right = classes[i - 1], classes[i]
        closes = left in "CPS"
        blank = full[i - 1] + (right == "O")
        if left == "O" or closes and right in "CPS":
            blank = 0
        out.blanks.append(min(blank, 1))
        out.tiers.append(TIERS.get(left if full[i - 1] else "", "shrink_b"))
        out.legal.append(right not in "CPSMNLE" and left not in "OL" and left + right != "dd")
    return out


def _lines(copy: Copy, measure: int) -> list[tuple[int, int]]:
    """先挤进，后推出; then the last line's orphan is squeezed up, or a unit comes down to it."""
    end = len(copy.cells)
    places = [i for i in range(1, end) if copy.legal[i]] + [end]
    lines: list[tuple[int, int]] = []
    j = 0
    while j < end:
        after = [k for k in places if k > j]
        fit = [k for k in after if copy.width(j, k) <= measure]
        following = after[len(fit)] if len(fit) < len(after) else 0
        short = not fit or copy.width(j, fit[-1]) < measure
        if following and short and copy.width(j, following) - copy.give(j, following) <= measure:
            fit.append(following)
        assume(fit)  # else a unit is too wide
        lines.append((j, fit[-1]))
        j = fit[-1]
    if len(lines) < 2 or copy.characters(*lines[-1]) >= 2:
        return lines
    j, k = lines[-2]
    if copy.width(j, end) - copy.give(j, end) <= measure:
        return [*lines[:-2], (j, end)]
    down = [p for p in places if j < p < k and copy.characters(p, end) >= 2]
    if down and copy.width(down[-1], end) <= measure:
        return [*lines[:-2], (j, down[-1]), (down[-1], end)]
    return lines


@settings(max_examples=400, deadline=None)
@given(copy, st.integers(14, 40))
def test_lines_are_those_of_the_rules(text: str, measure: int) -> None:
    assume(not UNCLEAR.search(text))
    rules = _read(text)
    wanted = _lines(rules, measure)
    _, done = broken({"text": text, "measure_em": measure / 2}, "greedy")
    assert [(line.start, line.end) for line in done.value] == wanted
    for line in done.value:
        over = rules.width(line.start, line.end) - measure
        for tier in ("shrink_b", "shrink_c", "shrink_s"):
            inner = range(line.start + 1, line.end)
            can = sum(rules.blanks[i] for i in inner if rules.tiers[i] == tier)
            taken = min(max(over, 0), can)
            over -= taken
            assert getattr(line.adjust, tier) == taken * EM // 2
        if not line.last and over < 0 and line.adjust.gaps:
            assert line.adjust.stretch_gap == -over * EM // 2
