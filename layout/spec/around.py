"""Shapes of runarounds: how text keeps clear of what stands on its columns."""

from layout.spec.nodes import Node, Path
from layout.spec.reading import Reading
from layout.spec.scalars import Choice, LengthOf, Number
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import Key, ListOf


class _Corners(Shape[tuple[tuple[float, float], ...]]):
    """The corners of a polygon, as shares of a picture's width and height."""

    _pairs = ListOf(ListOf(Number(0, 1), low=2, high=2), low=3, high=1000)

    def read(self, node: Node, path: Path, r: Reading) -> tuple[tuple[float, float], ...] | None:
        pairs = self._pairs.read(node, path, r)
        return None if pairs is None else tuple((p[0], p[1]) for p in pairs if len(p) == 2)

    def schema(self) -> Schema:
        return self._pairs.schema()


# The keys of a block, and the fields of `WrapSpec` that they fill.
FIELDS = {"wrap": "shape", "margin": "margin", "outline": "polygon"}
WRAP: dict[str, Key] = {
    "wrap": Key(Choice("box", "contour"), "文字绕着它走（用 at 放的块）：绕方框，或绕图形的轮廓"),
    "margin": Key(LengthOf("pt mm cm in 字", 0, 100), "绕排时四边留空，不写是 1字"),
    "outline": Key(_Corners(), "轮廓的各个角 [横, 竖]，从图片左上角算，0 到 1；不写就按图片的透明部分"),
}
