"""Tables in a body."""

import pytest

from layout.copy.markup import read_body
from layout.copy.types import Block


def read(text: str):
    return read_body(text, normalise=True, document="s.md", path=("body",))


def cells(block: Block) -> list[list[str]]:
    pieces = iter(block.pieces)
    return [["".join(next(pieces).text for _ in range(count)) for count in row] for row in block.cells]


def test_a_table() -> None:
    text = "头一段。\n\n| 乡镇 | 雨量 |\n|:--|--:|\n| 柳湾 | 18.4 |\n| **北塬** | 9.6 |\n\n末段。"
    done = read(text)
    assert not done.diagnostics
    first, table, last = done.value.blocks
    assert (first.kind, table.kind, last.kind) == ("paragraph", "table", "paragraph")
    assert cells(table) == [["乡镇", "雨量"], ["柳湾", "18.4"], ["北塬", "9.6"]]
    assert table.aligns == ("left", "right")
    assert table.pieces[4].mark == "bold"
    assert all(text[at] == char for at, char in zip(table.offsets, table.text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲 | 乙\n--- | ---\n一 | 二", [["甲", "乙"], ["一", "二"]]),
        ("| 甲 | 乙 |\n|---|---|\n| 一 |", [["甲", "乙"], ["一", ""]]),
        ("| 甲 |  |\n|---|:-:|\n|  | 二 |", [["甲", ""], ["", "二"]]),
        ("| 甲 |\n|---|\n| 一\\|二 |", [["甲"], ["一|二"]]),
    ],
)
def test_forms(text: str, expected: list[list[str]]) -> None:
    done = read(text)
    assert not done.diagnostics
    assert cells(done.value.blocks[0]) == expected


@pytest.mark.parametrize(
    ("text", "code"), [("| 甲 | 乙 |\n| 一 | 二 |\n|---|", "C020"), ("| 甲 |\n|---|\n| 一 | 二 |", "C039")]
)
def test_what_is_no_table(text: str, code: str) -> None:
    assert code in [found.code for found in read(text).diagnostics]
