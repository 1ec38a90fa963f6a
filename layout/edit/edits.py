"""Edits of a text by position, and what they look like before they are made."""

from collections.abc import Iterable

from msgspec import Struct


class Edit(Struct, frozen=True, order=True):
    """Characters `start` to `end` become `new`."""

    start: int
    end: int
    new: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; of two that overlap, the first."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.start >= at:
            parts += (text[at : edit.start], edit.new)
            at = edit.end
    return "".join((*parts, text[at:]))


def shown(name: str, before: str, after: str) -> str:
    """A unified diff."""
    from difflib import unified_diff

    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, n=1, lineterm="")
    return "\n".join(lines)
