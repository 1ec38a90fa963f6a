"""Fit ladders: what is tried, what is kept, what is said; advice to cut; how much a room holds."""

import pytest
from msgspec.structs import replace

from layout.page.knobs import joined
from layout.page.report import capacity
from layout.resolve.types import Knob, StoriesPlan
from layout.units import PT
from tests.page_plans import (
    BODY,
    STYLES,
    body_lines,
    codes,
    han,
    lines_of_text,
    made,
    page,
    photo,
    role,
    stories,
    story,
    texts,
)


def fitting(name, copy, *ladder, **changes):
    return stories(name, copy, fit=ladder, **changes)


def kept(done, number=0):
    return [(one.knob, one.value) for one in done.value.fits[number].tries if one.kept]


def tried(done, number=0):
    return [(one.knob, one.value) for one in done.value.fits[number].tries if one.made]


def test_nothing_is_changed_that_is_not_listed():
    plan = page("10 | A A", fitting("A", story("a", lines_of_text(22)), Knob("crosshead", 3, 2)))
    done = made(plan)
    assert kept(done) == [] and done.value.fits[0].over_lines == 2


def test_a_story_that_closes_is_left_alone():
    plan = page("10 | A A", fitting("A", story("a", lines_of_text(20)), Knob("crosshead", 3, 1)))
    assert made(plan).value.fits[0].tries == ()


def test_crossheads_take_fewer_lines():
    copy = story("a", lines_of_text(4), "## 题", lines_of_text(4), "## 题", lines_of_text(8))
    done = made(page("20 | A", fitting("A", copy, Knob("crosshead", 3, 2))))
    assert kept(done) == [("crosshead", 2)]
    assert codes(done) == ["F023"] and done.value.fits[0].over_lines == 0


def test_a_picture_gives_lines_to_its_story():
    """Two lines over in one column of the picture's: the picture is two lines lower and all else as it was."""
    drawn = "10 | A P\n10 | A A"
    copy = story("a", lines_of_text(32))
    plan = page(drawn, fitting("A", copy, Knob("picture", -3, 3)), photo("P", story="a"))
    done = made(plan)
    assert kept(done) == [("picture", -2)]
    assert [d.facts["value"] for d in done.diagnostics if d.code == "F025"] == [-2]
    assert done.value.fits[0].over_lines == done.value.fits[0].spare == 0


def test_and_takes_them_from_it():
    drawn = "10 | A P\n10 | A A"
    plan = page(
        drawn, fitting("A", story("a", lines_of_text(24)), Knob("picture", -3, 6)), photo("P", story="a")
    )
    done = made(plan)
    assert kept(done) == [("picture", 3)]  # the nearest that leaves no hole of more than three lines


def test_a_boundary_moves_between_two_stories():
    plan = page(
        "10 | A A\n10 | B B",
        fitting("A", story("a", lines_of_text(20)), Knob("boundary", -4, 4)),
        stories("B", story("b", lines_of_text(16))),
    )
    done = made(plan)
    assert kept(done) == [("boundary", 2)] and codes(done) == ["F026"]
    assert [(fit.over_lines, fit.spare) for fit in done.value.fits] == [(0, 0), (0, 0)]


def test_the_story_below_a_boundary_fits_no_worse_than_before():
    plan = page(
        "10 | A A\n10 | B B",
        fitting("A", story("a", lines_of_text(20)), Knob("boundary", -4, 4)),
        stories("B", story("b", lines_of_text(20))),
    )
    done = made(plan)
    assert kept(done) == [] and done.value.fits[1].over_lines == 0


def test_a_headline_takes_a_line_more():
    copy = story("a", lines_of_text(10), head="大标题分作两行")
    plan = page("20 | A A", fitting("A", replace(copy, heads=copy.heads), Knob("headline", 1, 2)))
    before = made(page("20 | A A", fitting("A", copy)))
    done = made(plan)
    assert kept(done) == [("headline", 2)] and "F024" in codes(done)
    assert before.value.fits[0].spare - done.value.fits[0].spare == 6


def headed(name, *paragraphs, lines):
    """A story with a headline written as a list."""
    copy = story(name, *paragraphs, head="题")
    return replace(copy, heads=(replace(copy.heads[0], lines=lines),))


def test_a_headline_written_as_a_list_is_joined_to_save_its_lines():
    copy = headed("a", lines_of_text(16), lines=("春汛", "来了"))
    done = made(page("11 | A A", fitting("A", copy, Knob("headline", 1, 2))))
    assert kept(done) == [("headline", 1)] and codes(done) == ["F024"]
    (line,) = role(done.value, "headline")
    assert line.shaped.text == "春汛　来了"
    assert done.value.fits[0].over_lines == done.value.fits[0].spare == 0


def test_a_list_is_left_alone_where_its_story_fits_or_its_lines_may_not_change():
    copy = headed("a", lines_of_text(10), lines=("春汛", "来了"))
    for rows, ladder in ((11, (Knob("headline", 1, 2),)), (10, (Knob("headline", 2, 2),)), (10, ())):
        done = made(page(f"{rows} | A A", fitting("A", copy, *ladder)))
        assert len(role(done.value, "headline")) == 2


