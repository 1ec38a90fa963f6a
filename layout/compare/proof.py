"""A scene read for comparing: its items gathered into texts, pictures and drawings by their tags."""

from collections.abc import Iterator

from msgspec import Struct, UnsetType

from layout.compare.types import Drawing, Look, Part, Proof, Shot, Source, Stretch, Text
from layout.diag import Where
from layout.geometry import Rect, bounds
from layout.scene.facts import Facts
from layout.scene.items import GlyphRun, Link, Path, Picture, Rule, Scene, flat
from layout.style import BLACK, EM, HAN_TOP, Colour

HEADS = ("kicker", "headline", "deck", "byline")
CAPTIONS = ("caption", "credit")
BREAK = "\u2028"


class Written(Struct, frozen=True):
    """The copy of a text as its documents have it; of a body one source for each block, in order."""

    text: str
    sources: tuple[Source, ...]


def proof_of(
    scene: Scene,
    name: str,
    number: str,
    *,
    written: dict[tuple[str, ...], Written] | None = None,
) -> Proof:
    """`scene` as a proof. `written` is the copy of its texts by their keys, where it is known."""
    items = tuple(flat(scene.items))
    runs: dict[tuple[str, ...], list[GlyphRun]] = {}
    for item in items:
        if isinstance(item, GlyphRun):
            runs.setdefault(_key(item), []).append(item)
    facts = Facts() if isinstance(scene.facts, UnsetType) else scene.facts
    texts = [_text(key, found, (written or {}).get(key)) for key, found in runs.items()]
    texts += _unset({k: w for k, w in (written or {}).items() if k not in runs}, facts)
    return Proof(
        name=name,
        number=number,
        kind="spec" if written is not None else "scene",
        trim=scene.trim,
        texts=tuple(texts),
        shots=tuple(_shot(item) for item in items if isinstance(item, Picture)),
        drawings=tuple(_drawing(item) for item in items if isinstance(item, Rule | Path | Link)),
        facts=facts,
        complete=written is not None,
    )


def _unset(written: dict[tuple[str, ...], Written], facts: Facts) -> Iterator[Text]:
    """Bodies of which no line found room: their copy is known all the same."""
    blocks = {story: place.block for place in facts.places for story in place.stories}
    for key, copy in written.items():
        if key[0] == "body" and copy.text:
            yield Text(key, "body", "body", key[1], blocks.get(key[1], ""), copy.text, (), copy.sources)


def part_of(role: str, story: str, paragraph: int = -1) -> Part:
    """Which part of a page a run of type belongs to."""
    if story and paragraph >= 0 and role != "ruby":
        return "body"
    if role in HEADS and story:
        return "head"
    return "caption" if role in CAPTIONS else "other"


def _key(run: GlyphRun) -> tuple[str, ...]:
    """What stays the same of a text from one version of a page to the next: the story and the part of it,
    else the block."""
    tag = run.tag
    match part_of(tag.role, tag.story, tag.paragraph):
        case "body":
            return "body", tag.story
        case "head":
            return "head", tag.story, tag.role
        case "caption":
            return "caption", tag.block, tag.role
    return "other", tag.block, "banner" if tag.role == "banner" else ""


def _text(key: tuple[str, ...], runs: list[GlyphRun], written: Written | None) -> Text:
    tag = runs[0].tag
    part = part_of(tag.role, tag.story, tag.paragraph)
    if part != "body":
        text, starts = _joined(runs)
        sources = written.sources if written is not None else ()
        pieces = tuple(_stretch(run, start) for run, start in zip(runs, starts))
        return Text(key, part, tag.role, tag.story, tag.block, text, pieces, sources)
    if written is None:
        written = _read_body(runs)
    begins = [source.start for source in written.sources]
    pieces = tuple(_stretch(run, begins[run.tag.paragraph] + run.tag.start) for run in runs)
    sources = tuple(source for source in written.sources if source.offsets)
    return Text(key, part, "body", tag.story, tag.block, written.text, pieces, sources)


