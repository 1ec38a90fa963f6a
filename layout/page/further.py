"""How much more there is to write where a story is shorter than its paragraphs can make up for: whole paragraphs at
its end, set on trial."""

from collections.abc import Sequence

from msgspec.structs import replace

from layout.copy.types import Block, Copy, Piece
from layout.diag import Diagnostic, Fact, Where
from layout.page.report import PARAGRAPH
from layout.page.story import Ground, SetStory, set_on, told_of
from layout.page.types import Edit
from layout.resolve.types import StoryPlan

FILLER = "字"
ROUNDS = 6


def written_on(ground: Ground, done: Sequence[SetStory]) -> tuple[Edit, ...]:
    """The paragraphs, of about six lines each, that the last story needs to fill the room; () where no number of
    lines that was tried does it."""
    one = done[-1]
    wanted = one.fit.spare if len(done) == 1 else one.left * one.columns
    for _ in range(ROUNDS):
        if wanted <= 0:
            return ()
        lengths = _lengths(one, wanted)
        story = _lengthened(one.thread.story, lengths)
        stories = (*ground.content.stories[:-1], story)
        made = [s.value for s in set_on(replace(ground, content=replace(ground.content, stories=stories)))]
        over = sum(s.fit.over_lines for s in made)
        if not over and not told_of(ground, made):
            return _edits(one.thread.story, lengths, made[-1].fit.lines - one.fit.lines)
        wanted += -over if over else made[-1].fit.spare if len(made) == 1 else made[-1].left * one.columns
    return ()


def told_further(story: StoryPlan, edits: Sequence[Edit]) -> Diagnostic:
    """F035: so many characters more, in so many paragraphs, where the story's file ends."""
    facts: dict[str, Fact] = {
        "story": story.id,
        "paragraphs": len(edits),
        "characters": sum(edit.characters for edit in edits),
        "lines": sum(edit.lines for edit in edits),
    }
    body = (*story.where.path, "body")
    return Diagnostic("F035", "info", Where(story.where.document, body, edits[0].at, 1), facts)


def _lengths(one: SetStory, lines: int) -> list[int]:
    """How many characters each of the paragraphs has that fill so many lines; their last lines are half full."""
    body = one.thread.story.styles["body"]
    full = max(1, one.measure // body.size)
    count = max(1, round(lines / PARAGRAPH))
    each = [lines // count + (number < lines % count) for number in range(count)]
    return [max(2, rows * full - body.indent // 1000 - full // 2) for rows in each if rows]


def _lengthened(story: StoryPlan, lengths: Sequence[int]) -> StoryPlan:
    """The story with paragraphs of so many characters at its end."""
    more = (Block("paragraph", (Piece(FILLER * (n - 1) + "。", (-1,) * n),)) for n in lengths)
    return replace(story, copy=Copy((*story.copy.blocks, *more)))


def _edits(story: StoryPlan, lengths: Sequence[int], lines: int) -> tuple[Edit, ...]:
    """The new paragraphs as pieces of advice: numbered on, `lines` shared among them."""
    paragraphs = sum(block.kind in ("paragraph", "item", "quote") for block in story.copy.blocks)
    at = max((offset for block in story.copy.blocks for offset in block.offsets), default=0)
    per = [lines // len(lengths) + (number < lines % len(lengths)) for number in range(len(lengths))]
    return tuple(
        Edit(paragraphs + number, length, rows, "", at)
        for number, (length, rows) in enumerate(zip(lengths, per), 1)
    )
