"""Facts about a scene that any good page must have."""

from collections import defaultdict
from collections.abc import Iterable

from layout.geometry import Rect
from layout.scene.items import GlyphRun, Item, Picture, Scene

TEXT = ("body", "dateline", "dateline-by", "bold", "em", "link", "item")


def runs(scene: Scene) -> tuple[GlyphRun, ...]:
    return tuple(item for item in scene.items if isinstance(item, GlyphRun))


def ink(run: GlyphRun) -> Rect:
    """The run's bodies, nearly: from its first glyph's origin to a fifth of an em after its last one's, which may
    be as narrow as a full stop. Upright type and type on its side run down the page."""
    width = (run.xs[-1] if run.xs else 0) + run.size * run.scale // 5000
    if run.vertical:
        return Rect(run.x - run.size // 2, run.y, run.size, width)
    if run.turn:
        return Rect(run.x - run.size * 120 // 1000, run.y, run.size, width)
    return Rect(run.x, run.y - run.size * 880 // 1000, width, run.size)


def text(items: Iterable[GlyphRun]) -> str:
    return "".join("".join(run.texts) for run in items)


def copy_of(scene: Scene) -> dict[str, str]:
    """What is printed of each story's body, by paragraphs joined, spaces left out."""
    found: dict[str, str] = defaultdict(str)
    for run in runs(scene):
        if run.tag.story and run.tag.paragraph >= 0 and run.tag.role != "ruby":
            found[run.tag.story] += "".join("".join(run.texts).split())
    return dict(found)


def overlaps(scene: Scene, outlined: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Pieces of text that stand on each other, or on a picture (a caption inside its picture aside). Text runs
    along the outline of the pictures of the blocks `outlined`, and so over their corners. Readings stand in the
    leading, so their squares may reach into those of the line above."""
    found = []
    text_runs = [(r, ink(r)) for r in runs(scene) if "".join(r.texts).strip() and r.tag.role != "ruby"]
    text_runs.sort(key=lambda pair: pair[1].y)
    pictures = [
        item.frame for item in scene.items if isinstance(item, Picture) and item.tag.block not in outlined
    ]
    slack = 2  # a rounded Emu here or there
    for i, (run, box) in enumerate(text_runs):
        inner = Rect(box.x + slack, box.y + slack, box.width - 2 * slack, box.height - 2 * slack)
        for other, there in text_runs[i + 1 :]:
            if there.y >= inner.bottom:
                break
            if inner.overlaps(there):
                found.append((text([run]), text([other])))
        if run.tag.role not in ("caption", "credit"):
            found += [(text([run]), "picture") for frame in pictures if frame.overlaps(inner)]
    return found


def outside(scene: Scene) -> list[Item]:
    """Text and pictures that are not wholly on the paper."""
    return [
        item
        for item in scene.items
        if (isinstance(item, GlyphRun) and not scene.trim.contains(ink(item)))
        or (isinstance(item, Picture) and not scene.bleed.contains(item.frame))
    ]


def columns(scene: Scene, story: str) -> dict[int, list[int]]:
    """The baselines of a story's running text by the left edge of its columns' lines, leg by leg."""
    legs: dict[int, set[int]] = defaultdict(set)
    for run in runs(scene):
        if run.tag.story == story and run.tag.paragraph >= 0:
            legs[run.tag.leg].add(run.y)
    return {leg: sorted(ys) for leg, ys in sorted(legs.items())}
