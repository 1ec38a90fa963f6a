"""Copyfitting: the ladder that the editor wrote, climbed step by step.

A step changes the plan (a style, an area) and nothing else, so the page is set afterwards as any other. The steps are
tried in their order, of each the nearest value first; what arithmetic rules out is not composed; the first that
closes the story wins, and what was changed on the way there without need is undone. Every try is recorded.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic, Fact
from layout.page.knobs import Step, apply, steps
from layout.page.shift import picture_edges, shifted
from layout.page.story import HOLE, SetStory
from layout.page.trial import Trial
from layout.page.types import Try
from layout.resolve.types import BlockPlan, Knob, PagePlan, StoriesPlan
from layout.units import PT, share

TRIES = 4  # of heights that a growing picture is tried at
CODES = {
    "punctuation": "F022",
    "crosshead": "F023",
    "headline": "F024",
    "picture": "F025",
    "boundary": "F026",
    "leading": "F027",
    "size": "F028",
}


class Fitted(Struct, frozen=True):
    """The plan after fitting, what was tried by block, what was done."""

    plan: PagePlan
    tries: dict[str, tuple[Try, ...]]
    diagnostics: tuple[Diagnostic, ...]


class Closure(Struct, frozen=True):
    """How near a block is to closing: lines over, line places empty, how many may stay so."""

    over: int
    spare: int
    allowed: int
    columns: int

    @property
    def closes(self) -> bool:
        """Whether all is set and no more is empty than may be."""
        return self.over == 0 and self.spare <= self.allowed

    @property
    def need(self) -> int:
        """Line places to be won (more than 0) or to be filled (less than 0)."""
        return self.over or (-self.spare if self.spare > self.allowed else 0)

    @property
    def badness(self) -> tuple[bool, int]:
        """To be compared: copy that is over is worse than any white."""
        return self.over > 0, abs(self.need)


def fitted(plan: PagePlan, trial: Trial) -> Fitted:
    """Climb the ladder of every block that has one, in the order of the spec, then let heads and pictures grow."""
    tries: dict[str, tuple[Try, ...]] = {}
    found: list[Diagnostic] = []
    for block in plan.blocks:
        content = block.content
        if not isinstance(content, StoriesPlan) or block.area is None:
            continue
        if content.fit:
            ladder = _Ladder(plan, block.id, trial)
            ladder.climb()
            plan, tries[block.id] = ladder.plan, tuple(ladder.tries)
            found += ladder.told()
        if content.fill == "grow":
            plan, told = _grown(plan, block.id, trial)
            found += told
    return Fitted(plan, tries, tuple(found))


class _Ladder:
    """One block's climb. `steps` are those taken so far; `plan` has them."""

    def __init__(self, plan: PagePlan, name: str, trial: Trial) -> None:
        self.start = self.plan = plan
        self.name, self.trial = name, trial
        self.tries: list[Try] = []
        self.steps: list[Step] = []
        self.state = measured(plan, name, trial)

    def climb(self) -> None:
        content = _content(self.plan, self.name)
        for knob in content.fit:
            if self.state.closes:
                break
            self._turn(knob)
        if self.state.closes:
            self._undo()
        kept = {(step.knob, step.value) for step in self.steps}
        self.tries = [replace(one, kept=one.made and (one.knob, one.value) in kept) for one in self.tries]

    def _turn(self, knob: Knob) -> None:
        """Try the values of one knob. Where none of them closes the story, the one that comes nearest stays."""
        need, best = self.state.need, None
        offered = steps(knob, self.plan, self.name, self.trial, need)
        for step in self._likely(offered, need):
            plan = apply(self.plan, self.name, step)
            if plan is None or not self._others_bear(plan, step):
                left = need - step.gain
                self.tries.append(Try(step.knob, step.value, max(0, left), max(0, -left), made=False))
                continue
            state = measured(plan, self.name, self.trial)
            self.tries.append(Try(step.knob, step.value, state.over, state.spare, made=True))
            if state.badness < (best or self).state.badness:
                best = _Best(step, plan, state)
            if state.closes:
                break
        if best:
            self.steps.append(best.step)
            self.plan, self.state = best.plan, best.state

    def _likely(self, offered: Sequence[Step], need: int) -> list[Step]:
        """The steps worth composing: in the right direction, by arithmetic enough and not too much, the nearest
        first; where none is enough, the farthest that is not too much. The others are recorded as ruled out."""
        slack = self.state.columns + HOLE
        least = abs(need) - (0 if need > 0 else self.state.allowed)
        towards = [step for step in offered if step.gain * need > 0]
        enough = [step for step in towards if abs(step.gain) >= least]
        within = [step for step in enough if abs(step.gain) <= abs(need) + slack]
        likely = _some(within or enough[:1]) or towards[-1:]
        for step in offered:
            if step not in likely:
                left = need - step.gain
                self.tries.append(Try(step.knob, step.value, max(0, left), max(0, -left), made=False))
        return likely

    def _others_bear(self, plan: PagePlan, step: Step) -> bool:
        """Whether the story on the other side of a boundary fits no worse than before."""
        other = next((block for block in plan.blocks if block.id == step.other), None)
        if other is None or not isinstance(other.content, StoriesPlan):
            return True
        before = measured(self.plan, other.id, self.trial)
        after = measured(plan, other.id, self.trial)
        return after.closes or after.badness <= before.badness

    def _undo(self) -> None:
        """Take back every step without which the story closes too."""
        for step in tuple(self.steps):
            fewer = [one for one in self.steps if one is not step]
            plan: PagePlan | None = self.start
            for one in fewer:
                plan = apply(plan, self.name, one) if plan else None
            if plan is None or len(self.steps) == 1:
                continue
            state = measured(plan, self.name, self.trial)
            if state.closes and all(self._others_bear(plan, one) for one in fewer):
                self.steps, self.plan, self.state = fewer, plan, state

    def told(self) -> tuple[Diagnostic, ...]:
        """What was done, a finding each; F029 where the story does not close for all that."""
        block, content = _block(self.plan, self.name), _content(self.plan, self.name)
        stories = _names(content)
        out = []
        for step in self.steps:
            value = f"{step.value / PT:g}" if step.knob in ("leading", "size") else step.value
            heads = [content.stories[number].id for number, _ in step.chosen if step.knob == "headline"]
            facts: dict[str, Fact] = {
                "story": "、".join(heads) or stories,
                "value": value,
                "other": step.other,
                "lines": step.gain,
            }
            out.append(Diagnostic(CODES[step.knob], "info", block.where, facts))
        if not self.state.closes and any(one.made for one in self.tries):
            said: dict[str, Fact] = {"story": stories, "tries": sum(one.made for one in self.tries)}
            out.append(Diagnostic("F029", "info", block.where, said))
        return tuple(out)


