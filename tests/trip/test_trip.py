"""One torture page: every kind of block, rule, frame, markup and caption at once."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from layout.cli import main
from layout.diag import Diagnostic
from layout.page.rooms import rooms
from layout.pipeline import Composed, compose
from layout.resolve.plan import resolve
from layout.scene.items import GlyphRun, Picture, Rule
from layout.scene.items import Path as Shape
from layout.spec.load import load
from layout.world import FileWorld
from tests.scene_facts import copy_of, overlaps, text

PAGE = Path(__file__).parent / "trip.page.yaml"
# What is to be said of it: long words that had to be cut, two marks that were to stay as written, white.
EXPECTED = {"T201", "T203", "C107", "F002", "F035", "F033", "F019", "F003"}


@pytest.fixture(scope="module")
def page() -> Composed:
    return compose(str(PAGE), FileWorld())


def test_what_is_found(page):
    def word(found: Diagnostic) -> str:
        return found.code

    assert set(map(word, page.diagnostics)) <= EXPECTED
    assert not [d for d in page.diagnostics if d.severity == "error"]


def test_all_of_it_is_there(page):
    """Every kind of item, every block, every role."""
    assert {type(item) for item in page.scene.items} >= {GlyphRun, Rule, Shape, Picture}
    blocks = {item.tag.block for item in page.scene.items}
    loaded = load(str(PAGE), FileWorld())
    wanted = {block.id for block in loaded.page.blocks.values() if block.kind != "blank"}
    assert wanted <= blocks
    roles = {item.tag.role for item in page.scene.items}
    assert roles >= {
        "kicker", "headline", "deck", "byline", "body", "dateline", "dateline-by", "bold", "em", "crosshead",
        "caption", "credit", "banner", "credits", "credits-role", "ear", "picture", "box", "rule", "quote",
    }  # fmt: skip


def test_every_character_is_there(page):
    loaded = load(str(PAGE), FileWorld())
    plan = resolve(loaded.page, loaded.theme, FileWorld()).value
    placed = copy_of(page.scene)
    for block in plan.blocks:
        for story in getattr(block.content, "stories", ()):
            copy = "".join("".join((b.marker + b.text).split()) for b in story.copy.blocks)
            assert placed.get(story.id, "") == copy


def test_nothing_overlaps(page):
    assert overlaps(page.scene) == []


def test_frames_keep_clear_of_what_is_below(page):
    """The box stands partly over blank cells; its foot is level and off the block below it all the same."""
    loaded = load(str(PAGE), FileWorld())
    plan = resolve(loaded.page, loaded.theme, FileWorld()).value
    found = rooms(plan.blocks, plan.grid)
    foot = max(found["frame"].outer.bottom, found["G"].outer.bottom)
    assert foot <= plan.grid.line_y(found["Z"].top - plan.grid.gap)


def test_in_every_format(tmp_path, capsys):
    assert main(["render", str(PAGE), "-o", f"{tmp_path}/", "-f", "pdf,png,json", "--ppi", "30", "-q"]) == 0
    assert json.loads((tmp_path / "trip.scene.json").read_text("utf-8"))["items"]
    assert (tmp_path / "trip.png").stat().st_size > 1000
    capsys.readouterr()
    if shutil.which("pdftotext"):
        done = subprocess.run(
            ["pdftotext", "-raw", str(tmp_path / "trip.pdf"), "-"], capture_output=True, check=True
        )
        assert done.stderr == b""
        found = "".join(done.stdout.decode("utf-8").split())
        for words in (
            "主题写成两行",
            "“这样”就固定分行",
            "框里的小标题",
            "买买提·艾力",
            "㐂",
            "稿件自带的图",
        ):
            assert words in found


def test_the_same_twice(page):
    assert compose(str(PAGE), FileWorld()).scene == page.scene


def test_a_head_in_pieces_is_set_whole(page):
    head = [i for i in page.scene.items if isinstance(i, GlyphRun) and i.tag.role == "headline"]
    assert text(run for run in head if run.tag.story == "long") == "主题写成两行“这样”就固定分行"
