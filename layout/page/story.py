"""One story, or several stacked, in a room: heads measured, frames cut, copy filled in."""

from collections.abc import Sequence

from msgspec import Struct

from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.page.edges import rule
from layout.page.flow import flow_of
from layout.page.frames import frames_of
from layout.page.rooms import Leg, Room, legs_of
from layout.page.thread import Fill, Remainder, Thread
from layout.page.top import measure_top, place_top
from layout.page.types import Placed, Setting, StoryFit
from layout.resolve.types import BlockPlan, Grid, StoriesPlan, StoryPlan
from layout.units import Emu

HOLE = 3  # lines that may stay empty at a story's end (art direction: no hole over three lines)


class SetStory(Struct, frozen=True):
    """A story in its place: what was placed, how it fits, the first line of the grid below it."""

    placed: tuple[Placed, ...]
    fit: StoryFit
    end: int


def set_stories(
    block: BlockPlan, content: StoriesPlan, room: Room, setting: Setting
) -> Outcome[tuple[SetStory, ...]]:
    """The block's stories from the top of its room down. A story by itself has all of
    it; those of a stack take the least height that holds them with level columns."""
    grid = setting.grid
    legs, found = legs_of(room, grid, content.columns, block.where)
    done: list[SetStory] = []
    top, foot = room.top, room.top + room.lines
    for number, story in enumerate(content.stories):
        alone = len(content.stories) == 1
        outcome = _set_story(story, block, legs, top, foot, room.clear, setting, balanced=not alone)
        found += outcome.diagnostics
        done.append(outcome.value)
        if number < len(content.stories) - 1:
            end = outcome.value.end
            done[-1] = _with_rule(done[-1], block, legs, end, grid)
            top = min(end + grid.gap, foot)
    return Outcome(tuple(done), (*found, *_told(block, done, foot, grid)))


def _set_story(
    story: StoryPlan,
    block: BlockPlan,
    legs: tuple[Leg, ...],
    top: int,
    foot: int,
    clear: int,
    setting: Setting,
    *,
    balanced: bool,
) -> Outcome[SetStory]:
    grid = setting.grid
    over = _legs_at(legs, top)
    x, width = (over[0].x, over[-1].x + over[-1].measure - over[0].x) if over else (0, grid.measure)
    measured = measure_top(story, x, width, setting)
    head = measured.value
    found = list(measured.diagnostics)
    room = min(_head_room(over, top) + clear, foot - top)
    if head.rows > room:
        facts: dict[str, Fact] = {
            "story": story.id,
            "lines": head.rows,
            "room": max(0, min(room, foot - top)),
        }
        found.append(Diagnostic("F013", "error", story.where, facts))
    below = _below_head(legs, over, top, head.rows)
    flow, shaped = flow_of(story, setting.library)
    found += shaped
    thread = Thread(story, flow, setting.library, grid, block.id, setting.words)
    fill, end = _fill(thread, below, top, foot, head.rows, balanced=balanced)
    found += fill.diagnostics
    above = place_top(head, story, grid.line_y(top), block.id, setting) if over else ()
    placed = (*above, *fill.placed)
    if fill.over:
        found.append(_overset(story, fill.over))
    return Outcome(SetStory(placed, _fit(story, block, fill), end), tuple(found))


def _fill(
    thread: Thread, legs: tuple[Leg, ...], top: int, foot: int, head: int, *, balanced: bool
) -> tuple[Fill, int]:
    """The story filled into what is below its head, and the line of the grid below it all.

    Balanced: the least height at which all of it is set. Line places grow with the height, so the search
    begins at the height that their number asks for, and a few steps settle what crossheads need.
    """
    whole = thread.fill(frames_of(legs, top, foot))
    if not balanced or whole.over:
        return whole, foot
    lines = whole.lines - thread.saved_at_heads
    height = max(1, -(-lines // max(1, len(legs))))
    for end in range(min(top + head + height, foot), foot + 1):
        frames = frames_of(legs, top, end)
        if sum(f.lines for f in frames) < lines:
            continue
        fill = thread.fill(frames)
        if fill.over is None:
            return fill, end
    return whole, foot


def _legs_at(legs: Sequence[Leg], line: int) -> list[Leg]:
    """The first run of neighbouring legs that are free at a line: what a head there stands over."""
    run: list[Leg] = []
    for leg in legs:
        if any(first <= line < first + lines for first, lines in leg.strips):
            run.append(leg)
        elif run:
            break
    return run


def _head_room(legs: Sequence[Leg], top: int) -> int:
    """Lines that are free in all of `legs` from `top` down."""
    return min(
        (first + lines - top for leg in legs for first, lines in leg.strips if first <= top < first + lines),
        default=0,
    )


def _below_head(legs: tuple[Leg, ...], over: Sequence[Leg], top: int, rows: int) -> tuple[Leg, ...]:
    """The legs, less the head's rows in those that it stands over."""
    return tuple(
        Leg(leg.x, leg.measure, _from(leg.strips, top + rows))
        if leg in over
        else Leg(leg.x, leg.measure, _from(leg.strips, top))
        for leg in legs
    )


def _from(strips: tuple[tuple[int, int], ...], line: int) -> tuple[tuple[int, int], ...]:
    cut = ((max(first, line), first + lines) for first, lines in strips)
    return tuple((first, end - first) for first, end in cut if end > first)


def _with_rule(done: SetStory, block: BlockPlan, legs: tuple[Leg, ...], end: int, grid: Grid) -> SetStory:
    """The story with the rule between it and the next one of its stack, in the middle of the gap."""
    stroke = block.rules.get("between")
    if stroke is None or not legs:
        return done
    y: Emu = grid.line_y(end) + grid.gap * grid.leading // 2
    ends = (legs[0].x, y, legs[-1].x + legs[-1].measure, y)
    return SetStory((*done.placed, rule(ends, stroke, block.id)), done.fit, done.end)


def _fit(story: StoryPlan, block: BlockPlan, fill: Fill) -> StoryFit:
    over = fill.over or Remainder(0, 0, "", -1)
    return StoryFit(
        story.id,
        block.id,
        fill.lines,
        fill.spare,
        over.lines,
        over.characters,
        over.stopped_at if fill.over else "",
    )


def _overset(story: StoryPlan, over: Remainder) -> Diagnostic:
    where = Where(story.where.document, (*story.where.path, "body"), over.at, 1)
    facts: dict[str, Fact] = {"story": story.id, "characters": over.characters, "lines": over.lines}
    if not over.stopped_at:
        return Diagnostic("F004", "error", where, facts)
    return Diagnostic("F001", "error", where, facts | {"words": over.stopped_at})


def _told(block: BlockPlan, done: Sequence[SetStory], foot: int, grid: Grid) -> tuple[Diagnostic, ...]:
    """What is left of the room under the last story, where it is more than white can bear."""
    if not done or any(d.fit.over_lines for d in done):
        return ()
    if len(done) > 1:
        left = foot - done[-1].end
        if left > HOLE:
            return (Diagnostic("F003", "warning", block.where, {"block": block.id, "lines": left}),)
        return ()
    fit = done[0].fit
    if fit.spare > HOLE:
        return (Diagnostic("F002", "warning", block.where, {"story": fit.story, "lines": fit.spare}),)
    return ()
