"""The list of common words that headlines are cut into words by: `lexicon.txt`.

Tags: n noun, v verb, t title, w time, d adverb, p preposition or conjunction, l place or time word that follows
its phrase, x particle. Read only when a headline may have to turn over.
"""

import re
from functools import cache
from pathlib import Path

_UNITS = "unit"


@cache
def lexicon() -> tuple[dict[str, str], tuple[str, ...]]:
    """Words with their tags, and units from the longest to the shortest."""
    text = Path(__file__).with_suffix(".txt").read_text("utf-8")
    words: dict[str, str] = {}
    units: tuple[str, ...] = ()
    for tag, body in re.findall(r"^\[(\w+)\][^\n]*\n([^\[]*)", text, re.MULTILINE):
        if tag == _UNITS:
            units = tuple(sorted(body.split(), key=len, reverse=True))
        else:
            words.update(dict.fromkeys(body.split(), tag))
    return words, units
