"""What holds for every way of filling a story's room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.diag import Outcome
from layout.geometry import Rect
from layout.page.filling import SHORT_TAIL
from layout.page.level import lowered
from layout.page.types import PageLayout, PlacedLine, PlacedPicture
from layout.resolve.types import BlockPlan, FillMode, Insert, Knob, PagePlan, QuotePlan, StoriesPlan, WrapPlan
from layout.style import ALL, ONE, Across
from layout.units import PT
from tests.page_plans import (
    BODY,
    HERE,
    LEADING,
    STYLES,
    block,
    body_lines,
    codes,
    han,
    made,
    page,
    photo,
    picture,
    places,
    stories,
    story,
    text_of,
)
from tests.properties.test_page_properties import FEW, copies, no_character_is_lost, pages, paragraphs

fills = st.sampled_from(("bottom", "balance", "spread", "grow"))
ladders = st.lists(
    st.sampled_from(
        (Knob("punctuation"), Knob("crosshead", 3, 1), Knob("headline", 1, 3), Knob("picture", -3, 3),
         Knob("boundary", -4, 4))
    ),
    max_size=4,
    unique=True,
)  # fmt: skip


# What goes over all columns, over so many, over these.
overs = st.sampled_from(
    (ALL, ALL, Across(1), Across(2), Across(2), Across(3), Across(2, 0), Across(2, 1), Across(1, 1))
)
spans = st.one_of(st.just({}), overs.map(lambda over: {} if over == ONE else {"crosshead": over}))


@st.composite
def inserted(draw: st.DrawFn) -> tuple[Insert, ...]:
    """A picture and a quotation in the text of a story, or one of them, or none."""
    contents = (picture("I", pixels=(400, 100)), QuotePlan(("天地玄黄",), STYLES["body"], HERE))
    kept = [
        Insert(
            f"I{n}", content, draw(st.integers(0, 4)), draw(st.integers(1, 6)), None, {}, HERE, draw(overs)
        )
        for n, content in enumerate(contents)
        if draw(st.booleans())
    ]
    return tuple(sorted(kept, key=lambda one: one.after))


@st.composite
def wrapped_pictures(draw: st.DrawFn, width: int, height: int) -> BlockPlan:
    """A picture somewhere on a page of so many points, which text runs round by its frame or by a trapezium."""
    points = [draw(st.integers(0, n)) * PT for n in (width, height, width, height)]
    free = Rect(points[0], points[1], max(PT, points[2] // 2), max(PT, points[3] // 2))
    outline = draw(st.sampled_from(((), ((400, 600), (200, 800), (0, 0), (0, 1000)))))
    wrap = WrapPlan(draw(st.integers(0, 18)) * PT, outline)
    return photo("W", free=free, floating=True, wrap=wrap)


@st.composite
def filled_pages(draw: st.DrawFn) -> PagePlan:
    """Pages whose stories are filled in any way, climb any ladder, have in them what goes over columns, run round a
    picture."""
    plan = draw(pages())
    blocks = []
    for each in plan.blocks:
        content = each.content
        if isinstance(content, StoriesPlan):
            alone = len(content.stories) == 1
            said = draw(spans)
            content = replace(
                content,
                stories=tuple(replace(one, spans=said) for one in content.stories),
                fill=draw(fills),
                fit=tuple(draw(ladders)),
                inserts=draw(inserted()) if alone else (),
            )
        blocks.append(replace(each, content=content))
    if draw(st.booleans()):
        live = plan.grid.rect(0, 0, plan.grid.columns, plan.grid.lines)
        blocks.append(draw(wrapped_pictures(live.right // PT, live.bottom // PT)))
    return replace(plan, blocks=tuple(blocks))


@FEW
@given(filled_pages())
def test_every_character_is_set_once_in_order_or_counted_as_over(plan: PagePlan):
    no_character_is_lost(plan)


@FEW
@given(filled_pages())
def test_body_stands_on_the_grid_in_places_of_its_own(plan: PagePlan):
    grid = plan.grid
    lines = [line for line in body_lines(made(plan).value) if line.tag.role == "body"]
    assert all((line.y - grid.y - grid.baseline) % grid.leading == 0 for line in lines)
    assert all(grid.y <= line.y <= grid.line_y(grid.lines) for line in lines)
    assert len({(line.x, line.y) for line in lines}) == len(lines)


@FEW
@given(filled_pages())
def test_the_same_page_twice_is_the_same(plan: PagePlan):
    assert made(plan) == made(plan)


@FEW
@given(copies, st.integers(2, 4), st.integers(4, 40), fills)
def test_a_line_more_room_never_makes_more_over(copy: list[str], columns: int, rows: int, fill: str):
    """In areas of one measure without spans."""
    drawn = " ".join("A" * columns)
    over = [
        made(page(f"{n} | {drawn}", stories("A", story("a", *copy), fill=fill))).value.fits[0]
        for n in (rows, rows + 1)
    ]
    assert over[1].over_lines <= over[0].over_lines
    assert over[1].over_characters <= over[0].over_characters


@FEW
@given(st.lists(paragraphs, min_size=6, max_size=12), st.integers(2, 4))
def test_columns_are_level_when_asked(copy: list[str], columns: int):
    """`balance`: every column but the last ends at one line, or it is told by how much not."""
    drawn = " ".join("A" * columns)
    plan = page(f"60 | {drawn}", stories("A", story("a", *copy), fill="balance"))
    done = made(plan)
    feet: dict[int, int] = {}
    for column, line in places(done.value, plan.grid):
        feet[column] = max(line, feet.get(column, 0))
    lowest = max(feet.values())
    told = {d.facts["column"]: d.facts["lines"] for d in done.diagnostics if d.code == "F019"}
    for column, foot in feet.items():
        assert lowest - foot == told.get(column + 1, 0) or column == max(feet)


@FEW
@given(copies, st.integers(8, 30), st.lists(st.integers(1, 8), min_size=1, max_size=3))
def test_a_ladder_leaves_no_more_over_than_there_was(copy: list[str], rows: int, _: list[int]):
    drawn = f"{rows} | A P\n{rows} | A A"
    ladder = (Knob("punctuation"), Knob("crosshead", 3, 1), Knob("picture", -5, 5))

    def fit(*steps: Knob) -> int:
        content = StoriesPlan((story("a", *copy),), fit=steps)
        return made(page(drawn, block("A", content), photo("P", story="a"))).value.fits[0].over_lines

    assert fit(*ladder) <= fit()


@FEW
@given(filled_pages())
def test_what_is_advised_is_of_paragraphs_that_are_there(plan: PagePlan):
    for fit in made(plan).value.fits:
        assert all(cut.characters > 0 and cut.lines > 0 and cut.paragraph > 0 for cut in fit.cuts)
        assert not fit.cuts or fit.over_lines


@FEW
@given(filled_pages())
def test_text_stands_inside_the_live_area(plan: PagePlan):
    live = plan.grid.rect(0, 0, plan.grid.columns, plan.grid.lines)
    for thing in made(plan).value.placed:
        if isinstance(thing, PlacedLine) and thing.tag.role == "body":
            assert live.x <= thing.x < live.right


@FEW
@given(filled_pages())
def test_text_stands_apart_from_what_goes_over_columns(plan: PagePlan):
    """No line of body text shares its place with a picture, a crosshead or a quotation inside its story."""
    done, grid = made(plan), plan.grid
    layout = done.value
    inside = {i.block for each in plan.blocks for i in getattr(each.content, "inserts", ())}
    frames = [p.frame for p in layout.placed if isinstance(p, PlacedPicture) and p.tag.block in inside]
    large = [p for p in layout.placed if isinstance(p, PlacedLine) and p.tag.role in ("crosshead", "quote")]
    if {"T301", "T302"} & set(codes(done)):  # type that its column can't hold is told
        large = []
    frames += [Rect(p.x + p.line.xs[0], p.y - BODY // 2, p.line.width, BODY // 4) for p in large if p.line.xs]
    for line in body_lines(layout):
        if line.tag.role == "body":
            rect = Rect(line.x, line.y - BODY, line.line.width, BODY)
            assert not any(frame.overlaps(rect) for frame in frames)
    assert all(grid.y <= frame.y and frame.bottom <= grid.line_y(grid.lines) for frame in frames)


@FEW
@given(copies, spans, inserted(), fills, st.integers(1, 30), st.integers(2, 5))
def test_a_story_moved_by_whole_lines_moves_its_items_exactly(
    copy: list[str],
    said: dict[str, Across],
    kept: tuple[Insert, ...],
    fill: FillMode,
    lines: int,
    columns: int,
):
    """With what goes over its columns, and round a picture that moves with it."""
    drawn, blank = " ".join("A" * columns), " ".join("." * columns)
    content = StoriesPlan((story("a", *copy, head="题", spans=said),), fill=fill, inserts=kept)

    def at(down: int) -> Outcome[PageLayout]:
        plan = page(f"{down} | {blank}\n24 | {drawn}" if down else f"24 | {drawn}", block("A", content))
        free = plan.grid.rect(1, 9 + down, 1, 6)
        wrapped = photo("W", free=free, floating=True, wrap=WrapPlan(BODY))
        return made(replace(plan, blocks=(*plan.blocks, wrapped)))

    here, there = at(0), at(lines)
    assert codes(here) == codes(there)
    assert here.value.fits == there.value.fits
    assert there.value.placed == tuple(lowered(thing, lines * LEADING) for thing in here.value.placed)


@FEW
@given(st.lists(paragraphs, min_size=1, max_size=9), st.integers(2, 5), st.integers(1, 4), fills)
def test_columns_are_level_above_what_goes_over_them(
    copy: list[str], columns: int, count: int, fill: FillMode
):
    """A quotation in a room that has space for it: the columns that it covers end above it at one line or, the last
    of them, a line higher; a short tail may cost a line more."""
    kept = Insert("Q", QuotePlan(("天地玄黄",), STYLES["body"], HERE), 1, 1, None, {}, HERE, Across(count))
    plan = page(
        f"60 | {' '.join('A' * columns)}",
        stories("A", story("a", *copy), fill=fill, inserts=(kept,)),
    )
    done = made(plan)
    (quote,) = [p for p in done.value.placed if isinstance(p, PlacedLine) and p.tag.block == "Q"]
    first = (quote.x - plan.grid.x) // (plan.grid.measure + plan.grid.gutter)
    feet: dict[int, int] = {}
    for line in body_lines(done.value):
        column = (line.x - plan.grid.x) // (plan.grid.measure + plan.grid.gutter)
        if first <= column < first + count and line.y < quote.y:
            feet[column] = max(feet.get(column, 0), line.y)
    ends = [(quote.y - foot) // LEADING for foot in feet.values()]
    assert "F034" not in codes(done)
    assert not ends or max(ends) - min(ends) <= 2


@FEW
@given(st.integers(1, 4), st.integers(4, 40), st.integers(0, 12), st.sampled_from(("", "题")))
def test_an_empty_area_holds_just_the_lines_that_it_says(columns: int, rows: int, hole: int, head: str):
    """A story without copy, and one long paragraph in its place."""
    upper, lower = (" ".join("A" * columns + last) for last in ("P", "A"))
    drawn = f"{hole + 3} | {upper}\n{rows} | {lower}"

    def fit(*copy: str):
        blocks = (stories("A", story("a", *copy, head=head)), photo("P", story="a"))
        return made(page(drawn, *blocks)).value.fits[0]

    assert fit(han(10 * 60 * (columns + 1))).lines == fit().room


# --- column breaks: long stories of many short paragraphs, so that there are many of them -----------------

under_crossheads = st.tuples(
    st.text("天地玄黄", min_size=1, max_size=6).map("## ".__add__),
    st.lists(paragraphs, min_size=2, max_size=5),
)
long_copies = st.tuples(
    st.lists(paragraphs, min_size=3, max_size=8), st.lists(under_crossheads, max_size=4)
).map(lambda drawn: [*drawn[0], *(text for head, texts in drawn[1] for text in (head, *texts))])


@st.composite
def column_pages(draw: st.DrawFn) -> PagePlan:
    """A story, or a stack, in level columns of one measure."""
    drawn = " ".join("A" * draw(st.integers(2, 5)))
    stack = [story(name, *draw(long_copies)) for name in "ab"[: draw(st.integers(1, 2))]]
    return page(f"{draw(st.integers(12, 45))} | {drawn}", stories("A", *stack, fill=draw(fills)))


def breaks(plan: PagePlan):
    """Each pair of neighbouring lines of a story that stand in two columns, with all its lines."""
    layout = made(plan).value
    for name in "ab":
        lines = body_lines(layout, name)
        for number, (before, after) in enumerate(zip(lines, lines[1:])):
            if before.tag.leg != after.tag.leg:
                yield lines, number, before, after


@pytest.mark.parametrize("fill", ["bottom", "balance", "spread", "grow"])
@FEW
@given(copy=long_copies, columns=st.integers(2, 5), rows=st.integers(1, 45))
def test_no_two_characters_stand_alone_at_a_columns_head(
    fill: FillMode, copy: list[str], columns: int, rows: int
):
    """The end of a paragraph at a column's head has three characters at least, or a line of its paragraph above it,
    in one story without anything over columns. It stands alone all the same in two situations: the line before it
    is one of the two that a crosshead needs under it; columns are level at a height of one line."""
    content = StoriesPlan((story("a", *copy),), fill=fill)
    plan = page(f"{rows} | {' '.join('A' * columns)}", block("A", content))
    for lines, number, before, after in breaks(plan):
        if not after.line.last or before.tag.paragraph != after.tag.paragraph:
            continue
        needed = any(line.tag.role == "crosshead" for line in lines[max(0, number - 2) : number])
        low = len({line.y for line in lines}) == 1
        assert sum(char.isalnum() for char in text_of(after)) > SHORT_TAIL or needed or low


@FEW
@given(column_pages())
def test_no_crosshead_stands_at_a_columns_foot(plan: PagePlan):
    """Two lines of text follow it in its column."""
    layout = made(plan).value
    for name in "ab":
        lines = body_lines(layout, name)
        for number, line in enumerate(lines):
            if line.tag.role != "crosshead":
                continue
            after = [one for one in lines[number + 1 :] if one.tag.paragraph != line.tag.paragraph][:2]
            if len(after) == 2:  # else the story stops there, over
                assert [one.tag.leg for one in after] == [line.tag.leg] * 2


@FEW
@given(column_pages())
def test_lines_of_a_paragraph_stay_in_pairs_where_white_may_take_their_place(plan: PagePlan):
    """`spread` and `grow`: a line alone at a foot or a head is rarer than with `bottom`, and never more frequent."""

    def alone(fill) -> int:
        (one,) = plan.blocks
        filled = replace(plan, blocks=(replace(one, content=replace(one.content, fill=fill)),))
        return sum(
            before.tag.paragraph == after.tag.paragraph and (before.line.start == 0 or after.line.last)
            for _, _, before, after in breaks(filled)
        )

    (one,) = plan.blocks
    if len(one.content.stories) == 1 and not made(plan).value.fits[0].over_lines:
        assert alone("spread") <= alone("bottom") + 1


@FEW
@given(column_pages())
def test_a_column_that_ends_off_its_neighbours_is_told(plan: PagePlan):
    """In every way of filling, in stacks too: columns of one story end at one line, or each that does not is told.
    The story's last column may be some lines short where nothing but `bottom` was asked for."""
    (one,) = plan.blocks
    done = made(plan)
    told = {(d.facts["story"], d.facts["column"]) for d in done.diagnostics if d.code == "F019"}
    for fit in done.value.fits:
        if fit.over_lines:
            continue
        feet: dict[int, int] = {}
        for line in body_lines(done.value, fit.story):
            foot = line.y // plan.grid.leading
            feet[line.tag.leg] = max(foot, feet.get(line.tag.leg, 0))
        for column, foot in feet.items():
            last = column == max(feet)
            asked = one.content.fill != "bottom" and foot >= max(feet.values()) - 3
            if foot < max(feet.values()) and (not last or asked):
                assert (fit.story, column + 1) in told
