"""The page put together: the table of contents of this room."""

from layout.diag import Diagnostic, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect
from layout.page.banner import place_banner
from layout.page.credits import place_credits
from layout.page.edges import frame_of, rules_of
from layout.page.furniture import place_furniture
from layout.page.picture import place_picture
from layout.page.rooms import Room, rooms
from layout.page.story import set_stories
from layout.page.textblock import place_text
from layout.page.types import PageLayout, Placed, Setting, StoryFit
from layout.paragraph.types import Lexis
from layout.resolve.types import (
    BannerPlan,
    Blank,
    BlockPlan,
    CreditsPlan,
    Grid,
    PagePlan,
    PicturePlan,
    StoriesPlan,
    TextPlan,
)
from layout.tag import Tag


def compose(plan: PagePlan, library: FontLibrary) -> Outcome[PageLayout]:
    """The page: furniture, then frames and rules, then each block in the order of the spec. Copy that does
    not fit, rooms that are too small and the like are findings; the rest of the page is set all the same."""
    grid = plan.grid
    setting = Setting(grid, library, Lexis(frozenset(plan.words), plan.segmenter))
    room_of = rooms(plan.blocks, grid)
    placed: list[Placed] = []
    fits: list[StoryFit] = []
    found: list[Diagnostic] = []
    furniture = place_furniture(plan, library)
    placed += furniture.value
    found += furniture.diagnostics
    for block in plan.blocks:
        placed += filter(None, (frame_of(block, plan.blocks, room_of, grid),))
    for block in plan.blocks:
        room = room_of.get(block.id) or _free_room(block, plan)
        done = _block(block, room, setting)
        placed += done.value[0]
        fits += done.value[1]
        placed += rules_of(block, room, grid)
        found += done.diagnostics
        if block.area and not block.area.is_rectangle and not isinstance(block.content, StoriesPlan | Blank):
            found.append(Diagnostic("F017", "error", block.where, {"block": block.id}))
        if room.cut_off:
            found.append(Diagnostic("F014", "warning", block.where, {"block": block.id}))
    things, made = tuple(placed), tuple(fits)
    layout = PageLayout(plan.title, plan.date, plan.trim, plan.bleed, things, made, plan.number, plan.press)
    return Outcome(layout, tuple(_once(found)))


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """What is said of the whole page (T105: no dictionary) is said once, where it is met first."""
    first = next((d for d in found if d.code == "T105"), None)
    return [d for d in found if d.code != "T105" or d is first]


def _block(
    block: BlockPlan, room: Room, setting: Setting
) -> Outcome[tuple[tuple[Placed, ...], tuple[StoryFit, ...]]]:
    grid, library = setting.grid, setting.library
    area = _area(block, room, grid)
    tag = Tag(block=block.id)
    match block.content:
        case StoriesPlan():
            stories = set_stories(block, block.content, room, setting)
            placed = tuple(thing for story in stories.value for thing in story.placed)
            return Outcome((placed, tuple(story.fit for story in stories.value)), stories.diagnostics)
        case PicturePlan():
            tag = Tag("picture", block.content.story, block.id)
            done = place_picture(block.content, area, grid, library, tag)
        case CreditsPlan():
            done = place_credits(block.content, area, grid, library, Tag("credits", block=block.id))
        case BannerPlan():
            done = place_banner(block.content, area, grid, library, Tag("banner", block=block.id))
        case TextPlan():
            done = place_text(block.content, area, grid, library, Tag("text", block=block.id))
        case Blank():
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
