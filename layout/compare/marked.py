"""Pages with their changes marked, as PNG files."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from layout.compare.html import joined
from layout.compare.report import shown_changes
from layout.compare.run import PageResult, Result
from layout.compare.shown import Picture, images
from layout.compare.types import Cause
from layout.geometry import Rect
from layout.units import INCH

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

INKS: dict[Cause, tuple[int, int, int]] = {
    "copy": (194, 24, 91),
    "heads": (123, 31, 162),
    "reflow": (120, 144, 156),
    "moved": (21, 101, 192),
    "style": (0, 131, 143),
    "picture": (46, 125, 50),
    "overset": (216, 67, 21),
    "findings": (158, 119, 0),
    "pixels": (93, 64, 55),
    "expect": (55, 71, 79),
}
GAP = 20  # pixels between the two pages


def marked_pages(result: Result) -> Iterator[tuple[str, bytes]]:
    """A PNG for each page that was looked at, before and after side by side: its file's name and its bytes."""
    for number, page in enumerate(result.pages, 1):
        if page.pictures:
            name = "".join(c if c.isalnum() or c in "-_" else "-" for c in page.number) or str(number)
            yield f"page-{name}.png", _page(page)


def _page(page: PageResult) -> bytes:
    from PIL import Image, ImageDraw

    a = page.pictures[0]
    b = a if page.pictures[-1].over else page.pictures[-1]  # where the trimmed corner is
    before, after = images(page.pictures)
    size = before.width + GAP + after.width, max(before.height, after.height)
    whole = Image.new("RGB", size, (120, 120, 120))
    draw = ImageDraw.Draw(whole)
    whole.paste(before, (0, 0))
    whole.paste(after, (before.width + GAP, 0))
    for number, change in enumerate(shown_changes(page), 1):
        for picture, x, rects in ((a, 0, change.before), (b, a.width + GAP, change.after)):
            for i, rect in enumerate(joined(rects)):
                left, top, right, foot = _box(rect, picture, x)
                draw.rectangle((left - 3, top - 3, right + 3, foot + 3), outline=INKS[change.cause], width=2)
                if not i:
                    _number(draw, number, left - 3, top - 3, INKS[change.cause])
    out = BytesIO()
    whole.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _box(rect: Rect, picture: Picture, x: int) -> tuple[float, float, float, float]:
    unit = picture.ppi / INCH
    left, top = x + picture.left + rect.x * unit, picture.top + rect.y * unit
    return left, top, left + rect.width * unit, top + rect.height * unit


def _number(draw: "ImageDraw", number: int, x: float, y: float, ink: tuple[int, int, int]) -> None:
    text = str(number)
    width = 7 * len(text) + 6
    draw.rectangle((x - width, y - 8, x, y + 8), fill=ink)
    draw.text((x - width + 3, y - 6), text, fill=(255, 255, 255))
