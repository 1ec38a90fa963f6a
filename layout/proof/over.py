"""The copy that is over, in full, as it would go on."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from layout.copy.types import Block
from layout.font.library import FontLibrary
from layout.page.remainder import count
from layout.page.types import StoryFit
from layout.proof.panel import Note
from layout.proof.type import RED, style
from layout.report.said import Lang
from layout.resolve.types import PagePlan, StoriesPlan, StoryPlan
from layout.text.types import Span


def over_copy(plan: PagePlan, fits: Sequence[StoryFit], library: FontLibrary, lang: Lang) -> Iterator[Note]:
    """For each story that is over, how much, and the copy itself in the story's own type."""
    stories = {
        (block.id, story.id): story
        for block in plan.blocks
        if isinstance(block.content, StoriesPlan)
        for story in block.content.stories
    }
    for fit in fits:
        if not fit.over_characters:
            continue
        head = (
            f"{fit.story} 排不下的 {fit.over_characters} 字（{fit.over_lines} 行）"
            if lang == "zh"
            else f"{fit.story}: {fit.over_characters} characters ({fit.over_lines} lines) over"
        )
        yield Note((Span(head, style(11, library, RED)),), before=1.2)
        story = stories[fit.block, fit.story]
        for block in rest(story.copy.blocks, fit.over_characters):
            spans = _spans(block, story)
            whole = (
                block in story.copy.blocks
            )  # else it goes on in the middle of its paragraph, and is not indented
            yield Note(tuple(s if whole else replace(s, style=replace(s.style, indent=0)) for s in spans))


def rest(blocks: Sequence[Block], characters: int) -> tuple[Block, ...]:
    """The end of a story's copy that holds so many characters, spaces not counted."""
    out: list[Block] = []
    for block in reversed(blocks):
        if characters <= 0:
            break
        here = count(block.text)
        if not here:
            continue
        out.append(block if here <= characters else _end(block, characters))
        characters -= here
    return tuple(reversed(out))


def _end(block: Block, characters: int) -> Block:
    """A block's last characters."""
    pieces = []
    for piece in reversed(block.pieces):
        if characters <= 0:
            break
        at = len(piece.text)
        while at and characters > 0:
            at -= 1
            characters -= not piece.text[at].isspace()
        pieces.append(replace(piece, text=piece.text[at:], offsets=piece.offsets[at:]))
    return replace(block, pieces=tuple(reversed(pieces)), marker="")


def _spans(block: Block, story: StoryPlan) -> tuple[Span, ...]:
    """A block in the story's styles, level and to be read in a column."""
    role = {"quote": "quote", "item": "item", "crosshead": "crosshead"}.get(block.kind, "body")
    base = replace(story.styles.get(role, story.styles["body"]), direction="horizontal")
    whole = (Span(block.marker, base),) if block.marker else ()
    return whole + tuple(
        Span(
            piece.text,
            replace(story.styles.get(piece.mark, base), direction="horizontal") if piece.mark else base,
        )
        for piece in block.pieces
    )
