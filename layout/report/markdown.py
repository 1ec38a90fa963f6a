"""Findings as Markdown, for a comment in a pull request."""

from collections.abc import Sequence

from layout.report.said import Lang, Said

_SIGN = {"error": "❌", "warning": "⚠️", "info": "ℹ️"}


def render(said: Sequence[Said], lang: Lang) -> str:
    """A table, or one line where there is nothing to say."""
    if not said:
        return "没有问题。\n" if lang == "zh" else "Nothing found.\n"
    head = ("", "代码", "位置", "问题") if lang == "zh" else ("", "code", "place", "finding")
    rows = [head, ("---",) * 4, *map(_row, said)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(one: Said) -> tuple[str, str, str, str]:
    p = one.position
    place = f"{p.file}:{p.line}:{p.column}" if p else one.found.where.document
    words = one.message + (f"<br>{one.hint}" if one.hint else "")
    return _SIGN[one.found.severity], one.found.code, f"`{_cell(place)}`", _cell(words)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
