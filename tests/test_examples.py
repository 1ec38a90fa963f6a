"""The examples teach, so they are without fault; and no measure, however absurd, breaks them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from layout.cli import main
from layout.diag import SpecError
from layout.font.library import FontLibrary
from layout.page.compose import compose as compose_page
from layout.pipeline import compose
from layout.resolve.families import read_fonts
from layout.resolve.plan import resolve
from layout.scene.build import build
from layout.scene.codec import dump, load
from layout.spec.load import load as load_spec
from layout.spec.model import Length
from layout.world import FileWorld
from tests.scene_facts import copy_of, outside, overlaps

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.page.yaml"))
ABSURD = {
    "two characters wide": {"measure": Length(2, "字")},
    "less than a character wide": {"measure": Length(0.5, "字")},
    "a furlong wide": {"measure": Length(2000, "字")},
    "wide gutters": {"gutter": Length(40, "字")},
    "lines closer than the type": {"leading": Length(3, "pt")},
    "lines far apart": {"leading": Length(400, "pt")},
    "no gap": {"gap": 0},
    "nothing but gap": {"gap": 100},
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: p.name)
def test_it_renders_without_a_word(example, tmp_path, capsys):
    out = tmp_path / "page.pdf"
    assert main(["render", str(example), "-o", str(out), "--strict", "-q", "--lang", "en"]) == 0
    assert capsys.readouterr() == ("", "")
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: p.name)
def test_nothing_overlaps_or_leaves_the_paper(example):
    done = compose(str(example), FileWorld())
    blocks, scene = done.loaded.page.blocks.values(), done.scene
    outlined = tuple(block.id for block in blocks if block.wrap and block.wrap.shape == "contour")
    assert overlaps(scene, outlined) == []
    assert outside(scene) == []


@pytest.mark.parametrize("change", ABSURD)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: p.name)
def test_an_absurd_grid_breaks_nothing(example, change):
    """Findings there may be, and many; but every page is made, and of every story the same characters are placed
    or counted as over."""
    world = FileWorld()
    loaded = load_spec(str(example), world)
    page = replace(loaded.page, grid=replace(loaded.page.grid, **ABSURD[change]))
    fonts = read_fonts(loaded.theme).value
    library = FontLibrary(fonts.families, fonts.sources)
    plan = resolve(page, loaded.theme, world).value
    made = compose_page(plan, library)
    scene = build(made.value)
    assert load(dump(scene)) == scene
    placed = copy_of(scene)
    usual = copy_of(compose(str(example), world).scene)
    over = {fit.story: fit.over_characters for fit in made.value.fits}
    for story, text in usual.items():
        assert text.startswith(placed.get(story, ""))
        assert len(text) - len(placed.get(story, "")) == over[story]


@pytest.mark.parametrize("change", ["two characters wide", "a furlong wide"])
def test_an_absurd_page_can_be_painted(change):
    from layout.backends.pdf import render as pdf

    world = FileWorld()
    loaded = load_spec(str(EXAMPLES[0]), world)
    page = replace(loaded.page, grid=replace(loaded.page.grid, **ABSURD[change]))
    fonts = read_fonts(loaded.theme).value
    library = FontLibrary(fonts.families, fonts.sources)
    scene = build(compose_page(resolve(page, loaded.theme, world).value, library).value)
    assert pdf((scene,), library, world, epoch=None).startswith(b"%PDF")


def test_every_theme_of_the_examples_is_used():
    written = "".join(p.read_text("utf-8") for p in EXAMPLES[0].parent.glob("*.yaml"))
    for theme in EXAMPLES[0].parent.glob("*.theme.yaml"):
        assert f" {theme.name}\n" in written


def test_every_story_and_picture_of_the_examples_is_used():
    folder = EXAMPLES[0].parent
    written = "".join(p.read_text("utf-8") for p in (*folder.glob("*.yaml"), *folder.glob("stories/*.md")))
    for file in (*folder.glob("stories/*"), *(f for f in folder.glob("pictures/*") if f.suffix != ".py")):
        assert file.name in written, file


def test_an_example_that_is_wrong_would_be_told(tmp_path):
    wrong = tmp_path / "wrong.page.yaml"
    wrong.write_text(EXAMPLES[0].read_text("utf-8").replace("layout: 1", "layout: 9"), "utf-8")
    with pytest.raises(SpecError):
        compose(str(wrong), FileWorld())
