"""Where two pages are known to differ: what differs of their texts, pictures and drawings, whether it is a change
by itself or followed from one. What differs elsewhere as pictures has no known cause."""

from collections.abc import Hashable, Iterable, Sequence

from layout.compare.blocks import frames_of
from layout.compare.causes import Compared
from layout.compare.types import Drawing, Shot, Text
from layout.geometry import Rect


def touched(done: Compared, ignored: frozenset[str]) -> tuple[list[Rect], list[Rect]]:
    """The places on the first page and on the second; ignored blocks are places too."""
    before, after = _both(_type(done.a.texts), _type(done.b.texts))
    for more in (
        _both(_shots(done.a.shots), _shots(done.b.shots)),
        _both(_drawn(done.a.drawings), _drawn(done.b.drawings)),
    ):
        before += more[0]
        after += more[1]
    for proof, places in ((done.a, before), (done.b, after)):
        frames = frames_of(proof).values()
        places += (f.rect for f in frames if f.id in ignored or f.stories & ignored)
    for change in done.changes:
        before += change.before
        after += change.after
    return before, after


def _both(
    a: Sequence[tuple[Hashable, Rect]], b: Sequence[tuple[Hashable, Rect]]
) -> tuple[list[Rect], list[Rect]]:
    ours, theirs = {key for key, _ in a}, {key for key, _ in b}
    return [r for key, r in a if key not in theirs], [r for key, r in b if key not in ours]


def _type(texts: Iterable[Text]) -> list[tuple[Hashable, Rect]]:
    return [
        ((text.text[p.start : p.end], p.look, p.rect, p.xs), p.rect) for text in texts for p in text.stretches
    ]


def _shots(shots: Iterable[Shot]) -> list[tuple[Hashable, Rect]]:
    return [((shot.digest, shot.frame, shot.image), shot.frame) for shot in shots]


def _drawn(drawings: Iterable[Drawing]) -> list[tuple[Hashable, Rect]]:
    return [((drawing.look, drawing.rect), drawing.rect) for drawing in drawings]
