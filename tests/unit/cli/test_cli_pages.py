"""Which pages a command is asked for: of a folder, and of a story, a theme, a picture, a list of corrections."""

import os
from pathlib import Path

import pytest

from layout.cli import main

PAGE = """\
layout: 1
theme: {theme}
page: {{number: {number}, date: 2026-03-09, section: 试, paper: 试}}
stories: {{{story}: stories/{story}.md}}
pictures: {{boat: {{file: {picture}, caption: none}}}}
dummy: |
  *  | A A A A A P
blocks: {{A: {{story: {story}}}, P: {{picture: boat}}}}
"""
PICTURE = Path(__file__).parents[3] / "examples" / "pictures" / "boat.jpg"


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """Two days of a paper with a theme between them and the built-in one; an environment and a hidden folder."""
    monkeypatch.chdir(tmp_path)
    files = {
        "layout.yaml": "",
        "README.md": "",
        "house.theme.yaml": "extends: tabloid\n",
        "sunday.theme.yaml": "extends: house.theme.yaml\n",
        "周 一/01.page.yaml": PAGE.format(
            theme="../house.theme.yaml", number=1, story="rain", picture="../a.jpg"
        ),
        "周 一/stories/rain.md": "---\nheadline: 雨\n---\n下雨。\n",
        "周日/01.page.yaml": PAGE.format(
            theme="../sunday.theme.yaml", number=1, story="sun", picture="../b.jpg"
        ),
        "周日/stories/sun.md": "---\nheadline: 晴\n---\n天晴。\n",
        "venv/pyvenv.cfg": "",
        "venv/lib/templates/09.page.yaml": "nothing",
        "node_modules/a/09.page.yaml": "nothing",
        ".old/09.page.yaml": "nothing",
    }
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    for name in ("a.jpg", "b.jpg"):
        Path(name).write_bytes(PICTURE.read_bytes())


def checked(capsys, *words: str) -> tuple[int, list[str]]:
    """The exit status of a check and the pages that it looked at (each has lines left over)."""
    status = main(["check", *words, "--report", "short", "--select", "F002,S", "--warn", "F002"])
    said = capsys.readouterr().err.splitlines()
    return status, sorted({line.partition("/")[0] for line in said})


def test_a_folder_is_its_pages(paper, capsys):
    assert checked(capsys, ".") == (0, ["周 一", "周日"])
    assert checked(capsys, "周日") == (0, ["周日"])
    assert checked(capsys, "周日", "周日/01.page.yaml") == (0, ["周日"])


def test_pages_of_a_folder_keep_their_places_in_another(paper):
    assert main(["render", ".", "-o", "out/", "-q", "--lang", "en"]) in (0, 1)
    assert sorted(map(str, Path("out").rglob("*.pdf"))) == ["out/周 一/01.pdf", "out/周日/01.pdf"]
    assert main(["render", "周日", "-o", "sunday.pdf", "-q"]) in (0, 1)
    assert Path("sunday.pdf").is_file()


def test_documents_of_a_folder_that_is_elsewhere_are_tidied(paper, monkeypatch, capsys):
    monkeypatch.chdir("周日")
    page = Path("01.page.yaml")
    page.write_text(page.read_text("utf-8").replace("section: 试", "section: '试'"), "utf-8")
    assert main(["fmt", "--check", "..", "--lang", "en"]) == 1
    assert "would tidy ../周日/01.page.yaml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "pages"),
    [
        ("周 一/stories/rain.md", ["周 一"]),
        ("./周日/../周日/stories/sun.md", ["周日"]),
        ("周日/01.page.yaml", ["周日"]),
        ("sunday.theme.yaml", ["周日"]),
        ("house.theme.yaml", ["周 一", "周日"]),
        ("a.jpg", ["周 一"]),
        ("layout.yaml", ["周 一", "周日"]),
        ("README.md", []),
        ("venv/lib/templates/09.page.yaml", []),
    ],
)
def test_the_pages_that_a_file_is_used_on(file, pages, paper, capsys):
    assert checked(capsys, "--using", file) == (0, pages)


def test_a_file_that_is_gone_is_found_out(paper, capsys):
    Path("周日/stories/sun.md").unlink()
    assert checked(capsys, "--using", "周日/stories/sun.md") == (1, ["周日"])
    assert checked(capsys, "--using", "a.jpg") == (0, ["周 一"])


def test_a_slip_of_the_pen_is_found_out(paper, capsys):
    status, said = checked(capsys, "--using", "a.jpg", "周日/stories/son.md")
    assert status == 2 and [line.partition(":")[0] for line in said] == ["周 一", "周日"]


@pytest.mark.parametrize("file", ["周日/stories/sun.md", "house.theme.yaml"])
def test_what_is_no_page_is_told_from_one(file, paper, capsys):
    assert main(["check", file, "--report", "short", "--lang", "en"]) == 2
    (said,) = (line for line in capsys.readouterr().err.splitlines() if line.startswith(file))
    assert "S104" in said and "*.page.yaml" in said


def test_a_page_that_can_t_be_read_is_still_made_of_its_story(paper, capsys):
    page = Path("周日/01.page.yaml")
    page.write_text(page.read_text("utf-8").replace("dummy:", "dumy:"), "utf-8")
    assert checked(capsys, "--using", "周日/stories/sun.md") == (1, ["周日"])


def test_corrections_are_read_and_their_stories_pages_checked(paper, capsys):
    file = Path("改.yaml")
    file.write_text("# 二校\ncorrections:\n  - {story: sun, old: 天晴, new: 天阴}\n", "utf-8")
    assert checked(capsys, "--using", str(file)) == (0, ["周日"])
    assert checked(capsys, str(file)) == (0, [])
    file.write_text("corrections:\n  - {story: sun, old: 天晴}\n", "utf-8")
    status, said = checked(capsys, "--using", str(file))
    assert status == 1 and said[0].startswith("改.yaml:2:")


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_a_file_by_another_name_is_the_same_file(paper, capsys):
    Path("c.jpg").symlink_to("a.jpg")
    assert checked(capsys, "--using", "c.jpg") == (0, ["周 一"])
