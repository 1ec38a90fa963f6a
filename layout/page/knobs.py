"""The knobs of a fit ladder: which values each has, what they would gain, and the plan with one of them turned."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.page.display import MOST_LINES
from layout.page.flow import Crosshead, Paragraph, flow_of
from layout.page.remainder import clear_lines
from layout.page.rooms import Leg
from layout.page.shift import Edge, edge_below, picture_edges, shifted
from layout.page.top import stand
from layout.page.trial import Trial
from layout.page.types import Setting
from layout.paragraph.headline import turn_over
from layout.resolve.types import BlockPlan, HeadCopy, Knob, KnobName, PagePlan, StoriesPlan, StoryPlan
from layout.style import TextStyle
from layout.units import PT, Emu

STEP = PT // 10  # of leading and size
ENDLESS = 1000  # lines of a room that no head is too high for
LEANING = "的地得之了着过和与及、，：；？！—…”》）" + "“《（"


class Step(Struct, frozen=True):
    """A knob at a value. `gain`: line places that it wins (less than 0: fills), by arithmetic. `other` is the block
    that gives or takes; `chosen` are the paragraphs (story, block of its copy) that are squeezed, or the headlines
    (story, 0) that are set in other lines."""

    knob: KnobName
    value: int
    gain: int
    other: str = ""
    edge: Edge | None = None
    lower: int = 0
    chosen: tuple[tuple[int, int], ...] = ()


def steps(knob: Knob, plan: PagePlan, name: str, trial: Trial, need: int) -> tuple[Step, ...]:
    """The values of a knob for a block that needs so many line places, those nearest to what it is first."""
    block = next(block for block in plan.blocks if block.id == name)
    content = block.content
    assert isinstance(content, StoriesPlan)
    match knob.name:
        case "punctuation":
            return _squeezes(content, trial.measure(plan, block), trial.setting, need)
        case "crosshead":
            return _crossheads(knob, content, trial.setting)
        case "headline":
            return _headlines(knob, content, trial.legs(plan, block), trial.setting)
        case "picture":
            edges = picture_edges(block, content, plan.blocks)
            return tuple(step for picture, edge in edges for step in _pictures(knob, picture, edge))
        case "boundary":
            edge = edge_below(block, plan.blocks)
            return () if edge is None else _boundaries(knob, edge)
        case "leading" | "size":
            if block.lattice == "page":
                return ()
            return _types(knob, content, sum(story.fit.room for story in trial.set(plan, block)))


def apply(plan: PagePlan, name: str, step: Step) -> PagePlan | None:
    """The plan with the step taken; None where there is no room for it."""
    if step.edge is not None:
        blocks = shifted(plan.blocks, step.edge, step.lower)
        return replace(plan, blocks=blocks) if blocks else None
    blocks = tuple(_turned(block, step) if block.id == name else block for block in plan.blocks)
    return replace(plan, blocks=blocks)


def _turned(block: BlockPlan, step: Step) -> BlockPlan:
    content = block.content
    assert isinstance(content, StoriesPlan)
    stories = tuple(_story(number, story, step) for number, story in enumerate(content.stories))
    return replace(block, content=replace(content, stories=stories))


def _story(number: int, story: StoryPlan, step: Step) -> StoryPlan:
    match step.knob:
        case "punctuation":
            return replace(story, tight=tuple(copy for which, copy in step.chosen if which == number))
        case "crosshead":
            styles = story.styles | {"crosshead": replace(story.styles["crosshead"], lines=step.value)}
            return replace(story, styles=styles)
        case "headline":
            if (number, 0) not in step.chosen:
                return story
            heads = (relined(copy, step.value) if copy.role == "headline" else copy for copy in story.heads)
            return replace(story, heads=tuple(heads))
        case "leading" | "size":
            body = story.styles["body"]
            return replace(story, styles={k: _sized(s, body, step) for k, s in story.styles.items()})
    return story


def _sized(style: TextStyle, body: TextStyle, step: Step) -> TextStyle:
    """A style that has the body's size or leading, with the new one."""
    if step.knob == "leading" and style.leading == body.leading:
        return replace(style, leading=step.value)
    if step.knob == "size" and style.size == body.size:
        return replace(style, size=step.value)
    return style


def _between(knob: Knob, now: int, step: int = 1) -> list[int]:
    """The values of a range other than what is now, the nearest first, its own order deciding between two."""
    low, high = sorted((knob.first, knob.last))
    first = -1 if knob.first < knob.last else 1
    values = {*range(low, high + 1, step), high} - {now}
    return sorted(values, key=lambda value: (abs(value - now), first * value))


