"""Findings about the spec: pages, stories, themes."""

from msgspec.structs import replace

from layout.catalogue.entry import Entry
from layout.catalogue.s_files import FILES
from layout.catalogue.s_page import PAGE
from layout.catalogue.s_rules import RULES
from layout.catalogue.s_values import VALUES

_CHOICES = {  # what there is, said where nothing is near to what was written
    "S012": ("这里可以写：{names}", "what can stand here: {names}"),
    **{f"S0{n}": ("有：{names}", "there are: {names}") for n in (50, 51, 52, 53, 54, 55, 56, 58, 59)},
    "S126": ("有：{names}", "there are: {names}"),
    "S062": (
        "在 blocks 里写上它，或改成有的：{names}",
        "write it under blocks, or use one that is there: {names}",
    ),
}


def _explained(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries with the rules behind them, where they do not tell their own, and with what there is to choose."""
    rules = {code: (zh, en) for codes, zh, en in RULES for code in codes.split()}
    done = {
        code: replace(entry, what_zh=rules[code][0], what_en=rules[code][1]) if code in rules else entry
        for code, entry in entries.items()
    }
    return done | {code: replace(done[code], zh_else=zh, en_else=en) for code, (zh, en) in _CHOICES.items()}


ENTRIES: dict[str, Entry] = _explained({**FILES, **VALUES, **PAGE})
