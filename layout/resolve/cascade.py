"""Styles: the theme's, the page's, a block's and its head's, one upon the other, to one `TextStyle` a role.

A role takes what no layer says from the role it belongs to: inline roles from the text around them, every
other from the body, as plain lines flush left. A layer that changes a size and says nothing of `lines` leaves
the number of grid lines to the leading, so a larger headline takes the room it needs.
"""

from typing import Any

from msgspec.structs import replace

from layout.resolve.colours import read_colour
from layout.resolve.lengths import Ruler
from layout.spec.model import ColourSpec, Length, Styles, StyleSpec
from layout.style import CLOSEST, EM, ONE, Across, Setting, TextStyle
from layout.units import Emu

WITHIN = {
    "dateline": "body",
    "dateline-by": "body",
    "bold": "body",
    "em": "body",
    "link": "body",
    "item": "body",
    "quote": "body",
    "credits-role": "credits",
    "credit": "caption",
}
WORDS = (
    "font",
    "leading",
    "align",
    "indent",
    "tracking",
    "scale",
    "measure",
    "colour",
    "space_before",
    "space_after",
    "direction",
)


class Cascade:
    """Layers of styles, the outermost first; each role is worked out once."""

    def __init__(
        self,
        layers: tuple[Styles, ...],
        ruler: Ruler,
        palette: dict[str, ColourSpec],
        setting: dict[str, str | int | bool],
    ) -> None:
        self.layers = layers
        self.ruler = ruler
        self.palette = palette
        self.setting = setting
        self._done: dict[str, TextStyle] = {}

    def under(self, *layers: Styles) -> "Cascade":
        """The cascade with more layers on it; itself where they say nothing."""
        said = tuple(layer for layer in layers if layer)
        if not said:
            return self
        return Cascade((*self.layers, *said), self.ruler, self.palette, self.setting)

    def style(self, role: str) -> TextStyle:
        """The style of `role`, which may be a style of the user's own."""
        style = self._done.get(role)
        if style is None:
            said = tuple(layer[role] for layer in self.layers if role in layer)
            style = self._done[role] = apply(self._ground(role), said, self.ruler, self.palette)
        return style

    def within(self, role: str, ground: TextStyle) -> TextStyle:
        """The style of an inline `role` in text of the style `ground`."""
        said = tuple(layer[role] for layer in self.layers if role in layer)
        return apply(replace(ground, name=role), said, self.ruler, self.palette)

    def span(self, role: str) -> Across:
        """How many columns of its story `role` goes over."""
        said = (layer[role].span for layer in self.layers if role in layer)
        return ([ONE] + [span for span in said if span])[-1]

    def _ground(self, role: str) -> TextStyle:
        """What `role` is where no layer says anything."""
        if role == "body":
            setting = Setting(**self.setting)  # type: ignore[arg-type]  # typed by the reader
            return TextStyle("body", "宋", self.ruler.em, self.ruler.leading, indent=2000, setting=setting)
        if role in WITHIN:
            return replace(self.style(WITHIN[role]), name=role)
        return replace(self.style("body"), name=role, align="left", indent=0, tracking=0, measure=EM)


def apply(
    ground: TextStyle, said: tuple[StyleSpec, ...], ruler: Ruler, palette: dict[str, ColourSpec]
) -> TextStyle:
    """`ground` with the changes of `said`, the last word winning. A size in 字 or % is of the size before it;
    every other length is of the size that comes out."""
    if not said:
        return ground
    words: dict[str, Any] = {}
    setting: dict[str, str | int | bool] = {}
    size, lines, smallest = ground.size, ground.lines, ground.smallest
    for spec in said:
        words.update((name, word) for name in WORDS if (word := getattr(spec, name)) is not None)
        setting |= spec.setting
        if spec.size is not None:
            smallest, size = _reach(spec.smallest, spec.size, size, ruler)
            lines = 0
        if spec.tracking is not None:
            words["closest"] = spec.closest
        if spec.lines is not None:
            lines = spec.lines
    changes = {name: word for name, word in words.items() if name in ("align", "direction")}
    changes |= {name: ruler.ems(words[name], size) for name in ("indent", "tracking") if name in words}
    if "closest" in words:
        changes["closest"] = ruler.ems(words["closest"], size) if words["closest"] else CLOSEST
    if "measure" in words:
        changes["measure"] = round(10 * words["measure"].value)
    changes |= {
        name: ruler.emu(words["space_" + name], em=size, whole=size)
        for name in ("before", "after")
        if "space_" + name in words
    }
    if "scale" in words:
        changes["scale"] = (round(10 * words["scale"].low.value), round(10 * words["scale"].high.value))
    if "colour" in words:
        changes["colour"] = read_colour(words["colour"], palette)
    if setting:
        changes["setting"] = replace(ground.setting, **setting)
    family = words.get("font", ground.family)
    leading = leading_of(words.get("leading"), size, ground, ruler)
    return replace(
        ground, family=family, size=size, smallest=smallest, leading=leading, lines=lines, **changes
    )


def _reach(low: Length | None, high: Length, em: Emu, ruler: Ruler) -> tuple[Emu, Emu]:
    """A range of sizes, 0 for its smaller end if there is none. Named sizes may stand the other way round."""
    size = ruler.emu(high, em=em, whole=em)
    if low is None:
        return 0, size
    other = ruler.emu(low, em=em, whole=em)
    return min(other, size), max(other, size)


def leading_of(said: Length | None, size: Emu, ground: TextStyle, ruler: Ruler) -> Emu:
    """The leading that was said, else one in the ground's proportion to the size."""
    if said is not None:
        return ruler.emu(said, em=size, whole=size)
    return ground.leading * size // ground.size
