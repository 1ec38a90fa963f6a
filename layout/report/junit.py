"""Findings as JUnit XML, for the test pages of CI servers: a suite for each document, a case for each finding.

Elements and attributes are those of Jenkins' `junit-10.xsd`, which the other servers read too.
"""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from layout.report.excerpt import clean
from layout.report.said import Said


def render(said: Iterable[Said], checked: Sequence[str]) -> str:
    """Errors are failures, warnings and hints pass with their words as output. `checked`: the documents that
    were looked at; one without a finding is a case that passes."""
    suites: dict[str, list[Said]] = {name: [] for name in checked}
    for one in said:
        suites.setdefault(_document(one), []).append(one)
    total = sum(max(1, len(found)) for found in suites.values())
    failed = sum(_failures(found) for found in suites.values())
    head = f'<testsuites name="layout" tests="{total}" failures="{failed}" errors="0">'
    body = (line for name, found in suites.items() for line in _suite(name, found))
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *body, "</testsuites>")) + "\n"


def _document(one: Said) -> str:
    return one.position.file if one.position else one.found.where.document


def _failures(found: Sequence[Said]) -> int:
    return sum(one.found.severity == "error" for one in found)


def _suite(name: str, found: Sequence[Said]) -> Iterable[str]:
    name = clean(name)
    count = f'tests="{max(1, len(found))}" failures="{_failures(found)}" errors="0"'
    yield f" <testsuite name={quoteattr(name)} {count}>"
    if not found:
        yield f'  <testcase name="check" classname={quoteattr(name)}/>'
    for one in found:
        yield from _case(name, one)
    yield " </testsuite>"


def _case(name: str, one: Said) -> Iterable[str]:
    p, code = one.position, one.found.code
    place = f"{name}:{p.line}:{p.column}" if p else name
    yield f"  <testcase name={quoteattr(f'{code} {place}')} classname={quoteattr(name)}>"
    words = escape("\n".join(filter(None, (f"{place}: {one.message}", one.hint))))
    if one.found.severity == "error":
        yield f'   <failure type="{code}" message={quoteattr(one.message)}>{words}</failure>'
    else:
        yield f"   <system-out>{one.found.severity} {words}</system-out>"
    yield "  </testcase>"
