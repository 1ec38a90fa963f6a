"""Runs worked cases of headlines: where they turn over, how many characters they hold (HED-CAP), how many lines of the
grid they take (HED-ROWS), how large their parts are (HED-HIER), how long their lines may be (HED-MAXW)."""

from typing import Any

from msgspec.structs import replace

from layout.diag import Where
from layout.geometry import Rect
from layout.page.head import measure_head
from layout.paragraph.headline import set_headline
from layout.paragraph.sense import held_together, turned_over
from layout.paragraph.types import BUILT_IN, Lexis
from layout.preflight.limits import Limits
from layout.preflight.printed import Printed, Type
from layout.preflight.rules import p409_head_sizes
from layout.resolve.types import HeadCopy
from layout.style import TextStyle
from layout.tag import Tag
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import Span
from layout.units import PT
from tests.page_plans import blank, grid, page, story

EM = 40 * PT
LIBRARY = SquareLibrary()
STYLE = TextStyle("headline", "square", EM, EM, align="center", scale=(920, 1000))


def check(case: dict[str, Any]) -> None:
    """Assert what a case expects, for each of its parameters."""
    rules = {
        "HED-CAP": _capacity,
        "HED-ROWS": _rows,
        "HED-HIER": _sizes,
    }
    if case["rule"] == "HED-MAXW":
        _longest(case)
    elif case["rule"] in rules:
        for given in case["params"]:
            rules[case["rule"]](given)
    else:
        _turnover(case)


def turned(text: str, lines: int, words: tuple[str, ...] = (), segmenter: str = "builtin") -> list[str]:
    """The lines of a headline of so many lines, wherever it turns over."""
    plain, held = held_together(text)
    cuts, _ = turned_over(
        shape((Span(plain, STYLE),), LIBRARY), lines, Lexis(frozenset(words), segmenter), held
    )
    edges = (0, *cuts, len(plain))
    return [plain[a:b].strip("　 ") for a, b in zip(edges, edges[1:])]


def _turnover(case: dict[str, Any]) -> None:
    text = case["text"]
    for span in case.get("options", {}).get("nobreak_spans", ()):
        text = text.replace(span, "{" + span + "}")
    wanted = case["acceptable_lines"]
    got = turned(text, max(map(len, wanted)))
    assert got in wanted
    assert "|".join(got) not in case["forbidden_breaks"]


def _capacity(given: dict[str, Any]) -> None:
    """As many characters as go into the width, and not one more without being drawn together."""
    columns, measure, gutter = given["cols"], given["col_chars"], given["gap_chars"]
    width = (columns * measure + (columns - 1) * gutter) * round(given["body_pt"] * PT)
    assert width == given["width_pt"] * PT
    style = replace(STYLE, size=round(given["headline_pt"] * PT), scale=(1000, 1000))
    full = set_headline("字" * given["expected_chars"], style, LIBRARY, width).value
    assert (full.style, full.over) == (style, 0)
    more = set_headline("字" * (given["expected_chars"] + 1), style, LIBRARY, width).value
    assert more.style.tracking < 0


def _rows(given: dict[str, Any]) -> None:
    """The lines that a head takes with the page's gap above it: its parts, a line clear under each, rounded up."""
    row = round(given["row_pt"] * PT)
    lattice = replace(grid(), leading=row, gap=1)
    heads = tuple(
        HeadCopy(role, ("字",), _part(role, given[key], row), Where(""))
        for role, key in (("kicker", "kicker_pt"), ("headline", "main_pt"), ("deck", "sub_pt"))
        if key in given
    )
    head = measure_head(
        replace(story("A", "字"), heads=heads), lattice.measure * 4, LIBRARY, BUILT_IN, lattice
    )
    assert given["blank_rows"] == lattice.gap + len(heads)
    assert lattice.gap + head.value.rows == given["expected_rows"]


def _part(role: str, size: float, row: int) -> TextStyle:
    return TextStyle(role, "square", round(size * PT), round(size * PT), after=row)


def _sizes(given: dict[str, Any]) -> None:
    """A part of the headline's size is told to stand about two sizes below it, and one that does is not."""
    main, sub = given["main_pt"], given["sub_pt"]
    assert not list(p409_head_sizes.check(_head(main, sub), Limits()))
    (hit,) = p409_head_sizes.check(_head(main, main), Limits())
    assert hit.facts["two_below"] == sub
    assert abs(sub / main - given["ratio"]) < 0.02


def _head(main: float, sub: float) -> Printed:
    parts = (("headline", main), ("deck", sub))
    return Printed(
        page("2 | A A A A", blank("A")),
        tuple(
            Type(Rect(0, 0, 0, 0), round(size * PT), False, "字", Tag(role, "A", "A")) for role, size in parts
        ),
    )


def _longest(case: dict[str, Any]) -> None:
    """No line longer than the option allows, as many lines as are expected."""
    style = replace(STYLE, measure=case.get("options", {}).get("measure", 800))
    done = set_headline(case["text"], style, LIBRARY, round(case["measure_em"] * EM), lines=4).value
    expected = case["expected"]
    assert done.fits
    assert max(line.width for line in done.lines) <= expected["max_line_em"] * EM
    assert len(done.lines) == expected.get("lines", len(done.lines))
    if "texts" in expected:
        assert done.shaped.text.split("\n") == expected["texts"]
