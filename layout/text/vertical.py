"""What a vertical line changes in its copy (GB/T 15834 5.2, GB/T 15835, CLReq)."""

import re

from layout.text.types import Classes

_QUOTES = str.maketrans("“”‘’", "『』「」")
# A year, or the first of some years (2025—2026年); not a number of any other kind.
_YEAR = re.compile(r"(?<![0-9.,])[12][0-9]{3}(?=(?:[—–～\-至到和与、][12][0-9]{3})*年)")
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FEW_FIGURES = re.compile(r"(?<![admoA+])d{1,2}(?![admoA+])")
_ACRONYM = re.compile(r"(?<![ad+m])a{1,4}(?![adm+])")


def years(text: str) -> list[tuple[int, str, str]]:
    """The years in figures: where, what is written, what a vertical line sets. Other numbers stay figures and lie
    on their side."""
    return [(m.start(), m[0], m[0].translate(_NUMERALS)) for m in _YEAR.finditer(text)]


def vertical_text(text: str) -> str:
    """`text` with its years in Han numerals; as long as before."""
    return _YEAR.sub(lambda m: m[0].translate(_NUMERALS), text)


def vertical_quotes(text: str, classes: Classes) -> str:
    """Curly quotes become corner brackets where they are Chinese marks."""
    if not _QUOTES.keys() & {ord(c) for c in text}:
        return text
    return "".join(c.translate(_QUOTES) if k in "OC" else c for c, k in zip(text, classes))


def vertical_classes(text: str, classes: Classes, tcy: bool = False) -> Classes:
    """：；？！ keep a whole em each (F; CLReq), also in a row, and up to four capitals stand upright in cells of their
    own (A). With `tcy` one figure or two by themselves stand upright in one cell (t; 纵中横排, CLReq; GB/T 15835 is
    silent)."""
    letters = "".join("F" if c in "：；？！" else k for c, k in zip(text, classes))
    if tcy:
        letters = _FEW_FIGURES.sub(lambda m: _in_one_cell(text, m), letters)
    return _ACRONYM.sub(lambda m: "A" * len(m[0]) if text[m.start() : m.end()].isupper() else m[0], letters)


def _in_one_cell(text: str, figures: re.Match[str]) -> Classes:
    """Figures whose sign lies on its side (5%, -5) lie with it."""
    start, end = figures.span()
    beside = [i for i in (start - 1, end) if 0 <= i < len(text) and figures.string[i] in "pu"]
    if any(text[i].isascii() for i in beside):
        return figures[0]
    return "t" + "+" * (end - start - 1)
