"""A page as the press sees it: letters, lines, tints and pictures, and the inks that they lay on the paper.

Made from a scene or from a page of any PDF, so that one rule judges both. Marks that are alike are one mark with
a count; its place is that of the first. Places are Emu from the trimmed corner, as in a scene.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from layout.geometry import Rect
from layout.style import Colour
from layout.tag import Tag
from layout.units import Emu

Space: TypeAlias = Literal["inks", "rgb", "unknown"]

ALL = "All"  # the separation that prints on every plate (ISO 32000-1, 8.6.6.4)


class Inks(Struct, frozen=True):
    """A colour. `cmyk` and the amounts of `spots` are thousandths of full ink. What is not written in inks ("rgb":
    also Lab and calibrated colours; "unknown": patterns) has none that could be counted."""

    cmyk: tuple[int, int, int, int] = (0, 0, 0, 0)
    spots: tuple[tuple[str, int], ...] = ()
    space: Space = "inks"

    @property
    def total(self) -> int:
        """All inks together, in thousandths of one."""
        return sum(self.cmyk) + sum(4 * amount if name == ALL else amount for name, amount in self.spots)

    @property
    def count(self) -> int:
        """How many plates have to fit upon each other."""
        plates = sum(1 for amount in self.cmyk if amount)
        return plates + sum(4 if name == ALL else 1 for name, amount in self.spots if amount)

    @property
    def prints(self) -> bool:
        """Whether anything of it is seen on paper."""
        return self.space != "inks" or self.total > 0

    @property
    def words(self) -> str:
        """The colour as a press says it: `C20 M10 K80`."""
        named = (*zip("CMYK", self.cmyk), *((f"{name} ", amount) for name, amount in self.spots))
        return " ".join(f"{name}{amount / 10:g}" for name, amount in named if amount) or "0"


NO_INK = Inks()


def is_full(corners: Sequence[tuple[float, float]]) -> bool:
    """Whether the closed shape through `corners` fills the rectangle around it but for its corners: a box, rounded or
    not, and no frame, letter or ornament."""
    if len(corners) < 3:
        return False
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, (*corners[1:], corners[0])))
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return abs(twice) >= 1.8 * (max(xs) - min(xs)) * (max(ys) - min(ys))


def upon(inks: Inks, under: Inks) -> Inks:
    """What is on the paper where `inks` overprint `under`: an ink of which nothing is asked stays as it is (overprint
    mode 1; ISO 32000-1, 11.7.4.3)."""
    c, m, y, k = (own or below for own, below in zip(inks.cmyk, under.cmyk))
    return Inks((c, m, y, k), tuple((dict(under.spots) | dict(inks.spots)).items()))


def inks_of(colour: Colour) -> Inks:
    """A style's colour."""
    return Inks(spots=((colour.spot, 1000),)) if colour.spot else Inks(colour.cmyk)


class Letters(Struct, frozen=True):
    """`count` characters of one size and colour; `words` are the first of them, "" where that is not known. `under`:
    the tint that they overprint, where that is known and more than a light one."""

    size: Emu
    inks: Inks
    area: Rect
    count: int = 1
    words: str = ""
    tag: Tag = Tag()
    under: Inks = NO_INK


class Stroke(Struct, frozen=True):
    """`count` drawn lines of one weight and colour; `under` as in `Letters`."""

    weight: Emu
    inks: Inks
    area: Rect
    count: int = 1
    tag: Tag = Tag()
    under: Inks = NO_INK


class Tint(Struct, frozen=True):
    """`count` filled shapes of one colour."""

    inks: Inks
    area: Rect
    count: int = 1
    tag: Tag = Tag()
    under: Inks = NO_INK


class Photo(Struct, frozen=True):
    """A picture as shown: `ppi` is the lower of its two resolutions. `coverage` says of how much paper (mm²) all
    inks together are how much: class i is from 4i / 1020 to (4i + 3) / 1020 of four inks; () where that was not
    measured. `line_art` has one bit a pixel."""

    name: str
    ppi: float
    area: Rect
    space: Space = "inks"
    line_art: bool = False
    coverage: tuple[float, ...] = ()
    tag: Tag = Tag()


class Typeface(Struct, frozen=True):
    """A face in use and what its maker lets one do with it: `fs_type` of its OS/2 table, -1 for unknown."""

    name: str
    fs_type: int = -1


class Sheet(Struct, frozen=True):
    """The marks of one page that are seen inside its trim."""

    letters: tuple[Letters, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    tints: tuple[Tint, ...] = ()
    photos: tuple[Photo, ...] = ()
    faces: tuple[Typeface, ...] = ()

    @property
    def inked(self) -> tuple[Letters | Stroke | Tint, ...]:
        """All that is painted with a colour of its own."""
        return (*self.letters, *self.strokes, *self.tints)
