"""`layout init`: a project that renders at once."""

import sys
from pathlib import Path

from layout.cli.options import parser, pick
from layout.cli.place import place
from layout.templates import TEMPLATES, files


def run(words: list[str]) -> int:
    """Write a template's files; what is there is never overwritten. 2 if a file can't be written."""
    made = parser("init", "新建一个马上能排的项目。", "Make a project that renders at once.", words)
    made.add_argument(
        "folder",
        nargs="?",
        default=".",
        metavar="DIR",
        help=pick(words, "目录（默认这里）", "folder (this one)"),
    )
    made.add_argument(
        "-t",
        "--template",
        choices=tuple(TEMPLATES),
        default="tabloid",
        help=pick(words, "样子：对开、四开（默认）、校报、副刊", "which page (tabloid)"),
    )
    options = made.parse_args(words)
    from layout.cli.schema import schema_files

    written = {name: path.read_bytes() for name, path in files(options.template).items()}
    status = place(written | schema_files(), Path(options.folder), words, quiet=options.quiet)
    if status == 0 and not options.quiet:
        page = Path(options.folder) / "01.page.yaml"
        print(pick(words, f"下一步：layout render {page}", f"next: layout render {page}"), file=sys.stderr)
    return status
