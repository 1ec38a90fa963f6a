"""Breaking where measures change, and alignment."""

import pytest

from layout.paragraph.break_ import break_, natural_width
from layout.paragraph.types import Line
from layout.style import Align, Setting, TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import ShapedParagraph, Span
from layout.units import PT

EM = 10 * PT
LIBRARY = SquareLibrary()


def _shape(text: str, align: Align = "justify", **options: object) -> ShapedParagraph:
    setting = Setting(**{"line_end": "half", "autospace_latin": 0} | options)
    return shape((Span(text, TextStyle("body", "square", EM, EM, align=align, setting=setting)),), LIBRARY)


def _texts(shaped: ShapedParagraph, lines: tuple[Line, ...]) -> list[str]:
    return [shaped.text[shaped.starts[line.start] : shaped.starts[line.end]] for line in lines]


@pytest.mark.parametrize("algorithm", ["optimal", "greedy"])
def test_measures_by_line(algorithm: str) -> None:
    shaped = _shape("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未", algorithm=algorithm)
    lines = break_(shaped, ((2, 3 * EM), (1, 5 * EM), (1, 4 * EM))).value
    assert _texts(shaped, lines) == ["甲乙丙", "丁戊己", "庚辛壬癸子", "丑寅卯辰", "巳午未"]
    assert [line.width for line in lines] == [3 * EM, 3 * EM, 5 * EM, 4 * EM, 3 * EM]


@pytest.mark.parametrize("algorithm", ["optimal", "greedy"])
def test_a_narrow_line_does_not_break_units_that_fit_the_others(algorithm: str) -> None:
    shaped = _shape("甲乙丙丁戊己12345678庚辛壬癸", algorithm=algorithm, orphan=False)
    done = break_(shaped, ((1, 2 * EM), (1, 6 * EM)))
    assert "12345678庚辛" in _texts(shaped, done.value)
    assert not any(line.forced for line in done.value)


def test_setting_the_rest_on_other_measures() -> None:
    shaped = _shape("甲乙丙丁戊己庚辛")
    assert len(break_(shaped, ((1, 4 * EM),)).value) == 2
    assert len(break_(shaped, ((1, 4 * EM), (1, 2 * EM))).value) == 3


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 1), ("right", 2)])
def test_other_alignments_are_natural(align: Align, x: int) -> None:
    shaped = _shape("“甲乙丙", align)
    (line,) = break_(shaped, ((1, 5 * EM + EM // 2),)).value
    assert line.xs[0] == x * EM
    assert line.width == line.natural == natural_width(shaped) == 3 * EM + EM // 2


def test_unjustified_lines_are_not_squeezed() -> None:
    shaped = _shape("甲，乙，丙丁。", "left")
    lines = break_(shaped, ((1, 6 * EM),)).value
    assert [line.adjust.shrink_c for line in lines] == [0] * len(lines)


def test_indent_and_natural_width() -> None:
    shaped = _shape("甲乙丙丁戊")
    first, second = break_(shaped, ((1, 4 * EM),), 2 * EM).value
    assert (first.xs, first.width, first.natural) == ((2 * EM, 3 * EM), 2 * EM, 2 * EM)
    assert second.xs[0] == 0


def test_leftovers_are_shared_to_the_last_emu() -> None:
    shaped = _shape("甲乙丙丁戊己庚辛", orphan=False)
    first = break_(shaped, ((1, 5 * EM + 7),)).value[0]
    gaps = [b - a - EM for a, b in zip(first.xs, first.xs[1:])]
    assert gaps == [2, 2, 2, 1]
    assert first.xs[-1] + EM == first.width == 5 * EM + 7


def test_findings_name_the_line() -> None:
    shaped = _shape("共计有1200本图书馆藏")
    (found,) = break_(shaped, ((1, 4 * EM),)).diagnostics
    assert (found.code, found.where.at, found.where.length) == ("T201", 0, 3)
    assert found.facts == {"text": "共计有", "gap": 0.5}
