"""Files put into a user's folder, none of the user's own touched."""

import sys
from collections.abc import Container, Mapping
from pathlib import Path

from layout.cli.options import pick
from layout.cli.output import unwritten


def place(
    files: Mapping[str, bytes],
    folder: Path,
    words: list[str],
    *,
    renew: Container[str] = (),
    quiet: bool = False,
) -> int:
    """Write each file that is not there and say so on stderr; one that is there is kept, except those in
    `renew`, which are ours. 0, or 2 where a file can't be written."""
    for name, data in files.items():
        target = folder / name
        try:
            written = _write(target, data, renew=name in renew)
        except OSError as error:
            print(unwritten(error, target, words), file=sys.stderr)
            return 2
        zh, en = (
            (f"已写 {target}", f"wrote {target}") if written else (f"已有 {target}，没有动", f"kept {target}")
        )
        if not (written and quiet):
            print(pick(words, zh, en), file=sys.stderr)
    return 0


def _write(target: Path, data: bytes, *, renew: bool) -> bool:
    """Whether the file was written: "x" leaves what is there alone, even a link that leads nowhere."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if renew and target.is_file():
        target.write_bytes(data)
        return True
    try:
        with target.open("xb") as out:
            out.write(data)
    except FileExistsError:
        return False
    return True
