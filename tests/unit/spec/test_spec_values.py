"""Values that are written as one word."""

import pytest

from layout.spec import values
from layout.spec.model import ColourSpec, Length, LineSpec, Range
from layout.spec.wrong import Wrong


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("9.5pt", 9.5, "pt"),
        ("12mm", 12, "mm"),
        ("-1cm", -1, "cm"),
        ("+0.5in", 0.5, "in"),
        ("2字", 2, "字"),
        ("3 行", 3, "行"),
        ("2栏", 2, "栏"),
        ("50%", 50, "%"),
        (".5字", 0.5, "字"),
    ],
)
def test_length(text: str, value: float, unit: str) -> None:
    assert values.length(text) == Length(value, unit)


def test_named_size() -> None:
    assert values.length("小五") == Length(0, "size", "小五")


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("9", "S031", "9pt"),
        ("9px", "S033", "9pt"),
        ("5毫米", "S033", "5mm"),
        ("30磅", "S033", "30pt"),
        ("2em", "S033", "2字"),
        ("９pt", "S032", "9pt"),
        ("9．5pt", "S032", "9.5pt"),
        ("9ptt", "S032", ""),
        ("1.2.3pt", "S032", ""),
        ("1e3pt", "S032", ""),
        ("--1pt", "S032", ""),
        ("a, b", "S032", ""),
        (".pt", "S032", ""),
        ("nan", None, ""),
        ("inf", None, ""),
    ],
)
def test_no_length(text: str, code: str | None, hint: str) -> None:
    if code is None:  # a name, to be looked up among the sizes
        assert values.length(text).unit == "size"
        return
    with pytest.raises(Wrong) as caught:
        values.length(text)
    assert (caught.value.code, caught.value.hint) == (code, hint)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("94%..100%", 94, 100, "%"),
        ("3..2行", 3, 2, "行"),
        ("-3..3行", -3, 3, "行"),
        ("11.8pt..12.4pt", 11.8, 12.4, "pt"),
        ("96%", 96, 96, "%"),
        ("1 .. 2行", 1, 2, "行"),
    ],
)
def test_range(text: str, low: float, high: float, unit: str) -> None:
    assert values.span(text) == Range(Length(low, unit), Length(high, unit))


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("k 100%", ColourSpec(cmyk=(0, 0, 0, 100))),
        ("M 50%", ColourSpec(cmyk=(0, 50, 0, 0))),
        ("cmyk(0, 100, 90%, 10)", ColourSpec(cmyk=(0, 100, 90, 10))),
        ("CMYK( 0,0,0,7.5 )", ColourSpec(cmyk=(0, 0, 0, 7.5))),
        ("spot(专色红)", ColourSpec(spot="专色红")),
        ("accent", ColourSpec(name="accent")),
    ],
)
def test_colour(text: str, colour: ColourSpec) -> None:
    assert values.colour(text) == colour


@pytest.mark.parametrize(
    "text", ["#c00", "cmyk(0,0,0)", "cmyk(0,0,0,101)", "k 120%", "k -1%", "rgb(1,2,3)", "k100", "a b c"]
)
def test_no_colour(text: str) -> None:
    if text == "k100":  # may be a name
        assert values.colour(text).name == "k100"
        return
    with pytest.raises(Wrong):
        values.colour(text)


def test_line() -> None:
    assert values.line("正线") == LineSpec(name="正线")
    assert values.line("0.3pt") == LineSpec(weight=Length(0.3, "pt"))
    assert values.line("回纹 8pt") == LineSpec("回纹", Length(8, "pt"))
    assert values.line("回纹 accent") == LineSpec("回纹", None, ColourSpec(name="accent"))
    assert values.line("回纹 8pt k 50%") == LineSpec("回纹", Length(8, "pt"), ColourSpec(cmyk=(0, 0, 0, 50)))
    assert values.line("0.3pt k 50%") == LineSpec(
        weight=Length(0.3, "pt"), colour=ColourSpec(cmyk=(0, 0, 0, 50))
    )


@pytest.mark.parametrize("text", ["0pt", "-1pt", "5字", "99pt", "粗线", "1%"])
def test_no_line(text: str) -> None:
    with pytest.raises(Wrong):
        values.line(text)


@pytest.mark.parametrize("text", ["2026-03-09", "2024-02-29", "2000-02-29"])
def test_date(text: str) -> None:
    assert values.date(text) == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2026-3-9", "2026-03-09"),
        ("2026年3月9日", "2026-03-09"),
        ("２０２６-０３-０９", "2026-03-09"),
        ("2026.03.09", "2026-03-09"),
        ("2025-02-29", ""),
        ("1900-02-29", ""),
        ("2026-13-01", "2026-03-09"),
        ("09-03-2026", "2026-03-09"),
        ("今天", "2026-03-09"),
    ],
)
def test_no_date(text: str, hint: str) -> None:
    with pytest.raises(Wrong) as caught:
        values.date(text)
    assert caught.value.hint == hint
