"""Shapes of what a story block says of its room: `columns`, `fit`, and a place inside a story's text."""

from typing import Any

from layout.spec import values
from layout.spec.cells import SPAN
from layout.spec.model import AtStory, KnobSpec, Length
from layout.spec.nodes import Mapping, Node, Path, Scalar, Sequence
from layout.spec.reading import Reading
from layout.spec.scalars import Choice, LengthOf, Name, Value, Whole, with_units
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import Key, ListOf, Record, no_map
from layout.spec.wrong import Wrong

_LEGS = Whole(1, 40, unit="栏")
_WIDTHS = ListOf(LengthOf("pt mm cm in 字 栏", 0.1, 2000), low=1, high=40)


class _Columns(Shape[int | tuple[Length, ...]]):
    """How many columns, or how wide each of them is: `3`, `[17字, 22字]`."""

    def read(self, node: Node, path: Path, r: Reading) -> int | tuple[Length, ...] | None:
        return _WIDTHS.read(node, path, r) if isinstance(node, Sequence) else _LEGS.read(node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [_LEGS.schema(), _WIDTHS.schema()]}


class _Steps(Value[tuple[Length, Length]]):
    """How far a knob may be turned, from either end: `3..2行`, `-4..4行`, `11.8pt..12.4pt`."""

    def __init__(self, unit: str, low: float, high: float) -> None:
        super().__init__(self._parse, {"type": "string", "pattern": rf"^[-+]?[0-9.]+.*{unit}$"})
        self.unit, self.low, self.high = unit, low, high

    def _parse(self, text: str) -> tuple[Length, Length]:
        span = with_units(values.span, text, [self.unit])
        for end in (span.low, span.high):
            if end.unit != self.unit:
                raise Wrong("S034", value=text, unit=end.unit, units=self.unit)
            if not self.low <= end.value <= self.high:
                raise Wrong("S035", value=text, low=self.low, high=self.high)
            if self.unit == "行" and end.value != int(end.value):
                raise Wrong("S030", value=text)
        return span.low, span.high


_KNOBS: Record[dict[str, Any]] = Record(
    dict,
    {
        "punctuation": Key(Choice("squeeze"), "标点挤压：squeeze"),
        "crosshead": Key(_Steps("行", 1, 9), "小标题占几行，如 3..2行"),
        "headline": Key(_Steps("行", 1, 4), "主题排几行，如 1..2行"),
        "picture": Key(_Steps("行", -60, 60), "图片加高、减低几行，如 -3..3行"),
        "boundary": Key(_Steps("行", -60, 60), "与下面一块的分界移几行，如 -4..4行"),
        "leading": Key(_Steps("pt", 2, 200), "行距，只在 lattice: own 时，如 11.8pt..12.4pt"),
        "size": Key(_Steps("pt", 2, 200), "字号，只在 lattice: own 时，如 8.8pt..9.2pt"),
    },
)


class _Fit(Shape[tuple[KnobSpec, ...]]):
    """The ladder: what may be changed, in the order in which it is written; `off` for nothing."""

    def read(self, node: Node, path: Path, r: Reading) -> tuple[KnobSpec, ...] | None:
        if isinstance(node, Scalar) and node.text.strip().lower() in ("off", "none", "no", "false"):
            return ()
        if not isinstance(node, Mapping):
            no_map(node, path, r, "punctuation")
            return None
        found = _KNOBS.read(node, path, r)
        if found is None:
            return None
        written = ((name, found[name]) for name in node.entries if name in found)
        return tuple(
            KnobSpec(name) if name == "punctuation" else KnobSpec(name, *ends) for name, ends in written
        )

    def schema(self) -> Schema:
        return {"anyOf": [{"enum": ["off", False]}, _KNOBS.schema()]}


COLUMNS = _Columns()
FIT = _Fit()
AT_STORY = Record(
    AtStory,
    {
        "story": Key(Name("story"), "插在哪篇稿子里", required=True),
        "after": Key(Whole(0, 999, unit="段"), "在第几段后面，如 3", required=True),
        "lines": Key(Whole(1, 200, unit="行"), "占几行；不写就按内容"),
        "span": Key(SPAN, "横跨几栏，如 2、2-3；不写就横跨各栏"),
    },
)
