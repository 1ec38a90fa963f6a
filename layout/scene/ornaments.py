"""花线: ornamental rules and frames, drawn from one repeat and one corner each.

A motif is drawn in thousandths of the band's height: x runs along the band, y from its outer edge to its inner one.
`M L C Z` are those of a path; `O x y r` is a circle. A corner is the square in which two sides of a frame meet, the
one that comes up from below and the one that goes on to the right: what leaves the repeat at (pitch, y) must meet
(y, 1000), and what enters it at (0, y) must leave the corner at (1000, y). Only whole repeats are drawn: they are
made a little longer or shorter, until a number of them reaches from end to end.
"""

from collections.abc import Callable, Iterator
from math import cos, pi, sin
from typing import TypeAlias

from msgspec import Struct

from layout.geometry import Rect
from layout.resolve.types import Stroke
from layout.scene.items import Item, Path
from layout.scene.strokes import KAPPA
from layout.tag import Tag
from layout.units import Emu

Op: TypeAlias = tuple[str | Emu, ...]
Place: TypeAlias = Callable[[float, float], tuple[Emu, Emu]]


class Motif(Struct, frozen=True):
    """One repeat, `pitch` long, and one corner; of both the lines (`weight` thick) and the solid shapes. `upright`:
    it stands on its feet at every side of a frame."""

    pitch: int
    lines: str = ""
    solid: str = ""
    corner_lines: str = ""
    corner_solid: str = ""
    weight: int = 100
    upright: bool = False


def _round(points: int, radius: float, at: float, dent: float = 0, turn: float = 0) -> str:
    """A star with so many `points` round (at, 500), or with a `dent` of 0 the corners of a polygon."""
    step = pi / points
    corners = [
        (
            at + (radius, dent or radius)[i % 2] * sin(i * step + turn),
            500 - (radius, dent or radius)[i % 2] * cos(i * step + turn),
        )
        for i in range(2 * points)
    ]
    return "M " + " L ".join(f"{x:.0f} {y:.0f}" for x, y in corners) + " Z"


def _blossom(at: float) -> str:
    """Five petals round a heart."""
    petals = ((at + 270 * sin(i * pi * 0.4), 500 - 270 * cos(i * pi * 0.4)) for i in range(5))
    return " ".join(f"O {x:.0f} {y:.0f} 158" for x, y in petals) + f" O {at:.0f} 500 92"


def _diamond(at: int, wide: int, high: int) -> str:
    return f"M {at - wide} 500 L {at} {500 - high} L {at + wide} 500 L {at} {500 + high} Z"


_RAILS = (
    "M 0 {0} L {1} {0} M 0 {2} L {1} {2}",
    "M {0} 1000 L {0} {0} L 1000 {0} M {2} 1000 L {2} {2} L 1000 {2}",
)


def _rails(edge: int, pitch: int) -> tuple[str, str]:
    """Lines along both edges of the band, of a repeat and of a corner."""
    sides, corner = _RAILS
    return sides.format(edge, pitch, 1000 - edge), corner.format(edge, pitch, 1000 - edge)


