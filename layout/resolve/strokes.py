"""Drawn lines and frames: rules by their trade names, boxes with their insets."""

from layout.geometry import Insets
from layout.resolve.colours import read_colour
from layout.resolve.lengths import Ruler
from layout.resolve.types import Box, Stroke
from layout.spec.model import BoxSpec, ColourSpec, Length, LineSpec, Side
from layout.style import BLACK
from layout.units import Emu, pt

# Name -> the name to draw by ("" is a plain line) and the weight over all: 双线 is 0.3 + 1.2 + 0.3 pt,
# 文武线 1.5 + 1.2 + 0.3.
RULES: dict[str, tuple[str, Emu]] = {
    "": ("", pt(0.3)),
    "正线": ("", pt(0.3)),
    "反线": ("", pt(1.5)),
    "双线": ("双线", pt(1.8)),
    "文武线": ("文武线", pt(3)),
    "点线": ("点线", pt(0.8)),
    "波浪线": ("波浪线", pt(0.3)),
}
INSET = Length(1, "字")


def read_stroke(spec: LineSpec, ruler: Ruler, palette: dict[str, ColourSpec]) -> Stroke:
    """A line with its weight; one that is both named and weighed keeps the name's pattern."""
    name, weight = RULES[spec.name]
    return Stroke(
        name=name,
        weight=weight if spec.weight is None else ruler.emu(spec.weight),
        colour=BLACK if spec.colour is None else read_colour(spec.colour, palette),
    )


def read_rules(
    rules: dict[Side, LineSpec], ruler: Ruler, palette: dict[str, ColourSpec]
) -> dict[str, Stroke]:
    """The rules of a block by their sides."""
    return {side: read_stroke(rule, ruler, palette) for side, rule in rules.items()}


def read_box(spec: BoxSpec, ruler: Ruler, palette: dict[str, ColourSpec]) -> Box:
    """A frame; clear space inside is 1 字 unless said otherwise."""
    inset = ruler.emu(INSET if spec.inset is None else spec.inset)
    return Box(
        border=None if spec.border is None else read_stroke(spec.border, ruler, palette),
        fill=None if spec.fill is None else read_colour(spec.fill, palette),
        inset=Insets(inset, inset, inset, inset),
        radius=0 if spec.radius is None else ruler.emu(spec.radius),
        around=spec.around,
    )
