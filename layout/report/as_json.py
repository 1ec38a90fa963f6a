"""Findings as JSON."""

import json
from collections.abc import Iterable

from layout.report.said import Said


def render(said: Iterable[Said]) -> str:
    """`version` is raised when a name changes its meaning; more names may come."""
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
