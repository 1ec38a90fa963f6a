"""What a reader of values says when it can't: `Wrong`; and the word that was probably meant."""

from collections.abc import Iterable

from layout.diag import Fact


class Wrong(Exception):
    """A value that can't be understood: the code of the finding, its facts and its suggestion. `at` and
    `length` point at a part of the value."""

    def __init__(self, code: str, *, hint: str = "", at: int = -1, length: int = 0, **facts: Fact) -> None:
        super().__init__(code)
        self.code, self.hint, self.at, self.length, self.facts = code, hint, at, length, facts


def close(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, "" if none is."""
    from difflib import get_close_matches

    lowered = {k.casefold(): k for k in sorted(known, reverse=True)}
    found = get_close_matches(word.casefold(), lowered, 1, 0.6 if word.isascii() else 0.4)
    return lowered[found[0]] if found else ""


def one_slip(word: str, known: Iterable[str]) -> str:
    """The known word that `word` becomes with one letter added, dropped, changed, or two neighbours exchanged; "" if
    there is none. Digits and hyphens are no slips: they make names of a row."""
    return next((other for other in sorted(known) if _slipped(word, other)), "")


def _slipped(a: str, b: str) -> bool:
    """Whether a letter or two neighbours are all that parts two words."""
    if abs(len(a) - len(b)) > 1 or a == b or min(len(a), len(b)) < 4:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    a, b = a[head:], b[head:]
    odd = a[:1] + b[:1] if len(a) == len(b) else a[:1] if len(a) > len(b) else b[:1]
    same = a[1:] == b[1:] if len(a) == len(b) else a[1:] == b or a == b[1:]
    return odd.isalpha() and (same or (a[:2] == b[1::-1] and a[2:] == b[2:]))
