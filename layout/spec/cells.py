"""Shape of grid cells: `2-4` or `3`."""

from layout.spec.scalars import Value
from layout.spec.wrong import Wrong


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


CELLS = Value(cells, {"type": ["string", "integer"], "pattern": "^[0-9]+(-[0-9]+)?$"})
