"""Pictures from RGB into the inks of a printing condition, by LittleCMS; what an ICC profile's header says.

Pillow and LittleCMS are imported only when a picture is converted.
"""

from functools import lru_cache
from struct import error as StructError  # noqa: N812
from struct import unpack_from
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from layout.picture import PictureFacts, ProfileError, decoded

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

# What the bytes of a conversion depend on besides picture, size and profile; part of the cache's key.
METHOD = "2 relative bpc jpeg90"
QUALITY = 90
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
    if image.mode == "RGB":
        from PIL.ImageCms import applyTransform

        converted = applyTransform(image, _transform(own, profile))
        assert converted is not None
        image = converted
    if facts.format == "JPEG":
        return Inked(image.width, image.height, _space(image), 8, "jpeg", _jpeg(image))
    bits = 1 if image.mode == "1" else 8
    return Inked(image.width, image.height, _space(image), bits, "deflate", compress(image.tobytes(), 6))


def _space(image: "Image") -> Literal["grey", "cmyk"]:
    return "cmyk" if image.mode == "CMYK" else "grey"


def _jpeg(image: "Image") -> bytes:
    from io import BytesIO

    out = BytesIO()
    image.info.clear()  # neither the old profile nor old EXIF belong to what it is now
    image.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()


@lru_cache(maxsize=8)
def _transform(own: bytes, profile: bytes) -> "ImageCmsTransform":
    """From a picture's own profile (b"" or one that is no RGB profile: sRGB) to the inks of `profile`."""
    from io import BytesIO

    from PIL import ImageCms

    def build(source: "ImageCms.ImageCmsProfile") -> "ImageCmsTransform":
        return ImageCms.buildTransform(
            source,
            target,
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
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
