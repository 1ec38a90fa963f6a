"""Page lint: each rule on a page that breaks just it, and off where the theme says so."""

import shutil
from pathlib import Path

import pytest

from layout.catalogue import entry
from layout.pipeline import check
from layout.preflight.registry import MAKE_UP
from layout.world import FileWorld

ROOT = Path(__file__).parents[3]
THEME = """
extends: small.theme.yaml
grid: {{columns: {columns}, lines: {lines}}}
paper: {{size: [{width}mm, {height}mm]}}
{more}
"""
PAGE = """
layout: 1
theme: own.theme.yaml
page: {number: 3, date: 2026-03-09, section: 示例, paper: 河东日报}
"""
COPY = "望川区六孔老石桥夜里亮了灯，桥上的人多了起来，卖豆花的阿婆把摊子挪到了桥头。"
BRIDGE = "{file: bridge.jpg, caption: 大桥。, credit: 王川摄}"


def story(name: str, copies: int = 1) -> str:
    return f"  {name}:\n    headline: {{h}}\n    body: |\n      {COPY * copies}\n".replace(
        "{h}", f"老桥{name}亮灯"
    )


def page(dummy: str, blocks: str, *, stories: dict[str, int], pictures: str = "") -> str:
    written = "".join(story(name, copies=n) for name, n in stories.items())
    rows = "".join(f"  {row.strip()}\n" for row in dummy.strip().splitlines())
    listed = "".join(f"  {line.strip()}\n" for line in blocks.strip().splitlines())
    shown = f"pictures:\n  {pictures}\n" if pictures else ""
    return f"{PAGE}stories:\n{written}{shown}dummy: |\n{rows}blocks:\n{listed}"


CASES = {
    "P401": page("26 | A A B B", "A: {story: a}\nB: {story: b}", stories={"a": 9, "b": 9}),
    "P402": page(
        "35 | A A A B B B\n35 | C C D D D D",
        """
        A: {story: a}
        B: {story: b, head: {headline: {size: 小初, lines: 4}}}
        C: {story: c}
        D: {story: d, head: {headline: {size: 小初, lines: 4}}}
        """,
        stories={"a": 22, "b": 21, "c": 14, "d": 29},
    ),
    "P403": page(
        "26 | A A T T",
        f'A: {{story: a}}\nT: {{text: ["{COPY * 5}"], style: near}}',
        stories={"a": 9},
    ),
    "P404": page(
        "26 | A A A A",
        "A: {story: a}\nT: {text: [桥头], at: {x: 2mm, y: 100mm, width: 8mm, height: 6mm}, style: near}",
        stories={"a": 19},
    ),
    "P405": page(
        "20 | A A A A\n6 | T T T T",
        "A: {story: a}\nT: {text: [老桥亮灯], style: tiny}",
        stories={"a": 14},
    ),
    "P406": page(
        "26 | A A P P",
        "A: {story: a}\nP: {picture: bridge}",
        stories={"a": 9},
        pictures="bridge: {file: bridge.jpg, caption: 大桥。}",
    ),
    "P407": page(
        "26 | A A P Q",
        "A: {story: a}\nP: {picture: bridge}\nQ: {picture: again}",
        stories={"a": 9},
        pictures=f"bridge: {BRIDGE}\n  again: {BRIDGE.replace('bridge.jpg', 'again.jpg')}",
    ),
    "P409": page(
        "26 | A A A A",
        "A: {story: a, head: {deck: {size: 22pt}}}",
        stories={"a": 18},
    ).replace("headline: 老桥a亮灯", "headline: 老桥亮灯\n    deck: 卖豆花的阿婆出摊"),
}
STYLES = """
styles:
  tiny: {font: 宋, size: 7.5pt, leading: 1行, align: left}
  near: {font: 宋, size: 小五, leading: 1行, align: left}
"""
NO_GUTTER = "grid: {columns: 4, lines: 26, gutter: 0字}"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "examples" / "small.theme.yaml", tmp_path)
    for name in ("bridge.jpg", "again.jpg"):
        shutil.copy(ROOT / "examples" / "pictures" / "bridge.jpg", tmp_path / name)
    return tmp_path


def codes(desk: Path, code: str, more: str = "") -> set[str]:
    """The P4xx codes found on the case of `code`."""
    large = code == "P402"
    size = {"columns": 6, "lines": 70, "width": 240, "height": 340} if large else {}
    theme = THEME.format(
        **({"columns": 4, "lines": 26, "width": 160, "height": 146} | size), more=STYLES + more
    )
    if code == "P403":
        theme = theme.replace("grid: {columns: 4, lines: 26}", NO_GUTTER)
    (desk / "own.theme.yaml").write_text(theme, "utf-8")
    (desk / "page.yaml").write_text(CASES[code], "utf-8")
    return {d.code for d in check("page.yaml", FileWorld()).diagnostics if d.code.startswith("P4")}


@pytest.mark.parametrize("code", CASES)
def test_a_page_breaks_just_one_rule(desk, code):
    assert codes(desk, code) == {code}


@pytest.mark.parametrize("code", CASES)
def test_a_theme_turns_it_off(desk, code):
    assert codes(desk, code, f"check: {{{code}: off}}\n") == set()


def test_every_rule_has_its_page_and_its_words():
    known = [name.partition("_")[0].upper() for name in MAKE_UP]
    assert set(known) == {*CASES, "P408"}
    for code in known:
        words = entry(code)
        assert words.zh and words.en and words.what_zh and words.what_en
        assert words.zh_hint and words.en_hint