MOTIFS: dict[str, Motif] = {
    "双波线": Motif(
        1200,
        "M 0 100 C 219 100 381 500 600 500 C 819 500 981 100 1200 100"
        " M 0 500 C 219 500 381 900 600 900 C 819 900 981 500 1200 500",
        corner_lines="M 100 1000 C 100 503 503 100 1000 100 M 500 1000 C 500 724 724 500 1000 500",
    ),
    "三线": Motif(
        1000,
        solid="M 0 0 L 1000 0 L 1000 100 L 0 100 Z M 0 320 L 1000 320 L 1000 680 L 0 680 Z"
        " M 0 900 L 1000 900 L 1000 1000 L 0 1000 Z",
        corner_solid="M 0 1000 L 0 0 L 1000 0 L 1000 100 L 100 100 L 100 1000 Z"
        " M 320 1000 L 320 320 L 1000 320 L 1000 680 L 680 680 L 680 1000 Z"
        " M 900 1000 L 900 900 L 1000 900 L 1000 1000 Z",
    ),
    "斜纹": Motif(
        360,
        _rails(50, 360)[0],
        "M 60 860 L 200 860 L 300 140 L 160 140 Z",
        _rails(50, 360)[1],
        "M 200 200 L 800 200 L 800 800 L 200 800 Z",
    ),
    "锯齿": Motif(
        640,
        solid="M 0 1000 L 320 140 L 640 1000 Z",
        corner_solid="M 1000 1000 L 440 800 L 140 140 L 800 440 Z",
    ),
    "圆点": Motif(1000, solid="O 500 500 300", corner_solid="O 500 500 300"),
    "连珠": Motif(
        840,
        "O 420 500 340",
        "O 420 500 150",
        "O 500 500 340",
        "O 500 500 150",
        weight=90,
    ),
    "菱花": Motif(
        1500,
        solid=f"{_diamond(750, 420, 420)} {_diamond(170, 90, 90)} {_diamond(1330, 90, 90)}",
        corner_solid=_diamond(500, 420, 420),
    ),
    "星线": Motif(1200, solid=_round(5, 460, 600, 176), corner_solid=_round(5, 460, 500, 176), upright=True),
    "梅花": Motif(
        1350,
        solid=_blossom(675),
        corner_solid=_blossom(500),
        upright=True,
    ),
    "绳纹": Motif(
        480,
        solid="M -110 880 C -90 500 180 140 600 120 C 510 480 260 800 -110 880 Z",
        corner_solid="O 500 500 330",
    ),
    "链纹": Motif(
        1500,
        "M 380 260 L 1120 260 C 1440 260 1440 740 1120 740 L 380 740 C 60 740 60 260 380 260 Z"
        " M 0 500 L 330 500 M 1170 500 L 1500 500",
        corner_lines="M 500 1000 C 500 724 724 500 1000 500",
        weight=120,
    ),
    "竹节": Motif(
        1900,
        "M 60 160 C 240 330 1660 330 1840 160 L 1840 840 C 1660 670 240 670 60 840 Z"
        " M 190 270 L 190 730 M 1710 270 L 1710 730",
        corner_lines="O 500 500 340",
        corner_solid="O 500 500 130",
        weight=90,
    ),
    "水纹": Motif(
        1000,
        "M 50 1000 C 50 751 251 550 500 550 C 749 550 950 751 950 1000"
        " M 215 1000 C 215 843 343 715 500 715 C 657 715 785 843 785 1000"
        " M 0 550 C 0 260 220 110 500 110 C 780 110 1000 260 1000 550",
        corner_lines="M 550 1000 C 230 1000 90 760 150 520 C 210 260 260 210 520 150 C 760 90 1000 230 1000 550"
        " M 550 1000 C 550 751 751 550 1000 550 M 715 1000 C 715 843 843 715 1000 715",
        weight=85,
    ),
    "回纹": Motif(
        1143,
        "M 0 929 L 1143 929 M 143 929 L 143 71 L 1000 71 L 1000 643 L 429 643 L 429 357 L 786 357",
        corner_lines="M 929 1000 L 929 929 L 1000 929 M 71 71 L 643 71 L 643 643 L 71 643 Z",
        corner_solid="M 250 250 L 464 250 L 464 464 L 250 464 Z",
        weight=143,
    ),
    "云纹": Motif(
        2000,
        "M 0 900 L 2000 900"
        " M 120 900 C -20 740 130 560 300 620 C 300 400 560 300 720 430 C 800 60 1200 60 1280 430"
        " C 1440 300 1700 400 1700 620 C 1870 560 2020 740 1880 900"
        " M 720 430 C 860 520 800 720 650 690 C 540 660 560 530 650 550"
        " M 1280 430 C 1140 520 1200 720 1350 690 C 1460 660 1440 530 1350 550",
        corner_lines="M 900 1000 L 900 900 L 1000 900 M 720 760 C 300 820 60 520 300 300"
        " C 520 60 820 300 760 720 M 300 300 C 520 260 620 480 470 560 C 380 600 340 500 410 470",
        weight=80,
    ),
    "卷草": Motif(
        2400,
        "M 0 160 C 437 160 763 840 1200 840 C 1637 840 1963 160 2400 160",
        "M 420 330 C 640 60 1000 40 1200 250 C 1310 390 1220 560 1080 530 C 1160 470 1150 370 1040 350"
        " C 860 330 640 420 420 330 Z"
        " M 1620 670 C 1840 940 2200 960 2400 750 C 2510 610 2420 440 2280 470 C 2360 530 2350 630 2240 650"
        " C 2060 670 1840 580 1620 670 Z",
        "M 160 1000 C 160 536 536 160 1000 160",
        "M 300 620 C 380 460 460 380 620 300 C 700 420 720 600 640 640 C 600 720 420 700 300 620 Z"
        " M 270 300 C 150 300 60 180 80 80 C 180 60 300 150 300 270 Z",
        weight=75,
    ),
}


