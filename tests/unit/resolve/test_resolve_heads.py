"""Heads: their order and place, type reversed out of an ink, heads over several stories; outlines of wraps."""

from pathlib import Path

from PIL import Image, ImageDraw
from resolve_specs import PAGE, loaded

from layout.picture import silhouette
from layout.resolve.plan import resolve
from layout.resolve.types import OverPlan, StoriesPlan
from layout.resolve.wraps import ROWS, scanned
from layout.style import BLACK, PAPER
from layout.units import PT
from layout.world import FileWorld

TEXT = """\
stories:
  a: {kicker: 引, headline: 题, deck: 副, body: 文。}
  b: {headline: 乙, body: 文。}
dummy: |
  15  | H H H H H H H H
  100 | A A A A B B B B
blocks:
  A: {story: a, head: HEAD}
  B: {story: b}
  H: {head: {over: [A, B], headline: 通栏, kicker: 一二, reverse: k 100%}}
"""


def plan(folder: Path, head: str):
    page = loaded(folder, PAGE + TEXT.replace("HEAD", head))
    done = resolve(page.page, page.theme, FileWorld())
    assert done.diagnostics == ()
    return {block.id: block.content for block in done.value.blocks}


def story(folder: Path, head: str):
    content = plan(folder, head)["A"]
    assert isinstance(content, StoriesPlan)
    return content.stories[0]


def test_parts_that_are_ordered_come_first(tmp_path: Path) -> None:
    assert [h.role for h in story(tmp_path, "{order: [headline]}").heads] == ["headline", "kicker", "deck"]


def test_where_it_stands(tmp_path: Path) -> None:
    head = story(tmp_path, "{place: inset, columns: 2-3, width: 6字, height: 9行}").head
    assert (head.place, head.columns, head.width, head.height) == ("inset", (1, 2), 54 * PT, 9)


def test_reversed_type_is_white_on_its_ink(tmp_path: Path) -> None:
    whole = story(tmp_path, "{reverse: k 100%}")
    assert whole.head.box is not None and whole.head.box.fill == BLACK
    assert {h.style.colour for h in whole.heads} == {PAPER}
    part = story(tmp_path, "{reverse: {kicker: k 100%}}")
    assert part.head.box is None and part.head.behind == {"kicker": BLACK}
    assert [h.style.colour == PAPER for h in part.heads] == [True, False, False]
    tinted = story(tmp_path, "{tint: {deck: k 10%}}")
    assert list(tinted.head.behind) == ["deck"] and PAPER not in {h.style.colour for h in tinted.heads}


def test_a_vertical_head_is_vertical_in_all_of_its_parts(tmp_path: Path) -> None:
    for head in ("{direction: vertical}", "{headline: {direction: vertical}}"):
        heads = story(tmp_path, head).heads
        assert {(h.style.direction, h.style.scale) for h in heads} == {("vertical", (1000, 1000))}


def test_a_head_over_stories_has_words_of_its_own(tmp_path: Path) -> None:
    over = plan(tmp_path, "{}")["H"]
    assert isinstance(over, OverPlan)
    assert over.over == ("A", "B")
    assert [(h.role, h.lines) for h in over.story.heads] == [("kicker", ("一二",)), ("headline", ("通栏",))]
    assert over.story.head.box is not None and over.story.head.box.fill == BLACK


def test_a_polygon_row_by_row() -> None:
    rows = scanned(((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)))
    assert len(rows) == ROWS
    assert rows[ROWS // 2] == (0, 1000)
    assert rows[0] == (495, 505) and rows[-1] == (495, 505)
    half = scanned(((0, 0), (1, 0), (1, 0.5), (0, 0.5)))
    assert half[0] == (0, 1000) and half[-1] == (0, 0)


def test_what_a_picture_shows_where_it_is_not_transparent(tmp_path: Path) -> None:
    cut = Image.new("RGBA", (100, 100))
    ImageDraw.Draw(cut).rectangle((20, 0, 59, 49), fill=(0, 0, 0, 255))
    cut.save(tmp_path / "cut.png")
    assert silhouette((tmp_path / "cut.png").read_bytes(), 1000, 4) == (
        (200, 600),
        (200, 600),
        (0, 0),
        (0, 0),
    )
    cut.convert("L").save(tmp_path / "full.png")
    assert silhouette((tmp_path / "full.png").read_bytes(), 1000, 4) == ()


def test_a_vertical_heads_banner_stands_in_the_first_column_or_it_is_told(tmp_path: Path) -> None:
    text = TEXT.replace("headline: 题,", "headline: 题, series: s,").replace(
        "dummy:", "banners: {s: {lines: [栏]}}\ndummy:"
    )
    for series, told in (("", []), (", series: above", ["F047"]), (", series: beside", ["F047"])):
        page = loaded(tmp_path, PAGE + text.replace("HEAD", f"{{place: right, direction: vertical{series}}}"))
        done = resolve(page.page, page.theme, FileWorld())
        assert [d.code for d in done.diagnostics] == told
        (content,) = (b.content for b in done.value.blocks if b.id == "A")
        assert isinstance(content, StoriesPlan)
        assert content.stories[0].banner and content.stories[0].series == "first-column"
