"""Tables: widths to the Emu, lines on the grid, rules between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.copy.types import Block, Copy, Piece
from layout.geometry import Rect
from layout.page.flow import table_of
from layout.page.table import EDGE, INNER, TOTAL, set_table
from layout.page.tableblock import place_table
from layout.page.types import PlacedLine, PlacedRule
from layout.resolve.types import TablePlan
from layout.scene.build import build
from layout.scene.items import GlyphRun
from layout.style import ALL, Across, TextStyle
from layout.tag import Tag
from layout.text.square import SquareLibrary
from layout.units import PT
from tests.page_plans import HERE, grid, han, made, page, stories, story

GRID = grid()
LIBRARY = SquareLibrary()
STYLE = TextStyle("table", "宋", 8 * PT, 12 * PT)
HEAD = TextStyle("table-head", "粗黑", 8 * PT, 12 * PT)
STYLES = {"table": STYLE, "table-head": HEAD}


def table(*rows: tuple[int, ...], aligns: tuple = ()) -> Block:
    """A table whose cells have so many characters."""
    pieces = tuple(Piece(han(count), (0,) * count) for row in rows for count in row if count)
    counts = tuple(tuple(int(count > 0) for count in row) for row in rows)
    return Block("table", pieces, cells=counts, aligns=aligns or ("",) * len(rows[0]))


def done(block: Block, measure: int):
    return set_table(table_of(block, STYLES), measure, GRID, LIBRARY, HERE).value


def placed(block: Block, area: Rect):
    return place_table(TablePlan(block, STYLE, HEAD, HERE), area, GRID, LIBRARY, Tag("table", block="T"))


def test_columns_share_what_is_left() -> None:
    assert done(table((2, 4), (2, 2)), 100 * PT).widths == (24 * PT + 18 * PT, 40 * PT + 18 * PT)


def test_wide_columns_give_first() -> None:
    widths = done(table((2, 20)), 100 * PT).widths
    assert widths == (24 * PT, 76 * PT)


@settings(deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=1, max_size=6), st.integers(1, 400))
def test_the_measure_is_filled_to_the_emu(rows: list[tuple[int, int, int]], points: int) -> None:
    one = done(table(*rows), points * PT)
    assert sum(one.widths) == points * PT
    set_ = [line.shaped.text for row in one.rows for cell in row for line in cell[:1]]
    assert "".join(set_) == table(*rows).text


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    one = done(table((2, 2), (2, 30)), 100 * PT)
    assert one.heights == (1, len(one.rows[1][1]))
    assert one.heights[1] > 1


def test_lines_stand_on_the_grid_and_rules_between_them() -> None:
    area = GRID.rect(0, 3, 2, 10)
    things = placed(table((2, 2), (3, 3), (1, 0)), area).value
    lines = [thing for thing in things if isinstance(thing, PlacedLine)]
    rules = [thing for thing in things if isinstance(thing, PlacedRule) and thing.y1 == thing.y2]
    pitch = {(b.y - a.y) for a, b in zip(lines, lines[1:])}
    assert pitch == {0, GRID.leading}
    assert [rule.y1 for rule in rules] == [GRID.line_y(line) for line in (3, 4, 5, 6)]
    assert rules[0].stroke.weight == rules[-1].stroke.weight > rules[1].stroke.weight
    assert {line.tag.role for line in lines} == {"table", "table-head"}


def test_rows_that_have_no_room_are_told() -> None:
    (found,) = placed(table(*[(2, 2)] * 6), GRID.rect(0, 0, 2, 4)).diagnostics
    assert (found.code, found.facts["rows"], found.facts["lines"]) == ("F051", 2, 2)


def told(spans: dict[str, Across], columns: int):
    one = story("a")
    copy = Copy((*one.copy.blocks, table((2, 2), (2, 2)), *one.copy.blocks))
    one = replace(one, copy=copy, styles=one.styles | STYLES, spans=spans)
    return made(page("30 | A A A A", stories("A", one, columns=columns))).value


@pytest.mark.parametrize(("spans", "columns"), [({}, 1), ({"table": ALL}, 4)])
def test_a_table_in_a_story(spans: dict[str, Across], columns: int) -> None:
    """In a column, or over all of them; the text goes on under it."""
    things = told(spans, 4).placed
    rules = [thing for thing in things if isinstance(thing, PlacedRule) and thing.y1 == thing.y2]
    assert len(rules) == 3
    assert {rule.x2 - rule.x1 for rule in rules} == {GRID.span(columns)}
    assert all((rule.y1 - GRID.y) % GRID.leading == 0 for rule in rules)


def column(*texts: str) -> Block:
    """A table of two columns: a name, and what `texts` say under a head."""
    pieces = [
        piece for text in ("数", *texts) for piece in (Piece("名", (0,)), Piece(text, (0,) * len(text)))
    ]
    return Block("table", tuple(pieces), cells=((1, 1),) * (len(texts) + 1), aligns=("", ""))


def marks(block: Block, mark: str) -> set[int]:
    """Where the marks of the second column stand, from the start of its text."""
    one = done(block, 200 * PT)
    found = set()
    for row, shifts in list(zip(one.rows, one.shifts))[1:]:
        line = row[1][0]
        at = line.shaped.text.find(mark)
        x = line.line.xs[at] if at >= 0 else line.right
        found.add(x + shifts[1])
    return found


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (("18.4", "9.65", "1,203.5", "7"), "."),
        (("6:00", "21:30"), ":"),
        (("-3.5%", "+12%", "0.25%"), "."),
        (("1.5", "—", "12.25"), "."),
    ],
)
def test_numbers_stand_under_each_other_by_their_points(texts: tuple[str, ...], mark: str) -> None:
    if "—" in texts:
        one = done(column(*texts), 200 * PT)
        assert one.shifts[2][1] == 0
        texts = tuple(text for text in texts if text != "—")
    if mark == "." and any(mark not in text for text in texts):
        ends = [text.find(mark) if mark in text else len(text.rstrip("%")) for text in texts]
        one = done(column(*texts), 200 * PT)
        places = [
            (row[1][0].line.xs[end] if end < len(row[1][0].line.xs) else row[1][0].right) + shifts[1]
            for row, shifts, end in zip(one.rows[1:], one.shifts[1:], ends)
        ]
        assert len(set(places)) == 1
    else:
        assert len(marks(column(*texts), mark)) == 1


def test_words_are_not_aligned_as_numbers() -> None:
    assert {shift for row in done(column("18.4", "不详", "9.65"), 200 * PT).shifts for shift in row} == {0}
    assert {shift for row in done(column("2路", "东12号"), 200 * PT).shifts[:1] for shift in row} == {0}


@pytest.mark.parametrize(("align", "end"), [("right", True), ("left", False)])
def test_numbers_keep_to_the_side_that_is_asked_for(align: str, end: bool) -> None:
    block = replace(column("18.4", "1,209.65"), aligns=("", align))
    one = done(block, 200 * PT)
    inner = one.widths[1] - STYLE.size
    lines = [row[1][0] for row in one.rows[1:]]
    shifts = [row[1] for row in one.shifts[1:]]
    widest = [line.right + shift if end else line.left + shift for line, shift in zip(lines, shifts)]
    assert (max(widest) if end else min(widest)) == (inner if end else 0)


def test_a_rule_stands_over_a_total() -> None:
    things = placed(replace(table((2, 2), (2, 2), (2, 2)), ruled=(2,)), GRID.rect(0, 0, 2, 10)).value
    rules = [thing for thing in things if isinstance(thing, PlacedRule) and thing.y1 == thing.y2]
    assert [rule.stroke.weight for rule in rules] == [EDGE, INNER, TOTAL, EDGE]
    assert min(rule.stroke.weight for rule in rules) >= PT // 4


def test_a_cell_may_have_two_lines() -> None:
    pieces = (Piece("首班", (0, 1)), Piece("六点\n半", (0, 1, 2, 3)))
    one = done(Block("table", pieces, cells=((1,), (1,)), aligns=("",)), 100 * PT)
    assert one.heights == (1, 2)
    assert one.widths == (100 * PT,)


@pytest.mark.parametrize(("columns", "heights"), [(1, [8]), (2, [5, 4]), (3, [4, 4, 2])])
def test_a_table_in_columns_has_its_heads_over_each(columns: int, heights: list[int]) -> None:
    plan = TablePlan(table(*[(2, 2)] * 8), STYLE, HEAD, HERE, columns)
    made = place_table(plan, GRID.rect(0, 0, 4, 9), GRID, LIBRARY, Tag("table", block="T"))
    assert made.diagnostics == ()
    rules = [thing for thing in made.value if isinstance(thing, PlacedRule) and thing.y1 == thing.y2]
    found = [sum(rule.x1 == x for rule in rules) - 1 for x in sorted({rule.x1 for rule in rules})]
    assert found == heights
    heads = [t.tag.furniture for t in made.value if isinstance(t, PlacedLine) and t.tag.role == "table-head"]
    assert heads == [False] * 2 + [True] * 2 * (columns - 1)


@settings(deadline=None)
@given(
    rows=st.integers(1, 30),
    legs=st.integers(1, 4),
    lines=st.integers(1, 24),
    before=st.integers(0, 9),
    span=st.booleans(),
)
def test_every_row_is_printed_once_or_counted(
    rows: int, legs: int, lines: int, before: int, span: bool
) -> None:
    """In one column, over several, or over all of them; heads that are printed again are furniture."""
    one = story("a", *(["天" * 8] * before))
    copy = Copy((*one.copy.blocks, table((2, 2), *[(2, 2)] * rows)))
    spans = {"table": ALL} if span else {}
    one = replace(one, copy=copy, styles=one.styles | STYLES, spans=spans)
    layout = made(page(f"{lines} | {'A ' * legs}".strip(), stories("A", one), grid=grid(legs, lines)))
    texts = [t for t in layout.value.placed if isinstance(t, PlacedLine) and t.tag.paragraph == before]
    (fit,) = layout.value.fits
    total = 8 * before + 4 * (rows + 1)
    assert fit.characters + fit.over_characters == total
    printed = sum(len(t.shaped.text) for t in texts)
    assert printed == max(0, fit.characters - 8 * before)
    assert len({(t.x, t.y) for t in texts}) == len(texts)


def test_a_table_too_long_for_its_column_goes_on_in_the_next_under_its_heads() -> None:
    one = story("a")
    copy = Copy((table((2, 2), *[(2, 2)] * 20),))
    one = replace(one, copy=copy, styles=one.styles | STYLES)
    things = made(page("12 | A A", one_block(one), grid=grid(2, 12))).value
    heads = [t for t in things.placed if isinstance(t, PlacedLine) and t.tag.role == "table-head"]
    assert [t.tag.furniture for t in heads] == [False, False, True, True]
    assert {t.y for t in heads} == {heads[0].y}
    assert things.fits[0].over_lines == 0


def test_a_cell_knows_where_its_text_stands_in_that_of_the_table() -> None:
    runs = [
        item for item in build(told({}, 4)).items if isinstance(item, GlyphRun) and item.tag.paragraph == 0
    ]
    cells = sorted((run.tag.start, run.tag.end) for run in runs)
    assert len(cells) == 4
    assert [start for start, _ in cells] == [0, *(end for _, end in cells[:-1])]


def one_block(one):
    return stories("A", one)


def test_a_table_goes_on_below_what_leaves_it_no_room() -> None:
    """A runaround of which nothing but a strip is left."""
    from layout.resolve.types import WrapPlan
    from tests.page_plans import photo

    one = story("a")
    copy = Copy((table((2, 2, 2), *[(2, 2, 2)] * 3),))
    one = replace(one, copy=copy, styles=one.styles | STYLES)
    free = Rect(100 * PT, 100 * PT, 70 * PT, 60 * PT)
    picture_ = photo("P", free=free, floating=True, wrap=WrapPlan(9 * PT))
    things = made(page("30 | A A", one_block(one), picture_, grid=grid(2))).value
    lines = [t for t in things.placed if isinstance(t, PlacedLine) and t.tag.story == "a"]
    assert lines and things.fits[0].over_lines == 0
    narrow = [t for t in lines if t.y < free.bottom and t.x < free.right]
    assert narrow == []
