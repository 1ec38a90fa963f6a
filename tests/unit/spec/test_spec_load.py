"""From files to the model: what is written is what is there."""

from pathlib import Path

import pytest

from layout.spec.load import Loaded, load
from layout.spec.model import AtCells, AtFree, Length, Range
from layout.world import FileWorld

PAGE = """layout: 1
theme: %s
grid: {columns: 3, lines: 20}
page:
  number: 03
  date: 2026-03-09
  credits: {责编: 林岚, 美编: [沈禾, 陆一鸣]}
stories:
  a: stories/a.md
  b: {headline: [甲, 乙], body: 正文。}
dummy: |
  10 | A A B
   8 | A A B
   * | . . .
blocks:
  A:
    story: a
    columns: 2栏
    head: {align: center, headline: {size: 46pt, align: left}, series: above}
    box: {border: {line: 双线, colour: accent}, inset: 1字, around: [B]}
    rule: {top: 0.3pt}
  B:
    stories: [b]
    style: {headline: {scale: 94%%..100%%, line_end: half, setting: {adjacent: 1.0字, orphan: off}}}
  P: {picture: a/p, at: {columns: 1-2, lines: 3}, crop: [0.2, 30%%], fit: contain, caption: none}
  T: {text: [一, 二], style: notice, at: {x: 1mm, y: 2栏, width: 50%%, height: 3行}, id: hotline}
  C: {banner: {lines: 夜校}, at: {columns: 3-3, lines: 12-13}}
"""
STORY = """---
kicker: 古城区
headline: 夜校灯火
byline: 本报记者 林岚
series: night
normalise: off
pictures:
  p: {file: ../p.jpg, caption: 图说}
---

本报讯 第一段。
"""


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loaded:
    monkeypatch.chdir(tmp_path)
    Path("stories").mkdir()
    Path("stories/a.md").write_text(STORY, "utf-8")
    Path("p.jpg").write_bytes(b"")
    Path("own.theme.yaml").write_text(
        "extends: tabloid\nbanners: {night: {lines: [夜校新事]}}\n"
        "styles: {headline: {size: 20pt}, mine: {font: 楷}}\n"
        "words: [许知南]\nnormalise: off\ngrid: {margins: {left: 20mm}}\n",
        "utf-8",
    )
    Path("a.page.yaml").write_text(PAGE % "own.theme.yaml", "utf-8")
    return load("a.page.yaml", FileWorld())


def test_facts(loaded: Loaded) -> None:
    facts = loaded.page.facts
    assert (facts.number, facts.date) == (3, "2026-03-09")
    assert facts.credits == (("责编", ("林岚",)), ("美编", ("沈禾", "陆一鸣")))


def test_story_in_a_file(loaded: Loaded) -> None:
    story = loaded.page.stories["a"]
    assert (story.document, story.path, story.series, story.normalise) == ("stories/a.md", (), "night", False)
    assert story.headline is not None and story.headline.lines == ("夜校灯火",) and not story.headline.fixed
    assert story.body == "\n本报讯 第一段。\n"
    picture = story.pictures["p"]
    assert (picture.id, picture.written, picture.path) == ("p", "../p.jpg", ("pictures", "p"))
    assert Path(picture.file).is_absolute() and Path(picture.file).is_file()


def test_story_on_the_page(loaded: Loaded) -> None:
    story = loaded.page.stories["b"]
    assert (story.document, story.path, story.body) == ("a.page.yaml", ("stories", "b"), "正文。")
    assert story.headline is not None and story.headline.fixed


def test_story_block(loaded: Loaded) -> None:
    block = loaded.page.blocks["A"]
    assert (block.kind, block.refs, block.columns, block.head.series) == ("story", ("a",), 2, "above")
    assert block.head.styles["headline"].align == "left"
    assert block.head.styles["deck"].align == "center"
    assert block.box is not None and block.box.border is not None and block.box.border.colour is not None
    assert (block.box.border.name, block.box.border.colour.name, block.box.around) == (
        "双线",
        "accent",
        ("B",),
    )
    assert block.rules["top"].weight == Length(0.3, "pt")


