"""The files of a git revision, laid out in a temporary folder through an index of its own: neither the checkout
nor its index is touched."""

import os
import subprocess
from pathlib import Path

from layout.compare.types import CantCompare


def git(arguments: list[str], folder: str, index: str = "") -> str:
    """What git prints; CantCompare where there is no git or it refuses."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    if index:
        environment["GIT_INDEX_FILE"] = index
    try:
        process = subprocess.Popen(
            ["git", "-C", folder, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
    except FileNotFoundError:
        raise CantCompare("D907", message="git?") from None
    try:
        out, err = process.communicate()
    except BaseException:  # it must be dead before the folder that it writes to is removed
        process.kill()
        process.wait()
        raise
    if process.returncode:
        said = err.decode("utf-8", "replace").strip().splitlines()
        raise CantCompare("D907", message=said[-1] if said else "git")
    return out.decode("utf-8", "surrogateescape").rstrip("\n")


def top_of(folder: str) -> str:
    """The root of the work tree that `folder` is in; CantCompare where it is in none."""
    return git(["rev-parse", "--show-toplevel"], folder)


def is_revision(word: str, folder: str) -> bool:
    """Whether `word` names a tree of the repository."""
    try:
        git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{tree}}"], folder)
    except CantCompare:
        return False
    return True


def merge_base(a: str, b: str, folder: str) -> str:
    """The commit at which two revisions parted (`a...b`)."""
    return git(["merge-base", "--end-of-options", a, b], folder)


def lay_out(revision: str, folder: str, into: Path) -> Path:
    """The files of `revision` in a new folder under `into`, which is returned. CantCompare where there is no
    such revision."""
    try:
        tree = git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"], folder)
    except CantCompare:
        raise CantCompare("D906", revision=revision) from None
    target = into / f"tree-{tree[:12]}"
    if not target.exists():
        target.mkdir()
        index = str(into / f"index-{tree[:12]}")
        top = top_of(folder)
        git(["read-tree", tree], top, index)
        git(["checkout-index", "--all", "--quiet", f"--prefix={target}/"], top, index)
    return target
