"""The pages that a command is asked for: those named, those in a folder, those that are made of a file."""

from argparse import ArgumentParser
from collections.abc import Sequence
from os.path import normpath, realpath
from pathlib import Path

from layout.cli.options import pick
from layout.diag import SpecError
from layout.world import FileWorld, files_under

ENDINGS = (".page.yaml", ".page.yml")


def pages(named: Sequence[str], made: ArgumentParser, words: list[str]) -> dict[str, str]:
    """Each page once, in order, with the folder that it has in the folder that was named ("" for one that was named
    itself). A folder without pages is a fault on the command line: exit 2."""
    found: dict[str, str] = {}
    for name in named:
        if not Path(name).is_dir():
            found.setdefault(name, "")
            continue
        below = _in(name)
        if not below:
            made.error(
                pick(
                    words, f"{name} 里没有版面（*.page.yaml）", f"there are no pages (*.page.yaml) in {name}"
                )
            )
        for page in below:
            found.setdefault(page, str(Path(page).parent.relative_to(normpath(name))))
    return found


def made_of(files: Sequence[str]) -> list[str]:
    """The pages below this folder that are made of one of `files`: of its text, its look or its picture, or that have
    a story of which a list of corrections speaks. A page is made of itself; a name that nothing has and no page knows
    is given back, to be looked for in vain."""
    from layout.spec.load import uses

    wanted = {realpath(name) for name in files}
    stories = {story for name in files for story in _corrected(name)}
    found: list[str] = []
    known: set[str] = set()
    for page in _in("."):
        used = uses(page, FileWorld())
        here = wanted.intersection(map(realpath, used.files))
        known |= here
        if here or stories & used.stories:
            found.append(page)
    return [name for name in files if not Path(name).exists() and realpath(name) not in known] + found


def is_corrections(name: str) -> bool:
    """Whether a file is a list of corrections, by its first key."""
    if not name.endswith((".yaml", ".yml")) or name.endswith(ENDINGS):
        return False
    try:
        lines = FileWorld().read_text(name).split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return next((line for line in lines if line[:1].isalpha()), "").startswith("corrections:")


def _in(folder: str) -> list[str]:
    return [normpath(path) for path in files_under(folder) if path.name.endswith(ENDINGS)]


def _corrected(name: str) -> set[str]:
    """The stories of which a list of corrections speaks."""
    from layout.compare.corrections import read_corrections

    try:
        return {one.story for one in read_corrections(name)} if is_corrections(name) else set()
    except SpecError:  # told when the list itself is checked
        return set()
