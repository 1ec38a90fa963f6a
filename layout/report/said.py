"""A finding put into words: what all forms of report are made of."""

import re
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from layout.catalogue import entry
from layout.catalogue.entry import Entry
from layout.diag import Diagnostic, Fact
from layout.report.excerpt import clean
from layout.spec.source_map import Position, SourceMap

Lang: TypeAlias = Literal["zh", "en"]
_NOUNS = "lines|characters|columns|rows|pages|paragraphs|cells|places|pictures|words|items|files|letters"
_PLURAL = re.compile(rf"\b(?:{_NOUNS})\b")
_COUNTED = re.compile(rf"\{{(\w+)(?::[^}}]*)?\}} (?:more )?(?:{_NOUNS})\b")
_LISTED = 16  # names to choose from that are shown of a long list
_RANK = {"error": 0, "warning": 1, "info": 2}


class Said(Struct, frozen=True):
    """A finding in words, with its place (None: no place is known)."""

    found: Diagnostic
    position: Position | None
    message: str
    hint: str

    @property
    def order(self) -> tuple[int, str, int, int, str]:
        """The worst first; what is equally bad by file and line."""
        p = self.position
        file, line, column = (p.file, p.line, p.column) if p else (self.found.where.document, 0, 0)
        return _RANK[self.found.severity], file, line, column, self.found.code


class Words(Struct, frozen=True):
    """A code's sentences in one language, as templates, and what its rule is."""

    says: str
    hint: str = ""
    what: str = ""
    otherwise: str = ""


def words_of(code: str, lang: Lang) -> Words:
    """The sentences of a code; its name where the catalogue has none."""
    try:
        found = entry(code)
    except (KeyError, ImportError):
        found = Entry(code, code)
    if lang == "zh":
        return Words(found.zh, found.zh_hint, found.what_zh, found.zh_else)
    return Words(found.en, found.en_hint, found.what_en, found.en_else)


def say(found: Diagnostic, sources: SourceMap | None, lang: Lang) -> Said:
    """A finding's sentences in one language, filled with its facts."""
    position = sources.locate(found.where) if sources is not None else None
    words = words_of(found.code, lang)
    if words.says == found.code:
        listed = ", ".join(f"{name} {value}" for name, value in found.facts.items())
        return Said(found, position, clean(f"{found.code} {listed}".strip()), clean(found.hint))
    facts = {**found.facts, "hint": found.hint}
    hint = words.hint
    if "{hint" in hint and not found.hint:
        facts["names"] = shortlist(str(found.facts.get("names", "")))
        hint = words.otherwise if facts["names"] else ""
    return Said(found, position, clean(filled(words.says, facts)), clean(filled(hint, facts)))


def shortlist(names: str) -> str:
    """The first of many names that there are to choose from."""
    parts = names.split(", ")
    return names if len(parts) <= _LISTED else ", ".join((*parts[:_LISTED], "…"))


def filled(template: str, facts: Mapping[str, Fact]) -> str:
    """A sentence with its facts; things counted in English stand in the singular after 1."""

    def counted(match: re.Match[str]) -> str:
        fact = facts.get(match[1], 0)
        return match[0][:-1] if fact in (1, -1) else match[0]

    return _COUNTED.sub(counted, template).format_map(_Facts(facts))


def one_of(words: str, number: float) -> str:
    """English words that end in a plural, in the singular where `number` is 1 or -1."""
    return _PLURAL.sub(lambda found: found[0][:-1], words) if abs(number) == 1 else words


class _Facts(dict[str, Any]):
    """Facts for a template; one that is missing shows its name, for a finding must be printed in any case."""

    def __missing__(self, key: str) -> "_Gap":
        return _Gap("{" + key + "}")


class _Gap(str):
    """A missing fact: the same in every format."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return str(self)
