"""The words of every finding, in Chinese and English. Read only when there is something to print.

One module a letter: `s` spec, `c` copy, `a` assets and fonts, `t` text, `f` fit, `p` preflight, `d` what
`diff` finds. Each holds `ENTRIES: dict[str, Entry]`, long ones joined from modules beside them (`s_files`,
`f_heads`). Sentences are `str.format` templates over a diagnostic's facts.
"""

from importlib import import_module

from layout.catalogue.entry import Entry


def entry(code: str) -> Entry:
    """The catalogue's entry for `code`; KeyError if there is none."""
    entries: dict[str, Entry] = import_module(f"layout.catalogue.{code[0].lower()}").ENTRIES
    return entries[code]


def codes() -> tuple[str, ...]:
    """All codes, in order."""
    rooms = (import_module(f"layout.catalogue.{letter}").ENTRIES for letter in "scatfpd")
    return tuple(code for room in rooms for code in sorted(room))
