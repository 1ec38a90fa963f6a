"""Revisions are compared without touching the checkout, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kit import changed, project

from layout.cli.diff import run

ROOT = Path(__file__).parents[2]


def git(folder: Path, *words: str) -> str:
    names = {
        f"GIT_{who}_{what}": "t@example.cn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **names}, capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits: in the second a character was corrected and a page added."""
    top = tmp_path / "paper"
    project(top / "pages")
    git(tmp_path, "init", "-q", "-b", "main", str(top))
    git(top, "add", ".")
    git(top, "commit", "-qm", "first")
    changed(top / "pages", [{"file": "stories/choir.md", "find": "渔歌", "put": "船歌"}])
    page = (top / "pages" / "03.page.yaml").read_text("utf-8").replace("number: 3", "number: 4")
    (top / "pages" / "04.page.yaml").write_text(page, "utf-8")
    git(top, "add", ".")
    git(top, "commit", "-qm", "second")
    monkeypatch.chdir(top)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    return top


def state(top: Path) -> tuple[str, str, str]:
    return git(top, "status", "--porcelain"), git(top, "rev-parse", "HEAD"), git(top, "worktree", "list")


def test_a_range(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(repository)
    assert run(["HEAD~1..HEAD", "--report", "short", "--lang", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("pages/stories/choir.md:4:" in line and "[-渔-]{+船+}" in line for line in lines)
    assert any("D431: moved: page added: pages/04.page.yaml" in line for line in lines)
    assert len(lines) == 2
    assert str(repository.parent / "tmp") not in "".join(lines)
    assert state(repository) == before
    assert list((repository.parent / "tmp").iterdir()) == []


def test_the_work_tree(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["HEAD"]) == 0
    changed(repository / "pages", [{"file": "stories/choir.md", "find": "坐满", "put": "站满"}])
    capsys.readouterr()
    assert run(["HEAD", "pages/03.page.yaml", "--report", "short", "--lang", "zh"]) == 1
    assert "[-坐-]{+站+}" in capsys.readouterr().out
    assert run(["HEAD~1", "pages/03.page.yaml", "--report", "short", "--lang", "zh"]) == 1
    assert "[-渔-]{+船+}" in capsys.readouterr().out


def test_from_a_folder_below_the_top(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "pages")
    assert run(["HEAD~1..HEAD", "03.page.yaml", "-q"]) == 1
    assert run(["main..main", "03.page.yaml", "-q"]) == 0


def test_two_revisions_as_two_words_and_with_three_dots(repository: Path) -> None:
    assert run(["HEAD~1", "HEAD", "-q"]) == 1
    assert run(["HEAD~1...HEAD", "-q"]) == 1


@pytest.mark.parametrize("words", [["nope..HEAD"], ["HEAD..nope"], ["--", "-x..HEAD"], ["HEAD", "nowhere"]])
def test_what_does_not_exist(repository: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = state(repository)
    assert run(words) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert state(repository) == before
    assert list((repository.parent / "tmp").iterdir()) == []


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["HEAD~1..HEAD"]) == 2


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_behind_when_it_is_stopped(repository: Path, how: signal.Signals) -> None:
    before = state(repository)
    (repository / "pages" / "stories" / "big.bin").write_bytes(bytes(1000))
    temporary = repository.parent / "tmp"
    process = subprocess.Popen(
        [sys.executable, "-m", "layout", "diff", "HEAD~1..HEAD"],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(2000):
        if process.poll() is not None or list(temporary.iterdir()):
            break
        time.sleep(0.002)
    process.send_signal(how)
    process.wait(30)
    (repository / "pages" / "stories" / "big.bin").unlink()
    assert list(temporary.iterdir()) == []
    assert state(repository) == before


def test_git_setup(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / ".gitattributes").write_text("*.jpg binary", "utf-8")
    assert run(["--git-setup"]) == 0
    assert run(["--git-setup"]) == 0
    lines = (repository / ".gitattributes").read_text("utf-8").splitlines()
    assert lines == ["*.jpg binary", "*.pdf diff=layout", "*.scene.json diff=layout-scene"]
    assert git(repository, "config", "diff.layout.textconv").strip() == "layout diff --text"
    assert "layout diff" in git(repository, "config", "difftool.layout.cmd")


def test_git_diffs_a_pdf_as_text(repository: Path) -> None:
    """The settings do what they are for: git shows the words of a page PDF."""
    from layout.cli.render import run as render

    run(["--git-setup"])
    command = f'PYTHONPATH={ROOT} "{sys.executable}" -m layout diff --text'
    git(repository, "config", "diff.layout.textconv", command)
    assert render(["pages/03.page.yaml", "-o", "03.pdf", "-q"]) == 0
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "a PDF")
    changed(repository / "pages", [{"file": "stories/choir.md", "find": "坐满", "put": "站满"}])
    assert render(["pages/03.page.yaml", "-o", "03.pdf", "-q"]) == 0
    shown = git(repository, "diff", "--", "03.pdf")
    assert "坐满" in shown and "站满" in shown and "Binary files" not in shown
