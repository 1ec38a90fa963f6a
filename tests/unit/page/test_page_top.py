"""Heads that have text beside them, vertical and reversed ones, heads over several stories."""

import pytest
from msgspec.structs import replace

from layout.geometry import Insets
from layout.page.rooms import Leg
from layout.page.top import below_top, stand
from layout.page.types import PlacedBox, PlacedLine, PlacedRule
from layout.resolve.types import Box, HeadCopy, HeadPlan, OverPlan, Stroke
from layout.style import BLACK, PAPER
from layout.text.square import SquareLibrary
from layout.units import PT
from tests.page_plans import (
    BODY,
    HEADLINE,
    HERE,
    LEADING,
    block,
    body_lines,
    codes,
    grid,
    lines_of_text,
    made,
    one,
    page,
    places,
    role,
    story,
    strips,
    texts,
)

GRID = grid()
UPRIGHT = replace(HEADLINE, direction="vertical")


def head(copy: str = "题目", style=HEADLINE, **plan):
    made = story("a", lines_of_text(60), head="x")
    heads = (HeadCopy("headline", (copy,), style, HERE),)
    return replace(made, heads=heads, head=HeadPlan(**plan))


def setting():
    from layout.page.types import Setting
    from layout.paragraph.types import Lexis

    return Setting(GRID, SquareLibrary(), Lexis(frozenset(), "builtin"))


def columns(count: int = 4, lines: int = 30) -> tuple[Leg, ...]:
    return tuple(Leg(GRID.column_x(i), GRID.measure, ((0, lines),)) for i in range(count))


@pytest.mark.parametrize(
    ("plan", "first", "last"),
    [
        ({}, 0, 3),
        ({"columns": (0, 1)}, 0, 1),
        ({"columns": (2, 3)}, 2, 3),
        ({"place": "left"}, 0, 0),
        ({"place": "right"}, 3, 3),
        ({"place": "inset"}, 1, 2),
    ],
)
def test_where_a_head_stands(plan, first, last):
    top = stand(head(**plan), columns(), 30, setting()).value
    assert top.x == GRID.column_x(first)
    assert top.x + top.width == GRID.column_x(last) + GRID.measure
    below = below_top(columns(), top, 0, GRID)
    starts = [leg.strips[0][0] for leg in below]
    assert starts == [3 if first <= i <= last else 0 for i in range(4)]


def test_text_begins_beside_the_head_and_none_is_lost():
    plan = page("20 | A A A A", one("A", head(columns=(0, 2))))
    done = made(plan)
    assert strips(places(done.value, plan.grid))[:4] == [(0, 3, 17), (1, 3, 17), (2, 3, 17), (3, 0, 9)]
    assert texts(body_lines(done.value)) == lines_of_text(60)


def test_a_head_narrower_than_its_column_has_text_beside_it():
    wide = (Leg(GRID.x, 21 * BODY, ((0, 30),)),)
    top = stand(head(width=10 * BODY), wide, 30, setting()).value
    (leg,) = below_top(wide, top, 0, GRID)
    assert leg.wraps == tuple((line, GRID.x + 11 * BODY, 10 * BODY) for line in range(3))


def test_columns_that_are_not_there():
    done = stand(head(columns=(1, 6)), columns(3), 30, setting())
    assert [(d.code, d.facts["last"], d.facts["columns"]) for d in done.diagnostics] == [("F043", 7, 3)]


def test_a_vertical_head_is_as_high_as_its_longest_column():
    top = stand(head("一二三四五", UPRIGHT, place="left"), columns(), 30, setting()).value
    # Five characters of 24 pt and the white above them are eleven lines; one line is clear under them.
    assert (top.rows, top.width) == (12, GRID.measure)


def test_a_vertical_head_takes_what_would_be_a_crumb_under_it():
    top = stand(head("一二三四五", UPRIGHT, place="left"), columns(), 15, setting()).value
    assert top.rows == 15


def test_a_vertical_heads_columns_run_from_right_to_left():
    two = replace(head("甲", UPRIGHT), heads=(
        HeadCopy("kicker", ("引",), UPRIGHT, HERE), HeadCopy("headline", ("一二", "三四"), UPRIGHT, HERE),
    ))  # fmt: skip
    done = made(page("30 | A A A A", one("A", replace(two, head=HeadPlan(place="right")))))
    lines = [
        p for p in done.value.placed if isinstance(p, PlacedLine) and p.tag.role in ("kicker", "headline")
    ]
    assert [p.x for p in lines] == sorted((p.x for p in lines), reverse=True)
    assert len({p.y for p in lines}) == 1


