"""A paper under git on a machine that has the command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """A paper under git, our command on the path."""
    folder, bin_ = tmp_path / "paper", tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "layout").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m layout "$@"\n')
    (bin_ / "layout").chmod(0o755)
    for name in [name for name in os.environ if name.startswith(("GIT_", "LAYOUT"))]:
        monkeypatch.delenv(name)
    for name, value in {
        "PATH": f"{bin_}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    assert main(["init", str(folder), "-t", "supplement", "-q"]) == 0
    monkeypatch.chdir(folder)
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run(["git", *words], check=True, capture_output=True)
    return folder
