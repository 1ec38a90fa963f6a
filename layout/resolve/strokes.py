"""Drawn lines and frames: rules by their trade names, boxes with their insets."""

from layout.geometry import Insets
from layout.resolve.colours import read_colour
from layout.resolve.lengths import Ruler
from layout.resolve.types import Box, Stroke
from layout.spec.model import BoxSpec, ColourSpec, Length, LineSpec, Side
from layout.style import BLACK
from layout.units import Emu, pt

# Name -> the name to draw by ("" is a plain line) and the weight over all: 双线 is 0.3 + 1.2 + 0.3 pt,
# 文武线 1.5 + 1.2 + 0.3, of an ornament the height of its band.
RULES: dict[str, tuple[str, Emu]] = {
    "": ("", pt(0.3)),
    "正线": ("", pt(0.3)),
    "反线": ("", pt(1.5)),
    "双线": ("双线", pt(1.8)),
    "文武线": ("文武线", pt(3)),
    "点线": ("点线", pt(0.8)),
    "波浪线": ("波浪线", pt(0.3)),
    "三线": ("三线", pt(3)),
    "圆点": ("圆点", pt(4)),
    "双波线": ("双波线", pt(4)),
    "锯齿": ("锯齿", pt(4)),
    "斜纹": ("斜纹", pt(5)),
    "绳纹": ("绳纹", pt(5)),
    "连珠": ("连珠", pt(5)),
    "链纹": ("链纹", pt(5)),
    "菱花": ("菱花", pt(6)),
    "星线": ("星线", pt(6)),
    "竹节": ("竹节", pt(6)),
    "梅花": ("梅花", pt(7)),
    "水纹": ("水纹", pt(7)),
    "回纹": ("回纹", pt(7)),
    "云纹": ("云纹", pt(8)),
    "卷草": ("卷草", pt(8)),
}
PLAIN = (
    "",
    "双线",
    "文武线",
    "点线",
    "波浪线",
)  # lines, which lie on the edge of a frame; ornaments lie inside it
INSET = Length(1, "字")


def read_stroke(spec: LineSpec, ruler: Ruler, palette: dict[str, ColourSpec]) -> Stroke:
    """A line with its weight over all; one that is both named and weighed keeps the name's pattern."""
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
    """A frame; clear space inside is 1 字 unless said otherwise, and begins where an ornament ends."""
    inset = ruler.emu(INSET if spec.inset is None else spec.inset)
    border = None if spec.border is None else read_stroke(spec.border, ruler, palette)
    if border and border.name not in PLAIN:
        inset += border.weight
    return Box(
        border=border,
        fill=None if spec.fill is None else read_colour(spec.fill, palette),
        inset=Insets(inset, inset, inset, inset),
        radius=0 if spec.radius is None else ruler.emu(spec.radius),
        around=spec.around,
    )
