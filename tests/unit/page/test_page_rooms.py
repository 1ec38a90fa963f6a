"""Areas to rooms: what gaps, holes, boxes and floating blocks leave of them."""

import pytest

from layout.geometry import Insets, Rect
from layout.page.rooms import rooms
from layout.resolve.places import area_at
from layout.resolve.types import BannerPlan, Blank, Box, Cells, PagePlan
from layout.style import BLACK
from layout.units import PT
from tests.page_plans import (
    BODY,
    CAPTION,
    HERE,
    LEADING,
    blank,
    block,
    codes,
    grid,
    made,
    one,
    page,
    photo,
    picture,
    places,
    story,
    strips,
)

INSET = Insets(BODY, BODY, BODY, BODY)


def columns(plan: PagePlan, name: str) -> list[tuple[tuple[int, int], ...]]:
    return list(rooms(plan.blocks, plan.grid)[name].columns)


def a_story(name: str = "A"):
    return one(name, story(name.lower()))


def test_no_gap_at_the_edges_of_the_grid():
    plan = page("30 | A A", a_story())
    assert columns(plan, "A") == [((0, 30),)] * 2
    room = rooms(plan.blocks, plan.grid)["A"]
    assert room.outer == plan.grid.rect(0, 0, 2, 30)
    assert not room.cut_off


@pytest.mark.parametrize("gap", [0, 1, 2, 3])
def test_the_gap_is_taken_from_the_foot_of_the_upper_area(gap):
    plan = page("10 | A\n20 | B", a_story("A"), a_story("B"), gap=gap)
    assert columns(plan, "A") == [((0, 10 - gap),)]
    assert columns(plan, "B") == [((10, 20),)]


@pytest.mark.parametrize(("mine", "below"), [("a", 9), ("", 9), ("b", 8)])
def test_one_line_between_a_story_and_its_own_picture(mine, below):
    """A picture of the page is anybody's; one of another story is not."""
    plan = page("10 | A\n8 | P\n12 | A", a_story(), photo("P", story=mine))
    assert columns(plan, "A")[0][0] == (0, below)
    assert columns(plan, "P") == [((10, 8 - (10 - below)),)]


@pytest.mark.parametrize(
    "content", [Blank(""), BannerPlan(("栏",), CAPTION, Box(None, None, Insets()), HERE)]
)
def test_the_whole_gap_above_what_is_not_the_storys_picture(content):
    plan = page("10 | A\n20 | X", a_story(), block("X", content))
    assert columns(plan, "A") == [((0, 8),)]


def test_a_blank_cell_is_open_ground():
    """Text passes over it; the gap above it is kept, so that the feet of an area stay level."""
    plan = page("10 | A .\n20 | A A", a_story())
    assert columns(plan, "A") == [((0, 30),), ((10, 20),)]
    plan = page("10 | A\n5 | .\n15 | B", a_story("A"), a_story("B"))
    assert columns(plan, "A") == [((0, 8),)]
    plan = page("10 | A A\n20 | . B", a_story("A"), a_story("B"))
    assert columns(plan, "A") == [((0, 8),), ((0, 8),)]


def test_text_passes_over_a_hole():
    plan = page("12 | A A A\n8 | A P P\n10 | A A A", a_story(), photo("P"))
    assert columns(plan, "A") == [((0, 30),), ((0, 11), (20, 10)), ((0, 11), (20, 10))]
    assert not rooms(plan.blocks, plan.grid)["A"].cut_off


def test_a_column_ends_at_another_story():
    plan = page("12 | A A\n8 | A B\n10 | A A", a_story("A"), a_story("B"))
    assert columns(plan, "A") == [((0, 30),), ((0, 10),)]
    assert rooms(plan.blocks, plan.grid)["A"].cut_off
    assert codes(made(plan)).count("F014") == 1


def test_an_l_ends_at_another_story_but_loses_nothing():
    plan = page("12 | A A\n18 | A B", a_story("A"), a_story("B"))
    assert columns(plan, "A") == [((0, 30),), ((0, 10),)]
    assert not rooms(plan.blocks, plan.grid)["A"].cut_off


def test_a_strip_that_the_gap_uses_up_cuts_nothing_off():
    """Two lines between a picture and the next story: the gap takes both. No cell below is the story's."""
    plan = page("10 | A\n8 | P\n2 | A\n10 | B", a_story("A"), photo("P"), a_story("B"))
    assert columns(plan, "A") == [((0, 9),)]
    assert not rooms(plan.blocks, plan.grid)["A"].cut_off


