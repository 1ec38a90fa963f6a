"""组图 and what else stands round a picture."""

from msgspec.structs import replace

from layout.geometry import Rect
from layout.page.group import cells_of
from layout.page.types import PlacedBox, PlacedLine, PlacedPicture
from layout.resolve.types import Shot, Stroke
from layout.style import BLACK
from layout.units import PT
from tests.page_plans import BODY, CREDIT, block, made, page, picture

FRAME = Rect(10 * PT, 20 * PT, 300 * PT, 200 * PT)
WIDE, TALL = Shot("w", "1", (600, 400)), Shot("t", "2", (300, 400))


def test_a_row_shares_its_width_by_proportion():
    one, two = cells_of((WIDE, TALL), FRAME, 2, 3 * PT)
    assert (one.y, one.height) == (two.y, two.height) == (FRAME.y, FRAME.height)
    assert two.x - one.right == 3 * PT and (one.x, two.right) == (FRAME.x, FRAME.right)
    assert abs(one.width / two.width - 2) < 0.01


def test_rows_are_of_one_height_and_a_short_one_is_filled():
    cells = cells_of((WIDE, WIDE, WIDE), FRAME, 2, 0)
    assert [cell.height for cell in cells] == [100 * PT] * 3
    assert cells[2].width == FRAME.width


def test_the_arrangement_that_hides_least_is_taken():
    assert len({cell.y for cell in cells_of((TALL, TALL, TALL), FRAME, 0, 0)}) == 1
    assert len({cell.x for cell in cells_of((WIDE, WIDE), Rect(0, 0, 150 * PT, 200 * PT), 0, 0)}) == 1


def placed(**changes):
    plan = picture("P", caption="图说", credit="某某摄", **changes)
    return made(page("20 | P P P", block("P", plan))).value.placed


def test_a_group_has_one_caption_and_a_line_round_each():
    things = placed(more=(TALL, WIDE), frame=Stroke("", PT, BLACK))
    assert [p.plan.digest for p in things if isinstance(p, PlacedPicture)] == ["00", "2", "1"]
    assert sum(isinstance(p, PlacedBox) for p in things) == 3
    assert [p.tag.role for p in things if isinstance(p, PlacedLine)] == ["caption", "credit"]


def test_a_credit_stands_a_character_after_the_caption_or_flush_right():
    after, right = (
        [p for p in placed(credit_after=yes) if isinstance(p, PlacedLine)] for yes in (True, False)
    )
    caption, credit = after
    assert credit.y == caption.y and credit.x == caption.x + caption.line.width + CREDIT.size
    caption, credit = right
    assert credit.x == caption.x and credit.line.xs[0] + credit.line.width == 32 * BODY


def test_a_caption_at_the_left():
    things = placed(place="left")
    (shown,) = (p for p in things if isinstance(p, PlacedPicture))
    assert all(p.x + p.line.xs[0] + p.line.width < shown.frame.x for p in things if isinstance(p, PlacedLine))
    (mirrored,) = (p for p in placed(place="right") if isinstance(p, PlacedPicture))
    assert mirrored.frame.width == shown.frame.width


def test_a_line_goes_round_what_is_seen():
    contained = placed(cover=False, frame=Stroke("", PT, BLACK))
    (shown,) = (p for p in contained if isinstance(p, PlacedPicture))
    (line,) = (p for p in contained if isinstance(p, PlacedBox))
    assert line.rect == replace(shown.image, x=shown.image.x + PT // 2, y=shown.image.y + PT // 2,
                                width=shown.image.width - PT, height=shown.image.height - PT)  # fmt: skip
