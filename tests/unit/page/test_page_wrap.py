"""Runarounds: which part of a line text takes beside what stands on its column."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from layout.diag import Where
from layout.geometry import Rect
from layout.page.frames import across, frames_of
from layout.page.rooms import Leg
from layout.page.types import PlacedBox, PlacedPicture
from layout.page.wrap import Obstacle, crumbs, obstacles_of, wrapped
from layout.resolve.types import WrapPlan
from layout.tag import Tag
from layout.units import PT
from tests.page_plans import (
    BODY,
    LEADING,
    block,
    body_lines,
    codes,
    grid,
    han,
    lines_of_text,
    made,
    one,
    page,
    photo,
    picture,
    story,
    texts,
)

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "page" / "wraps.yaml").read_text("utf-8"))
GRID = grid()


def leg(ems: int = 13, lines: int = 20) -> Leg:
    return Leg(GRID.x, ems * BODY, ((0, lines),))


def at(leg: Leg, ems: float, first: int, lines: int, wide: float = 99) -> Obstacle:
    """A rectangle over whole lines, from so many ems into the leg."""
    y = GRID.line_y(first)
    return Obstacle(Rect(leg.x + round(ems * BODY), y, round(wide * BODY), lines * LEADING))


@pytest.mark.parametrize("case", CASES["beside"], ids=str)
def test_no_strip_narrower_than_seven_characters_or_a_quarter(case):
    column = leg(case["measure"])
    done = wrapped(column, [at(column, case["free"], 5, 4)], GRID)
    measures = {line: measure // BODY for line, _, measure in done.wraps}
    assert measures == dict.fromkeys(range(5, 9), case["text"])


def test_text_at_the_right_stands_under_the_characters_above_it():
    column = leg(13)
    done = wrapped(column, [at(column, -1, 5, 2, wide=4.4)], GRID)
    assert done.wraps == tuple((line, column.x + 4 * BODY, 9 * BODY) for line in (5, 6))


def test_the_wider_side_has_the_text():
    """Both are wide enough, but no line is read across what stands in the column: that is how newspapers set it."""
    column = leg(30)
    assert wrapped(column, [at(column, 9, 5, 1, wide=4)], GRID).wraps == (
        (5, column.x + 13 * BODY, 17 * BODY),
    )
    assert wrapped(column, [at(column, 14, 5, 1, wide=4)], GRID).wraps == ((5, column.x, 14 * BODY),)


def test_a_margin_keeps_lines_above_and_below_clear():
    column = leg(20)
    tight, wide = (Obstacle(at(column, 10, 5, 4).rect, margin) for margin in (0, BODY))
    assert [line for line, *_ in wrapped(column, [tight], GRID).wraps] == [5, 6, 7, 8]
    assert [line for line, *_ in wrapped(column, [wide], GRID).wraps] == [4, 5, 6, 7, 8, 9]


def test_an_outline_is_followed_line_by_line():
    column = leg(20)
    x, top = column.x, GRID.line_y(4)
    steps = tuple((x + n * BODY, x + 20 * BODY) for n in (16, 14, 12, 10))
    shape = Obstacle(Rect(x + 10 * BODY, top, 10 * BODY, 4 * LEADING), 0, steps)
    assert [(line, m // BODY) for line, _, m in wrapped(column, [shape], GRID).wraps] == [
        (4, 16), (5, 14), (6, 12), (7, 10),
    ]  # fmt: skip


def test_rows_of_an_outline_that_are_empty_push_nothing():
    column = leg(20)
    rows = ((column.x + 10 * BODY, column.x + 20 * BODY), None)
    shape = Obstacle(Rect(column.x + 10 * BODY, GRID.line_y(4), 10 * BODY, 4 * LEADING), 0, rows)
    assert [line for line, *_ in wrapped(column, [shape], GRID).wraps] == [4, 5]


def frames(column: Leg) -> list[tuple[int, int, int, bool]]:
    return [(f.first, f.lines, f.measure // BODY, f.joined) for f in frames_of((column,), 0, 20)]


def test_frames_beside_an_obstacle_are_joined():
    column = leg(20)
    assert frames(wrapped(column, [at(column, 10, 5, 4)], GRID)) == [
        (0, 5, 20, False), (5, 4, 10, True), (9, 11, 20, True),
    ]  # fmt: skip


def test_where_no_text_goes_the_frames_part():
    column = leg(13)
    assert frames(wrapped(column, [at(column, 3, 5, 4)], GRID)) == [(0, 5, 13, False), (9, 11, 13, False)]


@pytest.mark.parametrize("first", [1, 15])
def test_no_single_full_line_above_or_below(first):
    """COL-10: with one line left above or below, that line is as short as those beside the picture."""
    column = leg(20, lines=20)
    done = frames(wrapped(column, [at(column, 10, first, 4)], GRID))
    assert all(lines > 1 for _, lines, *_ in done)
    alone = wrapped(column, [at(column, 10, 15, 4)], GRID)
    assert frames(alone)[-1] == (15, 5, 10, True)


def test_what_spans_lines_of_two_measures_takes_what_both_have():
    column = leg(20)
    group = frames_of((wrapped(column, [at(column, 10, 5, 4)], GRID),), 0, 20)
    spanning = across(group, 3, 4)
    assert (spanning.x, spanning.measure // BODY, spanning.lines) == (column.x, 10, 20)
    assert across(group, 0, 3) == group[0]


def test_white_that_is_too_narrow_for_text_is_told():
    column = leg(13)
    for free, expected in ((5, ["F045"]), (2, []), (9, [])):
        pushing = [at(column, free, 5, 4)]
        done = wrapped(column, pushing, GRID)
        assert [d.code for d in crumbs((done,), pushing, GRID, Where("p", ("blocks", "A")))] == expected


WRAP = WrapPlan(BODY)
FREE = Rect(100 * PT + 15 * BODY, 100 * PT + 10 * LEADING, 10 * BODY, 8 * LEADING)


def test_an_obstacle_that_leaves_no_room_at_all_is_told() -> None:
    free = Rect(90 * PT, 90 * PT, GRID.span(4) + 20 * PT, 31 * 12 * PT)
    dark = photo("P", free=free, floating=True, wrap=WrapPlan(9 * PT))
    done = made(page("30 | A A A A", one("A", story("a", han(50))), dark))
    assert [(d.code, d.facts["lines"]) for d in done.diagnostics if d.code == "F048"] == [("F048", 120)]
    assert done.value.fits[0].over_characters == 50


def test_text_runs_round_a_block_and_none_is_lost():
    copy = lines_of_text(64)
    plan = page(
        "20 | A A A A",
        one("A", story("a", copy), columns=2),
        photo("P", free=FREE, floating=True, wrap=WRAP),
    )
    done = made(plan)
    assert set(codes(done)) <= {"F002", "F035"}
    assert texts(body_lines(done.value)) == copy
    frame = next(p.frame for p in done.value.placed if isinstance(p, PlacedPicture))
    for line in body_lines(done.value):
        left = line.x
        right = line.x + line.line.width
        level = line.y - BODY < frame.bottom and line.y > frame.y
        assert not level or right <= frame.x - BODY or left >= frame.right + BODY


def test_what_text_runs_round_is_painted_before_it():
    plan = page(
        "20 | A A A A",
        one("A", story("a", lines_of_text(20)), columns=2),
        photo("P", free=FREE, floating=True, wrap=WRAP),
    )
    placed = made(plan).value.placed
    assert isinstance(placed[0], PlacedPicture)


def test_an_outline_is_seen_through_the_frame():
    shown = block("P", picture("P"), free=FREE, wrap=WrapPlan(0, ((0, 500), (500, 1000))))
    thing = PlacedPicture(picture("P"), FREE, FREE, Tag())
    (found,) = obstacles_of(shown, FREE, GRID, (thing,))
    assert found.rows == ((FREE.x, FREE.x + FREE.width // 2), (FREE.x + FREE.width // 2, FREE.right))
    assert obstacles_of(block("P", picture("P"), free=FREE), FREE, GRID, (thing,)) == ()


@given(
    spots=st.lists(
        st.tuples(st.integers(-5, 30), st.integers(0, 30), st.integers(1, 20), st.integers(1, 12)), max_size=4
    ),
    measure=st.integers(7, 41),
)
def test_no_line_meets_what_pushes_it(spots, measure):
    column = leg(measure, lines=40)
    pushing = [at(column, x, y, h, wide=w) for x, y, w, h in spots]
    for frame in frames_of((wrapped(column, pushing, GRID),), 0, 40):
        assert column.x <= frame.x and frame.x + frame.measure <= column.x + column.measure
        assert frame.measure % BODY == 0 and frame.measure >= 7 * BODY
        for line in range(frame.first, frame.first + frame.lines):
            top = GRID.line_y(line) + GRID.head
            for obstacle in pushing:
                met = obstacle.between(top, top + BODY)
                assert met is None or met[1] <= frame.x or frame.x + frame.measure <= met[0]


def test_a_box_of_the_block_itself_is_no_obstacle_twice():
    shown = block("P", picture("P"), free=FREE, wrap=WrapPlan(0, ((0, 1000),)))
    things = (PlacedPicture(picture("P"), FREE, FREE, Tag()), PlacedBox(FREE, None, Tag()))
    assert len(obstacles_of(shown, FREE, GRID, things)) == 1
