"""What `copy` makes of a story."""

from typing import Literal, TypeAlias

from msgspec import Struct

Mark: TypeAlias = Literal["", "bold", "em", "dateline", "dateline-by", "link"]
BlockKind: TypeAlias = Literal["paragraph", "crosshead", "item", "quote", "space", "table"]
CellAlign: TypeAlias = Literal["", "left", "center", "right"]


class Piece(Struct, frozen=True):
    """Consecutive characters of one paragraph with one mark. `offsets[i]` is where character i of `text` comes
    from, counted in characters of the source value. A hard line break is "\\n" in `text`. Marks inside marks:
    the innermost one is kept (a character has one face), `***both***` is bold. `url` is set for the whole of a
    link's text, whatever its mark; "link" is a link's text without another mark. `note` is "." where each character
    takes an emphasis dot (着重号), else the reading over the whole (ruby)."""

    text: str
    offsets: tuple[int, ...]
    mark: Mark = ""
    url: str = ""
    note: str = ""


class Block(Struct, frozen=True):
    """A paragraph, a crosshead, an item of a list (its sign in `marker`: "•", or "1." and so on, counted), a
    paragraph of a quotation, a line space (`---`, no pieces), or a table: `cells` says, row by row from the head,
    how many of the pieces are each cell's, `aligns` how each column is aligned ("": as the house does), `ruled` are
    the rows with a rule over them (a total)."""

    kind: BlockKind
    pieces: tuple[Piece, ...] = ()
    marker: str = ""
    cells: tuple[tuple[int, ...], ...] = ()
    aligns: tuple[CellAlign, ...] = ()
    ruled: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words of all pieces."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def offsets(self) -> tuple[int, ...]:
        """For each character its place in the source; -1 where the engine put it in."""
        if len(self.pieces) == 1:
            return self.pieces[0].offsets
        return tuple(offset for piece in self.pieces for offset in piece.offsets)


class Change(Struct, frozen=True):
    """One thing that normalisation changed: where in the source value, what it was, what it is."""

    at: int
    before: str
    after: str


class Normalised(Struct, frozen=True):
    """A paragraph after normalisation. `offsets[i]` is where character i of `text` stands in what was given,
    never falling; `changes` are in order and don't overlap; `closed` are the places of spaces between two
    Chinese characters that were taken out (for `lint`)."""

    text: str
    offsets: tuple[int, ...]
    changes: tuple[Change, ...] = ()
    closed: tuple[int, ...] = ()


class Copy(Struct, frozen=True):
    """The body of a story, in reading order, and what was changed in it."""

    blocks: tuple[Block, ...]
    changes: tuple[Change, ...] = ()


class Head(Struct, frozen=True):
    """A head without its braces. `groups` are the ranges (start, end) of `text` that stay together on a line;
    `offsets[i]` is where character i comes from in the value as written."""

    text: str
    offsets: tuple[int, ...]
    groups: tuple[tuple[int, int], ...] = ()
    changes: tuple[Change, ...] = ()


class Credit(Struct, frozen=True):
    """Who did what: a role before the names ("本报记者", or ""), the names without spaces inside them, and the
    word after them ("摄", "文/图", or "")."""

    role: str
    names: tuple[str, ...]
    work: str = ""
