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
