"""What goes over some of a story's columns: the text above it level, on below it, then in the columns beside it."""

import pytest
from msgspec.structs import replace

from layout.page.types import PlacedLine, PlacedPicture
from layout.resolve.types import Insert, PagePlan, QuotePlan, WrapPlan
from layout.style import Across, TextStyle
from layout.units import PT
from tests.page_plans import (
    HERE,
    body_lines,
    codes,
    grid_line,
    lines_of_text,
    made,
    one,
    page,
    photo,
    picture,
    places,
    role,
    stories,
    story,
    strips,
)

STYLE = TextStyle("pull-quote", "楷", 14 * PT, 24 * PT, align="center")


def over(
    before: int, after: int, span: Across, rows: int = 2, map_: str = "20 | A A A A", **changes
) -> PagePlan:
    """A quotation of `rows` lines, a clear line above it and one below, between two paragraphs of so many lines."""
    kept = Insert("Q", QuotePlan(("引语",), STYLE, HERE), 1, rows, None, {}, HERE, span)
    copy = story("a", lines_of_text(before), lines_of_text(after))
    return page(map_, stories("A", copy, inserts=(kept,), **changes))


def stands(plan: PagePlan) -> tuple[int, int]:
    """The column and the line of the quotation's block, the clear line above it counted with it."""
    (line,) = (p for p in made(plan).value.placed if isinstance(p, PlacedLine) and p.tag.block == "Q")
    grid = plan.grid
    return (line.x - grid.x) // (grid.measure + grid.gutter), (line.y - grid.y) // grid.leading - 1


