"""The worked cases: those of this project, and a shared sample where it lies beside the checkout."""

from typing import Any

import pytest

from tests.case_runner import CASES, SHARED, check, load

KINDS = {
    "advances", "lines", "lines-param", "breaks", "lint", "property", "vertical-advances", "vertical", "names",
}  # fmt: skip
OWN = [case for path in sorted(CASES.glob("typesetting/*.yaml")) for case in load(path)]
OTHERS = load(SHARED) if SHARED.exists() else []


def _runnable(case: dict[str, Any]) -> bool:
    return case["kind"] in KINDS and ("text" in case or case["kind"] == "vertical")


@pytest.mark.parametrize("case", list(filter(_runnable, OWN)), ids=lambda case: case["id"])
def test_own_case(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", list(filter(_runnable, OTHERS)), ids=lambda case: case["id"])
def test_shared_case(case: dict[str, Any]) -> None:
    check(case)
