"""The page put together: the table of contents of this room."""

from collections.abc import Sequence
from typing import TypeAlias

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect
from layout.page.banner import place_banner
from layout.page.credits import place_credits
from layout.page.edges import frame_of, rules_of
from layout.page.furniture import place_furniture, place_nameplate
from layout.page.over import misplaced, place_over
from layout.page.picture import place_picture
from layout.page.rooms import Room, beyond, rooms
from layout.page.story import set_stories
from layout.page.types import PageLayout, Placed, Setting, StoryFit, Try
from layout.page.wrap import Obstacle, obstacles_of
from layout.paragraph.types import Lexis
from layout.resolve.types import (
    BannerPlan,
    Blank,
    BlockPlan,
    ContinuesPlan,
    CreditsPlan,
    Grid,
    NameplatePlan,
    OverPlan,
    PagePlan,
    PicturePlan,
    QrPlan,
    QuotePlan,
    StoriesPlan,
    TablePlan,
    TextPlan,
)
from layout.tag import Tag

SHAPELESS = (StoriesPlan, ContinuesPlan, Blank)  # what fills areas that are no rectangles

Set: TypeAlias = tuple[tuple[Placed, ...], tuple[StoryFit, ...]]
"""What stands in its place, and how its stories fit."""


def compose(plan: PagePlan, library: FontLibrary) -> Outcome[PageLayout]:
    """The page: furniture, then frames, then each block with its rules, in the order of the spec. Copy that does
    not fit, rooms that are too small and the like are findings; the rest of the page is set all the same."""
    setting = _setting(plan, library)
    plan, tries, done_to_fit = _fitted(plan, setting)
    room_of = rooms(plan.blocks, plan.grid)
    furniture = place_furniture(plan, library)
    frames = filter(None, (frame_of(block, plan.blocks, room_of, plan.grid) for block in plan.blocks))
    blocks = _blocks(plan, room_of, setting)
    things, fits = blocks.value
    if tries:
        fits = tuple(replace(fit, tries=tries.get(fit.block, ())) for fit in fits)
    placed = (*furniture.value, *frames, *things)
    layout = PageLayout(plan.title, plan.date, plan.trim, plan.bleed, placed, fits, plan.number, plan.press)
    return Outcome(layout, _once((*done_to_fit, *furniture.diagnostics, *blocks.diagnostics)))


def settled(plan: PagePlan, library: FontLibrary) -> PagePlan:
    """The plan as its fit ladders leave it."""
    return _fitted(plan, _setting(plan, library))[0]


def _setting(plan: PagePlan, library: FontLibrary) -> Setting:
    return Setting(plan.grid, library, Lexis(frozenset(plan.words), plan.segmenter))


