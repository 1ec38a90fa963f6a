"""Written colours to ink."""

from layout.spec.model import ColourSpec
from layout.style import BLACK, Colour


def read_colour(spec: ColourSpec, palette: dict[str, ColourSpec]) -> Colour:
    """`spec` as ink. A name is looked up in `palette` (the theme's colours), where a name may stand for
    another; a spot colour takes its alternate from the palette's colour of the same name, else black.

    KeyError for a name that the palette lacks (the reader has refused it).
    """
    seen: set[str] = set()
    while spec.name and not spec.cmyk and not spec.spot:
        if spec.name in seen:
            return BLACK
        seen.add(spec.name)
        spec = palette[spec.name]
    inks = spec.cmyk
    if inks is None and spec.spot in palette:
        inks = palette[spec.spot].cmyk
    c, m, y, k = (round(10 * ink) for ink in inks or (0, 0, 0, 100))
    return Colour((c, m, y, k), spec.spot)
