"""Advice to whoever has to cut: how many characters must go from which paragraphs so that the copy fits."""

from collections.abc import Sequence

from msgspec.structs import replace

from layout.copy.types import Block
from layout.diag import Diagnostic, Fact, Where
from layout.page.flow import FlowItem, Paragraph, item_of
from layout.page.regions import Region
from layout.page.remainder import Remainder, count
from layout.page.sections import fill_story
from layout.page.thread import Thread
from layout.page.types import Cut
from layout.resolve.types import FillMode, StoryPlan
from layout.units import Emu

CLOSING = "。！？…”’」』）》"  # marks at a paragraph's end, which stay
ROUNDS = 5
EACH = 3  # lines of a paragraph: who has to cut more wants another story
NARROW = 5  # characters: in a narrower column a line says nothing
TOLD = 12  # pieces of advice that are told as findings


def cuts(
    thread: Thread, regions: Sequence[Region], mode: FillMode | None, over: Remainder, measure: Emu
) -> tuple[Cut, ...]:
    """The cheapest cuts that make the copy fit, in its order: short last lines first, for a line is saved there with
    the fewest characters. They are tried out: the copy is set without those characters, and where that does not
    do, because crossheads and tails fall otherwise, a line more is asked for. () where cutting lines can't help."""
    wanted = over.lines
    paragraphs = sum(isinstance(item, Paragraph) for item in thread.flow)
    if wanted > EACH * paragraphs or measure < NARROW * thread.story.styles["body"].size:
        return ()
    for _ in range(ROUNDS):
        chosen = _cheapest(thread, wanted, measure)
        if not chosen:
            return ()
        flow, _, _ = _cut(thread, chosen, measure)
        done = fill_story(_with(thread, flow), regions, mode)
        if done.over is None:
            return _needed(thread, regions, mode, chosen, measure)
        wanted += max(1, done.over.lines)
    return ()


def _needed(
    thread: Thread, regions: Sequence[Region], mode: FillMode | None, chosen: dict[int, int], measure: Emu
) -> tuple[Cut, ...]:
    """The cuts without those that turn out to be needless, the dearest asked first."""
    dear = sorted(
        chosen, key=lambda position: (-chosen[position], -_cut(thread, chosen, measure)[2][position])
    )
    for position in dear:
        fewer = {**chosen, position: chosen[position] - 1}
        fewer = {where: lines for where, lines in fewer.items() if lines}
        if fewer and fill_story(_with(thread, _cut(thread, fewer, measure)[0]), regions, mode).over is None:
            chosen = fewer
    return _cut(thread, chosen, measure)[1]


def _with(thread: Thread, flow: Sequence[FlowItem]) -> Thread:
    """The thread with another flow."""
    return Thread(thread.story, flow, thread.library, thread.grid, thread.block, thread.words, thread.memo)


def told(story: StoryPlan, advice: Sequence[Cut]) -> tuple[Diagnostic, ...]:
    """F031 for each paragraph that should be cut, where it stands in the story's file."""
    body = (*story.where.path, "body")
    out = []
    for cut in advice[:TOLD]:
        facts: dict[str, Fact] = {
            "story": story.id,
            "paragraph": cut.paragraph,
            "characters": cut.characters,
            "lines": cut.lines,
            "words": cut.words,
        }
        out.append(Diagnostic("F031", "info", Where(story.where.document, body, cut.at, 1), facts))
    return tuple(out)


def _cheapest(thread: Thread, wanted: int, measure: Emu) -> dict[int, int]:
    """How many lines to save in which items of the flow: the first line of each costs the characters of its last
    line, every further one a full line."""
    costs: list[tuple[int, int, int]] = []
    for position, item in enumerate(thread.flow):
        if not isinstance(item, Paragraph) or item.span:
            continue
        lines = thread.paragraph(item, ((1, measure),)).value
        full = max(1, measure // item.style.size)
        costs += (
            (lines[-1].end - lines[-1].start if saved == 1 else full, saved, position)
            for saved in range(1, len(lines))
        )
    costs.sort()
    if len(costs) < wanted:
        return {}
    chosen: dict[int, int] = {}
    for _, _, position in costs[:wanted]:
        chosen[position] = chosen.get(position, 0) + 1
    return chosen


def _cut(
    thread: Thread, chosen: dict[int, int], measure: Emu
) -> tuple[tuple[FlowItem, ...], tuple[Cut, ...], dict[int, int]]:
    """The flow without those lines, what was taken out of it, how many characters from which item."""
    flow, advice, taken = list(thread.flow), [], {}
    paragraphs = 0
    for position, item in enumerate(thread.flow):
        if not isinstance(item, Paragraph):
            continue
        paragraphs += 1
        if position in chosen:
            shorter, characters = _shorter(thread, item, chosen[position], measure)
            flow[position], taken[position] = shorter, characters
            text = item.shaped.text
            at = next((offset for offset in item.offsets if offset >= 0), -1)
            advice.append(Cut(paragraphs, characters, chosen[position], text[:8].strip(), at))
    return tuple(flow), tuple(advice), taken


def _shorter(thread: Thread, item: Paragraph, saved: int, measure: Emu) -> tuple[Paragraph, int]:
    """The paragraph with as few characters less, before its closing marks, as save so many lines."""
    block = thread.story.copy.blocks[item.number]
    lines = thread.paragraph(item, ((1, measure),)).value
    starts = item.shaped.starts
    most = starts[lines[-1].end] - starts[lines[-saved].start]
    kept = len(block.text) - len(block.text.rstrip(CLOSING))
    room = len(block.text) - kept - 1
    shorter = item
    for less in range(max(1, most - 2), room + 1):
        made = item_of(
            _without(block, kept, less), item.number, thread.story, thread.library, thread.memo.shape
        )
        assert isinstance(made, Paragraph)
        shorter = made
        if len(thread.paragraph(made, ((1, measure),)).value) <= len(lines) - saved:
            break
    return shorter, count(item.shaped.text) - count(shorter.shaped.text)


def _without(block: Block, kept: int, less: int) -> Block:
    """The block without `less` characters before its last `kept` ones."""
    end = len(block.text) - kept
    start, at = end - less, 0
    pieces = []
    for piece in block.pieces:
        a, b = (min(max(place - at, 0), len(piece.text)) for place in (start, end))
        pieces.append(
            replace(
                piece, text=piece.text[:a] + piece.text[b:], offsets=piece.offsets[:a] + piece.offsets[b:]
            )
        )
        at += len(piece.text)
    return replace(block, pieces=tuple(piece for piece in pieces if piece.text))