def test_a_headline_is_never_set_in_fewer_lines_than_its_style_can_bear():
    """Two clauses of eight characters at 24 pt are 17 em: 408 pt over a measure of 189."""
    copy = headed("a", lines_of_text(16), lines=("春汛来了两岸的", "芦苇都低下头去"))
    done = made(page("11 | A A", fitting("A", copy, Knob("headline", 1, 2))))
    assert kept(done) == [] and len(role(done.value, "headline")) == 2


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("老街里的", "夜校灯火"), "老街里的夜校灯火"),
        (("春灌之前", "老渠清淤"), "春灌之前　老渠清淤"),
        (("河东区：", "老渠清淤"), "河东区：老渠清淤"),
    ],
)
def test_clauses_of_a_list_stand_a_space_apart(lines, text):
    whole = headed("a", lines=lines).heads[0]
    assert joined(whole).lines == (text,)
    held = joined(replace(whole, kept=((1, 0, 2),)))
    assert text[held.kept[0][1] : held.kept[0][2]] == lines[1][:2]


def test_the_headlines_of_a_stack_change_one_after_the_other():
    copies = [headed(name, lines_of_text(8), lines=("春汛", "来了")) for name in "ab"]
    stack = stories("A", *copies, fit=(Knob("headline", 1, 2),))
    assert made(page("22 | A A", stack)).value.fits[0].tries == ()
    done = made(page("19 | A A", stack))
    assert [len(role_of(done, name)) for name in "ab"] == [1, 2]
    assert [d.facts["story"] for d in done.diagnostics if d.code == "F024"] == ["a"]


def role_of(done, name):
    return [line for line in role(done.value, "headline") if line.tag.story == name]


def test_squeezed_marks_save_a_line_where_they_can():
    squeezable = "黄调秋天黄，荒黄，玄宙云云阳、秋宇冬、结往藏寒辰、荒日雨天闰，"
    squeezable += "玄藏吕，玄霜岁黄藏，秋成成吕地，致来结，列岁日地秋、荒吕荒腾。"
    copy = story("a", *[squeezable] * 3)
    loose = made(page("30 | A", fitting("A", copy))).value.fits[0].lines
    done = made(page(f"{loose - 1} | A", fitting("A", copy, Knob("punctuation"))))
    assert kept(done) == [("punctuation", 1)]
    assert done.value.fits[0].over_lines == 0 and codes(done) == ["F022"]


def test_leading_and_size_only_off_the_pages_lattice():
    ladder = (Knob("leading", 11 * PT, 13 * PT), Knob("size", 8 * PT, 10 * PT))
    small = {k: replace(s, size=9 * PT, leading=12 * PT) if s.size == BODY else s for k, s in STYLES.items()}
    copy = story("a", lines_of_text(42), styles=small)
    on = page("20 | A A", fitting("A", copy, *ladder))
    assert kept(made(on)) == [] and tried(made(on)) == []
    own = page("20 | A A", replace(fitting("A", copy, *ladder), lattice="own"))
    assert made(own).value.fits[0].over_lines == 0
    assert [knob for knob, _ in kept(made(own))] == ["leading"] and codes(made(own)) == ["F027"]
    smaller = page("20 | A A", replace(fitting("A", copy, ladder[1]), lattice="own"))
    assert [knob for knob, _ in kept(made(smaller))] == ["size"] and "F028" in codes(made(smaller))


def test_steps_that_turn_out_needless_are_taken_back():
    drawn = "10 | A P\n10 | A A"
    copy = story("a", lines_of_text(4), "## 题", lines_of_text(27))
    ladder = (Knob("crosshead", 3, 2), Knob("picture", -4, -4))
    plan = page(drawn, fitting("A", copy, *ladder), photo("P", story="a"))
    done = made(plan)
    assert done.value.fits[0].over_lines == 0
    assert len(kept(done)) == 1


def test_a_ladder_that_ends_too_soon_is_told_with_its_tries():
    copy = story("a", lines_of_text(4), "## 题", lines_of_text(30))
    done = made(page("20 | A", fitting("A", copy, Knob("crosshead", 3, 2))))
    assert {"F001", "F023", "F029"} <= set(codes(done))
    assert all(one.over for one in done.value.fits[0].tries)


def test_what_arithmetic_rules_out_is_recorded_and_not_composed():
    drawn = "10 | A P\n10 | A A"
    plan = page(
        drawn, fitting("A", story("a", lines_of_text(32)), Knob("picture", -3, 3)), photo("P", story="a")
    )
    ruled_out = [one.value for one in made(plan).value.fits[0].tries if not one.made]
    assert sorted(ruled_out) == [-1, 1, 2, 3]  # too little, and the wrong way


# --- advice -------------------------------------------------------------------------------------------

OVER = {
    "one line": [lines_of_text(5), han(43), lines_of_text(10), han(28)],
    "several paragraphs": [han(13), han(47), han(35), han(63), han(51), han(22)],
    "with crossheads": [han(33), "## 题", han(47), han(25), "## 题", han(49), han(21)],
    "one long paragraph": [han(260), han(15)],
    "marks at the ends": [han(32) + "。”", han(44) + "！", han(53) + "……", han(61) + "。"],
}


