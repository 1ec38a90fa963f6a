"""Findings as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from layout.report.said import Said


def render(said: Iterable[Said], fits: Sequence[dict[str, Any]] | None = None) -> str:
    """`version` is raised when a name changes its meaning; more names may come. `fits`, where it was asked for, has
    a row for each story: what its room holds, what is over or short, what was tried, what to cut."""
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
    whole: dict[str, Any] = {"version": 1, "findings": findings}
    if fits is not None:
        whole["fits"] = list(fits)
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
