"""Whole stories of the showcase, set on measures from 11 to 27 字: what the optimum gains over line by line.

Line by line is CLReq's own order (挤进 before 推出). The optimum must not cost a line more, must not open more than one
line in a hundred more, and must close the gaps that line by line leaves, unless nothing could have closed them.
"""

from functools import cache
from typing import Any

import pytest

from layout.copy.markup import read_body
from layout.paragraph.break_ import break_
from layout.paragraph.fit import INFINITE, cost
from layout.paragraph.ruler import ruler
from layout.paragraph.targets import Targets
from layout.paragraph.types import Line
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import ShapedParagraph, Span
from layout.units import PT
from tests.case_runner import ROOT

EM = 9 * PT
INDENT = 2 * EM
LIBRARY = SquareLibrary()


@cache
def _paragraphs(line_end: str, algorithm: Any = "optimal") -> tuple[ShapedParagraph, ...]:
    setting = Setting(line_end=line_end, algorithm=algorithm)
    style = TextStyle("body", "square", EM, EM, setting=setting)
    texts = []
    for file in sorted((ROOT / "pages/hedong/stories").glob("*.md")):
        blocks = read_body(file.read_text("utf-8").split("---\n", 2)[2]).value.blocks
        texts += [block.text for block in blocks if block.kind == "paragraph"]
    return tuple(shape((Span(text, style),), LIBRARY) for text in texts)


def _gap(line: Line) -> float:
    return line.adjust.stretch_gap / line.adjust.gaps / EM if line.adjust.gaps else 0


def _set(line_end: str, measure: int, algorithm: Any) -> tuple[list[tuple[Line, ...]], int]:
    done = [break_(p, ((1, measure * EM),), INDENT) for p in _paragraphs(line_end, algorithm)]
    orphans = sum(found.code == "T205" for one in done for found in one.diagnostics)
    return [one.value for one in done], orphans


def _least_worst_gap(shaped: ShapedParagraph, measure: int) -> float:
    """The widest gap, in ems, of the setting in which it is the least, found by trying all lines."""
    r = ruler(shaped, 0, len(shaped.cells), measure * EM, shaped.style.setting)
    targets = Targets(((1, measure * EM),), INDENT, True)
    best = {0: 0.0}
    for k in range(1, r.last + 1):
        ways = []
        for j in range(k):
            target = r.start[j] + targets.of(0 if not j else 1)
            if j in best and cost(shaped, r, j, k, target) < INFINITE:
                slack = max(0, target - r.end[k] - r.tail[k] - r.give_to[k] + r.give_from[j])
                gaps = r.gaps_to[k] - r.gaps_from[j]
                open_ = 0.0 if k == r.last or not slack else slack / gaps / EM if gaps else 9.0
                ways.append(max(best[j], open_))
        if ways:
            best[k] = min(ways)
    return best[r.last]


@pytest.mark.parametrize("line_end", ["half", "full"])
@pytest.mark.parametrize("measure", [11, 13, 15, 17, 20, 23, 27])
def test_the_optimum_on_real_copy(measure: int, line_end: str) -> None:
    greedy, _ = _set(line_end, measure, "greedy")
    optimal, orphans = _set(line_end, measure, "optimal")
    flat = [line for lines in greedy for line in lines]
    best = [line for lines in optimal for line in lines]
    assert len(best) <= len(flat)
    opened = [sum(_gap(line) > 0 for line in lines) / len(lines) for lines in (flat, best)]
    assert opened[1] <= opened[0] + 0.01
    assert orphans == 0
    for shaped, before, after in zip(_paragraphs(line_end), greedy, optimal):
        worst = max(map(_gap, after))
        if max(map(_gap, before)) >= 0.2 and worst > 0.125:
            assert worst <= _least_worst_gap(shaped, measure) + 0.001, shaped.text
