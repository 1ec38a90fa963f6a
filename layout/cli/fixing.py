"""`layout check --fix`: what changes is shown, then asked, then written."""

import sys
from argparse import Namespace
from pathlib import Path

from layout.cli.options import pick
from layout.cli.output import put
from layout.cli.pages import is_corrections
from layout.edit.edits import shown
from layout.edit.fix import Fixed, fixes

YES = ("y", "yes", "是", "好")


def fix(options: Namespace, words: list[str]) -> None:
    """Set right what is safe in the pages named. Without a terminal to ask on nothing is written unless `--yes`
    was said."""
    pages = [name for name in options.spec if not (name.lower().endswith(".pdf") or is_corrections(name))]
    for page in pages:
        for fixed in fixes(page, tuple(options.font_path)):
            print(shown(fixed.name, fixed.before, fixed.after), file=sys.stderr)
            if _wanted(fixed, options, words):
                _write(fixed)
                print(pick(words, f"已改 {fixed.name}", f"fixed {fixed.name}"), file=sys.stderr)


def _wanted(fixed: Fixed, options: Namespace, words: list[str]) -> bool:
    if options.dry_run or options.yes:
        return bool(options.yes and not options.dry_run)
    if not sys.stdin.isatty():
        zh, en = "没有改；要改就加 --yes", "nothing was written; say --yes to write it"
        print(pick(words, zh, en), file=sys.stderr)
        return False
    print(pick(words, f"改 {fixed.name} 吗？[y/N] ", f"change {fixed.name}? [y/N] "), end="", file=sys.stderr)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in YES


def _write(fixed: Fixed) -> None:
    """The new text with the file's own BOM and ends of lines, moved into place whole."""
    file = Path(fixed.name).resolve()
    old = file.read_bytes()
    text = fixed.after.replace("\n", "\r\n") if b"\r\n" in old else fixed.after
    bom = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    put(file, bom + text.encode(), file.stat().st_mode & 0o777)