def _once(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is said of the whole page (T105: no dictionary) is said once, where it is met first."""
    first = next((d for d in found if d.code == "T105"), None)
    return tuple(d for d in found if d.code != "T105" or d is first)


def _fitted(
    plan: PagePlan, setting: Setting
) -> tuple[PagePlan, dict[str, tuple[Try, ...]], tuple[Diagnostic, ...]]:
    """The plan with what may be changed to make copy fit changed, where a block says that anything may."""
    stories = (block.content for block in plan.blocks if isinstance(block.content, StoriesPlan))
    if not any(content.fit or content.fill == "grow" for content in stories):
        return plan, {}, ()
    from layout.page.fit import fitted
    from layout.page.trial import Trial

    done = fitted(plan, Trial(setting, _round_what(plan, setting)))
    return done.plan, done.tries, done.diagnostics


def _round_what(plan: PagePlan, setting: Setting) -> tuple[Obstacle, ...]:
    """What text runs round on this page."""
    pushing = [block for block in plan.blocks if block.wrap is not None]
    room_of = rooms(plan.blocks, setting.grid) if pushing else {}
    out: list[Obstacle] = []
    for block in pushing:
        room = room_of.get(block.id) or _free_room(block, plan)
        done = _block(block, room, setting, ())
        out += obstacles_of(block, _area(block, room, setting.grid), setting.grid, done.value[0])
    return tuple(out)


def _blocks(plan: PagePlan, room_of: dict[str, Room], setting: Setting) -> Outcome[Set]:
    """All blocks with their rules. First what text runs round: it lies under the text, and pushes it aside in every
    room. F014: an area is cut off by another; F017: it is no rectangle, and its block wants one."""
    grid = setting.grid
    placed: list[Placed] = []
    fits: list[StoryFit] = []
    found: list[Diagnostic] = []
    for block in sorted(plan.blocks, key=lambda b: b.wrap is None):
        room = room_of.get(block.id) or _free_room(block, plan)
        done = _block(block, room, setting, beyond(block, plan.blocks, room_of))
        pushing = obstacles_of(block, _area(block, room, grid), grid, done.value[0])
        if pushing:
            room_of = {i: replace(r, obstacles=(*r.obstacles, *pushing)) for i, r in room_of.items()}
        placed += (*done.value[0], *rules_of(block, room, grid))
        fits += done.value[1]
        found += (*done.diagnostics, *misplaced(block, plan.blocks))
        if block.area and not block.area.is_rectangle and not isinstance(block.content, SHAPELESS):
            found.append(Diagnostic("F017", "error", block.where, {"block": block.id}))
        if room.cut_off:
            cut: dict[str, Fact] = {"block": block.id, "other": room.cut_off}
            found.append(Diagnostic("F014", "warning", block.where, cut))
    return Outcome((tuple(placed), tuple(fits)), tuple(found))


def _block(
    block: BlockPlan, room: Room, setting: Setting, more: Sequence[tuple[BlockPlan, Room]]
) -> Outcome[Set]:
    """One block in its room; `more` are the rooms in which its stories go on."""
    grid, library = setting.grid, setting.library
    area = _area(block, room, grid)
    tag = Tag(block=block.id)
    match block.content:
        case StoriesPlan():
            stories = set_stories(block, block.content, room, setting, more)
            placed = tuple(thing for story in stories.value for thing in story.placed)
            return Outcome((placed, tuple(story.fit for story in stories.value)), stories.diagnostics)
        case PicturePlan():
            tag = Tag("picture", block.content.story, block.id)
            done = place_picture(block.content, area, grid, library, tag)
        case CreditsPlan():
            done = place_credits(block.content, area, grid, library, Tag("credits", block=block.id))
        case BannerPlan():
            done = place_banner(block.content, area, grid, library, Tag("banner", block=block.id))
        case OverPlan():
            done = place_over(block.content, area, setting, block)
        case TextPlan():
            from layout.page.textblock import place_text

            boxed = block.box is not None
            done = place_text(block.content, area, library, Tag("text", block=block.id), boxed=boxed)
        case NameplatePlan():
            done = place_nameplate(block.content, area, library, Tag("nameplate", block=block.id))
        case QrPlan():
            from layout.page.qr import place_qr

            done = place_qr(block.content, area, library, Tag("qr", block=block.id))
        case TablePlan():
            from layout.page.tableblock import place_table

            done = place_table(
                block.content, area, grid, library, Tag("table", block.content.story, block.id)
            )
        case QuotePlan():
            from layout.page.pullquote import place_quote

            done = place_quote(block.content, area, library, Tag("quote", block=block.id))
        case Blank() | ContinuesPlan():
            done = Outcome(())
    return Outcome((done.value, ()), done.diagnostics)


def _area(block: BlockPlan, room: Room, grid: Grid) -> Rect:
    """The rectangle of a block that is no story: in the grid the lines that are free in all of its columns. Where
    it is free of the grid, a picture or a banner, which keep off the edges of their lines, fill it all the same."""
    if block.area:
        first = [strips[0] if strips else (room.top, 0) for strips in room.columns]
        top = max(line for line, _ in first)
        lines = max(0, min(sum(strip) for strip in first) - top)
        return Rect(room.x, grid.line_y(top), room.width, lines * grid.leading)
    rect = room.outer
    if isinstance(block.content, PicturePlan):
        below = grid.leading - grid.baseline
    elif isinstance(block.content, BannerPlan):
        below = grid.leading
    else:
        return rect
    return Rect(rect.x, rect.y - grid.head, rect.width, rect.height + grid.head + below)


def _free_room(block: BlockPlan, plan: PagePlan) -> Room:
    """The room of a block that stands free of the grid."""
    rect = block.free or plan.trim
    inner = rect.inset(block.box.inset if block.box else Insets())
    return Room(inner, inner.x, inner.width, 0, 0, 0, (), boxed=block.box is not None)
