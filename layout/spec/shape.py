"""What a shape is: it reads a node, and it describes itself as JSON Schema."""

from typing import Any, Generic, TypeAlias, TypeVar

from layout.spec.nodes import Node, Path
from layout.spec.reading import Reading

T = TypeVar("T")
Schema: TypeAlias = dict[str, Any]


class Shape(Generic[T]):
    """What a node may be. `read` notes faults and returns None for what can't be used."""

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        raise NotImplementedError

    def schema(self) -> Schema:
        raise NotImplementedError
