"""What is compared, a `Proof`, and what comes of it, `Change`s. Lengths are Emu from the trimmed corner."""

from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from layout.diag import Diagnostic, Fact, Where
from layout.geometry import Rect
from layout.scene.facts import Facts
from layout.spec.source_map import Position

Cause: TypeAlias = Literal[
    "copy", "heads", "reflow", "moved", "style", "picture", "overset", "findings", "pixels", "expect"
]
CAUSES: tuple[Cause, ...] = get_args(Cause)
Part: TypeAlias = Literal["body", "head", "caption", "other"]


class Look(Struct, frozen=True):
    """How type looks: face, size in Emu, width in per mille, ink as it is written."""

    face: str
    size: int
    scale: int = 1000
    colour: str = ""


class Stretch(Struct, frozen=True):
    """Characters `start` to `end` of a text, in one look on one line, and where they stand; `xs` are their
    origins from the left edge of `rect` (from its top in type that runs down), if there is one for each."""

    start: int
    end: int
    look: Look
    rect: Rect
    baseline: int
    leg: int = -1
    xs: tuple[int, ...] = ()
    down: bool = False


class Source(Struct, frozen=True):
    """Where the characters of a text are written: from character `start` on, `offsets[i]` of the value at
    `where` (-1: set by the engine)."""

    start: int
    where: Where
    offsets: tuple[int, ...] = ()


class Text(Struct, frozen=True):
    """A text of a page: a story's body, a part of a head, a caption, a piece of furniture, or a text of a PDF.

    `text` is all of the copy where it is known, else what is set; between paragraphs is "\\n", at a line break
    that the editor wrote U+2028. `stretches` are in reading order and say where it stands.
    """

    key: tuple[str, ...]
    part: Part
    role: str
    story: str
    block: str
    text: str
    stretches: tuple[Stretch, ...]
    sources: tuple[Source, ...] = ()


class Shot(Struct, frozen=True):
    """A picture: what is seen (`frame`) of the whole (`image`). `digest` and `source` are "" in a PDF of somebody
    else's, which says `pixels` instead."""

    name: str
    block: str
    story: str
    digest: str
    source: str
    frame: Rect
    image: Rect
    pixels: tuple[int, ...] = ()


class Drawing(Struct, frozen=True):
    """A rule, a frame or a fill of a block; `look` is all that is not its place."""

    block: str
    role: str
    look: str
    rect: Rect


class Noted(Struct, frozen=True):
    """A finding of a page, with its place worked out."""

    found: Diagnostic
    position: Position | None


class Proof(Struct, frozen=True):
    """One page as it is compared. `number` is its number or its name; `facts` are empty but for our own pages;
    `complete` says that the texts are whole, what is over included. `kind` is what it was read from."""

    name: str
    number: str
    kind: Literal["spec", "scene", "pdf"]
    trim: Rect
    texts: tuple[Text, ...]
    shots: tuple[Shot, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    facts: Facts = Facts()
    findings: tuple[Noted, ...] = ()
    complete: bool = False


class Change(Struct, frozen=True):
    """One thing that changed. `code` and `facts` say it in words (catalogue D…); `before` and `after` are the
    places on the two pages. `reflow` counts lines that broke differently because of it. `failing` is false for
    what is told and is no difference. `found` is the finding that came or went. `edit` is (from, to, from, to)
    in the texts called `key`. `wanted`: it was asked for by a list of corrections."""

    cause: Cause
    code: str
    page: str
    subject: str
    block: str = ""
    facts: dict[str, Fact] = {}
    before: tuple[Rect, ...] = ()
    after: tuple[Rect, ...] = ()
    position: Position | None = None
    reflow: int = 0
    failing: bool = True
    found: Diagnostic | None = None
    story: str = ""
    key: tuple[str, ...] = ()
    edit: tuple[int, ...] = ()
    wanted: bool = False


class Problem(Struct, frozen=True):
    """Why something could not be compared, as a catalogue code, and the findings that say more."""

    code: str
    facts: dict[str, Fact] = {}
    findings: tuple[Noted, ...] = ()


class CantCompare(Exception):
    """A side that can't be read or pages that don't go together."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.problem = Problem(code, facts)

    def with_findings(self, findings: tuple[Noted, ...]) -> "CantCompare":
        """The same, with the findings that tell why."""
        self.problem = Problem(self.problem.code, self.problem.facts, findings)
        return self