def test_styles(loaded: Loaded) -> None:
    style = loaded.page.blocks["B"].style["headline"]
    assert style.scale == Range(Length(94, "%"), Length(100, "%"))
    assert style.setting == {"line_end": "half", "adjacent": 1000, "orphan": False}
    assert style.size is None


def test_other_blocks(loaded: Loaded) -> None:
    blocks = loaded.page.blocks
    assert blocks["P"].at == AtCells((1, 2), (3, 3))
    assert (blocks["P"].crop.x, blocks["P"].crop.y, blocks["P"].picture_fit) == (0.2, 0.3, "contain")
    assert blocks["P"].caption == "none"
    assert blocks["T"].at == AtFree(Length(1, "mm"), Length(2, "栏"), Length(50, "%"), Length(3, "行"))
    assert (blocks["T"].id, blocks["T"].style_name) == ("hotline", "notice")
    assert [part.text for part in blocks["T"].parts] == ["一", "二"]
    assert (blocks["C"].kind, blocks["C"].refs, blocks["C"].lines) == ("banner", (), ("夜校",))


def test_dummy(loaded: Loaded) -> None:
    first, _, last = loaded.page.dummy
    assert (first.height, first.letters, first.line) == (10, ("A", "A", "B"), 0)
    assert (last.height, last.letters, last.line) == (None, (".", ".", "."), 2)


def test_theme_is_merged(loaded: Loaded) -> None:
    theme = loaded.theme
    assert theme.document == "own.theme.yaml"
    headline = theme.styles["headline"]
    assert (
        headline.size == Length(20, "pt") and headline.font == "标宋"
    )  # size of one's own, font of the base
    assert theme.styles["mine"].font == "楷"
    assert (
        theme.grid.columns == 6 and theme.grid.left == Length(20, "mm") and theme.grid.top == Length(34, "mm")
    )
    assert (theme.words, theme.normalise, theme.banners["night"].lines) == (("许知南",), False, ("夜校新事",))
    assert theme.sizes["小五"] == Length(9, "pt")
    assert {piece.id for piece in theme.furniture} >= {"paper", "number", "line"}


def test_page_and_theme_agree_on_grid(loaded: Loaded) -> None:
    assert (loaded.page.grid.columns, loaded.page.grid.lines, loaded.page.grid.measure) == (3, 20, None)
    assert loaded.diagnostics == ()


def test_own_fonts_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("House.otf", "Two.ttf"):
        Path(name).write_bytes(b"")
    Path("base.theme.yaml").write_text(
        "extends: tabloid\nfaces: {Two: {file: Two.ttf, number: 1, axes: {wght: 700}}}\n"
        "fonts: {报宋: {han: [Two]}}\n",
        "utf-8",
    )
    Path("own.theme.yaml").write_text(
        "extends: base.theme.yaml\n"
        "fonts:\n  报宋: {han: [House], latin: House}\n  单: {han: House, fallback: none}\n",
        "utf-8",
    )
    Path("a.page.yaml").write_text(
        "layout: 1\ntheme: own.theme.yaml\nblocks:\n  B: {blank: 空, at: {columns: 1, lines: 1}}\n", "utf-8"
    )
    theme = load("a.page.yaml", FileWorld(), font_paths=(".",)).theme
    assert theme.families["报宋"].han == ("House", "Two")
    assert theme.families["报宋"].fallback is None
    assert theme.families["单"].fallback == ()
    assert theme.faces["Two"].axes == (("wght", 700.0),) and theme.faces["Two"].number == 1
    assert Path(theme.faces["House"].file).name == "House.otf"  # found beside, under its name


def test_loading_twice_is_the_same(loaded: Loaded) -> None:
    again = load("a.page.yaml", FileWorld())
    assert again.page == loaded.page and again.theme == loaded.theme
