"""`layout check FILE.pdf` as a user meets it."""

import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from layout.cli import main
from layout.pipeline import render
from layout.world import FileWorld

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def files(desk: Path) -> None:
    """A PDF of ours and one of another program."""
    Path("ours.pdf").write_bytes(render("hello.page.yaml", FileWorld(), standards=("pdf/x-4",)).files["pdf"])
    canvas = Canvas("office.PDF")
    canvas.drawString(72, 700, "Advertisement")
    canvas.save()


def test_a_good_file(capsys):
    assert main(["check", "ours.pdf"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_file_with_faults(capsys):
    assert main(["check", "office.PDF", "--report", "short"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "office.PDF: error P203: font Helvetica is not in the file" in err.splitlines()


def test_in_chinese(capsys):
    assert main(["check", "office.PDF", "--lang", "zh", "--report", "short"]) == 1
    assert "office.PDF: error P203: 字体 Helvetica 没有嵌入文件" in capsys.readouterr().err


def test_as_json(capsys):
    assert main(["check", "office.PDF", "--report", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {one["code"] for one in found} >= {"P203", "P216"}
    assert {one["document"] for one in found} == {"office.PDF"}


def test_pages_and_files_together():
    assert main(["check", "hello.page.yaml", "ours.pdf"]) == 0
    assert main(["check", "hello.page.yaml", "office.PDF"]) == 1


def test_no_such_file(capsys):
    assert main(["check", "gone.pdf"]) == 2
    assert "S001" in capsys.readouterr().err


def test_a_folder(capsys):
    Path("folder.pdf").mkdir()
    with pytest.raises(SystemExit) as stop:
        main(["check", "folder.pdf", "--lang", "en"])
    assert stop.value.code == 2 and "there are no pages" in capsys.readouterr().err


def test_a_wreck_is_a_finding(capsys):
    Path("wreck.pdf").write_bytes(Path("ours.pdf").read_bytes()[:500])
    assert main(["check", "wreck.pdf"]) == 1
    assert "P200" in capsys.readouterr().err


def test_every_example_is_clean():
    """No rule cries wolf: what the examples are told is for information."""
    for page in sorted(Path().glob("*.page.yaml")):
        assert main(["check", "--quiet", str(page)]) == 0, page


def test_a_character_beyond_the_first_plane_comes_out_as_it_is(capsys):
    page = Path("hello.page.yaml")
    page.write_text(page.read_text("utf-8").replace("齐远", "齐𠮷远"), "utf-8")
    assert main(["check", str(page), "--report", "short"]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert "T101" in told, "no face has it; what stands for it still comes out of the file as the copy"
