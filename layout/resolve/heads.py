"""通栏题: a head over several stories."""

from msgspec.structs import replace

from layout.copy.types import Copy
from layout.diag import Outcome
from layout.resolve.context import Context, place
from layout.resolve.stories import head_plan, read_heads
from layout.resolve.types import Content, OverPlan, StoryPlan
from layout.spec.model import BlockSpec, StorySpec


def read_over(block: BlockSpec, context: Context) -> Outcome[Content]:
    """通栏题: the words of a head over several stories, in the block's styles."""
    styles = context.styles.under(block.style, block.head.styles)
    path = (*block.path, "head")
    words = replace(StorySpec(block.id, block.document, path, ""), **block.heads)
    heads = read_heads(words, styles, block.normalise and context.theme.normalise, block.head.order)
    area = context.grid.span(context.grid.columns)
    story = StoryPlan(
        block.id,
        heads.value,
        Copy(()),
        {},
        place(block.document, path),
        head=head_plan(block.head, styles, area),
    )
    over = tuple(context.page.blocks[letter].id for letter in block.refs)
    return Outcome(OverPlan(story, over), heads.diagnostics)
