"""The mistakes of page editors: each is told with its place and a whole sentence, none is a crash."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.cli import main

CASES = Path(__file__).parents[2] / "cases"
MISTAKES = yaml.load((CASES / "mistakes.yaml").read_text("utf-8"), yaml.BaseLoader)
pytestmark = pytest.mark.usefixtures("desk")


def mistakes() -> list[Any]:
    def mark(case: dict[str, str]) -> Any:
        marks = [pytest.mark.xfail(reason=case["open"], strict=True)] if "open" in case else []
        return pytest.param(case, id=case["id"], marks=marks)

    return [mark(case) for case in MISTAKES["cases"]]


def test_the_page_that_mistakes_are_made_in_is_right(capsys):
    Path("base.page.yaml").write_text(MISTAKES["base"], "utf-8")
    assert main(["check", "base.page.yaml"]) == 0
    assert "error S" not in capsys.readouterr().err


@pytest.mark.parametrize("case", mistakes())
def test_a_mistake_is_told_with_its_place(case, monkeypatch, capsys):
    monkeypatch.setenv("LAYOUT_TRACEBACK", "1")  # a crash would be an exception here
    assert MISTAKES["base"].count(case["was"]) >= 1
    Path("m.page.yaml").write_text(MISTAKES["base"].replace(case["was"], case["now"], 1), "utf-8")
    assert main(["check", "m.page.yaml", "--report", "json"]) == int(case["status"])
    found = json.loads(capsys.readouterr().out)["findings"]
    if case["status"] == "1":
        worst = [f for f in found if f["severity"] == "error"]
        assert worst and all(f["position"] or f["document"] for f in worst)
    if "code" in case:
        assert case["code"] in [f["code"] for f in found]
    assert main(["check", "m.page.yaml", "--lang", "zh", "--report", "short"]) == int(case["status"])
    # Every fact that the sentence wants is there: no {name} is left in it.
    assert not re.search(r"\{[a-z_]+\}", capsys.readouterr().err)
