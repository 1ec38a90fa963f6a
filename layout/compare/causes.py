"""Two pages compared: the table of contents of this room.

Causes first (copy, heads, places, pictures, looks), then what only followed from them: lines that broke
otherwise, texts that slid, rules that went along. A consequence is folded into its cause and reported by itself
only where there is none.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from layout.compare.blocks import (
    Frame,
    Redrawn,
    area_of,
    block_changes,
    frames_of,
    page_changes,
    redrawn,
    renamed,
    shift_change,
    shifted,
    shifts_joined,
)
from layout.compare.findings import finding_changes, overset_changes
from layout.compare.pictures import picture_changes
from layout.compare.styles import head_scale, space_change, style_changes
from layout.compare.texts import (
    Locate,
    TextPair,
    copy_changes,
    count,
    lines_of,
    pair_up,
    place_of,
    rects_of,
    reflowed,
    respaced,
    shown,
    subject_of,
)
from layout.compare.types import CAUSES, Cause, Change, Proof, Text
from layout.diag import Fact
from layout.geometry import Rect, bounds
from layout.scene.facts import Facts

TOUCH = 400_000  # Emu, 11 mm: blocks no further apart than that, a gutter or a gap, are neighbours
ReadBytes = Callable[[str], bytes]


class Compared(Struct, frozen=True):
    """A pair of pages compared: the two, block by block under one name; what changed, in order; the texts that only
    one page has (they may have moved to another page); how those that both have answer each other."""

    a: Proof
    b: Proof
    changes: tuple[Change, ...]
    gone: tuple[Text, ...]
    come: tuple[Text, ...]
    pairs: tuple[TextPair, ...]


def compare(a: Proof, b: Proof, locate_a: Locate, locate_b: Locate, read: ReadBytes) -> Compared:
    """All that changed from page `a` to page `b`."""
    if not (a.facts.places and b.facts.places):
        a, b = _without_places(a), _without_places(b)
    a = renamed(a, b)
    page = b.number
    pairs = _pairs(a, b)
    ours, theirs = {t.key for t in a.texts}, {t.key for t in b.texts}
    gone = tuple(t for t in a.texts if t.key not in theirs)
    come = tuple(t for t in b.texts if t.key not in ours)

    causes = page_changes(a, b, page)
    for pair in pairs:
        causes += copy_changes(pair, page, locate_a, locate_b)
    causes += _unpaired(a, b, gone, come, page, locate_a, locate_b)
    causes += block_changes(a, b, page)
    causes += picture_changes(a, b, page, read)
    causes += _story_moves(pairs, page)
    causes += style_changes(pairs, redrawn(a, b), page)
    changes = _with_consequences(causes, a, b, pairs, page)
    changes += overset_changes(a, b, page)
    changes += finding_changes(a, b, page)
    return Compared(a, b, _in_order(changes, b), gone, come, pairs)


def _without_places(proof: Proof) -> Proof:
    """A page whose blocks are known by what they hold alone, as those of the other page are."""
    facts = proof.facts
    return replace(proof, facts=Facts(facts.grid, (), facts.fits)) if facts.places else proof


def _pairs(a: Proof, b: Proof) -> tuple[TextPair, ...]:
    over_a, over_b = _over(a), _over(b)
    theirs = {text.key: text for text in b.texts}
    return tuple(
        pair_up(
            text,
            theirs[text.key],
            cut_a=not a.complete and text.part == "body" and text.story in over_a,
            cut_b=not b.complete and text.part == "body" and text.story in over_b,
        )
        for text in a.texts
        if text.key in theirs
    )


def _over(proof: Proof) -> frozenset[str]:
    return frozenset(fit.story for fit in proof.facts.fits if fit.over_characters)


def _unpaired(
    a: Proof,
    b: Proof,
    gone: Iterable[Text],
    come: Iterable[Text],
    page: str,
    locate_a: Locate,
    locate_b: Locate,
) -> list[Change]:
    """Stories that were added or removed, each once; parts of a head, captions and pieces of furniture."""
    stories_a, stories_b = _stories(a), _stories(b)
    found: list[Change] = []
    for text, code, others, locate in (
        *((t, "D111", stories_a, locate_b) for t in come),
        *((t, "D112", stories_b, locate_a) for t in gone),
    ):
        new = code == "D111"
        mine = b if new else a
        if text.story and text.story not in others:
            if not any(c.code == code and c.subject == text.story for c in found):
                found.append(_story_change(code, mine, text.story, page, locate))
        elif not text.key[0].startswith("body"):
            found.append(_part_change(text, page, locate, new=new))
    return found


def _stories(proof: Proof) -> frozenset[str]:
    return frozenset(t.story for t in proof.texts if t.part in ("body", "head"))


def _story_change(code: str, proof: Proof, story: str, page: str, locate: Locate) -> Change:
    texts = [t for t in proof.texts if t.story == story and t.part in ("body", "head")]
    head = next((t.text for t in texts if t.role == "headline"), "")
    body = next((t for t in texts if t.part == "body"), texts[0])
    facts: dict[str, Fact] = {"subject": story, "head": shown(head), "characters": count(body.text)}
    rects = tuple(rect for text in texts for rect in area_of(text))
    before, after = ((), rects) if code == "D111" else (rects, ())
    place = place_of(body, 0, 0, locate)
    return Change("copy", code, page, story, body.block, facts, before, after, place, story=story)


def _part_change(text: Text, page: str, locate: Locate, *, new: bool) -> Change:
    """A part of a head, a caption or a line of furniture that only one of the pages has."""
    head = text.part == "head"
    code = ("D202" if new else "D203") if head else ("D104" if new else "D105")
    facts: dict[str, Fact] = {"subject": subject_of(text), "role": text.role, "text": shown(text.text)}
    before, after = ((), area_of(text)) if new else (area_of(text), ())
    where = place_of(text, 0, len(text.text), locate)
    cause: Cause = "heads" if head else "copy"
    block = text.block.removesuffix("~")
    return Change(cause, code, page, subject_of(text), block, facts, before, after, where, story=text.story)


def _story_moves(pairs: Iterable[TextPair], page: str) -> list[Change]:
    """Stories that stand in another block than they stood."""
    found: dict[str, Change] = {}
    for pair in pairs:
        story = pair.b.story
        if pair.b.part != "body" or pair.a.block == pair.b.block or story in found:
            continue
        facts: dict[str, Fact] = {
            "subject": story,
            "old": pair.a.block.removesuffix("~"),
            "new": pair.b.block,
        }
        rects = area_of(pair.a), area_of(pair.b)
        found[story] = Change("moved", "D408", page, story, pair.b.block, facts, *rects, story=story)
    return list(found.values())


def _with_consequences(
    causes: list[Change], a: Proof, b: Proof, pairs: Iterable[TextPair], page: str
) -> list[Change]:
    """The causes, with the lines that broke differently because of them; and by itself what has no cause."""
    fold = _Fold(causes, frames_of(a), frames_of(b))
    grid = b.facts.grid or a.facts.grid
    for pair in pairs:
        text = pair.b
        lines = reflowed(pair)
        legs = _legs(pair.a), _legs(text)
        if lines:
            fold.lines(pair, lines, legs, page)
        elif pair.same_copy and fold.cause(text) is None:
            if way := shifted(pair.a, text):
                fold.alone.append(shift_change(pair.a, text, way, grid, page))
            elif spaced := respaced(pair):
                fold.alone.append(space_change(text, spaced, page))
        head_scale(pair, fold, page)
    for change in redrawn(a, b):
        fold.rules(change, page)
    return [*fold.causes, *shifts_joined(fold.alone)]


def _legs(text: Text) -> tuple[int, int]:
    """How many legs a body stands in and how far apart their left edges are."""
    left: dict[int, int] = {}
    for piece in text.stretches:
        if piece.leg >= 0:
            left[piece.leg] = min(piece.rect.x, left.get(piece.leg, piece.rect.x))
    if len(left) < 2:
        return len(left), 0
    return len(left), left[1] - left[0] if 0 in left and 1 in left else 0


class _Fold:
    """The causes of a page, to which consequences are added as they are found."""

    def __init__(self, causes: list[Change], before: dict[str, Frame], after: dict[str, Frame]) -> None:
        self.causes, self.before, self.after = list(causes), before, after
        self.alone: list[Change] = []

    def cause(self, text: Text) -> int | None:
        """The number of the change that a text's lines and place follow from, None if there is none: one of
        the story's own, one in its block, a neighbour that moved, one of the whole page."""
        frame = self.after.get(text.block)
        ranks = ((self._rank(change, text, frame), number) for number, change in enumerate(self.causes))
        rank, number = min(ranks, default=(9, 0))
        return number if rank < 9 else None

    def _rank(self, change: Change, text: Text, frame: Frame | None) -> int:
        if change.story and change.story == text.story:
            return 0 if change.cause in ("copy", "style", "heads") else 1
        if change.block == text.block:
            return 2
        if not change.block:
            return 4
        near = change.cause in ("moved", "picture") or change.code in ("D111", "D112")
        return 3 if near and frame and self._touches(change, frame) else 9

    @staticmethod
    def _touches(change: Change, frame: Frame) -> bool:
        wide = Rect(
            frame.rect.x - TOUCH,
            frame.rect.y - TOUCH,
            frame.rect.width + 2 * TOUCH,
            frame.rect.height + 2 * TOUCH,
        )
        return any(wide.overlaps(rect) for rect in (*change.before, *change.after))

    def lines(
        self,
        pair: TextPair,
        lines: tuple[tuple[int, int], ...],
        legs: tuple[tuple[int, int], tuple[int, int]],
        page: str,
    ) -> None:
        """Lines of a text that broke otherwise."""
        text = pair.b
        rects = tuple(rect for start, end in lines for rect in rects_of(text, start, end))
        number = self.cause(text)
        if number is not None:
            known = self.causes[number]
            self.causes[number] = replace(known, reflow=known.reflow + len(lines))
            return
        before = tuple(rect for start, end in lines_of(pair.a) for rect in rects_of(pair.a, start, end))
        facts: dict[str, Fact] = {"subject": subject_of(text), "role": text.role, "lines": len(lines)}
        change = Change("reflow", "D301", page, subject_of(text), text.block, facts, before, rects)
        if text.part == "head":
            facts |= {"old": _turned(pair.a), "new": _turned(text)}
            change = replace(change, cause="heads", code="D204", facts=facts)
        elif legs[0] != legs[1] and abs(legs[0][1] - legs[1][1]) > 1000:
            facts |= {"old": legs[0][0], "new": legs[1][0]}
            change = replace(change, cause="moved", code="D409", facts=facts, reflow=len(lines))
        self.alone.append(replace(change, story=text.story))

    def rules(self, change: Redrawn, page: str) -> None:
        """Rules and frames that stand elsewhere, unless their block, what is in it or a neighbour changed."""
        if change.restyled or any(c.block in (change.block, "") for c in (*self.causes, *self.alone)):
            return
        frame = self.after.get(change.block)
        near = (c for c in self.causes if c.cause == "moved" or c.code in ("D111", "D112"))
        if frame and any(self._touches(c, frame) for c in near):
            return
        block = change.block
        facts: dict[str, Fact] = {"subject": block}
        rects = tuple(d.rect for d in change.before), tuple(d.rect for d in change.after)
        self.alone.append(Change("moved", "D410", page, block, block, facts, *rects))


def _turned(text: Text) -> str:
    """A head with its lines' ends."""
    return " / ".join(text.text[start:end] for start, end in lines_of(text))


def _in_order(changes: list[Change], b: Proof) -> tuple[Change, ...]:
    """By cause, then in the order of the page: top to bottom, left to right by block, then as found."""
    frames = frames_of(b)

    def rank(change: Change) -> tuple[int, int, int]:
        rects = change.after or change.before
        frame = frames.get(change.block)
        corner = frame.rect if frame else bounds(rects) if rects else Rect(0, 0, 0, 0)
        return CAUSES.index(change.cause), corner.y, corner.x

    return tuple(sorted(changes, key=rank))
