"""P408: a column of a story with no line in it though the story goes on after it, because what comes next is too high
for it; or one of a stacked story that has fewer lines than columns. A short story's end is F002."""

from collections.abc import Iterator, Sequence

from layout.geometry import Rect
from layout.page.rooms import Leg, legs_of, rooms
from layout.page.story import lattice_of
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed, Type
from layout.preflight.types import Hit
from layout.resolve.types import Grid, StoriesPlan, StoryPlan
from layout.tag import Tag

SEVERITY = "warning"

LEAST = 6  # lines: less room than that is no column


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    plan = page.plan
    room_of = rooms(plan.blocks, plan.grid)
    for block in plan.blocks:
        content = block.content
        if not isinstance(content, StoriesPlan) or block.id not in room_of:
            continue
        room, grid = lattice_of(block, content, room_of[block.id], plan.grid)
        legs, _ = legs_of(room, grid, content.columns, block.where, content.widths)
        for story in content.stories:
            own = [one for one in page.type if (one.tag.block, one.tag.story) == (block.id, story.id)]
            alone = len(content.stories) == 1
            empty = _passed_over(story, own, legs, grid) if alone else _not_reached(own, legs, grid)
            for number in empty:
                leg = legs[number]
                place = Rect(leg.x, grid.line_y(leg.strips[0][0]), leg.measure, 0)
                yield Hit(
                    {"story": story.id, "column": number + 1}, place, Tag(block=block.id, story=story.id)
                )


def _passed_over(story: StoryPlan, own: Sequence[Type], legs: Sequence[Leg], grid: Grid) -> list[int]:
    """Columns that have room and no line, with text in a later one."""
    filled = {one.tag.leg for one in own}
    heads = [one.area for one in own if one.tag.leg < 0]
    if heads and story.head.place == "top" and story.head.columns is None:
        heads = [Rect(legs[0].x, max(heads, key=lambda h: h.bottom).bottom, legs[-1].x + legs[-1].measure, 0)]
    return [
        number
        for number, leg in enumerate(legs)
        if number < max(filled, default=-1) and number not in filled and _room(leg, heads, grid) >= LEAST
    ]


def _not_reached(own: Sequence[Type], legs: Sequence[Leg], grid: Grid) -> list[int]:
    """Columns beside the text of a stacked story, without a line of it."""
    text = [one for one in own if one.tag.leg >= 0]
    if not text:
        return []
    filled = {one.tag.leg for one in text}
    line = (min(one.area.y for one in text) - grid.y) // grid.leading
    return [
        number
        for number, leg in enumerate(legs)
        if number not in filled and any(first <= line < first + lines for first, lines in leg.strips)
    ]


def _room(leg: Leg, heads: list[Rect], grid: Grid) -> int:
    """The lines of a leg below what of the head stands in it."""
    over = (head.bottom for head in heads if head.x < leg.x + leg.measure and leg.x < head.right)
    top = (max(over, default=grid.y) - grid.y) // grid.leading
    return sum(max(0, first + lines - max(first, top + 2)) for first, lines in leg.strips)
