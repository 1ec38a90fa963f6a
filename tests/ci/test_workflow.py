"""The workflow of a project that `layout init` wrote, as a runner would run it."""

import subprocess
from pathlib import Path

import pytest

from tests.ci.runner import run_job

WORKFLOW = Path(".github/workflows/pages.yml")
STORY = Path("stories/rain.md")
ALL = ("Install", "Check", "Render", "Diff")
PULL = {"base_ref": "main"}


@pytest.fixture
def project(paper, tmp_path):
    """The project, on a branch; what is to be installed is written down."""
    pip = tmp_path / "bin" / "pip"
    pip.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/pip.log"\n')
    pip.chmod(0o755)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)


def change(was: str, now: str) -> None:
    STORY.write_text(STORY.read_text("utf-8").replace(was, now, 1), "utf-8")
    subprocess.run(["git", "commit", "-qam", "a word"], check=True)


def outcomes(**other: str) -> dict[str, str]:
    return dict.fromkeys(ALL, "success") | other


def test_a_push_of_a_new_project(project, tmp_path):
    ran = run_job(WORKFLOW, tmp_path, {})
    assert ran.outcomes == outcomes(Diff="skipped"), ran.steps
    assert (tmp_path / "pip.log").read_text().split() == ["install", "-r", "requirements.txt"]
    assert Path("requirements.txt").is_file() and Path("out/01.pdf").is_file()
    assert ran.steps["Check"].said == ""


def test_a_pull_request_says_what_changed(project, tmp_path):
    change("修伞的老邓", "补伞的老邓")
    ran = run_job(WORKFLOW, tmp_path, PULL)
    assert ran.outcomes == outcomes(), ran.steps
    assert "~~修~~**补**" in ran.summary and Path("out/changes.html").is_file()


def test_a_page_with_an_error_is_marked_and_made_all_the_same(project, tmp_path):
    change("修伞的老邓", "修伞的老邓" * 200)
    ran = run_job(WORKFLOW, tmp_path, PULL)
    assert ran.outcomes == outcomes(Check="failure", Render="failure")
    assert f"::error file={STORY},line=" in ran.steps["Check"].said
    assert Path("out/01.pdf").is_file() and ran.summary


def test_a_base_that_is_not_there_is_a_failure(project, tmp_path):
    ran = run_job(WORKFLOW, tmp_path, {"base_ref": "no-such-branch"})
    assert ran.outcomes == outcomes(Diff="failure")
