"""The showcase page: the promises of the engine, on a real broadsheet page."""

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from layout.cli import main
from layout.font.library import FontLibrary
from layout.page.compose import compose
from layout.page.frames import frames_of
from layout.page.rooms import legs_of, rooms
from layout.resolve.families import read_fonts
from layout.resolve.plan import resolve
from layout.resolve.types import PagePlan, StoriesPlan
from layout.scene.build import build
from layout.scene.items import Scene
from layout.spec.load import load
from layout.style import PAPER
from layout.units import Emu
from layout.world import FileWorld
from tests.scene_facts import columns, copy_of, outside, overlaps, runs

PAGE = Path(__file__).parents[1] / "pages" / "hedong" / "03.page.yaml"
LIMIT = 400_000  # bytes of a page without its pictures


@pytest.fixture(scope="module")
def plan() -> PagePlan:
    loaded = load(str(PAGE), FileWorld())
    return resolve(loaded.page, loaded.theme, FileWorld()).value


@pytest.fixture(scope="module")
def scene(plan: PagePlan) -> Scene:
    loaded = load(str(PAGE), FileWorld())
    fonts = read_fonts(loaded.theme).value
    return build(compose(plan, FontLibrary(fonts.families, fonts.sources)).value)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("showcase") / "03.pdf"
    assert main(["render", str(PAGE), "-o", str(out), "-q"]) == 0
    return out


def stories(plan: PagePlan) -> dict[str, str]:
    """The copy of each story, spaces left out."""
    return {
        story.id: "".join("".join((block.marker + block.text).split()) for block in story.copy.blocks)
        for block in plan.blocks
        if isinstance(block.content, StoriesPlan)
        for story in block.content.stories
    }


def test_no_finding(tmp_path, capsys):
    assert main(["render", str(PAGE), "-o", str(tmp_path / "03.pdf"), "--strict"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1  # where it was written, and nothing else


def test_every_character_is_on_the_page_once_and_in_order(plan, scene):
    assert copy_of(scene) == stories(plan)


def test_text_comes_back_from_the_pdf(plan, pdf):
    """Each story's copy in one piece, character for character, lines joined."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext")
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    assert done.stderr == b""
    found = "".join(done.stdout.decode("utf-8").split())
    places = []
    for name, text in stories(plan).items():
        assert found.count(text) == 1, name
        places.append(found.index(text))
    assert places == sorted(places)


def test_the_heads_come_back_too(plan, pdf):
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext")
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    found = "".join(done.stdout.decode("utf-8").split())
    for block in plan.blocks:
        for story in getattr(block.content, "stories", ()):
            for head in story.heads:
                assert "".join("".join(head.lines).split()) in found


def test_fonts_are_embedded(pdf):
    with pikepdf.open(pdf) as file:
        tables = [o for o in file.objects if isinstance(o, pikepdf.Dictionary)]
        fonts = [o for o in tables if o.get("/Type") == "/FontDescriptor"]
        assert fonts
        for font in fonts:
            assert {"/FontFile2", "/FontFile3"} & set(font.keys())


def test_it_is_small(pdf):
    with pikepdf.open(pdf) as file:
        pictures = sum(
            len(o.read_raw_bytes())
            for o in file.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        )
    assert pdf.stat().st_size - pictures <= LIMIT


def test_nothing_overlaps_or_leaves_the_paper(scene):
    assert overlaps(scene) == []
    assert outside(scene) == []


def test_body_stands_on_the_grid(plan, scene):
    grid = plan.grid
    for run in runs(scene):
        if run.tag.paragraph >= 0 and run.tag.role != "crosshead":
            assert (run.y - grid.y - grid.baseline) % grid.leading == 0


def feet(plan: PagePlan, name: str) -> dict[int, Emu]:
    """The last line place of each leg of a block."""
    (block,) = [b for b in plan.blocks if b.id == name]
    legs, _ = legs_of(rooms(plan.blocks, plan.grid)[name], plan.grid, block.content.columns, block.where)
    frames = frames_of(legs, 0, plan.grid.lines)
    return {f.leg: plan.grid.line_y(f.first + f.lines - 1) + plan.grid.baseline for f in frames}


def test_column_feet_are_level(plan, scene):
    """A story by itself: every column to its foot, the last at most three lines short. In a
    stack: all columns but the last as deep as the first."""
    for block in plan.blocks:
        if not isinstance(block.content, StoriesPlan):
            continue
        for story in block.content.stories:
            legs = columns(scene, story.id)
            found = [ys[-1] for ys in legs.values()]
            alone = len(block.content.stories) == 1
            wanted = [feet(plan, block.id)[leg] for leg in legs] if alone else [max(found)] * len(found)
            assert found[:-1] == wanted[:-1], story.id
            assert 0 <= wanted[-1] - found[-1] <= 3 * plan.grid.leading, story.id


def test_one_ink_for_text(scene):
    """Text is black; the accent is for nameplate, banner and section; white is for captions on pictures."""
    inks = {run.colour for run in runs(scene) if run.tag.paragraph >= 0}
    assert {ink.cmyk for ink in inks} == {(0, 0, 0, 1000)}
    assert PAPER not in inks
