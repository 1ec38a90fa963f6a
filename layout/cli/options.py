"""The options that several commands share."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, NoReturn

from layout.cli.language import language
from layout.diag import Diagnostic, SpecError, Where
from layout.spec.source_map import SourceMap

if TYPE_CHECKING:
    from layout.cli.judging import Gathered

FORMS = ("human", "short", "json", "github", "junit", "sarif", "markdown")
JUDGING = ("select", "ignore_codes", "error_codes", "warn")
SHOW = "--show-parser"
UNOPENED = ("S001", "S002", "S009", "S104")  # no such file, not a file, can't be read, not a page


class Parser(argparse.ArgumentParser):
    """A parser that speaks the reader's language and can be looked at."""

    words: list[str]

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """The options. For the list of a command's options (completion, documents) raise `Shown` instead."""
        if args and args[0] == SHOW:
            raise Shown(self)
        return super().parse_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """What is wrong with the words on the command line; exit 2."""
        from layout.cli.wording import fault

        print(fault(self, message, language(self.words)), file=sys.stderr)
        raise SystemExit(2)

    def format_help(self) -> str:
        """The command's page, which fits a terminal of 80 cells."""
        from layout.cli.wording import page

        return page(self, language(self.words))


class _Lines(argparse.HelpFormatter):
    """argparse asks for one to look at every option; the terminal's width, for which it would import `shutil`, is
    no affair of ours (`wording`)."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Shown(Exception):
    """A command's parser, where it was asked for and not the command."""

    def __init__(self, made: Parser) -> None:
        super().__init__(made.prog)
        self.parser = made


def parser(command: str, zh: str, en: str, words: list[str]) -> Parser:
    """A parser for one command with the options that all of them have."""
    description = pick(words, zh, en)
    made = Parser(f"layout {command}", description=description, add_help=False, formatter_class=_Lines)
    made.words = words
    group = made.add_argument_group(pick(words, "各命令通用", "for every command"))
    group.add_argument("-h", "--help", action="help", help=pick(words, "打印这段说明", "print this help"))
    group.add_argument(
        "--report",
        choices=FORMS,
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


def add_judging(made: argparse.ArgumentParser, words: list[str]) -> None:
    """Give a command `--select`, `--ignore`, `--error` and `--warn`."""
    group = made.add_argument_group(pick(words, "哪些问题算数", "which findings count"))
    codes = _codes(words)
    for name, dest, zh, en in (
        ("--select", "select", "只报这些代码，如 F,T201", "these codes only, such as F,T201"),
        ("--ignore", "ignore_codes", "不报这些代码", "all but these codes"),
        ("--error", "error_codes", "这些代码算错误", "these codes are errors"),
        ("--warn", "warn", "这些代码算警告", "these codes are warnings"),
    ):
        group.add_argument(
            name,
            dest=dest,
            metavar="CODES",
            type=codes,
            action="extend",
            default=[],
            help=pick(words, zh, en),
        )


def _codes(words: list[str]) -> Callable[[str], list[str]]:
    """A reader of lists of codes that knows which there are."""

    def read(written: str) -> list[str]:
        from layout.catalogue import codes

        wanted = [code.strip().upper() for code in written.split(",") if code.strip()]
        for code in wanted:
            if not any(known.startswith(code) for known in codes()):
                raise argparse.ArgumentTypeError(
                    pick(words, f"没有 {code} 这个代码", f"there is no code {code}")
                )
        return wanted

    return read


def add_standard(made: argparse.ArgumentParser, words: list[str]) -> None:
    """Give a command `--standard`: the standards in place of the theme's, None where it is not given."""
    from layout.press import STANDARDS

    zh = f"PDF 标准，替代主题的：plain 或 {', '.join(STANDARDS)}，几个用 + 连接"
    en = f"PDF standard in place of the theme's: plain or {', '.join(STANDARDS)}; join several with +"
    made.add_argument("--standard", metavar="NAME", type=_standards(words), help=pick(words, zh, en))


def _standards(words: list[str]) -> Callable[[str], tuple[Any, ...]]:
    """A reader of `pdf/x-4+pdf/a-2a` that knows which standards there are; none for `plain`."""

    def read(written: str) -> tuple[Any, ...]:
        from layout.press import STANDARDS

        names = tuple(name.strip().lower() for name in written.replace(",", "+").split("+"))
        for name in names if names != ("plain",) else ():
            if name not in STANDARDS:
                zh = f"没有 {name} 这种标准，可写 plain、{'、'.join(STANDARDS)}"
                en = f"there is no standard {name!r}, only plain, {', '.join(STANDARDS)}"
                raise argparse.ArgumentTypeError(pick(words, zh, en))
        return () if names == ("plain",) else names

    return read


def pick(words: list[str], zh: str, en: str) -> str:
    """The sentence in the reader's language."""
    return zh if language(words) == "zh" else en


def tell(
    diagnostics: Iterable[Diagnostic],
    sources: SourceMap,
    options: argparse.Namespace,
    words: list[str],
    *,
    judge: bool = True,
) -> int:
    """Print the findings, or keep them for `settle` where the command gathers them; 1 if any is an error."""
    found = tuple(diagnostics)
    if found and judge and any(vars(options).get(name) for name in JUDGING):
        from layout.cli.judging import judged

        found = judged(found, options)
    errors = any(d.severity == "error" or (options.strict and d.severity == "warning") for d in found)
    shown = tuple(d for d in found if d.severity == "error" or not options.quiet)
    gathered: list[Gathered] | None = getattr(options, "gathered", None)
    if gathered is not None:
        gathered.append((shown, sources if shown else SourceMap({}, {}, {}, {})))
    else:
        _print(shown, sources, options, words)
    return 1 if errors else 0


def settle(options: argparse.Namespace, words: list[str]) -> None:
    """Print all that was gathered as one list."""
    gathered: list[Gathered] = options.gathered
    if len(gathered) == 1:
        _print(*gathered[0], options, words)
    elif gathered:
        from layout.cli.judging import joined

        _print(*joined(gathered), options, words)


def _print(
    found: tuple[Diagnostic, ...], sources: SourceMap, options: argparse.Namespace, words: list[str]
) -> None:
    """Forms for programs go to the standard output, the others to stderr."""
    program = options.report in FORMS[2:]
    if not found and not program:
        return
    from layout.report import report

    out = sys.stdout if program else sys.stderr
    if program and isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8")  # JSON is UTF-8 in every locale (RFC 8259), and so are the others
    colour = not options.no_color and "NO_COLOR" not in os.environ and out.isatty()
    checked = tuple(getattr(options, "spec", None) or ())
    lang, form = language(words), options.report
    fits = getattr(options, "fits", None)
    text = report(found, sources, form=form, lang=lang, colour=colour, checked=checked, fits=fits)
    print(text, file=out, end="")


def refused(error: SpecError, spec: str, options: argparse.Namespace, words: list[str]) -> int:
    """Print why a spec can't be understood; 2 if its file can't even be opened, else 1."""
    status = tell(error.diagnostics, error.sources, options, words, judge=False)
    unopened = any(d.code in UNOPENED and d.where == Where(spec) for d in error.diagnostics)
    return 2 if unopened else status
