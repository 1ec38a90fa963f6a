"""Colour spaces of a PDF (ISO 32000-1, 8.6), as far as the inks of a colour follow from them."""

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from layout.sheet import Inks

Kind: TypeAlias = Literal["grey", "cmyk", "rgb", "spots", "indexed", "unknown"]

PROCESS = {"Cyan": 0, "Magenta": 1, "Yellow": 2, "Black": 3}
_PLAIN: dict[str, Kind] = {
    "/DeviceGray": "grey", "/G": "grey", "/CalGray": "grey", "/DeviceCMYK": "cmyk", "/CMYK": "cmyk",
    "/DeviceRGB": "rgb", "/RGB": "rgb", "/CalRGB": "rgb", "/Lab": "rgb", "/Pattern": "unknown",
}  # fmt: skip


class ColourSpace(Struct, frozen=True):
    """A colour space: `count` components; the colorants' names of "spots"; the space below an "indexed" one is
    `base`."""

    kind: Kind
    count: int
    names: tuple[str, ...] = ()
    base: "ColourSpace | None" = None

    @property
    def is_rgb(self) -> bool:
        """Whether its colours are mixed of light: RGB, Lab, by a profile of three components."""
        return self.kind == "rgb" or (self.base is not None and self.base.is_rgb)


GREY, CMYK, RGB = ColourSpace("grey", 1), ColourSpace("cmyk", 4), ColourSpace("rgb", 3)
UNKNOWN = ColourSpace("unknown", 0)
_BY_COUNT = {1: GREY, 3: RGB, 4: CMYK}
_BY_KIND = {"grey": GREY, "cmyk": CMYK, "rgb": RGB, "unknown": UNKNOWN}


def colour_space(written: Any, named: Any, depth: int = 0) -> ColourSpace:
    """What `written` (a name or an array) means among the resources `named`; `UNKNOWN` for what is damaged."""
    import pikepdf

    if depth > 4 or written is None:
        return UNKNOWN
    if isinstance(written, pikepdf.Name):
        if str(written) in _PLAIN:
            return _BY_KIND[_PLAIN[str(written)]]
        return colour_space(named.get(str(written)), {}, depth + 1) if named else UNKNOWN
    if not isinstance(written, pikepdf.Array) or not len(written):
        return UNKNOWN
    match str(written[0]):
        case "/ICCBased":
            return _BY_COUNT.get(int(written[1].get("/N", 0)), UNKNOWN)
        case "/Separation":
            return ColourSpace("spots", 1, (str(written[1])[1:],))
        case "/DeviceN":
            names = tuple(str(name)[1:] for name in written[1])
            return ColourSpace("spots", len(names), names)
        case "/Indexed" | "/I":
            return ColourSpace("indexed", 1, base=colour_space(written[1], named, depth + 1))
        case name:
            return _BY_KIND[_PLAIN.get(name, "unknown")]


def inks(space: ColourSpace, values: Sequence[float]) -> Inks:
    """The inks of a colour given by its components, 0 to 1."""
    match space.kind:
        case "grey" if values:
            return Inks((0, 0, 0, _mille(1 - values[0])))
        case "cmyk" if len(values) == 4:
            c, m, y, k = map(_mille, values)
            return Inks((c, m, y, k))
        case "spots" if len(values) == space.count:
            return _spots(space.names, values)
        case "rgb":
            return Inks(space="rgb")
        case "indexed" if space.is_rgb:
            return Inks(space="rgb")
    return Inks(space="unknown")


def initial(space: ColourSpace) -> Inks:
    """The colour that a space begins with: black, or full ink (ISO 32000-1, 8.6.5.6)."""
    first = {"grey": (0.0,), "cmyk": (0.0, 0.0, 0.0, 1.0), "spots": (1.0,) * space.count}
    return inks(space, first.get(space.kind, ()))


def _spots(names: Sequence[str], values: Sequence[float]) -> Inks:
    """Separations and DeviceN; the four process inks may be among them, by their names."""
    process, spots = [0, 0, 0, 0], []
    for name, value in zip(names, values):
        if name in PROCESS:
            process[PROCESS[name]] = _mille(value)
        elif name != "None":
            spots.append((name, _mille(value)))
    c, m, y, k = process
    return Inks((c, m, y, k), tuple(spots))


def _mille(value: float) -> int:
    return round(1000 * min(1.0, max(0.0, value)))
