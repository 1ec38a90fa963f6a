"""Where a headline may turn over."""

from layout.font.library import FontLibrary
from layout.style import TextStyle
from layout.units import Emu


def headline_lines(
    text: str, style: TextStyle, library: FontLibrary, measure: Emu, lines: int, words: frozenset[str]
) -> tuple[str, ...]:
    """The lines of a headline written as one string."""
    plain = text.replace("{", "").replace("}", "")
    return (plain,)