@pytest.mark.parametrize("copy", OVER.values(), ids=OVER)
def test_following_the_advice_closes_the_page(copy):
    lines = made(page("90 | A", fitting("A", story("a", *copy)))).value.fits[0].lines
    low = page(f"{lines - 2} | A", fitting("A", story("a", *copy)))
    fit = made(low).value.fits[0]
    assert fit.over_lines and fit.cuts
    shorter = list(copy)
    bodies = [i for i, text in enumerate(copy) if not text.startswith("## ")]
    for cut in fit.cuts:
        text = shorter[bodies[cut.paragraph - 1]]
        end = len(text.rstrip("。”！…"))
        shorter[bodies[cut.paragraph - 1]] = text[: end - cut.characters] + text[end:]
    closed = made(
        replace(low, blocks=(replace(low.blocks[0], content=StoriesPlan((story("a", *shorter),))),))
    )
    assert closed.value.fits[0].over_lines == 0
    assert sum(cut.lines for cut in fit.cuts) >= fit.over_lines


def test_short_last_lines_go_first():
    copy = story("a", han(8 + 30 + 2), han(8 + 30 + 7), han(8 + 40))
    done = made(page("14 | A", fitting("A", copy)))
    assert [(c.paragraph, c.characters) for c in done.value.fits[0].cuts] == [(1, 2)]
    assert codes(done) == ["F001", "F031"]


def test_long_last_lines_come_first_where_copy_is_short():
    copy = story("a", han(8 + 30 + 2), han(8 + 30 + 7), han(8 + 40))
    done = made(page("19 | A", fitting("A", copy)))
    fit = done.value.fits[0]
    assert fit.spare == 4
    assert [(t.paragraph, t.characters) for t in fit.tails] == [(3, 1), (2, 4), (1, 9)]
    assert [(e.paragraph, e.characters, e.lines) for e in fit.adds] == [(1, 19, 2), (2, 4, 1), (3, 1, 1)]
    assert codes(done) == ["F002", "F033", "F033", "F033"]


@pytest.mark.parametrize("copy", [(han(50),), (han(3),), ()], ids=len)
def test_whole_paragraphs_are_wanted_where_much_is_missing(copy):
    done = made(page("40 | A", fitting("A", story("a", *copy))))
    fit = done.value.fits[0]
    short, more = done.diagnostics
    assert (short.code, more.code) == ("F002", "F035")
    assert sum(edit.lines for edit in fit.adds) == fit.spare == short.facts["lines"] == more.facts["lines"]
    assert [edit.paragraph for edit in fit.adds] == list(
        range(bool(copy) + 1, bool(copy) + 1 + len(fit.adds))
    )
    written = story("a", *copy, *(han(edit.characters) for edit in fit.adds))
    after = made(page("40 | A", fitting("A", written)))
    assert after.value.fits[0].spare <= 3 and codes(after) == []


def test_the_characters_that_are_missing_are_those_that_are_advised():
    for lines in (12, 20, 40, 90):
        short, more = made(page(f"{lines} | A A", fitting("A", story("a", han(50))))).diagnostics
        assert abs(short.facts["characters"] - more.facts["characters"]) <= lines / 4 + 4


def test_the_sentence_at_which_the_room_is_full_is_told():
    copy = story("a", han(18) + "。" + han(25, 5) + "。" + han(30) + "。")
    fit = made(page("4 | A", fitting("A", copy))).value.fits[0]
    assert fit.sentence == han(25, 5) + "。"


# --- capacity -----------------------------------------------------------------------------------------


def test_an_empty_area_tells_how_many_lines_and_characters_it_holds():
    fit = made(page("30 | A A", fitting("A", story("a", head="标题")))).value.fits[0]
    assert (fit.room, fit.lines, fit.characters) == (54, 0, 0)
    assert fit.room_characters == capacity(54, 9, 10)


@pytest.mark.parametrize("count", [1, 3, 8])
@pytest.mark.parametrize("rows", [20, 60])
def test_capacity_is_within_six_characters_a_paragraph(count, rows):
    """Paragraphs of any length: as many as are asked fill the room with what was said, six more or less each."""
    said = capacity(rows, count, 10, density=1)
    each = said // count
    lengths = [each + (7 * i) % 10 - 4 for i in range(count)]
    plan = page("99 | A", fitting("A", story("a", *(han(n) for n in lengths))))
    lines = made(plan).value.fits[0].lines
    assert abs(lines - rows) * 10 <= 6 * count + 10
    assert abs(sum(lengths) - said) <= 6 * count + 10


def test_every_character_is_set_or_over():
    copy = story("a", *OVER["with crossheads"])
    done = made(page("12 | A", fitting("A", copy, Knob("punctuation"))))
    whole = sum(len(b.text) for b in copy.copy.blocks)
    assert len(texts(body_lines(done.value)).replace("\n", "")) + done.value.fits[0].over_characters == whole
