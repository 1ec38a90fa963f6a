"""Every command and snippet in the documents runs.

A comment before a block says how: `<!-- run -->` (exit 0), `<!-- run: 1 -->` (that exit), `<!-- run: empty -->` (in an
empty folder), or what it is: one of `READERS` (`<!-- run: page in pages/hedong -->`). Two need none: YAML above a
picture of docs/images/page is an excerpt of that example, and lines about an example are what `layout check` says.
What can't run is in `NOT_HERE`.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.cli import COMMANDS
from layout.cli.completion import parser_of
from layout.compare.corrections import read_corrections
from layout.copy.markup import read_body
from layout.diag import SpecError
from layout.pipeline import compose
from layout.spec.reading import Reading
from layout.spec.story import split
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md"])
BLOCK = re.compile(r"(?:<!-- (.+?) -->\n)?^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PICTURE = re.compile(r"(?:(?!^```).)*?images/page/([\w-]+)\.png", re.DOTALL | re.MULTILINE)
SAID = re.compile(r"(examples/\S+\.page\.yaml):\d")
INSTALLS = re.compile(r"pip install \. && ")  # what every test has behind it
NOT_HERE = {
    "pip install -e '.[test]' && pytest": "these tests themselves",
    "pip install git+": "needs a network; tests/unit/cli has what the project says of it",
    "pip install -r requirements.txt": "needs a network; tests/ci runs the hooks",
    "docker": "needs a container engine; tests/ci runs the image's steps",
}


def blocks() -> list[object]:
    """Each block with how it is run; one that differs from another only in its comments (in two languages) once."""
    found, seen = [], set()
    for document in DOCUMENTS:
        if document.name.startswith("findings"):
            continue  # made of the catalogue, whose examples have a test of their own
        text = document.read_text("utf-8")
        for number, match in enumerate(BLOCK.finditer(text), 1):
            how, language, block = match.groups()
            words = re.sub(r" +#.*", "", block)
            if (how, words) in seen and how:
                continue
            seen.add((how, words))
            found.append(
                pytest.param(
                    how or how_else(language, block, text[match.end() :]),
                    language,
                    block,
                    id=f"{document.name}-{number}",
                )
            )
    return found


def how_else(language: str, block: str, after: str) -> str:
    """How a block without a comment is run; "" if it can't be told."""
    picture, said_of = PICTURE.match(after), SAID.match(block)
    if language == "yaml" and picture:
        return f"run: excerpt of {picture[1]}"
    if not language and said_of:
        return f"run: findings of {said_of[1]}"
    return "run" if INSTALLS.match(block) else ""


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
def test_a_block_runs(how: str, language: str, text: str, project: Path, tmp_path: Path) -> None:
    if not how:
        reason = next((why for part, why in NOT_HERE.items() if part in text), "")
        assert reason, f"say how this block is run:\n{text}"
        return
    folder = tmp_path / "work"
    if how == "run: empty":
        folder.mkdir()
    else:
        shutil.copytree(project, folder)
    kind, rest = re.fullmatch(r"run(?:: ([\w' ]+?)(?: (?:in|of) (.+))?)?", how).groups("")
    if kind in READERS:
        READERS[kind](text, folder, rest)
        return
    assert kind in ("", "empty") or kind.isdigit(), f"no such way to run a block: {how}"
    (tmp_path / "block.py").write_text(text, "utf-8")
    done = run(f"python {tmp_path / 'block.py'}" if language == "python" else INSTALLS.sub("", text), folder)
    assert done.returncode == (int(kind) if kind.isdigit() else 0), f"{text}\n{done.stdout}\n{done.stderr}"


def a_page(text: str, folder: Path, where: str) -> None:
    """A whole page, its files in the folder `where`."""
    page = folder / where / "block.page.yaml"
    page.write_text(text, "utf-8")
    assert not errors_in(page)


def an_excerpt(text: str, folder: Path, example: str) -> None:
    """Keys that the example `example` has just so; a list or a table may stop early."""
    whole = yaml.safe_load((ROOT / "examples" / f"{example}.page.yaml").read_text("utf-8"))
    assert_within(yaml.safe_load(text), whole, example)


def assert_within(part: Any, whole: Any, where: str) -> None:
    if isinstance(part, dict):
        assert isinstance(whole, dict) and part.keys() <= whole.keys(), where
        for key, value in part.items():
            assert_within(value, whole[key], f"{where}: {key}")
    elif isinstance(part, list) or "\n" in str(part):
        assert whole[: len(part)] == part, where
    else:
        assert whole == part, where


