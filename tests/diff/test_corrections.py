"""三审三校: corrections made, not made, made otherwise; what changed besides."""

from pathlib import Path

import pytest
from kit import changed, project

from layout.compare.corrections import read_corrections
from layout.compare.inputs import leaves
from layout.compare.run import Options, Result, run
from layout.diag import SpecError

ASKED = """\
corrections:
  - {story: market, old: 水管冻住, new: 水管冻裂}
  - {story: market, cut: "歇业半年之后，"}
  - {story: choir, add: 老, after: 台下坐满了}
  - {story: school, role: headline, old: 九点半, new: 十点半}
"""
MADE = [
    {"file": "stories/market.md", "find": "水管冻住", "put": "水管冻裂"},
    {"file": "stories/market.md", "find": "歇业半年之后，", "put": ""},
    {"file": "stories/choir.md", "find": "台下坐满了人", "put": "台下坐满了老人"},
    {"file": "stories/school.md", "find": "亮到九点半", "put": "亮到十点半"},
]


def checked(folder: Path, edits: list[dict[str, str]], asked: str = ASKED) -> Result:
    a, b = project(folder / "a"), project(folder / "b")
    changed(b.parent, edits)
    file = folder / "corrections.yaml"
    file.write_text(asked, "utf-8")
    return run(leaves(str(a)), leaves(str(b)), Options(), read_corrections(str(file)))


def codes(result: Result) -> list[str]:
    return [verdict.code for verdict in result.verdicts]


def besides(result: Result) -> list[tuple[str, str]]:
    return [(c.code, c.subject) for page in result.pages for c in page.changes if result.fails(c)]


def test_all_made_and_nothing_else(tmp_path: Path) -> None:
    result = checked(tmp_path, MADE)
    assert codes(result) == ["D711"] * 4
    assert besides(result) == []
    assert result.status == 0
    assert all(verdict.position and verdict.position.line for verdict in result.verdicts)


def test_one_not_made(tmp_path: Path) -> None:
    result = checked(tmp_path, MADE[1:])
    assert codes(result) == ["D712", "D711", "D711", "D711"]
    assert besides(result) == []
    assert result.status == 1


def test_one_made_otherwise(tmp_path: Path) -> None:
    result = checked(tmp_path, [{**MADE[0], "put": "水管冻坏"}, *MADE[1:]])
    assert codes(result) == ["D713", "D711", "D711", "D711"]
    assert result.verdicts[0].facts["now"] == "水管冻坏"
    assert result.status == 1


def test_something_else_changed(tmp_path: Path) -> None:
    more = {"file": "stories/choir.md", "find": "自己填词", "put": "自家填词"}
    result = checked(tmp_path, [*MADE, more])
    assert codes(result) == ["D711"] * 4
    assert besides(result) == [("D101", "choir")]
    assert result.status == 1


def test_a_change_beside_a_correction_is_not_taken_for_it(tmp_path: Path) -> None:
    """The two read as one change; only one of them was asked for."""
    wrong = {**MADE[0], "find": "水管冻住，要", "put": "水管冻裂，需"}
    result = checked(tmp_path, [wrong, *MADE[1:]])
    assert codes(result) == ["D711"] * 4
    assert ("D101", "market") in besides(result)


def test_cut_that_was_not_cut(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, [MADE[0], *MADE[2:]])) == ["D711", "D712", "D711", "D711"]


def test_addition_that_was_not_made_or_made_elsewhere(tmp_path: Path) -> None:
    assert codes(checked(tmp_path / "x", [*MADE[:2], MADE[3]]))[2] == "D712"
    elsewhere = {**MADE[2], "find": "青柘镇", "put": "青柘老镇"}
    result = checked(tmp_path / "y", [*MADE[:2], MADE[3], elsewhere])
    assert codes(result)[2] == "D712"
    assert besides(result) == [("D102", "choir")]


def test_text_that_is_not_there(tmp_path: Path) -> None:
    asked = "corrections: [{story: market, old: 没有这几个字, new: 有}, {story: nobody, old: 甲, new: 乙}]\n"
    assert codes(checked(tmp_path, [], asked)) == ["D714", "D714"]


def test_whole_stories(tmp_path: Path) -> None:
    asked = "corrections: [{story: choir, cut: all}]\n"
    gone = [
        {"find": "[market, choir]", "put": "[market]"},
        {"find": "  choir: stories/choir.md\n", "put": ""},
    ]
    result = checked(tmp_path, gone, asked)
    assert codes(result) == ["D711"]
    assert besides(result) == [("D811", "market")]  # its area is too large for one story now


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("corrections:\n  - {story: a, old: 甲}\n", "D715"),
        ("corrections:\n  - {story: a, cut: 甲, add: 乙}\n", "D715"),
        ("corrections:\n  - {story: a, old: 甲, new: 乙, after: 丙}\n", "D715"),
        ("corrections:\n  - {old: 甲, new: 乙}\n", "S025"),
        ("corrections:\n  - {storry: a, old: 甲, new: 乙}\n", "S012"),
        ("corrections: []\n", "S023"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(SpecError) as caught:
        read_corrections(str(file))
    assert code in [d.code for d in caught.value.diagnostics]