def _some(steps: Sequence[Step]) -> list[Step]:
    """A few of many: the first two, the last, and one between."""
    last = len(steps) - 1
    return [steps[i] for i in sorted({0, min(1, last), last // 2, last})] if steps else []


class _Best(Struct, frozen=True):
    step: Step
    plan: PagePlan
    state: Closure


def measured(plan: PagePlan, name: str, trial: Trial) -> Closure:
    """How the block fits as the plan is."""
    block, content = _block(plan, name), _content(plan, name)
    done = trial.set(plan, block)
    columns = max((one.columns for one in done), default=1)
    over = sum(one.fit.over_lines for one in done)
    spare = done[-1].fit.spare if done else 0
    if len(done) > 1:
        spare = done[-1].left * columns
    allowed = HOLE * columns if content.fill == "balance" or len(done) > 1 else HOLE
    if content.fill == "grow":
        allowed = spare
    return Closure(over, 0 if over else spare, allowed, columns)


def _grown(plan: PagePlan, name: str, trial: Trial) -> tuple[PagePlan, tuple[Diagnostic, ...]]:
    """Give the spare lines of a story, or of a stack, to its own picture, or to the heads where there is none."""
    block, content = _block(plan, name), _content(plan, name)
    plain = replace(block, content=replace(content, fill="bottom"))  # what is spare before any is shared out
    done = trial.set(plan, plain)
    if not done or any(one.fit.over_lines for one in done) or not _places(done):
        return plan, ()
    pictures = picture_edges(block, content, plan.blocks)[:1]
    for picture, edge in pictures:
        most = _places(done) // len(edge.columns)
        least = max(0, most - TRIES) if len(done) == 1 else 0
        for lines in range(most, least, -1):
            blocks = shifted(plan.blocks, edge, lines if edge.upper == picture.id else -lines)
            larger = replace(plan, blocks=blocks) if blocks else plan
            if blocks and measured(larger, name, trial).over == 0:
                facts: dict[str, Fact] = {"story": _names(content), "other": picture.id, "lines": lines}
                return larger, (Diagnostic("F032", "info", block.where, facts),)
    return (plan, ()) if pictures else _with_higher_heads(plan, plain, done, trial)


def _places(done: Sequence[SetStory]) -> int:
    """Line places that stay empty in a block."""
    return done[0].fit.spare if len(done) == 1 else done[-1].left * done[-1].columns


def _with_higher_heads(
    plan: PagePlan, plain: BlockPlan, done: Sequence[SetStory], trial: Trial
) -> tuple[PagePlan, tuple[Diagnostic, ...]]:
    """The spare lines shared out over the block's heads, the first ones taking what is left of a division."""
    content = _content(plan, plain.id)
    headed = [number for number, story in enumerate(content.stories) if story.heads]
    spare, columns = _places(done), done[0].columns
    most = spare // columns if headed else 0
    for lines in range(most, max(0, most - TRIES), -1):
        given = dict(zip(headed, share(lines, len(headed))))
        higher = tuple(
            replace(story, head=replace(story.head, height=done[number].head + given[number]))
            if given.get(number)
            else story
            for number, story in enumerate(content.stories)
        )
        grown = replace(plain, content=replace(content, fill="bottom", stories=higher))
        now = trial.set(_with(plan, grown), grown)
        if not any(one.fit.over_lines for one in now) and _places(now) < spare - (lines - 1) * columns:
            told = (
                Diagnostic("F030", "info", plain.where, {"story": content.stories[number].id, "lines": more})
                for number, more in given.items()
                if more
            )
            return _with(plan, replace(plain, content=replace(content, stories=higher))), tuple(told)
    return plan, ()


def _names(content: StoriesPlan) -> str:
    return "、".join(story.id for story in content.stories)


def _with(plan: PagePlan, block: BlockPlan) -> PagePlan:
    """The plan with another plan of one of its blocks."""
    return replace(plan, blocks=tuple(block if one.id == block.id else one for one in plan.blocks))


def _block(plan: PagePlan, name: str) -> BlockPlan:
    return next(block for block in plan.blocks if block.id == name)


def _content(plan: PagePlan, name: str) -> StoriesPlan:
    content = _block(plan, name).content
    assert isinstance(content, StoriesPlan)
    return content