def _squeezes(content: StoriesPlan, measure: Emu, setting: Setting, need: int) -> tuple[Step, ...]:
    """Paragraphs that squeezed marks make a line shorter: as few of them as are needed, then one more, then all."""
    measures = ((1, measure),)
    saved: list[tuple[int, int, int]] = []
    for number, story in enumerate(content.stories):
        for item in flow_of(story, setting.library, (), setting.memo.shape)[0]:
            if isinstance(item, Paragraph):
                indent = item.style.indent * item.style.size // 1000
                loose, tight = (
                    len(setting.memo.lines(item.shaped, measures, indent, squeezed).value)
                    for squeezed in (False, True)
                )
                if tight < loose:
                    saved.append((tight - loose, number, item.number))
    saved.sort()
    found = []
    for count in range(1, len(saved) + 1):
        gain = -sum(lines for lines, _, _ in saved[:count])
        if gain >= need or count == len(saved):
            chosen = tuple((number, copy) for _, number, copy in saved[:count])
            found.append(Step("punctuation", count, gain, chosen=chosen))
    return tuple(found[:2] + found[2:][-1:]) if need > 0 else ()


def _crossheads(knob: Knob, content: StoriesPlan, setting: Setting) -> tuple[Step, ...]:
    count, now = 0, 0
    for story in content.stories:
        for item in flow_of(story, setting.library, (), setting.memo.shape)[0]:
            if isinstance(item, Crosshead):
                count, now = count + 1, clear_lines(item) + 1
    values = _between(knob, now) if count else []
    return tuple(Step("crosshead", value, (now - value) * count) for value in values)


def _headlines(knob: Knob, content: StoriesPlan, legs: Sequence[Leg], setting: Setting) -> tuple[Step, ...]:
    """Lines of the headlines: those that each can have, of a stack the first story's headline, then the first two,
    and so on."""
    gains: dict[int, list[tuple[int, int]]] = {}
    for number, story in enumerate(content.stories):
        for copy in (copy for copy in story.heads if copy.role == "headline"):
            top = stand(story, legs, ENDLESS, setting).value
            if not legs or top.upright:
                continue
            inner = top.width - top.head.pads.left - top.head.pads.right
            columns = sum(top.x <= leg.x < top.x + top.width for leg in legs)
            each = copy.style.lines or -(-copy.style.leading // setting.grid.leading)
            now, fewest = _lines_of(copy, inner, setting)
            for value in (value for value in _between(knob, now) if fewest <= value <= MOST_LINES):
                gains.setdefault(value, []).append((number, (now - value) * each * columns))
    return tuple(
        Step("headline", value, sum(gain for _, gain in each[:n]), chosen=tuple((i, 0) for i, _ in each[:n]))
        for value, each in gains.items()
        for n in range(1, len(each) + 1)
    )


def _lines_of(copy: HeadCopy, width: Emu, setting: Setting) -> tuple[int, int]:
    """How many lines a headline has over `width`, and the fewest that it can have within its style's limits."""
    line = joined(copy)
    held = tuple((start, end) for _, start, end in line.kept)
    turned = turn_over(line.lines[0], copy.style, setting.library, width, MOST_LINES, setting.words, held)
    fewest = len(turned)
    return (len(copy.lines) if len(copy.lines) > 1 else max(fewest, copy.turns)), fewest


def relined(copy: HeadCopy, lines: int) -> HeadCopy:
    """The headline in so many lines: one that is written as a list of others is joined and turned over anew."""
    return copy if len(copy.lines) == lines > 1 else replace(joined(copy), turns=lines)


def joined(copy: HeadCopy) -> HeadCopy:
    """The headline in one line. Lines that are a list stand for clauses, which a full-width space keeps apart in one
    line, unless what ends or begins there is a word that goes with its neighbour."""
    text, starts = "", []
    for line in copy.lines:
        apart = text and text[-1] not in LEANING and line[:1] not in LEANING
        text += "\u3000" if apart else ""
        starts.append(len(text))
        text += line
    kept = tuple((0, starts[line] + start, starts[line] + end) for line, start, end in copy.kept)
    return replace(copy, lines=(text,), kept=kept)


def _pictures(knob: Knob, picture: BlockPlan, edge: Edge) -> tuple[Step, ...]:
    """Lines that a picture is higher, or lower."""
    down = 1 if edge.upper == picture.id else -1
    return tuple(
        Step("picture", value, -value * len(edge.columns), picture.id, edge, value * down)
        for value in _between(knob, 0)
    )


def _boundaries(knob: Knob, edge: Edge) -> tuple[Step, ...]:
    """Lines that the edge to the area below goes down, or up."""
    return tuple(
        Step("boundary", value, value * len(edge.columns), edge.lower, edge, value)
        for value in _between(knob, 0)
    )


def _types(knob: Knob, content: StoriesPlan, lines: int) -> tuple[Step, ...]:
    """Leading and size of the body: how many more, or fewer, lines its room holds or its copy takes."""
    if not content.stories:
        return ()
    body = content.stories[0].styles["body"]
    now = body.leading if knob.name == "leading" else body.size
    values: Sequence[int] = _between(knob, now, STEP)
    return tuple(Step(knob.name, value, round(lines * (now - value) / value)) for value in values)
