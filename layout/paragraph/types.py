"""What `paragraph` makes: lines, and lines as glyphs."""

from typing import TypeAlias

from msgspec import Struct

from layout.units import Emu

# The measures of the lines of a paragraph: (how many lines, measure), the last one for all that follow.
Measures: TypeAlias = tuple[tuple[int, Emu], ...]


class Lexis(Struct, frozen=True):
    """What headlines are cut into words by: the house's `own` words, which are never divided, and a `segmenter`
    ("builtin", or "rjieba" where it is installed)."""

    own: frozenset[str] = frozenset()
    segmenter: str = "builtin"


BUILT_IN = Lexis()


class Adjust(Struct, frozen=True, omit_defaults=True):
    """How a line was fitted to its measure: totals in Emu by tier. `gaps` counts the gaps that shared
    `stretch_gap`."""

    shrink_w: Emu = 0
    shrink_b: Emu = 0
    shrink_c: Emu = 0
    shrink_l: Emu = 0
    shrink_s: Emu = 0
    stretch_w: Emu = 0
    stretch_l: Emu = 0
    stretch_gap: Emu = 0
    gaps: int = 0


class Line(Struct, frozen=True):
    """A set line: the cells `start` to `end` (half open) of the paragraph, the place of each one's body from
    the line's inline start (`xs`, Emu), how wide it is set from the first body on, or from the blank before it that
    is kept (`width`: if it is justified the measure, less the indent), and how wide it would be unadjusted
    (`natural`). A space that vanished at an edge is in the range, with the x of its neighbour. `last`: ends the
    paragraph or stands before a forced break. `forced`: broken where no break is allowed. `hung`: its last mark
    stands outside the measure."""

    start: int
    end: int
    xs: tuple[Emu, ...]
    width: Emu
    natural: Emu
    adjust: Adjust = Adjust()
    last: bool = False
    forced: bool = False
    hung: bool = False


class PlacedRun(Struct, frozen=True):
    """Cells of one run on a line: `glyphs[i]` has its origin `xs[i]` after `x`, which is from the line's start,
    and prints `texts[i]` ("" for the second and later glyphs of a cell). `run` is an index into the paragraph's
    runs, `start` and `end` are characters of its text."""

    run: int
    x: Emu
    glyphs: tuple[int, ...]
    xs: tuple[Emu, ...]
    texts: tuple[str, ...]
    start: int
    end: int
