"""The rules of pages at their limits, on sheets made by hand."""

from dataclasses import dataclass

import pytest

from layout.geometry import Rect
from layout.preflight.limits import Limits, limits_of
from layout.preflight.registry import QUICK, THOROUGH, rules
from layout.press import Print, Resolution
from layout.sheet import Inks, Letters, Photo, Sheet, Stroke, Tint, Typeface
from layout.units import MM, PT

HERE = Rect(10 * MM, 10 * MM, 20 * MM, 5 * MM)
K = Inks((0, 0, 0, 1000))


@dataclass(frozen=True)
class Case:
    """A mark and the codes that must be found on a sheet with it (and with some body text)."""

    name: str
    sheet: Sheet
    codes: str = ""
    limits: Limits = Limits()


def letters(size: float, *cmyk: int, spots: tuple[tuple[str, int], ...] = ()) -> Sheet:
    inks = Inks((cmyk[0], cmyk[1], cmyk[2], cmyk[3]) if cmyk else (0, 0, 0, 0), spots)
    return Sheet(letters=(Letters(round(size * PT), inks, HERE, 5, "字"),))


def photo(ppi: float, *, line_art: bool = False) -> Sheet:
    return Sheet(photos=(Photo("桥", ppi, HERE, line_art=line_art),))


def covered(total: int, area: float) -> Sheet:
    """A picture of which `area` mm² have `total` per cent of ink."""
    coverage = [0.0] * 256
    coverage[round(total * 255 / 400)] = area
    return Sheet(photos=(Photo("桥", 200, HERE, coverage=tuple(coverage)),))


def tint(*cmyk: int) -> Sheet:
    return Sheet(tints=(Tint(Inks((cmyk[0], cmyk[1], cmyk[2], cmyk[3])), HERE),))


def line(weight: int, inks: Inks = K) -> Sheet:
    return Sheet(strokes=(Stroke(weight, inks, HERE),))


FINER = limits_of(Print(resolution=Resolution(least=200, good=300, most=600)))
WAN_IFRA = limits_of(Print(ink=2200))
SPOT = (("专红", 1000),)

CASES = (
    Case("149 ppi", photo(149.4), "P101"),
    Case("150 ppi", photo(150), "P102"),
    Case("199 ppi", photo(199.9), "P102"),
    Case("200 ppi", photo(200)),
    Case("450 ppi", photo(450)),
    Case("451 ppi", photo(451), "P103"),
    Case("coarse line art", photo(60, line_art=True)),
    Case("fine line art", photo(1200, line_art=True)),
    Case("150 ppi where 200 are the least", photo(150), "P101", FINER),
    Case("250 ppi where 300 are good", photo(250), "P102", FINER),
    Case("500 ppi where 600 are the most", photo(500), "", FINER),
    Case("a tint of 240 %", tint(1000, 1000, 400, 0)),
    Case("a tint of 240.1 %", tint(1000, 1000, 401, 0), "P111"),
    Case("a tint of 230 % on better paper", tint(1000, 1000, 300, 0), "P111", WAN_IFRA),
    Case("black and a spot colour", letters(20, 0, 0, 0, 1000, spots=SPOT)),
    Case("four plates", letters(20, spots=(("All", 500),)), "P113"),
    Case("four plates full", Sheet(tints=(Tint(Inks(spots=(("All", 1000),)), HERE),)), "P111"),
    Case("16 mm² of 250 %", covered(250, 16), "P112"),
    Case("14 mm² of 250 %", covered(250, 14)),
    Case("all of 240 %", covered(240, 5000)),
    Case("all of 230 % on better paper", covered(230, 5000), "P112", WAN_IFRA),
    Case("four inks", letters(30, 100, 100, 100, 900), "P113"),
    Case("three inks of 10 pt", letters(10, 0, 1000, 900, 100)),
    Case("three inks of 9.9 pt", letters(9.9, 0, 1000, 900, 100), "P114"),
    Case("a spot colour of 6 pt", letters(6, spots=SPOT)),
    Case("a spot colour and black of 6 pt", letters(6, 0, 0, 0, 300, spots=SPOT), "P114"),
    Case("grey type of 6 pt", letters(6, 0, 0, 0, 600)),
    Case("white of 8 pt", letters(8, 0, 0, 0, 0)),
    Case("white of 7.9 pt", letters(7.9, 0, 0, 0, 0), "P115"),
    Case("nearly white of 7 pt", letters(7, 0, 0, 0, 100), "P115"),
    Case("a line of 0.25 pt", line(PT // 4)),
    Case("a line of 0.24 pt", line(24 * PT // 100), "P116"),
    Case("a line of nothing", line(0), "P116"),
    Case("a thin line of paper", line(0, Inks())),
    Case("restricted", Sheet(faces=(Typeface("F", 0x2),)), "P121"),
    Case("restricted, but for preview and print", Sheet(faces=(Typeface("F", 0x6),))),
    Case("editable", Sheet(faces=(Typeface("F", 0x8),))),
    Case("installable", Sheet(faces=(Typeface("F", 0),))),
    Case("no subsets", Sheet(faces=(Typeface("F", 0x108),)), "P121"),
    Case("bitmaps only", Sheet(faces=(Typeface("F", 0x200),)), "P121"),
    Case("unknown", Sheet(faces=(Typeface("F", -1),))),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_limits(case):
    body = Letters(9 * PT, K, HERE)
    sheet = Sheet(
        (body, *case.sheet.letters), case.sheet.strokes, case.sheet.tints, case.sheet.photos, case.sheet.faces
    )
    found = {rule.code for rule in rules(QUICK + THOROUGH) for _ in rule.check(sheet, case.limits)}
    assert found == set(case.codes.split())


@pytest.mark.parametrize(
    ("sheet", "is_blank"),
    [
        (Sheet(), True),
        (tint(0, 0, 0, 0), True),
        (letters(20, 0, 0, 0, 0), True),
        (letters(9, 0, 0, 0, 10), False),
        (line(PT), False),
        (photo(200), False),
        (Sheet(tints=(Tint(Inks(space="unknown"), HERE),)), False),
    ],
)
def test_blank(sheet, is_blank):
    (rule,) = rules(("p117_blank",))
    assert bool(list(rule.check(sheet, Limits()))) is is_blank


def test_a_plain_page_is_not_for_the_press():
    assert not limits_of(Print()).for_press
    assert limits_of(Print(("pdf/x-4",))).for_press
    assert Limits().for_press


def test_inks_in_words():
    assert Inks((0, 1000, 900, 105)).words == "M100 Y90 K10.5"
    assert Inks(spots=SPOT).words == "专红 100"
    assert Inks().words == "0"
