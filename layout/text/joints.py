"""The joints of a paragraph in Emu, and their running totals."""

from functools import lru_cache
from itertools import accumulate
from operator import add

from msgspec.structs import replace

from layout.style import Setting, TextStyle
from layout.text.pairs import Pair, pair
from layout.text.types import SOFT, Cell, Joint, Run, Sums
from layout.units import Emu

_WORD_LEAST, _WORD_MOST = 250, 500  # a word space, in thousandths of an em (CLReq)


def em_of(style: TextStyle) -> Emu:
    """An em along the line: the size, narrowed where the style's glyphs are."""
    if style.direction == "vertical":
        return style.size
    return style.size * style.scale[1] // 1000


def _emu(found: Pair, em: Emu, tracking: Emu) -> Joint:
    """The joint at a size: its floor and its ceiling are rounded, not what lies between, so that a gap of 1/4 em
    can really give 1/8."""
    gap, least, most = (
        amount * em // 1000 for amount in (found.gap, found.gap - found.cap, found.gap + found.give)
    )
    return Joint(gap + tracking, found.tier, gap - least, found.kind, most - gap, found.brk)


class _Table(dict[str, Joint]):
    """Joints by the two letters beside them, worked out when first met."""

    def __init__(self, setting: Setting, em: Emu, tracking: int) -> None:
        super().__init__()
        self.setting, self.em, self.tracking = setting, em, tracking * em // 1000

    def __missing__(self, letters: str) -> Joint:
        found = pair(letters[0], letters[1], self.setting)
        joint = self[letters] = _emu(found, self.em, self.tracking)
        return joint


_table = lru_cache(maxsize=64)(_Table)


def joints(classes: str, cells: tuple[Cell, ...], runs: tuple[Run, ...]) -> tuple[Joint, ...]:
    """Joint i is the one before cell i; the first is empty."""
    out = [Joint()]
    ends = [run.start for run in runs[1:]] + [len(cells)]
    for i, (run, end) in enumerate(zip(runs, ends)):
        style = run.style
        table = _table(style.setting, em_of(style), style.tracking)
        if run.start:
            out.append(_border(runs[i - 1].style, style, classes[run.start - 1 : run.start + 1]))
        inner = classes[run.start : end]
        out.extend(map(table.__getitem__, map(add, inner, inner[1:])))
    for space in (c for c in "sb" if c in classes):  # after the last joint: a run may end with one
        for run, end in zip(runs, ends):
            _word_spaces(out, cells, classes, space, run.start, min(end, len(cells) - 1), em_of(run.style))
    return tuple(out)


def _border(left: TextStyle, right: TextStyle, letters: str) -> Joint:
    """Marks meet across runs as they do within one; the blank has the size of the mark it belongs to."""
    found = pair(letters[0], letters[1], right.setting if left.size < right.size else left.setting)
    em = em_of(right if found.of_right else left)
    return _emu(found, em, left.tracking * em_of(left) // 1000)


def _word_spaces(
    out: list[Joint], cells: tuple[Cell, ...], classes: str, letter: str, start: int, end: int, em: Emu
) -> None:
    """The joint after a word space lends and takes the space's own width."""
    i = classes.find(letter, start, end)
    while i >= 0:
        width = cells[i].body
        out[i + 1] = replace(
            out[i + 1],
            tier=0,
            cap=max(0, width - _WORD_LEAST * em // 1000),
            kind="word",
            give=max(0, _WORD_MOST * em // 1000 - width),
        )
        i = classes.find(letter, i + 1, end)


def sums(cells: tuple[Cell, ...], every: tuple[Joint, ...]) -> Sums:
    """Running totals over the joints."""
    steps = [joint.gap for joint in every]
    bodies = [0, *[cell.body for cell in cells]]
    x = tuple(accumulate(map(add, steps, bodies)))
    # Lists, not generators: this is a tenth of shaping.
    return Sums(
        x,
        tuple(accumulate([joint.cap for joint in every])),
        tuple(accumulate([joint.give for joint in every])),
        tuple(accumulate([joint.kind == "gap" for joint in every])),
    )


def breaks(every: tuple[Joint, ...]) -> tuple[int, ...]:
    """The cells before which a line may end."""
    return tuple([i for i, joint in enumerate(every) if joint.brk >= SOFT])
