"""Findings as commands of a GitHub workflow: a mark beside the line in a pull request."""

from collections.abc import Iterable

from layout.report.said import Said

_LEVEL = {"error": "error", "warning": "warning", "info": "notice"}


def render(said: Iterable[Said]) -> str:
    """A line for each finding (workflow commands `::error file=…::message`)."""
    return "".join(_command(one) for one in said)


def _command(one: Said) -> str:
    p = one.position
    facts = {"file": p.file if p else one.found.where.document}
    if p:
        facts |= {"line": str(p.line), "col": str(p.column), "endColumn": str(p.column + max(1, p.length))}
    facts["title"] = one.found.code
    said = f"{one.message}\n{one.hint}" if one.hint else one.message
    named = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in facts.items())
    return f"::{_LEVEL[one.found.severity]} {named}::{_escaped(said)}\n"


def _escaped(text: str, more: str = "") -> str:
    """Text without what would end the command, in per cent and two hexadecimal digits."""
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + more else char for char in text)
