"""The typesetter on a bench: `layout set`."""

import json

import pytest

from layout.cli.set_ import run
from layout.cli.set_style import length
from layout.units import MM, PT


def _report(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    run(["--face", "square", "--report", "json", *words])
    done: dict[str, object] = json.loads(capsys.readouterr().out)
    return done


def test_lines_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--option", "line_end=half", "--option", "indent=0", "--algorithm", "greedy"]
    done = _report(capsys, "甲乙丙，丁戊己庚辛壬。子丑寅", "--measure", "10字", *options)
    line = done["lines"][0]  # type: ignore[index]
    assert line["text"] == "甲乙丙，丁戊己庚辛壬。"
    assert (line["natural_em"], line["width_em"], line["adjust"]) == (10.5, 10.0, {"shrink_c": 0.5})
    assert line["x_em"][3:5] == [3.0, 3.5]


def test_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    assert _report(capsys, "捐1200本", "--breaks") == {"breaks": "捐|1200|本"}


def test_normalise(capsys: pytest.CaptureFixture[str]) -> None:
    done = _report(capsys, "他说:好", "--normalise")
    assert done["text"] == "他说：好" and done["changes"]


@pytest.mark.parametrize("option", ["foo=1", "kinsoku=soft", "adjacent=wide"])
def test_a_wrong_option_is_refused(option: str) -> None:
    assert run(["字", "--face", "square", "--option", option]) == 2


def test_exit_status_and_words_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["共有1200本书", "--face", "square", "--measure", "3.5", "--option", "indent=0", "--lang", "en"])
        == 1
    )
    assert "T202" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "emu"),
    [("13字", 130 * PT), ("13", 130 * PT), ("2.5em", 25 * PT), ("45mm", 45 * MM), ("9pt", 9 * PT), ("x", 0)],
)
def test_lengths(written: str, emu: int) -> None:
    assert length(written, 10 * PT) == emu
