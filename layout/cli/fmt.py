"""`layout fmt`: documents well written."""

import sys
from collections.abc import Iterator
from pathlib import Path

from layout.cli.options import parser, pick
from layout.edit.edits import shown
from layout.edit.format import formatted
from layout.world import files_under

ENDINGS = (".page.yaml", ".page.yml", ".theme.yaml", ".theme.yml")


def run(words: list[str]) -> int:
    """Rewrite each document; 1 with `--check` where one is not well written, 2 where one can't be read."""
    zh = "整理写法：版样对齐，引号从简，注释不动。"
    made = parser("fmt", zh, "Tidy documents: dummy aligned, few quotation marks, comments kept.", words)
    made.add_argument(
        "file", nargs="+", help=pick(words, "版面、主题、稿件，或目录", "pages, themes, stories, or folders")
    )
    made.add_argument(
        "--check", action="store_true", help=pick(words, "不改，只说哪些要改", "change nothing")
    )
    made.add_argument(
        "--diff", action="store_true", help=pick(words, "不改，显示要改什么", "show what changes")
    )
    options = made.parse_args(words)
    status = 0
    for file in _files(options.file):
        try:
            before = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            _say(words, f"layout：打不开 {file}", f"layout: can't open {file}")
            status = 2
            continue
        after = formatted(before, file.name)
        if after is None:
            zh = f"layout：{file} 读不懂，先用 layout check 看看"
            _say(words, zh, f"layout: {file} can't be read; see layout check")
            status = 2
        elif after != before:
            if options.diff:
                print(shown(str(file), before, after))
            if not (options.check or options.diff):
                file.write_bytes(after.encode())
                _say(words, f"已整理 {file}", f"tidied {file}")
            else:
                _say(words, f"要整理 {file}", f"would tidy {file}")
                status = max(status, 1)
    return status


def _files(names: list[str]) -> Iterator[Path]:
    """The files named; of a folder its pages, themes and stories."""
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = files_under(name)
            yield from (p for p in found if p.name.endswith(ENDINGS) or p.match("stories/*.md"))
        else:
            yield path


def _say(words: list[str], zh: str, en: str) -> None:
    print(pick(words, zh, en), file=sys.stderr)
