"""Where spare lines go, what goes over all columns, unequal columns, continued stories, lattices of their own."""

import pytest
from msgspec.structs import replace

from layout.page.types import PlacedLine, PlacedPicture
from layout.resolve.types import ContinuesPlan, Insert, QuotePlan
from layout.style import ALL, TextStyle
from layout.units import PT
from tests.page_plans import (
    BODY,
    HERE,
    LEADING,
    STYLES,
    block,
    body_lines,
    codes,
    grid_line,
    han,
    lines_of_text,
    made,
    page,
    photo,
    picture,
    places,
    role,
    stories,
    story,
    strips,
)


def feet(layout, lattice, name=""):
    """The last line of text in each column."""
    out = {}
    for column, line in places(layout, lattice, name):
        out[column] = max(line, out.get(column, 0))
    return out


def paragraphs(*lines):
    return [lines_of_text(n) for n in lines]


# --- fill ---------------------------------------------------------------------------------------------


def test_bottom_leaves_the_space_under_the_last_column():
    plan = page("20 | A A A", stories("A", story("a", *paragraphs(9, 9, 9, 9, 9))))
    assert feet(made(plan).value, plan.grid) == {0: 19, 1: 19, 2: 4}


def test_balance_levels_the_columns_and_gathers_the_space_below_them():
    plan = page("20 | A A A", stories("A", story("a", *paragraphs(9, 9, 9, 9, 9)), fill="balance"))
    done = made(plan)
    assert feet(done.value, plan.grid) == {0: 14, 1: 14, 2: 14}
    assert done.value.fits[0].spare == 15


