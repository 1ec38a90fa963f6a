"""What holds for every paragraph, whatever it says and however narrow it is."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.paragraph.break_ import break_, marked_breaks
from layout.paragraph.place import place
from layout.paragraph.types import Line
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import SOFT, ShapedParagraph, Span
from layout.units import PT

EM = 9 * PT
LIBRARY = SquareLibrary()
_HAN = "河东街道夜校灯火通明老人孩子都来学一二三"
_MARKS = "，。、；：？！“”‘’（）《》——……·～—"
_FOREIGN = "GDP abc 2026 8.2% 1,004 5km -5℃ ￥10 /"
copy = st.text(st.sampled_from(_HAN * 4 + _MARKS * 2 + _FOREIGN), min_size=1, max_size=90)
anything = st.text(max_size=40)
setting_choices = st.builds(
    Setting,
    punct_style=st.sampled_from(["quanjiao", "kaiming", "banjiao", "plain"]),
    adjacent=st.sampled_from([1000, 1500]),
    kinsoku=st.sampled_from(["none", "basic", "gb", "strict"]),
    line_end=st.sampled_from(["full", "half"]),
    stop_shrink=st.booleans(),
    line_start_trim=st.booleans(),
    autospace_latin=st.sampled_from([0, 125, 250]),
    orphan=st.booleans(),
    hanging=st.booleans(),
    algorithm=st.sampled_from(["optimal", "greedy"]),
)
widths = st.integers(4, 60).map(lambda n: n * EM // 2)
measures = st.lists(st.tuples(st.integers(1, 3), widths), min_size=1, max_size=3)
indents = st.sampled_from([0, EM, 2 * EM])


def _set(
    text: str, setting: Setting, rows: Any, indent: int
) -> tuple[ShapedParagraph, tuple[Line, ...], Any]:
    shaped = shape((Span(text, TextStyle("body", "square", EM, EM, setting=setting)),), LIBRARY)
    done = break_(shaped, tuple(rows), indent)
    return shaped, done.value, done.diagnostics


def _measure(rows: Any, number: int) -> int:
    for count, width in rows[:-1]:
        if number < count:
            return int(width)
        number -= count
    return int(rows[-1][1])


@settings(max_examples=300, deadline=None)
@given(copy, setting_choices, measures, indents)
def test_lines_hold_the_copy(text: str, setting: Setting, rows: Any, indent: int) -> None:
    shaped, lines, _ = _set(text, setting, rows, indent)
    ranges = [(line.start, line.end) for line in lines]
    assert [a for a, _ in ranges] == [0, *(b for _, b in ranges[:-1])] or not ranges
    assert (ranges[-1][1] if ranges else 0) == len(shaped.cells)
    assert all(a < b for a, b in ranges)
    printed = "".join(t for line in lines for run in place(shaped, line) for t in run.texts)
    assert printed == text


@settings(max_examples=300, deadline=None)
@given(copy, setting_choices, measures, indents)
def test_justified_lines_are_exact(text: str, setting: Setting, rows: Any, indent: int) -> None:
    shaped, lines, findings = _set(text, setting, rows, indent)
    loud = {f.where.at for f in findings}
    for number, line in enumerate(lines):
        wanted = max(1, _measure(rows, number) - (indent if not number else 0))
        visible = [i for i in range(line.start, line.end) if shaped.classes[i] not in "sw"]
        if not line.last and len(visible) > 1 and shaped.starts[line.start] not in loud:
            assert line.width == wanted
        if line.width > wanted:
            assert shaped.starts[line.start] in loud
        _bodies_are_whole(shaped, line)


@settings(max_examples=300, deadline=None)
@given(copy, setting_choices, st.integers(8, 40).map(lambda n: n * EM // 2))
def test_tiers_give_in_their_order_and_alike(text: str, setting: Setting, width: int) -> None:
    """A tier is asked only when the one before has given all; inside one all give the same or all they have."""
    shaped, lines, _ = _set(text, setting, [(1, width)], 0)
    for line in lines:
        stop = line.end
        while stop > line.start and shaped.classes[stop - 1] in "swn":
            stop -= 1
        inner = range(line.start + 1, stop)
        xs = dict(zip(range(line.start, line.end), line.xs))
        moved = {i: xs[i] - xs[i - 1] - shaped.cells[i - 1].body - shaped.joints[i].gap for i in inner}
        if shaped.classes[line.start] in "sw":  # a space that vanished at the very start
            continue
        joints = {i: shaped.joints[i] for i in inner}
        if any(change < 0 for change in moved.values()):
            ranks = [{i: -moved[i] for i in inner if joints[i].tier == tier} for tier in range(5)]
            limits = {i: joints[i].cap for i in inner}
        else:
            kinds = ("word", "latin", "gap")
            ranks = [{i: moved[i] for i in inner if joints[i].kind == kind} for kind in kinds]
            if not ranks[2]:  # a line without a place for it opens wherever it can
                continue
            limits = {i: joints[i].give if joints[i].kind in kinds[:2] else width for i in inner}
        assert sum(map(abs, moved.values())) == sum(sum(rank.values()) for rank in ranks)
        _in_order(ranks, limits)


def _in_order(ranks: list[dict[int, int]], limits: dict[int, int]) -> None:
    for number, rank in enumerate(ranks):
        assert all(0 <= amount <= limits[i] for i, amount in rank.items())
        if any(amount < limits[i] for i, amount in rank.items()):
            assert not any(sum(later.values()) for later in ranks[number + 1 :])
        open_ = [amount for i, amount in rank.items() if amount < limits[i]]
        assert not open_ or max(rank.values()) - min(open_) <= 1


def _bodies_are_whole(shaped: ShapedParagraph, line: Line) -> None:
    """Bodies come one after the other and never overlap, however much was squeezed."""
    cells = [(x, i) for x, i in zip(line.xs, range(line.start, line.end)) if shaped.classes[i] not in "swn"]
    for (x, i), (after, _) in zip(cells, cells[1:]):
        assert after - x >= shaped.cells[i].body


@settings(max_examples=300, deadline=None)
@given(copy, setting_choices, measures, indents)
def test_breaks_are_legal_or_reported(text: str, setting: Setting, rows: Any, indent: int) -> None:
    shaped, lines, findings = _set(text, setting, rows, indent)
    forced = {f.where.at for f in findings if f.code == "T203"}
    for line in lines[:-1]:
        assert shaped.joints[line.end].brk >= SOFT or shaped.starts[line.start] in forced


@settings(max_examples=150, deadline=None)
@given(copy, setting_choices, measures)
def test_the_same_twice(text: str, setting: Setting, rows: Any) -> None:
    first, second = _set(text, setting, rows, 0), _set(text, setting, rows, 0)
    assert first[1:] == second[1:]


@settings(max_examples=300, deadline=None)
@given(anything, setting_choices, measures)
def test_no_text_is_refused(text: str, setting: Setting, rows: Any) -> None:
    shaped, lines, _ = _set(text, setting, rows, 0)
    assert marked_breaks(shaped).replace("|", "") == shaped.text.replace("|", "")
    assert sum(line.end - line.start for line in lines) == len(shaped.cells)


@settings(max_examples=200, deadline=None)
@given(copy, setting_choices, st.integers(0, 90))
def test_marks_meet_across_runs_as_within_one(text: str, setting: Setting, at: int) -> None:
    style = TextStyle("body", "square", EM, EM, setting=setting)
    bold = replace(style, name="bold")
    whole = shape((Span(text, style),), LIBRARY)
    parted = shape((Span(text[:at], style), Span(text[at:], bold)), LIBRARY)
    assert (parted.sums, parted.joints, parted.classes) == (whole.sums, whole.joints, whole.classes)


@settings(max_examples=200, deadline=None)
@given(copy, setting_choices, widths, st.sampled_from(["half", "proportional", "tcy"]))
def test_vertical_lines_hold_the_copy(text: str, setting: Setting, width: int, digits: Any) -> None:
    style = TextStyle("body", "square", EM, EM, direction="vertical", setting=replace(setting, digits=digits))
    shaped = shape((Span(text, style),), LIBRARY)
    lines = break_(shaped, ((1, width),)).value
    printed = "".join(t for line in lines for run in place(shaped, line) for t in run.texts)
    assert printed == shaped.text and len(printed) == len(text)
    for line in lines:
        _bodies_are_whole(shaped, line)


@settings(max_examples=200, deadline=None)
@given(copy, st.sampled_from([11, 13, 17]))
def test_the_optimum_is_no_worse_than_greedy(text: str, measure: int) -> None:
    from layout.paragraph.fit import cost
    from layout.paragraph.greedy import greedy
    from layout.paragraph.optimal import optimal
    from layout.paragraph.ruler import ruler
    from layout.paragraph.targets import Targets

    shaped = shape((Span(text, TextStyle("body", "square", EM, EM)),), LIBRARY)
    r = ruler(shaped, 0, len(shaped.cells), measure * EM, Setting())
    targets = Targets(((1, measure * EM),), 0, True)

    def price(ends: list[int]) -> float:
        starts = [0, *ends[:-1]]
        return sum(min(1e6, cost(shaped, r, j, k, r.start[j] + measure * EM)) for j, k in zip(starts, ends))

    assert price(optimal(shaped, r, targets)) <= price(greedy(shaped, r, targets)) + 1e-6


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\n\n", "　", "，", "——", "“", "甲\n乙", "a\n", "\u200b", "\u0301", "\ud800"]
)
def test_next_to_nothing(text: str) -> None:
    for align in ("justify", "left", "center", "right"):
        shaped = shape((Span(text, TextStyle("body", "square", EM, EM, align=align)),), LIBRARY)
        lines = break_(shaped, ((1, 13 * EM),)).value
        printed = "".join(t for line in lines for run in place(shaped, line) for t in run.texts)
        assert printed == text.replace("\n", "").replace("\ud800", "\ufffd")
