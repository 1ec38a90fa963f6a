"""Stories stacked in one area: which of them gives way to the others, and where the lines go that are left."""

from collections.abc import Sequence

from msgspec.structs import replace

from layout.diag import Outcome
from layout.page.story import Ground, SetStory, Share, set_down, set_story

Set = tuple[Outcome[SetStory], ...]
WHITEST = 3  # lines between two stories (more reads as a hole: F002)


def shared(ground: Ground, done: Set) -> Set:
    """The stories of a stack in shares of its room, `done` being what they need.

    One that goes on in another room gives way, where all are too much. Lines that are left are shared out: with
    `balance` each story's columns are levelled in its own height, no more; with `spread` and `grow` the gaps between
    the stories take a line each, then story by story whole lines go before crossheads and paragraphs.
    """
    shares = [Share() for _ in done]
    if _over(done) and ground.beyond:
        shares = _given_way(ground, done)
        done = set_down(ground, shares)
    fill = ground.content.fill
    if _over(done) or fill == "bottom":
        return done
    mode = "balance" if fill == "balance" else "spread"
    shares = [
        replace(share, lines=one.value.end - one.value.top, mode=mode) for share, one in zip(shares, done)
    ]
    if mode == "spread":
        shares = _opened(ground, _spaced(ground, shares, done[-1].value.left))
    return set_down(ground, shares)


def _over(done: Set) -> bool:
    return any(one.value.fit.over_lines for one in done)


def _given_way(ground: Ground, done: Set) -> list[Share]:
    """The first story that goes on elsewhere has what those after it leave."""
    shares = [Share() for _ in done]
    number = next(i for i, story in enumerate(ground.content.stories) if story.id in ground.beyond)
    after = ground.content.stories[number + 1 :]
    if after:
        rest = replace(ground, content=replace(ground.content, stories=after))
        last = set_down(rest, ())[-1].value
        needed = last.end - ground.top + ground.setting.grid.gap
        top = done[number].value.top
        shares[number] = Share(lines=max(done[number].value.head, ground.foot - needed - top))
    return shares


def _spaced(ground: Ground, shares: Sequence[Share], left: int) -> list[Share]:
    """The gaps a line wider each, if there are as many lines and no gap gets too wide."""
    gaps = len(shares) - 1
    wider = left >= gaps and ground.setting.grid.gap < WHITEST
    return [replace(share, white=int(wider and i < gaps)) for i, share in enumerate(shares)]


def _opened(ground: Ground, shares: Sequence[Share]) -> list[Share]:
    """Whole lines for one story after the other, as long as it can share them out over its columns."""
    shares = list(shares)
    stories = [one.value for one in set_down(ground, shares)]
    left, useful = stories[-1].left, set(range(len(shares)))
    while left and useful:
        for number in sorted(useful):
            lines = shares[number].lines
            if not left or lines is None:
                break
            more = replace(shares[number], lines=lines + 1)
            made = set_story(ground, number, stories[number].top, more).value
            if made.fit.over_lines or made.uneven > stories[number].uneven:
                useful.discard(number)
                continue
            shares[number], stories[number], left = more, replace(made, top=stories[number].top), left - 1
    return shares
