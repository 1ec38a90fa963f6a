"""Findings about the spec: pages, stories, themes."""

from msgspec.structs import replace

from layout.catalogue.entry import Entry
from layout.catalogue.s_files import FILES
from layout.catalogue.s_page import PAGE
from layout.catalogue.s_rules import RULES
from layout.catalogue.s_values import VALUES


def _explained(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries with the rules behind them, where they do not tell their own."""
    rules = {code: (zh, en) for codes, zh, en in RULES for code in codes.split()}
    return {
        code: replace(entry, what_zh=rules[code][0], what_en=rules[code][1]) if code in rules else entry
        for code, entry in entries.items()
    }


ENTRIES: dict[str, Entry] = _explained({**FILES, **VALUES, **PAGE})
