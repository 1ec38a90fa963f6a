"""`layout set`: one paragraph on a bench."""

import argparse
import json
import re
import sys
from typing import Any

from layout.cli.language import language
from layout.cli.options import parser, pick
from layout.style import Direction, Setting, TextStyle
from layout.units import MM, PT, Emu

_LENGTH = re.compile(r"([0-9]*\.?[0-9]+)\s*(字|em|mm|pt|)")
_BODY = 9 * PT  # 小五


def run(words: list[str]) -> int:
    """Set the paragraph given as arguments or on stdin and print its lines. 1 if a finding is an error."""
    options = _parser(words).parse_args(words)
    text = " ".join(options.text) if options.text else sys.stdin.read().rstrip("\n")
    if options.normalise:
        return _normalised(text, options)
    style, fault = _style(options)
    if style is None:
        print(pick(words, f"不认识的选项：{fault}", f"no such option or value: {fault}"), file=sys.stderr)
        return 2
    library = _library(options.face)
    if options.face != "square" and options.face not in library.families:
        print(pick(words, f"没有字体“{options.face}”", f"no family {options.face}"), file=sys.stderr)
        return 2
    from layout.paragraph.bench import bench, bench_breaks

    if options.breaks:
        marked = bench_breaks(text, style, library)
        print(_json({"breaks": marked}) if options.report == "json" else marked)
        return 0
    measure = length(options.measure, style.size)
    if not measure:
        print(
            pick(words, f"行长看不懂：{options.measure}", f"no such measure: {options.measure}"),
            file=sys.stderr,
        )
        return 2
    done = bench(text, style, library, measure)
    print(_json(done) if options.report == "json" else _for_people(done, language(words)))
    return 1 if any(found["severity"] == "error" for found in done["findings"]) else 0


def length(written: str, em: Emu) -> Emu:
    """A length in 字 (em, or no unit), pt or mm; 0 if it is none."""
    found = _LENGTH.fullmatch(written.strip())
    if not found:
        return 0
    unit = {"mm": MM, "pt": PT}.get(found[2], em)
    return round(float(found[1]) * unit)


def _parser(words: list[str]) -> argparse.ArgumentParser:
    made = parser("set", "单排一段文字，打印各行。", "Set one paragraph and print its lines.", words)
    made.add_argument(
        "text", nargs="*", help=pick(words, "这段文字；不写就读标准输入", "the text; else from stdin")
    )
    made.add_argument(
        "--measure", default="13字", help=pick(words, "行长，如 13字、45mm", "such as 13字 or 45mm")
    )
    made.add_argument("--size", default="9pt", help=pick(words, "字号", "size of the type"))
    made.add_argument(
        "--face", default="宋", help=pick(words, "字体，或 square（试验字体）", "family, or square")
    )
    made.add_argument(
        "--algorithm", choices=("optimal", "greedy"), help=pick(words, "断行方法", "line breaker")
    )
    made.add_argument("--vertical", action="store_true", help=pick(words, "竖排", "set it vertically"))
    made.add_argument("--option", action="append", default=[], metavar="KEY=VALUE")
    made.add_argument(
        "--breaks", action="store_true", help=pick(words, "只标出可断行处", "mark the breaks only")
    )
    made.add_argument("--normalise", action="store_true", help=pick(words, "只整理标点", "normalise only"))
    return made


def _style(options: argparse.Namespace) -> tuple[TextStyle | None, str]:
    """The style that the options describe, or None and the word that is wrong."""
    from layout.paragraph.bench import with_options

    given = dict(option.partition("=")[::2] for option in options.option)
    if options.algorithm:
        given["algorithm"] = options.algorithm
    size = length(options.size, _BODY)
    try:
        indent = round(float(given.pop("indent", "2")) * 1000)
        setting = with_options(Setting(), given)
    except ValueError as error:
        return None, str(error)
    direction: Direction = "vertical" if options.vertical else "horizontal"
    return TextStyle(
        "body", options.face, size, size, indent=indent, direction=direction, setting=setting
    ), ""


def _library(face: str) -> Any:
    if face == "square":
        from layout.text.square import SquareLibrary

        return SquareLibrary()
    from layout.font.library import FontLibrary
    from layout.resolve.families import package_fonts

    fonts = package_fonts()
    return FontLibrary(fonts.families, fonts.sources)


def _normalised(text: str, options: argparse.Namespace) -> int:
    from layout.copy.normalise import normalise

    done = normalise(text)
    changes = [{"at": change.at, "before": change.before, "after": change.after} for change in done.changes]
    print(_json({"text": done.text, "changes": changes}) if options.report == "json" else done.text)
    return 0


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _for_people(done: dict[str, Any], lang: str) -> str:
    from layout.catalogue import entry

    rows = []
    for line in done["lines"]:
        adjusted = " ".join(f"{name}={value}" for name, value in line["adjust"].items())
        rows.append(f"{line['text']}\t{line['natural_em']:g} → {line['width_em']:g}\t{adjusted}".rstrip())
    for found in done["findings"]:
        words = entry(found["code"])
        sentence = (words.zh if lang == "zh" else words.en).format(**found["facts"])
        rows.append(f"{found['severity']} {found['code']}: {sentence}")
    return "\n".join(rows)
