"""Stories in their rooms: heads in whole lines, level columns, stacks."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from layout.diag import Where
from layout.geometry import Insets
from layout.page.types import PlacedLine, PlacedRule
from layout.resolve.types import BannerPlan, Box, HeadCopy, Stroke
from layout.style import BLACK, TextStyle
from layout.units import PT
from tests.page_plans import (
    CAPTION,
    HEADLINE,
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
HAIR = Stroke("", PT // 4, BLACK)


def headed(name: str, *parts: tuple[str, str, dict[str, int]], body: int = 0):
    """A story whose head has these parts: role, text, changes of style."""
    heads = tuple(
        HeadCopy(kind, (text,), replace(HEADLINE, name=kind, lines=0, **changes), Where("a.md"))
        for kind, text, changes in parts
    )
    return replace(story(name, *([lines_of_text(body)] if body else [])), heads=heads)


def first_line(plan) -> int:
    return grid_line(body_lines(made(plan).value)[0], plan.grid)[1]


def test_a_head_is_rounded_up_to_whole_lines():
    """HED-12: 30 and 21 pt in lines of 11.25 pt with three blank lines are 84.75 pt, 7.53 lines: 8."""
    row = round(11.25 * PT)
    copy = headed(
        "a",
        ("headline", "主题", {"size": 30 * PT, "leading": 30 * PT, "after": row}),
        ("deck", "副题", {"size": 21 * PT, "leading": 21 * PT, "before": row, "after": row}),
        body=3,
    )
    plan = page("30 | A A", one("A", copy))
    lattice = replace(plan.grid, leading=row)
    assert first_line(replace(plan, grid=lattice)) == 8


def test_a_head_at_the_top_adds_no_space_above_itself():
    for space in (0, 5 * LEADING):
        copy = headed("a", ("headline", "主题", {"leading": 3 * LEADING, "before": space}), body=3)
        plan = page("30 | A A", one("A", copy))
        assert first_line(plan) == 3


def test_lines_occupied_count_for_each_line_of_the_head():
    two = HeadCopy("headline", ("一行", "两行"), HEADLINE, HERE)
    copy = replace(story("a", lines_of_text(2)), heads=(two,))
    plan = page("30 | A A", one("A", copy))
    done = made(plan)
    assert first_line(plan) == 6
    first, second = role(done.value, "headline")
    assert (text_of(first).strip(), text_of(second)) == two.lines
    assert second.y - first.y == 3 * LEADING


def test_parts_stand_one_under_the_other_inside_the_head():
    copy = headed(
        "a",
        ("kicker", "引题", {"size": 12 * PT, "leading": 24 * PT}),
        ("headline", "主题", {"leading": 36 * PT}),
        ("deck", "副题", {"size": 14 * PT, "leading": 24 * PT}),
        ("byline", "署名", {"size": 10 * PT, "leading": 24 * PT}),
        body=2,
    )
    plan = page("30 | A A", one("A", copy))
    done = made(plan)
    ys = [line.y for name in ("kicker", "headline", "deck", "byline") for line in role(done.value, name)]
    assert ys == sorted(ys) and len(ys) == 4
    assert plan.grid.line_y(0) < ys[0] < plan.grid.line_y(2) < ys[1] < plan.grid.line_y(5) < ys[2]
    assert first_line(plan) == 9


def test_a_head_stands_over_the_first_columns_that_are_free_in_its_row():
    plan = page("10 | A A P A\n20 | A A A A", one("A", story("a", lines_of_text(60), head="题")), photo("P"))
    done = made(plan)
    assert [(c, first) for c, first, _ in strips(places(done.value, plan.grid))] == [(0, 3), (1, 3), (2, 10)]
    full = page("10 | A A P A\n20 | A A A A", one("A", story("a", lines_of_text(110), head="题")), photo("P"))
    assert strips(places(made(full).value, full.grid))[-1][:2] == (3, 0)


def test_a_head_too_high_for_its_row_is_told():
    """It may use the line of white above its own picture, but no more."""

    def told(lines: int) -> list[tuple[str | int | float, ...]]:
        copy = headed("a", ("headline", "题", {"leading": lines * LEADING}))
        done = made(page("4 | A A\n10 | P A\n16 | A A", one("A", copy), photo("P")))
        return [(d.facts["lines"], d.facts["room"]) for d in done.diagnostics if d.code == "F013"]

    assert told(4) == []
    assert told(5) == [(5, 4)]


def test_a_head_may_not_use_the_gap_above_another_story():
    head = headed("a", ("headline", "题", {"leading": 5 * LEADING}))
    plan = page("6 | A A\n10 | P B\n14 | A B", one("A", head), photo("P"), one("B", story("b")))
    (found,) = [d for d in made(plan).diagnostics if d.code == "F013"]
    assert (found.facts["lines"], found.facts["room"]) == (5, 4)


@pytest.mark.parametrize("case", CASES["balance"], ids=lambda case: case["id"])
def test_level_columns(case):
    """The first of a stack takes as many lines as ceil(lines / columns): all its columns level but the last."""
    first = story("a", lines_of_text(case["lines"]))
    plan = page("30 |" + " A" * case["columns"], one("A", first, story("b", "字")))
    done = made(plan).value
    assert [lines for _, _, lines in strips(places(done, plan.grid, "a"))] == case["expected"]
    # and the next begins a gap below the longest column
    assert places(done, plan.grid, "b") == [(0, max(case["expected"]) + 2)]


def test_level_columns_under_a_head_and_with_a_crosshead():
    """A crosshead that may not stand at a foot costs lines; the least height that holds all is taken."""
    first = story("a", lines_of_text(6), "## 小标题", lines_of_text(7), head="题")
    plan = page("40 | A A", one("A", first, story("b", "字")))
    done = made(plan).value
    crosshead = next(line for line in body_lines(done, "a") if line.tag.role == "crosshead")
    assert crosshead.tag.leg == 1
    assert [line.tag.leg for line in body_lines(done, "a")] == [0] * 6 + [1] * 8
    assert places(done, plan.grid, "b") == [(0, 3 + 9 + 2)]


def test_level_columns_where_a_crosshead_at_a_head_saves_a_line():
    """Seven lines beside a crosshead of two and five lines: seven high, though one column would take fifteen."""
    first = story("a", lines_of_text(7), "## 小标题", lines_of_text(5))
    plan = page("40 | A A", one("A", first, story("b", "字")))
    assert places(made(plan).value, plan.grid, "b") == [(0, 7 + 2)]


def test_a_stack_goes_down_with_gaps_between():
    stories = [story(name, lines_of_text(6), head="题") for name in "abc"]
    plan = page("40 | A A", one("A", *stories))
    done = made(plan)
    assert [strips(places(done.value, plan.grid, name)) for name in "abc"] == [
        [(0, top + 3, 3), (1, top + 3, 3)] for top in (0, 8, 16)
    ]
    found, more = done.diagnostics
    assert (found.code, found.facts["lines"]) == ("F003", 40 - 22)
    assert (more.code, more.facts["story"], more.facts["lines"]) == ("F035", "c", 2 * (40 - 22))


@pytest.mark.parametrize(("lines", "expected"), [(22, []), (25, []), (26, ["F003"])])
def test_what_a_stack_leaves_is_told_from_four_lines_on(lines, expected):
    stories = [story(name, lines_of_text(6), head="题") for name in "abc"]
    told = codes(made(page(f"{lines} | A A", one("A", *stories))))
    assert [code for code in told if code != "F033"] == expected


def test_a_rule_between_the_stories_of_a_stack():
    stories = [story(name, lines_of_text(6), head="题") for name in "ab"]
    plan = page("40 | A A", one("A", *stories, rules={"between": HAIR}))
    (drawn,) = [p for p in made(plan).value.placed if isinstance(p, PlacedRule)]
    assert (drawn.y1, drawn.y2) == (plan.grid.line_y(7),) * 2  # the middle of lines 6 and 7
    assert (drawn.x1, drawn.x2) == (plan.grid.x, plan.grid.rect(0, 0, 2, 1).right)


def test_a_stack_that_is_over_sets_what_it_can_and_tells_of_all_the_rest():
    """The second story does not fit and the third has no room at all; nothing of it is put elsewhere."""
    stories = [story("a", lines_of_text(6), head="题"), story("b", lines_of_text(30), head="题")]
    plan = page("12 | A A", one("A", *stories, story("c", lines_of_text(2), head="题")))
    done = made(plan)
    told = {d.facts["story"]: d for d in done.diagnostics if d.code in ("F001", "F004")}
    assert set(told) == {"b", "c"}
    assert told["c"].code == "F004"
    assert [d.facts["story"] for d in done.diagnostics if d.code == "F013"] == ["c"]
    live = plan.grid.rect(0, 0, 2, 12)
    for line in done.value.placed:
        assert isinstance(line, PlacedLine)
        assert live.x <= line.x < live.right and live.y <= line.y < live.bottom
        assert line.tag.story != "c"
    for name, total in (("b", 298), ("c", 18)):
        left = sum(fit.over_characters for fit in done.value.fits if fit.story == name)
        assert len(texts(body_lines(done.value, name))) + left == total


BANNER = BannerPlan(("栏题",), CAPTION, Box(None, None, Insets()), HERE)


@pytest.mark.parametrize(("where", "first"), [("first-column", 5), ("above", 5), ("beside", 3)])
def test_a_series_banner(where, first):
    """One line and one of white under it: in the first column under a head of three, above it, or beside it."""
    copy = story("a", lines_of_text(20), head="题", banner=BANNER, series=where)
    plan = page("30 | A A A", one("A", copy))
    done = made(plan)
    assert first_line(plan) == first
    assert strips(places(done.value, plan.grid))[0][0] == 0
    (headline,) = role(done.value, "headline")
    banner = next(p for p in role(done.value, "banner") if isinstance(p, PlacedLine))
    assert text_of(banner) == "栏题"
    if where == "beside":
        assert headline.x == plan.grid.column_x(1)
    else:
        assert headline.x == plan.grid.x
        assert (banner.y < headline.y) == (where == "above")


def test_broken_columns_set_the_story_in_them():
    plan = page("20 | A A A", one("A", story("a", han(200)), columns=2))
    lines = body_lines(made(plan).value)
    assert {line.x for line in lines} == {plan.grid.x}
    assert lines[1].line.width == 15 * 9 * PT  # 32 characters less a gutter, halved and rounded down


def test_a_display_style_by_itself():
    """A head whose style names no lines takes what its leading needs."""
    style = TextStyle("headline", "标宋", 20 * PT, 25 * PT, align="left")
    copy = replace(story("a", "字"), heads=(HeadCopy("headline", ("题",), style, HERE),))
    assert first_line(page("20 | A", one("A", copy))) == 3
