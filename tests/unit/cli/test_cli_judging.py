"""Which findings count: options, the theme, comments; and several pages in one report."""

import json
import re
import shutil
from pathlib import Path

import pytest

from layout.cli import main
from layout.templates import files

PAGE = "01.page.yaml"


@pytest.fixture(autouse=True)
def paper(tmp_path, monkeypatch):
    """A page with a hole (F002, a warning; F035, what to write), and a quotation without an end (C101, a warning)."""
    monkeypatch.chdir(tmp_path)
    for name, source in files("tabloid").items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, name)
    story = Path("stories/ferry.md")
    text = story.read_text("utf-8")
    story.write_text(text[: text.index("## 十四分钟")] + "他说：“明天来。\n", "utf-8")


def codes(capsys, *words: str) -> tuple[int, dict[str, str]]:
    status = main(["check", *(words if PAGE in words else (PAGE, *words)), "--report", "json"])
    return status, {f["code"]: f["severity"] for f in json.loads(capsys.readouterr().out)["findings"]}


def test_as_it_comes(capsys):
    assert codes(capsys) == (0, {"F002": "warning", "C101": "warning", "F035": "info"})


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        (("--select", "F"), 0, {"F002": "warning", "F035": "info"}),
        (("--select", "f002,C1"), 0, {"F002": "warning", "C101": "warning"}),
        (("--ignore", "F,C101"), 0, {}),
        (("--ignore", "F", "--ignore", "C"), 0, {}),
        (("--error", "F002"), 1, {"F002": "error", "C101": "warning", "F035": "info"}),
        (("--error", "F,C", "--ignore", "C"), 1, {"F002": "error", "F035": "error"}),
        (("--select", "C", "--strict"), 1, {"C101": "warning"}),
    ],
)
def test_options(words, status, expected, capsys):
    assert codes(capsys, *words) == (status, expected)


def test_an_error_can_be_made_a_warning(capsys):
    story = Path("stories/repair.md")
    story.write_text(story.read_text("utf-8") + "\n" + "多出来的字" * 200 + "。\n", "utf-8")
    assert codes(capsys)[1]["F001"] == "error"
    assert codes(capsys, "--warn", "F001")[0] == 0
    assert main(["render", PAGE, "-q", "--warn", "F"]) == 0
    assert main(["render", PAGE, "-q", "--select", "F"]) == 1


def test_an_unknown_code_is_a_mistake_of_the_caller(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["check", PAGE, "--ignore", "F9", "--lang", "zh"])
    assert stop.value.code == 2 and "没有 F9 这个代码" in capsys.readouterr().err


def test_a_wrong_spec_can_not_be_ignored(capsys):
    page = Path(PAGE)
    text = page.read_text("utf-8").replace("story: ferry", "story: fery")
    page.write_text(re.sub(r"(?m)^(  A: .*)$", r"\1  # layout: ignore S", text), "utf-8")
    status, said = codes(capsys, "--ignore", "S,F,C")
    assert status == 1 and "S050" in said


def test_a_comment_on_the_line(capsys):
    page = Path(PAGE)
    text = page.read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("  A: {story"))
    page.write_text(text.replace(line, f"{line}  # layout: ignore F002"), "utf-8")
    assert codes(capsys) == (0, {"C101": "warning"})
    page.write_text(text.replace(line, f"{line}  # layout: ignore C, T2"), "utf-8")
    assert codes(capsys)[1].keys() == {"F002", "C101", "F035"}


def test_a_comment_for_the_whole_story(capsys):
    story = Path("stories/ferry.md")
    story.write_text(story.read_text("utf-8").replace("---\n", "---\n# layout: ignore-file C1\n", 1), "utf-8")
    assert codes(capsys) == (0, {"F002": "warning", "F035": "info"})


def test_copy_that_looks_like_a_comment_is_copy(capsys):
    story = Path("stories/ferry.md")
    story.write_text(story.read_text("utf-8") + "\n甲 # layout: ignore-file C101\n", "utf-8")
    assert "C101" in codes(capsys)[1]


def test_pages_share_one_report(capsys):
    shutil.copyfile(PAGE, "02.page.yaml")
    assert main(["check", PAGE, "02.page.yaml", "--report", "json"]) == 0
    said = json.loads(capsys.readouterr().out)["findings"]
    assert [f["code"] for f in said] == [
        "F002",
        "F002",
        "C101",
        "F035",
    ]  # the story that both have is told once
    assert main(["check", PAGE, "02.page.yaml", "--report", "short", "--error", "C101"]) == 1
    first = capsys.readouterr().err.splitlines()[0]
    assert "error C101" in first


@pytest.mark.parametrize("form", ["json", "github", "junit", "sarif", "markdown"])
def test_forms_for_programs_go_to_the_standard_output(form, capsys):
    assert main(["check", PAGE, "--report", form]) == 0
    out, err = capsys.readouterr()
    assert "F002" in out and err == ""
    assert main(["render", PAGE, "--report", form, "-q", "-o", "x.pdf"]) == 0
