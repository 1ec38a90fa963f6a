"""What a page says of its make-up, for whoever compares two of them: the grid, the blocks' places, the fits.

Nothing here is painted; backends never read it.
"""

from msgspec import Struct

from layout.geometry import Rect
from layout.units import Emu


class Lattice(Struct, frozen=True):
    """The grid, in Emu: column c begins at x + c × (measure + gutter), line n at y + n × leading."""

    x: Emu
    y: Emu
    columns: int
    measure: Emu
    gutter: Emu
    lines: int
    leading: Emu


class Place(Struct, frozen=True, omit_defaults=True):
    """A block and the rectangle round its area; `cells` are (column, line, columns, lines) of the grid from 0,
    () for one that stands free of it. `legs` are its free strips, column by column, where it is no rectangle."""

    block: str
    rect: Rect
    cells: tuple[int, ...] = ()
    legs: tuple[tuple[tuple[int, int], ...], ...] = ()
    stories: tuple[str, ...] = ()
    picture: str = ""


class Fit(Struct, frozen=True, omit_defaults=True):
    """Body lines of a story that are set, empty line places after them, what is over."""

    story: str
    lines: int
    spare: int = 0
    over_lines: int = 0
    over_characters: int = 0


class Facts(Struct, frozen=True, omit_defaults=True):
    """The make-up of a page."""

    grid: Lattice | None = None
    places: tuple[Place, ...] = ()
    fits: tuple[Fit, ...] = ()
