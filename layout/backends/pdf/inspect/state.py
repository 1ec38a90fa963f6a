"""The graphics state of a content stream (ISO 32000-1, 8.4), as far as it matters to what is painted."""

from typing import Any

from layout.backends.pdf.inspect.colour import GREY, initial
from layout.backends.pdf.inspect.marks import EVERYWHERE, Corners

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(a: Matrix, b: Matrix) -> Matrix:
    """First `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def around(matrix: Matrix, corners: Corners) -> Corners:
    """The rectangle around a rectangle seen through a matrix."""
    a, b, c, d, e, f = matrix
    places = [(x, y) for x in (corners[0], corners[2]) for y in (corners[1], corners[3])]
    xs = [a * x + c * y + e for x, y in places]
    ys = [b * x + d * y + f for x, y in places]
    return min(xs), min(ys), max(xs), max(ys)


class State:
    """The graphics state, as far as it matters here."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.clip: Corners = EVERYWHERE
        self.fill = self.stroke = initial(GREY)
        self.fill_space = self.stroke_space = GREY
        self.width = 1.0
        self.font: Any = None
        self.font_name = ""
        self.size, self.mode, self.leading = 0.0, 0, 0.0
        self.fill_over = self.stroke_over = False  # whether it overprints
        self.over_mode = 0
