"""The action's steps on a machine of one's own, and the files that other programs read."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from layout.cli import COMMANDS
from layout.cli.completion import parser_of
from layout.templates import FOLDER

ROOT = Path(__file__).parents[2]


def step(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", str(ROOT / "ci" / "pages"), *words]
    return subprocess.run(command, env=os.environ | env, capture_output=True, text=True, check=False)


def test_a_pull_request_from_first_to_last(paper):
    story = Path("stories/rain.md")
    story.write_text(story.read_text("utf-8").replace("修伞的老邓", "补伞的老邓"), "utf-8")
    assert step("render", "01.page.yaml").returncode == 0
    assert Path("out/01.pdf").is_file() and Path("out/01.scene.json").is_file()
    assert step("check", "01.page.yaml").returncode == 0
    done = step("diff", "HEAD", LANGUAGE_OF_REPORT="zh")
    assert done.returncode == 1 and "补" in done.stdout
    assert Path("out/changes.html").is_file()
    assert step("comment").returncode == 0
    said = Path("out/comment.md").read_text("utf-8")
    assert "补" in said and "Nothing found." in said


def test_findings_are_marks_beside_their_lines(paper):
    story = Path("stories/rain.md")
    story.write_text(story.read_text("utf-8") + "\n" + "多出来的字。" * 200 + "\n", "utf-8")
    done = step("check", "01.page.yaml")
    assert done.returncode == 1 and done.stdout.startswith("::error file=stories/rain.md,line=")
    step("comment")
    assert "F001" in Path("out/comment.md").read_text("utf-8")
    assert step("check", "01.page.yaml", FORM="short").stdout == ""


def test_what_can_not_be_compared_is_said(paper):
    assert step("diff", "no-such-revision").returncode == 2
    assert step("nonsense").returncode == 2


def test_the_action_s_steps_are_the_script_s():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    script = (ROOT / "ci" / "pages").read_text("utf-8")
    steps = action["runs"]["steps"]
    assert all(s["shell"] == "bash" for s in steps)
    named = re.findall(r"ci/pages\"? (\w+)", "\n".join(s["run"] for s in steps))
    assert set(named) == {"render", "check", "diff", "comment"}
    assert all(re.search(rf"^{name}\)$", script, re.MULTILINE) for name in named)
    inputs = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert inputs == set(action["inputs"])
    # What a pull request says comes as a variable of the environment, never into the script.
    assert not any("${{" in s["run"] for s in steps)


def test_hooks_are_commands_with_their_options():
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    local = yaml.safe_load((FOLDER / "common" / "pre-commit-config.yaml").read_text("utf-8"))
    for hook in (*ours, *local["repos"][0]["hooks"]):
        program, command, *options = hook["entry"].split()
        assert program == "layout" and command in COMMANDS
        known = [o for a in parser_of(command, [])._actions for o in a.option_strings]
        assert set(options) <= set(known)
        assert re.search(hook.get("files", ""), "a/01.page.yaml")
    fmt = next(hook for hook in ours if hook["id"] == "layout-fmt")
    assert re.search(fmt["files"], "stories/a.md") and not re.search(fmt["files"], "README.md")


def test_the_lock_has_a_hash_for_every_package_and_no_address():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    packages = [block for block in re.split(r"\n(?=\w)", text) if "==" in block]
    assert len(packages) > 8 and all("--hash=sha256:" in block for block in packages)
    needed = re.findall(
        r'"([a-z0-9]+)>=', (ROOT / "pyproject.toml").read_text("utf-8").partition("[project.opt")[0]
    )
    locked = {block.partition("==")[0] for block in packages}
    assert {name for name in needed if name != "hatchling"} <= locked


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize("script", ["pages", "lock"])
def test_scripts_are_sound(script):
    done = subprocess.run(["bash", "-n", str(ROOT / "ci" / script)], capture_output=True, check=False)
    assert done.returncode == 0 and os.access(ROOT / "ci" / script, os.X_OK)
