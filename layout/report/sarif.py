"""Findings as SARIF 2.1.0 (OASIS), for code scanning and editors."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from layout import __version__
from layout.report.said import Lang, Said, words_of

_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(said: Sequence[Said], lang: Lang) -> str:
    """One run with a rule for each code that was found. Columns count characters, from 1."""
    codes = sorted({one.found.code for one in said})
    driver = {"name": "layout", "version": __version__, "rules": [_rule(code, lang) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if lang == "zh" else "en-GB",
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.found.code)) for one in said],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    words = words_of(code, lang)
    rule: dict[str, Any] = {"id": code, "shortDescription": {"text": words.says}}
    if words.what:
        rule |= {"fullDescription": {"text": words.what}, "help": {"text": words.what}}
    return rule


def _result(one: Said, rule: int) -> dict[str, Any]:
    p = one.position
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(p.file if p else one.found.where.document)}}
    if p:
        region = {"startLine": p.line, "startColumn": p.column, "endColumn": p.column + max(1, p.length)}
        place["region"] = {**region, "snippet": {"text": p.source_line}}
    return {
        "ruleId": one.found.code,
        "ruleIndex": rule,
        "level": _LEVEL[one.found.severity],
        "message": {"text": f"{one.message}\n{one.hint}" if one.hint else one.message},
        "locations": [{"physicalLocation": place}],
    }