def _read_body(runs: list[GlyphRun]) -> Written:
    """A body's copy as its lines print it. What no line prints is a line break that the editor wrote, in a crosshead
    the space that it was broken at."""
    rows: dict[int, dict[int, str]] = {}
    unprinted: dict[int, str] = {}
    for run in runs:
        rows.setdefault(run.tag.paragraph, {}).update(enumerate("".join(run.texts), run.tag.start))
        unprinted[run.tag.paragraph] = " " if run.tag.role == "crosshead" else BREAK
    sources: list[Source] = []
    paragraphs: list[str] = []
    at = 0
    for number in range(max(rows) + 1):
        row = rows.get(number, {})
        text = "".join(row.get(i, unprinted[number]) for i in range(max(row, default=-1) + 1))
        sources.append(Source(at, Where("")))
        paragraphs.append(text)
        at += len(text) + 1
    return Written("\n".join(paragraphs), tuple(sources))


def _joined(runs: list[GlyphRun]) -> tuple[str, list[int]]:
    """The text that runs print and where each begins. A run that starts a text of its own starts a paragraph;
    lines of one text are joined."""
    text, starts = "", []
    for number, run in enumerate(runs):
        words = "".join(run.texts)
        if number and run.tag.start <= 0:
            text += "\n"
        elif number and run.tag.start > runs[number - 1].tag.end and _latin(text[-1:] + words[:1]):
            text += " "
        starts.append(len(text))
        text += words
    return text, starts


def _latin(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _stretch(run: GlyphRun, start: int) -> Stretch:
    length = len("".join(run.texts))
    look = Look(run.face, run.size, run.scale, "" if run.colour == BLACK else ink(run.colour))
    xs = run.xs if len(run.xs) == length else ()
    down = run.vertical or run.turn == 90
    return Stretch(start, start + length, look, run_rect(run), run.y, run.tag.leg, xs, down)


def run_rect(run: GlyphRun) -> Rect:
    """About what a run of type covers: from its first origin to an em after its last, an em high."""
    em = run.size * run.scale // 1000
    along = (run.xs[-1] if run.xs else 0) + em
    if run.vertical:
        return Rect(run.x - run.size // 2, run.y, run.size, along)
    if run.turn:
        return Rect(run.x - run.size * (EM - HAN_TOP) // EM, run.y, run.size, along)
    return Rect(run.x, run.y - run.size * HAN_TOP // EM, along, run.size)


def ink(colour: Colour) -> str:
    """A colour as an editor writes it."""
    if colour.spot:
        return f"spot({colour.spot})"
    c, m, y, k = (f"{value / 10:g}" for value in colour.cmyk)
    return f"k {k}%" if (c, m, y) == ("0", "0", "0") else f"cmyk({c}, {m}, {y}, {k})"


def _drawing(item: Rule | Path | Link) -> Drawing:
    tag = item.tag
    role = tag.role or ("link" if isinstance(item, Link) else "box")
    match item:
        case Rule():
            x, y = min(item.x1, item.x2), min(item.y1, item.y2)
            rect = Rect(x, y, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
            look = f"{item.weight / 12700:g}pt {ink(item.colour)} {item.dash or ''}".strip()
        case Path():
            ops = [op[1:] for op in item.ops if len(op) > 1]
            rect = bounds(Rect(int(op[-2]), int(op[-1]), 0, 0) for op in ops)
            fill = ink(item.fill) if item.fill else ""
            stroke = f"{item.weight / 12700:g}pt {ink(item.stroke)}" if item.stroke else ""
            round_ = "round" if any(len(op) == 6 for op in ops) else ""
            look = " ".join(filter(None, (stroke, fill and f"fill {fill}", round_)))
        case Link():
            rect, look = item.area, item.url
    return Drawing(tag.block, role, look, rect)


def _shot(item: Picture) -> Shot:
    name = item.source.replace("\\", "/").rsplit("/", 1)[-1]
    tag = item.tag
    return Shot(name, tag.block, tag.story, item.digest, item.source, item.frame, item.image)
