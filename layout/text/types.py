"""What `text` makes of a paragraph: cells, the unit that lines are made of, and the joints between them."""

from typing import TypeAlias

from msgspec import Struct

from layout.diag import Diagnostic
from layout.style import TextStyle
from layout.units import Emu

# How a joint behaves at a line's end, from never to always.
UNBREAKABLE, FORBIDDEN, SOFT, LEGAL = range(4)

# What a joint gives when a line is too long, in the order in which it is asked (CLReq, reduction of inter-character
# spacing).
TIERS = ("word", "bracket", "pause", "latin", "stop")

LONGEST = 100_000  # characters of a paragraph that are set; forty full broadsheet pages, so a file gone wrong

Classes: TypeAlias = str  # one letter for each character or cell, see `classify`


class Span(Struct, frozen=True):
    """A piece of a paragraph in one style. `source` is where its first character stands in the source text. `note`
    is "." where its characters take emphasis dots, else the reading over it (ruby)."""

    text: str
    style: TextStyle
    source: int = 0
    note: str = ""


class Cell(Struct, frozen=True):
    """What a line may not divide: a Han character, a mark, a digit, a letter, a —— or …….

    `body` is the width of its ink's half or whole cell in Emu; `blank` the half em that belongs to a mark
    beside its body. `glyph` is drawn `shift` Emu from the body's start; `more` are further (glyph, shift). In a
    vertical line a cell may be `turned` by a quarter, or have its glyphs `across` the line. A cell knows nothing of
    its place, so equal ones are one object.
    """

    text: str
    cls: str
    face: str
    body: Emu
    glyph: int
    shift: Emu = 0
    blank: Emu = 0
    more: tuple[tuple[int, Emu], ...] = ()
    turned: bool = False
    across: bool = False


class Joint(Struct, frozen=True):
    """What is between two neighbouring cells on one line.

    `gap` is its natural width. It can lose `cap` when tier `tier` of `TIERS` is asked (-1: never). `kind` says
    how it grows: "word" and "latin" by up to `give` in their turn, "gap" with all the others, "" not at all.
    `brk` says whether a line may end here.
    """

    gap: Emu = 0
    tier: int = -1
    cap: Emu = 0
    kind: str = ""
    give: Emu = 0
    brk: int = UNBREAKABLE


class Run(Struct, frozen=True):
    """A face and a style, from cell `start` to the next run's. In a vertical line the glyphs of a run stand
    upright one under the other, lie on their side if `turned`, or stand side by side in one cell if `across`."""

    face: str
    style: TextStyle
    start: int = 0
    turned: bool = False
    across: bool = False


class Sums(Struct, frozen=True):
    """Running totals along a paragraph set on one endless line; entry i is for joints 1 to i.

    `x` is where the body of cell i starts; `cap` what can be squeezed out; `give` what words and Han-Latin gaps can
    take in; `gaps` counts the joints that share the rest.
    """

    x: tuple[Emu, ...]
    cap: tuple[Emu, ...]
    give: tuple[Emu, ...]
    gaps: tuple[int, ...]


class Note(Struct, frozen=True):
    """What stands beside the cells `start` to `end`: a reading, or an emphasis dot where there is none."""

    start: int
    end: int
    ruby: "ShapedParagraph | None" = None


class ShapedParagraph(Struct, frozen=True):
    """A paragraph ready to be broken: all that does not depend on the measure.

    `starts[i]` is the first character of cell i in `text` (with the text's length at the end), `classes` has a
    letter for each cell, `joints[i]` is before cell i, `breaks` are the cells before which a line may end.
    `style` is that of the longest run: its `setting` and `align` rule the paragraph. `hyphens` are the cells before
    which a line may end inside a word, each with the hyphen that it then ends with. `notes` are the emphasis dots and
    the readings, in order.
    """

    text: str
    classes: Classes
    cells: tuple[Cell, ...]
    starts: tuple[int, ...]
    joints: tuple[Joint, ...]
    sums: Sums
    breaks: tuple[int, ...]
    runs: tuple[Run, ...]
    style: TextStyle
    diagnostics: tuple[Diagnostic, ...] = ()
    hyphens: tuple[tuple[int, Cell], ...] = ()
    notes: tuple[Note, ...] = ()