# lines before, lines after, over, mode → where the text stands: (column, first line, lines)
CASES = {
    "from the column that the text has reached": (
        30, 40, Across(2), "bottom", [(0, 0, 20), (1, 0, 5), (2, 0, 5), (1, 9, 11), (2, 9, 11), (3, 0, 18)],
    ),
    "one line short in the last of them": (
        25, 10, Across(2), "bottom", [(0, 0, 20), (1, 0, 3), (2, 0, 2), (1, 7, 10)],
    ),
    "spare lines are one in each of the last": (
        33, 6, Across(3), "bottom", [(0, 0, 20), (1, 0, 5), (2, 0, 4), (3, 0, 4), (1, 9, 6)],
    ),
    "no single line above it: it covers the column before too": (
        22, 30, Across(2), "bottom", [(0, 0, 11), (1, 0, 11), (0, 15, 5), (1, 15, 5), (2, 0, 20)],
    ),
    "at the head of the columns where the text has filled those before": (
        20, 40, Across(2), "bottom", [(0, 0, 20), (1, 3, 17), (2, 3, 17), (3, 0, 6)],
    ),
    "to the left where the columns at the right are too few": (
        70, 2, Across(2), "bottom", [(0, 0, 20), (1, 0, 20), (2, 0, 15), (3, 0, 15), (2, 19, 1), (3, 19, 1)],
    ),
    "over one column": (
        30, 40, Across(1), "bottom", [(0, 0, 20), (1, 0, 10), (1, 14, 6), (2, 0, 20), (3, 0, 14)],
    ),
    "over these": (
        30, 40, Across(2, 0), "bottom", [(0, 0, 15), (1, 0, 15), (2, 0, 20), (3, 0, 20)],
    ),
    "over all that there are": (
        30, 20, Across(4), "bottom", [(0, 0, 8), (1, 0, 8), (2, 0, 8), (3, 0, 6), (0, 12, 8), (1, 12, 8), (2, 12, 4)],
    ),
    "in the least height": (
        12, 20, Across(2), "balance", [(0, 0, 6), (1, 0, 6), (2, 0, 10), (3, 0, 10)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_where_the_text_stands(name: str):
    before, after, span, fill, expected = CASES[name]
    plan = over(before, after, span, fill=fill)
    assert strips(places(made(plan).value, plan.grid)) == expected


def test_a_quotation_stands_on_the_grid_in_the_middle_of_its_columns():
    plan = over(30, 40, Across(2))
    assert stands(plan) == (1, 6)
    (line,) = role(made(plan).value, "quote")
    assert line.x + line.line.xs[0] - plan.grid.column_x(1) == (plan.grid.span(2) - 2 * 14 * PT) // 2


def test_a_crosshead_over_two_columns_brings_its_own_white():
    """Level columns above it; at the columns' head its first line is level with the text beside it."""
    for before, expected in ((24, [(0, 0, 20), (1, 0, 2), (2, 0, 2)]), (20, [(0, 0, 20)])):
        copy = story("a", lines_of_text(before), "## 横题", lines_of_text(30), spans={"crosshead": Across(2)})
        plan = page("20 | A A A", one("A", copy))
        done = made(plan)
        (head,) = role(done.value, "crosshead")
        body = [line for line in body_lines(done.value) if line.tag.role == "body"]
        places_ = strips([grid_line(line, plan.grid) for line in body])
        assert places_[: len(expected)] == expected
        assert head.x == plan.grid.column_x(1)
        row = before - 20 and 3  # two lines of text and a clear one
        assert grid_line(body[before], plan.grid) == (1, row + 2)


def test_a_picture_over_two_columns():
    kept = Insert("P", picture("P", pixels=(400, 100)), 1, 5, None, {}, HERE, Across(2))
    copy = story("a", lines_of_text(24), lines_of_text(20))
    plan = page("20 | A A A", stories("A", copy, inserts=(kept,)))
    layout = made(plan).value
    (shown,) = (p for p in layout.placed if isinstance(p, PlacedPicture))
    assert shown.frame.x == plan.grid.column_x(1)
    assert shown.frame.width == plan.grid.span(2)
    assert shown.frame.y == plan.grid.line_y(3) + plan.grid.head
    assert strips(places(layout, plan.grid)) == [(0, 0, 20), (1, 0, 2), (2, 0, 2), (1, 9, 11), (2, 9, 9)]


def test_two_of_them_one_after_the_other():
    copy = story("a", lines_of_text(8), "## 一", lines_of_text(40), "## 二", lines_of_text(20))
    plan = page("20 | A A A A", one("A", replace(copy, spans={"crosshead": Across(2)})))
    done = made(plan)
    first, second = role(done.value, "crosshead")
    assert (first.x, second.x) == (plan.grid.column_x(0), plan.grid.column_x(2))
    assert codes(done) == []


def test_the_next_one_covers_the_same_columns_again_not_one_of_them_and_another():
    copy = story("a", lines_of_text(8), "## 一", lines_of_text(14), "## 二", lines_of_text(20))
    plan = page("20 | A A A A", one("A", replace(copy, spans={"crosshead": Across(2)})))
    first, second = role(made(plan).value, "crosshead")
    assert (first.x, second.x) == (plan.grid.x, plan.grid.x)
    assert second.y > first.y


def test_spread_opens_all_columns_with_what_stands_over_them():
    """Columns of 20 lines, 8 of them spare: each is opened, above what goes over columns and beside it."""
    copy = story("a", *(lines_of_text(4) for _ in range(16)))
    kept = Insert("Q", QuotePlan(("引语",), STYLE, HERE), 6, 2, None, {}, HERE, Across(2))
    plan = page("20 | A A A A", stories("A", copy, fill="spread", inserts=(kept,)))
    done = made(plan)
    feet: dict[int, int] = {}
    for column, line in places(done.value, plan.grid):
        feet[column] = max(line, feet.get(column, 0))
    assert codes(done) == []
    assert set(feet.values()) == {19}


def test_what_has_to_go_over_others_is_told():
    """Columns 1 and 2 are asked for, but the text is not there any more when it comes."""
    done = made(over(70, 2, Across(2, 0)))
    (found,) = [d for d in done.diagnostics if d.code == "F034"]
    assert (found.facts["words"], found.facts["columns"], found.facts["first"]) == ("Q", 2, 3)
    assert "F001" not in codes(done)


def test_what_has_no_room_over_any_columns_is_told_and_what_follows_is_over():
    done = made(over(30, 40, Across(2), rows=30))
    assert codes(done)[:2] == ["F021", "F001"]
    assert done.value.fits[0].over_lines == 70
    assert [line.tag.paragraph for line in body_lines(done.value)] == [0] * 30


def test_it_does_not_stand_where_text_is_pushed_aside():
    """A picture in the middle of the second column: the quotation goes below it."""
    plan = over(30, 30, Across(2))
    wrapped = photo("W", free=plan.grid.rect(1, 6, 1, 4), floating=True)
    beside = replace(plan, blocks=(*plan.blocks, replace(wrapped, wrap=WrapPlan(0))))
    assert stands(plan) == (1, 6)
    assert stands(beside)[1] >= 10
