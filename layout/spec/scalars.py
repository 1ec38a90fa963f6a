"""Shapes of scalars: text, words, numbers, lengths, names."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from layout.spec import values
from layout.spec.model import Length
from layout.spec.nodes import Mapping, Node, Path, Scalar
from layout.spec.reading import Reading, RefKind
from layout.spec.shape import Schema, Shape
from layout.spec.wrong import Wrong

T = TypeVar("T")


def listed(words: Iterable[str]) -> str:
    """Words for a message."""
    return ", ".join(words)


def guess(word: str, known: Iterable[str]) -> str:
    """The known word that was meant; the tables of guesses are read only now."""
    from layout.spec.guess import guess as look

    return look(word, known)


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
            r.at("S026", node, path, hint=guess(text, self.words), value=text, words=listed(self.words))
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


def _figures(text: str, unit: str) -> str:
    """The whole number that was meant: in full-width figures, in quotation marks, in Chinese up to ten."""
    thin = values.narrow(text).strip("“”‘’\"' ").removesuffix(unit).strip()
    if thin and thin in "一二三四五六七八九十":
        return str("一二三四五六七八九十".index(thin) + 1)
    return thin if thin.isascii() and thin.isdigit() else ""


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
        if not (digits.isascii() and digits.isdigit()):
            r.at("S030", node, path, hint=_figures(text, self.unit), value=text)
            return None
        if len(digits) > 9 or not self.low <= sign * int(digits) <= self.high:
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


def with_units(parse: Callable[[str], T], text: str, units: list[str]) -> T:
    """Parse a length or range; where its unit is missing or of another trade, suggest one that
    may stand here."""
    try:
        return parse(text)
    except Wrong as wrong:
        if wrong.code == "S031" and "pt" not in units:
            wrong.hint = f"{text}{units[0]}"
        if wrong.code == "S033" and wrong.facts["other"] not in units:
            wrong.code, wrong.facts["units"], wrong.hint = "S034", listed(u for u in units if u != "size"), ""
        raise


class LengthOf(Value[Length]):
    """A length in one of `units`. `low` and `high` bound its value in any unit but %."""

    def __init__(self, units: str, low: float = -10_000, high: float = 10_000) -> None:
        super().__init__(self._parse, {})
        self.units, self.low, self.high = units.split(), low, high

    def _parse(self, text: str) -> Length:
        length = with_units(values.length, text, self.units)
        if length.unit not in self.units:
            allowed = listed(u for u in self.units if u != "size")
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
