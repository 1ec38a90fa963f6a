"""Points, rectangles and insets, in Emu; x runs right, y runs down from the trimmed page's top left."""

from collections.abc import Iterable

from msgspec import Struct

from layout.units import Emu


class Point(Struct, frozen=True):
    """A place on the page."""

    x: Emu
    y: Emu

    def moved(self, dx: Emu, dy: Emu) -> "Point":
        return Point(self.x + dx, self.y + dy)


class Insets(Struct, frozen=True):
    """Distances kept free inside a rectangle."""

    top: Emu = 0
    right: Emu = 0
    bottom: Emu = 0
    left: Emu = 0


class Rect(Struct, frozen=True):
    """A rectangle by its top left corner and its size; `right` and `bottom` are outside by one edge."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        return self.y + self.height

    def inset(self, by: Insets) -> "Rect":
        return Rect(
            self.x + by.left,
            self.y + by.top,
            self.width - by.left - by.right,
            self.height - by.top - by.bottom,
        )

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def contains(self, other: "Rect") -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def bounds(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all of `rects`, of which there must be one at least."""
    every = tuple(rects)
    x, y = min(r.x for r in every), min(r.y for r in every)
    return Rect(x, y, max(r.right for r in every) - x, max(r.bottom for r in every) - y)
