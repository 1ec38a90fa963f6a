"""Running the rules: over a page in the making, over the file made of it, over any PDF."""

from collections.abc import Container, Iterable, Iterator

from layout.diag import Diagnostic, Fact, Where
from layout.font.library import FontLibrary
from layout.preflight.from_scene import sheet_of
from layout.preflight.limits import Limits, limits_of
from layout.preflight.places import Places, places_of_file
from layout.preflight.registry import FILE, PROOF, SHEET, rules
from layout.preflight.types import Hit, Proof, Rule
from layout.resolve.types import PagePlan
from layout.scene.items import Scene
from layout.units import to_mm


def check_page(scene: Scene, plan: PagePlan, library: FontLibrary, places: Places) -> tuple[Diagnostic, ...]:
    """What a render tells of a page before it is written: the rules that need no file."""
    sheet, limits = sheet_of(scene, plan, library), limits_of(scene.press)
    return tuple(_said(_hits(rules(SHEET), sheet, limits), places))


def check_made(data: bytes, scene: Scene, places: Places, told: Container[str]) -> tuple[Diagnostic, ...]:
    """What the finished PDF of a page shows besides: the rules of files, the text read out again, and the rules of
    pages once more, in case the writing did harm. Codes in `told` have been said of the page with better places.
    Raises ImportError where pikepdf is not installed."""
    from layout.backends.pdf.inspect.readout import readout

    found = _check(data, limits_of(scene.press), places)
    proof = Proof(scene, "".join(readout(data)))
    text = _said(_hits(rules(PROOF), proof, limits_of(scene.press)), places)
    return tuple(one for one in (*found, *text) if one.code not in told)


def check_file(data: bytes, name: str, limits: Limits = Limits()) -> tuple[Diagnostic, ...]:
    """What there is to say of any PDF. Raises ImportError where pikepdf is not installed."""
    return _check(data, limits, None, name)


def _check(data: bytes, limits: Limits, places: Places | None, name: str = "") -> tuple[Diagnostic, ...]:
    from layout.backends.pdf.inspect import Unreadable, inspect

    try:
        facts = inspect(data)
    except Unreadable as fault:
        where = places(Hit(), 0) if places else Where(name)
        return (Diagnostic("P200", "error", where, {"reason": str(fault)}),)
    places = places or places_of_file(name, len(facts.pages))
    hits = list(_hits(rules(FILE), facts, limits))
    for number, page in enumerate(facts.pages, 1):
        hits += _hits(rules(SHEET), page.sheet, limits, number)
    return tuple(_said(_once(hits), places))


def _hits(chosen: Iterable[Rule], what: object, limits: Limits, page: int = 0) -> Iterator[tuple[Rule, Hit, int]]:
    for rule in chosen:
        for hit in rule.check(what, limits):
            yield rule, hit, hit.page or page


def _once(hits: Iterable[tuple[Rule, Hit, int]]) -> Iterator[tuple[Rule, Hit, int]]:
    """What is true of a face is true on all its pages: it is said once."""
    seen: set[tuple[str, str]] = set()
    for rule, hit, page in hits:
        if not hit.face or (rule.code, hit.face) not in seen:
            yield rule, hit, page
        seen.add((rule.code, hit.face))


def _said(hits: Iterable[tuple[Rule, Hit, int]], places: Places) -> Iterator[Diagnostic]:
    for rule, hit, page in hits:
        facts: dict[str, Fact] = dict(hit.facts)
        if hit.area is not None:
            facts |= {"x": round(to_mm(hit.area.x), 1), "y": round(to_mm(hit.area.y), 1)}
        yield Diagnostic(rule.code, hit.severity or rule.severity, places(hit, page), facts)
