"""One story, or several stacked, in a room: heads measured, frames cut, copy filled in."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome
from layout.page.edges import rule
from layout.page.flow import flow_of
from layout.page.lattice import own_lattice
from layout.page.regions import Region, regions_of
from layout.page.report import fit_of, overset
from layout.page.rooms import Leg, Room, legs_of
from layout.page.sections import Filled, fill_story
from layout.page.thread import Thread
from layout.page.top import below_top, place_top, stand
from layout.page.types import Placed, Setting, StoryFit
from layout.resolve.types import BlockPlan, Grid, StoriesPlan, StoryPlan
from layout.units import Emu

HOLE = 3  # lines that may stay empty at a story's end (art direction: no hole over three lines)


class SetStory(Struct, frozen=True):
    """A story in its place: what was placed, how it fits, the first line of the grid below it, the lines that its
    head takes, how many columns its text has, the lines that are left in the room below it."""

    placed: tuple[Placed, ...]
    fit: StoryFit
    end: int
    head: int
    columns: int
    left: int


def set_stories(
    block: BlockPlan,
    content: StoriesPlan,
    room: Room,
    setting: Setting,
    more: Sequence[tuple[BlockPlan, Room]] = (),
) -> Outcome[tuple[SetStory, ...]]:
    """The block's stories from the top of its room down. A story by itself has all of it, and then the rooms that
    continue it (`more`); those of a stack take the least height that holds them with level columns."""
    page = setting
    room, grid = lattice_of(block, content, room, page.grid)
    setting = replace(page, grid=grid)
    legs, found = legs_of(room, grid, content.columns, block.where, content.widths)
    beyond = _beyond(more, len(legs), block, content, page)
    done: list[SetStory] = []
    top, foot = room.top, room.top + room.lines
    for number, story in enumerate(content.stories):
        outcome = _set_story(story, block, legs, top, foot, room.clear, setting, beyond)
        found += outcome.diagnostics
        done.append(outcome.value)
        if number < len(content.stories) - 1:
            end = outcome.value.end
            done[-1] = _with_rule(done[-1], block, legs, end, grid)
            top = min(end + grid.gap, foot)
    return Outcome(tuple(done), (*found, *_told(block, done, foot, grid)))


def lattice_of(block: BlockPlan, content: StoriesPlan, room: Room, grid: Grid) -> tuple[Room, Grid]:
    """The room in lines of the block's lattice, and that lattice."""
    if block.lattice == "page" or not content.stories:
        return room, grid
    return own_lattice(room, grid, content.stories[0].styles["body"])


def _set_story(
    story: StoryPlan,
    block: BlockPlan,
    legs: tuple[Leg, ...],
    top: int,
    foot: int,
    clear: int,
    setting: Setting,
    beyond: Sequence[Region],
) -> Outcome[SetStory]:
    grid, content = setting.grid, block.content
    assert isinstance(content, StoriesPlan)
    over = _legs_at(legs, top)
    room = min(_head_room(over, top) + clear, foot - top)
    measured = stand(story, over, room, setting)
    head = measured.value
    found = list(measured.diagnostics)
    if head.rows > room:
        facts: dict[str, Fact] = {
            "story": story.id,
            "lines": head.rows,
            "room": max(0, min(room, foot - top)),
        }
        found.append(Diagnostic("F013", "error", story.where, facts))
    below = below_top(legs, head, top, grid)
    flow, shaped = flow_of(story, setting.library, content.inserts, setting.memo.shape)
    found += shaped
    thread = Thread(story, flow, setting.library, grid, block.id, setting.words, setting.memo)
    alone = len(content.stories) == 1
    regions, mode = (*regions_of(below, top, foot), *beyond), content.fill if alone else None
    fill = fill_story(thread, regions, mode)
    end = max(fill.end, min(top + head.rows, foot))
    found += fill.diagnostics
    if alone:
        found += _feet(fill, content, story)
    above = place_top(head, story, grid.line_y(top), block.id, setting) if over else ()
    placed = (*above, *fill.placed)
    if fill.over:
        found.append(overset(story, fill.over))
    fit = fit_of(story, block.id, thread, fill, grid)
    if fill.over and setting.advising:
        from layout.page.advice import cuts, told

        advice = cuts(thread, regions, mode, fill.over, fill.measure)
        fit = replace(fit, cuts=advice)
        found += told(story, advice)
    return Outcome(SetStory(placed, fit, end, head.rows, max(1, len(legs)), foot - end), tuple(found))


def _beyond(
    more: Sequence[tuple[BlockPlan, Room]], legs: int, block: BlockPlan, content: StoriesPlan, page: Setting
) -> tuple[Region, ...]:
    """The regions of the rooms that continue a story, in its lattice."""
    out: list[Region] = []
    for other, room in more:
        room, lattice = lattice_of(block, content, room, page.grid)
        cut, _ = legs_of(room, lattice, 0, other.where)
        out += regions_of(cut, room.top, room.top + room.lines, other.id, lattice, legs)
        legs += len(cut)
    return tuple(out)


def _feet(fill: Filled, content: StoriesPlan, story: StoryPlan) -> tuple[Diagnostic, ...]:
    """Columns that end above their neighbours. The last one may, by a few lines, where nothing else was asked for
    (art direction)."""
    found = []
    for foot in fill.feet:
        if foot.last and (content.fill == "bottom" or foot.lines > HOLE):
            continue  # what is left at the end is told as a whole
        facts: dict[str, Fact] = {"story": story.id, "column": foot.leg + 1, "lines": foot.lines}
        found.append(Diagnostic("F019", "info" if foot.last else "warning", story.where, facts))
    return tuple(found)


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


def _with_rule(done: SetStory, block: BlockPlan, legs: tuple[Leg, ...], end: int, grid: Grid) -> SetStory:
    """The story with the rule between it and the next one of its stack, in the middle of the gap."""
    stroke = block.rules.get("between")
    if stroke is None or not legs:
        return done
    y: Emu = grid.line_y(end) + grid.gap * grid.leading // 2
    ends = (legs[0].x, y, legs[-1].x + legs[-1].measure, y)
    return replace(done, placed=(*done.placed, rule(ends, stroke, block.id)))


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
    content = block.content
    level = isinstance(content, StoriesPlan) and content.fill == "balance"
    if fit.spare > HOLE * (done[0].columns if level else 1):
        return (Diagnostic("F002", "warning", block.where, {"story": fit.story, "lines": fit.spare}),)
    return ()
