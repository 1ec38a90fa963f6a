"""Word boundaries by rjieba, for themes that say `segmenter: rjieba`. Our own list of words stays the judge of what
a word does in a sentence; rjieba's tags stand in where it is silent."""

from functools import cache
from typing import Any

# The first letters of rjieba's tags as tags of `lexicon`; all others are nouns.
_TAGS = {"v": "v", "f": "l", "u": "x", "y": "x", "d": "d", "p": "p", "c": "p", "t": "w", "m": "m"}


def installed(segmenter: str) -> bool:
    """Whether the segmenter that a theme names is to be had."""
    return segmenter == "builtin" or _rjieba() is not None


@cache
def _rjieba() -> Any:
    try:
        import rjieba
    except ImportError:  # reported where the theme is read
        return None
    return rjieba.Jieba()


def words(text: str) -> tuple[tuple[int, int, str], ...]:
    """The words of `text` as (start, end, tag); none where rjieba is not installed."""
    out, at = [], 0
    jieba = _rjieba()
    for word, tag in jieba.tag(text) if jieba else ():
        out.append((at, at + len(word), "d" if tag == "ad" else _TAGS.get(tag[0], "n")))
        at += len(word)
    return tuple(out)
