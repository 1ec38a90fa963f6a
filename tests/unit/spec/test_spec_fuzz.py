"""Whatever is done to a page's text: it loads, or its faults are told, each with a place; never a crash."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.diag import SpecError
from layout.report import report
from layout.spec.load import load
from layout.world import FileWorld

PAGE = """layout: 1
theme: tabloid
page: {number: 3, date: 2026-03-09, credits: {美编: [沈禾, 陆一鸣]}}
grid: {columns: 3, lines: 20}
stories:
  a: a.md
  b:
    headline: [停水, 通知]
    body: |
      第一段。
banners:
  c: {lines: [夜校]}
dummy: |
  12 | A A B
   * | A A B
blocks:
  A: {story: a, box: {border: 正线, fill: k 7%, inset: 1字}}
  B: {story: b, head: {headline: {size: 20pt, scale: 94%..100%}}}
  C: {banner: c, at: {columns: 1-2, lines: 3-4}}
"""
STORY = "---\nheadline: “夜校”灯火\nbyline: 本报记者 林岚\n---\n本报讯 正文。\n"
BITS = [
    "：",
    "，",
    "\u3000",
    "\t",
    "“",
    "”",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "#",
    "&",
    "*",
    "!",
    "|",
    ">",
    "@",
    "%",
    "`",
    ":",
    "-",
    "---",
    "\n",
    "０",
    "pt",
    "px",
    "字",
    "..",
    "<<",
    "\x00",
    "\ufeff",
    "\u2028",
    "?",
    "~",
    "\\",
    "cmyk(",
    ")",
    "｛",
    "𠀀",
]

edits = st.lists(
    st.tuples(st.integers(0, 700), st.integers(0, 5), st.sampled_from([*BITS, " ", ""])),
    min_size=1,
    max_size=4,
)


def edited(text: str, changes: list[tuple[int, int, str]]) -> str:
    for at, gone, new in changes:
        at %= len(text) + 1
        text = text[:at] + new + text[at + gone :]
    return text


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(page=edits, story=edits)
def test_edited_documents(
    page: list[tuple[int, int, str]],
    story: list[tuple[int, int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.page.yaml").write_text(edited(PAGE, page), "utf-8")
    Path("a.md").write_text(edited(STORY, story), "utf-8")
    try:
        loaded = load("a.page.yaml", FileWorld())
        found, sources = loaded.diagnostics, loaded.sources
    except SpecError as error:
        found, sources = error.diagnostics, error.sources
        assert any(one.severity == "error" for one in found)
    for one in found:
        assert sources.locate(one.where) is not None, one
    assert "\x1b" not in report(found, sources, form="human", lang="zh", colour=False)
