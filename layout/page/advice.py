"""Advice to whoever has to cut or to write: how many characters less, or more, in which paragraphs make the copy fit.

A line is saved with the fewest characters where a last line is short, and made with the fewest where it is long. In a
stack of several columns a line of height is saved or made with as many lines of one story as level its columns. What
is advised has been tried out: the block was set with copy changed so.
"""

from collections.abc import Sequence
from typing import TypeAlias

from msgspec.structs import replace

from layout.copy.types import Block, Copy
from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.page.flow import Paragraph, item_of
from layout.page.further import told_further, written_on
from layout.page.remainder import count
from layout.page.story import Ground, SetStory, lacking, set_on, told_of
from layout.page.thread import Thread
from layout.page.types import Edit
from layout.resolve.types import StoryPlan
from layout.style import ONE
from layout.units import Emu

CLOSING = "。！？…”’」』）》"  # marks at a paragraph's end, which stay
FILLER = "字"
ROUNDS = 5
EACH = 3  # lines of a paragraph: who has to change more wants another story
NARROW = 5  # characters: in a narrower column a line says nothing
TOLD = 12  # pieces of advice that are told as findings
MOST = 30_000  # characters, more than a page holds: who has more wants other copy, and each trial sets it all
FURTHER = 4  # lines of characters that are tried beyond what a line should cost

Chosen: TypeAlias = dict[tuple[int, int], int]
"""Lines to be saved (less than 0) or made, by story of the block and item of its flow."""


def advised(ground: Ground, done: tuple[SetStory, ...]) -> Outcome[tuple[SetStory, ...]]:
    """The stories with advice in their fits: for each paragraph what a line costs, and what to change in all. None
    where the columns are too narrow for it, or the copy longer than a page.

    F031: cut so many characters. F033: write so many more. F035: write so many paragraphs more.
    """
    over = any(one.fit.over_lines for one in done)
    sign = -1 if over else 1
    if any(one.measure < NARROW * one.thread.story.styles["body"].size for one in done):
        return Outcome(done)
    if sum(len(item.shaped.text) for item in _paragraphs(done)) > MOST:
        return Outcome(done)
    chosen = _closing(ground, done, sign)
    further = written_on(ground, done) if not over and not chosen else ()
    stories: list[SetStory] = []
    found: list[Diagnostic] = []
    for number, one in enumerate(done):
        own = {position: lines for (story, position), lines in chosen.items() if story == number}
        edits = _edited(one, own)[1]
        paragraphs = [at for at, item in enumerate(one.thread.flow) if isinstance(item, Paragraph)]
        each = (edit for at in paragraphs for edit in _edited(one, {at: sign})[1] if edit.lines)
        tails = tuple(sorted(each, key=lambda edit: (edit.characters, edit.paragraph)))
        if further and number == len(done) - 1:
            edits = further
            found.append(told_further(one.thread.story, further))
        else:
            found += told(one.thread.story, edits, "F031" if over else "F033")
        fit = replace(one.fit, tails=tails, **{"cuts" if over else "adds": edits})
        stories.append(replace(one, fit=fit))
    return Outcome(tuple(stories), tuple(found))


def told(story: StoryPlan, advice: Sequence[Edit], code: str) -> tuple[Diagnostic, ...]:
    """A finding for each paragraph that should be changed, where it stands in the story's file."""
    body = (*story.where.path, "body")
    out = []
    for edit in advice[:TOLD]:
        facts: dict[str, Fact] = {
            "story": story.id,
            "paragraph": edit.paragraph,
            "characters": edit.characters,
            "lines": edit.lines,
            "words": edit.words,
        }
        out.append(Diagnostic(code, "info", Where(story.where.document, body, edit.at, 1), facts))
    return tuple(out)


def _closing(ground: Ground, done: tuple[SetStory, ...], sign: int) -> Chosen:
    """The cheapest changes with which the block closes, {} where changing lines can't help. Where those that
    arithmetic gives don't do, because crossheads and tails fall otherwise, another line is asked for."""
    wanted = _wanted(ground, done)
    paragraphs = len(_paragraphs(done))
    for _ in range(ROUNDS):
        chosen = _cheapest(done, wanted, sign) if wanted > 0 else {}
        if not chosen or sum(map(abs, chosen.values())) > EACH * paragraphs:
            return {}
        made = _tried(ground, done, chosen)
        over = any(one.fit.over_lines for one in made)
        if sign < 0 and not over:
            return _needed(ground, done, chosen)
        if not over and not told_of(ground, made):
            return chosen
        wanted += max(1, _wanted(ground, made)) * (1 if over == (sign < 0) else -1)
    return {}


def _paragraphs(done: Sequence[SetStory]) -> list[Paragraph]:
    """All paragraphs of the stories."""
    return [item for one in done for item in one.thread.flow if isinstance(item, Paragraph)]


def _wanted(ground: Ground, done: Sequence[SetStory]) -> int:
    """Lines that are over or missing: of a story by itself line places, of a stack lines of height."""
    over = sum(one.fit.over_lines for one in done)
    if len(done) == 1:
        return over or done[0].fit.spare
    return lacking(ground, done) if over else max(0, done[-1].left)


def _tried(ground: Ground, done: Sequence[SetStory], chosen: Chosen) -> tuple[SetStory, ...]:
    """The block set with its stories changed so."""
    stories = tuple(
        _edited(one, {position: lines for (story, position), lines in chosen.items() if story == number})[0]
        for number, one in enumerate(done)
    )
    changed = replace(ground, content=replace(ground.content, stories=stories))
    return tuple(one.value for one in set_on(changed))


