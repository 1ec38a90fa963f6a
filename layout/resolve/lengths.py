"""Written lengths to Emu.

`字` is the em of the style in question (for geometry the body's), `行` a line of the grid, `栏` grid columns
with the gutters between them, `%` a share of what is in question; a named size is one of the theme's `sizes`.
"""

from msgspec import Struct

from layout.spec.model import Length
from layout.style import EM
from layout.units import INCH, MM, PT, Emu

ABSOLUTE = {"pt": PT, "mm": MM, "cm": 10 * MM, "in": INCH}


class Ruler(Struct, frozen=True):
    """What relative lengths are measured with: the body's em, the grid's leading, measure and gutter (Emu),
    the theme's named sizes."""

    em: Emu
    leading: Emu
    measure: Emu
    gutter: Emu
    sizes: dict[str, Length] = {}

    def emu(self, length: Length, *, em: Emu | None = None, whole: Emu = 0) -> Emu:
        """`length` in Emu. `em` is the size that 字 means, the body's if None; `whole` is what 100% is.

        KeyError for a size that has no name in the theme (the reader has refused it).
        """
        unit, value = length.unit, length.value
        if unit in ABSOLUTE:
            return round(value * ABSOLUTE[unit])
        if unit == "字":
            return round(value * (self.em if em is None else em))
        if unit == "行":
            return round(value * self.leading)
        if unit == "栏":
            return round(value * (self.measure + self.gutter)) - self.gutter
        if unit == "%":
            return round(value * whole / 100)
        return self.emu(self.sizes[length.name], em=em, whole=whole)

    def ems(self, length: Length, em: Emu) -> int:
        """`length` in thousandths of `em`; 字 and % are multiples of it, exact at every size."""
        if length.unit == "字":
            return round(length.value * EM)
        if length.unit == "%":
            return round(length.value * EM / 100)
        return round(self.emu(length, em=em) * EM / em)
