"""A command's help and its complaints, in two languages, on a terminal of 80 cells."""

import re
from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator

from layout.report.excerpt import cells

WIDTH = 80
_COLUMN = 26  # where explanations begin

# argparse's complaints, and ours for them.
_FAULTS = (
    (r"the following arguments are required: (.+)", "还要写 {0}"),
    (r"unrecognized arguments: (.+)", "没有 {0} 这个选项"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", "{0} 没有 {1} 这个值，可写 {2}"),
    (r"argument (.+): expected one argument", "{0} 后面要写一个值"),
    (r"argument (.+): expected at least one argument", "{0} 后面要写值"),
    (r"argument (.+): invalid int value: (.+)", "{0} 要写整数，不是 {1}"),
    (r"argument (.+): invalid float value: (.+)", "{0} 要写数，不是 {1}"),
    (r"argument (.+): not allowed with argument (.+)", "{0} 和 {1} 只能写一个"),
    (r"argument (.+): ignored explicit argument (.+)", "{0} 后面不写值，却写了 {1}"),
    (r"ambiguous option: (.+) could match (.+)", "{0} 可能是 {1}，请写全"),
    (r"argument (.+?): (.+)", "{0}：{1}"),
)


def fault(made: ArgumentParser, message: str, lang: str) -> str:
    """What is wrong on the command line, and how the command is used."""
    usage = _usage(made, lang)
    if lang != "zh":
        return f"{usage}\n{made.prog}: {message}"
    for pattern, ours in _FAULTS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            message = ours.format(*match.groups())
            break
    return f"{usage}\n{made.prog}：{message}"


def page(made: ArgumentParser, lang: str) -> str:
    """The command's help."""
    lines = [_usage(made, lang), "", *wrapped(made.description or "", WIDTH)]
    own = [a for group in made._action_groups[:2] for a in group._group_actions]
    groups = [("选项" if lang == "zh" else "options", own)]
    groups += [(str(g.title), list(g._group_actions)) for g in made._action_groups[2:]]
    if len(groups) > 2:  # what all commands have comes last
        groups.append(groups.pop(1))
    for title, actions in groups:
        if actions:
            lines += ["", f"{title}{'：' if lang == 'zh' else ':'}", *(r for a in actions for r in _row(a))]
    return "\n".join(lines) + "\n"


def _usage(made: ArgumentParser, lang: str) -> str:
    named = [a for a in made._actions if not a.option_strings]
    tail = " ".join(_shape(a) for a in named)
    head = "用法：" if lang == "zh" else "usage: "
    return f"{head}{made.prog} {'[选项]' if lang == 'zh' else '[options]'} {tail}".rstrip()


def _shape(action: Action) -> str:
    name = str(action.metavar or ("|".join(action.choices) if action.choices else action.dest.upper()))
    return {"+": f"{name} ...", "*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs or ""), name)


def _row(action: Action) -> Iterator[str]:
    """An option and what it does, beside or below it."""
    if action.help == SUPPRESS:
        return
    value = ""
    if action.option_strings and action.nargs != 0:
        value = str(action.metavar or ("" if action.choices else action.dest.upper()))
        value = f" [{value}]" if action.nargs == "?" else f" {value}" if value else ""
    name = ", ".join(action.option_strings) + value if action.option_strings else _shape(action)
    told = (action.help or "").replace("%%", "%")
    if action.choices and action.option_strings:
        told = (
            f"{told}: {', '.join(map(str, action.choices))}" if told else ", ".join(map(str, action.choices))
        )
    texts = wrapped(told, WIDTH - _COLUMN)
    head = f"  {name}"
    if cells(head) <= _COLUMN - 2 and texts:
        yield head + " " * (_COLUMN - cells(head)) + texts[0]
        texts = texts[1:]
    else:
        yield from (f"  {part}" for part in wrapped(name, WIDTH - 2))
    yield from (" " * _COLUMN + text for text in texts)


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` cells: between words, or between Han characters but not before a mark."""
    lines: list[str] = []
    line = ""
    for piece in re.findall(
        r"[^\s\u2e80-\uffef]+[，。；：、）”]*\s*|[\u2e80-\uffef][，。；：、）”]*\s*|\s+", text
    ):
        if line and cells((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines
