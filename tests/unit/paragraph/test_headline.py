"""Headlines: where they turn over, and how they are made to fit."""

from typing import Any

import pytest
import yaml

from layout.paragraph.headline import HeadlineLines, set_headline, turn_over
from layout.paragraph.sense import held_together, turned_over
from layout.paragraph.types import Lexis
from layout.style import TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import Span
from layout.units import PT
from tests.case_runner import CASES, SHARED, load

EM = 40 * PT
LIBRARY = SquareLibrary()
STYLE = TextStyle("headline", "square", EM, EM, align="center", scale=(920, 1000))
TURNOVERS = yaml.load((CASES / "headlines" / "turnover.yaml").read_text("utf-8"), yaml.CSafeLoader)["cases"]
SAMPLE = [case for case in (load(SHARED) if SHARED.exists() else []) if "forbidden_breaks" in case]


def _turned(text: str, lines: int, words: tuple[str, ...] = (), segmenter: str = "builtin") -> list[str]:
    plain, held = held_together(text)
    cuts, _ = turned_over(
        shape((Span(plain, STYLE),), LIBRARY), lines, Lexis(frozenset(words), segmenter), held
    )
    edges = (0, *cuts, len(plain))
    return [plain[a:b].strip("　 ") for a, b in zip(edges, edges[1:])]


@pytest.mark.parametrize("case", TURNOVERS, ids=lambda case: case["id"])
def test_turnover(case: dict[str, Any]) -> None:
    got = _turned(case["text"], case["lines"], tuple(case.get("words", ())))
    assert len(got) == case["lines"]
    if "expected" in case:
        assert got == case["expected"]
    assert not [bad for bad in case.get("forbidden", ()) if bad in "|".join(got)]


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case["id"])
def test_shared_headline(case: dict[str, Any]) -> None:
    text = case["text"]
    for span in case.get("options", {}).get("nobreak_spans", ()):
        text = text.replace(span, "{" + span + "}")
    wanted = case["acceptable_lines"]
    got = _turned(text, max(map(len, wanted)))
    assert got in wanted
    assert "|".join(got) not in case["forbidden_breaks"]


def _set(text: str | tuple[str, ...], ems: float, **more: Any) -> HeadlineLines:
    return set_headline(text, STYLE, LIBRARY, round(ems * EM), **more).value


def test_fits_as_it_is() -> None:
    done = _set("老街里的夜校", 7)
    assert (done.style, done.over) == (STYLE, 0)
    assert done.lines[0].xs[0] == EM // 2


def test_is_condensed_then_closed_up_then_reported() -> None:
    assert 920 <= _set("老街里的夜校", 5.7).style.scale[1] < 1000
    closed = _set("老街里的夜校", 5.4)
    assert closed.style.scale[1] == 920 and -50 <= closed.style.tracking < 0 and closed.fits
    smaller = set_headline("老街里的夜校", STYLE, LIBRARY, 5 * EM)
    assert smaller.value.style.tracking == -50 and 0.9 * EM <= smaller.value.style.size < EM
    assert smaller.value.fits and [f.code for f in smaller.diagnostics] == ["T302"]
    outcome = set_headline("老街里的夜校", STYLE, LIBRARY, 4 * EM)
    assert not outcome.value.fits
    assert [f.code for f in outcome.diagnostics] == ["T302", "T301"]


def test_all_lines_are_condensed_alike() -> None:
    done = _set(("老街里的夜校", "灯火"), 5.7)
    assert len({run.style.scale for run in done.shaped.runs}) == 1
    assert len(done.lines) == 2


def test_as_few_lines_as_fit() -> None:
    assert len(_set("老街里的夜校灯火通明", 10, lines=2).lines) == 1
    assert len(_set("老街里的夜校灯火通明", 7, lines=2).lines) == 2
    assert turn_over("老街里的夜校灯火通明", STYLE, LIBRARY, 7 * EM, 2) == ("老街里的夜校", "灯火通明")


def test_quotes_are_centred_on_their_bodies() -> None:
    done = _set("“夜校”", 5)
    assert done.lines[0].xs == (EM, EM + EM // 2, 2 * EM + EM // 2, 3 * EM + EM // 2)


def test_adjacent_marks_close_up_at_headline_size() -> None:
    done = _set("道：“党", 10)
    assert done.lines[0].width == 3 * EM + EM // 2


@pytest.mark.parametrize("text", ["", "字", "　", "{", "}{", "的的的的", "ABCDEFGHIJ", "一" * 3000, "“" * 40])
def test_no_headline_is_refused(text: str) -> None:
    for lines in (1, 3):
        done = set_headline(text, STYLE, LIBRARY, 5 * EM, lines=lines).value
        assert done.lines
