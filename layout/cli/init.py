"""`layout init`: a project that renders at once."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from layout.cli.options import parser, pick
from layout.cli.output import put, unwritten
from layout.cli.place import place
from layout.templates import TEMPLATES, files

if TYPE_CHECKING:
    from layout.cli.origin import Origin

REQUIREMENTS = "requirements.txt"


def run(words: list[str]) -> int:
    """Write a template's files; what is there is never overwritten, but for the line that says where the program
    comes from, if `--from` gives another. 2 if a file can't be written."""
    from layout.cli.origin import OURS
    from layout.cli.schema import schema_files

    made = _parser(words)
    options = made.parse_args(words)
    origin = _origin(options, made, words)
    folder = Path(options.folder)
    written = {name: path.read_bytes() for name, path in files(options.template).items()}
    written[REQUIREMENTS] = OURS.sub(lambda _: origin.line, written[REQUIREMENTS].decode()).encode()
    try:
        if options.source and _renew(folder / REQUIREMENTS, origin.line, words):
            del written[REQUIREMENTS]
    except OSError as error:
        print(unwritten(error, folder / REQUIREMENTS, words), file=sys.stderr)
        return 2
    status = place(written | schema_files() | dict(origin.files), folder, words, quiet=options.quiet)
    if status == 0 and not options.quiet:
        for line in (*_said(origin, folder, words), _next(folder, words)):
            print(line, file=sys.stderr)
    return status


def _parser(words: list[str]) -> ArgumentParser:
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
    zh = "CI 从哪里装 layout：git 地址、wheel 文件；写 copy 就在 tools/ 里存一份（26 MB）"
    en = "where CI gets layout from: a git address, a wheel; `copy` keeps a copy in tools/ (26 MB)"
    made.add_argument("--from", dest="source", metavar="WHAT", default="", help=pick(words, zh, en))
    return made


def _origin(options: Namespace, made: ArgumentParser, words: list[str]) -> "Origin":
    """Where the project is to get the program from."""
    from layout.cli.origin import Unknown, named, own

    try:
        return named(options.source) if options.source else own()
    except Unknown:
        zh = f"--from 后面写 git 地址（或它的克隆）、wheel 文件或 copy，{options.source} 都不是"
        en = f"--from takes a git address (or a clone of it), a wheel or `copy`; {options.source} is none of them"
        made.error(pick(words, zh, en))


def _renew(file: Path, line: str, words: list[str]) -> bool:
    """In a list that is there already, the line of ours becomes `line`; whether it was another."""
    from layout.cli.origin import OURS

    if not file.is_file():
        return False
    before = file.read_bytes().decode("utf-8", "surrogateescape")
    after = OURS.sub(lambda _: line, before, count=1)
    if after != before:
        put(file, after.encode("utf-8", "surrogateescape"))
        print(pick(words, f"已改 {file}", f"renewed {file}"), file=sys.stderr)
    return after != before


def _said(origin: "Origin", folder: Path, words: list[str]) -> list[str]:
    """Where the project gets the program from, and what is to be done about it."""
    from layout.cli.origin import OURS

    file = folder / REQUIREMENTS
    there = OURS.search(file.read_text("utf-8", "replace"))
    if there is None:
        return [pick(words, f"请在 {file} 里加一行：{origin.line}", f"add to {file}: {origin.line}")]
    said = [pick(words, f"{file}：{there[0]}", f"{file}: {there[0]}")]
    if there[0] == origin.line and origin.only_here:
        again = f"layout init {quote(str(folder))} --from"
        zh = (
            "这是本机的路径，CI 够不着。layout 放在哪个 git 仓库，就再写一遍：",
            f"  {again} https://…/layout.git@v0.1.0",
            "或者在 tools/ 里存一份（26 MB），哪里都能装：",
            f"  {again} copy",
        )
        en = (
            "That is a path of this machine, which CI can't reach. Say in which git repository layout is kept:",
            f"  {again} https://.../layout.git@v0.1.0",
            "or keep a copy in tools/ (26 MB), which can be installed anywhere:",
            f"  {again} copy",
        )
        said += zh if pick(words, "zh", "en") == "zh" else en
    return said


def _next(folder: Path, words: list[str]) -> str:
    page = folder / "01.page.yaml"
    return pick(words, f"下一步：layout render {page}", f"next: layout render {page}")
