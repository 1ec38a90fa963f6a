"""The six scene items. All coordinates are Emu from the top left corner of the trimmed page, y down.

`Scene` and its items are plain values: they compare, hash and serialise (see `codec`).
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import UNSET, Struct, UnsetType

from layout.geometry import Rect
from layout.press import PLAIN, Print
from layout.scene.facts import Facts
from layout.style import BLACK, Colour
from layout.tag import Tag
from layout.units import Emu


class GlyphRun(Struct, frozen=True, omit_defaults=True, tag="glyphs"):
    """Glyphs of one face at one size on one baseline.

    `glyphs[i]` stands with its origin `xs[i]` to the right of `x` (Emu, along the baseline) and prints
    `texts[i]`: the source text of its cluster, "" for the second and later glyphs of one. `scale` is the
    width of the glyphs in per mille. `turn` is a clockwise quarter turn about (`x`, `y`) for type that runs
    down the page: 0 or 90. With `vertical`, glyphs are upright in a column that runs down from (`x`, `y`),
    the column's centre line at `x`, and `xs` run down.
    """

    face: str
    size: Emu
    x: Emu
    y: Emu
    glyphs: tuple[int, ...]
    xs: tuple[Emu, ...]
    texts: tuple[str, ...]
    colour: Colour = BLACK
    scale: int = 1000
    turn: int = 0
    vertical: bool = False
    tag: Tag = Tag()


class Rule(Struct, frozen=True, omit_defaults=True, tag="rule"):
    """A straight line of `weight` Emu; `dash` is (ink, gap) in Emu, or () for a solid one; `round` gives
    round ends (a dash of no length with round ends is a dot)."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu
    weight: Emu
    colour: Colour = BLACK
    dash: tuple[Emu, ...] = ()
    round: bool = False
    tag: Tag = Tag()


class Path(Struct, frozen=True, omit_defaults=True, tag="path"):
    """A shape. `ops` are ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",). `fill` and
    `stroke` are None for none; `weight` is the stroke's, in Emu."""

    ops: tuple[tuple[str | Emu, ...], ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    weight: Emu = 0
    tag: Tag = Tag()


class Picture(Struct, frozen=True, omit_defaults=True, tag="picture"):
    """A picture file drawn into `image` (which may be larger) and seen through `frame`. `source` is the
    file's path as the world knows it, `digest` the SHA-256 of its bytes, `alt` the words for who can't see it."""

    source: str
    digest: str
    frame: Rect
    image: Rect
    alt: str = ""
    tag: Tag = Tag()


class Link(Struct, frozen=True, omit_defaults=True, tag="link"):
    """A place that leads to `url`."""

    area: Rect
    url: str
    tag: Tag = Tag()


class Group(Struct, frozen=True, omit_defaults=True, tag="group"):
    """Items that belong together, clipped to `clip` if there is one."""

    items: tuple["Item", ...]
    clip: Rect | None = None
    tag: Tag = Tag()


Item: TypeAlias = GlyphRun | Rule | Path | Picture | Link | Group


def flat(items: Iterable[Item]) -> Iterator[Item]:
    """The items in painting order, those of a group in its place."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


class Meta(Struct, frozen=True, omit_defaults=True):
    """What the file says of itself. `page` is the page's number in its paper."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    language: str = "zh-Hans"
    page: int | None = None


class Scene(Struct, frozen=True):
    """One page. `trim` starts at (0, 0); `bleed` contains it. Items are in painting order. `facts` are for
    whoever compares pages; nothing of them is painted. `press` is what the file is to be for the press."""

    trim: Rect
    bleed: Rect
    items: tuple[Item, ...]
    meta: Meta = Meta()
    version: int = 1
    facts: Facts | UnsetType = UNSET
    press: Print = PLAIN