@pytest.mark.parametrize("lines", [45, 50, 55, 57, 59])
def test_spread_opens_paragraphs_by_whole_lines_to_the_foot(lines):
    copy = [lines_of_text(5)] * (lines // 5) + ([lines_of_text(lines % 5)] if lines % 5 else [])
    plan = page("20 | A A A", stories("A", story("a", *copy), fill="spread"))
    done = made(plan)
    assert feet(done.value, plan.grid) == {0: 19, 1: 19, 2: 19}
    assert codes(done) == []
    assert len(body_lines(done.value)) == lines


def test_spread_opens_crossheads_before_paragraphs():
    copy = story("a", *paragraphs(6), "## 题", *paragraphs(5, 5))
    plan = page("20 | A", stories("A", copy, fill="spread"))
    lines = [line for line in body_lines(made(plan).value) if line.tag.role == "body"]
    numbers = [grid_line(line, plan.grid)[1] for line in lines]
    assert numbers == [
        *range(6),
        *range(10, 15),
        *range(15, 20),
    ]  # the one spare line stands above the crosshead


def test_spread_never_opens_a_place_by_more_than_three_lines():
    plan = page("20 | A", stories("A", story("a", *paragraphs(5, 5)), fill="spread"))
    done = made(plan)
    assert strips(places(done.value, plan.grid)) == [(0, 0, 5), (0, 8, 5)]
    assert codes(done) == ["F002", "F035"]


def test_a_column_kept_shorter_keeps_two_lines_for_a_short_last_line():
    """COL-07 where lines are kept back for white: the two last characters stay with the line above them."""
    copy = story("a", han(10), han(8), "## 题", han(20))
    layout = made(page("8 | A A A A A", stories("A", copy, fill="spread"))).value
    assert {line.tag.leg for line in body_lines(layout) if line.tag.paragraph == 0} == {0}


def test_lines_go_in_pairs_where_white_may_take_their_place():
    copy = paragraphs(9, 4, 6)
    alone = page("10 | A A", stories("A", story("a", *copy)))
    assert strips(places(made(alone).value, alone.grid, "a"))[0] == (0, 0, 10)
    pairs = page("10 | A A", stories("A", story("a", *copy), fill="spread"))
    lines = body_lines(made(pairs).value)
    assert [line.tag.leg for line in lines if line.tag.paragraph == 1] == [1] * 4


def test_grow_gives_spare_lines_to_the_head():
    plan = page("20 | A A", stories("A", story("a", *paragraphs(5, 5, 5, 5, 5), head="题"), fill="grow"))
    done = made(plan)
    assert codes(done) == ["F030"]
    assert [d.facts["lines"] for d in done.diagnostics] == [4]
    assert feet(done.value, plan.grid) == {0: 19, 1: 19}


def test_grow_gives_them_to_the_storys_own_picture_first():
    drawn = "10 | A P\n10 | A A"
    plan = page(
        drawn, stories("A", story("a", *paragraphs(5, 5, 5, 5, 5)), fill="grow"), photo("P", story="a")
    )
    done = made(plan)
    assert codes(done) == ["F032"]
    (shown,) = [p for p in done.value.placed if isinstance(p, PlacedPicture)]
    assert shown.frame.height > 13 * LEADING
    assert feet(done.value, plan.grid) == {0: 19, 1: 19}


def test_a_column_that_a_crosshead_leaves_short_is_told():
    plan = page("10 | A A", stories("A", story("a", *paragraphs(8), "## 题", *paragraphs(6))))
    done = made(plan)
    (found,) = [d for d in done.diagnostics if d.code == "F019"]
    assert (found.severity, found.facts["column"], found.facts["lines"]) == ("warning", 1, 2)


# --- over all columns ---------------------------------------------------------------------------------


def test_a_crosshead_over_all_columns_ends_a_level_section():
    copy = story("a", *paragraphs(9), "## 横题", *paragraphs(9), spans={"crosshead": ALL})
    plan = page("20 | A A A", stories("A", copy))
    layout = made(plan).value
    (head,) = role(layout, "crosshead")
    assert (head.x, head.line.xs[0] > 0) == (plan.grid.x, True)
    body = [line for line in body_lines(layout) if line.tag.role == "body"]
    above = [grid_line(line, plan.grid) for line in body if line.y < head.y]
    assert strips(above) == [(0, 0, 3), (1, 0, 3), (2, 0, 3)]
    below = [grid_line(line, plan.grid) for line in body if line.y > head.y]
    assert below[0] == (0, 6)


def test_a_quotation_of_the_copy_may_go_over_all_columns():
    from layout.copy.types import Block, Copy, Piece

    copy = story("a", *paragraphs(6), lines_of_text(6))
    blocks = list(copy.copy.blocks)
    blocks.insert(1, Block("quote", (Piece("引语", (0, 1)),)))
    plan = page("20 | A A", stories("A", replace(copy, copy=Copy(tuple(blocks)), spans={"quote": ALL})))
    layout = made(plan).value
    (quote,) = role(layout, "quote")
    assert grid_line(quote, plan.grid) == (0, 4)  # three lines, one clear


def insert(content, after=1, rows=0):
    return Insert("Q", content, after, rows, None, {}, HERE)


def test_a_picture_inside_a_story_goes_over_all_its_columns():
    kept = insert(picture("P", pixels=(400, 100)), rows=5)
    plan = page("30 | A A", stories("A", story("a", *paragraphs(8, 8)), inserts=(kept,)))
    layout = made(plan).value
    (shown,) = [p for p in layout.placed if isinstance(p, PlacedPicture)]
    assert shown.frame.width == plan.grid.span(2)
    assert shown.frame.y == plan.grid.line_y(5) + plan.grid.head  # four lines of text, a clear one
    assert strips(places(layout, plan.grid)) == [(0, 0, 4), (1, 0, 4), (0, 11, 8)]


def test_a_pull_quote_takes_the_lines_that_it_needs_and_a_clear_one_on_each_side():
    style = TextStyle("pull-quote", "楷", 14 * PT, 24 * PT, align="center")
    kept = insert(QuotePlan(("引语",), style, HERE))
    plan = page("30 | A A", stories("A", story("a", *paragraphs(8, 8)), inserts=(kept,)))
    layout = made(plan).value
    assert len(role(layout, "quote")) == 1
    assert strips(places(layout, plan.grid)) == [(0, 0, 4), (1, 0, 4), (0, 8, 8)]


def test_what_has_no_room_in_a_story_is_told_and_what_follows_is_over():
    kept = insert(picture("P"), rows=40)
    plan = page("30 | A A", stories("A", story("a", *paragraphs(8, 8)), inserts=(kept,)))
    done = made(plan)
    assert codes(done)[:2] == ["F021", "F001"]
    assert done.value.fits[0].over_characters == 78


def test_after_more_paragraphs_than_there_are_means_at_the_end():
    kept = insert(picture("P", pixels=(400, 100)), after=9, rows=5)
    plan = page("30 | A A", stories("A", story("a", *paragraphs(8)), inserts=(kept,)))
    assert "F020" in codes(made(plan))


def test_a_hole_over_all_columns_parts_the_reading():
    """Above it through all columns, then below it."""
    plan = page("8 | A A\n6 | P P\n8 | A A", stories("A", story("a", lines_of_text(20))), photo("P"))
    assert strips(places(made(plan).value, plan.grid)) == [(0, 0, 7), (1, 0, 7), (0, 14, 6)]


# --- columns, rooms, lattices -------------------------------------------------------------------------


def test_columns_of_asked_widths_share_what_is_left_between_them():
    plan = page(
        "20 | A A", stories("A", story("a", lines_of_text(30)), columns=2, widths=(12 * BODY, 7 * BODY))
    )
    lines = body_lines(made(plan).value)
    assert {line.x - plan.grid.x for line in lines} == {0, 14 * BODY}
    assert max(line.line.width for line in lines) == 12 * BODY


def test_columns_that_are_too_wide_are_told_and_set_equal():
    plan = page(
        "20 | A A", stories("A", story("a", lines_of_text(30)), columns=2, widths=(12 * BODY, 12 * BODY))
    )
    done = made(plan)
    assert "F018" in codes(done)
    assert {line.x for line in body_lines(done.value)} == {plan.grid.column_x(0), plan.grid.column_x(1)}


def test_several_columns_to_each_of_the_grids_stand_in_it():
    """Ten characters, three columns: two characters each, the remainder in the gaps."""
    drawn = "9 | A A\n9 | A P"
    plan = page(drawn, stories("A", story("a", han(200)), columns=6), photo("P"))
    done = made(plan)
    assert "F011" not in codes(done)
    lines = body_lines(done.value)
    assert {line.tag.leg for line in lines} <= set(range(6))
    assert all(line.line.width <= 2 * BODY or not line.line.last for line in lines)


def test_a_story_goes_on_in_another_area():
    plan = page(
        "10 | A B\n10 | P C",
        stories("A", story("a", lines_of_text(14))),
        block("B", ContinuesPlan("a", HERE)),
        photo("P"),
        photo("C"),
        gap=0,
    )
    done = made(plan)
    assert [line.tag.block for line in body_lines(done.value)] == ["A"] * 10 + ["B"] * 4
    assert strips(places(done.value, plan.grid)) == [(0, 0, 10), (1, 0, 4)]


def test_a_lattice_of_its_own_keeps_to_the_outside_of_whole_lines():
    small = {k: replace(s, size=8 * PT, leading=10 * PT) if s.size == BODY else s for k, s in STYLES.items()}
    own = replace(stories("A", story("a", han(2000), styles=small)), lattice="own")
    plan = page("20 | A A", own)
    layout = made(plan).value
    lines = body_lines(layout)
    steps = {b.y - a.y for a, b in zip(lines, lines[1:]) if a.x == b.x}
    assert steps == {10 * PT}
    first, last = min(line.y for line in lines), max(line.y for line in lines)
    grid = plan.grid
    assert first - 8 * PT * 880 // 1000 == grid.line_y(0) + grid.head  # level with the page's first line
    assert last + 8 * PT * 120 // 1000 <= grid.line_y(20) - grid.leading + grid.head + grid.body
    assert all(isinstance(line, PlacedLine) and line.line.width <= 11 * 8 * PT for line in lines)
