"""Page lint: each rule on a page that breaks just it, and off where the theme says so."""

import shutil
from pathlib import Path

import pytest

from layout.catalogue import entry
from layout.cli import main
from layout.diag import SpecError
from layout.pipeline import check, render
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
TABLE = "      | 乡镇 | 雨量 |\n      |---|---|\n" + "".join(
    f"      | 柳湾{n} | 1{n}.4 |\n" for n in range(13)
)
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
    # The table that comes first is too high for the first column, which ends above a picture.
    "P408": page(
        "14 | A A A A\n12 | P A A A",
        "A: {story: a}\nP: {picture: bridge}",
        stories={"a": 13},
        pictures=f"bridge: {BRIDGE}",
    ).replace("    body: |\n", f"    body: |\n{TABLE}\n"),
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


def prepare(desk: Path, code: str, more: str = "") -> None:
    """Write the case of `code`."""
    large = code == "P402"
    size = {"columns": 6, "lines": 70, "width": 240, "height": 340} if large else {}
    theme = THEME.format(
        **({"columns": 4, "lines": 26, "width": 160, "height": 146} | size), more=STYLES + more
    )
    if code == "P403":
        theme = theme.replace("grid: {columns: 4, lines: 26}", NO_GUTTER)
    (desk / "own.theme.yaml").write_text(theme, "utf-8")
    (desk / "page.yaml").write_text(CASES[code], "utf-8")


def codes(desk: Path, code: str, more: str = "") -> set[str]:
    """The P4xx codes found on the case of `code`."""
    prepare(desk, code, more)
    return {d.code for d in check("page.yaml", FileWorld()).diagnostics if d.code.startswith("P4")}


@pytest.mark.parametrize("code", CASES)
def test_a_page_breaks_just_one_rule(desk, code):
    assert codes(desk, code) == {code}


@pytest.mark.parametrize("code", CASES)
def test_a_theme_turns_it_off(desk, code):
    assert codes(desk, code, f"check: {{{code}: off}}\n") == set()


def test_every_rule_has_its_page_and_its_words():
    known = [name.partition("_")[0].upper() for name in MAKE_UP]
    assert set(known) == {*CASES}
    for code in known:
        words = entry(code)
        assert words.zh and words.en and words.what_zh and words.what_en
        assert words.zh_hint and words.en_hint


def small(desk: Path, text: str) -> None:
    """Write a page on the small grid."""
    theme = THEME.format(columns=4, lines=26, width=160, height=146, more=STYLES)
    (desk / "own.theme.yaml").write_text(theme, "utf-8")
    (desk / "page.yaml").write_text(text, "utf-8")


def test_a_stacked_story_with_fewer_lines_than_columns_leaves_columns_empty(desk):
    stacked = page("26 | L L L L", "L: {stories: [b, a]}", stories={"b": 1, "a": 13})
    small(desk, stacked.replace(f"{COPY}\n  a", "老桥亮了灯。\n  a"))
    found = [d.facts for d in check("page.yaml", FileWorld()).diagnostics if d.code.startswith("P4")]
    assert [(facts["story"], facts["column"]) for facts in found] == [("b", 2), ("b", 3), ("b", 4)]


# What else a page editor looks out for every render refuses or tells.


@pytest.mark.parametrize(
    ("dummy", "blocks", "code"),
    [
        ("26 | A A A B", "A: {story: a}", "S062"),
        ("26 | A A A A", "A: {story: a}\nC: {blank: 空}", "S063"),
    ],
)
def test_a_letter_without_a_block_and_a_block_without_a_letter(desk, dummy, blocks, code):
    small(desk, page(dummy, blocks, stories={"a": 13}))
    with pytest.raises(SpecError) as refused:
        check("page.yaml", FileWorld())
    assert {d.code for d in refused.value.diagnostics} == {code}


def test_an_area_too_small_for_its_head(desk):
    blocks = "A: {story: a, head: {headline: {lines: 12}}}\nP: {picture: bridge}"
    small(desk, page("8 | A A A A\n18 | P A A A", blocks, stories={"a": 9}, pictures=f"bridge: {BRIDGE}"))
    found = check("page.yaml", FileWorld()).diagnostics
    told = [(d.code, d.facts["lines"], d.facts["room"]) for d in found if d.severity == "error"]
    assert told == [("F013", 12, 8)]


# --- in a render --------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CASES)
def test_a_render_looks_for_what_the_theme_takes_for_an_error(desk, code):
    prepare(desk, code)
    assert not [d for d in render("page.yaml", FileWorld()).diagnostics if d.code[:2] == "P4"]
    prepare(desk, code, f"check: {{{code}: error}}\n")
    told = [(d.code, d.severity) for d in render("page.yaml", FileWorld()).diagnostics if d.code[:2] == "P4"]
    assert set(told) == {(code, "error")}
    assert [d.code for d in check("page.yaml", FileWorld()).diagnostics].count(code) == len(told)


def test_and_for_all_of_it_where_it_is_asked_to(desk, capsys):
    prepare(desk, "P406")
    for words, status in ((["-q"], 0), (["--strict"], 1), (["--error", "P406"], 1), (["--select", "P4"], 0)):
        assert main(["render", "--lang", "en", *words, "page.yaml"]) == status
        assert ("P406" in capsys.readouterr().err) == (words != ["-q"])
