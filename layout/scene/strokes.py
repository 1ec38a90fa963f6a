"""花线: the newspaper's rules as scene items. Proportions are those of the art direction."""

from math import pi

from layout.resolve.types import Stroke
from layout.scene.items import Item, Path, Rule
from layout.style import Colour
from layout.tag import Tag
from layout.units import PT, Emu

THICK = 15 * PT // 10  # of 文武线
THIN = 3 * PT // 10  # of 文武线 and 双线
CLEAR = 12 * PT // 10  # between the two lines of 文武线 and of 双线
DOT, DOT_PITCH = 8 * PT // 10, 24 * PT // 10  # 点线
WAVE, WAVE_LENGTH = PT, 6 * PT  # 波浪线: amplitude and length of one wave


def rule_items(x1: Emu, y1: Emu, x2: Emu, y2: Emu, stroke: Stroke, tag: Tag) -> tuple[Item, ...]:
    """A rule from one point to another, level or upright, drawn about the line between them.

    Of 文武线 the thick line lies above (at the left of an upright one).
    """
    level = y1 == y2

    def line(shift: Emu, weight: Emu) -> Rule:
        dx, dy = (0, shift) if level else (shift, 0)
        return Rule(x1 + dx, y1 + dy, x2 + dx, y2 + dy, weight, stroke.colour, tag=tag)

    match stroke.name:
        case "文武线":
            whole = THICK + CLEAR + THIN
            return (line((THICK - whole) // 2, THICK), line((whole - THIN) // 2, THIN))
        case "双线":
            apart = (THIN + CLEAR) // 2
            return (line(-apart, THIN), line(apart, THIN))
        case "点线":
            return (Rule(x1, y1, x2, y2, DOT, stroke.colour, (0, DOT_PITCH), round=True, tag=tag),)
        case "波浪线":
            return (_wave(x1, y1, x2, y2, stroke.weight, stroke.colour, tag),)
    return (line(0, stroke.weight),)


def _wave(x1: Emu, y1: Emu, x2: Emu, y2: Emu, weight: Emu, colour: Colour, tag: Tag) -> Path:
    """Half waves as cubic curves; their length is fitted so that a whole number of them reaches the end."""
    level = y1 == y2
    length = x2 - x1 if level else y2 - y1
    halves = max(2, 2 * round(length / WAVE_LENGTH))
    # A cubic through a half wave of a sine: handles at 0.3642 of its length, at the height of its tangent.
    handle, rise = 0.3642, WAVE * pi * 0.3642
    ops: list[tuple[str | Emu, ...]] = [("M", x1, y1)]

    def point(along: float, across: float) -> tuple[Emu, Emu]:
        return (x1 + round(along), y1 + round(across)) if level else (x1 + round(across), y1 + round(along))

    for number in range(halves):
        start, end = length * number / halves, length * (number + 1) / halves
        side = -rise if number % 2 else rise
        reach = (end - start) * handle
        ops.append(("C", *point(start + reach, side), *point(end - reach, side), *point(end, 0)))
    return Path(tuple(ops), stroke=colour, weight=weight, tag=tag)
