"""What a shape is: it reads a node, and it describes itself as JSON Schema."""

from typing import Any, Generic, TypeAlias, TypeVar

from layout.spec.nodes import Node, Path
from layout.spec.reading import Reading

T = TypeVar("T")
Schema: TypeAlias = dict[str, Any]


class Shape(Generic[T]):
    """What a node may be."""

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        """The node's value; None, and a fault noted, where it can't be used. `path` are the keys that lead to it."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """What may be written, as JSON Schema (draft 7)."""
        raise NotImplementedError
