"""A box along an outline with steps."""

from collections.abc import Sequence

from layout.page.types import PlacedBox
from layout.scene.items import Item, Path
from layout.scene.strokes import DOUBLE, double, rule_items
from layout.units import Emu

Corner = tuple[Emu, Emu]


def stepped_box(placed: PlacedBox) -> tuple[Item, ...]:
    """The fill, then the border: two lines round, the outer one on the outline, or a line along each side."""
    box, tag, outline = placed.box, placed.tag, placed.outline
    items: list[Item] = []
    if box.fill:
        items.append(Path(_closed(outline), fill=box.fill, tag=tag))
    border = box.border
    if border is None:
        return tuple(items)
    if border.name in DOUBLE:
        outer, clear, thin = double(border)
        inner = _inside(outline, outer // 2 + clear + thin // 2)
        lines = ((outline, outer), (inner, thin))
        return (
            *items,
            *(Path(_closed(c), stroke=border.colour, weight=weight, tag=tag) for c, weight in lines),
        )
    if border.name == "":
        return (*items, Path(_closed(outline), stroke=border.colour, weight=border.weight, tag=tag))
    sides = zip(outline, (*outline[1:], outline[0]))
    return (*items, *(item for a, b in sides for item in rule_items(*_ends(a, b), border, tag)))


def _ends(a: Corner, b: Corner) -> tuple[Emu, Emu, Emu, Emu]:
    """A side from left to right or from the top down."""
    (x1, y1), (x2, y2) = sorted((a, b))
    return x1, y1, x2, y2


def _closed(corners: Sequence[Corner]) -> tuple[tuple[str | Emu, ...], ...]:
    first, *others = corners
    return (("M", *first), *(("L", *corner) for corner in others), ("Z",))


def _inside(corners: Sequence[Corner], step: Emu) -> tuple[Corner, ...]:
    """The corners, which go clockwise, `step` further in: each between a level and an upright side."""
    out: list[Corner] = []
    for number, (x, y) in enumerate(corners):
        for x1, y1, x2, y2 in (
            (*corners[number - 1], x, y),
            (x, y, *corners[(number + 1) % len(corners)]),
        ):
            if y1 == y2:
                y_in = y + (step if x2 > x1 else -step)
            else:
                x_in = x - step if y2 > y1 else x + step
        out.append((x_in, y_in))
    return tuple(out)
