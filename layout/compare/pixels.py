"""Pages as grey pictures: what differs, in connected areas, and what of it no known change accounts for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from layout.compare.foreign import open_pdf
from layout.compare.types import Change
from layout.geometry import Rect
from layout.units import INCH, pt, to_mm

if TYPE_CHECKING:
    from PIL.Image import Image

PPI = 100
SAME = 8  # levels of grey that may differ: rounding of inks and edges
CELL = 8  # pixels: differences nearer than a cell or two are one area
NEAR = 6  # pixels: how far ink may stand out of the place that a change is said to have


class Sheet(Struct, frozen=True):
    """A page as a grey picture; `left` and `top` are its trimmed corner, in pixels, `ppi` of them to the inch."""

    image: Any
    left: float
    top: float
    ppi: int = PPI


class Area(Struct, frozen=True):
    """A connected area of differences: its box in pixels of the sheet and how many pixels in it differ."""

    box: tuple[int, int, int, int]
    pixels: int


def sheet(pdf: bytes, index: int, name: str) -> Sheet:
    """Page `index` of a PDF in grey, at 100 dpi."""
    document = open_pdf(pdf, name)
    try:
        page = document[index]
        unit = PPI / 72
        image = page.render(scale=unit, grayscale=True, draw_annots=False).to_pil()
        left, _, _, top = page.get_cropbox()
        trim_left, _, _, trim_top = page.get_trimbox()
        return Sheet(image.convert("L"), (trim_left - left) * unit, (top - trim_top) * unit)
    finally:
        document.close()


def version() -> str:
    """The rasteriser and its version, for the report."""
    from pypdfium2.version import PDFIUM_INFO

    return f"pdfium {PDFIUM_INFO}"


def difference(a: Sheet, b: Sheet) -> "Image":
    """White where the two differ by more than `SAME` levels, black elsewhere."""
    from PIL import Image, ImageChops

    one, other = a.image, b.image
    if one.size != other.size:
        size = max(one.width, other.width), max(one.height, other.height)
        one, other = (Image.new("L", size, 255) for _ in range(2))
        one.paste(a.image, (0, 0))
        other.paste(b.image, (0, 0))
    return ImageChops.difference(one, other).point([0] * (SAME + 1) + [255] * (255 - SAME))


def areas(mask: "Image") -> tuple[Area, ...]:
    """The connected areas of a mask, from the top; what lies less than a cell or two apart is connected."""
    if mask.getbbox() is None:
        return ()
    small = mask.reduce(CELL)
    wide, high = small.size
    marked = {i for i, value in enumerate(small.tobytes()) if value}
    found = []
    while marked:
        found.append(_area(mask, _connected(marked, wide, high), wide))
    return tuple(sorted(found, key=lambda area: (area.box[1], area.box[0])))


def _connected(marked: set[int], wide: int, high: int) -> list[int]:
    """Take one connected set of cells, corners included, out of `marked`."""
    todo = [marked.pop()]
    taken = []
    while todo:
        cell = todo.pop()
        taken.append(cell)
        y, x = divmod(cell, wide)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                near = cell + dy * wide + dx
                if near in marked and 0 <= x + dx < wide and 0 <= y + dy < high:
                    marked.remove(near)
                    todo.append(near)
    return taken


def _area(mask: "Image", cells: Sequence[int], wide: int) -> Area:
    xs, ys = [c % wide for c in cells], [c // wide for c in cells]
    coarse = (
        min(xs) * CELL,
        min(ys) * CELL,
        min((max(xs) + 1) * CELL, mask.width),
        min((max(ys) + 1) * CELL, mask.height),
    )
    part = mask.crop(coarse)
    left, top, right, bottom = part.getbbox() or (0, 0, 0, 0)
    box = (coarse[0] + left, coarse[1] + top, coarse[0] + right, coarse[1] + bottom)
    return Area(box, part.histogram()[255])


def in_pixels(rect: Rect, on: Sheet) -> tuple[float, float, float, float]:
    """A rectangle of the page as a box on its sheet."""
    unit = on.ppi / INCH
    return (
        on.left + rect.x * unit,
        on.top + rect.y * unit,
        on.left + rect.right * unit,
        on.top + rect.bottom * unit,
    )


def unexplained(
    found: Sequence[Area], a: Sheet, b: Sheet, before: Sequence[Rect], after: Sequence[Rect]
) -> tuple[Area, ...]:
    """The areas that touch none of the places that changes account for, on either page."""
    boxes = [*(in_pixels(r, a) for r in before), *(in_pixels(r, b) for r in after)]
    return tuple(area for area in found if not any(_meet(area.box, box) for box in boxes))


def _meet(a: tuple[int, int, int, int], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] + NEAR and b[0] - NEAR < a[2] and a[1] < b[3] + NEAR and b[1] - NEAR < a[3]


def pixel_change(area: Area, on: Sheet, page: str) -> Change:
    """An area that differs for no reason known."""
    unit = 72 / on.ppi
    left, top, right, bottom = area.box
    rect = Rect(
        pt((left - on.left) * unit),
        pt((top - on.top) * unit),
        pt((right - left) * unit),
        pt((bottom - top) * unit),
    )
    facts: dict[str, str | int | float] = {
        "pixels": area.pixels,
        "x": round(to_mm(rect.x), 1),
        "y": round(to_mm(rect.y), 1),
        "width": round(to_mm(rect.width), 1),
        "height": round(to_mm(rect.height), 1),
    }
    return Change("pixels", "D701", page, page, "", facts, (rect,), (rect,))
