"""The Dockerfile's lines and the hooks' entries, against the files and the commands there are."""

import fnmatch
import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from layout.templates import FOLDER

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OURS, LOCAL = (
    yaml.safe_load(path.read_text("utf-8"))
    for path in (ROOT / ".pre-commit-hooks.yaml", FOLDER / "common" / "pre-commit-config.yaml")
)
HOOKS = {"ours": OURS, "the template's": LOCAL["repos"][0]["hooks"]}


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, each with its words on one line."""
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", "")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [(name, words) for name, _, words in (line.partition(" ") for line in lines)]


def told(name: str) -> list[str]:
    return [words for other, words in instructions() if other == name]


def sent(path: str) -> bool:
    """Whether a file or folder is sent to the builder: .dockerignore's last pattern that fits decides."""
    patterns = (ROOT / ".dockerignore").read_text("utf-8").split()
    fits = [p for p in patterns if fnmatch.fnmatch(path.partition("/")[0], p.removeprefix("!"))]
    return not fits or fits[-1].startswith("!")


def test_the_image_copies_what_there_is_and_what_the_build_reads():
    here = [words.split() for words in told("COPY") if not words.startswith("--from=")]
    assert here == [["requirements.lock", "."], [".", "."]]
    project = PROJECT["project"]
    read = ["requirements.lock", "pyproject.toml", "layout", project["readme"], *project["license-files"]]
    read += PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for path in read:
        assert list(ROOT.glob(path)) and sent(path), path
    assert not sent(".git") and not sent("pages")


def test_the_image_takes_packages_by_their_hashes_and_no_others():
    pips = [line.strip() for words in told("RUN") for line in words.split("&&") if "pip install" in line]
    packages, own = (shlex.split(line) for line in pips)
    assert "--require-hashes" in packages and packages[packages.index("-r") + 1] == "requirements.lock"
    assert {"--no-deps", "--no-build-isolation"} <= set(own) and own[-1] == "."
    backend = PROJECT["build-system"]["requires"][0].partition(">")[0]
    assert re.search(rf"(?m)^{backend}==", (ROOT / "requirements.lock").read_text("utf-8"))


def test_the_image_is_the_command():
    (entry,) = told("ENTRYPOINT")
    (command,) = PROJECT["project"]["scripts"]
    assert yaml.safe_load(entry) == [command]
    built, copied = (f"/opt/{command}", [w for w in told("COPY") if w.startswith("--from=build")])
    assert copied == [f"--from=build {built} {built}"] and f"PATH={built}/bin:" in told("ENV")[0]
    bases = [words.split()[0] for words in told("FROM")]
    assert len(set(bases)) == 1 and re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", bases[0])


def hooked(hook: dict) -> int:
    """Run a hook as pre-commit does: on the files that a commit brings or changes, if it asks for them; a file that
    the hook changes is a failure, too."""
    assert not set(hook) - {
        "id", "name", "description", "entry", "args", "language", "files", "types", "require_serial"
    }  # fmt: skip
    assert hook.get("types", ["file"]) == ["file"]
    asked = ["git", "diff", "--staged", "--name-only", "--no-ext-diff", "-z", "--diff-filter=ACMRTUXB"]
    staged = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    files = [name for name in staged.split("\0") if name and re.search(hook.get("files", ""), name)]
    if not files:
        return 0
    before = [Path(name).read_bytes() for name in files]
    done = subprocess.run(
        [*shlex.split(hook["entry"]), *hook.get("args", ()), *files], capture_output=True, check=False
    )
    return done.returncode or int(before != [Path(name).read_bytes() for name in files])


def stage(file: str, was: str, now: str) -> None:
    """Put a change into the index, where there is none but it."""
    subprocess.run(["git", "reset", "-q", "--hard"], check=True)
    text = Path(file).read_text("utf-8")
    assert was in text
    Path(file).write_text(text.replace(was, now, 1), "utf-8")
    subprocess.run(["git", "add", "-A"], check=True)


@pytest.mark.parametrize("whose", HOOKS)
def test_hooks_pass_a_clean_paper_and_stop_a_broken_one(whose, paper):
    check, fmt = HOOKS[whose]
    page = Path("01.page.yaml")
    clean = page.read_text("utf-8")
    stage("01.page.yaml", "section: 苇塘", "section: 苇岸")
    assert (hooked(check), hooked(fmt)) == (0, 0)
    stage("01.page.yaml", "section: 苇塘", "section: '苇塘'")
    assert hooked(fmt) == 1 and (page.read_text("utf-8") == clean) is (whose == "ours")
    stage("01.page.yaml", "story: rain", "story: snow")
    assert (hooked(check), hooked(fmt)) == (1, 0)


@pytest.mark.parametrize("whose", HOOKS)
@pytest.mark.parametrize(
    ("file", "was", "now", "status"),
    [
        ("stories/rain.md", "修伞的老邓", "补伞的老邓", 0),
        ("stories/rain.md", "修伞的老邓", "修伞的老邓" * 200, 1),
        ("stories/rain.md", "headline", "haedline", 1),
        ("house.theme.yaml", "columns: 4", "columns: 3", 1),
        ("README.md", "版面", "页面", 0),
    ],
)
def test_a_commit_of_one_file_checks_the_page_that_it_is_used_on(whose, file, was, now, status, paper):
    stage(file, was, now)
    assert hooked(HOOKS[whose][0]) == status


@pytest.mark.parametrize("whose", HOOKS)
def test_a_commit_of_a_picture_checks_the_page_that_it_is_on(whose, paper):
    Path("pictures/branch.jpg").write_bytes(b"nothing")
    subprocess.run(["git", "add", "-A"], check=True)
    assert hooked(HOOKS[whose][0]) == 1
