"""Preflight of pages in the making: what is found, at which place of the user's documents, how grave."""

import shutil
from pathlib import Path

import msgspec
import pytest

from layout.backends.pdf import render as paint
from layout.backends.pdf.inspect.readout import readout
from layout.diag import Diagnostic
from layout.pipeline import Rendered, check, compose, render
from layout.preflight.limits import Limits
from layout.preflight.registry import rules
from layout.preflight.rules.p207_text import Proof
from layout.preflight.runner import check_made
from layout.press import PLAIN, Print
from layout.world import FileWorld

ROOT = Path(__file__).parents[3]

THEME = """
extends: small.theme.yaml
colours: {{mud: "cmyk(10, 20, 30, 40)", red: "cmyk(0, 100, 90, 10)", wet: "cmyk(90, 90, 90, 0)",
          damp: "cmyk(60, 50, 40, 0)"}}
{more}
"""
REVERSED = "styles: {caption: {colour: k 0%, size: 7pt}}"
BODY = "望川区六孔老石桥夜里亮了灯。"
PAGE = """
layout: 1
theme: own.theme.yaml
page: {{number: 12, date: 2026-03-09, section: 示例, paper: 河东日报}}
stories:
  a:
    headline: 石桥亮灯
    body: |
      {body}
pictures:
  bridge: {{file: bridge.png, caption: 大桥。, credit: 王川摄}}
dummy: |
   * | A A P P
blocks:
  A: {{story: a{block}}}
  P: {{picture: bridge}}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(desk: Path, *, theme: str = "", block: str = "", pixels: int = 900) -> str:
    """A page that a press takes; `theme` and `block` change it."""
    from PIL import Image

    shutil.copy(ROOT / "examples" / "small.theme.yaml", desk / "small.theme.yaml")
    own = THEME.format(more=theme)
    (desk / "own.theme.yaml").write_text(own, "utf-8")
    (desk / "page.yaml").write_text(PAGE.format(block=block, body=BODY * 18), "utf-8")
    Image.new("L", (pixels, pixels), 128).save(desk / "bridge.png")
    return "page.yaml"


def only(diagnostics: tuple[Diagnostic, ...], letter: str = "P") -> list[Diagnostic]:
    return [one for one in diagnostics if one.code.startswith(letter)]


def line_of(done: Rendered, one: Diagnostic) -> str:
    position = done.composed.loaded.sources.locate(one.where)
    assert position is not None
    return position.source_line.strip()


def test_a_good_page_is_clean(desk):
    assert only(check(write(desk), FileWorld()).diagnostics) == []


@pytest.mark.parametrize(
    ("code", "changes", "line"),
    [
        ("P101", {"pixels": 100}, "bridge: {file: bridge.png, caption: 大桥。, credit: 王川摄}"),
        ("P113", {"block": ", head: {headline: {colour: mud}}"}, "headline: 石桥亮灯"),
        ("P114", {"block": ", head: {headline: {colour: red, size: 9pt}}"}, "headline: 石桥亮灯"),
        ("P111", {"block": ", box: {fill: wet}"}, "A: {story: a, box: {fill: wet}}"),
        ("P111", {"block": ", box: {fill: damp, radius: 2mm}"}, "headline: 石桥亮灯"),
        ("P115", {"theme": "check: {P405: off}\n" + REVERSED}, "bridge: {file: bridge.png"),
        ("P116", {"block": ", box: {border: 0.1pt}"}, "A: {story: a, box: {border: 0.1pt}}"),
    ],
)
def test_a_finding_is_told_where_it_can_be_mended(desk, code, changes, line):
    done = check(write(desk, **changes), FileWorld())
    (found,) = only(done.diagnostics)
    assert found.code == code
    assert line_of(done, found).startswith(line)


@pytest.mark.parametrize("code", ["P101", "P115", "P116"])
def test_a_render_tells_what_can_be_mended_at_once(desk, code):
    changes = {
        "P101": {"pixels": 100},
        "P115": {"theme": REVERSED},
        "P116": {"block": ", box: {border: 0.1pt}"},
    }[code]
    composed = compose(write(desk, **changes), FileWorld())
    assert [one.code for one in only(composed.diagnostics)] == [code]


@pytest.mark.parametrize("grade", ["warning", "info", "off"])
def test_the_house_says_how_grave_a_finding_is(desk, grade):
    page = write(desk, pixels=100, theme=f"check: {{P101: {grade}}}")
    found = only(check(page, FileWorld()).diagnostics)
    assert [(one.code, one.severity) for one in found] == ([] if grade == "off" else [("P101", grade)])


def test_limits_are_the_theme_s(desk):
    assert [one.code for one in only(check(write(desk, pixels=300), FileWorld()).diagnostics)] == ["P101"]
    page = write(desk, pixels=300, theme="print: {resolution: {least: 30, good: 40}}")
    assert only(check(page, FileWorld()).diagnostics) == []


def test_a_face_that_may_not_be_embedded_is_told_at_the_theme(desk):
    from fontTools.ttLib import TTFont

    font = TTFont(ROOT / "fonts" / "NotoSansSC-Bold.ttf")
    font["OS/2"].fsType = 2
    font.save(desk / "house.ttf")
    page = write(desk, theme="faces: {house: {file: house.ttf}}\nfonts: {标宋: {han: [house]}}")
    done = check(page, FileWorld())
    (found,) = only(done.diagnostics)
    assert (found.code, found.facts["face"]) == ("P121", "house")
    assert line_of(done, found) == "faces: {house: {file: house.ttf}}"


def test_a_standard_that_is_not_claimed_is_told(desk):
    page = write(desk)
    done = check(page, FileWorld())
    composed = done.composed
    plain = paint((msgspec.structs.replace(composed.scene, press=PLAIN),), composed.fonts, FileWorld())
    asked = msgspec.structs.replace(composed.scene, press=Print(("pdf/a-2b",)))
    found = check_made(plain, asked, composed.plan, composed.fonts, composed.loaded, set())
    assert [(one.code, one.facts) for one in found if one.code == "P307"] == [
        ("P307", {"standard": "pdf/a-2b"})
    ]


def test_text_that_is_lost_is_told(desk):
    done = check(write(desk), FileWorld())
    (rule,) = rules(("p207_text",))
    whole = "".join(readout(render(write(desk), FileWorld()).files["pdf"]))
    assert list(rule.check(Proof(done.composed.scene, whole), Limits())) == []
    (hit,) = rule.check(Proof(done.composed.scene, whole.replace("六孔", "")), Limits())
    assert hit.facts["count"] == 2 * 18
    assert hit.tag.story == "a"
    (hit,) = rule.check(Proof(done.composed.scene, whole.replace("六孔", "孔六")), Limits())
    assert str(hit.facts["words"]).startswith("望川区六孔")
