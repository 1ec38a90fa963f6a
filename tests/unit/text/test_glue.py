"""The blanks between all marks and all their neighbours, and where they may stand in a line, against the tables of the
rules."""

from typing import Any

import pytest
import yaml

from layout.paragraph.break_ import marked_breaks
from tests.case_runner import CASES, EM, shaped

DATA = yaml.load((CASES / "glue.yaml").read_text("utf-8"), yaml.CSafeLoader)
ROWS = [
    pytest.param(table["options"], left, row, id=f"{''.join(map(str, table['options'].values()))}-{left}")
    for table in DATA["tables"]
    for left, row in table.items()
    if left != "options"
]


def _one_unit(left: str, right: str) -> bool:
    """Pairs that are no neighbours: a dash of two characters, a row of ？！, a number with its signs."""
    return (
        left + right in ("————", "——", "——…")
        or {left[0], right[0]} <= set("？！")
        or left[0] == right[0] == "—"
    )


@pytest.mark.parametrize(("options", "left", "row"), ROWS)
def test_blank_between(options: dict[str, Any], left: str, row: dict[str, float]) -> None:
    for right, blank in row.items():
        for a in DATA["groups"][left]:
            for b in DATA["groups"][right]:
                if _one_unit(a, b):
                    continue
                paragraph = shaped({"text": f"字{a}{b}字", "options": options})
                assert [cell.text for cell in paragraph.cells] == ["字", a, b, "字"]
                assert paragraph.joints[2].gap / EM == blank, a + b


@pytest.mark.parametrize(
    "level", DATA["levels"], ids=lambda level: " ".join(map(str, level["options"].values()))
)
def test_prohibitions(level: dict[str, Any]) -> None:
    first = {mark for group in level["not_first"] for mark in DATA["groups"][group]}
    last = {mark for group in level["not_last"] for mark in DATA["groups"][group]}
    for group in DATA["groups"].values():
        for mark in group:
            marked = marked_breaks(shaped({"text": f"字{mark}字", "options": level["options"]}))
            before, after = "" if mark in first else "|", "" if mark in last else "|"
            inner = (
                "|".join(mark)
                if level["options"]["kinsoku"] == "none" and mark in ("？！", "！！！")
                else mark
            )
            assert marked == f"字{before}{inner}{after}字"
