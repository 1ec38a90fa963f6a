"""Places to lines and columns, through Chinese text, blocks of text, themes and stories."""

from pathlib import Path

import pytest

from layout.diag import Where
from layout.spec.load import load
from layout.spec.source_map import Position, SourceMap
from layout.world import FileWorld

PAGE = """# 第一行
layout: 1
theme: own.theme.yaml
stories:
  甲: stories/a.md
  乙:
    headline: 停水“通知”
    body: |
      第一段，有，逗号。

        第二段缩进。
    deck: >
      折行的
      副题
dummy: |

  20 | A A
blocks:
  A: {stories: [甲, 乙], head: {headline: {size: 46pt}}}
"""


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SourceMap:
    monkeypatch.chdir(tmp_path)
    Path("stories").mkdir()
    Path("stories/a.md").write_bytes(
        "\ufeff---\r\nheadline: [上, 下]\r\n---\r\n\r\n正文第一段。\r\n第二行\r\n".encode()
    )
    Path("own.theme.yaml").write_text("extends: tabloid\ngrid: {columns: 2, lines: 20}\n", "utf-8")
    Path("a.page.yaml").write_text(PAGE, "utf-8")
    return load("a.page.yaml", FileWorld()).sources


def at(
    sources: SourceMap,
    document: str,
    path: tuple[str | int, ...],
    at: int = -1,
    length: int = 0,
    key: bool = False,
) -> tuple[str, int, int, int]:
    found = sources.locate(Where(document, path, at, length, key))
    assert isinstance(found, Position)
    return found.file, found.line, found.column, found.length


def test_values_and_keys(sources: SourceMap) -> None:
    page = "a.page.yaml"
    assert at(sources, page, ("theme",)) == (page, 3, 8, 14)
    assert at(sources, page, ("stories", "甲")) == (page, 5, 6, 12)
    assert at(sources, page, ("stories", "甲"), key=True) == (page, 5, 3, 1)
    assert at(sources, page, ("blocks", "A", "head", "headline", "size")) == (page, 19, 48, 4)
    assert at(sources, page, ("blocks", "A", "stories", 1)) == (page, 19, 20, 1)


def test_characters_of_a_value(sources: SourceMap) -> None:
    assert at(sources, "a.page.yaml", ("stories", "乙", "headline"), 2, 4) == ("a.page.yaml", 7, 17, 4)
    assert at(sources, "a.page.yaml", ("stories", "乙", "headline", 0), 3, 1) == ("a.page.yaml", 7, 18, 1)


def test_characters_of_a_block_of_text(sources: SourceMap) -> None:
    body = ("stories", "乙", "body")
    assert at(sources, "a.page.yaml", body, 0, 1) == ("a.page.yaml", 9, 7, 1)
    assert at(sources, "a.page.yaml", body, 5, 1) == ("a.page.yaml", 9, 12, 1)
    assert at(sources, "a.page.yaml", body, 13, 1) == ("a.page.yaml", 11, 9, 1)
    assert at(sources, "a.page.yaml", ("stories", "乙", "deck"), 4, 1) == ("a.page.yaml", 14, 7, 1)
    assert at(sources, "a.page.yaml", ("dummy",), 1, 2) == ("a.page.yaml", 17, 3, 2)


def test_body_of_a_story(sources: SourceMap) -> None:
    story = "stories/a.md"
    assert at(sources, story, ("body",), 1, 2) == (story, 5, 1, 2)
    assert at(sources, story, ("body",), 3, 1) == (story, 5, 3, 1)
    assert at(sources, story, ("body",), 8, 1) == (story, 6, 1, 1)
    assert at(sources, story, ("headline", 1)) == (story, 2, 15, 1)


def test_themes_in_a_chain(sources: SourceMap) -> None:
    assert at(sources, "own.theme.yaml", ("grid", "columns")) == ("own.theme.yaml", 2, 17, 1)
    assert at(sources, "own.theme.yaml", ("styles", "body", "font"))[0] == "broadsheet.theme.yaml"
    assert at(sources, "own.theme.yaml", ("paper", "size"))[0] == "tabloid.theme.yaml"


def test_nearest_place_above(sources: SourceMap) -> None:
    assert at(sources, "a.page.yaml", ("blocks", "A", "columns")) == ("a.page.yaml", 19, 3, 1)
    assert at(sources, "a.page.yaml", ("nothing",))[:3] == ("a.page.yaml", 2, 1)
    assert sources.locate(Where("other.yaml", ("a",))) is None


def test_offsets_beyond_the_text_are_harmless(sources: SourceMap) -> None:
    for path in (("theme",), ("stories", "乙", "body"), ("dummy",), ()):
        for offset in (0, 10_000):
            assert sources.locate(Where("a.page.yaml", path, offset, 5)) is not None
    assert sources.locate(Where("stories/a.md", ("body",), 10_000, 5)) is not None
