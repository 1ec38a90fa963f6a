"""Scenes with facts are compared as their specs are: places in columns and lines, copy that is over."""

from pathlib import Path
from typing import Any

import pytest
from kit import cases, changed, project
from msgspec.structs import replace

from layout.compare.inputs import leaves
from layout.compare.run import Options, run
from layout.pipeline import compose
from layout.scene.codec import dump
from layout.scene.make_up import facts_of
from layout.world import FileWorld

CASES = {case["id"]: case for case in cases("pairs")}


def scene(page: Path) -> Path:
    """The page's scene with its facts, as JSON beside the spec."""
    done = compose(str(page), FileWorld())
    target = page.with_name("03.scene.json")
    target.write_bytes(dump(replace(done.scene, facts=facts_of(done.plan, done.fits))))
    return target


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        ("sides-changed", {"D401"}),
        ("area-higher", {"D402", "D403"}),
        ("stories-in-another-order", {"D414"}),
        ("overset", {"D102", "D801"}),
        ("one-character-replaced", {"D101"}),
        ("letters-of-the-dummy", set()),
    ],
)
def test_what_is_said_of_scenes(tmp_path: Path, case: str, codes: set[str]) -> None:
    a, b = project(tmp_path / "a"), project(tmp_path / "b")
    edits: list[dict[str, Any]] = CASES[case]["edit"]
    changed(b.parent, edits)
    result = run(leaves(str(scene(a))), leaves(str(scene(b))), Options())
    found = {change.code for change in result.changes if result.fails(change)}
    assert found >= codes and bool(found) == bool(codes)
    if case == "overset":
        (change,) = [c for c in result.changes if c.code == "D102"]
        assert 0 < int(change.facts["inserted"]) < 72  # as much as found room; the rest is told as over
