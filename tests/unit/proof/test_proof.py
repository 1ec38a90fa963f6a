"""A proof: the page as it is, its frames, line numbers, empty places and findings on it, the words beside it."""

import re
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from layout.cli import main
from layout.pipeline import Rendered, render
from layout.proof.over import rest
from layout.proof.type import TINT
from layout.scene.items import GlyphRun
from layout.scene.items import Path as Shape
from layout.world import FileWorld
from tests.page_plans import copy_of, han
from tests.scene_facts import outside

EXAMPLES = Path(__file__).parents[3] / "examples"
PAGE = """
layout: 1
theme: small.theme.yaml
page: {{number: 4, date: 2026-03-09, section: 示例, paper: 河东日报}}
grid: {{lines: {lines}}}
stories: {{library: stories/library.md, nest: stories/nest.md, pool: stories/pool.md}}
dummy: |
  * | {dummy}
blocks:
{blocks}
"""
STACK = "  L: {stories: [library, nest, pool], head: {headline: {size: 小三, lines: 2}}}"
# What the page is like: a stack that is over, one that is short, stories each for itself of which one is over.
PAGES = {
    "over": PAGE.format(lines=22, dummy="L L . .", blocks=STACK),
    "short": PAGE.format(lines=26, dummy="L L L L", blocks=STACK),
    "stories": PAGE.format(
        lines=14, dummy="A A B P", blocks="  A: {story: library}\n  B: {story: nest}\n  P: {story: pool}"
    ),
}


@pytest.fixture(autouse=True)
def pages(desk: Path) -> None:
    for name, page in PAGES.items():
        (desk / f"{name}.page.yaml").write_text(page, "utf-8")


def proof(name: str, lang="zh") -> Rendered:
    return render(f"{name}.page.yaml", FileWorld(), formats=("json",), proof=lang)


def sheet(done: Rendered):
    from layout.scene.codec import load

    return load(done.files["json"])


def beside(scene, page) -> str:
    """The text beside the page."""
    runs = (i for i in scene.items if isinstance(i, GlyphRun) and i.x > page.right)
    return "".join("".join(run.texts) for run in runs)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_on_it_as_it_is(desk, name):
    done = proof(name)
    made = sheet(done)
    page = done.composed.scene
    assert made.trim.width > page.trim.width and made.trim.height == page.trim.height
    kept = [item for item in made.items if item in set(page.items)]
    assert kept == list(page.items)
    assert outside(made) == []


@pytest.mark.parametrize("name", PAGES)
def test_what_is_over_stands_beside_it_in_full(desk, name):
    done = proof(name)
    text = bare(beside(sheet(done), done.composed.scene.trim))
    stories = {s.id: s for b in done.composed.plan.blocks for s in getattr(b.content, "stories", ())}
    over = [fit for fit in done.composed.fits if fit.over_characters]
    assert bool(over) == (name != "short")
    for fit in over:
        whole = bare("".join(block.text for block in stories[fit.story].copy.blocks))
        assert whole[-fit.over_characters :] in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_finding_is_there_in_words(desk, name, lang):
    from layout.report.said import say

    done = proof(name, lang)
    text = bare(beside(sheet(done), done.composed.scene.trim))
    found = done.composed.diagnostics
    assert found
    for one in found:
        assert bare(say(one, done.composed.loaded.sources, lang).message) in text


def test_numbers_of_findings_stand_on_the_page(desk):
    done = proof("stories")
    page = done.composed.scene.trim
    on_page = [
        "".join(i.texts)
        for i in sheet(done).items
        if isinstance(i, GlyphRun) and i.tag.role == "proof" and i.x < page.right
    ]
    assert {str(n) for n in range(1, len(done.composed.diagnostics) + 1)} <= set(on_page)
    assert {"A  library", "B  nest", "P  pool"} <= set(on_page)


def test_the_lines_of_the_grid_are_numbered_on_both_sides(desk):
    done = proof("short")
    page = done.composed.scene.trim
    grid = done.composed.plan.grid
    sides = (lambda x: x < grid.x, lambda x: grid.x + grid.span(grid.columns) < x < page.right)
    for side in sides:
        runs = [
            i for i in sheet(done).items if isinstance(i, GlyphRun) and i.tag.role == "proof" and side(i.x)
        ]
        assert {"1", "5", "10", "15", "20", "25"} <= {"".join(run.texts) for run in runs}


def test_empty_line_places_are_tinted(desk):
    """Below the stack, and where a story's last column is short."""
    done = proof("short")
    tinted = [i for i in sheet(done).items if isinstance(i, Shape) and i.fill == TINT]
    assert len(tinted) >= done.composed.fits[-1].spare + 4 * 3


def test_the_end_of_copy_goes_by_characters_not_by_spaces():
    copy = copy_of(han(10), "## 小标题", "一二 三四")
    assert [b.text for b in rest(copy.blocks, 2)] == ["三四"]
    assert [b.text for b in rest(copy.blocks, 7)] == ["小标题", "一二 三四"]
    assert [b.text for b in rest(copy.blocks, 9)] == [han(10)[-2:], "小标题", "一二 三四"]
    assert rest(copy.blocks, 0) == ()


def test_a_proof_never_takes_the_pages_place(desk, capsys):
    assert main(["render", "-q", "--lang", "en", "--proof", "over.page.yaml"]) == 1
    assert main(["render", "-q", "--proof", "-f", "png,json", "short.page.yaml"]) == 0
    made = ("over.proof.pdf", "short.proof.png", "short.proof.scene.json")
    assert all((desk / name).exists() for name in made)
    assert not [p for p in desk.glob("*.p*") if p.suffix in (".pdf", ".png") and p.name not in made]
    document = PdfDocument(desk / "over.proof.pdf")
    assert "nest: 18 characters (2 lines) over" in document[0].get_textpage().get_text_bounded()
    document.close()
