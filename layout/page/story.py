"""One story, or several stacked, in a room: heads measured, frames cut, copy filled in."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome
from layout.page.edges import rule
from layout.page.flow import flow_of
from layout.page.head import head_where
from layout.page.lattice import own_lattice
from layout.page.regions import Region, regions_of
from layout.page.report import PARAGRAPH, capacity, fit_of, overset, told_once
from layout.page.rooms import Leg, Room, legs_of
from layout.page.sections import Filled, fill_story
from layout.page.thread import Thread
from layout.page.top import MeasuredTop, at_line, below_top, place_top, stand
from layout.page.types import Placed, Setting, StoryFit
from layout.resolve.types import BlockPlan, ContinuesPlan, FillMode, Grid, StoriesPlan, StoryPlan
from layout.units import Emu

HOLE = 3  # lines that may stay empty at a story's end (F002: more reads as a hole)


class SetStory(Struct, frozen=True):
    """A story in its place: what was placed, how it fits, the first line of the grid that is its own and the first
    one below it, the lines that its head takes, how many columns its text has, the lines that are left in the room
    below it. `uneven` line places are missing at its columns' feet. `thread` set it, on `measure` in the mean."""

    placed: tuple[Placed, ...]
    fit: StoryFit
    top: int
    end: int
    head: int
    columns: int
    left: int
    uneven: int
    thread: Thread
    measure: Emu


class Ground(Struct, frozen=True):
    """What the stories of a block are set on: its columns, free from line `top` of the lattice to `foot`; `clears` as
    in a `Room`; by story the regions of the rooms in which it goes on. `alone`: there is one story, which has all."""

    block: BlockPlan
    content: StoriesPlan
    legs: tuple[Leg, ...]
    top: int
    foot: int
    clears: tuple[int, ...]
    setting: Setting
    beyond: dict[str, tuple[Region, ...]]
    alone: bool


class Share(Struct, frozen=True):
    """What a story of a stack has of its room: `lines` of it (None: as many as it needs), filled as `mode` says, and
    `white` lines under it besides the gap."""

    lines: int | None = None
    white: int = 0
    mode: FillMode | None = None


def set_stories(
    block: BlockPlan,
    content: StoriesPlan,
    room: Room,
    setting: Setting,
    more: Sequence[tuple[BlockPlan, Room]] = (),
) -> Outcome[tuple[SetStory, ...]]:
    """The block's stories from the top of its room down. A story by itself has all of it, and then the rooms that
    continue it (`more`); those of a stack take the least height that holds them with level columns, and what is
    left goes where `fill` says."""
    room, grid = lattice_of(block, content, room, setting.grid)
    legs, found = legs_of(room, grid, content.columns, block.where, content.widths)
    beyond = _beyond(more, len(legs), block, content, setting)
    own, foot = replace(setting, grid=grid), room.top + room.lines
    alone = len(content.stories) == 1
    ground = Ground(block, content, legs, room.top, foot, room.clears, own, beyond, alone)
    done = set_on(ground)
    stories = tuple(one.value for one in done)
    found += tuple(finding for one in done for finding in one.diagnostics)
    told = told_of(ground, stories)
    if setting.advising and (told or any(story.fit.over_lines for story in stories)):
        from layout.page.advice import advised

        advice = advised(ground, stories)
        stories, told = advice.value, (*told, *advice.diagnostics)
    return Outcome(stories, (*found, *told))


def set_on(ground: Ground) -> tuple[Outcome[SetStory], ...]:
    """All stories of a ground in their places."""
    done = set_down(ground, ())
    if len(done) > 1 and (ground.content.fill != "bottom" or ground.beyond):
        from layout.page.stack import shared

        return shared(ground, done)
    return done


def set_down(ground: Ground, shares: Sequence[Share]) -> tuple[Outcome[SetStory], ...]:
    """The stories one under the other, each in its share of the room; () for as much as each needs."""
    done: list[Outcome[SetStory]] = []
    top, last = ground.top, len(ground.content.stories) - 1
    for number in range(last + 1):
        share = shares[number] if shares else Share()
        one = set_story(ground, number, _start(ground, number, top) if number else top, share)
        if number < last:
            white = ground.setting.grid.gap + share.white
            one = replace(one, value=_with_rule(one.value, ground, white))
            top = min(one.value.end + white, ground.foot)
        done.append(one)
    return tuple(done)


