"""Blocks placed by `at`: in cells of the grid or freely on the page."""

from layout.geometry import Rect
from layout.resolve.lengths import Ruler
from layout.resolve.types import Area, Cells
from layout.spec.model import AtCells, AtFree


def cells_of(at: AtCells) -> Cells:
    """Grid cells counted from 1, both ends included, to cells counted from 0."""
    (left, right), (top, foot) = at.columns, at.lines
    return Cells(left - 1, top - 1, right - left + 1, foot - top + 1)


def area_at(block: str, cells: Cells) -> Area:
    """A rectangle of cells as the area of a block."""
    return Area(block, cells, (((cells.line, cells.lines),),) * cells.columns)


def free_rect(at: AtFree, ruler: Ruler, page: Rect) -> Rect:
    """A free place in Emu from the trimmed corner; % is of the page."""
    return Rect(
        ruler.emu(at.x, whole=page.width),
        ruler.emu(at.y, whole=page.height),
        ruler.emu(at.width, whole=page.width),
        ruler.emu(at.height, whole=page.height),
    )
