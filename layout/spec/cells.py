"""Shapes of columns and lines by number: grid cells, `2-4` or `3`; what goes over columns, `all`, `2` or `2-3`."""

from layout.spec.scalars import Value, guess, listed
from layout.spec.wrong import Wrong
from layout.style import ALL, ONE, Across


def cells(text: str) -> tuple[int, int]:
    """`2-4` or `3`: grid cells, from 1, both ends included."""
    first, dash, last = text.partition("-")
    ends = [part.strip() for part in (first, last if dash else first)]
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in ends):
        from layout.spec.values import narrow

        thin = narrow(text).replace("..", "-").translate(str.maketrans(":—–~", "----"))
        raise Wrong("S046", value=text, hint=thin if thin != text else "")
    low, high = map(int, ends)
    if low < 1 or high < low:
        raise Wrong("S046", value=text, hint=f"{high}-{low}" if low > high >= 1 else "")
    return low, high


_SPANS = ("one", "all", "2", "2-3")


def across(text: str) -> Across:
    """`one`, `all`, a number of columns, or the first and the last of them, from 1."""
    text = text.strip()
    if text in ("one", "all"):
        return ONE if text == "one" else ALL
    if not any(char.isdigit() for char in text):
        raise Wrong("S026", value=text, words=listed(_SPANS), hint=guess(text, _SPANS))
    first, last = cells(text.removesuffix("栏"))
    return Across(last - first + 1, first - 1) if "-" in text else Across(first)


CELLS = Value(cells, {"type": ["string", "integer"], "pattern": "^[0-9]+(-[0-9]+)?$"})
SPAN = Value(across, {"type": ["string", "integer"], "pattern": "^(one|all|[0-9]+(-[0-9]+)?)( *栏)?$"})
