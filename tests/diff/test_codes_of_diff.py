"""A case for each code that the pairs don't have, and for each reason not to compare."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from kit import cases, changed, project
from PIL import Image

import layout
from layout.cli import main


@pytest.mark.parametrize("case", cases("codes"), ids=lambda case: case["id"])
def test_a_code(case: dict[str, Any], tmp_path: Path) -> None:
    a, b = project(tmp_path / "a"), project(tmp_path / "b")
    for version in (a, b):
        changed(version.parent, case.get("from", []))
    changed(b.parent, case["edit"])
    result = layout.diff(a, b, pixels=True)
    assert result.problems == () and not any(page.problem for page in result.pages)
    said = [change.code for change in result.changes]
    assert case["id"] in said, said


def test_a_picture_saved_anew(tmp_path: Path) -> None:
    """D604: other bytes, the same picture."""
    a, b = project(tmp_path / "a"), project(tmp_path / "b")
    file = b.parent / "pictures" / "class.png"
    with Image.open(file) as picture:
        picture.load()
        picture.save(file, compress_level=0)
    result = layout.diff(a, b)
    assert [change.code for change in result.changes] == ["D604"]


def test_a_story_on_another_page(tmp_path: Path) -> None:
    """D430."""
    pages = {}
    for side, (third, fourth) in {"a": ("market, choir", "notice"), "b": ("choir", "notice, market")}.items():
        page = pages[side] = project(tmp_path / side)
        text = page.read_text("utf-8").replace(
            "stories:\n", "stories:\n  notice: {headline: 停水, body: 停水。}\n"
        )
        page.write_text(text.replace("[market, choir]", f"[{third}]"), "utf-8")
        text = text.replace("number: 3", "number: 4").replace("[market, choir]", f"[{fourth}]")
        page.with_name("04.page.yaml").write_text(text, "utf-8")
    result = layout.diff(pages["a"].parent, pages["b"].parent)
    assert "D430" in [change.code for change in result.changes]


def refusal(a: Path, b: Path, **options: Any) -> set[str]:
    result = layout.diff(a, b, **options)
    assert result.status == 2
    return {p.code for p in (*result.problems, *(page.problem for page in result.pages)) if p}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return project(tmp_path / "paper")


def pdf(file: Path, **save: Any) -> Path:
    """A PDF with an empty page."""
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(400, 400))
        made.save(file, **save)
    return file


def test_files_that_are_no_pages(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "a.json").write_text("{}", "utf-8")
    assert refusal(tmp_path / "nothing", page) == {"D904"}
    assert refusal(tmp_path / "empty", page) == {"D905"}
    assert refusal(tmp_path / "a.txt", page) == {"D908"}
    assert refusal(tmp_path / "a.pdf", page) == {"D902"}
    assert refusal(tmp_path / "a.json", page) == {"D909"}


def test_pdfs_that_say_nothing(page: Path, tmp_path: Path) -> None:
    secret = pdf(tmp_path / "b.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    assert refusal(secret, page) == {"D901"}
    assert refusal(pdf(tmp_path / "c.pdf"), page) == {"D903"}


def test_pages_that_do_not_go_together(page: Path, tmp_path: Path) -> None:
    other = shutil.copytree(page.parent, tmp_path / "other")
    text = page.read_text("utf-8")
    (other / "04.page.yaml").write_text(text.replace("number: 3", "number: 4"), "utf-8")
    assert refusal(page.parent, other) == {"D913"}
    assert refusal(other, page.parent) == {"D912"}
    files = layout.render(page).files
    (tmp_path / "small.pdf").write_bytes(files["pdf"])
    theme = other / "house.theme.yaml"
    theme.write_text(theme.read_text("utf-8").replace("160mm, 146mm", "170mm, 146mm"), "utf-8")
    assert refusal(tmp_path / "small.pdf", other / "03.page.yaml") == {"D914"}


def test_a_page_with_errors(page: Path, tmp_path: Path) -> None:
    wrong = page.with_name("wrong.page.yaml")
    wrong.write_text(page.read_text("utf-8").replace("story: school", "story: scool"), "utf-8")
    assert refusal(page, wrong) == {"D911"}


def test_a_scene_whose_picture_is_gone(page: Path, tmp_path: Path) -> None:
    """Against a PDF it has to be painted."""
    scene, made = tmp_path / "a.scene.json", tmp_path / "a.pdf"
    files = layout.render(page, ("json", "pdf")).files
    scene.write_bytes(files["json"]), made.write_bytes(files["pdf"])
    assert refusal(scene, made) == {"D910"}


def test_our_own_fault(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("layout.pipeline.compose", broken)
    monkeypatch.setattr("layout.compare.inputs.compose", broken, raising=False)
    assert refusal(page, page) == {"D915"}


def git(*words: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)


def test_revisions(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(page.parent)
    git("init", "-q"), git("add", "."), git("commit", "-qm", "first")
    assert main(["diff", "nothing..HEAD", "--lang", "en"]) == 2
    assert "there is no revision nothing" in capsys.readouterr().err  # D906
    git("checkout", "-q", "--orphan", "apart"), git("commit", "-qm", "apart")
    assert main(["diff", "HEAD...@{-1}", "--lang", "en"]) == 2
    assert "git" in capsys.readouterr().err  # D907: they have no commit in common
    other = page.read_text("utf-8").replace("number: 3", "number: 4")
    Path("04.page.yaml").write_text(other, "utf-8")
    git("add", "."), git("commit", "-qm", "second")
    Path("04.page.yaml").unlink()
    assert main(["diff", "HEAD", "--report", "json"]) == 1
    assert '"D432"' in capsys.readouterr().out
