"""What holds for every page: any map, any copy."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.geometry import Insets, Rect
from layout.page.frames import frames_of
from layout.page.rooms import legs_of, rooms
from layout.page.types import PlacedLine, PlacedPicture
from layout.resolve.types import BlockPlan, Box, PagePlan
from layout.scene.build import build
from layout.scene.codec import dump
from layout.style import BLACK
from tests.page_plans import (
    BODY,
    HERE,
    STYLES,
    block,
    body_lines,
    made,
    one,
    page,
    picture,
    story,
    texts,
)

CHARACTERS = "天地玄黄宇宙洪荒日月盈昃辰宿列张" * 3 + "，。、；：“”（）《》——……123 45.6%abc Emu"
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

paragraphs = st.text(CHARACTERS, min_size=1, max_size=140).map(str.strip).filter(bool)
crossheads = st.text("天地玄黄宇宙洪荒", min_size=1, max_size=14).map("## ".__add__)
copies = st.lists(st.one_of(paragraphs, paragraphs, paragraphs, crossheads, st.just("---")), max_size=9)


@st.composite
def maps(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A dummy of rectangles, L-shapes and blank cells over three to six columns, and its letters: a grid of tiles,
    each blank, of a new letter or of one beside it, so that the cells of a letter hang together."""
    columns, rows = draw(st.integers(3, 6)), draw(st.integers(1, 4))
    letters = "ABCD"[: draw(st.integers(1, 4))]
    cells: list[list[str]] = []
    for i in range(rows):
        cells.append([])
        for j in range(columns):
            near = [cells[i][j - 1]] if j else []
            near += [cells[i - 1][j]] if i else []
            used = {cell for row in cells for cell in row}
            near += [letter for letter in letters if letter not in used][:1]
            near = [letter for letter in near if letter != "."] + ["."]
            cells[i].append(draw(st.sampled_from(near)))
    heights = draw(st.lists(st.integers(1, 14), min_size=rows, max_size=rows))
    drawn = "\n".join(f"{n} | {' '.join(row)}" for n, row in zip(heights, cells))
    return drawn, sorted({cell for row in cells for cell in row if cell != "."})


@st.composite
def pages(draw: st.DrawFn) -> PagePlan:
    """A page of stories, stacks, pictures and boxes on such a map."""
    drawn, letters = draw(maps())
    blocks: list[BlockPlan] = []
    for letter in letters:
        kind = draw(st.sampled_from(("story", "story", "stack", "picture", "boxed")))
        if kind == "picture":
            owner = draw(st.sampled_from(("", "A0")))
            blocks.append(
                block(letter, picture(letter, story=owner, caption=draw(st.sampled_from(("", "图说")))))
            )
            continue
        count = draw(st.integers(2, 3)) if kind == "stack" else 1
        inset = Insets(BODY, BODY, BODY, BODY)
        box = Box(None, BLACK, inset) if kind == "boxed" else None
        heads = st.sampled_from(("", "大标题"))
        stories = [story(f"{letter}{n}", *draw(copies), head=draw(heads)) for n in range(count)]
        columns = draw(st.sampled_from((0, 0, 0, 1, 2, 3)))
        blocks.append(one(letter, *stories, columns=columns, box=box))
    return page(drawn, *blocks, gap=draw(st.integers(0, 3)))


