"""`check` tells how stories fit."""

import json
from pathlib import Path

import pytest

from layout.cli import main, together

FIT = str(Path(__file__).parents[3] / "examples/fit.page.yaml")


def test_capacity_is_a_line_a_story(capsys):
    assert main(["check", "--capacity", "-q", "--lang", "zh", FIT]) == 0
    assert capsys.readouterr().out == "bridge：能排 44 行、约 422 字；已排 390 字，短 3 行、约 32 字\n"
    assert main(["check", "--capacity", "-q", "--lang", "en", FIT]) == 0
    assert "room for 44 lines, about 422 characters" in capsys.readouterr().out


def test_json_has_a_row_a_story_beside_the_findings(capsys):
    assert main(["check", "--report", "json", FIT]) == 0
    whole = json.loads(capsys.readouterr().out)
    (row,) = whole["fits"]
    assert (row["story"], row["page"], row["block"]) == ("bridge", FIT, "A")
    assert row["lines"] == {"room": 44, "set": 41, "over": 0, "under": 3}
    assert row["characters"]["set"] == 390 and row["cuts"] == []
    kept = [one for one in row["tries"] if one["kept"]]
    assert [(one["knob"], one["value"], one["made"]) for one in kept] == [("picture", 2, True)]


def test_what_is_over_is_in_the_report_and_in_the_exit_status(tmp_path, capsys):
    page = tmp_path / "p.page.yaml"
    copy = "城门外的梧桐又绿了，孩子们在树下写生。" * 20
    page.write_text(
        "layout: 1\ntheme: tabloid\ngrid: {columns: 2, lines: 12}\n"
        f"stories: {{a: {{headline: 甲, body: {copy}}}}}\ndummy: |\n  12 | A A\nblocks:\n  A: {{story: a}}\n",
        "utf-8",
    )
    assert main(["check", "--report", "json", "--select", "F", str(page)]) == 1
    whole = json.loads(capsys.readouterr().out)
    (row,) = whole["fits"]
    assert row["lines"]["over"] > 0 and row["characters"]["over"] > 0
    assert row["sentence"] == "城门外的梧桐又绿了，孩子们在树下写生。"
    assert whole["findings"][0]["code"] == "F001"


@pytest.mark.parametrize("options", [["--capacity"], ["--report", "json"], ["--strict", "--lang", "en"]])
def test_several_processes_say_the_same_in_the_same_order(options, capsys, monkeypatch):
    files = [FIT, FIT.replace("fit", "at"), FIT.replace("fit", "none"), FIT.replace("fit", "columns")]
    said = []
    for processors in (1, 3):
        monkeypatch.setattr(together, "_processors", lambda count=processors: count)
        said.append((main(["check", *options, *files]), capsys.readouterr()))
    assert said[0] == said[1] and said[0][0] == 2
    assert "".join(said[0][1])
