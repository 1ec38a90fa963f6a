"""docs/page.md and page.zh.md: the same lines and pictures, which are those of the examples; every key is told of."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.spec.schema import schema

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```yaml\n(.*?)```\n\n!\[[^\]]+\]\(images/page/([\w-]+)\.png\)", re.DOTALL)
PAGES = ("page.md", "page.zh.md")


def written(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


def shown(page: str) -> list[tuple[str, str]]:
    return [(name, lines) for lines, name in BLOCK.findall(written(page))]


def part_of(some: Any, all_: Any) -> bool:
    """Whether a value as written is the other one with keys, items of a list or lines of a text left out."""
    if isinstance(some, dict):
        return isinstance(all_, dict) and all(k in all_ and part_of(v, all_[k]) for k, v in some.items())
    if isinstance(some, str) and isinstance(all_, str) and "\n" in some:
        return set(some.splitlines()) <= set(all_.splitlines())
    if isinstance(some, list) and isinstance(all_, list):
        return all(item in all_ for item in some)
    return bool(some == all_)


@pytest.mark.parametrize(("name", "lines"), shown("page.md"), ids=lambda value: value.partition("\n")[0])
def test_what_is_shown_is_of_the_example_that_is_drawn(name: str, lines: str) -> None:
    example = yaml.safe_load((ROOT / "examples" / f"{name}.page.yaml").read_text("utf-8"))
    assert part_of(yaml.safe_load(lines), example)


def test_both_pages_show_the_same() -> None:
    assert shown("page.md") == shown("page.zh.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_yaml_has_its_picture_and_every_picture_is_there(page: str) -> None:
    assert written(page).count("```yaml") == len(shown(page))
    drawn = {file.stem for file in (ROOT / "docs" / "images" / "page").glob("*.png")}
    assert {name for name, _ in shown(page)} == drawn


def keys(part: Any) -> set[str]:
    if isinstance(part, list):
        return {key for item in part for key in keys(item)}
    if not isinstance(part, dict):
        return set()
    own = part.get("properties")
    return set(own if isinstance(own, dict) else ()) | {key for item in part.values() for key in keys(item)}


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_page_and_a_story_is_told_of(page: str) -> None:
    from layout.spec.styles import SETTING_KEYS

    text = written(page)
    wanted = (keys(schema("page")) | keys(schema("story"))) - SETTING_KEYS.keys()
    assert {key for key in wanted if not re.search(rf"(?<![\w-]){key}(?![\w-])", text)} == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_line_is_named(page: str) -> None:
    from layout.spec.values import RULES

    assert {name for name in RULES if name not in written(page)} == set()