def rule_ornament(x1: Emu, y1: Emu, x2: Emu, y2: Emu, stroke: Stroke, tag: Tag) -> tuple[Item, ...]:
    """An ornament about the line between two points, level or upright; of an upright one the outer edge is at the
    right."""
    motif, band = MOTIFS[stroke.name], stroke.weight
    half = band // 2
    if y1 == y2:
        return _drawn(
            motif, _repeats(motif, band, x2 - x1, 0, lambda a, b: (x1 + a, y1 - half + b)), stroke, tag
        )
    return _drawn(motif, _repeats(motif, band, y2 - y1, 0, lambda a, b: (x1 + half - b, y1 + a)), stroke, tag)


def frame_ornament(rect: Rect, stroke: Stroke, tag: Tag) -> tuple[Item, ...]:
    """An ornament round, inside the rectangle; its repeats go clockwise."""
    motif, band = MOTIFS[stroke.name], stroke.weight
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    sides: tuple[tuple[Emu, Callable[[float, float], tuple[float, float]]], ...] = (
        (rect.width, lambda a, b: (x + a, y + b)),
        (rect.height, lambda a, b: (right - b, y + a)),
        (rect.width, lambda a, b: (right - a, bottom - b)),
        (rect.height, lambda a, b: (x + b, bottom - a)),
    )
    pieces = [piece for length, to in sides for piece in _repeats(motif, band, length, band, to)]
    return _drawn(motif, pieces, stroke, tag)


class _Piece(Struct, frozen=True):
    """A repeat or a corner on the page: its drawing, and where a point of it comes to lie."""

    lines: str
    solid: str
    to: Place


def _repeats(
    motif: Motif, band: Emu, length: Emu, corner: Emu, to: Callable[[float, float], tuple[float, float]]
) -> list[_Piece]:
    """The corner at a side's beginning, if it has one, and its repeats as far as the next. `to` leads from along
    and across the side to the page."""
    pieces = []
    if corner:
        pieces.append(_Piece(motif.corner_lines, motif.corner_solid, _place(motif, band, 0, band, 1000, to)))
    room = length - 2 * corner
    count = max(1, round(room * 1000 / (motif.pitch * band))) if room > 0 or not corner else 0
    for number in range(count):
        start, end = corner + room * number / count, corner + room * (number + 1) / count
        pieces.append(_Piece(motif.lines, motif.solid, _place(motif, band, start, end, motif.pitch, to)))
    return pieces


def _place(
    motif: Motif,
    band: Emu,
    start: float,
    end: float,
    pitch: int,
    to: Callable[[float, float], tuple[float, float]],
) -> Place:
    if motif.upright:
        middle_x, middle_y = to((start + end) / 2, band / 2)

        def standing(x: float, y: float) -> tuple[Emu, Emu]:
            return round(middle_x + (x - pitch / 2) * band / 1000), round(middle_y + (y - 500) * band / 1000)

        return standing

    def turned(x: float, y: float) -> tuple[Emu, Emu]:
        a, b = to(start + (end - start) * x / pitch, band * y / 1000)
        return round(a), round(b)

    return turned


def _drawn(motif: Motif, pieces: list[_Piece], stroke: Stroke, tag: Tag) -> tuple[Item, ...]:
    """All solid shapes as one path, all lines as another."""
    solid = tuple(op for piece in pieces for op in _ops(piece.solid, piece.to))
    lines = tuple(op for piece in pieces for op in _ops(piece.lines, piece.to))
    items = []
    if solid:
        items.append(Path(solid, fill=stroke.colour, tag=tag))
    if lines:
        weight = stroke.weight * motif.weight // 1000
        items.append(Path(lines, stroke=stroke.colour, weight=weight, tag=tag))
    return tuple(items)


def _ops(drawing: str, to: Place) -> Iterator[Op]:
    words = iter(drawing.split())
    for op in words:
        if op == "O":
            x, y, r = (float(next(words)) for _ in range(3))
            yield from _circle(x, y, r, to)
        else:
            count = {"M": 1, "L": 1, "C": 3, "Z": 0}[op]
            yield (op, *(n for _ in range(count) for n in to(float(next(words)), float(next(words)))))


def _circle(x: float, y: float, r: float, to: Place) -> Iterator[Op]:
    k = r * KAPPA
    yield ("M", *to(x + r, y))
    for a, b, c in (
        ((x + r, y + k), (x + k, y + r), (x, y + r)),
        ((x - k, y + r), (x - r, y + k), (x - r, y)),
        ((x - r, y - k), (x - k, y - r), (x, y - r)),
        ((x + k, y - r), (x + r, y - k), (x + r, y)),
    ):
        yield ("C", *to(*a), *to(*b), *to(*c))
    yield ("Z",)
