"""The newspaper's rules as scene items, in the proportions of the trade: 反线, 双线, 文武线, 点线, 波浪线."""

from math import pi

from layout.resolve.types import Stroke
from layout.scene.items import Item, Path, Rule
from layout.style import Colour
from layout.tag import Tag
from layout.units import PT, Emu

# The first line, the white, the second line, in parts of the whole: 1.5 + 1.2 + 0.3 pt, 0.3 + 1.2 + 0.3 pt.
DOUBLE: dict[str, tuple[int, int, int]] = {"文武线": (5, 4, 1), "双线": (1, 4, 1)}
DOT_PITCH = 3  # 点线: from dot to dot, in dots
KAPPA = 0.5523  # the handle of a cubic that draws a quarter of a circle of radius 1
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
        case "":
            return (line(0, stroke.weight),)
        case "文武线" | "双线":
            first, _, second = double(stroke)
            return (
                line((first - stroke.weight) // 2, first),
                line((stroke.weight - second) // 2, second),
            )
        case "点线":
            pitch = DOT_PITCH * stroke.weight
            return (Rule(x1, y1, x2, y2, stroke.weight, stroke.colour, (0, pitch), round=True, tag=tag),)
        case "波浪线":
            return (_wave(x1, y1, x2, y2, stroke.weight, stroke.colour, tag),)
    from layout.scene.ornaments import rule_ornament

    return rule_ornament(x1, y1, x2, y2, stroke, tag)


def double(stroke: Stroke) -> tuple[Emu, Emu, Emu]:
    """Of a line that is two: the first one's weight, the white between them, the second one's."""
    parts = DOUBLE[stroke.name]
    first, clear, second = (stroke.weight * part // sum(parts) for part in parts)
    return first, clear, second


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
