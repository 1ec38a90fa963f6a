"""The language of shapes: what may stand where in a document, how it is read, how an editor's program is told.

A shape reads a node into a value and notes every fault with its place; None then stands for the value, and
nobody uses it, for faults end the load. `schema` says the same as JSON Schema (draft-07).
"""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeAlias, TypeVar

from layout.diag import Where
from layout.spec import values
from layout.spec.model import Length
from layout.spec.nodes import Mapping, Node, Path, Scalar, Sequence
from layout.spec.reading import Reading, RefKind
from layout.spec.wrong import Wrong

T = TypeVar("T")
Schema: TypeAlias = dict[str, Any]


class Shape(Generic[T]):
    """What a node may be. `read` notes faults and returns None for what can't be used."""

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        raise NotImplementedError

    def schema(self) -> Schema:
        raise NotImplementedError


def scalar(node: Node, path: Path, r: Reading) -> str | None:
    """The text of a scalar that says something; a fault otherwise."""
    if not isinstance(node, Scalar):
        r.at("S022", node, path, found="map" if isinstance(node, Mapping) else "list")
        return None
    if not node.text.strip():
        r.at("S023", node, path)
        return None
    return node.text.strip() if node.quote in ("", "'", '"') else node.text


class Value(Shape[T]):
    """A scalar read by a function from text to value that raises `Wrong`."""

    def __init__(self, parse: Callable[[str], T], schema: Schema) -> None:
        self.parse, self._schema = parse, schema

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        text = scalar(node, path, r)
        if text is None:
            return None
        try:
            value = self.parse(text)
        except Wrong as wrong:
            r.wrong(wrong, node, path)
            return None
        self.note(value, node, path, r)
        return value

    def note(self, value: T, node: Node, path: Path, r: Reading) -> None:
        """Note the names that the value refers to."""

    def schema(self) -> Schema:
        return dict(self._schema)


class Text(Shape[str]):
    """Any text; `empty` allows none."""

    def __init__(self, *, empty: bool = False) -> None:
        self.empty = empty

    def read(self, node: Node, path: Path, r: Reading) -> str | None:
        if self.empty and isinstance(node, Scalar) and (node.quote or not node.text):
            return node.text
        return scalar(node, path, r)

    def schema(self) -> Schema:
        return {"type": ["string", "number"]} if not self.empty else {"type": ["string", "number", "null"]}


class Choice(Shape[str]):
    """One of a few words. `later` are words of the interface that are not set yet."""

    def __init__(self, *words: str, later: tuple[str, ...] = ()) -> None:
        self.words, self.later = words, later

    def read(self, node: Node, path: Path, r: Reading) -> Any:
        text = scalar(node, path, r)
        if text is None or text in self.words:
            return text
        if text in self.later:
            r.at("S027", node, path, feature=f"{path[-1]}: {text}")
        else:
            r.at("S026", node, path, hint=_guess(text, self.words), value=text, words=_listed(self.words))
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class YesNo(Shape[bool]):
    """`on` or `off`, in any of YAML's words for them."""

    def read(self, node: Node, path: Path, r: Reading) -> bool | None:
        text = scalar(node, path, r)
        if text is None:
            return None
        if text.lower() in ("on", "yes", "true"):
            return True
        if text.lower() in ("off", "no", "false"):
            return False
        r.at("S041", node, path, value=text)
        return None

    def schema(self) -> Schema:
        return {"enum": ["on", "off", True, False, "yes", "no"]}


class Whole(Shape[int]):
    """A whole number within bounds; a unit that goes without saying may be written (`3行`)."""

    def __init__(self, low: int, high: int, *, unit: str = "") -> None:
        self.low, self.high, self.unit = low, high, unit

    def read(self, node: Node, path: Path, r: Reading) -> int | None:
        text = scalar(node, path, r)
        if text is None:
            return None
        digits = text.removesuffix(self.unit).strip() if self.unit else text
        sign, digits = (-1, digits[1:]) if digits[:1] == "-" else (1, digits)
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            thin = values.narrow(text)
            r.at("S030", node, path, hint=thin if thin != text and thin.isdigit() else "", value=text)
            return None
        if not self.low <= sign * int(digits) <= self.high:
            r.at("S029", node, path, value=text, low=self.low, high=self.high)
            return None
        return sign * int(digits)

    def schema(self) -> Schema:
        whole: Schema = {"type": "integer", "minimum": self.low, "maximum": self.high}
        if not self.unit:
            return whole
        return {"anyOf": [whole, {"type": "string", "pattern": f"^-?[0-9]+ *{self.unit}$"}]}


