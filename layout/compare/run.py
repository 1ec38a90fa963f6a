"""The comparison of two lists of pages, from names to result: the table of contents of the command."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.compare.causes import Compared, compare
from layout.compare.corrections import Correction, PairOnPage, check, verdict_change
from layout.compare.exchanged import exchanges
from layout.compare.inputs import Leaf, Side, as_pdf, open_leaf, paired
from layout.compare.shown import Picture, pictures
from layout.compare.texts import TextPair, copy_changes, pair_up
from layout.compare.touched import touched
from layout.compare.types import CantCompare, Cause, Change, Problem, Text
from layout.diag import Fact
from layout.geometry import Rect
from layout.world import FileWorld

DEFAULT_GATES: tuple[Cause, ...] = (
    "copy", "heads", "moved", "style", "picture", "overset", "findings", "pixels", "expect",
)  # fmt: skip

Pair: TypeAlias = tuple[Leaf, Leaf]


class Options(Struct, frozen=True):
    """What to compare and how. `pictures`: keep the pages as pictures for a report. `pixels`: look at the pictures even
    where the scenes account for everything. `tolerance`: pixels that an area may differ by."""

    gates: tuple[Cause, ...] = DEFAULT_GATES
    ignore: frozenset[str] = frozenset()
    tolerance: int = 4
    pixels: bool = False
    pictures: bool = False
    fonts: tuple[str, ...] = ()


class PageResult(Struct, frozen=True):
    """Two pages compared; `problem` says why they could not be: then `side` is the one ("a" or "b") that the only
    picture shows, "" where there is none. `gone` and `come` are texts of stories that only one has."""

    number: str
    a: str
    b: str
    changes: tuple[Change, ...] = ()
    problem: Problem | None = None
    pairs: tuple[TextPair, ...] = ()
    gone: tuple[Text, ...] = ()
    come: tuple[Text, ...] = ()
    pictures: tuple[Picture, ...] = ()
    boxes: tuple[tuple[int, int, int, int], ...] = ()
    side: Literal["", "a", "b"] = ""


class Result(Struct, frozen=True):
    """All pages compared. `rasteriser` is named where pages were looked at as pictures."""

    pages: tuple[PageResult, ...]
    verdicts: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    rasteriser: str = ""
    gates: tuple[Cause, ...] = DEFAULT_GATES

    @property
    def changes(self) -> tuple[Change, ...]:
        """The verdicts on corrections, then the changes of all pages."""
        return (*self.verdicts, *(change for page in self.pages for change in page.changes))

    def fails(self, change: Change) -> bool:
        """Whether a change is a difference that was not asked for and is not let through."""
        return change.failing and not change.wanted and change.cause in self.gates

    @property
    def status(self) -> int:
        """0 the same, 1 different, 2 not to be compared."""
        if self.problems or any(page.problem for page in self.pages):
            return 2
        return int(any(map(self.fails, self.changes)))


Each: TypeAlias = Callable[[Callable[[Pair], PageResult], Sequence[Pair]], Iterable[PageResult]]


def run(
    a: Sequence[Leaf],
    b: Sequence[Leaf],
    options: Options,
    corrections: Sequence[Correction] | None = None,
    *,
    revisions: bool = False,
    each: Each = map,
) -> Result:
    """Compare the pages of two sides. `revisions`: a page that only one side has is a change; between files it
    means that they don't go together. `each` does a job for each pair, in their order: one after the other, unless
    somebody knows better."""
    pairs, only_a, only_b = paired(a, b)
    pages = list(each(lambda pair: compare_pages(*pair, options), pairs))
    problems: list[Problem] = []
    for leaf, code in (*((leaf, "D432") for leaf in only_a), *((leaf, "D431") for leaf in only_b)):
        facts: dict[str, Fact] = {"file": leaf.name, "page": leaf.number}
        if revisions:
            change = Change("moved", code, leaf.number, leaf.number or leaf.name, facts=facts)
            pages.append(PageResult(leaf.number, leaf.name, leaf.name, (change,)))
        else:
            problems.append(Problem("D912" if code == "D432" else "D913", facts))
    pages = _across(pages)
    drop = options.ignore
    pages = [replace(p, changes=tuple(c for c in p.changes if not _ignored(c, drop))) for p in pages]
    verdicts: tuple[Change, ...] = ()
    if corrections is not None:
        pages, verdicts = _against(corrections, pages)
    pages = [replace(page, changes=exchanges(page.changes)) for page in pages]
    looked = (
        any(page.pictures for page in pages) or options.pixels or any(leaf.kind == "pdf" for leaf in (*a, *b))
    )
    return Result(tuple(pages), verdicts, tuple(problems), _version() if looked else "", options.gates)


def _ignored(change: Change, names: frozenset[str]) -> bool:
    return bool(names) and bool(names & {change.block, change.story, *change.subject.split("、")} - {""})


def compare_pages(leaf_a: Leaf, leaf_b: Leaf, options: Options) -> PageResult:
    """One pair of pages, from opening them to their changes and pictures."""
    number = leaf_b.number or leaf_a.number or "1"
    empty = PageResult(number, leaf_a.name, leaf_b.name)
    try:
        a, b = open_leaf(leaf_a, options.fonts), open_leaf(leaf_b, options.fonts)
        number = b.proof.number
        empty = replace(empty, number=number)
        if "pdf" not in (a.proof.kind, b.proof.kind):
            return _compared(a, b, a, b, empty, options)
        a_shown, b_shown = (s if s.proof.kind == "pdf" else as_pdf(s) for s in (a, b))
        return _compared(a_shown, b_shown, a, b, empty, options)
    except CantCompare as problem:
        return _one_sided(replace(empty, problem=problem.problem), leaf_a, leaf_b, options)


def _one_sided(page: PageResult, leaf_a: Leaf, leaf_b: Leaf, options: Options) -> PageResult:
    """A page of which only one side can be set, with that side's picture where a report wants one."""
    if not options.pictures or page.problem is None or page.problem.code != "D911":
        return page
    from layout.compare.pixels import sheet

    sides: tuple[tuple[Literal["a", "b"], Leaf], ...] = (("a", leaf_a), ("b", leaf_b))
    for side, leaf in sides:
        try:
            one = sheet(open_leaf(leaf, options.fonts).pdf(), leaf.index, leaf.name)
        except CantCompare:
            continue
        return replace(page, side=side, pictures=pictures(one, one, (), changed=True))
    return page


