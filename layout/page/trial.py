"""Setting one block by itself, over and over, while a fit ladder is climbed."""

from msgspec.structs import replace

from layout.page.rooms import Leg, Room, beyond, legs_of, rooms
from layout.page.story import SetStory, lattice_of, set_stories
from layout.page.types import Setting
from layout.page.wrap import Obstacle
from layout.resolve.types import Area, BlockPlan, PagePlan, StoriesPlan
from layout.units import Emu


class Trial:
    """A page on trial. Rooms are worked out once for each division of the page into areas, a block is set once for
    each plan of it and its rooms."""

    def __init__(self, setting: Setting, obstacles: tuple[Obstacle, ...]) -> None:
        self.setting = replace(setting, advising=False)
        self.obstacles = obstacles
        self._rooms: dict[tuple[Area | None, ...], dict[str, Room]] = {}

    def set(self, plan: PagePlan, block: BlockPlan) -> tuple[SetStory, ...]:
        """The block's stories as the plan is."""
        content, room_of = block.content, self.rooms(plan)
        assert isinstance(content, StoriesPlan)
        more = beyond(block, plan.blocks, room_of)
        return set_stories(block, content, self._room(room_of[block.id]), self.setting, more).value

    def rooms(self, plan: PagePlan) -> dict[str, Room]:
        """The plan's rooms, remembered for as long as no area changes."""
        key = tuple(block.area for block in plan.blocks)
        if key not in self._rooms:
            self._rooms[key] = rooms(plan.blocks, plan.grid)
        return self._rooms[key]

    def _room(self, room: Room) -> Room:
        return replace(room, obstacles=self.obstacles) if self.obstacles else room

    def legs(self, plan: PagePlan, block: BlockPlan) -> tuple[Leg, ...]:
        """The columns of the block's text."""
        content = block.content
        assert isinstance(content, StoriesPlan)
        room, grid = lattice_of(block, content, self.rooms(plan)[block.id], self.setting.grid)
        return legs_of(room, grid, content.columns, block.where, content.widths)[0]

    def measure(self, plan: PagePlan, block: BlockPlan) -> Emu:
        """The measure of the block's columns, that of the first where they differ."""
        legs = self.legs(plan, block)
        return legs[0].measure if legs else self.setting.grid.measure
