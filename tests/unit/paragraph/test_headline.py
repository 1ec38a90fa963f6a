"""Headlines: where they turn over, and how they are made to fit."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from layout.font.face import FaceSource
from layout.font.library import Family, FontLibrary
from layout.paragraph.headline import HeadlineLines, set_headline, turn_over
from layout.paragraph.types import Lexis
from layout.resolve.plan import check_segmenter
from layout.spec.load import load_theme
from layout.world import FileWorld
from tests.case_runner import CASES, ROOT, SHARED, load
from tests.headline_runner import EM, LIBRARY, STYLE, check, turned

TURNOVERS = yaml.load((CASES / "headlines" / "turnover.yaml").read_text("utf-8"), yaml.CSafeLoader)["cases"]
OTHERS = [
    *load(CASES / "headlines" / "sizes.yaml"),
    *(case for case in (load(SHARED) if SHARED.exists() else []) if case["kind"] == "headline"),
]


@pytest.mark.parametrize("case", TURNOVERS, ids=lambda case: case["id"])
def test_turnover(case: dict[str, Any]) -> None:
    got = turned(case["text"], case["lines"], tuple(case.get("words", ())))
    assert len(got) == case["lines"]
    if "expected" in case:
        assert got == case["expected"]
    assert not [bad for bad in case.get("forbidden", ()) if bad in "|".join(got)]


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    check(case)


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
    assert [f.code for f in outcome.diagnostics] == ["T301"]


@pytest.mark.parametrize(
    ("style", "fits", "codes"),
    [
        ({"smallest": EM * 3 // 4}, True, ["T302"]),
        ({"smallest": EM * 3 // 4, "closest": 0, "scale": (1000, 1000)}, True, ["T302"]),
        ({"smallest": EM}, False, ["T301"]),
        ({"closest": -200}, True, []),
        ({"closest": 0}, False, ["T301"]),
        ({"scale": (700, 1000)}, True, []),
    ],
)
def test_how_far_a_head_may_go_to_fit(style: dict[str, Any], fits: bool, codes: list[str]) -> None:
    done = set_headline("老街里的夜校", replace(STYLE, **style), LIBRARY, round(4.75 * EM))
    chosen, wanted = done.value.style, replace(STYLE, **style)
    assert (done.value.fits, [f.code for f in done.diagnostics]) == (fits, codes)
    assert chosen.size >= (wanted.smallest or 0.9 * EM) and chosen.tracking >= wanted.closest


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


INKED = FontLibrary(
    {"黑": Family("黑", ("hei",))}, {"hei": FaceSource("hei", str(ROOT / "fonts/NotoSansSC-Bold.ttf"))}
)


def _ink(done: HeadlineLines, row: int) -> tuple[float, float]:
    """Where the ink of a line begins and ends."""
    line, shaped = done.lines[row], done.shaped
    cells = [c for c in shaped.cells[line.start : line.end] if c.cls != "n"]
    first, last = cells[0], cells[-1]
    face = INKED.face("hei")
    unit = done.style.size * done.style.scale[1] / 1000 / face.upem
    left = line.xs[0] + first.shift + face.ink(first.glyph)[0] * unit
    return left, line.xs[len(cells) - 1] + last.shift + face.ink(last.glyph)[2] * unit


@pytest.mark.parametrize("text", ["一川灯火", "“夜校”开门", "21天", "卜算子（三首）"])
def test_heads_stand_by_their_ink(text: str) -> None:
    style = replace(STYLE, family="黑")
    width = 9 * EM
    left, right = _ink(set_headline(text, style, INKED, width).value, 0)
    assert abs(left - (width - right)) <= 3
    left, _ = _ink(set_headline(text, replace(style, align="left"), INKED, width).value, 0)
    assert abs(left) <= 2
    _, right = _ink(set_headline(text, replace(style, align="right"), INKED, width).value, 0)
    assert abs(right - width) <= 2


def test_a_deck_turns_over_behind_its_dash() -> None:
    deck = ("——市民夜校春季班", "开学一周侧记")
    for align, x in (("left", 0), ("center", 3 * EM // 2), ("right", 3 * EM)):
        done = set_headline(deck, replace(STYLE, align=align), LIBRARY, 12 * EM).value
        assert [line.xs[0] for line in done.lines] == [x, x + 2 * EM]


def test_the_indent_behind_a_dash_counts() -> None:
    assert _set(("——夜校", "侧记侧记侧记"), 8).over == 0
    assert _set(("——夜校", "侧记侧记侧记"), 6).over > 0
    assert turn_over("——市民夜校春季班开学侧记", STYLE, LIBRARY, 8 * EM, 4)[0] not in ("——", "—")


def test_a_byline_turns_over_before_a_role() -> None:
    text = "本报记者　林　岚　许知远　通讯员　乔　一"
    held = ((0, 12), (13, 20))
    done = set_headline(text, STYLE, LIBRARY, 13 * EM, lines=3, held=held).value
    shown = [done.shaped.text[a:b] for a, b in ((line.start, line.end) for line in done.lines)]
    assert [row.strip("\n　") for row in shown] == [text[:12], text[13:]]


def test_nothing_held_is_cut_where_nothing_fits() -> None:
    done = set_headline("甲乙丙丁戊己庚辛", STYLE, LIBRARY, 3 * EM, lines=4, held=((0, 8),))
    assert len(done.value.lines) == 1 and "T301" in [f.code for f in done.diagnostics]


def test_rjieba_cuts_where_it_is_named() -> None:
    pytest.importorskip("rjieba", reason="rjieba is not installed")
    assert turned("老街里的夜校灯火通明", 2, segmenter="rjieba") == ["老街里的夜校", "灯火通明"]
    assert turned("神舟十九号航天员乘组顺利返回地球", 2, segmenter="rjieba")[0].endswith("乘组")
    own = ("骑手之家",)
    assert "骑手之|家" not in "|".join(turned("两新工委助力骑手之家建设", 2, own, "rjieba"))


@pytest.mark.parametrize("case", TURNOVERS, ids=lambda case: case["id"])
def test_rjieba_never_does_what_is_forbidden(case: dict[str, Any]) -> None:
    pytest.importorskip("rjieba", reason="rjieba is not installed")
    got = "|".join(turned(case["text"], case["lines"], tuple(case.get("words", ())), "rjieba"))
    assert not [bad for bad in case.get("forbidden", ()) if bad in got]


def test_an_absent_segmenter_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    (tmp_path / "own.theme.yaml").write_text("extends: broadsheet\nsegmenter: rjieba\n", "utf-8")
    theme = load_theme(str(tmp_path / "own.theme.yaml"), FileWorld())
    (found,) = check_segmenter(theme)
    assert (found.code, found.severity, found.where.path) == ("T106", "error", ("segmenter",))
    monkeypatch.delitem(sys.modules, "rjieba")
    assert not check_segmenter(load_theme("broadsheet", FileWorld()))


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_what_a_head_holds_together_is_never_cut(lines: int) -> None:
    text = "市委书记王强调研50亿斤夏粮“老街灯火”工程"
    own = Lexis(frozenset({"调研"}))
    for width in range(4, 24):
        done = set_headline(text, STYLE, LIBRARY, width * EM, lines=lines, lexis=own).value
        rows = done.shaped.text.split("\n")
        assert "".join(rows) == text and len(rows) <= lines
        for whole in ("50亿斤", "“老街灯火”", "调研"):
            assert any(whole in row for row in rows) or not done.fits, (rows, whole)
