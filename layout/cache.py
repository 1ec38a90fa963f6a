"""Converted pictures kept on disk. Whatever is in the cache could be made again: it never changes a result."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

_SEAL = 32  # bytes of SHA-256 before the content


class Cache(Protocol):
    """Bytes by the hash of all that they depend on."""

    def get(self, key: str) -> bytes | None:
        """What was put, None if there is nothing."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`; nothing is said if that can't be done."""
        ...


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, data: bytes) -> None:
        pass


class FolderCache:
    """A folder of files named by their keys, each sealed with its hash, so that a damaged one counts as
    missing. Writing moves a whole file into its place."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def get(self, key: str) -> bytes | None:
        try:
            data = (self._folder / key).read_bytes()
        except OSError:
            return None
        content = data[_SEAL:]
        return content if sha256(content).digest() == data[:_SEAL] else None

    def put(self, key: str, data: bytes) -> None:
        draft = self._folder / f".{key}.{os.getpid()}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(sha256(data).digest() + data)
            draft.replace(self._folder / key)
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
