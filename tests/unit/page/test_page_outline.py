"""Outlines of areas that are no rectangles: their edges, the rules and boxes along them, text inside them."""

import pytest
from msgspec.structs import replace

from layout.geometry import Insets
from layout.page.edges import rules_of
from layout.page.outline import Edge, outline_of
from layout.page.rooms import rooms
from layout.page.types import PlacedBox
from layout.resolve.dummy import read_dummy
from layout.resolve.types import Box, Stroke
from layout.scene.build import build
from layout.scene.items import Path, Rule
from layout.style import BLACK
from layout.units import PT
from tests.page_plans import BODY, body_lines, han, made, one, page, photo, rows, story

THIN = Stroke("", PT // 3, BLACK)

# dummy → the edges of A, clockwise: (side, line or column, from, to)
CASES = {
    "a rectangle": (
        "4 | A A B\n2 | A A B",
        [("top", 0, 0, 1), ("right", 1, 0, 6), ("bottom", 6, 0, 1), ("left", 0, 0, 6)],
    ),
    "a step at the right of the top": (
        "4 | A A B\n2 | A A A",
        [
            ("top", 0, 0, 1), ("right", 1, 0, 4), ("top", 4, 2, 2), ("right", 2, 4, 6), ("bottom", 6, 0, 2),
            ("left", 0, 0, 6),
        ],
    ),
    "steps at the left, above and below": (
        "3 | B A A\n4 | A A A\n5 | C A A",
        [
            ("top", 3, 0, 0), ("left", 1, 0, 3), ("top", 0, 1, 2), ("right", 2, 0, 12), ("bottom", 12, 1, 2),
            ("left", 1, 7, 12), ("bottom", 7, 0, 0), ("left", 0, 3, 7),
        ],
    ),
    "what stands inside it is not outlined": (
        "3 | A A A\n4 | A B A\n5 | A A A",
        [("top", 0, 0, 2), ("right", 2, 0, 12), ("bottom", 12, 0, 2), ("left", 0, 0, 12)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_edges(name: str):
    drawn, expected = CASES[name]
    lines = rows(drawn)
    area = read_dummy(lines, sum(row.height or 0 for row in lines))["A"]
    assert outline_of([area]) == tuple(Edge(*edge) for edge in expected)


def test_areas_in_one_frame_have_one_outline():
    lines = rows("4 | A A B\n2 | A A B")
    areas = read_dummy(lines, 6)
    assert [edge.side for edge in outline_of(list(areas.values()))] == ["top", "right", "bottom", "left"]


STEPPED = "10 | B A A\n20 | A A A"


def stepped(**changes):
    return page(STEPPED, one("A", story("a", han(500)), **changes), one("B", story("b")))


def drawn(*sides: str):
    plan = stepped(rules=dict.fromkeys(sides, THIN))
    return plan.grid, rules_of(plan.blocks[0], rooms(plan.blocks, plan.grid)["A"], plan.grid)


def test_a_rule_at_the_top_follows_the_steps():
    grid, found = drawn("top")
    assert [(r.x1, r.y1, r.x2) for r in found] == [
        (grid.x, grid.line_y(9), grid.x + grid.measure),  # in the middle of the gap
        (grid.column_x(1), grid.y - grid.leading // 3, grid.column_x(2) + grid.measure),
    ]


def test_rules_at_all_sides_meet():
    """Every end of a rule is the end of another one."""
    grid, found = drawn("top", "right", "bottom", "left")
    ends = sorted(end for r in found for end in ((r.x1, r.y1), (r.x2, r.y2)))
    assert len(found) == 6
    assert ends[::2] == ends[1::2]
    assert (grid.column_x(1) - grid.gutter // 2, grid.line_y(9)) in ends  # the inner corner


def framed(border: Stroke | None = THIN, inset: int = BODY):
    box = Box(border, None, Insets(inset, inset, inset, inset))
    plan = stepped(box=box)
    (frame,) = [p for p in made(plan).value.placed if isinstance(p, PlacedBox)]
    return plan, frame


def test_a_box_follows_the_steps():
    plan, frame = framed()
    grid = plan.grid
    left, step, right = grid.x, grid.column_x(1), grid.column_x(2) + grid.measure
    top, inner, foot = grid.y + grid.head, grid.line_y(10) + grid.head, grid.line_y(30) - grid.head
    assert set(frame.outline) == {
        (left, inner), (step, inner), (step, top), (right, top), (right, foot), (left, foot),
    }  # fmt: skip
    assert (frame.rect.x, frame.rect.y, frame.rect.right, frame.rect.bottom) == (left, top, right, foot)


def test_text_keeps_clear_of_every_edge_of_a_box_with_steps():
    plan, _ = framed()
    grid = plan.grid
    lines = [line for line in body_lines(made(plan).value) if line.tag.story == "a"]
    assert lines
    for line in lines:
        number = (line.y - grid.y) // grid.leading
        left = grid.column_x(1) if number < 10 else grid.x
        assert line.x >= left + BODY or line.x > grid.column_x(1)
        assert line.x + line.line.width <= grid.column_x(2) + grid.measure - BODY
        assert 1 <= number < 29
        assert number >= 11 or line.x >= grid.column_x(1) + BODY
    widths = {line.line.width + line.line.xs[0] for line in lines}
    assert max(widths) == grid.measure  # the column that has no edge is whole


@pytest.mark.parametrize(("name", "paths", "lines"), [("", 1, 0), ("双线", 2, 0), ("点线", 0, 6)])
def test_borders_along_an_outline(name: str, paths: int, lines: int):
    plan, _ = framed(replace(THIN, name=name, weight=2 * PT))
    items = [item for item in build(made(plan).value).items if item.tag.role == "box"]
    assert sum(isinstance(item, Path) for item in items) == paths
    assert sum(isinstance(item, Rule) for item in items) == lines


def test_a_tint_follows_the_steps_and_the_inner_line_keeps_its_distance():
    box = Box(replace(THIN, name="双线", weight=6 * PT), BLACK, Insets(BODY, BODY, BODY, BODY))
    items = [item for item in build(made(stepped(box=box)).value).items if item.tag.role == "box"]
    fill, outer, inner = (item for item in items if isinstance(item, Path))
    assert fill.fill == BLACK
    assert fill.ops == outer.ops
    moves = {
        (int(b[1]) - int(a[1]), int(b[2]) - int(a[2]))
        for a, b in zip(outer.ops[:-1], inner.ops[:-1], strict=True)
    }
    assert len({abs(n) for move in moves for n in move}) == 1  # as far from every side


def test_a_picture_in_a_frame_with_steps_keeps_clear_of_its_edges():
    box = Box(THIN, None, Insets(BODY, BODY, BODY, BODY), around=("P",))
    plan = page(
        "10 | B P\n20 | A A",
        one("A", story("a", han(300)), box=box),
        photo("P", story="a"),
        one("B", story("b")),
    )
    (shown,) = [p for p in made(plan).value.placed if p.tag.role == "picture"]
    assert shown.frame.x == plan.grid.column_x(1) + BODY
    assert shown.frame.right == plan.grid.column_x(1) + plan.grid.measure - BODY
