"""Findings that the editor has looked at and let be, in comments of YAML documents and of front matter:

    headline: 甲乙丙丁      # layout: ignore F012, T2
    # layout: ignore-file C107

The first is for findings on its line, the second for all of its document, the copy of a story included. Codes may
be cut short: T2 means T201, T202 and so on. Errors of reading are never let be: there is no page without them.
"""

import re
from collections.abc import Iterable, Iterator

from layout.diag import Diagnostic
from layout.spec.source_map import SourceMap

_SIGN = "layout: ignore"
_COMMENT = re.compile(r"(?:^|\s)#\s*layout: ignore(-file)?[ :]+([A-Za-z][0-9]*(?:[\s,]+[A-Za-z][0-9]*)*)")


def unless_ignored(found: Iterable[Diagnostic], sources: SourceMap) -> tuple[Diagnostic, ...]:
    """The findings that no comment lets be. Costs next to nothing where there is no such comment."""
    signed = {name for name, text in sources.texts.items() if _SIGN in text}
    return tuple(d for d in found if not (signed and _let_be(d, sources, signed)))


def matches(code: str, starts: Iterable[str]) -> bool:
    """Whether a code is one of those, or begins as one of them does."""
    return any(code.startswith(start.upper()) for start in starts)


def _let_be(found: Diagnostic, sources: SourceMap, signed: set[str]) -> bool:
    position = sources.locate(found.where)
    if position is None or position.file not in signed:
        return False
    text = sources.texts[position.file]
    own = text[: sources.bodies.get(position.file, len(text))].split("\n")
    whole = (start for line in own for file, starts in _comments(line) if file for start in starts)
    if matches(found.code, whole):
        return True
    here = own[position.line - 1] if position.line <= len(own) else ""
    return any(matches(found.code, starts) for file, starts in _comments(here) if not file)


def _comments(line: str) -> Iterator[tuple[bool, list[str]]]:
    for match in _COMMENT.finditer(line):
        yield bool(match[1]), re.split(r"[\s,]+", match[2])