def _compared(
    a: Side, b: Side, known_a: Side, known_b: Side, empty: PageResult, options: Options
) -> PageResult:
    from layout.compare.naming import named

    proof_a, proof_b = a.proof, b.proof
    foreign = proof_a.kind == "pdf"
    if foreign:
        from layout.compare.foreign import matched

        if (proof_a.trim.width, proof_a.trim.height) != (proof_b.trim.width, proof_b.trim.height):
            _refuse_sizes(proof_a.trim, proof_b.trim, empty)
        proof_a, proof_b = matched(proof_a, proof_b)
    same = not foreign and a.print_ == b.print_
    done = compare(proof_a, proof_b, a.locate, b.locate, FileWorld().read_bytes)
    changes = done.changes
    if foreign:
        changes = named(changes, known_a, known_b)
    changes = tuple(_placed(change, known_a, known_b) for change in changes)
    result = replace(empty, changes=changes, pairs=done.pairs, gone=done.gone, come=done.come)
    unexplained = not same and not changes
    if options.pictures or (not same and (foreign or options.pixels or unexplained)):
        return _looked_at(result, done, a, b, options)
    return result


def _placed(change: Change, a: Side, b: Side) -> Change:
    """A change without a place in the documents, where its block is written."""
    if change.position or not change.block:
        return change
    return replace(change, position=b.block(change.block) or a.block(change.block))


def _refuse_sizes(a: Rect, b: Rect, page: PageResult) -> None:
    from layout.units import to_mm

    facts: dict[str, Fact] = {
        "a": page.a,
        "b": page.b,
        "old": f"{to_mm(a.width):.1f} × {to_mm(a.height):.1f} mm",
        "new": f"{to_mm(b.width):.1f} × {to_mm(b.height):.1f} mm",
    }
    raise CantCompare("D914", **facts)


def _looked_at(result: PageResult, done: Compared, a: Side, b: Side, options: Options) -> PageResult:
    """The pages as pictures: areas that no change accounts for are changes themselves."""
    from layout.compare.pixels import areas, difference, pixel_change, sheet, unexplained

    one = sheet(a.pdf(), a.leaf.index if a.leaf.kind == "pdf" else 0, a.leaf.name)
    same = bool(a.print_) and a.print_ == b.print_
    other = one if same else sheet(b.pdf(), b.leaf.index if b.leaf.kind == "pdf" else 0, b.leaf.name)
    found = areas(difference(one, other)) if other is not one else ()
    before, after = touched(done, options.ignore)
    left = unexplained(found, one, other, before, after)
    new = tuple(pixel_change(x, other, result.number) for x in left if x.pixels > options.tolerance)
    result = replace(result, changes=(*result.changes, *new), boxes=tuple(x.box for x in found))
    if not options.pictures:
        return result
    return replace(result, pictures=pictures(one, other, found, changed=bool(result.changes)))


def _version() -> str:
    from layout.compare.pixels import version

    return version()


def _across(pages: list[PageResult]) -> list[PageResult]:
    """Stories that left one page and came to another: moved, with what changed in them on the way."""
    gone = {text.key: (page, text) for page in pages for text in page.gone if text.story}
    for number, page in enumerate(pages):
        for text in page.come:
            if text.key not in gone or gone[text.key][0].number == page.number:
                continue
            source, old = gone[text.key]
            pages[number] = _moved_here(pages[number], text, source, old)
            pages = [_moved_away(p, text.story) if p.number == source.number else p for p in pages]
    return pages


def _moved_here(page: PageResult, text: Text, source: PageResult, old: Text) -> PageResult:
    changes = list(page.changes)
    for i, change in enumerate(changes):
        if change.code == "D111" and change.story == text.story:
            facts: dict[str, Fact] = {**change.facts, "old": source.number, "new": page.number}
            changes[i] = replace(change, cause="moved", code="D430", facts=facts)
    pair = pair_up(old, text)
    more = copy_changes(pair, page.number, lambda where: None, lambda where: None)
    return replace(page, changes=(*changes, *more), pairs=(*page.pairs, pair))


def _moved_away(page: PageResult, story: str) -> PageResult:
    kept = tuple(c for c in page.changes if not (c.code == "D112" and c.story == story))
    return replace(page, changes=kept)


def _against(
    corrections: Sequence[Correction], pages: list[PageResult]
) -> tuple[list[PageResult], tuple[Change, ...]]:
    pairs = [PairOnPage(page.number, pair) for page in pages for pair in page.pairs]
    checked, changes = check(corrections, pairs, (c for page in pages for c in page.changes))
    rest = iter(changes)
    done = [replace(page, changes=tuple(next(rest) for _ in page.changes)) for page in pages]
    return done, tuple(verdict_change(one) for one in checked)