class Number(Shape[float]):
    """A number within bounds."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def read(self, node: Node, path: Path, r: Reading) -> float | None:
        text = scalar(node, path, r)
        if text is None:
            return None
        try:
            value = values.number(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        except Wrong as wrong:
            r.wrong(wrong, node, path)
            return None
        if not self.low <= value <= self.high:
            r.at("S029", node, path, value=text, low=self.low, high=self.high)
            return None
        return value

    def schema(self) -> Schema:
        number: Schema = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": "^[0-9.]+%$"}]}


class LengthOf(Value[Length]):
    """A length in one of `units`. `low` and `high` bound its value in any unit but %."""

    def __init__(self, units: str, low: float = -10_000, high: float = 10_000) -> None:
        super().__init__(self._parse, {})
        self.units, self.low, self.high = units.split(), low, high

    def _parse(self, text: str) -> Length:
        length = values.length(text)
        if length.unit not in self.units:
            allowed = _listed(u for u in self.units if u != "size")
            if length.unit == "size":
                raise Wrong("S032", value=text)
            raise Wrong("S034", value=text, unit=length.unit, units=allowed)
        if length.unit != "size" and not self.low <= length.value <= self.high:
            raise Wrong("S035", value=text, low=self.low, high=self.high)
        return length

    def note(self, value: Length, node: Node, path: Path, r: Reading) -> None:
        if value.unit == "size":
            r.refer("size", value.name, node, path)

    def schema(self) -> Schema:
        units = "|".join(u for u in self.units if u != "size")
        number: Schema = {"type": "string", "pattern": f"^[-+]?[0-9.]+ *({units})$"}
        if "size" not in self.units:
            return number
        return {"anyOf": [number, {"type": "string", "pattern": "^[^-+0-9.]"}]}


class Name(Value[str]):
    """A name that must be known when all is read."""

    def __init__(self, kind: RefKind) -> None:
        super().__init__(str, {"type": "string"})
        self.kind = kind

    def note(self, value: str, node: Node, path: Path, r: Reading) -> None:
        r.refer(self.kind, value, node, path)


class ListOf(Shape[tuple[T, ...]]):
    """A list; `single` takes one value without brackets for a list of one."""

    def __init__(self, item: Shape[T], *, low: int = 0, high: int = 10_000, single: bool = False) -> None:
        self.item, self.low, self.high, self.single = item, low, high, single

    def read(self, node: Node, path: Path, r: Reading) -> tuple[T, ...] | None:
        if isinstance(node, Sequence):
            if not self.low <= len(node.items) <= self.high:
                r.at("S045", node, path, count=len(node.items), low=self.low, high=self.high)
            found = [self.item.read(item, (*path, i), r) for i, item in enumerate(node.items)]
            return tuple(value for value in found if value is not None)
        if self.single:
            value = self.item.read(node, path, r)
            return None if value is None else (value,)
        if not _trapped(node, path, r):
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
    """One shape for text, another for a list, a third for a map; what has no shape is a fault."""

    def __init__(
        self,
        *,
        text: Shape[T] | None = None,
        items: Shape[T] | None = None,
        keys: Shape[T] | None = None,
    ) -> None:
        self.text, self.items, self.keys = text, items, keys

    def read(self, node: Node, path: Path, r: Reading) -> T | None:
        forms = {Scalar: self.text, Sequence: self.items, Mapping: self.keys}
        shape = forms[type(node)] or self.text or self.items or self.keys
        assert shape is not None
        return shape.read(node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [s.schema() for s in (self.text, self.items, self.keys) if s is not None]}


class Key:
    """A key of a record: the shape of its value, what it means (in Chinese, for the schema), the field it
    fills (its own name with `-` as `_`), whether it must be there."""

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
                r.at("S025", node, path, key=bool(path), name=name)
        for name in node.entries:
            if name not in self.keys:
                self.unknown(name, node, path, r)
        if missing:
            return None
        return self.make(node, path, **fields) if self.placed else self.make(**fields)

    def unknown(self, name: str, node: Mapping, path: Path, r: Reading) -> None:
        """Say what is the matter with a key that is not one of ours."""
        where = Where(node.entries[name].key.document, (*path, name), key=True)
        if _odd_key(name, node.entries[name].key, r):
            return
        if name in self.later:
            r.fault("S027", where, facts={"feature": name})
        elif name in self.elsewhere:
            r.fault("S028", where, facts={"name": name, "owner": self.elsewhere[name]})
        else:
            facts = {"name": name, "names": _listed(self.keys)}
            r.fault("S012", where, hint=_guess(name, self.keys), facts=facts)

    def schema(self) -> Schema:
        properties = {}
        for name, key in self.keys.items():
            properties[name] = {**key.shape.schema(), "description": key.what}
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        required = [name for name, key in self.keys.items() if key.required]
        return {**schema, "required": required} if required else schema


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def no_map(node: Node, path: Path, r: Reading, example: str = "") -> None:
    """Say that keys and values are due, or which trap made plain text of them."""
    if isinstance(node, Scalar) and not node.text.strip():
        r.at("S023", node, path)
    elif not _trapped(node, path, r):
        r.at("S020", node, path, hint=f"{example}: …" if example else "")


def _trapped(node: Node, path: Path, r: Reading) -> bool:
    from layout.spec.traps import instead

    return instead(node, path, r)


def _odd_key(name: str, key: Scalar, r: Reading) -> bool:
    from layout.spec.traps import odd_key

    return odd_key(name, key, r)


def _as_list(node: Node) -> str:
    """A text as the list that it was meant to be."""
    if not isinstance(node, Scalar):
        return ""
    parts = node.text.replace("、", ",").replace("，", ",").split(",")
    return "[" + ", ".join(part.strip() for part in parts) + "]"


def _guess(word: str, known: Iterable[str]) -> str:
    from layout.spec.guess import guess

    return guess(word, known)