def lattice_of(block: BlockPlan, content: StoriesPlan, room: Room, grid: Grid) -> tuple[Room, Grid]:
    """The room in lines of the block's lattice, and that lattice."""
    if block.lattice == "page" or not content.stories:
        return room, grid
    return own_lattice(room, grid, content.stories[0].styles["body"])


def set_story(ground: Ground, number: int, top: int, share: Share) -> Outcome[SetStory]:
    """One story of the ground from line `top` down.

    F013: its head is too high for the strip that it stands in.
    """
    block, content, setting = ground.block, ground.content, ground.setting
    story, grid = content.stories[number], setting.grid
    over, room, measured = _topped(ground, number, top)
    head, found = measured.value, list(measured.diagnostics)
    foot = ground.foot if share.lines is None else min(top + share.lines, ground.foot)
    if head.rows > room:
        facts: dict[str, Fact] = {"story": story.id, "lines": head.rows, "room": max(0, room)}
        found.append(Diagnostic("F013", "error", head_where(story), facts))
    below = below_top(ground.legs, head, top, grid)
    flow, shaped = flow_of(story, setting.library, content.inserts, setting.memo.shape)
    thread = Thread(story, flow, setting.library, grid, block.id, setting.words, setting.memo)
    regions = (*regions_of(below, top, foot), *ground.beyond.get(story.id, ()))
    fill = fill_story(thread, regions, content.fill if ground.alone else share.mode)
    end = max(fill.end, min(top + head.rows, foot))
    if any(thing.tag.block != block.id for thing in fill.placed[-1:]):
        end = foot  # it goes on in another room
    found += (*shaped, *fill.diagnostics, *_feet(fill, content, story))
    above = place_top(head, story, grid.line_y(top), block.id, setting) if over else ()
    if fill.over:
        found.append(overset(story, fill.over))
    done = SetStory(
        placed=(*above, *fill.placed),
        fit=fit_of(story, block.id, thread, fill, grid),
        top=top,
        end=end,
        head=head.rows,
        columns=max(1, len(ground.legs)),
        left=ground.foot - end,
        uneven=sum(foot.lines for foot in fill.feet),
        thread=thread,
        measure=fill.measure,
    )
    return Outcome(done, told_once(found, story))


def _start(ground: Ground, number: int, top: int) -> int:
    """The first line from `top` on that has room for a story's head and a line of text: below a hole, where the
    strip above it is too low."""
    below = sorted({first for leg in ground.legs for first, _ in leg.strips if first > top})
    for line in (top, *below) if below else ():
        over, room, head = _topped(ground, number, line)
        if head.value.rows <= room and head.value.rows < _text_room(over, line):
            return line
    return top


def _topped(ground: Ground, number: int, top: int) -> tuple[list[Leg], int, Outcome[MeasuredTop]]:
    """The columns that are free at a story's top, for how many lines, and its head measured over them."""
    over = _legs_at(ground.legs, top)
    room = _head_room(over, top)
    clear = 1 if top + room in ground.clears else 0
    room = min(room + clear, ground.foot - top)
    stepped = ground.block.box and ground.block.area and not ground.block.area.is_rectangle
    inside = [at_line(leg, top) for leg in over] if stepped else over
    return over, room, stand(ground.content.stories[number], inside, room, ground.setting)


def _beyond(
    more: Sequence[tuple[BlockPlan, Room]], legs: int, block: BlockPlan, content: StoriesPlan, page: Setting
) -> dict[str, tuple[Region, ...]]:
    """The regions of the rooms that continue the stories, in their lattice."""
    out: dict[str, tuple[Region, ...]] = {}
    for other, room in more:
        assert isinstance(other.content, ContinuesPlan)
        room, lattice = lattice_of(block, content, room, page.grid)
        cut, _ = legs_of(room, lattice, 0, other.where)
        name = other.content.story
        regions = regions_of(cut, room.top, room.top + room.lines, other.id, lattice, legs)
        out[name] = (*out.get(name, ()), *regions)
        legs += len(cut)
    return out


