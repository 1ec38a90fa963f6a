"""What the engine may ask of the world outside: the bytes and the text of files. Everything else is pure."""

import os
import stat
from pathlib import Path
from typing import Literal, Protocol


class World(Protocol):
    """Reads files by the path that the user's documents give them. Raises OSError where there is none."""

    def read_text(self, path: str) -> str:
        """The file's text, UTF-8."""
        ...

    def read_bytes(self, path: str) -> bytes:
        """The file's bytes."""
        ...


class FileWorld:
    """The files of this machine. Only regular files are read; what opening a device or a pipe would do never
    happens."""

    def kind(self, path: str) -> tuple[Literal["file", "folder", "other", "missing"], int]:
        """What `path` is, links followed, and its size in bytes."""
        try:
            facts = Path(path).stat()
        except (OSError, ValueError):
            return "missing", 0
        kind = stat.S_IFMT(facts.st_mode)
        if kind == stat.S_IFREG:
            return "file", facts.st_size
        return ("folder" if kind == stat.S_IFDIR else "other"), 0

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, in order; none if there is no such folder or it can't be read."""
        try:
            return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - names are all that is asked
        except (OSError, ValueError):
            return ()

    def read_bytes(self, path: str) -> bytes:
        """The file's bytes. OSError if it is no regular file or can't be read."""
        if self.kind(path)[0] != "file":
            raise FileNotFoundError(path)
        return Path(path).read_bytes()

    def read_text(self, path: str) -> str:
        """The file's text, UTF-8, with "\\n" at the ends of lines and no BOM."""
        return self.read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def files_under(folder: str) -> list[Path]:
    """The files in a folder and in those below it, in order. What is hidden is left out, and what a Python
    environment or npm keeps: that is nobody's page."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        if here != folder and "pyvenv.cfg" in names:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        found += (Path(here, name) for name in names if not name.startswith("."))
    return sorted(path for path in found if path.is_file())