def a_theme(text: str, folder: Path, _: str) -> None:
    """Keys of a theme, added to the house's; the files that it names are made up."""
    for name in re.findall(r"profile: (\S+)", text):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(profile())
    theme = folder / "house.theme.yaml"
    keys = yaml.safe_load(text).keys()
    kept = re.sub(
        rf"^({'|'.join(keys)}):.*\n(?:[ #].*\n|\n)*", "", theme.read_text("utf-8"), flags=re.MULTILINE
    )
    theme.write_text(kept + "\n" + text, "utf-8")
    assert not errors_in(folder / "01.page.yaml")


def profile() -> bytes:
    """Our own profile for newsprint stands in for one that a paper would buy or fetch."""
    from layout.profiles import inflated, newsprint

    return inflated(newsprint())


def some_keys_of_a_story(text: str, folder: Path, _: str) -> None:
    """The head of a story, which is found to be right."""
    page = "layout: 1\ntheme: broadsheet\npage: {number: 1}\nstories:\n  a:\n    body: 文。\n"
    page += re.sub("^(?=.)", "    ", text, flags=re.MULTILINE)
    page += "dummy: |\n  110 | A A A A A A A A\n  * | . . . . . . . .\nblocks: {A: {story: a}}\n"
    a_page(page, folder, ".")


def a_story(text: str, folder: Path, _: str) -> None:
    assert read_body(text[split(text, "s.md", Reading())[2] :]).diagnostics == ()


def corrections(text: str, folder: Path, _: str) -> None:
    """A list for `layout diff --expect`, and the showcase's stories that it names."""
    (folder / "list.yaml").write_text(text, "utf-8")
    wanted = read_corrections(str(folder / "list.yaml"))
    stories = {path.stem for path in (folder / "pages" / "hedong" / "stories").glob("*.md")}
    assert wanted and {one.story for one in wanted} <= stories


def a_test(text: str, folder: Path, _: str) -> None:
    (folder / "test_block.py").write_text(text, "utf-8")
    done = run("pytest --layout-accept test_block.py && pytest test_block.py", folder)
    assert done.returncode == 0, done.stdout


def findings(text: str, folder: Path, page: str) -> None:
    """What is found on a page, in either language."""
    told = [run(f"layout check {page} --report short --lang {lang}", folder).stderr for lang in ("zh", "en")]
    assert text in told, told


def a_workflow(text: str, folder: Path, _: str) -> None:
    """A workflow that gives our action inputs that it has. It runs where it is for, and tests/ci runs its steps."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (job,) = yaml.safe_load(text)["jobs"].values()
    (ours,) = (step for step in job["steps"] if "/layout@" in step.get("uses", ""))
    assert ours.get("with", {}).keys() <= action["inputs"].keys()


def hooks(text: str, folder: Path, _: str) -> None:
    """The configuration of pre-commit, with hooks that there are. tests/ci runs them."""
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for repo in yaml.safe_load(text)["repos"] for hook in repo["hooks"]} <= known


READERS: dict[str, Callable[[str, Path, str], None]] = {
    "page": a_page,
    "excerpt": an_excerpt,
    "theme": a_theme,
    "story": a_story,
    "story's keys": some_keys_of_a_story,
    "corrections": corrections,
    "test": a_test,
    "findings": findings,
    "workflow": a_workflow,
    "hooks": hooks,
}


def errors_in(page: Path) -> list[str]:
    """What is wrong with a page."""
    try:
        found = compose(str(page), FileWorld()).diagnostics
    except SpecError as error:
        found = error.diagnostics
    return [f"{one.code} {one.facts}" for one in found if one.severity == "error"]


INLINE = re.compile(r"`layout ([a-z]+)((?: [^`]*)?)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_named_in_a_sentence_have_their_options(document: Path) -> None:
    for command, words in INLINE.findall(document.read_text("utf-8")):
        assert command in COMMANDS, f"layout {command}"
        known = {option for action in parser_of(command, [])._actions for option in action.option_strings}
        assert set(re.findall(r"(?<=\s)--?[a-z][\w-]*", words)) <= known, f"layout {command}{words}"


def test_the_pages_of_findings_are_the_catalogue() -> None:
    """After a change of words: `layout explain --markdown > docs/findings.md`, and with `--lang zh`."""
    from layout.report.explained import markdown

    for name, lang in (("findings.md", "en"), ("findings.zh.md", "zh")):
        assert (ROOT / "docs" / name).read_text("utf-8") == markdown(lang), name
