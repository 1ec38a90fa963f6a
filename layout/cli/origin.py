"""Where this copy of the program came from, and where a project is to get it: one line of its `requirements.txt`.

An installer writes down what it was given (`direct_url.json`, PEP 610): nothing for an index, an address and a
commit for git, the path of a folder or of a wheel. A folder that is a clone is where it was cloned from, if the
commit is there too. Any other path of this machine is of no use to CI.
"""

import json
import re
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from os.path import realpath
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from msgspec import Struct

NAME = "banmian"
COPY = "copy"
TOOLS = "tools"
OURS = re.compile(rf"^(?:{NAME}\b|\./{TOOLS}/{NAME}-).*$", re.MULTILINE)
_REQUIREMENT = re.compile(rf"{NAME}\s*(?:$|[\[=<>~!@,;].*)")
_ARCHIVE = (".whl", ".tar.gz", ".zip")


class Origin(Struct, frozen=True):
    """The line for `requirements.txt`, the files to be kept in the project for it, and the path of this machine that
    it names, which no other machine has ("" for none)."""

    line: str
    files: Mapping[str, bytes] = {}
    only_here: str = ""


class Unknown(Exception):
    """What was said to be the program's origin is none."""


def own() -> Origin:
    """Where this copy came from."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:  # run from a checkout that was never installed
        return _local(Path(__file__).parents[2])
    said = json.loads(installed.read_text("direct_url.json") or "{}")
    url = str(said.get("url", ""))
    if not url:
        return Origin(f"{NAME}=={installed.version}")
    if url.startswith("file:"):
        return _local(Path(unquote(urlsplit(url).path)))
    if commit := said.get("vcs_info", {}).get("commit_id"):
        return _git(f"git+{url}@{commit}")
    return Origin(f"{NAME} @ {_open(url)}")


def named(words: str) -> Origin:
    """The origin that the user names: `copy` (this copy, kept in the project), a wheel, a clone, the address of a
    repository or of a wheel, a requirement. Raises `Unknown`."""
    path = Path(words)
    if words == COPY:
        from layout.cli.wheel import wheel

        return _kept(*wheel(_installed()))
    if path.suffix == ".whl" and path.is_file():
        return _kept(path.name, path.read_bytes())
    if path.is_dir():
        found = _local(path)
        if found.only_here:
            raise Unknown(words)
        return found
    if _REQUIREMENT.fullmatch(words):
        return Origin(words)
    address = _address(words)
    if "://" not in address:
        raise Unknown(words)
    if address.endswith(_ARCHIVE):
        return Origin(f"{NAME} @ {_open(address)}")
    return _git(address if address.startswith("git+") else f"git+{address}")


def _installed() -> Distribution:
    try:
        return distribution(NAME)
    except PackageNotFoundError:
        raise Unknown(COPY) from None


def _kept(name: str, data: bytes) -> Origin:
    file = f"{TOOLS}/{name}"
    return Origin(f"./{file}", {file: data})


def _git(address: str) -> Origin:
    return Origin(f"{NAME} @ {_open(address)}")


def _local(path: Path) -> Origin:
    """A folder or a wheel of this machine: where it was cloned from, if it was."""
    from layout.compare.git import git, top_of
    from layout.compare.types import CantCompare

    here = Origin(f"{NAME} @ {path.resolve().as_uri()}", only_here=str(path))
    if not path.is_dir():
        return here
    try:
        folder = str(path)
        if realpath(top_of(folder)) != realpath(folder):
            return here
        address = _address(git(["remote", "get-url", "origin"], folder))
        elsewhere = git(["branch", "--remotes", "--contains", "HEAD"], folder)
        if "://" not in address or address.startswith("file:") or not elsewhere:
            return here
        return _git(f"git+{address}@{git(['rev-parse', 'HEAD'], folder)}")
    except CantCompare:
        return here


def _address(written: str) -> str:
    """`git@host:path`, as git writes it, is `https://host/path`, for whoever has no key."""
    match = re.fullmatch(r"(?:\w+@)?([\w.-]+\.\w+):(?!//)(.+)", written)
    return f"https://{match[1]}/{match[2]}" if match else written


def _open(url: str) -> str:
    """An address without the user's name and password: what is written is for everybody."""
    parts = urlsplit(url)
    if not parts.scheme.endswith(("http", "https")) or "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
