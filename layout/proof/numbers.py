"""The numbers of findings on the page, each where it was found."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.diag import Where
from layout.font.library import FontLibrary
from layout.proof.type import BLUE, ORANGE, RED, labelled
from layout.report.said import Said
from layout.resolve.types import PagePlan, PicturePlan, StoriesPlan, StoryPlan
from layout.scene.items import GlyphRun, Item, Picture, Scene
from layout.units import PT, Emu

INKS = {"error": RED, "warning": ORANGE, "info": BLUE}
SIZE = 7.5


class Numbered(Struct, frozen=True):
    """A finding's number and its place on the page: the top left corner of what it is about."""

    number: int
    severity: str
    x: Emu
    y: Emu


def numbered(said: Sequence[Said], plan: PagePlan, scene: Scene) -> tuple[Numbered, ...]:
    """The findings that have a place on the page, by their numbers in the list."""
    found = ((number, one, _place(one.found.where, plan, scene)) for number, one in enumerate(said, 1))
    return tuple(Numbered(n, one.found.severity, *place) for n, one, place in found if place)


def numbers(found: Sequence[Numbered], library: FontLibrary) -> Iterator[Item]:
    """The numbers before their places, those of one place beside each other."""
    used: dict[tuple[Emu, Emu], Emu] = {}
    for one in reversed(found):
        text, place = str(one.number), (one.x, one.y)
        x = used.get(place, one.x - PT) - round((0.6 * len(text) + 0.9) * SIZE * PT)
        used[place] = x
        yield from labelled(text, x, one.y, library, INKS[one.severity], SIZE)


def _place(where: Where, plan: PagePlan, scene: Scene) -> tuple[Emu, Emu] | None:
    """What a finding is about: characters of a story, a story, a picture, a block; None for the page as a whole."""
    for block in plan.blocks:
        content = block.content
        for story in content.stories if isinstance(content, StoriesPlan) else ():
            if _within(where, story.where):
                return _in_copy(where, story, scene) or _first(scene, story=story.id)
        if isinstance(content, PicturePlan) and _within(where, content.where):
            return _first(scene, block=block.id)
    for block in plan.blocks:
        if _within(where, block.where):
            return _first(scene, block=block.id)
    return None


def _within(where: Where, outer: Where) -> bool:
    return where.document == outer.document and where.path[: len(outer.path)] == outer.path


def _in_copy(where: Where, story: StoryPlan, scene: Scene) -> tuple[Emu, Emu] | None:
    """The line of a story's text that holds the character at `where.at` of its body, or the last line where that
    character is over."""
    if where.at < 0 or where.path[len(story.where.path) :] != ("body",):
        return None
    runs = [
        item
        for item in scene.items
        if isinstance(item, GlyphRun) and item.tag.story == story.id and item.tag.paragraph >= 0
    ]
    number = next((n for n, block in enumerate(story.copy.blocks) if where.at in block.offsets), -1)
    if number < 0 or not runs:
        return None
    at = story.copy.blocks[number].offsets.index(where.at) + len(story.copy.blocks[number].marker)
    tagged = (run for run in runs if run.tag.paragraph == number and run.tag.start <= at < run.tag.end)
    run = next(tagged, None)
    last = runs[-1]
    return _corner(run) if run else (last.x + last.xs[-1] + 3 * last.size, last.y - last.size)


def _corner(run: GlyphRun) -> tuple[Emu, Emu]:
    return run.x + run.xs[0], run.y - run.size


def _first(scene: Scene, *, story: str = "", block: str = "") -> tuple[Emu, Emu] | None:
    """The corner of the first thing on the page of a story, or of a block."""
    for item in scene.items:
        if (story and item.tag.story == story) or (block and item.tag.block == block):
            if isinstance(item, GlyphRun):
                return _corner(item)
            if isinstance(item, Picture):
                return item.frame.x, item.frame.y
    return None
