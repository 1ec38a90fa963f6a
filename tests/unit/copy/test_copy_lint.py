"""Lint of copy: what is reported, where, and that nothing is repaired."""

from pathlib import Path

import pytest
import yaml

from layout.copy.markup import read_body

CASES = yaml.safe_load((Path(__file__).parents[3] / "tests/cases/lint.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"][:12]))
def test_case(case):
    text = case["text"]
    found = read_body(text, normalise=case.get("normalise", True)).diagnostics
    said = [[one.code, text[one.where.at : one.where.at + one.where.length]] for one in found]
    assert said == case.get("says", [])
