"""The map of a page: rows of a height and letters. Its geometry is checked by `layout.spec.check`."""

from layout.diag import Where
from layout.spec.model import DummyRow
from layout.spec.nodes import Node, Path, Scalar
from layout.spec.reading import Reading
from layout.spec.scalars import scalar
from layout.spec.shape import Schema, Shape


class Dummy(Shape[tuple[DummyRow, ...]]):
    """Rows `height | letters`; blank lines between them are free."""

    def read(self, node: Node, path: Path, r: Reading) -> tuple[DummyRow, ...] | None:
        text = scalar(node, path, r)
        if text is None:
            return None
        if isinstance(node, Scalar) and node.quote != "|" and ("|" in text or "｜" in text):
            r.at("S089", node, path, key=True)
            return None
        rows, at = [], 0
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                row = _row(line, number, Where(node.document, path, at, len(line)), r)
                if row is not None:
                    rows.append(row)
            at += len(line) + 1
        return tuple(rows)

    def schema(self) -> Schema:
        return {"type": "string"}


def _row(line: str, number: int, where: Where, r: Reading) -> DummyRow | None:
    """One row; None (and a fault at the very character) if it is none."""
    height, bar, letters = line.partition("|")
    height = height.strip()
    if not bar or not (
        height == "*" or (height.isascii() and height.isdigit() and len(height) < 5 and int(height))
    ):
        r.fault("S080", _trim(line, where), hint=_row_hint(line), facts={"row": line.strip()})
        return None
    at = where.at + len(line) - len(letters)
    found: list[str] = []
    for i, char in enumerate(letters):
        if char in " \t":
            continue
        if not (char == "." or (char.isalpha() and not "\uff00" <= char <= "\uffef")):
            place = Where(where.document, where.path, at + i, 1)
            from unicodedata import normalize

            thin = normalize("NFKC", char)
            r.fault("S086", place, hint=thin if thin != char else "", facts={"char": char})
            return None
        found.append(char)
    return DummyRow(None if height == "*" else int(height), tuple(found), number)


def _trim(line: str, where: Where) -> Where:
    lead = len(line) - len(line.lstrip())
    return Where(where.document, where.path, where.at + lead, len(line.strip()))


def _row_hint(line: str) -> str:
    """The row as it should be: narrow characters, a bar, a height of 1 at least and without a unit or a sign; the
    rest of the page (`*`) for a height that none has. "" where it can't be told what was meant."""
    from re import fullmatch

    from layout.spec.values import narrow

    thin = narrow(line).strip()
    found = fullmatch(r"[-+]?([0-9*]+)\s*(?:行|lines?)?\s*\|?\s*([^|]+)", thin)
    if found is None:
        return thin if thin != line.strip() and "|" in thin else ""
    height = found[1].lstrip("0") or "1"
    return f"{height if len(height) < 5 and '*' not in height else '*'} | {' '.join(found[2].split())}"
