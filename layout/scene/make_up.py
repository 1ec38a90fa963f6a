"""A page's facts from its plan."""

from collections.abc import Sequence

from layout.geometry import Rect
from layout.page.types import StoryFit
from layout.resolve.types import BlockPlan, Grid, PagePlan, PicturePlan, StoriesPlan
from layout.scene.facts import Facts, Fit, Lattice, Place


def facts_of(plan: PagePlan, fits: Sequence[StoryFit]) -> Facts:
    """The make-up of the page that `plan` describes and that was filled as `fits` say."""
    grid = plan.grid
    lattice = Lattice(grid.x, grid.y, grid.columns, grid.measure, grid.gutter, grid.lines, grid.leading)
    told = (Fit(f.story, f.lines, f.spare, f.over_lines, f.over_characters) for f in fits)
    return Facts(lattice, tuple(_place(block, grid, plan.trim) for block in plan.blocks), tuple(told))


def _place(block: BlockPlan, grid: Grid, trim: Rect) -> Place:
    content = block.content
    stories = tuple(story.id for story in content.stories) if isinstance(content, StoriesPlan) else ()
    picture = content.id if isinstance(content, PicturePlan) else ""
    if block.area is None:
        return Place(block.id, block.free or trim, stories=stories, picture=picture)
    cells = block.area.bounds
    rect = grid.rect(cells.column, cells.line, cells.columns, cells.lines)
    legs = () if block.area.is_rectangle else block.area.legs
    return Place(
        block.id, rect, (cells.column, cells.line, cells.columns, cells.lines), legs, stories, picture
    )
