"""The map drawn with letters (版样) to areas of the grid."""

from layout.resolve.types import Area, Cells
from layout.spec.model import DummyRow

Strip = tuple[int, int]
BLANK = "."


def row_heights(rows: tuple[DummyRow, ...], lines: int) -> tuple[int, ...]:
    """The heights of the map's rows in lines; the row that says `*` takes what the others leave."""
    left = max(0, lines - sum(row.height or 0 for row in rows))
    return tuple(left if row.height is None else row.height for row in rows)


def read_dummy(rows: tuple[DummyRow, ...], lines: int) -> dict[str, Area]:
    """The area of each letter. That the letters fill the grid and hang together has been checked by the
    reader."""
    strips: dict[str, dict[int, list[Strip]]] = {}
    line = 0
    for row, height in zip(rows, row_heights(rows, lines), strict=True):
        for column, letter in enumerate(row.letters):
            if letter != BLANK:
                add(strips.setdefault(letter, {}).setdefault(column, []), (line, height))
        line += height
    return {letter: area_of(letter, columns) for letter, columns in strips.items()}


def add(leg: list[Strip], strip: Strip) -> None:
    """Append `strip` to `leg`, as one with the last if they touch."""
    if leg and sum(leg[-1]) == strip[0]:
        leg[-1] = (leg[-1][0], leg[-1][1] + strip[1])
    else:
        leg.append(strip)


def area_of(letter: str, columns: dict[int, list[Strip]]) -> Area:
    """The area of one letter from the strips of its columns."""
    first, last = min(columns), max(columns)
    top = min(leg[0][0] for leg in columns.values())
    foot = max(sum(leg[-1]) for leg in columns.values())
    legs = tuple(tuple(columns.get(column, ())) for column in range(first, last + 1))
    return Area(letter, Cells(first, top, last - first + 1, foot - top), legs)
