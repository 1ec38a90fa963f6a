"""Pictures as image objects. One picture file is in the file once, however often it is shown."""

from typing import TYPE_CHECKING

from msgspec import Struct

from layout.backends.pdf.syntax import number
from layout.picture import PictureFacts, picture_facts, pixels
from layout.scene.items import Picture
from layout.units import INCH

if TYPE_CHECKING:
    from layout.backends.pdf.file import Entries, File

# Above the first number of pixels an inch a picture is brought down to the second.
TOO_FINE, FINE = 450, 300

_SPACES = {"grey": "/DeviceGray", "rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK"}

# How the unit square of the stored picture lies in that of the shown one, by EXIF orientation (tag 0x0112).
_FACING = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


class Image(Struct, frozen=True):
    """An image of the file: its name among the resources, its reference, the matrix that makes it face up."""

    key: str
    reference: str
    facing: tuple[int, int, int, int, int, int]


def embed(file: "File", key: str, data: bytes, uses: list[Picture]) -> Image:
    """Puts the picture file `data` into `file`, fine enough for all its uses.

    A JPEG goes in untouched; anything else is decoded, brought down if it is too fine, and deflated. Raises
    `PictureError` for a file that can't be shown.
    """
    facts = picture_facts(data)
    entries: Entries = {"Type": "/XObject", "Subtype": "/Image"}
    if facts.format == "JPEG":
        entries |= _raster(facts.width, facts.height, facts.space, 8) | {"Filter": "/DCTDecode"}
        if facts.inverted:  # Adobe's programs write CMYK with 255 for no ink, and say so by a marker
            entries["Decode"] = "[1 0 1 0 1 0 1 0]"
        reference = file.stream(entries, data, deflate=False)
    else:
        raster = pixels(data, _wanted(facts, uses))
        entries |= _raster(raster.width, raster.height, raster.space, raster.bits)
        reference = file.stream(entries, raster.data)
    return Image(key, reference, _FACING[facts.orientation])


def _raster(width: int, height: int, space: str, bits: int) -> "Entries":
    return {
        "Width": number(width),
        "Height": number(height),
        "ColorSpace": _SPACES[space],
        "BitsPerComponent": str(bits),
    }


def _wanted(facts: PictureFacts, uses: list[Picture]) -> tuple[int, int] | None:
    """The pixels to keep, as stored; None for all of them. The largest use decides."""
    across = max(use.image.width for use in uses)
    down = max(use.image.height for use in uses)
    if facts.orientation > 4:
        across, down = down, across
    if min(facts.width * INCH / across, facts.height * INCH / down) <= TOO_FINE:
        return None
    return min(facts.width, -(-across * FINE // INCH)), min(facts.height, -(-down * FINE // INCH))
