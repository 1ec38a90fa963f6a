"""The language of shapes: what may stand where in a document, how it is read, how an editor's program is told.

A shape reads a node into a value and notes every fault with its place; None then stands for the value, and
nobody uses it, for faults end the load. `schema` says the same as JSON Schema (draft-07).
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from layout.diag import Where
from layout.spec.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from layout.spec.reading import Reading
from layout.spec.scalars import guess, listed
from layout.spec.shape import Schema, Shape
from layout.spec.wrong import Wrong

T = TypeVar("T")
_MARKS = frozenset("：，\u3000\u00a0")


class ListOf(Shape[tuple[T, ...]]):
    """A list; `single` takes one value without brackets for a list of one."""

    def __init__(self, item: Shape[T], *, low: int = 0, high: int = 10_000, single: bool = False) -> None:
        self.item, self.low, self.high, self.single = item, low, high, single

    def read(self, node: Node, path: Path, r: Reading) -> tuple[T, ...] | None:
        if isinstance(node, Sequence):
            if self.low and not node.items:
                r.at("S023", node, path)
            elif not self.low <= len(node.items) <= self.high:
                want = f"{self.low}–{self.high}" if self.low < self.high else str(self.low)
                r.at("S045", node, path, count=len(node.items), want=want)
            found = [self.item.read(item, (*path, i), r) for i, item in enumerate(node.items)]
            return tuple(value for value in found if value is not None)
        if self.single:
            value = self.item.read(node, path, r)
            return None if value is None else (value,)
        if not _trapped(node, r):
            r.at("S021", node, path, hint=_as_list(node))
        return None

    def schema(self) -> Schema:
        many: Schema = {"type": "array", "items": self.item.schema()}
        if self.low:
            many["minItems"] = self.low
        return {"anyOf": [self.item.schema(), many]} if self.single else many


def own_name(name: str) -> None:
    """See that an id can be written in references: no spaces, no slash, no brackets or marks of YAML."""
    if not name or any(not (c.isalnum() or c in "-_·") for c in name):
        raise Wrong(
            "S043", name=name, hint="".join(c if c.isalnum() or c in "-_·" else "-" for c in name.strip())
        )


class MapOf(Shape[dict[str, T]]):
    """A map whose keys are the user's own names, checked by `key`."""

    def __init__(self, item: Shape[T], key: Callable[[str], object] | None = None) -> None:
        self.item, self.key = item, key

    def read(self, node: Node, path: Path, r: Reading) -> dict[str, T] | None:
        if not isinstance(node, Mapping):
            no_map(node, path, r)
            return None
        found: dict[str, T] = {}
        for name, entry in node.entries.items():
            if not _MARKS.isdisjoint(name) and odd_key(name, entry, r):
                continue
            if self.key is not None:
                try:
                    self.key(name)
                except Wrong as wrong:
                    where = Where(entry.key.document, (*path, name), key=True)
                    r.fault(wrong.code, where, hint=wrong.hint, facts=wrong.facts)
                    continue
            value = self.item.read(entry.value, (*path, name), r)
            if value is not None:
                found[name] = value
        return found

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.item.schema()}


class ByForm(Shape[T]):
    """One shape for keys with values, another for all else."""

    def __init__(self, *, text: Shape[T], keys: Shape[T]) -> None:
        self.text, self.keys = text, keys

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        return (self.keys if isinstance(node, Mapping) else self.text).read(node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [self.text.schema(), self.keys.schema()]}


class Key:
    """A key of a record: the shape of its value, what it means (in Chinese, for the schema), the field it
    fills (its own name unless given; `_` is dropped), whether it must be there."""

    __slots__ = ("field", "required", "shape", "what")

    def __init__(self, shape: Shape[Any], what: str, *, field: str = "", required: bool = False) -> None:
        self.shape, self.what, self.field, self.required = shape, what, field, required


class Record(Shape[T]):
    """A map with known keys. `make` is called with the fields that were written; with `placed` it gets the
    node's document and path first. `later` are keys of the interface that are not set yet, `elsewhere` keys
    that belong to other records (key → the records' names)."""

    def __init__(
        self,
        make: Callable[..., T],
        keys: dict[str, Key],
        *,
        placed: bool = False,
        later: Iterable[str] = (),
        elsewhere: dict[str, str] | None = None,
    ) -> None:
        self.make, self.keys, self.placed = make, keys, placed
        self.later, self.elsewhere = tuple(later), elsewhere or {}

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        if not isinstance(node, Mapping):
            no_map(node, path, r, next(iter(self.keys), ""))
            return None
        meant = {self.unknown(name, node, path, r) for name in node.entries if name not in self.keys}
        fields: dict[str, Any] = {}
        missing = False
        for name, key in self.keys.items():
            entry = node.entries.get(name)
            if entry is not None:
                value = key.shape.read(entry.value, (*path, name), r)
                if value is not None:
                    fields[key.field or name] = value
                missing = missing or (key.required and value is None)
            elif key.required:
                missing = True
                if name not in meant:
                    r.at("S025", node, path, key=bool(path), name=name)
        if missing:
            return None
        return self.make(node, path, **fields) if self.placed else self.make(**fields)

    def unknown(self, name: str, node: Mapping, path: Path, r: Reading) -> str:
        """Say what is the matter with a key that is not one of ours; the key that was probably meant."""
        key = node.entries[name].key
        where = Where(key.document, (*path, name), key=True)
        odd = odd_key(name, node.entries[name], r)
        if odd:
            return odd
        if name in self.later:
            r.fault("S027", where, facts={"feature": name})
        elif name in self.elsewhere:
            r.fault("S028", where, facts={"name": name, "owner": self.elsewhere[name]})
        else:
            hint = guess(name, self.keys)
            r.fault("S012", where, hint=hint, facts={"name": name, "names": listed(self.keys)})
            return hint
        return ""

    def schema(self) -> Schema:
        properties = {}
        for name, key in self.keys.items():
            properties[name] = {**key.shape.schema(), "description": key.what}
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        required = [name for name, key in self.keys.items() if key.required]
        return {**schema, "required": required} if required else schema


def no_map(node: Node, path: Path, r: Reading, example: str = "") -> None:
    """Say that keys and values are due, or which trap made plain text of them."""
    if _trapped(node, r):
        return
    if isinstance(node, Scalar) and not node.text.strip():
        r.at("S023", node, path)
    else:
        r.at("S020", node, path, hint=f"{example}: …" if example else "")


def _trapped(node: Node, r: Reading) -> bool:
    from layout.spec.traps import instead

    return instead(node, r)


def odd_key(name: str, entry: Entry, r: Reading) -> str:
    """Note what is wrong with a key that Chinese marks or spaces have got into, or that is the rest of a value
    that commas cut up; the key that was meant, or "" if it is a mere word."""
    from layout.spec.traps import odd_key as look

    return look(name, entry, r)


def _as_list(node: Node) -> str:
    """A text as the list that it was meant to be."""
    if not isinstance(node, Scalar):
        return ""
    parts = node.text.replace("、", ",").replace("，", ",").split(",")
    return "[" + ", ".join(part.strip() for part in parts) + "]"