def printed(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


def no_character_is_lost(plan: PagePlan) -> None:
    """Each character of the copy is set once and in order, or counted as over."""
    layout = made(plan).value
    fits = {fit.story: fit for fit in layout.fits}
    for each in plan.blocks:
        for copy in getattr(each.content, "stories", ()):
            whole = "".join("".join(b.text.split()) for b in copy.copy.blocks)
            placed = "".join(texts(body_lines(layout, copy.id)).split())
            assert whole.startswith(placed)
            assert len(whole) - len(placed) == fits[copy.id].over_characters


@FEW
@given(pages())
def test_every_character_is_set_once_in_order_or_counted_as_over(plan: PagePlan):
    no_character_is_lost(plan)


@FEW
@given(pages())
def test_frames_stand_in_their_areas_and_apart(plan: PagePlan):
    found = rooms(plan.blocks, plan.grid)
    frames: list[Rect] = []
    for each in plan.blocks:
        assert each.area is not None
        legs, _ = legs_of(found[each.id], plan.grid, getattr(each.content, "columns", 0), HERE)
        own = [
            plan.grid.rect(column, first, 1, lines)
            for column, strips in enumerate(each.area.legs, each.area.bounds.column)
            for first, lines in strips
        ]
        for frame in frames_of(legs, 0, plan.grid.lines):
            rect = Rect(
                frame.x, plan.grid.line_y(frame.first), frame.measure, frame.lines * plan.grid.leading
            )
            assert all(
                strip.x > rect.right or rect.x > strip.right for strip in frames if strip.overlaps(rect)
            )
            assert covered(rect, own, plan.grid.gutter)
            frames.append(rect)


def covered(rect: Rect, strips: list[Rect], gutter: int) -> bool:
    """Whether every line of `rect` lies in strips of one area, gutters between them bridged."""
    wide = [Rect(s.x, s.y, s.width + gutter, s.height) for s in strips]
    return all(
        any(s.x <= x < s.right and s.y <= rect.y and rect.bottom <= joined_bottom(s, wide) for s in wide)
        for x in (rect.x, rect.right - 1)
    )


def joined_bottom(strip: Rect, strips: list[Rect]) -> int:
    return max(s.bottom for s in strips if s.x == strip.x and s.y >= strip.y)


@FEW
@given(pages())
def test_body_stands_on_the_grid_inside_its_measure(plan: PagePlan):
    grid = plan.grid
    live = grid.rect(0, 0, grid.columns, grid.lines)
    for line in body_lines(made(plan).value):
        assert live.x <= line.x < live.right
        assert live.y <= line.y <= live.bottom
        if line.tag.role == "body":
            assert (line.y - grid.y - grid.baseline) % grid.leading == 0


@FEW
@given(pages())
def test_no_two_lines_of_text_in_one_place(plan: PagePlan):
    lines = [line for line in body_lines(made(plan).value) if line.tag.role == "body"]
    assert len({(line.x, line.y) for line in lines}) == len(lines)


@FEW
@given(pages())
def test_justified_lines_are_exactly_the_measure(plan: PagePlan):
    found = rooms(plan.blocks, plan.grid)
    done = made(plan)
    told = {d.code for d in done.diagnostics} & {"T201", "T202", "T203", "T204"}
    for each in plan.blocks:
        legs, _ = legs_of(found[each.id], plan.grid, getattr(each.content, "columns", 0), HERE)
        measure = {leg.x: leg.measure for leg in legs}
        for line in body_lines(done.value):
            if line.tag.block != each.id or line.tag.role != "body" or line.line.last:
                continue
            indent = line.line.xs[0] if line.line.start == 0 else 0
            # What nothing can open or close, such as one long word on a line, is told.
            assert line.line.width + indent == measure[line.x] or line.line.hung or told


@FEW
@given(pages())
def test_crossheads_have_text_under_them_in_their_column(plan: PagePlan):
    lines = body_lines(made(plan).value)
    for line, after in zip(lines, lines[1:]):
        if line.tag.role == "crosshead" and after.tag.story == line.tag.story and after.tag.role == "body":
            assert (after.tag.leg, after.x) == (line.tag.leg, line.x) and after.y > line.y


@FEW
@given(pages(), st.integers(1, 40))
def test_a_page_moved_by_whole_lines_moves_its_items_exactly(plan: PagePlan, lines: int):
    down = lines * plan.grid.leading
    moved = replace(plan, grid=replace(plan.grid, y=plan.grid.y + down))
    here, there = made(plan), made(moved)
    assert here.diagnostics == there.diagnostics
    for a, b in zip(here.value.placed, there.value.placed, strict=True):
        if isinstance(a, PlacedLine):
            assert b == replace(a, y=a.y + down)
        elif isinstance(a, PlacedPicture):
            assert (b.frame, b.image) == tuple(replace(r, y=r.y + down) for r in (a.frame, a.image))


@FEW
@given(pages())
def test_the_same_page_twice_is_the_same(plan: PagePlan):
    first, second = made(plan), made(plan)
    assert first == second
    assert dump(build(first.value)) == dump(build(second.value))


@FEW
@given(pages())
def test_pictures_stand_apart_from_text(plan: PagePlan):
    layout = made(plan).value
    frames = [p.frame for p in layout.placed if isinstance(p, PlacedPicture)]
    for line in body_lines(layout):
        if line.tag.role == "body":
            rect = Rect(line.x, line.y - BODY, line.line.width, BODY)
            assert not any(frame.overlaps(rect) for frame in frames)


@FEW
@given(copies.filter(lambda c: sum(len(p) for p in c) < 500))
def test_level_columns_are_as_low_as_they_can_be(paragraphs_: list[str]):
    """No height less than the one that was taken holds a stack's first story."""
    first = story("a", *paragraphs_)
    tall = page("60 | A A A", one("A", first, story("b", "字")))
    done = made(tall).value
    (second,) = body_lines(done, "b")
    height = (second.y - tall.grid.y - tall.grid.baseline) // tall.grid.leading - tall.grid.gap
    if height > 1:
        low = page(f"{height - 1} | A A A", one("A", replace(first, styles=STYLES)))
        assert made(low).value.fits[0].over_lines


@FEW
@given(copies, st.integers(1, 30))
def test_a_block_moved_by_whole_lines_moves_its_items_exactly(paragraphs_: list[str], lines: int):
    """The same block further down the page, under blank cells."""
    copy = one("A", story("a", *paragraphs_, head="题"))
    high, low = page("20 | A A A", copy), page(f"{lines} | . . .\n20 | A A A", copy)
    here, there = made(high), made(low)
    assert here.diagnostics == there.diagnostics
    assert here.value.fits == there.value.fits
    down = lines * high.grid.leading
    assert there.value.placed == tuple(replace(p, y=p.y + down) for p in here.value.placed)
