"""Two versions of one text: what was written otherwise, which lines broke otherwise, what looks otherwise."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from layout.compare.align import Alignment, Edit, edits, readable, whole_figures
from layout.compare.types import Change, Look, Stretch, Text
from layout.diag import Where
from layout.geometry import Rect
from layout.spec.source_map import Position

CONTEXT = 8  # characters shown on either side of a change
Locate = Callable[[Where], Position | None]
SIGNS = str.maketrans({"\n": "¶", "\u2028": "↵"})


class TextPair(Struct, frozen=True):
    """One text on both pages and how its characters answer each other."""

    a: Text
    b: Text
    alignment: Alignment

    @property
    def same_copy(self) -> bool:
        """Whether the two say the same, letter by letter."""
        return not self.alignment.edits


def pair_up(a: Text, b: Text, *, cut_a: bool = False, cut_b: bool = False) -> TextPair:
    """The pair; `cut_…` says that a text ends where its room ended, so that what is missing at its end is no
    change of the copy."""
    found = edits(a.text, b.text)
    if found:
        last = found[-1]
        at_end = last.a2 == len(a.text) and last.b2 == len(b.text)
        if at_end and ((cut_b and last.b1 == last.b2) or (cut_a and last.a1 == last.a2)):
            found = found[:-1]
    return TextPair(a, b, Alignment(found))


def copy_changes(pair: TextPair, page: str, locate_a: Locate, locate_b: Locate) -> list[Change]:
    """Each place where the copy differs, with its context; of a head the whole part, old and new."""
    hunks = readable(whole_figures(pair.alignment.edits, pair.a.text, pair.b.text))
    if pair.b.part == "head":
        return [_head_change(pair, hunks, page, locate_b)] if hunks else []
    return [_hunk_change(pair, hunk, page, locate_a, locate_b) for hunk in hunks]


def _hunk_change(pair: TextPair, e: Edit, page: str, locate_a: Locate, locate_b: Locate) -> Change:
    a, b = pair.a, pair.b
    code = "D102" if e.a1 == e.a2 else "D103" if e.b1 == e.b2 else "D101"
    old, new = a.text[e.a1 : e.a2], b.text[e.b1 : e.b2]
    return Change(
        "copy",
        code,
        page,
        subject_of(b),
        b.block,
        {
            "subject": subject_of(b),
            "role": b.role,
            "old": shown(old),
            "new": shown(new),
            "deleted": count(old),
            "inserted": count(new),
            "lead": shown(b.text[max(0, e.b1 - CONTEXT) : e.b1]),
            "tail": shown(b.text[e.b2 : e.b2 + CONTEXT]),
        },
        rects_of(a, e.a1, e.a2),
        rects_of(b, e.b1, e.b2),
        place_of(b, e.b1, e.b2, locate_b) or place_of(a, e.a1, e.a2, locate_a),
        story=b.story,
        key=b.key,
        edit=(e.a1, e.a2, e.b1, e.b2),
    )


def _head_change(pair: TextPair, hunks: Sequence[Edit], page: str, locate: Locate) -> Change:
    a, b = pair.a, pair.b
    return Change(
        "heads",
        "D201",
        page,
        subject_of(b),
        b.block,
        {
            "subject": subject_of(b),
            "role": b.role,
            "old": shown(a.text),
            "new": shown(b.text),
            "marked": _marked(a.text, b.text, hunks),
            "deleted": sum(e.a2 - e.a1 for e in hunks),
            "inserted": sum(e.b2 - e.b1 for e in hunks),
        },
        tuple(r for e in hunks for r in rects_of(a, e.a1, e.a2)),
        tuple(r for e in hunks for r in rects_of(b, e.b1, e.b2)),
        place_of(b, hunks[0].b1, hunks[0].b2, locate),
        story=b.story,
        key=b.key,
        edit=(hunks[0].a1, hunks[-1].a2, hunks[0].b1, hunks[-1].b2),
    )


def _marked(a: str, b: str, hunks: Sequence[Edit]) -> str:
    """A short text with what went in [- -] and what came in {+ +}."""
    said, at = "", 0
    for e in hunks:
        old, new = shown(a[e.a1 : e.a2]), shown(b[e.b1 : e.b2])
        said += shown(b[at : e.b1]) + (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
        at = e.b2
    return said + shown(b[at:])


def subject_of(text: Text) -> str:
    """What a text is called in a report: its story, else its block."""
    return text.story or text.block


def shown(text: str) -> str:
    """Copy on one line: the ends of paragraphs as ¶."""
    return text.translate(SIGNS)


def count(text: str) -> int:
    """Characters as an editor counts them: all but blanks and ends of paragraphs."""
    return sum(not char.isspace() for char in text)


def place_of(text: Text, start: int, end: int, locate: Locate) -> Position | None:
    """Where a text's characters are written, as far as it is known."""
    for source in reversed(text.sources):
        if source.start > start:
            continue
        if not source.offsets:
            length = end - start
            return locate(_at(source.where, max(0, start - source.start), length))
        inside = source.offsets[min(start - source.start, len(source.offsets) - 1)]
        return locate(_at(source.where, inside, max(1, end - start))) if inside >= 0 else None
    return None


