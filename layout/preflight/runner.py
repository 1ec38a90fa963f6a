"""Running the rules: over a page in the making, over the file made of it, over any PDF."""

from collections.abc import Container, Iterable, Iterator
from typing import TypeAlias

from layout.diag import Diagnostic, Fact, Where
from layout.font.library import FontLibrary
from layout.preflight.from_scene import sheet_of
from layout.preflight.limits import Limits, limits_of
from layout.preflight.registry import FILE, MAKE_UP, PROOF, QUICK, THOROUGH, rules
from layout.preflight.types import Hit, Places, Rule
from layout.resolve.types import PagePlan
from layout.scene.items import Scene
from layout.spec.load import Loaded
from layout.units import to_mm

Found: TypeAlias = tuple[Rule, Hit, int]
"""A rule, where it is broken, and on which page (0: none)."""


def check_page(
    scene: Scene, plan: PagePlan, fonts: FontLibrary, loaded: Loaded, names: tuple[str, ...] = QUICK
) -> tuple[Diagnostic, ...]:
    """What is to be said of a page before it is written, by the rules `names`: those of every render."""
    sheet = sheet_of(scene, plan, fonts)
    hits = tuple(_hits(rules(names), sheet, limits_of(scene.press)))
    return tuple(_said(hits, _places(plan, loaded))) if hits else ()


def check_make_up(
    scene: Scene, plan: PagePlan, loaded: Loaded, codes: Container[str] | None = None
) -> tuple[Diagnostic, ...]:
    """What is to be said of a page's make-up, by the rules with these codes (None: by all)."""
    from layout.preflight.printed import printed

    chosen = tuple(name for name in MAKE_UP if codes is None or name.partition("_")[0].upper() in codes)
    hits = _hits(rules(chosen), printed(scene, plan), limits_of(scene.press)) if chosen else ()
    return tuple(_said(hits, _places(plan, loaded)))


def check_made(
    data: bytes, scene: Scene, plan: PagePlan, fonts: FontLibrary, loaded: Loaded, told: Container[str]
) -> tuple[Diagnostic, ...]:
    """What else there is to say of a page and of `data`, the PDF made of it: the other rules of pages, of
    their make-up too; those of files, and the text read out again; and the rules of pages once more on the file, in
    case the writing did harm. Codes in `told` have been said of the page, with better places."""
    from layout.backends.pdf.inspect.readout import readout
    from layout.preflight.rules.p207_text import Proof

    more = check_page(scene, plan, fonts, loaded, THOROUGH)
    limits, places = limits_of(scene.press), _places(plan, loaded)
    of_file = _check(data, limits, places)
    text = _said(_hits(rules(PROOF), Proof(scene, "".join(readout(data))), limits), places)
    more += tuple(one for one in check_make_up(scene, plan, loaded) if one.code not in told)
    known = {one.code for one in more}
    return (*more, *(d for d in (*of_file, *text) if d.code not in told and d.code not in known))


def check_file(data: bytes, name: str, limits: Limits | None = None) -> tuple[Diagnostic, ...]:
    """What there is to say of any PDF."""
    return _check(data, limits or Limits(), None, name)


def _check(data: bytes, limits: Limits, places: Places | None, name: str = "") -> tuple[Diagnostic, ...]:
    from layout.backends.pdf.inspect import Unreadable, inspect

    try:
        facts = inspect(data)
    except Unreadable as fault:
        where = places(Hit(), 0) if places else Where(name)
        return (Diagnostic("P200", "error", where, {"reason": str(fault)}),)
    if places is None:
        from layout.preflight.places import places_of_file

        places = places_of_file(name, len(facts.pages))
    hits = list(_hits(rules(FILE), facts, limits))
    for number, page in enumerate(facts.pages, 1):
        if page.broken:
            continue  # what was read of it would give a false picture
        hits += _hits(rules(QUICK + THOROUGH), page.sheet, limits, number)
    return tuple(_said(_once(hits), places))


def _places(plan: PagePlan, loaded: Loaded) -> Places:
    from layout.preflight.places import places_of_page

    return places_of_page(plan, loaded.theme, loaded.page.document)


def _hits(chosen: Iterable[Rule], what: object, limits: Limits, page: int = 0) -> Iterator[Found]:
    for rule in chosen:
        for hit in rule.check(what, limits):
            yield rule, hit, hit.page or page


def _once(hits: Iterable[Found]) -> Iterator[Found]:
    """What is true of a face is true on all its pages: it is said once."""
    seen: set[tuple[str, str]] = set()
    for rule, hit, page in hits:
        if not hit.face or (rule.code, hit.face) not in seen:
            yield rule, hit, page
        seen.add((rule.code, hit.face))


def _said(hits: Iterable[Found], places: Places) -> Iterator[Diagnostic]:
    for rule, hit, page in hits:
        facts: dict[str, Fact] = dict(hit.facts)
        if hit.area is not None:
            facts |= {"x": round(to_mm(hit.area.x), 1), "y": round(to_mm(hit.area.y), 1)}
        yield Diagnostic(rule.code, hit.severity or rule.severity, places(hit, page), facts)
