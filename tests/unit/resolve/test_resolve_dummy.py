"""The map of a page, and blocks placed by `at`."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from resolve_specs import CASES, RULER

from layout.geometry import Rect
from layout.resolve.dummy import read_dummy, row_heights
from layout.resolve.places import area_at, cells_of, free_rect
from layout.resolve.types import Cells
from layout.spec.model import AtCells, AtFree, DummyRow, Length
from layout.units import MM, pt

MAPS = yaml.safe_load((CASES / "dummy.yaml").read_text("utf-8"))


def rows(lines: list[str]) -> tuple[DummyRow, ...]:
    words = [line.split() for line in lines]
    return tuple(
        DummyRow(None if height == "*" else int(height), tuple(letters), i)
        for i, (height, *letters) in enumerate(words)
    )


@pytest.mark.parametrize("case", MAPS, ids=lambda case: case["what"])
def test_map(case: dict[str, Any]) -> None:
    areas = read_dummy(rows(case["map"]), case["lines"])
    found = {
        letter: {
            "bounds": [area.bounds.column, area.bounds.line, area.bounds.columns, area.bounds.lines],
            "legs": [[list(strip) for strip in leg] for leg in area.legs],
        }
        for letter, area in areas.items()
    }
    assert found == case["areas"]


@given(st.lists(st.tuples(st.integers(1, 9), st.text("AB.", min_size=4, max_size=4)), min_size=1, max_size=6))
def test_strips_cover_each_letter_and_nothing_else(drawn: list[tuple[int, str]]) -> None:
    lines = [f"{height} {' '.join(letters)}" for height, letters in drawn]
    total = sum(height for height, _ in drawn)
    painted = [letters for height, letters in drawn for _ in range(height)]
    covered = {
        (column, line): letter
        for letter, area in read_dummy(rows(lines), total).items()
        for column, leg in enumerate(area.legs, area.bounds.column)
        for first, height in leg
        for line in range(first, first + height)
    }
    expected = {
        (column, line): letter
        for line, letters in enumerate(painted)
        for column, letter in enumerate(letters)
        if letter != "."
    }
    assert covered == expected


def test_row_heights_fill_the_grid() -> None:
    assert row_heights(rows(["30 A", "* B", "6 C"]), 115) == (30, 79, 6)


def test_cells_count_from_one_with_both_ends() -> None:
    cells = cells_of(AtCells((2, 4), (10, 30)))
    assert cells == Cells(1, 9, 3, 21)
    area = area_at("a", cells)
    assert area.is_rectangle
    assert area.legs == (((9, 21),),) * 3


def test_free_places_are_from_the_trimmed_corner() -> None:
    at = AtFree(Length(-3, "mm"), Length(10, "%"), Length(2, "栏"), Length(3, "行"))
    page = Rect(0, 0, 390 * MM, 500 * MM)
    assert free_rect(at, RULER, page) == Rect(-3 * MM, 50 * MM, pt(243), pt(36))
