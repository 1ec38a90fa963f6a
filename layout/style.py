"""How a piece of text is to be set: styles as the resolver hands them on, all lengths absolute."""

from typing import Literal, TypeAlias

from msgspec import Struct

from layout.units import Emu

Align: TypeAlias = Literal["justify", "left", "center", "right"]
Direction: TypeAlias = Literal["horizontal", "vertical"]

EM = 1000  # options that are fractions of an em are given in thousandths
# How far the top and the middle of a Han character's body are above its baseline, where Han faces put it, in
# thousandths of an em.
HAN_TOP, HAN_MIDDLE = 880, 380
CLOSEST = -50  # the tracking to which heads may be closed up; nothing else may be (CLReq)


class Colour(Struct, frozen=True):
    """Ink. `cmyk` in thousandths of full ink; a spot colour carries its name and its alternate in `cmyk`."""

    cmyk: tuple[int, int, int, int] = (0, 0, 0, 1000)
    spot: str = ""


BLACK = Colour()
PAPER = Colour((0, 0, 0, 0))


class Setting(Struct, frozen=True):
    """The options of Chinese text setting. Amounts are in thousandths of an em.

    The defaults are the newspaper profile: full-width marks that can be squeezed, 避头尾 by GB/T 15834 plus
    the ellipsis, full line-end marks where they fit, letters 1/8 em from Han, digits close.
    """

    punct_style: Literal["quanjiao", "kaiming", "banjiao", "plain"] = "quanjiao"
    adjacent: int = 1500
    kinsoku: Literal["none", "basic", "gb", "strict"] = "gb"
    ellipsis_no_start: bool = True
    line_start_trim: bool = True
    para_start_trim: bool = True
    line_end: Literal["full", "half"] = "full"
    stop_shrink: bool = True
    autospace_digit: int = 0
    autospace_latin: int = 125
    digits: Literal["half", "proportional", "tcy"] = "half"
    interpunct: Literal["half", "full"] = "half"
    stretch: Literal["legal", "all"] = "legal"
    orphan: bool = True
    lone_with_mark: bool = False
    hanging: bool = False
    hyphenate: bool = False
    algorithm: Literal["optimal", "greedy"] = "optimal"


class Across(Struct, frozen=True):
    """How many columns of its story something goes over: `columns` of them (0: all), from column `first` (from 0) on,
    or where the text reaches it (-1)."""

    columns: int = 1
    first: int = -1


ONE, ALL = Across(), Across(0)


class TextStyle(Struct, frozen=True):
    """One role's style. `size`, `leading`, `before` and `after` are Emu; `indent` and `tracking` are
    thousandths of an em; `scale` is the range of glyph widths allowed, per mille, the preferred one last;
    `lines` is 占行: how many grid lines one line of this text occupies (0: as many as `leading` needs).

    A head that is too wide may be closed up to the tracking `closest` and set as small as `smallest` (0: nine tenths
    of its size); none of its lines is longer than `measure`, per mille of its place."""

    name: str
    family: str
    size: Emu
    leading: Emu
    align: Align = "justify"
    indent: int = 0
    tracking: int = 0
    scale: tuple[int, int] = (1000, 1000)
    colour: Colour = BLACK
    lines: int = 0
    before: Emu = 0
    after: Emu = 0
    direction: Direction = "horizontal"
    setting: Setting = Setting()
    closest: int = CLOSEST
    smallest: Emu = 0
    measure: int = 1000
