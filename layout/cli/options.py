"""The options that several commands share."""

import argparse
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper

from layout.cli.language import language
from layout.diag import Diagnostic, SpecError, Where
from layout.spec.source_map import SourceMap

UNOPENED = ("S001", "S002", "S009")  # no such file, not a file, can't be read


def parser(command: str, zh: str, en: str, words: list[str]) -> argparse.ArgumentParser:
    """A parser for one command with the options that all of them have."""
    made = argparse.ArgumentParser(f"layout {command}", description=pick(words, zh, en), add_help=False)
    group = made.add_argument_group(pick(words, "各命令通用", "for every command"))
    group.add_argument("-h", "--help", action="help", help=pick(words, "打印这段说明", "print this help"))
    group.add_argument(
        "--report",
        choices=("human", "short", "json"),
        default="human",
        help=pick(words, "报告的样式", "form of the report"),
    )
    group.add_argument(
        "--lang", choices=("zh", "en"), help=pick(words, "报告的语言", "language of the report")
    )
    group.add_argument(
        "--strict", action="store_true", help=pick(words, "警告也算错", "warnings count as errors")
    )
    group.add_argument(
        "-q", "--quiet", action="store_true", help=pick(words, "只报错误", "print errors only")
    )
    group.add_argument("--no-color", action="store_true", help=pick(words, "不用颜色", "no colours"))
    group.add_argument(
        "--font-path",
        action="append",
        default=[],
        metavar="DIR",
        help=pick(
            words,
            "到这个目录找主题点名的字体，可写多次",
            "look here for fonts that a theme names; may be repeated",
        ),
    )
    return made


def pick(words: list[str], zh: str, en: str) -> str:
    """The sentence in the reader's language."""
    return zh if language(words) == "zh" else en


def tell(
    diagnostics: Iterable[Diagnostic], sources: SourceMap, options: argparse.Namespace, words: list[str]
) -> int:
    """Print the findings (JSON to stdout, the others to stderr); 1 if any is an error, else 0."""
    found = tuple(diagnostics)
    errors = any(d.severity == "error" or (options.strict and d.severity == "warning") for d in found)
    shown = tuple(d for d in found if d.severity == "error" or not options.quiet)
    if shown or options.report == "json":
        from layout.report import report

        out = sys.stdout if options.report == "json" else sys.stderr
        if options.report == "json" and isinstance(out, TextIOWrapper):
            out.reconfigure(encoding="utf-8")  # JSON is UTF-8 in every locale (RFC 8259)
        colour = not options.no_color and "NO_COLOR" not in os.environ and out.isatty()
        text = report(shown, sources, form=options.report, lang=language(words), colour=colour)
        print(text, file=out, end="" if text.endswith("\n") else "\n")
    return 1 if errors else 0


def refused(error: SpecError, spec: str, options: argparse.Namespace, words: list[str]) -> int:
    """Print why a spec can't be understood; 2 if its file can't even be opened, else 1."""
    status = tell(error.diagnostics, error.sources, options, words)
    unopened = any(d.code in UNOPENED and d.where == Where(spec) for d in error.diagnostics)
    return 2 if unopened else status