def test_a_vertical_head_that_is_too_wide_is_told():
    many = replace(head("甲", UPRIGHT), heads=(HeadCopy("headline", tuple("一二三四五六"), UPRIGHT, HERE),))
    done = stand(replace(many, head=HeadPlan(width=9 * BODY)), columns(), 30, setting())
    assert [d.code for d in done.diagnostics] == ["F042"]


def test_a_frame_and_what_is_behind_a_part():
    box = Box(None, BLACK, Insets(BODY, BODY, BODY, BODY))
    framed = made(page("30 | A A A A", one("A", head(box=box)))).value
    (drawn,) = (p for p in framed.placed if isinstance(p, PlacedBox))
    (line,) = role(framed, "headline")
    assert drawn.rect.x == GRID.x and drawn.rect.width == GRID.span(4)
    assert line.x == GRID.x + BODY and drawn.rect.contains(
        replace(drawn.rect, x=line.x, y=line.y - 20 * PT, width=PT, height=PT)
    )
    assert (drawn.rect.y - GRID.y, drawn.tag.role) == (GRID.head, "head")
    behind = made(page("30 | A A A A", one("A", head(behind={"headline": PAPER})))).value
    tint, over = role(behind, "headline")
    assert isinstance(tint, PlacedBox) and isinstance(over, PlacedLine)
    assert tint.rect.width == over.line.width + 24 * PT


def test_a_rule_under_a_head_takes_a_line_and_is_clear_of_the_text():
    plan = page("30 | A A A A", one("A", head(rules={"bottom": Stroke("", PT, BLACK)})))
    done = made(plan)
    (drawn,) = (p for p in done.value.placed if isinstance(p, PlacedRule))
    assert places(done.value, plan.grid)[0] == (0, 4)
    assert GRID.line_y(3) < drawn.y1 < GRID.line_y(4)


def test_a_head_is_as_high_as_it_is_told_to_be():
    assert stand(head(height=7), columns(), 30, setting()).value.rows == 7


def test_a_condensed_head_is_told():
    narrow = replace(HEADLINE, scale=(900, 1000))
    done = made(page("30 | A A A A", one("A", head("一二三四五六七八九十一二三四五六七八", narrow))))
    assert codes(done)[0] == "F041"


def test_a_head_over_several_stories():
    over = OverPlan(replace(head("通栏"), id="H"), ("A", "B"))
    drawn = "6 | H H\n20 | A B"
    stories = (one("A", story("a", lines_of_text(20))), one("B", story("b", lines_of_text(20))))
    done = made(page(drawn, block("H", over), *stories, gap=1))
    assert codes(done) == []
    (line,) = role(done.value, "headline")
    assert line.tag.block == "H" and GRID.y < line.y < GRID.line_y(5)
    tall = made(page("3 | H H\n20 | A B", block("H", over), *stories, gap=1))
    assert codes(tall) == ["F044"]


def test_a_head_over_some_of_the_columns_of_several_stories():
    part = replace(head("通栏", columns=(0, 1)), id="H")
    stories = (one("A", story("a", lines_of_text(20))), one("B", story("b", lines_of_text(20))))
    done = made(page("6 | H H H H\n20 | A A B B", block("H", OverPlan(part, ("A", "B"))), *stories, gap=1))
    (line,) = role(done.value, "headline")
    assert line.x + line.line.xs[-1] < GRID.column_x(2) and "F043" not in codes(done)
    beyond = replace(part, head=replace(part.head, columns=(1, 4)))
    done = made(page("6 | H H H H\n20 | A A B B", block("H", OverPlan(beyond, ("A", "B"))), *stories, gap=1))
    assert [d.facts["columns"] for d in done.diagnostics if d.code == "F043"] == [4]


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("6 | H H H H\n20 | A A B B", []),
        ("6 | H H H .\n20 | A A B B", [("1–3", "1–4")]),
        ("6 | H H H H\n20 | A A B .", [("1–4", "1–3")]),
        ("6 | H H H H\n4 | . . . .\n20 | A A B B", [("1–4", "1–4")]),
        ("6 | H H H H\n4 | A A . .\n20 | A A B B", [("1–4", "1–4")]),
    ],
)
def test_a_head_over_several_stories_covers_just_their_columns(drawn, said):
    over = block("H", OverPlan(replace(head("通栏"), id="H"), ("A", "B")))
    stories = (one("A", story("a", lines_of_text(40))), one("B", story("b", lines_of_text(20))))
    done = made(page(drawn, over, *stories, gap=1))
    assert [(d.facts["columns"], d.facts["theirs"]) for d in done.diagnostics if d.code == "F046"] == said


def test_a_head_makes_whole_lines():
    plan = page("30 | A A A A", one("A", head(box=Box(None, BLACK, Insets(PT, PT, PT, PT)), columns=(0, 1))))
    assert all(
        (line.y - plan.grid.y - plan.grid.baseline) % LEADING == 0 for line in body_lines(made(plan).value)
    )
