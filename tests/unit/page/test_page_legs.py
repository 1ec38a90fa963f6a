"""Rooms to legs and frames: 破栏, holes, single lines."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.geometry import Insets
from layout.page.frames import Frame, frames_of, measures_from
from layout.page.rooms import Leg, legs_of, rooms
from layout.resolve.types import Box, Grid, PagePlan
from layout.style import BLACK
from tests.page_plans import BODY, HERE, codes, grid, made, one, page, photo, story

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/page/legs.yaml").read_text("utf-8"))["cases"]


def cut(plan: PagePlan, count: int, lattice: Grid | None = None):
    found = rooms(plan.blocks, lattice or plan.grid)["A"]
    return legs_of(found, lattice or plan.grid, count, HERE)


def plain(columns: int, **block: Any) -> PagePlan:
    return page("30 |" + " A" * columns, one("A", story("a"), **block))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_broken_columns(case):
    lattice = grid(case["n"], measure=case["c"] * BODY)
    legs, found = cut(plain(case["n"]), case["m"], lattice)
    assert not found
    assert [leg.measure for leg in legs] == [case["measure"] * BODY] * case["m"]
    gaps = [(b.x - a.x - a.measure) / BODY for a, b in zip(legs, legs[1:])]
    assert gaps == case["gaps"]
    assert legs[0].x == lattice.x
    assert lattice.x + lattice.span(case["n"]) - legs[-1].x - legs[-1].measure < BODY


def test_the_last_leg_ends_at_the_edge_where_there_are_gaps_to_open():
    for columns in (3, 4, 5):
        for count in range(2, 9):
            legs, _ = cut(plain(columns), count)
            lattice = grid(columns)
            assert abs(legs[-1].x + legs[-1].measure - lattice.x - lattice.span(columns)) <= count


def test_legs_in_a_box_are_whole_characters():
    """Three columns of ten are 32 characters; less the inset 30, less two gutters 28: nine each, gaps of 1.5."""
    box = Box(None, BLACK, Insets(BODY, BODY, BODY, BODY))
    legs, found = cut(plain(3, box=box), 0)
    lattice = grid(3)
    assert not found
    assert [leg.measure for leg in legs] == [9 * BODY] * 3
    assert legs[0].x == lattice.x + BODY
    assert legs[-1].x + legs[-1].measure == lattice.x + lattice.span(3) - BODY
    assert {leg.strips for leg in legs} == {((1, 28),)}


HOLED = page("10 | A A A A\n10 | A P P A\n10 | A A A A", one("A", story("a")), photo("P"))


def test_legs_meet_the_holes_edges():
    assert len(cut(HOLED, 4)[0]) == 4
    legs, found = cut(HOLED, 8)  # two legs in each column: 4 characters each, a gap of two
    assert not found
    assert [leg.strips[0][1] for leg in legs] == [30, 30, 9, 9, 9, 9, 30, 30]


@pytest.mark.parametrize(("wanted", "nearest"), [(1, 4), (2, 4), (3, 4), (5, 4), (7, 4)])
def test_the_finding_names_the_nearest_number_that_meets_them(wanted, nearest):
    legs, (found,) = cut(HOLED, wanted)
    assert (found.code, found.severity, found.facts["columns"]) == ("F011", "error", wanted)
    assert (found.facts["nearest"], found.hint) == (nearest, str(nearest))
    assert len(legs) == nearest  # and the page is set in that number


def test_columns_too_many_to_hold_a_character():
    legs, (found,) = cut(plain(1), 12)
    assert (found.code, found.hint) == ("F011", "1")  # not three columns of three characters
    assert len(legs) == 1


def test_a_finding_without_a_number_to_offer():
    """In a narrow box not even the grid's own columns meet the hole."""
    box = Box(None, BLACK, Insets(0, 45 * BODY, 0, 0), around=("P",))
    plan = page("10 | A A A A\n20 | A A P P", one("A", story("a", "字" * 50, head="题"), box=box), photo("P"))
    legs, (found,) = cut(plan, 2)
    assert legs == ()
    assert (found.facts["nearest"], found.hint) == (0, "")
    assert "F011" in codes(made(plan))


def leg(*strips: tuple[int, int]) -> Leg:
    return Leg(0, 10, strips)


def test_frames_go_down_each_leg_and_from_left_to_right():
    frames = frames_of((leg((0, 5), (9, 4)), leg((0, 13))), 0, 30)
    assert [(f.leg, f.first, f.lines) for f in frames] == [(0, 0, 5), (0, 9, 4), (1, 0, 13)]


@pytest.mark.parametrize(
    ("strips", "expected"),
    [
        (((0, 1), (5, 4)), [(5, 4)]),  # one line above a hole
        (((0, 4), (8, 1)), [(0, 4)]),  # one line below a hole
        (((0, 2), (8, 2)), [(0, 2), (8, 2)]),
        (((0, 1),), [(0, 1)]),  # the whole leg has one line: there is no hole
        (((0, 1), (5, 1)), []),
    ],
)
def test_no_single_line_at_a_hole(strips, expected):
    """WRP-ONE, COL-10: no line or two at least above or below a picture in a column."""
    assert [(f.first, f.lines) for f in frames_of((leg(*strips),), 0, 30)] == expected


def test_frames_between_two_lines_of_the_grid():
    frames = frames_of((leg((0, 10), (14, 10)),), 7, 16)
    assert [(f.first, f.lines) for f in frames] == [(7, 3), (14, 2)]
    assert frames_of((leg((0, 10)),), 10, 30) == ()


def test_measures_run_on_from_the_line_that_is_next():
    frames = (Frame(0, 0, 10, 0, 5), Frame(1, 20, 10, 0, 5), Frame(2, 40, 12, 0, 3))
    assert measures_from(frames, 0, 2) == ((8, 10), (3, 12))
    assert measures_from(frames, 2, 0) == ((3, 12),)
