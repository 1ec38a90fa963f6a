"""`layout set`: one paragraph, or one headline, on a bench."""

import argparse
import json
import sys
from typing import Any

from layout.cli.options import parser, pick, tell
from layout.diag import Diagnostic, Where
from layout.spec.source_map import SourceMap

_TEXT = "text"  # the document that findings are in


def run(words: list[str]) -> int:
    """Set the text given as arguments or on stdin and print its lines. 1 if a finding is an error."""
    options = _parser(words).parse_args(words)
    text = " ".join(options.text) if options.text else _stdin()
    from layout.cli.set_style import Refused, job, normalised

    try:
        done = normalised(text) if options.normalise else job(text, options)
    except Refused as fault:
        print(pick(words, fault.zh, fault.en), file=sys.stderr)
        return 2
    if options.report == "json":
        _print(json.dumps(done, ensure_ascii=False))
        return _status(done, options)
    if options.report in ("human", "short"):
        _print("\n".join(_rows(done)))
    return tell(_found(done), SourceMap({_TEXT: done.get("text", "")}, {}, {}, {}), options, words)


def _stdin() -> str:
    """All of stdin; bytes that are no UTF-8 become lone surrogates, which are found and shown."""
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape").rstrip("\r\n")


def _parser(words: list[str]) -> argparse.ArgumentParser:
    made = parser("set", "单排一段文字，打印各行。", "Set one paragraph and print its lines.", words)

    def add(name: str, zh: str, en: str, **more: Any) -> None:
        made.add_argument(name, help=pick(words, zh, en), **more)

    add("text", "这段文字；不写就读标准输入", "the text; else from stdin", nargs="*")
    add("--measure", "行长，如 13字、45mm", "such as 13字 or 45mm", default="13字")
    add("--size", "字号，如 9pt、小五", "size of the type, such as 9pt")
    add("--theme", "取哪个主题的样式", "the theme that --style is looked up in", default="broadsheet")
    add("--style", "样式名，如 headline；标题类样式按标题排", "a style of the theme; heads are set as heads")
    add("--lines", "标题最多排几行", "lines that a head may take", type=int, default=4)
    add("--face", "字体，或 square（试验字体）", "family, or square, the test metrics")
    choices = ("optimal", "greedy")
    add("--algorithm", "断行方法", "line breaker", choices=choices)
    add("--vertical", "竖排", "set it vertically", action="store_true")
    add(
        "--option",
        "排版选项，可写多次，如 line_end=half",
        "an option of setting; may be repeated",
        action="append",
        default=[],
        metavar="KEY=VALUE",
    )
    add("--breaks", "只标出可断行处", "mark the legal breaks only", action="store_true")
    add("--normalise", "只整理标点", "normalise only", action="store_true")
    return made


def _print(text: str) -> None:
    """What can't be encoded, a lone surrogate, is shown by its number."""
    print(text.encode("utf-8", "backslashreplace").decode())


def _rows(done: dict[str, Any]) -> list[str]:
    """What was made of the text, for people."""
    if "breaks" in done:
        return [done["breaks"]]
    if "changes" in done:
        changed = (f"{one['at']}\t{one['before']!r} → {one['after']!r}" for one in done["changes"])
        return [done["text"], *changed]
    rows = []
    for line in done["lines"]:
        adjusted = " ".join(f"{name}={value}" for name, value in line["adjust"].items())
        rows.append(f"{line['text']}\t{line['natural_em']:g} → {line['width_em']:g}\t{adjusted}".rstrip())
    return rows


def _found(done: dict[str, Any]) -> list[Diagnostic]:
    """The findings, each at its place in the text that was set."""
    return [
        Diagnostic(one["code"], one["severity"], Where(_TEXT, (), one["at"], one["length"]), one["facts"])
        for one in done.get("findings", ())
    ]


def _status(done: dict[str, Any], options: argparse.Namespace) -> int:
    severe = ("error", "warning") if options.strict else ("error",)
    return 1 if any(found["severity"] in severe for found in done.get("findings", ())) else 0
