"""Areas to rooms: what is left of each area for its copy, once gaps, holes and boxes are taken off."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Where
from layout.geometry import Insets, Rect
from layout.page.outline import RECTANGLE, Strip, frame_edges, inset_of, kept_clear, side_of, trimmed
from layout.page.wrap import NARROWEST, Obstacle, crumbs, wrapped
from layout.resolve.types import (
    Blank,
    BlockPlan,
    Content,
    ContinuesPlan,
    Grid,
    OverPlan,
    PicturePlan,
    StoriesPlan,
)
from layout.units import Emu

TEXT = (StoriesPlan, ContinuesPlan)  # what text flows in


class Leg(Struct, frozen=True):
    """One text column of a room: its inline start, its measure, and the strips of the grid that are free in
    it, from the top. `wraps` are those of its lines that an obstacle makes shorter: (line, inline start, measure),
    the measure 0 where no text goes."""

    x: Emu
    measure: Emu
    strips: tuple[Strip, ...]
    wraps: tuple[tuple[int, Emu, Emu], ...] = ()


class Room(Struct, frozen=True):
    """What a block has to stand in. `outer` is the rectangle round its area less the gap at the foot; `x`,
    `width` bound what is inside its box; `top` and `lines` are the lines of the grid that it reaches over,
    inside its box; `columns` the free strips of each of the area's grid columns. `cut_off`: a column ends at
    another story's area and part of it below stays empty. `clears` are the lines at which strips end above the
    story's own holes: such a line is kept free of text, but a head may reach into it, since it brings its own
    white. Text runs round `obstacles`, and keeps clear of the `sides` of a box with steps. `feet` is the line below the
    last free one of each column, a box's inset not taken off."""

    outer: Rect
    x: Emu
    width: Emu
    top: int
    lines: int
    first_column: int
    columns: tuple[tuple[Strip, ...], ...]
    boxed: bool
    cut_off: str = ""
    clears: tuple[int, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    sides: tuple[Obstacle, ...] = ()
    feet: tuple[int, ...] = ()


def rooms(blocks: Sequence[BlockPlan], grid: Grid) -> dict[str, Room]:
    """A room for each block that stands on the grid, by the block's id."""
    on_grid = [block for block in blocks if block.area]
    ground = _ground([block for block in blocks if block.wrap is None], grid)
    level = replace(grid, gap=0)  # round what pushes text aside there is the margin of its wrap instead
    frames = {letter: block for block in on_grid if block.box for letter in (block.id, *block.box.around)}
    return {
        block.id: _room(block, ground, frames, blocks, grid)
        if block.wrap is None
        else _room(block, _ground([block], grid), frames, blocks, level)
        for block in on_grid
    }


def beyond(
    block: BlockPlan, blocks: Sequence[BlockPlan], room_of: Mapping[str, Room]
) -> tuple[tuple[BlockPlan, Room], ...]:
    """The rooms in which the block's stories go on, in the order of the spec."""
    if not isinstance(block.content, StoriesPlan):
        return ()
    own = {story.id for story in block.content.stories}
    return tuple(
        (other, room_of[other.id])
        for other in blocks
        if isinstance(other.content, ContinuesPlan) and other.content.story in own and other.id in room_of
    )


def legs_of(
    room: Room, grid: Grid, count: int, where: Where, widths: tuple[Emu, ...] = ()
) -> tuple[tuple[Leg, ...], tuple[Diagnostic, ...]]:
    """The room cut into `count` legs (0: one for each grid column), or into legs of `widths`.

    Other than the grid's own columns (破栏, or inside a box), legs are equal and whole characters wide, the
    remainder goes to the gaps between them; several to each grid column stand in it. F018: the widths that were
    asked for are too much. In a room whose columns differ the legs' edges must meet the
    holes' edges; else a finding names the nearest number that does.
    """
    wanted = count or len(room.columns)
    over = sum(widths) + (len(widths) - 1) * min(grid.gutter, grid.body) - room.width
    if widths and over > 0:
        said: dict[str, Fact] = {"over": round(over / grid.body, 2), "columns": wanted}
        equal, told = legs_of(room, grid, wanted, where)
        return equal, (Diagnostic("F018", "error", where, said), *told)
    legs = _cut(room, grid, wanted, widths)
    if legs is not None:
        inside = (narrowed(wrapped(leg, room.sides, grid)) for leg in legs) if room.sides else legs
        beside = tuple(wrapped(leg, room.obstacles, grid) for leg in inside)
        return beside, crumbs(beside, room.obstacles, grid, where)
    narrow = min(NARROWEST * grid.body, grid.measure)
    cuts = ((n, _cut(room, grid, n)) for n in range(1, 4 * len(room.columns)))
    fitting = [n for n, cut in cuts if cut is not None and all(leg.measure >= narrow for leg in cut)]
    nearest = min(fitting, key=lambda n: (abs(n - wanted), n)) if fitting else 0
    facts: dict[str, Fact] = {"columns": wanted, "nearest": nearest}
    found = Diagnostic("F011", "error", where, facts, hint=str(nearest or ""))
    instead = (_cut(room, grid, nearest) or ()) if nearest else ()
    return tuple(wrapped(leg, room.obstacles, grid) for leg in instead), (found,)


def narrowed(leg: Leg) -> Leg:
    """The leg; where all of its lines are shorter in the same way, one that is narrower."""
    places = {(x, measure) for _, x, measure in leg.wraps}
    lines = sum(lines for _, lines in leg.strips)
    if len(places) != 1 or len(leg.wraps) < lines:
        return leg
    ((x, measure),) = places
    return replace(leg, x=x, measure=measure, wraps=()) if measure else leg


def _ground(blocks: Sequence[BlockPlan], grid: Grid) -> list[list[str]]:
    """Whose each cell is: `ground[column][line]`, "" for nobody's. Floating blocks (`at`) lie on top."""
    ground = [[""] * grid.lines for _ in range(grid.columns)]
    for block in sorted(blocks, key=lambda b: b.floating):
        for column, first, lines in _cells(block, grid):
            ground[column][first : first + lines] = [block.id] * lines
    return ground


def _cells(block: BlockPlan, grid: Grid) -> list[tuple[int, int, int]]:
    """The strips (column, first line, lines) that a block takes of the grid."""
    if block.area:
        legs = enumerate(block.area.legs, block.area.bounds.column)
        return [(column, first, lines) for column, strips in legs for first, lines in strips]
    if block.free is None:
        return []
    first = max(0, (block.free.y - grid.y) // grid.leading)
    end = min(grid.lines, -((grid.y - block.free.bottom) // grid.leading))
    return [
        (column, first, end - first)
        for column in range(grid.columns)
        if end > first
        and grid.column_x(column) < block.free.right
        and block.free.x < grid.column_x(column) + grid.measure
    ]


def _room(
    block: BlockPlan,
    ground: list[list[str]],
    frames: dict[str, BlockPlan],
    blocks: Sequence[BlockPlan],
    grid: Grid,
) -> Room:
    area = block.area
    assert area is not None
    bounds, frame = area.bounds, frames.get(block.id)
    holes = {b.id for b in blocks if _belongs(b, block)}
    near = {b.id for b in blocks if b.id in holes and _is_shown(b, block) and frames.get(b.id) is frame}
    within = ground[bounds.column : bounds.column + bounds.columns]
    columns = tuple(tuple(_strips(column, block.id, holes, near, grid.gap)) for column in within)
    top = bounds.line
    foot = max((first + lines for strips in columns for first, lines in strips), default=top)
    outer = grid.rect(bounds.column, top, bounds.columns, foot - top)
    edges = frame_edges(frame, blocks) if frame else ()
    stepped = not area.is_rectangle and len(edges) > RECTANGLE
    inset = inset_of(area, edges, frame.box) if frame and frame.box and not stepped else Insets()
    above, below = -(-inset.top // grid.leading), -(-inset.bottom // grid.leading)
    inner = tuple(trimmed(strips, top + above, foot - below) for strips in columns)
    sides: tuple[Obstacle, ...] = ()
    if stepped and frame and frame.box:
        inner = tuple(
            kept_clear(strips, edges, column, frame.box, grid)
            for column, strips in enumerate(columns, bounds.column)
        )
        above = min((strips[0][0] for strips in inner if strips), default=top) - top
        below = foot - max((sum(strips[-1]) for strips in inner if strips), default=foot)
        sides = tuple(side_of(edge, frame.box, grid) for edge in edges if edge.side in ("left", "right"))
    return Room(
        outer=outer,
        x=outer.x + inset.left,
        width=outer.width - inset.left - inset.right,
        top=top + above,
        lines=foot - below - top - above,
        first_column=bounds.column,
        columns=inner,
        boxed=frame is not None and not stepped,
        cut_off=next(filter(None, (_cut_off(column, block.id, holes) for column in within)), ""),
        clears=_clears(within, columns, near) if grid.gap else (),
        sides=sides,
        feet=tuple(max((first + lines for first, lines in strips), default=foot) for strips in columns),
    )


def _belongs(other: BlockPlan, block: BlockPlan) -> bool:
    """Whether one is a story and the other a hole that its text passes over: a picture, say, that is the
    story's own or nobody's."""
    if isinstance(block.content, TEXT):
        return other.id != block.id and _is_hole(other.content, block.content)
    return isinstance(other.content, TEXT) and _is_hole(block.content, other.content)


def _is_hole(content: Content, text: StoriesPlan | ContinuesPlan) -> bool:
    own = (text.story,) if isinstance(text, ContinuesPlan) else tuple(s.id for s in text.stories)
    if isinstance(content, PicturePlan):
        return content.story in ("", *own) and not content.ad
    if isinstance(content, Blank):
        return content.picture_of in (None, "", *own)
    return not isinstance(content, TEXT)


def _is_shown(other: BlockPlan, block: BlockPlan) -> bool:
    """Whether one of the two is a picture or a head over several stories, which stand closer to a story than other
    blocks do."""
    return any(
        isinstance(b.content, OverPlan)
        or (isinstance(b.content, PicturePlan) and not b.content.ad)
        or (isinstance(b.content, Blank) and b.content.picture_of is not None)
        for b in (other, block)
    )


def _cut_off(column: list[str], letter: str, holes: set[str]) -> str:
    """What is no hole and stands in a column above more cells of the area, where its text does not follow; "" if
    nothing does."""
    runs = [key for key, _ in groupby(column)]
    first, last = (runs.index(letter), len(runs) - 1 - runs[::-1].index(letter)) if letter in runs else (0, 0)
    return next((key for key in runs[first:last] if key and key != letter and key not in holes), "")


def _strips(column: list[str], letter: str, holes: set[str], near: set[str], gap: int) -> list[Strip]:
    """The runs of `letter` in a column, each less the gap to what stands below it: one line to what is `near`
    (a story and its own picture), else the theme's, so that the feet of an area are level where it stands partly on
    blank cells. The column ends at what is no hole."""
    strips: list[Strip] = []
    line = 0
    while line < len(column):
        if column[line] != letter:
            if strips and column[line] and column[line] not in holes:
                break
            line += 1
            continue
        first = line
        while line < len(column) and column[line] == letter:
            line += 1
        clear = 0 if line == len(column) else min(1, gap) if column[line] in near else gap
        free = line - first - clear
        if free > 0:
            strips.append((first, free))
    return strips


def _clears(
    within: Sequence[list[str]], columns: Sequence[tuple[Strip, ...]], near: set[str]
) -> tuple[int, ...]:
    """The lines at which all strips that end there end above the story's own holes, the line of white between."""
    ends = [
        (sum(strip), column[sum(strip) + 1 : sum(strip) + 2])
        for column, strips in zip(within, columns)
        for strip in strips
    ]
    others = {end for end, below in ends if not below or below[0] not in near}
    return tuple(sorted({end for end, _ in ends} - others))


def _cut(room: Room, grid: Grid, count: int, widths: tuple[Emu, ...] = ()) -> tuple[Leg, ...] | None:
    """`count` equal legs, or legs of `widths`; None where a leg's edge does not meet a hole's."""
    if widths:
        spare = room.width - sum(widths)
        gaps = [i * spare // max(1, count - 1) for i in range(count)]
        places = [(room.x + sum(widths[:i]) + gap, width) for i, (gap, width) in enumerate(zip(gaps, widths))]
        return _legs_on(places, room, grid)
    each, rest = divmod(count, max(1, len(room.columns)))
    if each > 1 and not rest and not room.boxed:
        columns = (
            replace(room, x=grid.column_x(room.first_column + i), width=grid.measure)
            for i in range(len(room.columns))
        )
        inside = [_equal(column, grid, each) for column in columns]
        return _legs_on([p for places in inside for p in places], room, grid) if all(inside) else None
    if count == len(room.columns) and not room.boxed:
        return tuple(
            Leg(grid.column_x(room.first_column + i), grid.measure, strips)
            for i, strips in enumerate(room.columns)
        )
    return _legs_on(_equal(room, grid, count), room, grid)


def _equal(room: Room, grid: Grid, count: int) -> list[tuple[Emu, Emu]]:
    """Start and measure of `count` equal legs of whole characters; none where they would hold none."""
    if count < 1:
        return []
    gutter = grid.gutter
    characters = (room.width - (count - 1) * gutter) // count // grid.body
    if characters < 1:
        return []
    measure = characters * grid.body
    spare = room.width - count * measure
    starts = (room.x + i * measure + (i * spare // (count - 1) if count > 1 else 0) for i in range(count))
    return [(x, measure) for x in starts]


def _legs_on(places: Sequence[tuple[Emu, Emu]], room: Room, grid: Grid) -> tuple[Leg, ...] | None:
    """Legs at these places, each with the strips of the grid columns that it stands on; None where those differ."""
    if not places:
        return None
    legs = []
    for x, measure in places:
        over = {
            strips
            for i, strips in enumerate(room.columns)
            if grid.column_x(room.first_column + i) < x + measure
            and x < grid.column_x(room.first_column + i) + grid.measure
        }
        if len(over) != 1:
            return None
        legs.append(Leg(x, measure, over.pop()))
    return tuple(legs)
