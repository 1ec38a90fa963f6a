"""action.yml as a runner would run it: every step with its shell, its variables and its condition, in order."""

import subprocess
from pathlib import Path

import pytest

from tests.ci.runner import run

ROOT = Path(__file__).parents[2]
PULL = {"base_ref": "main", "token": "t", "event": {"pull_request": {"number": 7}}}
PAGE, STORY = Path("四月 版面/头版 一.page.yaml"), Path("四月 版面/稿件/雨.md")
ALL = ("Install", "Render", "Check", "Diff", "Comment")

# Programs that a runner has: what they are asked is written down, nothing is installed or sent.
PIP = '#!/bin/sh\n[ "$1 $2 $3" = "-m pip install" ] || exit 9\nfor last; do :; done\necho "$last" > "{log}"\n'
GH = '#!/bin/sh\nprintf "%s\\n" "$@" > "{log}"\nwhile [ "$1" != --body-file ]; do shift; done\ncp "$2" "{log}.body"\n'


@pytest.fixture
def changed(paper, tmp_path):
    """A branch on which a word of a story is another, its files by Chinese names with blanks; the action in a folder
    whose name has a blank."""
    for name, text in (("python", PIP), ("gh", GH)):
        (tmp_path / "bin" / name).write_text(text.replace("{log}", str(tmp_path / f"{name}.log")))
        (tmp_path / "bin" / name).chmod(0o755)
    action = tmp_path / "an action"
    action.symlink_to(ROOT)
    PAGE.parent.mkdir()
    for name in ("house.theme.yaml", "pictures"):
        Path(name).rename(PAGE.parent / name)
    Path("stories").rename(STORY.parent)
    (STORY.parent / "rain.md").rename(STORY)
    Path("01.page.yaml").rename(PAGE)
    replace(PAGE, "stories/rain.md", "稿件/雨.md")
    replace(PAGE, "stories/persimmon.md", "稿件/persimmon.md")
    commit("first")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    replace(STORY, "修伞的老邓", "补伞的老邓")
    commit("a word")
    return action


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-qm", message)


def replace(file: Path, was: str, now: str) -> None:
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), "utf-8")


def outcomes(**other: str) -> dict[str, str]:
    return dict.fromkeys(ALL, "success") | other


def test_a_pull_request_with_nothing_given(changed, tmp_path):
    ran = run(changed, tmp_path, {}, PULL)
    assert ran.outcomes == outcomes(), ran.steps
    assert (tmp_path / "python.log").read_text().strip() == str(changed)
    assert ran.outputs == {"comment": "out/comment.md"}
    assert Path("out/四月 版面/头版 一.pdf").is_file() and Path("out/changes.html").is_file()
    body = Path(ran.outputs["comment"]).read_text("utf-8")
    assert ran.summary == body
    assert all(word in body for word in ("## layout", "修", "补", "头版 一.page.yaml", "Nothing found."))
    assert not (tmp_path / "gh.log").exists()  # nobody asked for a comment


def test_a_pull_request_with_everything_given(changed, tmp_path):
    given = {
        "pages": str(PAGE), "base": "HEAD~1", "out": "校样", "lang": "zh", "fail-on-changes": "true", "comment": "true",
    }  # fmt: skip
    ran = run(changed, tmp_path, given, PULL | {"base_ref": "no-such-branch"})
    assert ran.outcomes == outcomes(Diff="failure") and ran.steps["Diff"].status == 1
    assert ran.outputs == {"comment": "校样/comment.md"} and not Path("out").exists()
    asked = (tmp_path / "gh.log").read_text("utf-8").split("\n")
    assert asked[:5] == ["pr", "comment", "7", "--body-file", "校样/comment.md"]
    assert asked[5:-1] == ["--edit-last", "--create-if-none"]
    assert (tmp_path / "gh.log.body").read_text("utf-8") == ran.summary
    assert "补" in ran.summary and "没有问题" in ran.summary


def test_a_push_has_nothing_to_compare_with_and_nowhere_to_comment(changed, tmp_path):
    ran = run(changed, tmp_path, {"comment": "true"}, {})
    assert ran.outcomes == outcomes(Diff="skipped")
    assert "Nothing found." in ran.summary and not (tmp_path / "gh.log").exists()


def test_findings_fail_the_check_and_are_commented_all_the_same(changed, tmp_path):
    STORY.write_text(STORY.read_text("utf-8") + "\n" + "多出来的字。" * 200 + "\n", "utf-8")
    ran = run(changed, tmp_path, {"comment": "true"}, PULL)
    assert ran.outcomes["Check"] == "failure" and ran.outcomes["Comment"] == "success"
    assert f"::error file={STORY},line=" in ran.steps["Check"].said
    assert "F001" in (tmp_path / "gh.log.body").read_text("utf-8")


def test_a_base_that_is_not_there_fails_though_changes_do_not(changed, tmp_path):
    ran = run(changed, tmp_path, {"base": "no-such-revision"}, PULL)
    assert ran.outcomes == outcomes(Diff="failure") and ran.steps["Diff"].status == 2


def test_pages_are_lines_and_folders(changed):
    Path("第二 版").mkdir()
    for name in ("一", "二"):
        page = Path(f"第二 版/{name} 号.page.yaml")
        text = PAGE.read_text("utf-8").replace("number: 8", f"number: {9 if name == '一' else 10}")
        for was in ("house.theme.yaml", "稿件/"):
            text = text.replace(was, f"../{PAGE.parent}/{was}")
        page.write_text(text, "utf-8")
    given = {"pages": f"{PAGE}\n第二 版\n", "base": "HEAD"}
    ran = run(changed, changed.parent, given, {})
    assert ran.outcomes == outcomes(), ran.steps
    assert sorted(map(str, Path("out").rglob("*.pdf"))) == [
        "out/一 号.pdf",
        "out/二 号.pdf",
        "out/头版 一.pdf",
    ]
    assert "一 号.page.yaml" in ran.summary  # a page that is new
