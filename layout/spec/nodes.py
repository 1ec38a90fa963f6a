"""The tree of a YAML document: every scalar is text, every node knows its document and its place in it."""

from typing import Literal, TypeAlias

from msgspec import Struct

Path: TypeAlias = tuple[str | int, ...]
Quote: TypeAlias = Literal["", "'", '"', "|", ">"]


class Scalar(Struct, gc=False):
    """Text. `start` and `end` are offsets in the document's text, quotation marks included."""

    text: str
    quote: Quote
    document: str
    start: int
    end: int


class Entry(Struct, gc=False):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, gc=False):
    """Keys and values in the order of writing."""

    entries: dict[str, Entry]
    document: str
    start: int
    end: int

    def get(self, key: str) -> "Node | None":
        """The value of `key`; None if the key is not there."""
        entry = self.entries.get(key)
        return entry.value if entry else None


class Sequence(Struct, gc=False):
    """A list."""

    items: list["Node"]
    document: str
    start: int
    end: int


Node: TypeAlias = Scalar | Mapping | Sequence
