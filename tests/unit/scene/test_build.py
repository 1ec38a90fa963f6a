"""Page layout to scene: lines to glyph runs, frames, rules, pictures."""

import pytest
from msgspec.structs import replace

from layout.copy.types import Block, Copy, Piece
from layout.geometry import Insets, Rect
from layout.page.types import PageLayout, PlacedBox, PlacedPicture, PlacedRule
from layout.resolve.strokes import RULES
from layout.resolve.types import Box, Stroke
from layout.scene.build import build
from layout.scene.items import GlyphRun, Path, Picture, Rule
from layout.scene.strokes import rule_items
from layout.style import BLACK, Colour
from layout.tag import Tag
from layout.units import PT
from tests.page_plans import STYLES, body_lines, han, made, one, page, picture, story

TRIM = Rect(0, 0, 1000 * PT, 1000 * PT)
TAG = Tag("rule", block="A")
RED = Colour((0, 1000, 900, 100))


def scene(*placed):
    return build(PageLayout("题名", "2026-03-09", TRIM, TRIM, placed, ()))


THICK, CLEAR, THIN = 3 * PT // 2, 6 * PT // 5, 3 * PT // 10  # of 文武线


def stroke(name: str, weight: int = 0) -> Stroke:
    return Stroke(RULES[name][0], weight or RULES[name][1], RED)


def test_the_file_says_what_the_page_is():
    made_ = scene()
    assert (made_.trim, made_.items) == (TRIM, ())
    assert (made_.meta.title, made_.meta.date) == ("题名", "2026-03-09")


def test_a_line_becomes_a_run_with_its_text_and_its_place():
    layout = made(page("30 | A", one("A", story("a", han(25))))).value
    lines, items = body_lines(layout), build(layout).items
    assert [type(item) for item in items] == [GlyphRun] * 3
    for line, run in zip(lines, items):
        assert (run.x, run.y) == (line.x + line.line.xs[0], line.y)
        assert run.size == 9 * PT
        assert run.tag == replace(line.tag, start=run.tag.start, end=run.tag.end)
    assert "".join("".join(run.texts) for run in items) == han(25)
    assert [(run.tag.start, run.tag.end) for run in items] == [(0, 8), (8, 18), (18, 25)]


def test_a_run_for_each_style_on_the_line():
    """本报讯 in its own style: the role of a run is the style that it is set in."""
    copy = Copy((Block("paragraph", (Piece("本报讯", (0, 1, 2), "bold"), Piece("记者", (3, 4)))),))
    styles = STYLES | {"bold": replace(STYLES["bold"], colour=RED, size=10 * PT)}
    layout = made(page("30 | A", one("A", replace(story("a"), copy=copy, styles=styles)))).value
    first, second = build(layout).items
    assert (first.tag.role, second.tag.role) == ("bold", "body")
    assert ("".join(first.texts), "".join(second.texts)) == ("本报讯", "记者")
    assert (first.colour, first.size) == (RED, 10 * PT)
    assert second.x == first.x + 3 * first.size


def test_a_picture_is_seen_through_its_frame():
    frame, image = Rect(0, 0, 10, 10), Rect(-5, 0, 20, 10)
    (item,) = scene(PlacedPicture(picture(caption="图说"), frame, image, TAG)).items
    assert isinstance(item, Picture)
    assert (item.source, item.frame, item.image, item.alt) == ("p.jpg", frame, image, "图说")
    (item,) = scene(PlacedPicture(picture(caption="图说", alt="一座桥"), frame, image, TAG)).items
    assert item.alt == "一座桥"


def test_a_plain_rule_lies_on_its_line():
    (item,) = scene(PlacedRule(0, 100, 500, 100, stroke("正线"), TAG)).items
    assert item == Rule(0, 100, 500, 100, 3 * PT // 10, RED, tag=TAG)


@pytest.mark.parametrize("level", [True, False])
@pytest.mark.parametrize(("name", "first", "second"), [("文武线", THICK, THIN), ("双线", THIN, THIN)])
def test_double_rules_lie_about_their_line(name, first, second, level):
    """The thick line above, or at the left; the white between them as wide as they say."""
    ends = (0, 100 * PT, 500 * PT, 100 * PT) if level else (100 * PT, 0, 100 * PT, 500 * PT)
    upper, lower = rule_items(*ends, stroke(name), TAG)
    assert (upper.weight, lower.weight) == (first, second)
    a, b = (upper.y1, lower.y1) if level else (upper.x1, lower.x1)
    assert abs((b - second / 2) - (a + first / 2) - CLEAR) <= 1
    middle = ((a - first / 2) + (b + second / 2)) / 2
    assert abs(middle - 100 * PT) <= 1
    assert {(r.x1, r.x2) if level else (r.y1, r.y2) for r in (upper, lower)} == {(0, 500 * PT)}


def test_dots_are_round_and_of_no_length():
    (item,) = rule_items(0, 0, 500 * PT, 0, stroke("点线"), TAG)
    assert item.round and item.dash[0] == 0


@pytest.mark.parametrize("level", [True, False])
def test_a_wave_begins_and_ends_on_its_line(level):
    end = (500 * PT, 0) if level else (0, 500 * PT)
    (item,) = rule_items(0, 0, *end, stroke("波浪线"), TAG)
    assert isinstance(item, Path)
    assert item.ops[0] == ("M", 0, 0)
    assert item.ops[-1][-2:] == end
    assert len(item.ops) % 2 == 1  # whole waves: as many half waves down as up
    across = [op[2::2] if level else op[1::2] for op in item.ops[1:]]
    assert {sum(values) > 0 for values in across} == {True, False}


def test_a_rule_of_no_length_does_not_break():
    for name in ("正线", "反线", "文武线", "双线", "点线", "波浪线"):
        assert rule_items(10, 10, 10, 10, stroke(name), TAG)


def box(border: Stroke | None, fill: Colour | None = None, radius: int = 0) -> PlacedBox:
    return PlacedBox(Rect(100 * PT, 100 * PT, 200 * PT, 80 * PT), Box(border, fill, Insets(), radius), TAG)


def test_a_box_paints_its_fill_under_its_border():
    fill, border = scene(box(stroke("正线"), BLACK)).items
    assert (fill.fill, fill.stroke) == (BLACK, None)
    assert (border.fill, border.stroke, border.weight) == (None, RED, 3 * PT // 10)
    assert fill.ops == border.ops
    assert fill.ops[0] == ("M", 100 * PT, 100 * PT)
    assert scene(box(None)).items == ()


def test_a_box_with_round_corners():
    (path,) = scene(box(None, BLACK, radius=10 * PT)).items
    assert [op[0] for op in path.ops] == ["M", "L", "C", "L", "C", "L", "C", "L", "C", "Z"]
    (path,) = scene(box(None, BLACK, radius=1000 * PT)).items  # no more than half the box
    assert path.ops[0] == ("M", 140 * PT, 100 * PT)


@pytest.mark.parametrize(("name", "outer"), [("文武线", THICK), ("双线", THIN)])
def test_a_double_frame_has_its_heavier_line_outside(name, outer):
    first, second = scene(box(stroke(name))).items
    assert (first.weight, second.weight) == (outer, THIN)
    inset = second.ops[0][1] - first.ops[0][1]
    assert abs(inset - outer / 2 - THIN / 2 - CLEAR) <= 1


@pytest.mark.parametrize("name", ["点线", "波浪线"])
def test_an_ornamental_frame_has_four_sides(name):
    items = scene(box(stroke(name), BLACK)).items
    assert len(items) == 5
