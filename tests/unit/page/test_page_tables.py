"""Tables: widths to the Emu, lines on the grid, rules between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.copy.types import Block, Copy, Piece
from layout.geometry import Rect
from layout.page.flow import table_of
from layout.page.table import place_table, set_table
from layout.page.types import PlacedLine, PlacedRule
from layout.resolve.types import StoriesPlan, TablePlan
from layout.style import TextStyle
from layout.tag import Tag
from layout.text.square import SquareLibrary
from layout.units import PT
from tests.page_plans import HERE, block, grid, han, made, page, story

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


def told(spans: tuple[str, ...], columns: int):
    one = story("a")
    copy = Copy((*one.copy.blocks, table((2, 2), (2, 2)), *one.copy.blocks))
    one = replace(one, copy=copy, styles=one.styles | STYLES, spans=spans)
    return made(page("30 | A A A A", block("A", StoriesPlan((one,), columns)))).value


@pytest.mark.parametrize(("spans", "columns"), [((), 1), (("table",), 4)])
def test_a_table_in_a_story(spans: tuple[str, ...], columns: int) -> None:
    """In a column, or over all of them; the text goes on under it."""
    things = told(spans, 4).placed
    rules = [thing for thing in things if isinstance(thing, PlacedRule) and thing.y1 == thing.y2]
    assert len(rules) == 3
    assert {rule.x2 - rule.x1 for rule in rules} == {GRID.span(columns)}
    assert all((rule.y1 - GRID.y) % GRID.leading == 0 for rule in rules)