def _feet(fill: Filled, content: StoriesPlan, story: StoryPlan) -> tuple[Diagnostic, ...]:
    """Columns that end above their neighbours. The last one may, by a few lines, where nothing else was asked for."""
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


def _text_room(legs: Sequence[Leg], top: int) -> int:
    """Lines that are free in the one of `legs` that has most from `top` down."""
    return max(
        (first + lines - top for leg in legs for first, lines in leg.strips if first <= top < first + lines),
        default=0,
    )


def _head_room(legs: Sequence[Leg], top: int) -> int:
    """Lines that are free in all of `legs` from `top` down."""
    return min(
        (first + lines - top for leg in legs for first, lines in leg.strips if first <= top < first + lines),
        default=0,
    )


def _with_rule(done: SetStory, ground: Ground, white: int) -> SetStory:
    """The story with the rule between it and the next one of its stack, in the middle of `white` lines."""
    stroke, legs, grid = ground.block.rules.get("between"), ground.legs, ground.setting.grid
    if stroke is None or not legs:
        return done
    y: Emu = grid.line_y(done.end) + white * grid.leading // 2
    ends = (legs[0].x, y, legs[-1].x + legs[-1].measure, y)
    return replace(done, placed=(*done.placed, rule(ends, stroke, ground.block.id)))


def told_of(ground: Ground, done: Sequence[SetStory]) -> tuple[Diagnostic, ...]:
    """What is left of the room under the last story, where it is more than white can bear; what a stack is over."""
    block, columns = ground.block, done[0].columns if done else 1
    facts: dict[str, Fact] = {"block": block.id, "stories": len(done)}
    if any(one.fit.over_lines for one in done):
        if len(done) == 1:
            return ()
        facts |= {"lines": lacking(ground, done), "characters": sum(one.fit.over_characters for one in done)}
        return (Diagnostic("F005", "error", block.where, facts),)
    if len(done) > 1:
        return _left(ground, done)
    level = ground.content.fill == "balance"
    if done and done[0].fit.spare > HOLE * (columns if level else 1):
        one, fit = done[0], done[0].fit
        said: dict[str, Fact] = {"story": fit.story, "lines": fit.spare, "characters": _worth(one, fit.spare)}
        return (Diagnostic("F002", "warning", block.where, said),)
    return ()


def _left(ground: Ground, done: Sequence[SetStory]) -> tuple[Diagnostic, ...]:
    """The holes that a stack leaves: under a story whose follower had no room above a hole, and under the last."""
    where, gap = ground.block.where, ground.setting.grid.gap
    holes = [(one, after.top - one.end - gap) for one, after in zip(done, done[1:])]
    found = []
    for one, lines in holes:
        if lines > HOLE:
            said: dict[str, Fact] = {"story": one.fit.story, "lines": lines}
            said["characters"] = _worth(one, lines * one.columns)
            found.append(Diagnostic("F002", "warning", where, said))
    if done[-1].left > HOLE:
        facts: dict[str, Fact] = {"block": ground.block.id, "lines": done[-1].left}
        facts["characters"] = _worth(done[-1], done[-1].left * done[-1].columns)
        found.append(Diagnostic("F003", "warning", where, facts))
    return tuple(found)


def _worth(one: SetStory, lines: int) -> int:
    """About how many characters a story's next lines hold, in new paragraphs."""
    body = one.thread.story.styles["body"]
    return capacity(lines, max(1, round(lines / PARAGRAPH)), one.measure // body.size, body.indent / 1000, 1)


def lacking(ground: Ground, done: Sequence[SetStory]) -> int:
    """How many lines of height a stack lacks: what is over in level columns, and the heads and gaps of those stories
    that have no room at all."""
    gap, lines = ground.setting.grid.gap, 0
    for above, one in zip((None, *done), done):
        lines += -(-one.fit.over_lines // one.columns)
        if above and one.top == ground.foot:
            lines += one.head + gap - min(gap, above.left)
    return lines
