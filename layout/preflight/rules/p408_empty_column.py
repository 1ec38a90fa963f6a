"""P408: a column of a story with no line in it though the story goes on after it. A short story's end is F002."""

from collections.abc import Iterator

from layout.geometry import Rect
from layout.page.rooms import Leg, legs_of, rooms
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed
from layout.preflight.types import Hit
from layout.resolve.types import Grid, StoriesPlan
from layout.tag import Tag

SEVERITY = "warning"

LEAST = 6  # lines: less room than that is no column


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    plan = page.plan
    filled = {(one.tag.block, one.tag.leg) for one in page.type if one.tag.leg >= 0}
    room_of = rooms(plan.blocks, plan.grid)
    for block in plan.blocks:
        content = block.content
        if not isinstance(content, StoriesPlan) or len(content.stories) > 1 or block.id not in room_of:
            continue
        if block.lattice != "page" or not any(name == block.id for name, _ in filled):
            continue  # an own lattice has its own legs; a story of which nothing is set has F004
        legs, _ = legs_of(room_of[block.id], plan.grid, content.columns, block.where, content.widths)
        story = content.stories[0]
        heads = [one.area for one in page.type if one.tag.block == block.id and one.tag.leg < 0]
        if heads and story.head.place == "top" and story.head.columns is None:
            heads = [Rect(plan.grid.x, max(heads, key=lambda h: h.bottom).bottom, plan.trim.width, 0)]
        for number, leg in enumerate(legs):
            goes_on = any((block.id, later) in filled for later in range(number + 1, len(legs)))
            if goes_on and (block.id, number) not in filled and _room(leg, heads, plan.grid) >= LEAST:
                place = Rect(leg.x, plan.grid.line_y(leg.strips[0][0]), leg.measure, 0)
                tag = Tag(block=block.id, story=story.id)
                yield Hit({"story": story.id, "column": number + 1}, place, tag)


def _room(leg: Leg, heads: list[Rect], grid: Grid) -> int:
    """The lines of a leg below what of the head stands in it."""
    over = (head.bottom for head in heads if head.x < leg.x + leg.measure and leg.x < head.right)
    top = (max(over, default=grid.y) - grid.y) // grid.leading
    return sum(max(0, first + lines - max(first, top + 2)) for first, lines in leg.strips)
