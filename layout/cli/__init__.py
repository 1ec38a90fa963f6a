"""The command. In: words from a shell. Out: files, reports, an exit status: 0 clean, 1 findings, 2 could not
run. Must not typeset."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

COMMANDS = {
    "render": ("layout.cli.render", "排出版面（PDF、PNG、JSON）", "set a page (PDF, PNG, JSON)"),
    "check": ("layout.cli.check", "检查版面，不写文件", "check a page, write nothing"),
    "diff": ("layout.cli.diff", "比较两个版面，按原因列出改动", "what changed between two pages, by cause"),
    "init": ("layout.cli.init", "新建一个马上能排的项目", "make a project that renders at once"),
    "fmt": ("layout.cli.fmt", "整理文件的写法", "tidy documents"),
    "set": ("layout.cli.set_", "单排一段文字，打印各行", "set one paragraph and print its lines"),
    "fonts": ("layout.cli.fonts", "有哪些字体，稿子里缺哪些字", "faces, and what of the copy they lack"),
    "schema": ("layout.cli.schema", "打印供编辑器使用的 JSON Schema", "print the JSON Schema for editors"),
    "explain": ("layout.cli.explain", "解释一个代码", "explain a finding's code"),
    "doctor": (
        "layout.cli.doctor",
        "检查安装：版本、字体、试排",
        "look at the installation: versions, fonts",
    ),
    "completion": ("layout.cli.completion", "打印 shell 补全脚本", "print a shell's completion script"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that can't show Chinese is no reason to stop
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(words)
    except BrokenPipeError:
        sys.stderr.close()
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as bug:
        if "LAYOUT_TRACEBACK" in os.environ:
            raise
        print(_bug(bug, words), file=sys.stderr)
        return 2


def process() -> NoReturn:
    """The whole process: `main`, and out. Taking the interpreter and its open fonts apart would cost a sixth of
    a page's time and give nothing to anybody."""
    from layout.cli.untouched import put_off

    put_off()
    gc.set_threshold(1_000_000)  # a page makes many values and hardly a cycle
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def _run(words: list[str]) -> int:
    from layout.cli.language import language

    zh = language(words) == "zh"
    if not words or words[0] in ("-h", "--help", "help"):
        print(_help(zh))
        return 0 if words else 2
    if words[0] in ("-V", "--version"):
        from layout import __version__

        print(f"layout {__version__}")
        return 0
    command = COMMANDS.get(words[0])
    if command is None:
        print(_unknown(words[0], zh), file=sys.stderr)
        return 2
    run: Callable[[list[str]], int] = import_module(command[0]).run
    return run(words[1:])


def _help(zh: bool) -> str:
    head = "用法：layout 命令 …" if zh else "usage: layout COMMAND ..."
    rows = (f"  {name:<12}{texts[1 if zh else 2]}" for name, texts in COMMANDS.items())
    tail = "各命令的用法：layout 命令 --help" if zh else "For a command's own usage: layout COMMAND --help"
    return "\n".join((head, "", *rows, "", tail))


def _unknown(word: str, zh: bool) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, 1)
    if word.startswith("-"):
        if zh:
            return f"layout：命令要写在 {word} 前面，如 layout render {word} …"
        return f"layout: the command comes before {word}, as in layout render {word} ..."
    if zh:
        return f"layout：没有“{word}”这个命令" + (
            f"，是不是 {near[0]}？" if near else "。layout --help 列出全部命令。"
        )
    return f"layout: no command {word!r}" + (
        f"; did you mean {near[0]!r}?" if near else ". See layout --help."
    )


def _bug(bug: Exception, words: list[str]) -> str:
    """Our own fault in one line: what and where, for a report to us."""
    from pathlib import Path
    from traceback import extract_tb

    from layout.cli.language import language

    last = extract_tb(bug.__traceback__)[-1]
    where = f"{type(bug).__name__}: {bug} ({Path(last.filename).name}:{last.lineno})"
    if language(words) == "zh":
        return f"layout：程序自己出了错，不怪稿件：{where}。请告诉我们；设 LAYOUT_TRACEBACK=1 可看全部经过。"
    return f"layout: this is our own fault: {where}. Please report it; LAYOUT_TRACEBACK=1 shows all of it."
