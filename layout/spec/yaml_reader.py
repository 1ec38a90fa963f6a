"""YAML to nodes, through PyYAML's C events: every scalar is text, nothing is resolved, nothing is expanded.

Anchors, aliases, merge keys, tags, keys that are not text, duplicate keys and second documents are refused.
The text is scanned for its depth before libyaml sees it: 100,000 nested brackets overrun its stack.
"""

from pathlib import PurePath
from typing import Any

import yaml

from layout.diag import Fact, Where
from layout.spec.nodes import Entry, Mapping, Node, Quote, Scalar, Sequence
from layout.spec.reading import Reading

MAX_DEPTH = 24
MAX_NODES = 60_000
_ABSURD = 200
_LIST_END: Any = yaml.SequenceEndEvent
_MAP_END: Any = yaml.MappingEndEvent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    """The document can't be read on; the reason has been noted."""


def read_yaml(text: str, document: str, reading: Reading, base: int = 0) -> Node | None:
    """The tree of one YAML document, None if there is a fault in it that ends the reading.

    `text` has no BOM and "\\n" ends its lines; `base` is where it begins in its file."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n")):
        least = {".page": "layout, theme, blocks", ".theme": "extends: broadsheet"}
        hint = least.get(PurePath(PurePath(document).stem).suffix, "")
        reading.fault("S008", Where(document), hint=hint, facts={"file": document})
        return None
    if _too_deep(text):
        reading.fault("S011", Where(document, at=base), facts={"limit": MAX_DEPTH})
        return None
    builder = _Builder(text, document, reading, base)
    before = len(reading.faults)
    try:
        node = builder.document_of(iter(yaml.parse(text, Loader=_LOADER)))
    except _Refused:
        node = None
    except yaml.YAMLError as error:
        from layout.spec.traps import explain

        explain(text, error, document, base, reading)
        return None
    return node if len(reading.faults) == before else None


def _too_deep(text: str) -> bool:
    """Whether brackets or dashes are nested so deep that libyaml's stack is in danger. Marks inside quotation
    marks are counted too: the bound is absurdly high for them."""
    if "- " * _ABSURD in text or "? " * _ABSURD in text:
        return True
    if text.count("[") + text.count("{") < _ABSURD:
        return False
    depth = 0
    for char in text:
        if char in "[{":
            depth += 1
            if depth >= _ABSURD:
                return True
        elif char in "]}":
            depth -= 1
    return False


class _Builder:
    """Events of one document to nodes."""

    def __init__(self, text: str, document: str, reading: Reading, base: int) -> None:
        self.text, self.document, self.reading, self.base = text, document, reading, base
        self.nodes = 0
        self.hashes = " #" in text

    def refuse(self, code: str, event: Any, *, stop: bool = True, hint: str = "", **facts: Fact) -> None:
        """Note a fault at an event's place, counted in the whole document, for there may be no path to it."""
        start, end = event.start_mark.index, event.end_mark.index
        if code == "S017":
            facts["tag"] = self.text[start:end].split(" ")[0]
        if code in ("S014", "S015", "S017") and type(event) in (yaml.ScalarEvent, yaml.AliasEvent):
            from layout.spec.traps import line_quoted

            hint = line_quoted(self.text, start)
        where = Where(self.document, (), self.base + start, max(1, end - start))
        self.reading.fault(code, where, hint=hint, facts=facts)
        if stop:
            raise _Refused

    def check_hash(self, event: Any) -> None:
        """See that YAML has not taken the rest of a plain value for a comment."""
        at = event.end_mark.index
        end = self.text.find("\n", at)
        rest = self.text[at : end if end >= 0 else len(self.text)].lstrip(" ")
        if rest[:1] == "#" and rest[1:2] not in ("", " ", "#", "\t"):
            from layout.spec.traps import line_quoted

            at = self.text.find("#", at)
            where = Where(self.document, (), self.base + at, len(rest))
            self.reading.fault("S115", where, hint=line_quoted(self.text, at))

    def check_commas(self, only: Scalar) -> None:
        """See that the only item of a list in brackets is not several with Chinese commas between them."""
        parts = only.text.replace("、", "，").split("，")
        if len(parts) > 1 and not only.quote:
            where = Where(self.document, (), only.start + len(parts[0]), 1)
            self.reading.fault("S111", where, hint=f"[{', '.join(parts)}]")

    def document_of(self, events: Any) -> Node | None:
        next(events), next(events)
        node = self.node(next(events), events, 0)
        next(events)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.refuse("S019", after)
        return node

    def node(self, event: Any, events: Any, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse("S013", event, limit=MAX_NODES)
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.refuse("S015", event, name=event.anchor)
        if event.anchor is not None:
            self.refuse("S014", event, name=event.anchor)
        if event.tag is not None:
            self.refuse("S017", event, tag=event.tag)
        start: int = event.start_mark.index + self.base
        if kind is yaml.ScalarEvent:
            quote: Quote = event.style or ""
            if self.hashes and not quote:
                self.check_hash(event)
            if not quote and event.value[:1] == "-" and event.value[1:2].isalpha():
                self.refuse("S121", event, stop=False, hint=f"- {event.value[1:].partition(' -')[0]}")
            return Scalar(event.value, quote, self.document, start, event.end_mark.index + self.base)
        if depth >= MAX_DEPTH:
            self.refuse("S011", event, limit=MAX_DEPTH)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event, events, depth)
        return self.mapping(start, events, depth)

    def sequence(self, begin: Any, events: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while type(event := next(events)) is not _LIST_END:
            items.append(self.node(event, events, depth + 1))
        start, end = begin.start_mark.index + self.base, event.end_mark.index + self.base
        if begin.flow_style and len(items) == 1 and isinstance(items[0], Scalar):
            self.check_commas(items[0])
        return Sequence(items, self.document, start, end)

    def mapping(self, start: int, events: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while type(event := next(events)) is not _MAP_END:
            if type(event) is not yaml.ScalarEvent:
                self.refuse("S015" if type(event) is yaml.AliasEvent else "S024", event, name="")
            key = self.node(event, events, depth)
            assert isinstance(key, Scalar)
            if key.text == "<<" and not key.quote:
                self.refuse("S016", event)
            value = self.node(next(events), events, depth + 1)
            first = entries.setdefault(key.text, Entry(key, value))
            if first.key is not key:
                self.refuse("S018", event, stop=False, key=key.text)
        return Mapping(entries, self.document, start, event.end_mark.index + self.base)
