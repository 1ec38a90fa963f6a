"""How a story fits, in numbers: what is over, what is short, how much its room holds."""

from collections.abc import Sequence

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Where
from layout.page.flow import Bar, Crosshead, Paragraph, Table
from layout.page.remainder import Remainder, count
from layout.page.sections import Filled
from layout.page.thread import Thread
from layout.page.types import StoryFit
from layout.resolve.types import Grid, StoryPlan

PARAGRAPH = 6  # lines of a paragraph, where an empty area is asked how much it holds
DENSITY = (
    1.055  # characters of news copy to a square: half-width figures, squeezed marks (measured on 26 stories)
)
LINES = ("T201", "T202", "T203", "T204", "T205")
TOLD = 20  # findings of one kind that are told of a story's lines
STOPS = "。！？…”」』）"


def fit_of(story: StoryPlan, block: str, thread: Thread, fill: Filled, grid: Grid) -> StoryFit:
    """The story's report. Its advice (`cuts`) is made when it is asked for."""
    over = fill.over or Remainder(0, 0, "", -1)
    body = story.styles["body"]
    copy = sum(
        count(item.shaped.text) if isinstance(item, Paragraph) else count(item.text)
        for item in thread.flow
        if isinstance(item, Paragraph | Crosshead | Table)
    )
    line = max(1, (fill.measure or grid.measure) // body.size)
    characters = copy - over.characters
    if copy and (fill.over or fill.lines):
        holds = characters + round(fill.spare * line * DENSITY)
    else:
        paragraphs = max(1, round(fill.room / PARAGRAPH))
        holds = capacity(fill.room, paragraphs, line, body.indent / 1000)
    return StoryFit(
        story=story.id,
        block=block,
        lines=fill.lines,
        spare=fill.spare,
        over_lines=over.lines,
        over_characters=over.characters,
        stopped_at=over.stopped_at if fill.over else "",
        sentence=sentence_at(thread, over.at) if fill.over else "",
        room=fill.room,
        room_characters=holds,
        characters=characters,
    )


def capacity(lines: int, paragraphs: int, line: int, indent: float = 2, density: float = DENSITY) -> int:
    """How many characters so many lines of `line` characters hold in so many paragraphs. A paragraph loses its
    indent, and of its last line on the average a little less than half: a number within half a line of each.
    `density` is how many characters stand in a square: 1 for Han alone."""
    lost = indent + (line - 1) / 2
    return max(0, round(lines * line * density - paragraphs * lost))


def sentence_at(thread: Thread, at: int) -> str:
    """The sentence of the copy in which the area is full: the one that holds the character at `at` of the body."""
    for item in thread.flow:
        if isinstance(item, Bar) or not isinstance(item, Paragraph | Crosshead) or at not in item.offsets:
            continue
        if isinstance(item, Crosshead):
            return item.text
        text, place = item.shaped.text, item.offsets.index(at)
        start = max((text.rfind(stop, 0, place) for stop in STOPS), default=-1) + 1
        ends = [found for stop in STOPS[:3] if (found := text.find(stop, place)) >= 0]
        return text[start : min(ends, default=len(text) - 1) + 1].strip()
    return ""


def told_once(found: Sequence[Diagnostic], story: StoryPlan) -> tuple[Diagnostic, ...]:
    """A story's findings, those about one missing character (T101) as one: at the first place, with their number.
    T206: of those about lines (T201 to T205) only the first of each kind are told, the others counted."""
    lacking: dict[tuple[Fact, Fact], list[Diagnostic]] = {}
    lines: dict[str, list[Diagnostic]] = {}
    for one in found:
        if one.code == "T101":
            lacking.setdefault((one.facts["code"], one.facts["family"]), []).append(one)
        elif one.code in LINES:
            lines.setdefault(one.code, []).append(one)
    first = [replace(same[0], facts={**same[0].facts, "places": len(same)}) for same in lacking.values()]
    dropped = {id(one) for same in lines.values() for one in same[TOLD:]}
    more = [_further(same, story) for same in lines.values() if len(same) > TOLD]
    kept = (one for one in found if one.code != "T101" and id(one) not in dropped)
    return (*first, *kept, *more)


def _further(same: Sequence[Diagnostic], story: StoryPlan) -> Diagnostic:
    """T206, where the first one is that is not told."""
    facts: dict[str, Fact] = {"story": story.id, "finding": same[0].code, "count": len(same) - TOLD}
    return Diagnostic("T206", same[TOLD].severity, same[TOLD].where, facts)


def overset(story: StoryPlan, over: Remainder) -> Diagnostic:
    """F001, or F004 where nothing was set at all."""
    where = Where(story.where.document, (*story.where.path, "body"), over.at, 1)
    facts: dict[str, Fact] = {"story": story.id, "characters": over.characters, "lines": over.lines}
    if not over.stopped_at:
        return Diagnostic("F004", "error", where, facts)
    return Diagnostic("F001", "error", where, facts | {"words": over.stopped_at})
