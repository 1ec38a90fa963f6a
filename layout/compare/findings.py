"""Copy that is over and findings, before and after."""

from collections import Counter

from layout.compare.types import Change, Noted, Proof
from layout.diag import Fact
from layout.scene.facts import Fit
from layout.spec.source_map import Position

OVERSET = ("F001", "F004", "F005")  # told as overset, not as findings


def overset_changes(a: Proof, b: Proof, page: str) -> list[Change]:
    """Stories whose copy is over now, is over no more, or is over by more or less."""
    before = {fit.story: fit for fit in a.facts.fits}
    found = []
    for fit in b.facts.fits:
        old = before.get(fit.story, Fit(fit.story, 0))
        if old.over_characters == fit.over_characters:
            continue
        code = "D801" if not old.over_characters else "D802" if not fit.over_characters else "D803"
        facts: dict[str, Fact] = {
            "subject": fit.story,
            "old_characters": old.over_characters,
            "old_lines": old.over_lines,
            "characters": fit.over_characters,
            "lines": fit.over_lines,
        }
        texts = [t for t in b.texts if t.story == fit.story and t.part == "body" and t.stretches]
        last = (texts[0].stretches[-1].rect,) if texts else ()
        block = texts[0].block if texts else ""
        place = _broken_off(b, fit.story)
        found.append(Change("overset", code, page, fit.story, block, facts, (), last, place, story=fit.story))
    return found


def _broken_off(proof: Proof, story: str) -> Position | None:
    """Where the copy of a story is written that has no place any more."""
    told = (n for n in proof.findings if n.found.code in ("F001", "F004"))
    return next((n.position for n in told if n.found.facts.get("story") == story), None)


def finding_changes(a: Proof, b: Proof, page: str) -> list[Change]:
    """Findings that are new, gone, and still there. Only new ones count as a difference: the others are told so
    that one sees what is left to do."""
    if a.kind != "spec" or b.kind != "spec":
        return []
    before = [noted for noted in a.findings if _told(noted)]
    after = [noted for noted in b.findings if _told(noted)]
    still_before, still_after = _same(before, after)
    new = [
        _change("D811", noted, page, failing=True) for i, noted in enumerate(after) if i not in still_after
    ]
    gone = [
        _change("D812", noted, page, failing=False) for i, noted in enumerate(before) if i not in still_before
    ]
    still = [_change("D813", noted, page, failing=False) for i, noted in enumerate(after) if i in still_after]
    return [*new, *gone, *still]


def _told(noted: Noted) -> bool:
    return noted.found.severity != "info" and noted.found.code not in OVERSET


def _same(before: list[Noted], after: list[Noted]) -> tuple[set[int], set[int]]:
    """The findings of either side that the other has too: first those that say the very same, then those that
    say it of the same place in other figures."""
    known_before: set[int] = set()
    known_after: set[int] = set()
    for key in (_exact, _place):
        left = Counter(key(n) for i, n in enumerate(before) if i not in known_before)
        matched: Counter[tuple[object, ...]] = Counter()
        for i, noted in enumerate(after):
            if i not in known_after and left[key(noted)]:
                left[key(noted)] -= 1
                matched[key(noted)] += 1
                known_after.add(i)
        for i, noted in enumerate(before):
            if i not in known_before and matched[key(noted)]:
                matched[key(noted)] -= 1
                known_before.add(i)
    return known_before, known_after


def _exact(noted: Noted) -> tuple[object, ...]:
    return (*_place(noted), *sorted((k, str(v)) for k, v in noted.found.facts.items()))


def _place(noted: Noted) -> tuple[object, ...]:
    found = noted.found
    file = noted.position.file if noted.position else found.where.document
    return found.code, file.rsplit("/", 1)[-1], found.where.path  # the two pages may lie in different folders


def _change(code: str, noted: Noted, page: str, *, failing: bool) -> Change:
    found = noted.found
    subject = str(found.facts.get("story") or found.facts.get("block") or found.facts.get("picture") or "")
    facts: dict[str, Fact] = {"subject": subject, "finding": found.code}
    return Change(
        "findings",
        code,
        page,
        subject,
        facts=facts,
        position=noted.position,
        failing=failing,
        found=found,
    )