def _needed(ground: Ground, done: Sequence[SetStory], chosen: Chosen) -> Chosen:
    """The cuts without those that turn out to be needless, the dearest asked first."""

    def price(key: tuple[int, int]) -> tuple[int, int]:
        (edit,) = _edited(done[key[0]], {key[1]: chosen[key]})[1]
        return -edit.lines, -edit.characters

    for key in sorted(chosen, key=price):
        fewer = {**chosen, key: chosen[key] + 1}
        fewer = {where: lines for where, lines in fewer.items() if lines}
        if fewer and not any(one.fit.over_lines for one in _tried(ground, done, fewer)):
            chosen = fewer
    return chosen


def _cheapest(done: Sequence[SetStory], wanted: int, sign: int) -> Chosen:
    """Which items of the flows to shorten or to lengthen by how many lines, so that as many lines are saved or made
    as are `wanted`."""
    offers: list[tuple[int, int, int, list[int]]] = []
    for number, one in enumerate(done):
        costs = sorted(_costs(one, sign))
        size = one.columns if len(done) > 1 else 1
        lines = one.fit.lines + one.fit.over_lines
        first = (lines - 1) % size + 1 if sign < 0 else one.fit.spare % size + 1
        start, end = 0, first if size > 1 else 1
        while end <= len(costs):
            group = costs[start:end]
            price = sum(cost for cost, _, _ in group)
            offers.append((price, number, len(offers), [position for _, _, position in group]))
            start, end = end, end + size
    offers.sort()
    if len(offers) < wanted:
        return {}
    chosen: Chosen = {}
    for _, number, _, positions in offers[:wanted]:
        for position in positions:
            chosen[number, position] = chosen.get((number, position), 0) + sign
    return chosen


def _costs(one: SetStory, sign: int) -> list[tuple[int, int, int]]:
    """What each line of each paragraph costs: (characters, which of its lines, item of the flow). The first one saved
    costs the characters of the last line, the first one made what that has room for, every further one a line."""
    costs = []
    for position, item in enumerate(one.thread.flow):
        if not isinstance(item, Paragraph) or item.span != ONE:
            continue
        lines = one.thread.paragraph(item, ((1, one.measure),)).value
        full = max(1, one.measure // item.style.size)
        last = lines[-1].end - lines[-1].start
        first = last if sign < 0 else max(1, full - last + 1)
        most = len(lines) if sign < 0 else EACH + 1
        costs += [(first if number == 1 else full, number, position) for number in range(1, most)]
    return costs


def _edited(one: SetStory, chosen: dict[int, int]) -> tuple[StoryPlan, tuple[Edit, ...]]:
    """The story with the chosen items of its flow so many lines shorter or longer, and what was changed."""
    thread, edits = one.thread, []
    blocks = list(thread.story.copy.blocks)
    paragraphs = 0
    for position, item in enumerate(thread.flow):
        if not isinstance(item, Paragraph):
            continue
        paragraphs += 1
        if position in chosen:
            block, lines, characters = _reworked(thread, item, chosen[position], one.measure)
            blocks[item.number] = block
            at = next((offset for offset in item.offsets if offset >= 0), -1)
            edits.append(Edit(paragraphs, characters, lines, item.shaped.text[:8].strip(), at))
    return replace(thread.story, copy=Copy(tuple(blocks))), tuple(edits)


def _reworked(thread: Thread, item: Paragraph, wanted: int, measure: Emu) -> tuple[Block, int, int]:
    """The paragraph's block with as few characters less or more, before its closing marks, as save or make `wanted`
    lines; how many lines those are, how many characters."""
    block = thread.story.copy.blocks[item.number]
    lines = thread.paragraph(item, ((1, measure),)).value
    kept = _kept(block)
    last = lines[-1].end - lines[-1].start
    full = measure // item.style.size
    if wanted < 0:
        starts = item.shaped.starts
        most = starts[lines[-1].end] - starts[lines[max(0, len(lines) + wanted)].start]
        end = max(kept - len(block.text), -most - FURTHER * full)
        changes = range(-max(1, most - 2), end, -1)
    else:
        least = full - last + 1 + (wanted - 1) * full
        changes = range(max(1, least - 3), least + 2 * full)
    for change in changes:
        made = _changed(block, kept, change)
        set_ = item_of(made, item.number, thread.story, thread.library, thread.memo.shape)
        assert isinstance(set_, Paragraph)
        gained = len(thread.paragraph(set_, ((1, measure),)).value) - len(lines)
        if gained * wanted > 0 and abs(gained) >= abs(wanted):
            return made, abs(gained), abs(count(set_.shaped.text) - count(item.shaped.text))
    return block, 0, 0


def _kept(block: Block) -> int:
    """Characters at the block's end that stay: closing marks, and the house's end mark, which is not of the copy."""
    offsets = [offset for piece in block.pieces for offset in piece.offsets]
    own = len(block.text)
    while own and offsets[own - 1] < 0:
        own -= 1
    return len(block.text) - len(block.text[:own].rstrip(CLOSING))


def _changed(block: Block, kept: int, change: int) -> Block:
    """The block with so many characters more, or less, before its last `kept` ones."""
    end = len(block.text) - kept
    start, at = end + min(0, change), 0
    pieces = []
    for piece in block.pieces:
        a, b = (min(max(place - at, 0), len(piece.text)) for place in (start, end))
        here = change > 0 and at < end <= at + len(piece.text)
        filler = FILLER * change if here else ""
        pieces.append(
            replace(
                piece,
                text=piece.text[:a] + filler + piece.text[b:],
                offsets=piece.offsets[:a] + (-1,) * len(filler) + piece.offsets[b:],
            )
        )
        at += len(piece.text)
    return replace(block, pieces=tuple(piece for piece in pieces if piece.text))
