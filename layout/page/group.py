"""组图: several pictures in one frame."""

from collections.abc import Sequence
from itertools import accumulate

from layout.geometry import Rect
from layout.resolve.types import Shot
from layout.units import Emu, share


def cells_of(shots: Sequence[Shot], frame: Rect, across: int, gap: Emu) -> tuple[Rect, ...]:
    """A place for each picture, row after row, `gap` apart, the rows of one height; `across` in a row, 0: as many as
    let most of the pictures be seen. A row's pictures are as wide as their proportions ask for."""
    counts = [across] if across else range(1, len(shots) + 1)
    return min((_rows(shots, frame, count, gap) for count in counts), key=lambda cells: _hidden(shots, cells))


def _rows(shots: Sequence[Shot], frame: Rect, across: int, gap: Emu) -> tuple[Rect, ...]:
    rows = [shots[first : first + across] for first in range(0, len(shots), across)]
    heights = share(max(0, frame.height - gap * (len(rows) - 1)), len(rows))
    tops = accumulate((height + gap for height in heights), initial=frame.y)
    return tuple(
        cell for row, top, height in zip(rows, tops, heights) for cell in _row(row, frame, top, height, gap)
    )


def _row(row: Sequence[Shot], frame: Rect, top: Emu, height: Emu, gap: Emu) -> list[Rect]:
    room = max(0, frame.width - gap * (len(row) - 1))
    shares = [shot.pixels[0] * 10_000 // max(1, shot.pixels[1]) + 1 for shot in row]
    ends = [room * part // sum(shares) for part in accumulate(shares)]
    starts = [0, *ends]
    return [
        Rect(frame.x + start + number * gap, top, end - start, height)
        for number, (start, end) in enumerate(zip(starts, ends))
    ]


def _hidden(shots: Sequence[Shot], cells: Sequence[Rect]) -> float:
    """How much of the pictures is cut off, all together."""
    total = 0.0
    for shot, cell in zip(shots, cells):
        if cell.width <= 0 or cell.height <= 0:
            return float("inf")
        there, own = cell.width / cell.height, shot.pixels[0] / max(1, shot.pixels[1])
        total += 1 - min(there / own, own / there)
    return total
