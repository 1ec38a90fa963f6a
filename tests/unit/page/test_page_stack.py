"""Stacks: where their spare lines go, which story gives way, heads above holes, what is over told as a whole."""

import pytest
from msgspec.structs import replace

from layout.page.types import PlacedPicture
from layout.resolve.types import ContinuesPlan
from tests.page_plans import (
    LEADING,
    block,
    body_lines,
    codes,
    han,
    lines_of_text,
    made,
    page,
    photo,
    places,
    role,
    stories,
    story,
    strips,
)


def briefs(*lines, head="题"):
    """Short stories of so many lines, in paragraphs of two lines."""
    return [
        story(name, *[lines_of_text(2)] * (n // 2), *[lines_of_text(1)] * (n % 2), head=head)
        for name, n in zip("abcd", lines)
    ]


def tops(done, plan, names="ab"):
    """The first line of each story's text, and the line of each of its columns' feet."""
    out = []
    for name in names:
        found = strips(places(done.value, plan.grid, name))
        feet = {}
        for column, first, lines in found:
            feet[column] = first + lines
        out.append((found[0][1], tuple(feet.values())))
    return out


# --- fill ---------------------------------------------------------------------------------------------


def test_bottom_leaves_what_is_spare_below_the_last_story():
    plan = page("20 | A A", stories("A", *briefs(8, 8)))
    assert tops(made(plan), plan) == [(3, (7, 7)), (12, (16, 16))]


def test_balance_levels_each_storys_own_columns():
    plan = page("20 | A A", stories("A", *briefs(7, 8), fill="balance"))
    assert tops(made(plan), plan) == [(3, (7, 7)), (12, (16, 16))]


def test_spread_gives_the_gap_a_line_and_then_opens_paragraphs():
    plan = page("20 | A A", stories("A", *briefs(8, 8), fill="spread"))
    done = made(plan)
    (_, feet), (first, last) = tops(done, plan)
    assert feet == (8, 8) and first == 14 and last == (19, 19)
    assert codes(done) == []


@pytest.mark.parametrize("rows", range(16, 26))
@pytest.mark.parametrize("fill", ["balance", "spread", "grow"])
def test_columns_end_level_or_it_is_told(rows, fill):
    plan = page(f"{rows} | A A", stories("A", *briefs(7, 9), fill=fill))
    done = made(plan)
    told = {(d.facts["story"], d.facts["column"]) for d in done.diagnostics if d.code == "F019"}
    for name, (_, feet) in zip("ab", tops(done, plan)):
        for column, foot in enumerate(feet):
            assert foot == max(feet) or (name, column + 1) in told


def test_spread_leaves_what_no_story_can_share_out():
    """One paragraph a column, with no place to open."""
    plan = page(
        "24 | A", stories("A", story("a", lines_of_text(4)), story("b", lines_of_text(4)), fill="spread")
    )
    done = made(plan)
    assert tops(done, plan) == [(0, (4,)), (7, (11,))]  # the gap has a line more
    assert "F003" in codes(done)


def test_grow_shares_the_lines_out_over_the_heads():
    plan = page("20 | A A", stories("A", *briefs(8, 8), fill="grow"))
    done = made(plan)
    assert [(d.code, d.facts["story"], d.facts["lines"]) for d in done.diagnostics] == [
        ("F030", "a", 2),
        ("F030", "b", 2),
    ]
    assert tops(done, plan) == [(5, (9, 9)), (16, (20, 20))]


def test_grow_gives_them_to_a_picture_of_the_stack_first():
    copies = [story("a", *[lines_of_text(3)] * 2), story("b", *[lines_of_text(3)] * 2)]
    plan = page("14 | A A\n8 | P P", stories("A", *copies, fill="grow"), photo("P", story="b"))
    done = made(plan)
    assert [(d.code, d.facts["lines"]) for d in done.diagnostics] == [("F032", 5)]
    (shown,) = [p for p in done.value.placed if isinstance(p, PlacedPicture)]
    assert shown.frame.height > 12 * LEADING
    assert tops(done, plan) == [(0, (3, 3)), (5, (8, 8))]


# --- continued ----------------------------------------------------------------------------------------


def test_a_story_of_a_stack_goes_on_elsewhere_and_gives_way_to_those_below_it():
    copies = [story("a", lines_of_text(14)), story("b", lines_of_text(6))]
    low = page(
        "8 | A A B\n6 | C C B",
        stories("A", *copies),
        block("B", ContinuesPlan("a", copies[0].where)),
        stories("C", story("c", lines_of_text(12))),
    )
    done = made(low)
    assert not [d for d in done.diagnostics if d.severity == "error"]
    assert strips(places(done.value, low.grid, "b")) == [(0, 3, 3), (1, 3, 3)]
    first = body_lines(done.value, "a")
    assert [line.tag.block for line in first] == ["A"] * 2 + ["B"] * 12
    assert {fit.story: fit.over_lines for fit in done.value.fits} == {"a": 0, "b": 0, "c": 0}


def test_nothing_gives_way_where_all_have_room():
    copies = [story("a", lines_of_text(14)), story("b", lines_of_text(6))]
    plan = page("14 | A A B", stories("A", *copies), block("B", ContinuesPlan("a", copies[0].where)))
    done = made(plan)
    assert codes(done) == [] and {line.tag.block for line in body_lines(done.value)} == {"A"}


# --- holes --------------------------------------------------------------------------------------------


def test_a_later_head_may_reach_into_the_white_above_its_own_picture_too():
    """Story b's head takes three lines, and the strip above the picture has two and the line of white."""
    copies = [story("a", lines_of_text(12)), story("b", lines_of_text(16), head="题")]
    plan = page("11 | A A\n8 | A P\n12 | A A", stories("A", *copies), photo("P", story="b"))
    done = made(plan)
    assert tops(done, plan)[0] == (0, (6, 6))
    (head,) = role(done.value, "headline")
    assert plan.grid.line_y(8) < head.y < plan.grid.line_y(11)
    assert "F013" not in codes(done)


def test_but_not_into_the_gap_above_what_is_no_picture():
    copies = [story("a", lines_of_text(12)), story("b", lines_of_text(16), head="题")]
    plan = page("11 | A A\n20 | A C", stories("A", *copies), stories("C", story("c", lines_of_text(20))))
    assert "F013" in codes(made(plan))


def test_a_head_without_room_above_a_hole_goes_below_it():
    copies = [story("a", lines_of_text(12)), story("b", lines_of_text(16), head="题")]
    plan = page("10 | A A\n8 | P P\n14 | A A", stories("A", *copies), photo("P", story="b"))
    done = made(plan)
    assert tops(done, plan) == [(0, (6, 6)), (21, (29, 29))]
    assert "F013" not in codes(done)


def test_the_hole_that_this_leaves_is_told():
    copies = [story("a", lines_of_text(4)), story("b", lines_of_text(16), head="大标题一行")]
    tall = replace(copies[1], head=replace(copies[1].head, height=9))
    plan = page("12 | A A\n8 | P P\n22 | A A", stories("A", copies[0], tall), photo("P", story="b"))
    told = [d.facts for d in made(plan).diagnostics if d.code == "F002"]
    assert [(facts["story"], facts["lines"]) for facts in told] == [("a", 16)]


# --- over ---------------------------------------------------------------------------------------------


def test_what_a_stack_is_over_is_told_as_a_whole():
    plan = page("20 | A A", stories("A", *briefs(12, 12, 6)))
    done = made(plan)
    (found,) = [d for d in done.diagnostics if d.code == "F005"]
    assert (found.facts["stories"], found.facts["characters"]) == (
        3,
        sum(f.over_characters for f in done.value.fits),
    )
    assert found.facts["lines"] == 3 + 6 + 2 + 3 + 6 + 2 + 3 + 3 - 20


def test_a_story_in_one_column_is_advised_by_the_line():
    copies = [story("a", han(33), han(41)), story("b", han(29), han(57))]
    done = made(page("18 | A", stories("A", *copies)))
    fits = done.value.fits
    assert fits[1].over_lines == 3
    cuts = [(fit.story, cut.paragraph, cut.characters) for fit in fits for cut in fit.cuts]
    assert sum(lines for *_, lines in ((c.lines,) for fit in fits for c in fit.cuts)) == 3
    assert ("b", 1, 1) in cuts  # the line that costs a single character, whichever story is over
