"""Lists: all lines of an item but the first begin under its text."""

from msgspec.structs import replace

from layout.copy.types import Block, Copy, Piece
from layout.units import PT
from tests.page_plans import body_lines, han, made, one, page, story


def items(indent: int = 0, marker: str = "一、"):
    plan = story("a")
    block = Block("item", (Piece(han(40), tuple(range(40))),), marker)
    style = replace(plan.styles["body"], name="item", indent=indent)
    plan = replace(plan, copy=Copy((block,)), styles=plan.styles | {"item": style})
    return body_lines(made(page("30 | A A A A", one("A", plan))).value)


def starts(lines) -> list[int]:
    return [line.x + line.line.xs[0] for line in lines]


def test_an_item_hangs_on_its_sign() -> None:
    lines = items()
    first, *rest = starts(lines)
    text = lines[0].x + lines[0].line.xs[2]
    assert set(rest) == {text}
    assert text > first


def test_an_item_is_indented_as_a_whole() -> None:
    plain, indented = starts(items()), starts(items(2000))
    assert [b - a for a, b in zip(plain[:2], indented)] == [18 * PT] * 2


def test_no_line_leaves_its_column() -> None:
    for indent in (0, 2000):
        lines = items(indent)
        right = {line.x + line.line.xs[0] + line.line.width for line in lines[:-1]}
        assert len(right) == 1
