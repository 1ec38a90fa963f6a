"""What a vertical line changes in its copy (typography.md section 8; GB/T 15834 5.2, GB/T 15835)."""

import re

from layout.text.types import Classes

_QUOTES = str.maketrans("“”‘’", "『』「」")
_YEAR = re.compile(r"(?<![0-9.,])[12][0-9]{3}(?=年)")
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
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


def vertical_classes(text: str, classes: Classes) -> Classes:
    """Single ：；？！ keep a whole em (F), and up to four capitals stand upright in cells of their own (A)."""
    out = re.sub("(?<![SQ])S(?![SQ])", "F", classes) if "S" in classes else classes
    letters = "".join(
        "F" if c in "：；" else k if k != "F" or c in "？！" else "S" for c, k in zip(text, out)
    )
    return _ACRONYM.sub(lambda m: "A" * len(m[0]) if text[m.start() : m.end()].isupper() else m[0], letters)
