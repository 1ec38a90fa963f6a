"""Blocks: what stands in each area or at each free place."""

from msgspec.structs import replace

from layout.copy.names import read_names, space_name
from layout.diag import Outcome
from layout.resolve import parts
from layout.resolve.context import Context, place
from layout.resolve.dummy import read_dummy
from layout.resolve.heads import read_over
from layout.resolve.lengths import Ruler
from layout.resolve.pictures import read_picture
from layout.resolve.places import area_at, cells_of, free_rect
from layout.resolve.stories import banner_box, find_banner, read_story
from layout.resolve.strokes import read_box, read_rules
from layout.resolve.types import (
    Area,
    BannerPlan,
    Blank,
    BlockPlan,
    Box,
    Content,
    ContinuesPlan,
    CreditsPlan,
    Insert,
    Knob,
    PicturePlan,
    QuotePlan,
    StoriesPlan,
)
from layout.resolve.wraps import read_wrap
from layout.spec.model import AtCells, AtFree, AtStory, BlockSpec, BoxSpec, KnobSpec


def read_blocks(context: Context) -> Outcome[tuple[BlockPlan, ...]]:
    """All blocks, in the order of the page's spec."""
    areas = read_dummy(context.page.dummy, context.grid.lines)
    done = [
        read_block(letter, block, areas.get(letter), context) for letter, block in context.page.blocks.items()
    ]
    plans: list[BlockPlan] = []
    inserts: dict[str, list[Insert]] = {}
    for spec, plan in zip(context.page.blocks.values(), (d.value for d in done)):
        if isinstance(spec.at, AtStory):
            inserts.setdefault(spec.at.story, []).append(insert(spec.at, plan, context))
        else:
            plans.append(plan)
    placed = tuple(with_inserts(plan, inserts) for plan in plans) if inserts else tuple(plans)
    return Outcome(placed, tuple(f for d in done for f in d.diagnostics))


def insert(at: AtStory, plan: BlockPlan, context: Context) -> Insert:
    """A block that stands inside a story's text."""
    content = plan.content
    if not isinstance(content, PicturePlan | QuotePlan):  # a picture that can't be read
        content = QuotePlan((), context.styles.style("body"), plan.where)
    return Insert(plan.id, content, at.after, at.lines or 0, plan.box, plan.rules, plan.where, at.span)


def with_inserts(plan: BlockPlan, inserts: dict[str, list[Insert]]) -> BlockPlan:
    """The block, what stands inside its story with it."""
    content = plan.content
    if not isinstance(content, StoriesPlan) or len(content.stories) != 1:
        return plan
    own = inserts.get(content.stories[0].id, [])
    return replace(plan, content=replace(content, inserts=tuple(sorted(own, key=lambda one: one.after))))


def read_block(letter: str, block: BlockSpec, area: Area | None, context: Context) -> Outcome[BlockPlan]:
    """One block: its content, its place, its frame and rules. From here on it is known by its id."""
    if isinstance(block.at, AtCells):
        area = area_at(letter, cells_of(block.at))
    content = read_content(block, area, context)
    wrap = read_wrap(block, content.value, context)
    ruler, palette = context.styles.ruler, context.styles.palette
    plan = BlockPlan(
        id=block.id,
        content=content.value,
        area=area,
        free=free_rect(block.at, ruler, context.trim) if isinstance(block.at, AtFree) else None,
        box=None if block.box is None or block.kind == "banner" else block_box(block.box, context),
        rules=read_rules(block.rules, ruler, palette),
        where=place(block.document, block.path),
        floating=block.at is not None,
        wrap=wrap.value,
        lattice=block.lattice,
    )
    return Outcome(plan, (*content.diagnostics, *wrap.diagnostics))


def block_box(spec: BoxSpec, context: Context) -> Box:
    """A block's frame; the blocks that it goes around too, by their ids."""
    around = tuple(context.page.blocks[letter].id for letter in spec.around)
    return replace(read_box(spec, context.styles.ruler, context.styles.palette), around=around)


def read_content(block: BlockSpec, area: Area | None, context: Context) -> Outcome[Content]:
    """What the block sets in its area, by its kind."""
    if block.kind in ("story", "stories"):
        return stories(block, context)
    if block.kind == "picture":
        return read_picture(block, context)
    if block.kind == "credits":
        return Outcome(credit_box(block, context))
    if block.kind == "banner":
        return Outcome(banner(block, context))
    if block.kind == "text":
        return parts.text(block, context)
    if block.kind == "quote":
        return parts.quote(block, context)
    if block.kind == "nameplate":
        return parts.nameplate(block, area, context)
    if block.kind == "table":
        return parts.table(block, context)
    if block.kind == "qr":
        return parts.qr(block, context)
    if block.kind == "ad":
        return parts.ad(block, context)
    if block.kind == "continues":
        return Outcome(ContinuesPlan(block.refs[0], place(block.document, block.path)))
    if block.kind == "head":
        return read_over(block, context)
    return Outcome(Blank("".join(block.lines)))


def stories(block: BlockSpec, context: Context) -> Outcome[Content]:
    """One story or several, one under the other."""
    done = [read_story(context.page.stories[ref], block, context) for ref in block.refs]
    ruler = context.styles.ruler
    said = block.columns or 0
    ladder = context.theme.fit if block.fit is None else block.fit
    plan = StoriesPlan(
        stories=tuple(story.value for story in done),
        columns=said if isinstance(said, int) else len(said),
        widths=() if isinstance(said, int) else tuple(ruler.emu(width) for width in said),
        fill=block.fill,
        fit=tuple(knob(step, ruler) for step in ladder),
    )
    return Outcome(plan, tuple(finding for story in done for finding in story.diagnostics))


def knob(step: KnobSpec, ruler: Ruler) -> Knob:
    """A step of the ladder in lines, or in Emu where it is a length of type."""
    first, last = (
        0 if end is None else int(end.value) if end.unit == "行" else ruler.emu(end)
        for end in (step.first, step.last)
    )
    return Knob(step.name, first, last)  # type: ignore[arg-type]  # typed by the reader


def credit_box(block: BlockSpec, context: Context) -> CreditsPlan:
    """The editorial credit box: the page's roles and names, names of two characters over three cells."""
    styles = context.styles.under(block.style)
    rows = tuple(
        (role, tuple(space_name(name) for name in read_names(names)))
        for role, names in context.page.facts.credits
    )
    where = place(context.page.document, ("page", "credits"))
    return CreditsPlan(rows, styles.style("credits"), styles.style("credits-role"), where)


def banner(block: BlockSpec, context: Context) -> BannerPlan:
    """A banner by its id, the page's before the theme's, or with its lines written in the block."""
    styles = context.styles
    said, lines, box = {}, block.lines, block.box
    if block.refs:
        known = find_banner(block.refs[0], context)
        said, lines, box = known.style, known.lines, block.box or known.box
    style = styles.under(said, block.style).style("banner")
    return BannerPlan(lines, style, banner_box(box, context), place(block.document, block.path))
