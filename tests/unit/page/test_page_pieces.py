"""Pictures with captions and credits, the credit box, banners, free text, furniture, frames and rules."""

import pytest
from msgspec.structs import replace

from layout.geometry import Insets, Rect
from layout.page.banner import banner_rows, place_banner
from layout.page.credits import place_credits
from layout.page.edges import rules_of
from layout.page.picture import place_picture
from layout.page.rooms import rooms
from layout.page.textblock import place_text
from layout.page.types import PlacedBox, PlacedLine, PlacedPicture, PlacedRule
from layout.resolve.types import BannerPlan, Box, CreditsPlan, FurniturePlan, Part, Stroke, TextPlan
from layout.style import BLACK, PAPER, TextStyle
from layout.tag import Tag
from layout.text.square import SquareLibrary
from layout.units import PT
from tests.page_plans import (
    BODY,
    CAPTION,
    CREDIT,
    HERE,
    LEADING,
    block,
    codes,
    grid,
    han,
    made,
    one,
    page,
    photo,
    picture,
    story,
    text_of,
)

GRID = grid()
AREA = GRID.rect(0, 0, 2, 20)  # 189 pt × 240 pt
HEAD = GRID.head
SQUARE = SquareLibrary()
TAG = Tag("x", block="X")
THIN = Stroke("正线", PT // 3, BLACK)


def shown(area: Rect = AREA, **changes):
    done = place_picture(picture(**changes), area, GRID, SQUARE, TAG)
    (placed,) = [p for p in done.value if isinstance(p, PlacedPicture)]
    lines = [p for p in done.value if isinstance(p, PlacedLine)]
    return placed, lines, done


def test_a_picture_stands_between_the_first_lines_top_and_a_baseline():
    placed, lines, _ = shown()
    assert not lines
    assert (placed.frame.x, placed.frame.width) == (AREA.x, AREA.width)
    assert placed.frame.y == GRID.line_y(0) + HEAD
    assert placed.frame.bottom == GRID.line_y(19) + GRID.baseline


def test_a_caption_below_stands_on_the_next_baselines():
    placed, lines, _ = shown(caption=han(23))  # 23 characters of 8 pt are 184 pt, the area 189 pt: one line
    assert placed.frame.bottom == GRID.line_y(18) + GRID.baseline
    (line,) = lines
    assert (line.x, line.y) == (AREA.x, GRID.line_y(19) + GRID.baseline)
    assert line.tag.role == "caption"
    placed, lines, _ = shown(caption=han(30))
    assert placed.frame.bottom == GRID.line_y(17) + GRID.baseline
    assert [line.y for line in lines] == [GRID.line_y(n) + GRID.baseline for n in (18, 19)]


def test_a_credit_stands_flush_right_on_the_captions_last_line():
    _, lines, _ = shown(caption=han(18), credit="王川摄")
    caption, credit = lines
    assert caption.y == credit.y
    assert credit.tag.role == "credit"
    assert credit.x + credit.line.xs[-1] + 8 * PT == AREA.right


@pytest.mark.parametrize(("characters", "rows"), [(19, 1), (20, 2)])
def test_a_credit_keeps_one_character_clear_or_takes_its_own_line(characters, rows):
    """189 pt: a caption of 19 leaves 37 pt, room for one character and a credit of three; 20 leave 29 pt."""
    _, lines, _ = shown(caption=han(characters), credit="王川摄")
    assert len({line.y for line in lines}) == rows
    assert text_of(lines[-1]) == "王川摄"


def test_a_credit_without_a_caption_has_its_own_line():
    placed, (line,), _ = shown(credit="王川摄")
    assert placed.frame.bottom == GRID.line_y(18) + GRID.baseline
    assert line.x + line.line.xs[-1] + 8 * PT == AREA.right


def test_a_caption_at_the_right():
    """A quarter of the width in whole characters, its last line at the picture's foot."""
    placed, lines, _ = shown(caption=han(12), credit="王川摄", place="right")
    width = AREA.width // 4 // BODY * BODY
    assert placed.frame.width == AREA.width - width - GRID.gutter
    assert placed.frame.bottom == lines[-1].y == GRID.line_y(19) + GRID.baseline
    assert {line.x for line in lines} == {AREA.right - width}


def test_a_caption_inside():
    """White on a black strip at the picture's foot."""
    placed, lines, done = shown(caption=han(12), place="inside")
    assert placed.frame.bottom == GRID.line_y(19) + GRID.baseline
    (strip,) = [p for p in done.value if isinstance(p, PlacedBox)]
    assert placed.frame.contains(strip.rect)
    assert strip.box.fill == BLACK
    assert strip.rect.y < lines[0].y < strip.rect.bottom
    assert lines[0].shaped.runs[0].style.colour == PAPER


def test_a_caption_inside_a_picture_that_bleeds_keeps_within_the_type_area():
    area = Rect(GRID.x - 40 * PT, GRID.line_y(0), GRID.span(4) + 80 * PT, 20 * GRID.leading)
    done = place_picture(picture(caption=han(12), credit="王川摄", place="inside"), area, GRID, SQUARE, TAG)
    caption, credit = (thing for thing in done.value if isinstance(thing, PlacedLine))
    assert caption.x + caption.line.xs[0] == GRID.x
    assert credit.x + credit.line.xs[-1] + 8 * PT == GRID.x + GRID.span(4)


def test_no_caption():
    placed, lines, _ = shown(caption=han(12), credit="王川摄", place="none")
    assert not lines
    assert placed.frame.bottom == GRID.line_y(19) + GRID.baseline


def test_an_area_that_the_caption_fills():
    done = place_picture(picture(caption=han(60)), GRID.rect(0, 0, 2, 3), GRID, SQUARE, TAG)
    assert done.value == ()
    (found,) = done.diagnostics
    assert (found.code, found.facts["lines"]) == ("F012", 3)
    done = place_picture(picture(), GRID.rect(0, 0, 2, 0), GRID, SQUARE, TAG)
    assert [found.code for found in done.diagnostics] == ["F052"]


@pytest.mark.parametrize("pixels", [(400, 300), (300, 400), (4000, 10), (10, 4000), (1, 1)])
@pytest.mark.parametrize("focus", [(0, 0), (500, 500), (1000, 1000), (300, 900)])
def test_cover_leaves_no_white_and_keeps_the_proportions(pixels, focus):
    placed, _, _ = shown(pixels=pixels, crop=focus)
    frame, image = placed.frame, placed.image
    assert image.contains(frame)
    assert image.width == frame.width or image.height == frame.height
    assert abs(image.width * pixels[1] - image.height * pixels[0]) <= max(pixels)


def test_the_focal_point_is_as_near_the_middle_as_it_can_be():
    wide = {"pixels": (4000, 1000)}
    left, _, _ = shown(**wide, crop=(0, 500))
    middle, _, _ = shown(**wide, crop=(500, 500))
    right, _, _ = shown(**wide, crop=(1000, 500))
    some, _, _ = shown(**wide, crop=(400, 500))
    assert left.image.x == left.frame.x
    assert right.image.right == right.frame.right
    for placed, focus in ((middle, 500), (some, 400)):
        point = placed.image.x + placed.image.width * focus // 1000
        assert abs(point - placed.frame.x - placed.frame.width // 2) <= 1


@pytest.mark.parametrize("pixels", [(400, 300), (300, 400), (4000, 10), (10, 4000)])
def test_contain_shows_it_all_in_the_middle(pixels):
    placed, _, _ = shown(pixels=pixels, cover=False)
    frame, image = placed.frame, placed.image
    assert frame.contains(image)
    assert image.width == frame.width or image.height == frame.height
    assert abs((image.x - frame.x) - (frame.right - image.right)) <= 1
    assert abs((image.y - frame.y) - (frame.bottom - image.bottom)) <= 1


ROLE = TextStyle("credits-role", "黑", BODY, 14 * PT, align="left")
NAME = TextStyle("credits", "楷", BODY, 14 * PT, align="left")


def credit_box(rows, area: Rect):
    return place_credits(CreditsPlan(rows, NAME, ROLE, HERE), area, GRID, SQUARE, Tag("credits", block="E"))


STAFF = (("责编", ("林　岚",)), ("校对", ("周　牧",)), ("美编", ("沈　禾", "陆一鸣")))


def test_credits_on_one_line_stand_in_the_middle():
    """Two, one and three cells for each of the first two, ten for the last; two between them: 26 of 9 pt."""
    area = GRID.rect(0, 0, 3, 5)
    done = credit_box(STAFF, area)
    lines = [(text_of(p), (p.x - area.x) / BODY, p.y) for p in done.value]
    left = (area.width / BODY - 26) / 2
    assert [(t, x - left) for t, x, _ in lines] == [
        ("责编", 0), ("林　岚", 3), ("校对", 8), ("周　牧", 11), ("美编", 16), ("沈　禾　陆一鸣", 19),
    ]  # fmt: skip
    assert len({y for _, _, y in lines}) == 1


def test_credits_on_several_lines_have_roles_under_roles():
    area = GRID.rect(0, 0, 2, 6)
    done = credit_box((*STAFF[:2], ("版式", ("沈　禾",)), ("检查", ("乔　一",))), area)
    roles = [p for p in done.value if p.tag.role == "credits-role"]
    assert len({p.x for p in roles}) == 2
    assert len({p.y for p in roles}) == 2
    assert [text_of(p) for p in roles] == ["责编", "校对", "版式", "检查"]


def test_credits_that_have_no_room_are_told():
    """Not one name is dropped or set outside in silence."""
    low = credit_box(STAFF, GRID.rect(0, 0, 1, 2))
    assert codes(low) == ["F016"]
    narrow = credit_box((("美编", tuple("沈　禾" for _ in range(8))),), GRID.rect(0, 0, 1, 5))
    assert codes(narrow) == ["F016"]
    assert codes(credit_box(STAFF, GRID.rect(0, 0, 1, 6))) == []
    # A role, its four names and the spaces between are 20 characters: one more than the area holds.
    list_ = (("美编", tuple("沈　禾" for _ in range(4))), ("校对", ("周牧",)))
    area = GRID.rect(0, 0, 2, 6)
    assert codes(credit_box(list_, area)) == []
    assert codes(credit_box(list_, replace(area, width=17 * BODY))) == ["F016"]


def test_credits_of_a_role_without_names():
    done = credit_box((("责编", ()), *STAFF[1:]), GRID.rect(0, 0, 3, 5))
    assert text_of(done.value[0]) == "责编"
    assert credit_box((), GRID.rect(0, 0, 3, 5)).value == ()


def test_a_banner_takes_its_text_its_inset_and_a_line_of_white():
    style = replace(CAPTION, leading=18 * PT, size=15 * PT, align="center")
    box = Box(THIN, None, Insets(5 * PT, 0, 5 * PT, 0))
    plan = BannerPlan(("夜校新事", "身边的课堂"), style, box, HERE)
    rows = banner_rows(plan, GRID)
    assert rows == 5  # 46 pt are four lines, one of white
    area = GRID.rect(0, 0, 1, rows)
    frame, first, second = place_banner(plan, area, GRID, SQUARE, TAG).value
    assert frame.rect == Rect(area.x, area.y + HEAD, area.width, 4 * LEADING - HEAD)
    assert second.y - first.y == style.leading
    for line, text in ((first, "夜校新事"), (second, "身边的课堂")):
        assert text_of(line) == text
        left = line.x + line.line.xs[0] - frame.rect.x
        right = frame.rect.right - line.x - line.line.xs[-1] - style.size
        assert abs(left - right) <= 1


def free_text(lines: int, area: Rect):
    plan = TextPlan(tuple(Part(han(5), CAPTION) for _ in range(lines)), CAPTION, HERE)
    return place_text(plan, area, SQUARE, Tag("text", block="T"))


def test_free_text_stands_on_the_grid_from_the_top():
    done = free_text(3, GRID.rect(0, 0, 2, 5))
    assert not done.diagnostics
    assert [b.y - a.y for a, b in zip(done.value, done.value[1:])] == [LEADING] * 2


def test_free_text_that_is_over_is_told():
    done = free_text(7, GRID.rect(0, 0, 2, 5))
    assert len(done.value) == 5
    (found,) = done.diagnostics
    assert (found.code, found.facts) == ("F015", {"block": "T", "lines": 2})


@pytest.mark.parametrize("boxed", [False, True])
def test_columns_that_run_down_stand_in_the_middle_of_their_box(boxed):
    """Two columns of five characters in 20 lines by 189 pt: 8 pt type, 20 pt leading."""
    style = replace(CAPTION, size=8 * PT, leading=20 * PT, direction="vertical")
    plan = TextPlan((Part(han(5), style), Part(han(3), style)), style, HERE)
    first, second = place_text(plan, AREA, SQUARE, TAG, boxed=boxed).value
    right, down = ((189 - 40) // 2 * PT, (240 - 40) // 2 * PT) if boxed else (0, 0)
    assert (AREA.right - first.x - 10 * PT - right) // PT == 0
    assert first.x - second.x == 20 * PT
    assert (first.y, second.y) == (AREA.y + down, AREA.y + down)


def furniture(**changes) -> list:
    rect = Rect(100 * PT, 20 * PT, 200 * PT, 30 * PT)
    style = TextStyle("folio", "宋", BODY, LEADING, align="left")
    piece = replace(FurniturePlan("date", rect, ("一", "二"), style, {}), **changes)
    return list(made(page("30 | A", one("A", story("a", "字" * 300)), furniture=(piece,))).value.placed)


def test_the_last_line_of_furniture_stands_on_its_foot():
    first, second, *_ = furniture()
    assert (text_of(first), text_of(second)) == ("一", "二")
    assert (first.y, second.y) == (50 * PT - LEADING, 50 * PT)


def test_furniture_has_rules_and_a_frame():
    placed = furniture(lines=(), rules={"bottom": THIN}, box=Box(THIN, None, Insets()))
    (drawn,) = [p for p in placed if isinstance(p, PlacedRule)]
    assert (drawn.x1, drawn.y1, drawn.x2, drawn.y2) == (100 * PT, 50 * PT, 300 * PT, 50 * PT)
    (frame,) = [p for p in placed if isinstance(p, PlacedBox)]
    assert frame.rect == Rect(100 * PT, 20 * PT, 200 * PT, 30 * PT)


def test_rules_stand_in_the_middle_of_gap_and_gutter():
    rules = dict.fromkeys(("top", "right", "bottom", "left"), THIN)
    plan = page("10 | B B B\n10 | B A B\n10 | B B B", one("A", story("a"), rules=rules), one("B", story("b")))
    found = rooms(plan.blocks, plan.grid)["A"]
    drawn = {
        side: rules_of(replace(plan.blocks[0], rules={side: THIN}), found, plan.grid)[0] for side in rules
    }
    left, right = plan.grid.column_x(1), plan.grid.column_x(1) + plan.grid.measure
    assert (drawn["top"].y1, drawn["top"].x1, drawn["top"].x2) == (plan.grid.line_y(9), left, right)
    assert drawn["bottom"].y1 == plan.grid.line_y(19)
    half = plan.grid.gutter // 2
    assert (drawn["left"].x1, drawn["right"].x1) == (left - half, right + half)
    # Upright rules go from the top of the first line's characters to the last line's baseline.
    assert drawn["left"].y1 == plan.grid.line_y(10) + HEAD
    assert drawn["left"].y2 == plan.grid.line_y(17) + plan.grid.baseline


def test_rules_that_have_a_neighbour_meet_it():
    plan = page("10 | B B B\n10 | B A B\n10 | B B B", one("A", story("a")), one("B", story("b")))
    found = rooms(plan.blocks, plan.grid)["A"]
    both = replace(plan.blocks[0], rules={"top": THIN, "left": THIN})
    top, left = rules_of(both, found, plan.grid)
    assert (top.x1, top.y1) == (left.x1, left.y1)


def test_a_rule_above_the_credit_box_is_in_the_middle_of_what_is_clear():
    plan = page(
        "20 | A\n10 | E",
        one("A", story("a")),
        block("E", CreditsPlan(STAFF, NAME, ROLE, HERE), rules={"top": THIN}),
    )
    found = rooms(plan.blocks, plan.grid)
    ((first, lines),) = found["A"].columns[0]
    (drawn,) = rules_of(plan.blocks[1], found["E"], plan.grid)
    assert drawn.y1 - plan.grid.line_y(first + lines) == plan.grid.line_y(20) - drawn.y1


def test_a_box_goes_round_all_that_stands_in_it():
    box = Box(THIN, None, Insets(BODY, BODY, BODY, BODY), around=("P",))
    plan = page(
        "14 | A A P\n16 | B B B", one("A", story("a"), box=box), photo("P", story="a"), one("B", story("b"))
    )
    (frame,) = [p for p in made(plan).value.placed if isinstance(p, PlacedBox)]
    whole = plan.grid.rect(0, 0, 3, 12)
    assert frame.rect == Rect(whole.x, whole.y + HEAD, whole.width, whole.height - 2 * HEAD)


def test_a_free_block_stands_where_it_says():
    free = Rect(30 * PT, 40 * PT, 120 * PT, 60 * PT)
    box = Box(THIN, None, Insets(5 * PT, 5 * PT, 5 * PT, 5 * PT))
    ear = block("T", TextPlan((Part("读者来信", CAPTION),), CAPTION, HERE), free=free, box=box, floating=True)
    placed = made(page("30 | A", one("A", story("a")), ear)).value.placed
    (frame,) = [p for p in placed if isinstance(p, PlacedBox)]
    (line,) = [p for p in placed if isinstance(p, PlacedLine)]
    assert frame.rect == free
    assert line.x == 35 * PT
    assert 45 * PT < line.y < 60 * PT


def test_only_stories_fill_other_shapes():
    dummy = "10 | P P\n20 | P A"
    assert "F017" in codes(made(page(dummy, photo("P"), one("A", story("a")))))
    assert "F017" not in codes(made(page(dummy, one("P", story("p")), one("A", story("a")))))


def test_a_picture_in_another_shape_covers_nobody():
    plan = page("10 | . P\n10 | P P\n10 | A P", photo("P"), one("A", story("a")))
    (shown_,) = [p for p in made(plan).value.placed if isinstance(p, PlacedPicture)]
    assert plan.grid.rect(0, 10, 2, 9).contains(shown_.frame)


def test_a_free_picture_fills_its_rectangle_and_may_bleed():
    free = Rect(-3 * PT, -3 * PT, 120 * PT, 60 * PT)
    for caption, rows in (("", 0), ("图说", 1)):
        bled = photo("P", free=free, floating=True, caption=caption)
        placed = made(page("30 | A", one("A", story("a")), bled)).value.placed
        (shown_,) = [p for p in placed if isinstance(p, PlacedPicture)]
        assert shown_.frame == replace(free, height=free.height - rows * LEADING)


def test_a_free_banner_fills_its_rectangle():
    free = Rect(30 * PT, 40 * PT, 120 * PT, 60 * PT)
    plan = BannerPlan(("栏题",), CAPTION, Box(THIN, None, Insets()), HERE)
    loose = block("N", plan, free=free, floating=True)
    placed = made(page("30 | A", one("A", story("a")), loose)).value.placed
    (frame,) = [p for p in placed if isinstance(p, PlacedBox)]
    assert frame.rect == free


def test_a_picture_keeps_the_widest_of_the_gaps_below_it():
    """Its own story below one column, another below the other."""
    plan = page("10 | P P\n20 | A B", photo("P", story="a"), one("A", story("a")), one("B", story("b")))
    (shown_,) = [p for p in made(plan).value.placed if isinstance(p, PlacedPicture)]
    assert shown_.frame.bottom == plan.grid.line_y(7) + plan.grid.baseline


def test_stories_free_of_the_grid_do_not_break_the_page():
    """The reader refuses them; here they are told as copy without room."""
    free = Rect(30 * PT, 40 * PT, 120 * PT, 60 * PT)
    for box in (None, Box(THIN, None, Insets())):
        plan = page(
            "30 | A", one("A", story("a")), one("S", story("s", han(20)), free=free, box=box, floating=True)
        )
        assert "F004" in codes(made(plan))


def test_credit_style_is_its_own():
    _, lines, _ = shown(caption="图说", credit="王川摄", credit_style=replace(CREDIT, size=7 * PT))
    assert [line.shaped.runs[0].style.size for line in lines] == [8 * PT, 7 * PT]
