"""Filling: crossheads at column feet, line spaces, banners, copy that is over."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from layout.geometry import Insets
from layout.page.types import PlacedLine
from layout.resolve.types import BannerPlan, Box
from layout.style import HAN_MIDDLE
from layout.units import PT
from tests.page_plans import (
    BODY,
    CAPTION,
    HERE,
    LEADING,
    body_lines,
    codes,
    grid_line,
    han,
    lines_of_text,
    made,
    one,
    page,
    photo,
    places,
    role,
    story,
    strips,
    text_of,
    texts,
)

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/page/columns.yaml").read_text("utf-8"))


def crosshead_style(lines: int):
    from tests.page_plans import STYLES

    return STYLES | {"crosshead": replace(STYLES["crosshead"], lines=lines)}


@pytest.mark.parametrize("case", CASES["crosshead"], ids=lambda case: case["id"])
def test_a_crosshead_never_stands_at_a_columns_foot(case):
    high = case["crosshead"]
    before = lines_of_text(case["start"] - 1)
    copy = story("a", before, "## 小标题", lines_of_text(30), styles=crosshead_style(high))
    plan = page(f"{case['rows']} | A A A", one("A", copy))
    lines = body_lines(made(plan).value)
    (head,) = [line for line in lines if line.tag.role == "crosshead"]
    first, second = [line for line in lines if line.tag.paragraph == 2][:2]
    stays = head.tag.leg == 0
    assert stays == (case["expected"] == "stay")
    # Two lines of its text follow it in its own column, at their distance from it.
    assert first.tag.leg == second.tag.leg == head.tag.leg
    start = case["start"] - 1 + high if stays else high - (high - 1) // 2
    assert grid_line(first, plan.grid)[1] == start


@pytest.mark.parametrize("case", CASES["tails"], ids=lambda case: case["id"])
def test_a_short_last_line_never_stands_alone_at_a_columns_head(case):
    """COL-07: the line before it goes over too."""
    copy = story("a", lines_of_text(10 - case["room"]), han(case["characters"]))
    plan = page("10 | A A", one("A", copy))
    done = made(plan)
    lines = [line for line in body_lines(done.value) if line.tag.paragraph == 1]
    assert [sum(line.tag.leg == leg for line in lines) for leg in (0, 1)] == case["expected"]
    assert set(codes(done)) <= {"F002", "F019", "F035"}  # the column that the line has left is one short


def test_a_short_last_line_is_not_worth_being_over():
    """The next column holds one line: two would not fit, so the last one stands alone."""
    plan = page("9 | A P\n1 | A A\n", one("A", story("a", han(98 + 2))), photo("P"))
    assert not made(plan).diagnostics


def test_the_space_above_a_crosshead_goes_at_a_columns_head():
    """Three lines in the column, one of them above; two at its head."""
    for before, first in ((5, 8), (0, 2)):
        copy = story("a", *([lines_of_text(before)] if before else []), "## 小标题", lines_of_text(3))
        plan = page("20 | A", one("A", copy))
        numbers = [
            n
            for _, n in (
                grid_line(x, plan.grid) for x in body_lines(made(plan).value) if x.tag.role == "body"
            )
        ]
        assert numbers[before] == first


@pytest.mark.parametrize("high", [1, 2, 3, 4])
def test_a_crosshead_at_a_columns_head_is_level_with_its_neighbours_first_line(high):
    """The middle of its characters stands where that of the body's does; all of its white is below it."""
    copy = story("a", lines_of_text(20), "## 小标题", lines_of_text(9), styles=crosshead_style(high))
    plan = page("20 | A A", one("A", copy))
    lines = body_lines(made(plan).value)
    (head,) = [line for line in lines if line.tag.role == "crosshead"]
    assert head.tag.leg == 1
    size = crosshead_style(high)["crosshead"].size
    assert head.y - lines[0].y == (size - BODY) * HAN_MIDDLE // 1000
    assert lines[21].y == lines[0].y + (high - (high - 1) // 2) * LEADING


def test_type_higher_than_a_line_begins_at_its_columns_head():
    tall = crosshead_style(4)
    tall["crosshead"] = replace(tall["crosshead"], size=20 * PT, leading=24 * PT)
    plan = page("20 | A A", one("A", story("a", lines_of_text(20), "## 题", lines_of_text(9), styles=tall)))
    (head,) = role(made(plan).value, "crosshead")
    assert head.y == plan.grid.y + 10 * PT + 20 * PT * HAN_MIDDLE // 1000


def test_a_long_crosshead_takes_a_line_more():
    copy = story("a", lines_of_text(5), "## 一个长得一栏排不下的小标题", lines_of_text(3))
    plan = page("20 | A", one("A", copy))
    found = made(plan)
    lines = body_lines(found.value)
    heads = [line for line in lines if line.tag.role == "crosshead"]
    assert texts(heads).replace("\n", "") == "一个长得一栏排不下的小标题"
    assert len(heads) == 2
    assert grid_line(lines[-3], plan.grid) == (0, 5 + 4)


def test_lines_run_on_over_a_hole_and_into_the_next_column():
    plan = page("10 | A A\n8 | A P\n12 | A A", one("A", story("a", lines_of_text(48))), photo("P"))
    done = made(plan)
    assert strips(places(done.value, plan.grid)) == [(0, 0, 30), (1, 0, 9), (1, 18, 9)]
    assert [line.tag.leg for line in body_lines(done.value)] == [0] * 30 + [1] * 18


def test_a_single_line_above_a_hole_stays_empty():
    plan = page("2 | A A\n8 | A P\n12 | A A", one("A", story("a", lines_of_text(34))), photo("P"))
    assert strips(places(made(plan).value, plan.grid)) == [(0, 0, 22), (1, 10, 12)]


def test_a_line_space_is_kept_inside_a_column_and_dropped_at_its_head():
    inside = page("20 | A A", one("A", story("a", lines_of_text(5), "---", lines_of_text(5))))
    assert strips(places(made(inside).value, inside.grid)) == [(0, 0, 5), (0, 6, 5)]
    at_head = page("5 | A A", one("A", story("a", lines_of_text(5), "---", lines_of_text(4))))
    assert strips(places(made(at_head).value, at_head.grid)) == [(0, 0, 5), (1, 0, 4)]
    last = page("5 | A", one("A", story("a", lines_of_text(5), "---")))
    assert not made(last).diagnostics


def over(plan):
    """(characters, lines, words) of the overset finding, and where in the body it is."""
    (found,) = [d for d in made(plan).diagnostics if d.code == "F001"]
    return (found.facts["characters"], found.facts["lines"], found.facts["words"]), found.where.at


def test_copy_that_is_over_is_counted_to_the_character_and_the_line():
    """Twelve lines in a column of ten: two lines of ten characters are over."""
    copy = lines_of_text(12)
    assert over(page("10 | A", one("A", story("a", copy)))) == ((20, 2, copy[88:98]), 98)


@pytest.mark.parametrize("extra", [2, 9, 10, 12])
def test_the_count_of_the_last_line(extra):
    copy = lines_of_text(10) + han(extra)
    counted, at = over(page("10 | A", one("A", story("a", copy))))
    assert counted == (extra, -(-extra // 10), copy[88:98])
    assert at == 98


def test_exactly_full_is_not_over():
    plan = page("10 | A A", one("A", story("a", lines_of_text(20))))
    done = made(plan)
    assert not done.diagnostics
    (fit,) = done.value.fits
    assert (fit.lines, fit.spare, fit.over_lines, fit.over_characters) == (20, 0, 0, 0)


def test_what_is_over_counts_crossheads_spaces_and_later_paragraphs():
    first, last = lines_of_text(10), han(15)
    plan = page("10 | A", one("A", story("a", first, "---", "## 小标题", last)))
    # The space needs no room at a column's head, so the copy breaks off before the crosshead.
    (characters, lines, words), at = over(plan)
    assert characters == 3 + 15
    assert lines == 3 + 2
    assert words == first[-10:]
    assert at == len(first) + 2 + 3 + 2 + 3


def test_spaces_are_not_counted_as_characters():
    copy = lines_of_text(3) + "Emu 与 Pt"
    (characters, _, _), _ = over(page("3 | A", one("A", story("a", copy))))
    assert characters == 6


def test_a_list_item_over_is_placed_at_its_first_own_character():
    """Its sign is ours and stands nowhere in the source."""
    first = lines_of_text(3)
    (characters, _, _), at = over(page("3 | A", one("A", story("a", first, "• 一二三"))))
    assert at == len(first) + 2 + 2
    assert characters == 4


def test_an_area_of_one_line():
    plan = page("1 | A", one("A", story("a", han(8))))
    assert strips(places(made(plan).value, plan.grid)) == [(0, 0, 1)]
    assert over(page("1 | A", one("A", story("a", han(20)))))[0] == (12, 2, han(8))


def test_an_area_that_the_gap_uses_up():
    """Nothing can be set: not a character, not the head; all of it is said."""
    plan = page("2 | A\n10 | P", one("A", story("a", han(20), head="题")), photo("P", story="b"))
    done = made(plan)
    assert "F013" in codes(done)
    (found,) = [d for d in done.diagnostics if d.code in ("F001", "F004")]
    assert (found.code, found.facts["characters"], found.facts["lines"]) == ("F004", 20, 3)
    assert not [p for p in done.value.placed if isinstance(p, PlacedLine)]
    (fit,) = done.value.fits
    assert (fit.lines, fit.over_characters) == (0, 20)


def test_an_empty_body():
    done = made(page("10 | A", one("A", story("a", head="题"))))
    assert codes(done) == ["F002", "F035"]  # seven lines under the head are empty
    assert not body_lines(done.value)
    assert not made(page("3 | A", one("A", story("a", head="题")))).diagnostics


def test_a_body_of_one_character():
    plan = page("10 | A A", one("A", story("a", "字")))
    done = made(plan)
    assert places(done.value, plan.grid) == [(0, 0)]
    assert texts(body_lines(done.value)) == "字"
    assert done.value.fits[0].spare == 19


def test_the_hole_at_the_end_is_told_from_four_lines_on():
    for spare, expected in ((0, []), (3, []), (4, ["F002", "F035"])):
        done = made(page("10 | A A", one("A", story("a", lines_of_text(20 - spare)))))
        assert codes(done) == expected
        assert done.value.fits[0].spare == spare


BANNER = BannerPlan(("夜校新事", "身边的课堂"), CAPTION, Box(None, None, Insets()), HERE)


def test_a_banner_stands_at_the_head_of_the_first_column():
    """Two lines of 12 pt and one of white under them."""
    plan = page("20 | A A", one("A", story("a", lines_of_text(20), head="题", banner=BANNER)))
    done = made(plan)
    assert strips(places(done.value, plan.grid)) == [(0, 6, 14), (1, 3, 6)]
    first, second = role(done.value, "banner")[1:]
    assert (text_of(first), text_of(second)) == BANNER.lines
    assert plan.grid.line_y(3) < first.y < second.y < plan.grid.line_y(5)


def test_a_banner_that_has_no_room_is_counted():
    plan = page("5 | A", one("A", story("a", lines_of_text(3), head="题", banner=BANNER)))
    (found,) = made(plan).diagnostics
    assert (found.code, found.facts["characters"], found.facts["lines"]) == ("F004", 28, 6)