def test_an_area_that_the_gap_uses_up():
    plan = page("2 | A\n28 | B", a_story("A"), a_story("B"))
    room = rooms(plan.blocks, plan.grid)["A"]
    assert room.columns == ((),)
    assert room.lines == 0


def test_a_floating_block_is_a_hole():
    float_ = photo("P", floating=True, area=area_at("P", Cells(1, 10, 2, 8)))
    plan = page("30 | A A A A", a_story(), float_)
    hole = ((0, 9), (18, 12))
    assert columns(plan, "A") == [((0, 30),), hole, hole, ((0, 30),)]
    assert columns(plan, "P") == [((10, 7),)] * 2


def test_a_floating_block_lies_on_top_whatever_the_order():
    float_ = photo("P", floating=True, area=area_at("P", Cells(0, 0, 1, 10)))
    for blocks in ((a_story(), float_), (float_, a_story())):
        plan = page("30 | A A", *blocks)
        assert columns(plan, "A") == [((10, 20),), ((0, 30),)]


def test_a_free_block_is_a_hole_too():
    """Free of the grid: every line and column that it touches is closed, and text goes on below it."""
    lattice = grid()
    free = Rect(lattice.column_x(1) + PT, lattice.line_y(10) + PT, 5 * BODY, 3 * LEADING)
    plan = page("30 | A A A A", a_story(), photo("P", floating=True, free=free))
    found = columns(plan, "A")
    assert found[0] == found[2] == found[3] == ((0, 30),)
    (first, lines), below = found[1]
    assert first + lines <= 10
    assert below == (14, 16)
    assert not rooms(plan.blocks, plan.grid)["A"].cut_off


def test_a_free_block_in_the_margin_takes_nothing():
    lattice = grid()
    above = Rect(lattice.column_x(1), 10 * PT, 50 * PT, 30 * PT)
    plan = page("30 | A A A A", a_story(), photo("P", floating=True, free=above))
    assert columns(plan, "A") == [((0, 30),)] * 4


def test_a_box_takes_its_inset_in_whole_lines():
    plan = page("30 | A A A", one("A", story("a"), box=Box(None, BLACK, INSET)))
    room = rooms(plan.blocks, plan.grid)["A"]
    assert (room.x, room.width) == (plan.grid.x + BODY, plan.grid.span(3) - 2 * BODY)
    assert (room.top, room.lines) == (1, 28)
    assert room.boxed


def test_blocks_in_one_box_share_its_inset():
    boxed = one("A", story("a"), box=Box(None, BLACK, INSET, around=("P",)))
    plan = page("14 | A A P\n16 | B B B", boxed, photo("P", story="a"), a_story("B"))
    found = rooms(plan.blocks, plan.grid)
    a, p = found["A"], found["P"]
    assert (a.x, a.x + a.width) == (plan.grid.x + BODY, plan.grid.rect(0, 0, 2, 1).right)
    assert (p.x, p.x + p.width) == (plan.grid.column_x(2), plan.grid.rect(2, 0, 1, 1).right - BODY)
    assert (a.top, a.lines) == (p.top, p.lines) == (1, 10)  # 14 less the gap, less a line at top and foot


def test_one_line_inside_a_box_the_gap_outside_it():
    boxed = one("A", story("a"), box=Box(None, BLACK, INSET, around=("P",)))
    plan = page("10 | A\n10 | P\n10 | B", boxed, photo("P", story="a"), a_story("B"))
    assert columns(plan, "A") == [((1, 8),)]
    assert columns(plan, "P") == [((10, 7),)]
    # Its own picture, but outside the box: the frame stands between them.
    plan = page("10 | A\n20 | P", one("A", story("a"), box=Box(None, BLACK, INSET)), photo("P", story="a"))
    assert columns(plan, "A") == [((1, 6),)]


def test_text_in_an_l_shaped_room():
    plan = page("10 | . . A\n20 | A A A", one("A", story("a", "字" * 2000, head="题")))
    done = made(plan)
    # The head stands over the top row alone; the columns beside begin at their own height.
    assert strips(places(done.value, plan.grid)) == [(0, 10, 20), (1, 10, 20), (2, 3, 27)]


def test_the_pictures_room_has_no_hole_of_its_own():
    plan = page("10 | P P\n20 | A A", block("P", picture()), a_story())
    assert columns(plan, "P") == [((0, 9),)] * 2
    assert blank("E").content == Blank("")
