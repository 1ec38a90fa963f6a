"""Blocks: what stands in each area or at each free place."""

from msgspec.structs import replace

from layout.copy.names import read_names, space_name
from layout.diag import Outcome
from layout.resolve.context import Context, place
from layout.resolve.dummy import read_dummy
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
    CreditsPlan,
    StoriesPlan,
    TextPlan,
)
from layout.resolve.wording import read_lines
from layout.spec.model import AtCells, AtFree, BlockSpec, BoxSpec


def read_blocks(context: Context) -> Outcome[tuple[BlockPlan, ...]]:
    """All blocks, in the order of the page's spec."""
    areas = read_dummy(context.page.dummy, context.grid.lines)
    done = [
        read_block(letter, block, areas.get(letter), context) for letter, block in context.page.blocks.items()
    ]
    return Outcome(tuple(d.value for d in done), tuple(f for d in done for f in d.diagnostics))


def read_block(letter: str, block: BlockSpec, area: Area | None, context: Context) -> Outcome[BlockPlan]:
    """One block: its content, its place, its frame and rules. From here on it is known by its id."""
    content = read_content(block, context)
    ruler, palette = context.styles.ruler, context.styles.palette
    if isinstance(block.at, AtCells):
        area = area_at(letter, cells_of(block.at))
    plan = BlockPlan(
        id=block.id,
        content=content.value,
        area=area,
        free=free_rect(block.at, ruler, context.trim) if isinstance(block.at, AtFree) else None,
        box=None if block.box is None or block.kind == "banner" else block_box(block.box, context),
        rules=read_rules(block.rules, ruler, palette),
        where=place(block.document, block.path),
        floating=block.at is not None,
    )
    return Outcome(plan, content.diagnostics)


def block_box(spec: BoxSpec, context: Context) -> Box:
    """A block's frame; the blocks that it goes around too, by their ids."""
    around = tuple(context.page.blocks[letter].id for letter in spec.around)
    return replace(read_box(spec, context.styles.ruler, context.styles.palette), around=around)


def read_content(block: BlockSpec, context: Context) -> Outcome[Content]:
    """What the block sets, by its kind."""
    if block.kind in ("story", "stories"):
        return stories(block, context)
    if block.kind == "picture":
        return read_picture(block, context)
    if block.kind == "credits":
        return Outcome(credit_box(block, context))
    if block.kind == "banner":
        return Outcome(banner(block, context))
    if block.kind == "text":
        return text(block, context)
    return Outcome(Blank("".join(block.lines)))


def stories(block: BlockSpec, context: Context) -> Outcome[Content]:
    """One story or several, one under the other."""
    done = [read_story(context.page.stories[ref], block, context) for ref in block.refs]
    plan = StoriesPlan(tuple(story.value for story in done), block.columns or 0)
    return Outcome(plan, tuple(finding for story in done for finding in story.diagnostics))


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


def text(block: BlockSpec, context: Context) -> Outcome[Content]:
    """A free piece of text in the style that the block names, else in the body's."""
    style = context.styles.under(block.style).style(block.style_name or "body")
    wanted = block.normalise and context.theme.normalise
    where = place(block.document, block.path, "text")
    lines = read_lines(block.lines, where, wanted=wanted)
    return Outcome(TextPlan(lines.value, style, where), lines.diagnostics)
