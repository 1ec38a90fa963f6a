"""Where words may be divided: at soft hyphens; English ones by pyphen's dictionary, read only where a style asks for
it."""

import re
from functools import cache
from typing import Any

from layout.text.types import Classes

# A word by itself: no part of an address, a number with its unit or a name with signs in it; no acronym.
_WORD = re.compile("(?<![adpum+A])a{5,}(?![adpu+A]|ma)")
_SOFT = re.compile(r"(?<=a)\++(?=a)")


@cache
def _dictionary() -> Any:
    try:
        import pyphen
    except ImportError:
        return None
    return pyphen.Pyphen(lang="en_US", left=2, right=3)


def installed() -> bool:
    """Whether there is a dictionary to divide words by."""
    return _dictionary() is not None


def soft(text: str, classes: Classes) -> frozenset[int]:
    """The characters behind soft hyphens between letters."""
    return frozenset(m.end() for m in _SOFT.finditer(classes) if "\u00ad" in text[m.start() : m.end()])


def divisions(text: str, classes: Classes) -> tuple[int, ...]:
    """The characters before which a line may end with a hyphen; `classes` has a letter for each character."""
    out: list[int] = []
    for found in _WORD.finditer(classes):
        word = text[found.start() : found.end()]
        if word.isascii() and word.isalpha() and not word.isupper():
            out += (found.start() + at for at in _dictionary().positions(word))
    return tuple(out)
