"""Files that the commands write."""

import os
from pathlib import Path

from layout.cli.options import pick


def put(file: Path, data: bytes, mode: int | None = None) -> None:
    """Write beside the target and move into place, so that a crash leaves the old file whole. `mode` is who may read
    and write it, where that is not as usual."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def unwritten(error: OSError, file: Path | str, words: list[str]) -> str:
    """Why a file was not written, for the terminal."""
    zh, en = f"layout：写不了 {file}：{error.strerror}", f"layout: can't write {file}: {error.strerror}"
    return pick(words, zh, en)
