"""Pictures from RGB into the inks of a printing condition, by LittleCMS; what an ICC profile's header says.

Pillow and LittleCMS are imported only when a picture is converted.
"""

from functools import lru_cache
from struct import error as StructError
from struct import unpack_from
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from layout.picture import PictureFacts, ProfileError, decoded

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

# What the bytes of a conversion depend on besides picture, size and profile; part of the cache's key.
METHOD = "3 relative bpc grid25 jpeg90"
QUALITY = 90

# Nodes of LittleCMS's table along each of red, green and blue. On a photograph it is 0.4 of 255 steps off in the
# mean, far less than JPEG itself changes; the usual 33 nodes take three times as long to fill.
GRID = 25
_HEADER = 128  # bytes of an ICC profile before its table of tags


class Inked(Struct, frozen=True):
    """A picture in press inks, ready to embed: a whole JPEG file, or rows of pixels deflated by zlib."""

    width: int
    height: int
    space: Literal["grey", "cmyk"]
    bits: int
    coding: Literal["jpeg", "deflate"]
    data: bytes


def press_profile(data: bytes) -> int:
    """The major version of the ICC profile `data`, which must be of a CMYK press (ICC.1, 7.2).

    Only the header and the table of tags are read. Raises `ProfileError`.
    """
    try:
        (size,) = unpack_from(">I", data)
        kind, space, mark = data[12:16], data[16:20], data[36:40]
        (count,) = unpack_from(">I", data, _HEADER)
        tags = [unpack_from(">4sII", data, _HEADER + 4 + 12 * i) for i in range(min(count, 200))]
    except StructError:
        raise ProfileError("broken") from None
    if mark != b"acsp" or size > len(data) or any(at + length > len(data) for _, at, length in tags):
        raise ProfileError("broken")
    if space != b"CMYK":
        raise ProfileError("space", space.decode("ascii", "replace").strip())
    if kind != b"prtr":
        raise ProfileError("class")
    if not {b"A2B0", b"B2A0"} <= {tag for tag, _, _ in tags}:
        raise ProfileError("broken")
    return data[8]


def inked(data: bytes, facts: PictureFacts, size: tuple[int, int] | None, profile: bytes) -> Inked:
    """The picture file `data` brought down to `size` (as stored), then turned into the inks of `profile`.

    RGB goes through the picture's own profile, else sRGB, relative colorimetric with black point
    compensation; grey and CMYK keep their values. What was a JPEG stays one. Raises `PictureError` for a file
    that can't be decoded and `ProfileError` for a `profile` that LittleCMS can't use.
    """
    from zlib import compress

    image, own = decoded(data, size)
    image = in_inks(image, own, profile)
    if facts.format == "JPEG":
        return Inked(image.width, image.height, _space(image), 8, "jpeg", _jpeg(image))
    bits = 1 if image.mode == "1" else 8
    return Inked(image.width, image.height, _space(image), bits, "deflate", compress(image.tobytes(), 6))


def in_inks(image: "Image", own: bytes, profile: bytes) -> "Image":
    """An RGB image in the inks of `profile`, `own` being its own profile; others as they are. Raises
    `ProfileError`."""
    return _converted(image, _transform(own, profile)) if image.mode == "RGB" else image


def _converted(image: "Image", transform: "ImageCmsTransform") -> "Image":
    """The picture in inks, its two halves at once: each pixel is by itself, and LittleCMS lets other threads run."""
    from threading import Thread

    from PIL import Image
    from PIL.ImageCms import applyTransform

    done = Image.new("CMYK", image.size)
    middle = image.height // 2

    def convert(top: int, foot: int) -> None:
        strip = applyTransform(image.crop((0, top, image.width, foot)), transform)
        assert strip is not None
        done.paste(strip, (0, top))

    upper = Thread(target=convert, args=(0, middle))
    upper.start()
    convert(middle, image.height)
    upper.join()
    return done


def _space(image: "Image") -> Literal["grey", "cmyk"]:
    return "cmyk" if image.mode == "CMYK" else "grey"


def _jpeg(image: "Image") -> bytes:
    from io import BytesIO

    class Out(BytesIO):
        name = "picture.jpg"  # by its ending Pillow knows the format, and imports no other

    out = Out()
    image.info.clear()  # neither the old profile nor old EXIF belong to what it is now
    image.save(out, quality=QUALITY, subsampling=0)
    return out.getvalue()


@lru_cache(maxsize=8)
def _transform(own: bytes, profile: bytes) -> "ImageCmsTransform":
    """From a picture's own profile (b"" or one that is no RGB profile: sRGB) to the inks of `profile`."""
    from io import BytesIO

    from PIL import ImageCms

    # Without its memory for the last pixel LittleCMS gives the same and is quicker: in photographs no two are alike.
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOCACHE | ImageCms.Flags.GRIDPOINTS(GRID)

    def build(source: "ImageCms.ImageCmsProfile") -> "ImageCmsTransform":
        return ImageCms.buildTransform(
            source,
            target,
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags,
        )

    try:
        target = ImageCms.ImageCmsProfile(BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        raise ProfileError("broken") from None
    if own[16:20] == b"RGB ":
        try:
            return build(ImageCms.ImageCmsProfile(BytesIO(own)))
        except (OSError, ImageCms.PyCMSError):
            pass  # a damaged profile of a picture says no more than none
    try:
        return build(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")))
    except ImageCms.PyCMSError:
        raise ProfileError("broken") from None
