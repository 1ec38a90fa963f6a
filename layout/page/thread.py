"""A story's flow on its way into frames: its paragraphs, crossheads and tables set on the measures they meet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from layout.diag import Outcome, Where
from layout.font.library import FontLibrary
from layout.page.display import Display, set_display
from layout.page.flow import Crosshead, FlowItem, Paragraph, Space, Table, placed_at
from layout.page.memo import Memo
from layout.page.remainder import clear_lines
from layout.paragraph.types import Lexis, Line, Measures
from layout.resolve.types import Grid, StoryPlan
from layout.units import Emu

if TYPE_CHECKING:
    from layout.page.table import SetTable


class Thread:
    """One story's flow. Breaking is remembered, so that trying another height for the same frames' measures costs
    only counting."""

    def __init__(
        self,
        story: StoryPlan,
        flow: Sequence[FlowItem],
        library: FontLibrary,
        grid: Grid,
        block: str,
        words: Lexis,
        memo: Memo | None = None,
    ) -> None:
        self.story, self.flow, self.library, self.grid, self.block = story, flow, library, grid, block
        self.words, self.memo = words, memo or Memo()
        self._crossheads: dict[tuple[int, Emu], Outcome[Display]] = {}
        self._tables: dict[tuple[int, Emu], Outcome[SetTable]] = {}
        self.divided: set[int] = (
            set()
        )  # which of the flow are tables that go over from one column to the next

    def divide(self, first: int, end: int) -> bool:
        """Let the tables among these items go over from one column to the next; whether there are any that did not."""
        tables = {i for i in range(first, end) if isinstance(self.flow[i], Table)} - self.divided
        self.divided |= tables
        return bool(tables)

    def saved_at_heads(self, first: int = 0, end: int | None = None) -> int:
        """Lines that these items would need less if all their spaces and crossheads stood at column heads."""
        return sum(
            item.rows if isinstance(item, Space) else clear_lines(item) // 2
            for item in self.flow[first:end]
            if isinstance(item, Space | Crosshead)
        )

    def where(self, item: Paragraph | Crosshead | Table) -> Where:
        """The place of an item of the copy in the story."""
        at = next((offset for offset in item.offsets if offset >= 0), -1)
        length = len(item.text) if isinstance(item, Crosshead) else 1
        return Where(self.story.where.document, (*self.story.where.path, "body"), at, length)

    def paragraph(self, item: Paragraph, measures: Measures) -> Outcome[tuple[Line, ...]]:
        """The paragraph's lines on these measures, with its findings placed in the story."""
        wanted = measures if len(measures) > 1 else ((1, measures[0][1]),)
        indent = item.style.indent * item.style.size // 1000
        if item.hang:  # all lines begin at the hang, the first one sticks out
            wanted = tuple((lines, max(1, measure - item.hang - indent)) for lines, measure in wanted)
            indent = -item.hang
        done = self.memo.lines(item.shaped, wanted, indent, item.number in self.story.tight)
        if not done.diagnostics:
            return done
        found = tuple(placed_at(d, self.story.where, item.offsets) for d in done.diagnostics)
        return Outcome(done.value, found)

    def table(self, item: Table, measure: Emu) -> "Outcome[SetTable]":
        """The table set in a column of `measure`."""
        from layout.page.table import set_table

        key = (item.number, measure)
        if key not in self._tables:
            self._tables[key] = set_table(item, measure, self.grid, self.library, self.where(item))
        return self._tables[key]

    def crosshead(self, item: Crosshead, measure: Emu) -> Outcome[Display]:
        """The crosshead set in a column of `measure`."""
        key = (item.number, measure)
        if key not in self._crossheads:
            self._crossheads[key] = set_display(
                (item.text,), item.style, measure, self.library, self.where(item), self.words
            )
        return self._crossheads[key]
