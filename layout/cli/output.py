"""Files that the commands write."""

import os
from pathlib import Path


def put(file: Path, data: bytes) -> None:
    """Write beside the target and move into place, so that a crash leaves the old file whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
