"""Findings in print. In: diagnostics and the source map. Out: text for people, for programs, or JSON. Must not
know how findings come about."""

from layout.report.write import report

__all__ = ["report"]
