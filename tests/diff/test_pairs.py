"""Change pairs: each cause alone, then mixed; what is said of them is in pairs.yaml."""

import re
from pathlib import Path
from typing import Any

import pytest
from kit import cases, changed, project

from layout.catalogue.d import ENTRIES
from layout.compare.inputs import leaves
from layout.compare.report import report
from layout.compare.run import Options, Result, run
from layout.compare.types import Change

PAIRS = cases("pairs")


def compared(a: Path, b: Path, **options: Any) -> Result:
    return run(leaves(str(a)), leaves(str(b)), Options(**options))


def pair(case: dict[str, Any], folder: Path) -> tuple[Path, Path]:
    """Both versions of the page of a case."""
    a, b = project(folder / "a"), project(folder / "b")
    for version in (a, b):
        changed(version.parent, case.get("from", []))
    changed(b.parent, case["edit"])
    return a, b


def at(change: Change) -> str:
    """The place in the documents, by the last two parts of the file's path."""
    p = change.position
    return f"{'/'.join(Path(p.file).parts[-2:])}:{p.line}:{p.column}" if p else ""


def fits(change: Change, wanted: dict[str, Any]) -> bool:
    """Whether a change is what a case expects."""
    told = {**change.facts, "code": change.code, "cause": change.cause, "block": change.block}
    told["reflow"] = change.reflow > 0
    told["at"] = at(change)
    return all(told.get(key) == value for key, value in wanted.items())


@pytest.mark.parametrize("case", PAIRS, ids=[case["id"] for case in PAIRS])
def test_pair(case: dict[str, Any], tmp_path: Path) -> None:
    result = compared(*pair(case, tmp_path))
    left = [change for change in result.changes if result.fails(change)]
    said = "\n".join(
        f"{c.cause} {c.code} {c.subject} {dict(c.facts)} reflow {c.reflow} {at(c)}" for c in result.changes
    )
    for wanted in case["expect"]:
        found = next((change for change in left if fits(change, wanted)), None)
        assert found is not None, f"{wanted} is not among\n{said}"
        left.remove(found)
    assert case.get("loosely") or not left, f"also reported:\n{said}"
    assert {c.code for c in result.changes} >= set(case.get("quiet", ()))
    assert result.status == case.get("status", 1)
    for form in ("human", "short", "markdown"):
        texts = [report(result, form=form, lang=lang) for lang in ("zh", "en")]
        assert all("{" not in text.replace("{+", "") for text in texts), "a fact is missing"


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 30
    assert len({case["id"] for case in PAIRS}) == len(PAIRS)


def test_every_code_has_its_words_and_every_word_its_use() -> None:
    room = Path(__file__).parents[2] / "layout" / "compare"
    used = {
        code for file in room.rglob("*.py") for code in re.findall(r'"(D\d{3})"', file.read_text("utf-8"))
    }
    assert used == set(ENTRIES)
