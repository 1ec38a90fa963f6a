"""三审三校: whether the corrections that were asked for were made, and what changed besides.

A list of corrections is a YAML file:

    corrections:
      - {story: market, old: 二百三十个, new: 三百二十个}
      - {story: market, cut: 据了解，}
      - {story: choir, add: （何穗 摄）, after: 台上演唱。}
      - {story: notice, cut: all}
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.compare.align import Edit
from layout.compare.texts import TextPair, rects_of, shown
from layout.compare.types import Change
from layout.diag import Fact, SpecError, Where
from layout.spec.source_map import Position

Verdict: TypeAlias = Literal["made", "missing", "otherwise", "unknown"]
CODES: dict[Verdict, str] = {"made": "D711", "missing": "D712", "otherwise": "D713", "unknown": "D714"}
ALL = "all"  # `cut: all`, `add: all`: the whole story


class Correction(Struct, frozen=True):
    """One correction: in `story` (in `role` of its head, if said) `old` becomes `new`; "" for none. `after` is what
    stands before an addition. `position` is its place in the list."""

    story: str
    old: str
    new: str
    after: str = ""
    role: str = ""
    position: Position | None = None


class Checked(Struct, frozen=True):
    """A correction and what came of it: what stands there now, and the edits that it accounts for, by page and
    text."""

    correction: Correction
    verdict: Verdict
    now: str = ""
    page: str = ""
    change: Change | None = None
    covers: tuple[tuple[str, tuple[str, ...], Edit], ...] = ()


class PairOnPage(Struct, frozen=True):
    """A text on both versions of a page."""

    page: str
    pair: TextPair


def read_corrections(path: str) -> tuple[Correction, ...]:
    """The list of corrections in a file. SpecError with all that is wrong with it; OSError where it is none."""
    from layout.spec.reading import Reading
    from layout.spec.yaml_reader import read_yaml
    from layout.world import FileWorld

    reading = Reading()
    text = FileWorld().read_text(path)
    reading.texts[path] = text
    node = read_yaml(text, path, reading)
    if node is not None:
        reading.trees[path] = node
    found = _shape().read(node, (), reading) if node is not None else None
    if found is None or reading.faults:
        raise SpecError(reading.found(path), reading.sources())
    sources = reading.sources()
    done = []
    for correction, where in found:
        done.append(replace(correction, position=sources.locate(where)))
    return tuple(done)


def _shape() -> Any:
    from layout.spec.nodes import Mapping, Node, Path
    from layout.spec.reading import Reading
    from layout.spec.scalars import Choice, Text
    from layout.spec.shape import Schema, Shape
    from layout.spec.shapes import Key, ListOf, Record

    class One(Shape[tuple[Correction, Where]]):
        """A correction: `old` with `new`, or `cut`, or `add`."""

        keys = Record(
            lambda **said: said,
            {
                "story": Key(Text(), "哪篇稿子", required=True),
                "old": Key(Text(), "原来的字"),
                "new": Key(Text(), "改成的字"),
                "cut": Key(Text(), "删去的字；all 是整篇"),
                "add": Key(Text(), "加上的字；all 是整篇"),
                "after": Key(Text(), "加在哪些字后面"),
                "role": Key(Choice("kicker", "headline", "deck", "byline", "body"), "改的是题还是正文"),
            },
        )

        def read(self, node: Node, path: Path, r: Reading) -> tuple[Correction, Where] | None:
            said = self.keys.read(node, path, r)
            if said is None or not isinstance(node, Mapping):
                return None
            forms = [{"old", "new"} <= said.keys(), "cut" in said, "add" in said]
            if sum(forms) != 1 or ("after" in said and "add" not in said):
                r.at("D715", node, path)
                return None
            old, new = said.get("old") or said.get("cut", ""), said.get("new") or said.get("add", "")
            correction = Correction(said["story"], old, new, said.get("after", ""), said.get("role", ""))
            return correction, Where(node.document, path)

        def schema(self) -> Schema:
            return self.keys.schema()

    many = ListOf(One(), low=1)
    key = Key(many, "校样上的改动", required=True)
    return Record(lambda corrections: corrections, {"corrections": key})


def check(
    corrections: Iterable[Correction], pairs: Sequence[PairOnPage], changes: Iterable[Change]
) -> tuple[tuple[Checked, ...], tuple[Change, ...]]:
    """What came of each correction, and all changes, those that were asked for marked `wanted`."""
    changes = tuple(changes)
    checked = tuple(_check(one, pairs, changes) for one in corrections)
    covered = {cover for one in checked for cover in one.covers}
    stories = {
        (one.correction.story, "D112" if one.correction.old == ALL else "D111")
        for one in checked
        if ALL in (one.correction.old, one.correction.new)
    }
    by_text = {(p.page, p.pair.b.key): p.pair.alignment.edits for p in pairs}

    def asked(change: Change) -> bool:
        if (change.story, change.code) in stories:
            return True
        if not change.edit:
            return False
        a1, a2, b1, b2 = change.edit
        inside = [
            e
            for e in by_text.get((change.page, change.key), ())
            if a1 <= e.a1 and e.a2 <= a2 and b1 <= e.b1 and e.b2 <= b2
        ]
        return all((change.page, change.key, e) in covered for e in inside)

    return checked, tuple(replace(c, wanted=True) if asked(c) else c for c in changes)


def _check(one: Correction, pairs: Sequence[PairOnPage], changes: Sequence[Change]) -> Checked:
    if ALL in (one.old, one.new):
        code = "D112" if one.old == ALL else "D111"
        made = any(c.code == code and c.story == one.story for c in changes)
        return Checked(one, "made" if made else "missing")
    tries = [
        found
        for p in pairs
        if p.pair.b.story == one.story and one.role in ("", p.pair.b.role)
        for found in (_replaced(one, p) if one.old else _added(one, p))
    ]
    ranks: tuple[Verdict, ...] = ("made", "otherwise", "missing", "unknown")
    return min(tries, key=lambda t: ranks.index(t.verdict), default=Checked(one, "unknown"))


def _places(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _replaced(one: Correction, on: PairOnPage) -> Iterable[Checked]:
    """What became of each place where the old text stood."""
    pair = on.pair
    a, b, alignment = pair.a.text, pair.b.text, pair.alignment
    for start in _places(a, one.old):
        end = start + len(one.old)
        firsts, lasts = alignment.ahead(start), alignment.ahead(end)
        ways = {(x, y) for x in firsts for y in lasts if x <= y}
        exact = sorted(way for way in ways if b[way[0] : way[1]] == one.new)
        kept = any(b[x:y] == one.old for x, y in ways)
        first, last = exact[0] if exact else (firsts[0], max(lasts[-1], firsts[0]))
        inside = [
            e for e in alignment.edits if start <= e.a1 and e.a2 <= end and first <= e.b1 and e.b2 <= last
        ]
        verdict: Verdict = "made" if exact else "missing" if kept else "otherwise"
        yield _told(one, on, verdict, inside if not kept or exact else [], (start, end), (first, last))


def _added(one: Correction, on: PairOnPage) -> Iterable[Checked]:
    """The places where an addition stands that did not stand there before. An insertion may be taken to begin
    a little earlier or later where the text repeats itself."""
    pair = on.pair
    wanted = one.after + one.new
    length = len(one.new)
    for e in pair.alignment.edits:
        if e.b2 - e.b1 < length or e.a1 != e.a2:
            continue
        for at in _places(pair.b.text, wanted):
            start = at + len(one.after)
            if abs(start - e.b1) <= length:
                verdict: Verdict = "made" if e.b2 - e.b1 == length else "otherwise"
                yield _told(one, on, verdict, [e], (e.a1, e.a2), (e.b1, e.b2))
    if pair.b.part == "body" and (not one.after or one.after in pair.a.text):
        yield Checked(one, "missing", page=on.page)


def _told(
    one: Correction,
    on: PairOnPage,
    verdict: Verdict,
    covers: Iterable[Edit],
    before: tuple[int, int],
    after: tuple[int, int],
) -> Checked:
    key = on.pair.b.key
    change = Change(
        "expect",
        CODES[verdict],
        on.page,
        one.story,
        on.pair.b.block,
        before=rects_of(on.pair.a, *before),
        after=rects_of(on.pair.b, *after),
        story=one.story,
    )
    now = shown(on.pair.b.text[after[0] : after[1]])
    return Checked(one, verdict, now, on.page, change, tuple((on.page, key, e) for e in covers))


def verdict_change(one: Checked) -> Change:
    """A checked correction as an entry of the report; one that was made is no difference."""
    correction = one.correction
    facts: dict[str, Fact] = {
        "subject": correction.story,
        "old": shown(correction.old) or "—",
        "new": shown(correction.new) or "—",
        "now": one.now,
    }
    change = one.change or Change("expect", "", one.page, correction.story, story=correction.story)
    return replace(
        change,
        code=CODES[one.verdict],
        facts=facts,
        position=correction.position,
        failing=one.verdict != "made",
    )
