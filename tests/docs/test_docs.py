"""Every command and snippet in the documents runs.

A comment before a block says how: `<!-- run -->` (exit 0), `<!-- run: 1 -->` (that exit), `<!-- run: empty -->` (in an
empty folder), `<!-- run: page in FOLDER -->` (a page that reads), `<!-- run: story -->`. Console and Python blocks
without one must be among those known not to run here, with the reason.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from layout.copy.markup import read_body
from layout.diag import SpecError
from layout.spec.load import load
from layout.spec.reading import Reading
from layout.spec.story import split
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"(?:<!-- (.+?) -->\n)?```(\w+)\n(.*?)```", re.DOTALL)
NOT_HERE = {
    "pip install": "installs packages; .ci/run does it",
    "docker": "needs a container engine",
    "def test_page_1": "a test, run by the block after it",
}


def blocks() -> list[object]:
    found = []
    for document in DOCUMENTS:
        for number, match in enumerate(BLOCK.finditer(document.read_text("utf-8")), 1):
            how, language, text = match.groups()
            if language in ("console", "python") or (how or "").startswith("run"):
                found.append(pytest.param(how, language, text, id=f"{document.name}-{number}"))
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `layout init` makes it, with the repository's pages and scripts beside it, under git."""
    folder = tmp_path_factory.mktemp("docs") / "project"
    folder.mkdir()
    run(f"{sys.executable} -m layout init . -q", folder)
    for name in ("pages", "examples", "ci"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "test_pages.py").write_text(
        'def test_page_1(layout_page):\n    layout_page("01.page.yaml")\n', "utf-8"
    )
    for name in ("old", "new"):
        shutil.copytree(ROOT / "pages" / "hedong", folder / name)
    changed = folder / "new" / "stories" / "choir.md"
    changed.write_text(changed.read_text("utf-8").replace("27个人", "28个人"), "utf-8")
    run("git init -q . && git add . && git commit -qm first", folder)
    return folder


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell script with our command on its path."""
    bin_ = folder.parent / "bin"
    bin_.mkdir(exist_ok=True)
    for name, module in (("layout", "layout"), ("pytest", "pytest -p layout.testing -p no:cacheprovider")):
        (bin_ / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
        (bin_ / name).chmod(0o755)
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "GIT_", "LAYOUT"))
    }
    env |= {
        "PATH": f"{bin_}:{Path(sys.executable).parent}:{env['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip
    return subprocess.run(
        ["bash", "-c", f"set -e\n{script}"], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("how", "language", "text"), blocks())
def test_a_block_runs(how: str | None, language: str, text: str, project: Path, tmp_path: Path) -> None:
    if how is None or not how.startswith("run"):
        reason = next((why for part, why in NOT_HERE.items() if part in text), "")
        assert reason, f"say how this block is run:\n{text}"
        return
    kind = how.removeprefix("run").lstrip(": ")
    folder = tmp_path / "work"
    if kind == "empty":
        folder.mkdir()
    else:
        shutil.copytree(project, folder)
    if kind.startswith("page in "):
        reads_as_page(text, folder / kind.removeprefix("page in "))
    elif kind == "story":
        assert read_body(text[split(text, "s.md", Reading())[2] :]).diagnostics == ()
    else:
        (tmp_path / "block.py").write_text(text, "utf-8")
        done = run(f"python {tmp_path / 'block.py'}" if language == "python" else text, folder)
        expected = int(kind) if kind.isdigit() else 0
        assert done.returncode == expected, f"{text}\n{done.stdout}\n{done.stderr}"


def reads_as_page(text: str, folder: Path) -> None:
    page = folder / "block.page.yaml"
    page.write_text(text, "utf-8")
    try:
        load(str(page), FileWorld())
    except SpecError as error:
        pytest.fail(str(error.diagnostics))


def test_the_pages_of_findings_are_the_catalogue() -> None:
    """After a change of words: `layout explain --markdown > docs/findings.md`, and with `--lang zh`."""
    from layout.report.explained import markdown

    for name, lang in (("findings.md", "en"), ("findings.zh.md", "zh")):
        assert (ROOT / "docs" / name).read_text("utf-8") == markdown(lang), name  # type: ignore[arg-type]
