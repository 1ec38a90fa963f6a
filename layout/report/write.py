"""Findings as text: for people (with the source line and a mark under the place), in short, or as JSON."""

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from layout.catalogue import entry
from layout.catalogue.entry import Entry
from layout.diag import Diagnostic
from layout.report.excerpt import clean, excerpt
from layout.spec.source_map import Position, SourceMap

Form: TypeAlias = Literal["human", "short", "json"]
Lang: TypeAlias = Literal["zh", "en"]

_RANK = {"error": 0, "warning": 1, "info": 2}
_ZH = {"error": "错误", "warning": "警告", "info": "提示"}
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}


class Said(Struct, frozen=True):
    """A finding in words, with its place (None: no place is known)."""

    found: Diagnostic
    position: Position | None
    message: str
    hint: str

    @property
    def order(self) -> tuple[str, int, int, int, str]:
        """By file and line; in one place the worst first."""
        p = self.position
        file, line, column = (p.file, p.line, p.column) if p else (self.found.where.document, 0, 0)
        return file, line, column, _RANK[self.found.severity], self.found.code


def report(
    diagnostics: Iterable[Diagnostic], sources: SourceMap | None, *, form: Form, lang: Lang, colour: bool
) -> str:
    """All findings, sorted by place, as one text that ends in a newline ("" for none, except as JSON)."""
    said = sorted((say(found, sources, lang) for found in diagnostics), key=lambda s: s.order)
    if form == "json":
        return _json(said)
    if not said:
        return ""
    if form == "short":
        return "\n".join(_short(one) for one in said) + "\n"
    return "\n".join(_human(one, lang, colour) for one in said) + "\n" + _count(said, lang)


def say(found: Diagnostic, sources: SourceMap | None, lang: Lang) -> Said:
    """A finding's sentences in one language, filled with its facts."""
    position = sources.locate(found.where) if sources is not None else None
    try:
        words = entry(found.code)
    except KeyError:
        listed = ", ".join(f"{name} {value}" for name, value in found.facts.items())
        words = Entry(found.code, found.code)
        return Said(found, position, clean(f"{found.code} {listed}".strip()), clean(found.hint))
    sentence, hint = (words.zh, words.zh_hint) if lang == "zh" else (words.en, words.en_hint)
    facts = _Facts(found.facts, hint=found.hint)
    if "{hint" in hint and not found.hint:
        hint = ""
    return Said(found, position, clean(sentence.format_map(facts)), clean(hint.format_map(facts)))


class _Facts(dict[str, Any]):
    """Facts for a template; one that is missing shows its name, for a finding must be printed in any case."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _place(one: Said) -> str:
    p = one.position
    return clean(f"{p.file}:{p.line}:{p.column}" if p else one.found.where.document)


def _short(one: Said) -> str:
    line = f"{_place(one)}: {one.found.severity} {one.found.code}: {one.message}"
    return line.replace("\n", " ")


def _human(one: Said, lang: Lang, colour: bool) -> str:
    severity = one.found.severity
    word = _ZH[severity] if lang == "zh" else severity
    head = f"{word} {one.found.code}"
    if colour:
        head = f"{_COLOURS[severity]}{head}\x1b[0m"
    colon = "：" if lang == "zh" else ": "
    lines = [f"{_place(one)}: {head}{colon}{one.message}"]
    if one.position is not None and one.position.source_line.strip():
        lines += excerpt(one.position)
    if one.hint:
        label = "改法：" if lang == "zh" else "hint: "
        first, *rest = one.hint.split("\n")
        lines += [f"  {label}{first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines)


def _count(said: list[Said], lang: Lang) -> str:
    errors = sum(1 for one in said if one.found.severity == "error")
    warnings = sum(1 for one in said if one.found.severity == "warning")
    if lang == "zh":
        return f"{errors} 个错误，{warnings} 个警告\n" if errors or warnings else ""
    plural = ("" if errors == 1 else "s", "" if warnings == 1 else "s")
    return f"{errors} error{plural[0]}, {warnings} warning{plural[1]}\n" if errors or warnings else ""


def _json(said: list[Said]) -> str:
    import json

    findings = []
    for one in said:
        found, p = one.found, one.position
        place = {"file": p.file, "line": p.line, "column": p.column, "length": p.length} if p else None
        findings.append(
            {
                "code": found.code,
                "severity": found.severity,
                "message": one.message,
                "hint": one.hint or None,
                "position": place,
                "document": found.where.document,
                "path": list(found.where.path),
                "facts": found.facts,
            }
        )
    return (
        json.dumps({"version": 1, "findings": findings}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )
