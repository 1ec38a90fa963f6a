"""A lattice of a block's own: lines that need not stand on the page's grid."""

from msgspec.structs import replace

from layout.page.outline import Strip
from layout.page.rooms import Room
from layout.resolve.types import Grid
from layout.style import EM, HAN_TOP, TextStyle
from layout.units import Emu


def own_lattice(room: Room, grid: Grid, body: TextStyle) -> tuple[Room, Grid]:
    """The room in lines of the body's own leading, and that lattice. Its first line's characters begin where those
    of the page's grid do, its last ones end no lower, so that the block's outside keeps whole lines."""
    leading, size = max(1, body.leading), body.size
    y = grid.line_y(room.top) + grid.head - (leading - size) // 2
    lattice = replace(
        grid, y=y, leading=leading, body=size, baseline=(leading - size) // 2 + size * HAN_TOP // EM
    )
    columns = tuple(
        tuple(filter(None, (_strip(strip, grid, lattice) for strip in strips))) for strips in room.columns
    )
    whole = _strip((room.top, room.lines), grid, lattice) or (0, 0)
    above = [_strip((room.top, line - room.top), grid, lattice) for line in room.clears if line > room.top]
    clears = tuple(sum(strip) for strip in above if strip)
    # boxed: columns of whole characters
    cut = replace(room, top=0, lines=whole[1], columns=columns, boxed=True, clears=clears)
    return cut, replace(lattice, lines=whole[1])


def _strip(strip: Strip, grid: Grid, lattice: Grid) -> Strip | None:
    """A strip of the page's grid in lines of a lattice; None if it holds none."""
    first, lines = strip
    top: Emu = grid.line_y(first) + grid.head
    foot = grid.line_y(first + lines) - grid.leading + grid.head + grid.body
    start = -((lattice.y + lattice.head - top) // lattice.leading)
    end = (foot - lattice.y - lattice.head - lattice.body) // lattice.leading + 1
    return (start, end - start) if end > start else None
