"""From the place a finding names to file, line and column; worked out only when it is printed."""

from functools import lru_cache

from msgspec import Struct

from layout.diag import Where
from layout.spec.nodes import Mapping, Node, Path, Scalar, Sequence


class Position(Struct, frozen=True):
    """Where something is written: line and column from 1, columns in characters; `length` characters are
    meant, all on this line."""

    file: str
    line: int
    column: int
    length: int
    source_line: str


class SourceMap(Struct, frozen=True):
    """The texts and trees of all documents read. `bodies` says where a story's body begins, `bases` which
    document a theme extends."""

    texts: dict[str, str]
    trees: dict[str, Node]
    bodies: dict[str, int]
    bases: dict[str, str]

    def locate(self, where: Where) -> Position | None:
        """The position of a place; None if its document was not read. A path that leads nowhere gives the
        nearest place above it that is written."""
        document = self._document(where)
        text = self.texts.get(document)
        if text is None:
            return None
        start, end = self._range(document, where, text)
        return _position(document, text, start, end)

    def _document(self, where: Where) -> str:
        """The document in a chain of themes that really has the path."""
        document: str | None = where.document
        while document is not None:
            tree = self.trees.get(document)
            if tree is not None and _walk(tree, where.path)[1] == len(where.path):
                return document
            document = self.bases.get(document)
        return where.document

    def _range(self, document: str, where: Where, text: str) -> tuple[int, int]:
        """Offsets in the document's text."""
        if not where.path:
            return (where.at, where.at + where.length) if where.at >= 0 else (0, 0)
        tree = self.trees.get(document)
        if where.path == ("body",) and document in self.bodies:
            start = self.bodies[document] + max(0, where.at)
            return start, start + where.length
        if tree is None:
            return 0, 0
        found, depth, key = _walk(tree, where.path)
        if (where.key or depth < len(where.path)) and key is not None:
            return key.start, key.end
        if depth == len(where.path) and where.at >= 0 and isinstance(found, Scalar):
            start = _offset(found, text, where.at)
            end = _offset(found, text, where.at + where.length - 1) + 1 if where.length else start + 1
            return start, max(start + 1, end)
        if isinstance(found, Scalar) and found.start == found.end and key is not None:
            return key.start, key.end
        return found.start, found.end


def _walk(node: Node, path: Path) -> tuple[Node, int, Scalar | None]:
    """As far as the path leads: the node, how many steps were taken, the key of the last one."""
    key: Scalar | None = None
    for depth, step in enumerate(path):
        if isinstance(node, Mapping) and step in node.entries:
            entry = node.entries[str(step)]
            node, key = entry.value, entry.key
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            key = None
        elif isinstance(node, Scalar) and step == 0 and depth == len(path) - 1:
            return node, len(path), key
        else:
            return node, depth, key
    return node, len(path), key


def _offset(scalar: Scalar, text: str, at: int) -> int:
    """Where character `at` of a scalar stands in the document: the characters that are not blank are the
    same in both, in the same order."""
    begin = scalar.start
    if scalar.quote in ("|", ">"):
        begin = text.find("\n", begin) + 1
    elif scalar.quote:
        begin += 1
    position, line_start = begin, True
    for char in scalar.text[: max(0, at)]:
        if not char.isspace():
            found = text.find(char, position, scalar.end)
            position = found + 1 if found >= 0 else position
            line_start = False
        elif char == "\n":
            newline = text.find("\n", position, scalar.end)
            position = newline + 1 if newline >= 0 else position
            line_start = True
        elif not line_start and position < scalar.end and text[position] == char:
            position += 1
    wanted = scalar.text[at : at + 1]
    if wanted and not wanted.isspace():
        found = text.find(wanted, position, scalar.end)
        position = found if found >= 0 else position
    return position


def _position(document: str, text: str, start: int, end: int) -> Position:
    start = min(start, len(text))
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    length = max(0, min(end, last) - start)
    line = _line(text, first, last)
    return Position(document, text.count("\n", 0, start) + 1, start - first + 1, length, line)


@lru_cache(maxsize=8)
def _line(text: str, first: int, last: int) -> str:
    """One line, once for all that is found in it: it may be a whole file."""
    return text[first:last]
