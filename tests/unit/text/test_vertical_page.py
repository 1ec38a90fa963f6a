"""Vertical type on a page: a text block in a style that is vertical, from the spec to the PDF."""

from pathlib import Path

import pypdfium2

from layout.diag import Where
from layout.page.display import set_display
from layout.page.lettering import set_text
from layout.paragraph.types import Lexis
from layout.pipeline import Composed, compose, paint
from layout.scene.items import GlyphRun
from layout.style import TextStyle
from layout.text.square import SquareLibrary
from layout.units import PT
from layout.world import FileWorld

THEME = """\
extends: tabloid
styles:
  aside: {font: 宋, size: 12pt, leading: 18pt, align: justify, direction: vertical, setting: {digits: tcy}}
  wrong: {direction: vertical}
"""
PAGE = """\
layout: 1
theme: own.theme.yaml
page: {number: 3, date: 2026-03-09, section: 综合新闻, paper: 河东日报}
dummy: |
  20 | A A B B B B
  *  | C C C C C C
blocks:
  A: {text: ['TEXT'], style: aside}
  B: {blank: 空}
  C: {blank: 空}
"""


def _page(folder: Path, text: str) -> Composed:
    (folder / "own.theme.yaml").write_text(THEME, "utf-8")
    (folder / "03.page.yaml").write_text(PAGE.replace("TEXT", text), "utf-8")
    return compose(str(folder / "03.page.yaml"), FileWorld())


def _runs(done: Composed) -> list[GlyphRun]:
    return [item for item in done.scene.items if isinstance(item, GlyphRun) and item.tag.block == "A"]


def test_columns_run_from_the_right(tmp_path: Path) -> None:
    done = _page(tmp_path, "老街里的夜校灯火通明，学员说：“明年再来。”八百名市民下班以后来上学")
    runs = _runs(done)
    assert all(run.vertical for run in runs)
    xs = [run.x for run in runs]
    assert xs == sorted(xs, reverse=True) and len(set(xs)) > 1
    assert {a - b for a, b in zip(xs, xs[1:]) if a != b} == {18 * PT}
    shown = "".join("".join(run.texts) for run in runs)
    assert "：『明年再来。』" in shown
    assert not done.diagnostics


def test_words_lie_figures_stand(tmp_path: Path) -> None:
    runs = _runs(_page(tmp_path, "用iPad看第12届"))
    ways = {"".join(run.texts): (run.vertical, run.turn) for run in runs}
    assert ways == {
        "用": (True, 0),
        "iPad": (False, 90),
        "看第": (True, 0),
        "12": (False, 0),
        "届": (True, 0),
    }
    figures = next(run for run in runs if run.texts == ("12", ""))
    column = next(run for run in runs if run.vertical)
    assert figures.x == column.x - figures.size // 2, "in the middle of the column"


def test_a_year_is_told(tmp_path: Path) -> None:
    found = _page(tmp_path, "2026年开春").diagnostics
    assert [(f.code, f.severity) for f in found] == [("T103", "info")]


def test_the_pdf_has_the_copy(tmp_path: Path) -> None:
    done = _page(tmp_path, "老街灯火——第12届")
    pdf = pypdfium2.PdfDocument(paint(done, ("pdf",), FileWorld(), ppi=72, epoch=0)["pdf"])
    text = pdf[0].get_textpage().get_text_bounded()
    assert "老街灯火" in "".join(text.split())


def test_what_is_over_is_told(tmp_path: Path) -> None:
    found = _page(tmp_path, "夜校" * 400).diagnostics
    assert [f.code for f in found] == ["F015"]


def test_other_roles_are_set_level_and_told() -> None:
    style = TextStyle("caption", "square", 10 * PT, 12 * PT, direction="vertical")
    where = Where("03.page.yaml")
    caption = set_text("夜校，灯火", style, 50 * PT, SquareLibrary(), where)
    head = set_display(("夜校",), style, 50 * PT, SquareLibrary(), where, Lexis())
    for done in (caption, head):
        assert [f.code for f in done.diagnostics] == ["T104"]
    assert caption.value[0].shaped.style.direction == "horizontal"
