"""Pictures as image objects. One picture file is in the file once, however often it is shown."""

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from layout.backends.pdf.syntax import number
from layout.cache import Cache
from layout.picture import PictureFacts, picture_facts, pixels
from layout.press import PLAIN, Resolution
from layout.scene.items import Picture
from layout.style import Colour
from layout.units import INCH

if TYPE_CHECKING:
    from layout.backends.pdf.file import Entries, File

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


Shown = tuple[str, Colour | None]  # a picture by its digest, and the tint that shows through it


class Image(Struct, frozen=True):
    """An image of the file: its name among the resources, its reference, the matrix that makes it face up.
    `faults`: what there is in a page of another PDF that no press file may have ("rgb", "font")."""

    key: str
    reference: str
    facing: tuple[int, int, int, int, int, int]
    faults: tuple[str, ...] = ()


class Inks(Struct, frozen=True):
    """What RGB is turned into: a press profile (`deflated` by zlib or not), and where results are kept."""

    profile: bytes
    deflated: bool
    cache: Cache


def embed(
    file: "File",
    key: str,
    data: bytes,
    facts: PictureFacts,
    uses: list[Picture],
    inks: Inks | None = None,
    resolution: Resolution = PLAIN.resolution,
    ground: Colour | None = None,
) -> Image:
    """Puts the picture file `data`, of which `facts` are known, into `file`, fine enough for all its uses.

    What lies behind it, `ground`, shows through a file with transparency. A JPEG goes in untouched, unless it is RGB
    and `inks` are given; anything else is decoded, brought down if it is too fine, and deflated. Raises `PictureError`
    for a file that can't be shown and `ProfileError` for a press profile that can't be used.
    """
    if facts.format == "PDF":
        return _page(file, key, data)
    # What must be converted pixel by pixel is worth bringing down first.
    limit = resolution.target * 6 // 5 if inks and facts.space == "rgb" else resolution.most
    size = _wanted(facts, uses, limit, resolution.target)
    if ground and facts.alpha:
        reference = _cut_out(file, data, uses[0].digest, size, ground, inks)
    elif facts.format == "JPEG" and (inks is None or facts.space != "rgb"):
        reference = _jpeg(file, facts, data, uses[0].digest)
    elif inks is not None:
        reference = _converted(file, facts, data, uses[0].digest, size, inks)
    else:
        raster = pixels(data, size)
        reference = file.stream(_raster(raster.width, raster.height, raster.space, raster.bits), raster.data)
    return Image(key, reference, _FACING[facts.orientation])


def _cut_out(
    file: "File", data: bytes, digest: str, size: tuple[int, int] | None, ground: Colour, inks: Inks | None
) -> str:
    """A picture on its ground under a stencil."""
    from layout.backends.pdf.cutout import cut

    done = cut(data, digest, size, ground, inks)
    whole = {"Filter": "/FlateDecode"}
    stencil = _raster(done.width, done.height, "grey", 1) | whole | {"ImageMask": "true"}
    del stencil["ColorSpace"]
    mask = file.stream(stencil, done.stencil, deflate=False)
    entries = _raster(done.width, done.height, done.space, 8) | whole | {"Mask": mask}
    return file.stream(entries, done.pixels, deflate=False)


def _page(file: "File", key: str, data: bytes) -> Image:
    """A page of another PDF, its vectors and its text kept."""
    from layout.vector import form

    def stream(entries: "Entries", content: bytes, deflate: bool) -> str:
        return file.stream(entries, content, deflate=deflate)

    reference, faults = form(data, stream, file.add)
    return Image(key, reference, _FACING[1], faults)


def _jpeg(file: "File", facts: PictureFacts, data: bytes, digest: str) -> str:
    entries = _raster(facts.width, facts.height, facts.space, 8) | {"Filter": "/DCTDecode"}
    if facts.inverted:  # Adobe's programs write CMYK with 255 for no ink, and say so by a marker
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    return file.stream(entries, data, deflate=False, digest=digest)


def _converted(
    file: "File", facts: PictureFacts, data: bytes, digest: str, size: tuple[int, int] | None, inks: Inks
) -> str:
    """A picture in press inks, from the cache if it has it. What is kept is one line of facts and the data."""
    from layout.colour import METHOD, inked
    from layout.profiles import inflated

    by = sha256(inks.profile).hexdigest()
    key = sha256(f"{METHOD} {digest} {size} {by}".encode()).hexdigest()
    kept = inks.cache.get(key)
    if kept is None:
        done = inked(data, facts, size, inflated(inks.profile) if inks.deflated else inks.profile)
        head = f"{done.width} {done.height} {done.space} {done.bits} {done.coding}\n"
        kept = head.encode() + done.data
        inks.cache.put(key, kept)
    head_line, _, content = kept.partition(b"\n")
    width, height, space, bits, coding = head_line.decode().split()
    if coding == "jpeg":
        return _jpeg(file, picture_facts(content), content, key)
    entries = _raster(int(width), int(height), space, int(bits))
    return file.stream(entries | {"Filter": "/FlateDecode"}, content, deflate=False)


def _raster(width: int, height: int, space: str, bits: int) -> "Entries":
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": number(width),
        "Height": number(height),
        "ColorSpace": _SPACES[space],
        "BitsPerComponent": str(bits),
    }


def _wanted(facts: PictureFacts, uses: list[Picture], limit: int, fine: int) -> tuple[int, int] | None:
    """The pixels to keep, as stored; None for all of them. Above `limit` pixels an inch a picture is brought
    down to `fine`; its largest use decides."""
    across = max(use.image.width for use in uses)
    down = max(use.image.height for use in uses)
    if facts.orientation > 4:
        across, down = down, across
    if min(facts.width * INCH / across, facts.height * INCH / down) <= limit:
        return None
    return min(facts.width, -(-across * fine // INCH)), min(facts.height, -(-down * fine // INCH))
