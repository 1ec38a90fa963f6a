"""What others have found out about Chinese lines, as data with its source (tests/cases/oracles/). What is left out of
a suite and why stands at the head of its file.

The Unicode line breaking test has a file of its own, `test_line_break_ucd`; `test_uax14_rules` holds what of UAX #14
the engine follows in Chinese copy: numbers (LB25), words (LB23, LB28), spaces (LB7, LB18), zero-width characters.
"""

import re
from typing import Any

import pytest
import yaml

from layout.paragraph.break_ import break_, marked_breaks, natural_width
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import ShapedParagraph, Span
from layout.units import PT
from tests.case_runner import CASES, texts

EM = 10 * PT
LIBRARY = SquareLibrary()


def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(
        (CASES / "oracles" / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return found


def _shape(text: str, **options: object) -> ShapedParagraph:
    setting = Setting(**{"line_end": "half", "autospace_latin": 0} | options)
    return shape((Span(text, TextStyle("case", "square", EM, EM, setting=setting)),), LIBRARY)


def _lines(text: str, measure: float, indent: float = 0, **options: object) -> list[str]:
    shaped = _shape(text, **options)
    return texts(shaped, break_(shaped, ((1, round(measure * EM)),), round(indent * EM)).value)


LINE_BREAK = _data("wpt-line-break-zh")


@pytest.mark.parametrize("char", "".join(LINE_BREAK["lists"].values()), ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize("algorithm", ["greedy", "optimal"])
def test_wpt_line_starts(char: str, algorithm: str) -> None:
    text = LINE_BREAK["text"].replace("{X}", char)
    wanted = [line.replace("{X}", char) for line in LINE_BREAK["lines"]]
    assert _lines(text, LINE_BREAK["measure_em"], kinsoku="strict", algorithm=algorithm) == wanted


TRIM = _data("wpt-text-spacing-trim")
SIDES = {"O": TRIM["opening"], "C": TRIM["closing"]}


@pytest.mark.parametrize("pattern", TRIM["patterns"])
def test_wpt_pairs_of_marks(pattern: str) -> None:
    for first in SIDES[pattern[0]]:
        for second in SIDES[pattern[1]]:
            if first in "？！" and second in "？！":
                continue  # two of these make one em by GB/T 15834 5.1.2, whatever their class
            shaped = _shape(f"国{first}{second}国")
            assert natural_width(shaped) == 2 * EM + 3 * EM // 2, first + second


@pytest.mark.parametrize("marked", TRIM["marked"])
def test_wpt_marked_halves(marked: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    halves = sum(len(found) for found in re.findall(r"\[(.*?)\]", marked))
    assert natural_width(_shape(text)) == len(text) * EM - halves * EM // 2


@pytest.mark.parametrize("text", TRIM["trimmed_at_line_start"])
def test_wpt_line_start(text: str) -> None:
    shaped = _shape(text)
    for line in break_(shaped, ((1, 4 * EM),)).value:
        assert line.xs[0] == 0


AUTOSPACE = _data("wpt-text-autospace")


@pytest.mark.parametrize("marked", AUTOSPACE["gaps"])
def test_wpt_autospace(marked: str) -> None:
    text = marked.replace("|", "")
    shaped = _shape(text, autospace_latin=125, autospace_digit=125)
    gaps = {shaped.starts[i] for i, joint in enumerate(shaped.joints) if joint.gap == EM // 8}
    at, wanted = 0, set()
    for piece in marked.split("|")[:-1]:
        at += len(piece)
        wanted.add(at)
    assert gaps == wanted


@pytest.mark.parametrize("case", AUTOSPACE["breaks"], ids=lambda case: case["text"])
def test_wpt_autospace_at_line_edges(case: dict[str, Any]) -> None:
    options = {"autospace_latin": 125, "autospace_digit": 125, "algorithm": "greedy", "orphan": False}
    assert _lines(case["text"], 4.5, **options) == case["lines"]


XECJK = _data("xecjk")


@pytest.mark.parametrize("case", XECJK["lines"], ids=lambda case: f"{case['source']} {case['text']}")
def test_xecjk_lines(case: dict[str, Any]) -> None:
    shaped = _shape(case["text"], algorithm="greedy", orphan=False)
    lines = break_(shaped, ((1, case["measure_em"] * EM),), round(case["indent"] * EM)).value
    assert texts(shaped, lines) == case["lines"]
    for number, gap in case.get("gaps_pt", {}).items():
        adjust = lines[number].adjust
        assert adjust.stretch_gap / adjust.gaps / PT == pytest.approx(gap, abs=0.001)


@pytest.mark.parametrize("case", XECJK["widths_pt"], ids=lambda case: f"{case['style']} {case['text']}")
def test_xecjk_widths(case: dict[str, Any]) -> None:
    assert natural_width(_shape(case["text"], punct_style=case["style"])) / PT == case["width"]


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        ("LB25 numbers", "约|1,004.5|元"),
        ("LB25 prefix and suffix", "付|￥3.5，|升|至|-5℃|止"),
        ("LB23 letters and digits", "第|A4|纸"),
        ("LB28 words", "用|internet|上|网"),
        ("LB7, LB18 spaces", "New |York |Times"),
        ("LB8 zero width space", "甲\u200b|乙"),
        ("LB11 word joiner", "甲\u2060乙"),
        ("LB12 no-break space", "甲\u00a0乙"),
        ("LB9 combining marks", "e\u0301a|甲\ufe00|乙"),
        ("LB22 leaders", "甲……|乙"),
        ("LB13 closing marks", "（甲）|乙"),
        ("LB13 after a space", "Hello ! |Yes |(it |is ) |and |.5"),
        ("LB14 after an opening mark", "see |( this)"),
        ("LB4 to LB6 line ends", "甲\r\n|乙\x0b|丙\x85|丁"),
        ("LB8a, LB30a, LB30b emoji", "👩‍🚀|和|🇨🇳|🇫🇷|和|👍🏽"),
        ("LB12a no-break space after a space", "New |\u00a0York"),
        ("LB21 soft hyphen", "inter\u00ad|national"),
        ("LB10 a mark on nothing", "New |\u0301York"),
    ],
)
def test_uax14_rules(rule: str, marked: str) -> None:
    assert marked_breaks(_shape(marked.replace("|", ""))) == marked, rule
