"""The pictures of docs/typography.md: the script draws them, and pages and pictures name each other."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PICTURE = re.compile(r"\(images/typography/([\w-]+)\.png\)")


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs/typography.py"))


@pytest.mark.parametrize("page", ["typography.md", "typography.zh.md"])
def test_a_page_shows_every_picture(page: str, script: dict[str, Any]) -> None:
    assert sorted(PICTURE.findall((ROOT / "docs" / page).read_text("utf-8"))) == sorted(script["PICTURES"])


def test_the_script_draws_what_lies_there(script: dict[str, Any], tmp_path: Path) -> None:
    script["main"](tmp_path)
    drawn = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    assert drawn.keys() == {file.name for file in (ROOT / "docs/images/typography").iterdir()}
    assert max(drawn.values()) <= 40_000
