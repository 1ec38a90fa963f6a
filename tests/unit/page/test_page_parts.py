"""Small parts: rows of dots, opening words, nameplates, QR codes, advertisements."""

import pytest

from layout.geometry import Rect
from layout.page.furniture import place_nameplate
from layout.page.qr import QUIET, place_qr
from layout.page.textblock import place_text
from layout.page.types import PlacedLine, PlacedRule, PlacedShape
from layout.resolve.types import FurniturePlan, NameplatePlan, Part, QrPlan, TextPlan
from layout.style import TextStyle
from layout.tag import Tag
from layout.text.square import SquareLibrary
from layout.units import MM, PT
from tests.page_plans import HERE, grid, han

GRID = grid()
LIBRARY = SquareLibrary()
STYLE = TextStyle("digest", "宋", 10 * PT, 15 * PT)
AREA = Rect(0, 0, 100 * PT, 60 * PT)
TAG = Tag("text", block="T")


def free(*parts: Part, style: TextStyle = STYLE, area: Rect = AREA):
    return place_text(TextPlan(parts, style, HERE), area, LIBRARY, TAG)


def test_dots_lead_from_the_end_of_the_text_to_the_page() -> None:
    title, dots, page = free(Part(han(4), STYLE, end="3版")).value
    assert isinstance(dots, PlacedRule)
    assert page.x + page.line.width == AREA.right
    assert (dots.x1, dots.x2) == (40 * PT + 5 * PT, page.x - 5 * PT)
    assert page.y == title.y
    assert title.y - 5 * PT < dots.y1 < title.y


def test_a_long_title_keeps_clear_of_the_page() -> None:
    *lines, dots, page = free(Part(han(12), STYLE, end="3版")).value
    assert len(lines) == 2
    assert all(line.x + line.line.width <= page.x - 2 * STYLE.size for line in lines)
    assert dots.x1 < dots.x2


def test_opening_words_are_in_their_own_style() -> None:
    bold = TextStyle("bold", "粗黑", 10 * PT, 15 * PT)
    (line,) = free(Part("事", STYLE, "编者按：", bold)).value
    assert [run.style.family for run in line.shaped.runs] == ["粗黑", "宋"]
    assert line.shaped.text == "编者按：事"


def test_lines_of_several_sizes_stand_one_under_the_other() -> None:
    big = TextStyle("head", "粗黑", 20 * PT, 30 * PT)
    done = free(Part("题", big), Part("一", STYLE), Part("二", STYLE))
    assert [b.y - a.y for a, b in zip(done.value[1:], done.value[2:])] == [15 * PT]
    assert not done.diagnostics
    (found,) = free(Part("题", big), Part("一", STYLE), Part("二", STYLE), Part("三", STYLE)).diagnostics
    assert (found.code, found.facts["lines"]) == ("F015", 1)


def test_centred_text_is_centred_in_its_height() -> None:
    style = TextStyle("ear", "楷", 10 * PT, 15 * PT, align="center")
    alone, both = (
        free(Part("一", style), style=style),
        free(Part("一", style), Part("二", style), style=style),
    )
    (first,) = alone.value
    assert sum(line.y for line in both.value) == 2 * first.y


def test_a_nameplate_stands_in_its_area() -> None:
    piece = FurniturePlan("name", Rect(0, 10 * PT, 100 * PT, 20 * PT), ("河东日报",), STYLE, {})
    (line,) = place_nameplate(NameplatePlan((piece,)), Rect(7 * PT, 9 * PT, 0, 0), LIBRARY, TAG).value
    assert isinstance(line, PlacedLine)
    assert (line.x, line.y) == (7 * PT, 39 * PT)
    assert line.tag == Tag(STYLE.name, block="T")


def code(size: int = 21, caption: str = "") -> QrPlan:
    modules = tuple(tuple((row + i) % 3 == 0 for i in range(size)) for row in range(size))
    return QrPlan("https://example.com", modules, caption, STYLE, HERE)


def test_every_dark_module_is_drawn_once_and_white_stays_round_them() -> None:
    area = Rect(0, 0, 20 * MM, 20 * MM)
    white, shape = place_qr(code(), area, LIBRARY, TAG).value
    assert isinstance(shape, PlacedShape)
    module = 20 * MM // (21 + 2 * QUIET)
    assert sum(r.width * r.height for r in shape.rects) == 147 * module**2
    assert min(r.x for r in shape.rects) - white.rect.x == QUIET * module
    assert white.rect.right - max(r.right for r in shape.rects) == QUIET * module


@pytest.mark.parametrize(("room", "codes"), [(17, []), (16, ["F050"]), (0, ["F050"])])
def test_a_code_too_small_to_be_read(room: int, codes: list[str]) -> None:
    done = place_qr(code(), Rect(0, 0, room * MM, room * MM), LIBRARY, TAG)
    assert [found.code for found in done.diagnostics] == codes
    assert bool(done.value) == bool(room)


def test_the_modules_too_have_a_least_size() -> None:
    (found,) = place_qr(code(57), Rect(0, 0, 16 * MM, 16 * MM), LIBRARY, TAG).diagnostics
    assert (found.facts["least"], found.facts["room"]) == (17.1, 19.5)


def test_words_under_a_code() -> None:
    area = Rect(0, 0, 20 * MM, 30 * MM)
    white, _, words = place_qr(code(caption="扫码"), area, LIBRARY, TAG).value
    assert white.rect.bottom < words.y < area.bottom
