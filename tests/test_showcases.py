"""All pages of the showcase: they close, without a word from a render or a check. What is promised of a page is
tried on the third page at length (test_showcase)."""

from pathlib import Path

import pytest

from layout.cli import main
from layout.pipeline import Composed, compose
from layout.resolve.types import StoriesPlan
from layout.world import FileWorld
from tests.scene_facts import copy_of, outside, overlaps

PAGES = sorted((Path(__file__).parents[1] / "pages" / "hedong").glob("*.page.yaml"))


@pytest.fixture(scope="module", params=PAGES, ids=lambda p: p.name)
def page(request) -> Path:
    return request.param


@pytest.fixture(scope="module")
def made(page: Path) -> Composed:
    return compose(str(page), FileWorld())


def test_a_check_finds_nothing(page, capsys):
    assert main(["check", str(page), "--strict", "-q", "--lang", "en"]) == 0
    assert capsys.readouterr() == ("", "")


def test_nothing_overlaps_or_leaves_the_paper(made):
    wrapped = any(block.wrap for block in made.plan.blocks)  # type stands in the corners of such a picture
    assert [pair for pair in overlaps(made.scene) if not (wrapped and "picture" in pair)] == []
    assert outside(made.scene) == []


def test_every_character_is_on_the_page_once_and_in_order(made):
    written = {
        story.id: "".join("".join((block.marker + block.text).split()) for block in story.copy.blocks)
        for block in made.plan.blocks
        if isinstance(block.content, StoriesPlan)
        for story in block.content.stories
    }
    assert copy_of(made.scene) == written


def test_no_story_is_over_or_leaves_a_hole(made):
    assert [(fit.story, fit.over_characters) for fit in made.fits if fit.over_characters] == []
    assert [(fit.story, fit.spare) for fit in made.fits if fit.spare > 3] == []
