"""`--select`, `--ignore`, `--error`, `--warn`: which findings count, and how much. Codes may be cut short."""

from argparse import Namespace
from collections.abc import Iterable
from typing import TypeAlias

from msgspec.structs import replace

from layout.diag import Diagnostic, Severity
from layout.spec.comments import matches
from layout.spec.source_map import SourceMap

Gathered: TypeAlias = tuple[tuple[Diagnostic, ...], SourceMap]
"""What one page has to say, and the documents that its places are in."""


def judged(found: Iterable[Diagnostic], options: Namespace) -> tuple[Diagnostic, ...]:
    """The findings that count, as severe as was asked."""
    return tuple(_weighed(d, options) for d in found if _counts(d, options))


def joined(gathered: Iterable[Gathered]) -> Gathered:
    """Several pages' findings as one list: what pages share (a story, a theme) is told once."""
    found: dict[Diagnostic | tuple[object, ...], Diagnostic] = {}
    sources = SourceMap({}, {}, {}, {})
    for shown, more in gathered:
        for d in shown:
            found.setdefault((d.code, d.severity, d.where, tuple(d.facts.items()), d.hint), d)
        for name in ("texts", "trees", "bodies", "bases"):
            getattr(sources, name).update(getattr(more, name))
    return tuple(found.values()), sources


def _counts(found: Diagnostic, options: Namespace) -> bool:
    if options.select and not matches(found.code, options.select):
        return False
    return not matches(found.code, options.ignore_codes)


def _weighed(found: Diagnostic, options: Namespace) -> Diagnostic:
    severity: Severity = found.severity
    if matches(found.code, options.error_codes):
        severity = "error"
    elif matches(found.code, options.warn):
        severity = "warning"
    return found if severity == found.severity else replace(found, severity=severity)
