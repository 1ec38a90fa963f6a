"""The public interface: results carry findings; paths are `str` or `Path`."""

import shutil

import pytest

import layout
from layout.templates import files

pytest_plugins = ["pytester"]


@pytest.fixture
def page(tmp_path):
    for name, source in files("school").items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, file)
    return tmp_path / "01.page.yaml"


def test_load(page):
    done = layout.load(page)
    assert done.ok and done.findings == () and done.scene is None
    assert done.page is not None and set(done.page.stories) == {"kites", "wall"}


def test_compose(page):
    done = layout.compose(str(page))
    assert done.ok and done.scene is not None and {fit.story for fit in done.fits} == {"kites", "wall"}
    assert done.files == {}


def test_render(page):
    done = layout.render(page, ("pdf", "png", "json"), ppi=30)
    assert done.files["pdf"].startswith(b"%PDF") and done.files["png"].startswith(b"\x89PNG")
    assert set(done.files) == {"pdf", "png", "json"}
    with pytest.raises(ValueError, match="svg"):
        layout.render(page, ("svg",))


def test_check_and_its_words(page):
    story = page.parent / "stories" / "wall.md"
    story.write_text(story.read_text("utf-8") + "\n" + "多出来的字。" * 100 + "\n", "utf-8")
    done = layout.check(page, lang="zh")
    assert not done.ok
    first = done.findings[0]
    assert (first.code, first.severity) == ("F001", "error") and "排不下" in first.message
    assert first.file.endswith("wall.md") and first.line > 1 and first.facts["story"] == "wall"
    assert str(first).startswith(f"{first.file}:{first.line}:{first.column}: error F001: ")


@pytest.mark.parametrize("call", [layout.load, layout.compose, layout.render, layout.check])
def test_a_wrong_spec_is_a_result(call, tmp_path):
    done = call(tmp_path / "nothing.page.yaml")
    assert not done.ok and [f.code for f in done.findings] == ["S001"]
    assert done.page is None and done.scene is None and done.files == {}


def test_diff(page, tmp_path):
    old = tmp_path / "old.scene.json"
    old.write_bytes(layout.render(page, ("json",)).files["json"])
    assert layout.diff(old, page).status == 0
    story = page.parent / "stories" / "kites.md"
    story.write_text(story.read_text("utf-8").replace("145米", "154米"), "utf-8")
    done = layout.diff(str(old), page)
    assert done.status == 1 and [c.cause for c in done.changes] == ["copy"]
    missing = layout.diff(old, tmp_path / "nothing")
    assert missing.status == 2 and missing.problems[0].code == "D904"


def test_nothing_else_is_public():
    assert set(layout.__all__) == {
        "Finding", "Result", "__version__", "check", "compose", "diff", "load", "render"
    }  # fmt: skip
    with pytest.raises(AttributeError):
        layout.nothing  # noqa: B018 - the look itself raises


# --- the pytest plugin --------------------------------------------------------------------------------


def test_the_fixture(page, pytester):
    pytester.makepyfile("def test_page(layout_page):\n    layout_page('paper/01.page.yaml')\n")
    shutil.copytree(page.parent, pytester.path / "paper")
    words = ("-p", "layout.testing", "-q")
    pytester.runpytest(*words).stdout.fnmatch_lines(["*no scene is stored*"])
    pytester.runpytest(*words, "--layout-accept").assert_outcomes(passed=1)
    pytester.runpytest(*words).assert_outcomes(passed=1)
    story = pytester.path / "paper" / "stories" / "kites.md"
    text = story.read_text("utf-8")
    story.write_text(text.replace("145米", "154米"), "utf-8")
    changed = pytester.runpytest(*words)
    changed.assert_outcomes(failed=1)
    changed.stdout.fnmatch_lines(["*differs from its stored scene*"])
    story.write_text(text + "\n" + "多出来的字。" * 100 + "\n", "utf-8")
    pytester.runpytest(*words).stdout.fnmatch_lines(["*F001*"])
    story.write_text(text, "utf-8")
    (pytester.path / "moved").mkdir()
    shutil.move(pytester.path / "paper", pytester.path / "moved" / "paper")
    pytester.makepyfile("def test_page(layout_page):\n    layout_page('moved/paper/01.page.yaml')\n")
    pytester.runpytest(*words).assert_outcomes(passed=1)


def test_the_standards_of_the_file_can_be_chosen(page):
    archive = layout.render(page, standards=("pdf/a-2b",)).files["pdf"]
    assert b"GTS_PDFA1" in archive and b"GTS_PDFX" not in archive
    assert "P001" in {f.code for f in layout.check(page, standards=("pdf/x-4", "pdf/x-1a")).findings}
