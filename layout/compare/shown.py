"""Pages as pictures for a report, small enough to be sent: sixteen greys, of the page after only what differs from the
page before, and a page without changes at half the size."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from layout.compare.pixels import Area, Sheet

GREYS = 16  # more can't be told apart in type; fewer are seen in the skies of pictures
SMALLER = 2  # times smaller than it is compared: a page that nobody needs to read


class Picture(Struct, frozen=True):
    """A page as WebP and the place of its trimmed corner in it, in pixels. `over`: transparent but for what differs
    from the page before, which it is to be laid upon."""

    data: bytes
    width: int
    height: int
    left: float
    top: float
    ppi: int
    over: bool = False


def pictures(one: "Sheet", other: "Sheet", found: "Sequence[Area]", *, changed: bool) -> tuple[Picture, ...]:
    """The pages before and after, which differ in the areas `found`; one picture where they look alike."""
    placed_alike = (one.left, one.top, one.image.size) == (other.left, other.top, other.image.size)
    if placed_alike and not found:
        return (_picture(one, _greys(one)) if changed else _small(one),)
    if not placed_alike:
        return _picture(one, _greys(one)), _picture(other, _greys(other))
    return _picture(one, _greys(one)), _patch(other, found)


def images(shown: Sequence[Picture]) -> tuple[Any, Any]:
    """The pages before and after as images to draw on."""
    from PIL import Image

    first, last = (Image.open(BytesIO(picture.data)) for picture in (shown[0], shown[-1]))
    before = first.convert("RGB")
    after = before.copy() if shown[-1].over else last.convert("RGB")
    if shown[-1].over:
        corner = round(shown[0].left - shown[-1].left), round(shown[0].top - shown[-1].top)
        after.paste(last.convert("RGB"), corner, last.getchannel("A"))
    return before, after


def _greys(sheet: "Sheet") -> Any:
    step = 255 / (GREYS - 1)
    return sheet.image.point([round(round(value / step) * step) for value in range(256)])


def _patch(sheet: "Sheet", found: "Sequence[Area]") -> Picture:
    """The sheet where it differs, nothing elsewhere."""
    from PIL import Image

    mask = Image.new("L", sheet.image.size, 0)
    for area in found:
        mask.paste(255, area.box)
    x, y, right, foot = mask.getbbox() or (0, 0, *mask.size)
    image = Image.merge("LA", (_greys(sheet), mask)).crop((x, y, right, foot))
    return _picture(replace(sheet, left=sheet.left - x, top=sheet.top - y), image, over=True)


def _small(sheet: "Sheet") -> Picture:
    image, left, top = sheet.image.reduce(SMALLER), sheet.left / SMALLER, sheet.top / SMALLER
    small = replace(sheet, image=image, left=left, top=top, ppi=sheet.ppi // SMALLER)
    return _picture(small, image, lossless=False, quality=30)


def _picture(sheet: "Sheet", image: Any, *, over: bool = False, **how: Any) -> Picture:
    out = BytesIO()
    image.save(out, "WEBP", **({"lossless": True, "quality": 60, "method": 4} | how))
    return Picture(out.getvalue(), image.width, image.height, sheet.left, sheet.top, sheet.ppi, over)