def _at(where: Where, at: int, length: int) -> Where:
    return Where(where.document, where.path, at, length)


def rects_of(text: Text, start: int, end: int) -> tuple[Rect, ...]:
    """What the characters cover, a rectangle a line; for none of them the place between two."""
    found: list[Rect] = []
    for piece in text.stretches:
        first, last = max(start, piece.start), min(end, piece.end)
        if first < last or (start == end and piece.start <= start <= piece.end and not found):
            found.append(_cut(piece, first - piece.start, max(first, last) - piece.start))
    return tuple(found)


def _cut(piece: Stretch, first: int, last: int) -> Rect:
    """Characters `first` to `last` of a stretch; at least a point wide, so that it can be seen."""
    rect, length = piece.rect, piece.end - piece.start
    whole = rect.height if piece.down else rect.width

    def along(i: int) -> int:
        if i < len(piece.xs):
            return max(0, piece.xs[i])
        return whole if i >= length else whole * i // max(1, length)

    begin, size = along(first), max(12_700, along(last) - along(first))
    if piece.down:
        return Rect(rect.x, rect.y + begin, rect.width, size)
    return Rect(rect.x + begin, rect.y, size, rect.height)


def lines_of(text: Text) -> tuple[tuple[int, int], ...]:
    """The lines as they are set: (first character, end)."""
    lines: list[list[int]] = []
    place: tuple[int, int] | None = None
    for piece in text.stretches:
        here = (piece.leg, piece.rect.x if piece.down else piece.baseline)
        if here == place and lines and lines[-1][1] == piece.start:
            lines[-1][1] = piece.end
        else:
            lines.append([piece.start, piece.end])
        place = here
    return tuple((start, end) for start, end in lines)


def reflowed(pair: TextPair) -> tuple[tuple[int, int], ...]:
    """The lines of `b` that don't hold just what one line of `a` holds, but for what was edited in them."""
    ends_a = set(lines_of(pair.a))
    if pair.same_copy:
        return tuple(line for line in lines_of(pair.b) if line not in ends_a)
    starts = {start for start, _ in ends_a}
    ends = {end for _, end in ends_a}
    return tuple(
        (start, end)
        for start, end in lines_of(pair.b)
        if not (_answered(pair.alignment, start, starts) and _answered(pair.alignment, end, ends))
    )


def _answered(alignment: Alignment, place: int, known: set[int]) -> bool:
    first, last = alignment.ahead(place, back=True)
    return any(place in known for place in range(first, last + 1))


def respaced(pair: TextPair) -> tuple[Rect, ...]:
    """The lines of `b` that hold what they held, in the same look, with other spaces between the characters."""
    before = {(piece.start, piece.end, piece.look): piece.xs for piece in pair.a.stretches}
    return tuple(
        piece.rect
        for piece in pair.b.stretches
        if before.get((piece.start, piece.end, piece.look), piece.xs) != piece.xs
    )


class Restyled(Struct, frozen=True):
    """So many characters of a text that went from one look to another, and where they stand on `b`."""

    old: Look
    new: Look
    characters: int
    before: tuple[Rect, ...]
    after: tuple[Rect, ...]


def restyled(pair: TextPair) -> tuple[Restyled, ...]:
    """What is set in another face, size, width or ink, the same characters on both sides."""
    looks_a, looks_b = _looks(pair.a), _looks(pair.b)
    found: dict[tuple[Look, Look], list[tuple[int, int]]] = {}
    for at, to, length in pair.alignment.pairs(len(pair.a.text)):
        for i in range(length):
            old, new = looks_a.get(at + i), looks_b.get(to + i)
            if old is not new and old is not None and new is not None and old != new:
                found.setdefault((old, new), []).append((at + i, to + i))
    return tuple(
        Restyled(
            old,
            new,
            len(places),
            _covered(pair.a, (x for x, _ in places)),
            _covered(pair.b, (y for _, y in places)),
        )
        for (old, new), places in found.items()
    )


def _looks(text: Text) -> dict[int, Look]:
    return {
        i: piece.look
        for piece in text.stretches
        for i in range(piece.start, piece.end)
        if not text.text[i : i + 1].isspace()
    }


def _covered(text: Text, places: Iterable[int]) -> tuple[Rect, ...]:
    """The rectangles of single characters, runs of neighbours together."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1][1] = place + 1
        else:
            runs.append([place, place + 1])
    return tuple(rect for start, end in runs for rect in rects_of(text, start, end))
