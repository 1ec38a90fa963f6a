"""Shapes of small parts: the lines of a text block, a table, a QR code's link."""

from typing import Any

from layout.spec.model import PartSpec
from layout.spec.nodes import Mapping, Node, Path, Scalar
from layout.spec.reading import Reading
from layout.spec.scalars import Name, Text, Value
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import Key, ListOf, Record
from layout.spec.story import TABLE
from layout.spec.wrong import Wrong

_TEXT = Text()
_PART: Record[Any] = Record(
    PartSpec,
    {
        "text": Key(_TEXT, "这一行的文字", required=True),
        "lead": Key(_TEXT, "开头用黑体的几个字，如 编者按："),
        "page": Key(_TEXT, "见第几版：用点线引到行末，如 4"),
        "style": Key(Name("style"), "这一行的样式名"),
    },
)


class _Part(Shape[PartSpec]):
    """A line of a text block: its text, or its text with what goes before and after it."""

    def read(self, node: Node, path: Path, r: Reading) -> PartSpec | None:
        if isinstance(node, Mapping):
            return _PART.read(node, path, r)
        text = _TEXT.read(node, path, r)
        return None if text is None else PartSpec(text)

    def schema(self) -> Schema:
        return {"anyOf": [_TEXT.schema(), _PART.schema()]}


PARTS = ListOf(_Part(), low=1, single=True)


class _Table(Shape[str | tuple[str, str]]):
    """A table written here or in a file, or the name of a story's: story/table."""

    def read(self, node: Node, path: Path, r: Reading) -> str | tuple[str, str] | None:
        name = isinstance(node, Scalar) and "/" in node.text and not set("|.") & set(node.text)
        return Name("table").read(node, path, r) if name else TABLE.read(node, path, r)

    def schema(self) -> Schema:
        return TABLE.schema()


TABLE_OF_BLOCK = _Table()


def _url(text: str) -> str:
    """A link that a telephone can open: with its scheme and a host."""
    text = text.strip()
    scheme, _, rest = text.rpartition("://")
    host = rest.partition("/")[0].partition("?")[0]
    whole = "." in host.strip(".") and len(text.split()) == 1
    if scheme not in ("http", "https") or not whole:
        raise Wrong("S125", value=text, hint=f"https://{text}" if whole and not scheme else "")
    return text


URL = Value(_url, {"type": "string", "pattern": "^https?://"})
