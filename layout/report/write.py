"""Findings as text: for people (with the source line and a mark under the place), in short, or for a program."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias

from layout.diag import Diagnostic
from layout.report.excerpt import clean, excerpt
from layout.report.said import Lang, Said, say
from layout.spec.source_map import SourceMap

__all__ = ["FORMS", "PROGRAMS", "Form", "Lang", "Said", "report", "say"]

Form: TypeAlias = Literal["human", "short", "json", "github", "junit", "sarif", "markdown"]
FORMS: tuple[Form, ...] = ("human", "short", "json", "github", "junit", "sarif", "markdown")
PROGRAMS: tuple[Form, ...] = FORMS[
    2:
]  # for programs: on the standard output, and there also if nothing was found

_ZH = {"error": "错误", "warning": "警告", "info": "提示"}
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}


def report(
    diagnostics: Iterable[Diagnostic],
    sources: SourceMap | None,
    *,
    form: Form,
    lang: Lang,
    colour: bool = False,
    checked: Sequence[str] = (),
    fits: Sequence[dict[str, Any]] | None = None,
) -> str:
    """All findings, the worst first, as one text that ends in a newline. "" for none for people, and for GitHub.
    `checked` are the documents that were looked at, for forms that name those without a finding too; `fits` how
    stories fit, for JSON (None: not asked)."""
    said = sorted((say(found, sources, lang) for found in diagnostics), key=lambda s: s.order)
    if form in PROGRAMS:
        return _for_program(said, form, lang, checked, fits)
    if not said:
        return ""
    if form == "short":
        return "\n".join(short(one) for one in said) + "\n"
    return "\n".join(human(one, lang, colour) for one in said) + "\n" + _count(said, lang)


def _for_program(
    said: list[Said],
    form: Form,
    lang: Lang,
    checked: Sequence[str],
    fits: Sequence[dict[str, Any]] | None = None,
) -> str:
    """A form of its own module, imported when it is asked for."""
    if form == "json":
        from layout.report import as_json

        return as_json.render(said, fits)
    if form == "github":
        from layout.report import github

        return github.render(said)
    if form == "junit":
        from layout.report import junit

        return junit.render(said, checked)
    if form == "sarif":
        from layout.report import sarif

        return sarif.render(said, lang)
    from layout.report import markdown

    return markdown.render(said, lang)


def _place(one: Said) -> str:
    p = one.position
    return clean(f"{p.file}:{p.line}:{p.column}" if p else one.found.where.document)


def short(one: Said) -> str:
    """A finding in one line."""
    line = f"{_place(one)}: {one.found.severity} {one.found.code}: {one.message}"
    return line.replace("\n", " ")


def human(one: Said, lang: Lang, colour: bool) -> str:
    """A finding for people: its place, the source line with a mark, what to write instead."""
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
