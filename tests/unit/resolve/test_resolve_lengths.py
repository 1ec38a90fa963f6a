"""Written lengths and the grid they are measured with."""

from typing import Any

import pytest
import yaml
from resolve_specs import CASES, RULER, SIZES

from layout.resolve.grid import read_grid
from layout.spec.model import GridSpec, Length, StyleSpec
from layout.spec.values import length
from layout.units import MM, pt

LENGTHS = yaml.safe_load((CASES / "lengths.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", LENGTHS, ids=lambda case: "-".join(map(str, case.values())))
def test_length(case: dict[str, Any]) -> None:
    em = pt(case["em"]) if "em" in case else None
    assert RULER.emu(length(case["length"]), em=em, whole=pt(case.get("of", 0))) == pt(case["pt"])


def test_ems_of_relative_lengths_are_exact_at_any_size() -> None:
    for size in (pt(9), pt(10.5), 1, 7):
        assert RULER.ems(Length(2, "字"), size) == 2000
        assert RULER.ems(Length(-1.5, "%"), size) == -15


def broadsheet() -> GridSpec:
    return GridSpec(8, Length(13, "字"), Length(1, "字"), 115, Length(12, "pt"), 2, Length(38, "mm"))


def test_broadsheet_grid_is_999_points_wide_and_centred() -> None:
    grid, ruler = read_grid(broadsheet(), GridSpec(), (), SIZES, 390 * MM)
    assert grid.span(8) == pt(999)
    assert grid.x == (390 * MM - pt(999)) // 2
    assert grid.y == 38 * MM
    assert (ruler.em, ruler.leading, ruler.measure, ruler.gutter) == (pt(9), pt(12), pt(117), pt(9))


def test_han_bodies_stand_in_the_middle_of_their_line() -> None:
    grid, _ = read_grid(broadsheet(), GridSpec(), (), SIZES, 390 * MM)
    above = grid.baseline - pt(9) * 88 // 100
    assert above == grid.head == pt(1.5)


def test_page_overrides_the_grid_key_by_key() -> None:
    page = GridSpec(columns=6, lines=100, left=Length(20, "mm"))
    grid, _ = read_grid(broadsheet(), page, (), SIZES, 390 * MM)
    assert (grid.columns, grid.lines, grid.gap, grid.x) == (6, 100, 2, 20 * MM)


def test_measure_follows_the_size_of_the_body() -> None:
    styles = ({"body": StyleSpec(size=Length(9, "pt"))}, {"body": StyleSpec(size=Length(10, "pt"))})
    grid, _ = read_grid(broadsheet(), GridSpec(), styles, SIZES, 390 * MM)
    assert (grid.body, grid.measure, grid.gutter) == (pt(10), pt(130), pt(10))
