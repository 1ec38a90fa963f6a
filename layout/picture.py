"""Picture files: what they are, from their headers alone, and their pixels where a decoder is needed.

JPEG and PNG headers are read here; for other formats Pillow is asked, which is imported only then.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from struct import error as StructError
from struct import unpack_from
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

Space: TypeAlias = Literal["grey", "rgb", "cmyk"]
Reason: TypeAlias = Literal["unknown", "broken", "too-large", "unsupported", "locked"]
Fault: TypeAlias = Literal["broken", "class", "space"]

# The decoders that may be tried on a file that is no JPEG.
FORMATS = ("PNG", "TIFF", "WEBP", "BMP", "GIF")

# More than any newspaper page needs (a broadsheet at 300 ppi has 24 million); what claims more is a bomb.
MAX_PIXELS = 80_000_000

_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_ORIENTATION = 0x0112
_FAINT = 24  # of 255: soft edges and shadows this faint push no text aside


class PictureError(Exception):
    """A picture file that can't be shown, and the `reason` why: a word of `Reason`; of one that is too large how many
    `pixels` it claims."""

    def __init__(self, reason: Reason, pixels: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.pixels = reason, pixels


class ProfileError(Exception):
    """An ICC profile that no press condition can be described by: `reason` is "broken" (damaged or cut short),
    "class" (of a camera or a screen, not of a press) or "space" (of other inks than CMYK; `space` names it)."""

    def __init__(self, reason: Fault, space: str = "") -> None:
        super().__init__(reason)
        self.reason, self.space = reason, space


class PictureFacts(Struct, frozen=True):
    """What a picture file's header says. `width` and `height` count pixels as decoded, `orientation` (EXIF, 1
    to 8) says how to turn them, `dpi` is None where the file does not say. `inverted`: a CMYK JPEG in which
    255 is no ink. `moving`: several frames, of which the first is taken."""

    width: int
    height: int
    space: Space
    format: str
    bits: int = 8
    alpha: bool = False
    orientation: int = 1
    dpi: float | None = None
    inverted: bool = False
    moving: bool = False

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height as shown, the orientation applied."""
        return (self.width, self.height) if self.orientation < 5 else (self.height, self.width)


class Pixels(Struct, frozen=True):
    """A decoded picture: rows from the top, each filled to a whole byte; no alpha. `bits` is 8, or 1 for line
    art in grey."""

    width: int
    height: int
    space: Space
    bits: int
    data: bytes


def picture_facts(data: bytes) -> PictureFacts:
    """What the picture file `data` is. Cheap: nothing is decoded. Of a PDF it is the first page, its size in
    hundredths of a point.

    Raises `PictureError`: "unknown" for a format outside JPEG and `FORMATS`, "broken" for a file that is cut
    short or contradicts itself, "too-large" above `MAX_PIXELS`, "unsupported" for what a PDF can't hold.
    """
    if data.startswith(b"%PDF-"):
        from layout.vector import page_facts

        return page_facts(data)
    try:
        if data.startswith(_JPEG):
            facts = _jpeg(data)
        elif data.startswith(_PNG):
            facts = _png(data)
        else:
            with _decoding():
                facts = _other(data)
    except (StructError, IndexError):
        raise PictureError("broken") from None
    if facts.width < 1 or facts.height < 1:
        raise PictureError("broken")
    if facts.width * facts.height > MAX_PIXELS:
        raise PictureError("too-large", facts.width * facts.height)
    return facts


def pixels(data: bytes, size: tuple[int, int] | None = None) -> Pixels:
    """The pixels of the picture file `data`, which is no JPEG, brought down to `size` (as stored) if given.

    Grey stays grey, RGB stays RGB, CMYK stays CMYK, line art keeps its one bit; 16 bits become 8 by scale;
    transparency is laid on white. Raises `PictureError`.
    """
    image, _ = decoded(data, size)
    spaces: dict[str, Space] = {"1": "grey", "L": "grey", "RGB": "rgb", "CMYK": "cmyk"}
    bits = 1 if image.mode == "1" else 8
    return Pixels(image.width, image.height, spaces[image.mode], bits, image.tobytes())


def decoded(data: bytes, size: tuple[int, int] | None = None) -> tuple["Image", bytes]:
    """The picture file `data` in Pillow's mode 1, L, RGB or CMYK, brought down to `size` (as stored) if given,
    and the ICC profile that it carries (b"" for none). A JPEG is decoded only as far as `size` needs.

    16 bits become 8 by scale; transparency is laid on white. Raises `PictureError`.
    """
    from PIL.Image import Resampling

    picture_facts(data)
    with _decoding():
        image = _open_jpeg(data) if data.startswith(_JPEG) else _open(data)
        profile = image.info.get("icc_profile") or b""
        if size is not None and image.format == "JPEG":
            # A half or a quarter is decoded in a fraction of the time; a tenth less than asked for is not seen.
            image.draft(None, (size[0] * 9 // 10, size[1] * 9 // 10))
            size = min(size[0], image.width), min(size[1], image.height)
        image.load()
        image = _plain(image)
        if size is not None and size != image.size:
            image = image.convert("L") if image.mode == "1" else image
            # As sharp as bicubic for this use and twice as quick; the screen of the press is coarser than either.
            image = image.resize(size, Resampling.HAMMING, reducing_gap=3.0)
    return image, bytes(profile)


def cut_out(data: bytes, size: tuple[int, int] | None = None) -> tuple["Image", "Image", bytes]:
    """The picture file `data`, which has transparency, as its colours (Pillow's mode L or RGB) and what it covers (mode
    L, 255 for all), brought down to `size` if given, and the ICC profile that it carries. Raises `PictureError`."""
    from PIL.Image import Resampling

    picture_facts(data)
    with _decoding():
        image = _open(data)
        profile, grey = image.info.get("icc_profile") or b"", image.mode in ("1", "L", "LA", "La")
        whole = image.convert("RGBA")
        if size is not None and size != whole.size:
            whole = whole.resize(size, Resampling.HAMMING, reducing_gap=3.0)
        colours = whole.convert("RGB")
    return (colours.getchannel("R") if grey else colours), whole.getchannel("A"), bytes(profile)


def silhouette(data: bytes, wide: int, rows: int) -> tuple[tuple[int, int], ...]:
    """What the picture file `data` shows where it is not transparent: from where to where in each of `rows` equally
    high rows, in parts of `wide`, (0, 0) for nothing. () where it has no transparency. Raises `PictureError`."""
    from PIL.Image import Resampling

    picture_facts(data)
    with _decoding():
        image = _open(data)
        if not image.has_transparency_data:
            return ()
        alpha = image.convert("RGBA").getchannel("A").resize((wide, rows), Resampling.BOX)
    seen = alpha.point(lambda value: 255 if value > _FAINT else 0).tobytes()
    found = []
    for row in (seen[i * wide : (i + 1) * wide] for i in range(rows)):
        left = len(row) - len(row.lstrip(b"\0"))
        found.append((left, len(row.rstrip(b"\0"))) if left < wide else (0, 0))
    return tuple(found)


def _jpeg(data: bytes) -> PictureFacts:
    """Frame header, Adobe marker, EXIF and density of a JPEG (ITU-T T.81, annex B)."""
    orientation, dpi, adobe, frame, at = 1, None, False, None, 2
    while True:
        if data[at] != 0xFF:
            raise PictureError("broken")
        kind = data[at + 1]
        if kind == 0xFF:  # a fill byte
            at += 1
            continue
        size: int = unpack_from(">H", data, at + 2)[0]
        part = data[at + 4 : at + 2 + size]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            frame = (kind, *unpack_from(">BHHB", part))
        elif kind == 0xE0 and part[:5] == b"JFIF\0":
            unit, density = unpack_from(">BH", part, 7)
            dpi = {1: float(density), 2: density * 2.54}.get(unit) if density else None
        elif kind == 0xE1 and part[:6] == b"Exif\0\0":
            orientation = _exif_orientation(part[6:])
        elif kind == 0xEE and part[:5] == b"Adobe":
            adobe = True
        elif kind == 0xDA:
            break
        at += 2 + size
    if frame is None or data.rfind(b"\xff\xd9") < at:
        raise PictureError("broken")
    sort, bits, height, width, inks = frame
    # A DCTDecode filter reads baseline and progressive Huffman files of 8 bits (ISO 32000-1, 7.4.8).
    if sort > 0xC2 or bits != 8 or inks not in (1, 3, 4):
        raise PictureError("unsupported")
    space: Space = "grey" if inks == 1 else "rgb" if inks == 3 else "cmyk"
    return PictureFacts(
        width, height, space, "JPEG", orientation=orientation, dpi=dpi, inverted=adobe and inks == 4
    )


def _png(data: bytes) -> PictureFacts:
    """The header of a PNG, and of its other chunks those that matter; all must be there to the end."""
    width, height, bits, kind = unpack_from(">IIBB", data, 16)
    orientation, dpi, alpha, moving, complete = 1, None, kind in (4, 6), False, False
    for tag, start, size in _chunks(data):
        if tag == b"tRNS":
            alpha = True
        elif tag == b"pHYs":
            across, _, unit = unpack_from(">IIB", data, start)
            dpi = across * 0.0254 if unit == 1 and across else None
        elif tag == b"eXIf":
            orientation = _exif_orientation(data[start : start + size])
        elif tag == b"acTL":
            moving = True
        elif tag == b"IEND":
            complete = True
    if not complete:
        raise PictureError("broken")
    space: Space = "grey" if kind in (0, 4) else "rgb"
    return PictureFacts(width, height, space, "PNG", bits, alpha, orientation, dpi, moving=moving)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """A PNG's chunks as (type, where the content starts, its size), as far as they are whole."""
    at = len(_PNG)
    while at + 12 <= len(data):
        size: int = unpack_from(">I", data, at)[0]
        if at + 12 + size > len(data):
            return
        yield data[at + 4 : at + 8], at + 8, size
        at += 12 + size


def _exif_orientation(tiff: bytes) -> int:
    """The orientation in an EXIF block, 1 if it says none or is damaged."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        at: int = unpack_from(order + "I", tiff, 4)[0]
        for i in range(unpack_from(order + "H", tiff, at)[0]):
            tag, value = unpack_from(order + "H6xH", tiff, at + 2 + 12 * i)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except StructError:
        pass
    return 1


def _other(data: bytes) -> PictureFacts:
    """The facts of a format that Pillow reads; only the header is."""
    image = _open(data)
    mode = image.mode
    if mode in ("F", "LAB", "HSV"):
        raise PictureError("unsupported")
    grey = mode in ("1", "L", "LA", "La") or mode.startswith("I")
    space: Space = "grey" if grey else "cmyk" if mode == "CMYK" else "rgb"
    bits = 1 if mode == "1" else 16 if mode.startswith("I") else 8
    # Pillow turns a TIFF itself when it decodes it, and gives its size as turned.
    turned = 1 if image.format == "TIFF" else image.getexif().get(_ORIENTATION, 1)
    dpi = float(image.info["dpi"][0]) if "dpi" in image.info else 0.0
    return PictureFacts(
        image.width,
        image.height,
        space,
        str(image.format),
        bits,
        image.has_transparency_data,
        turned if turned in range(1, 9) else 1,
        dpi or None,
        moving=getattr(image, "n_frames", 1) > 1,
    )


def _open(data: bytes) -> "Image":
    """The picture as Pillow opens it, not decoded yet; no JPEG."""
    from io import BytesIO

    from PIL import Image

    return Image.open(BytesIO(data), formats=FORMATS)


def _open_jpeg(data: bytes) -> "Image":
    """A JPEG as Pillow opens it, by its decoder alone: `Image.open` would import those of five formats first."""
    from io import BytesIO

    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(BytesIO(data))


@contextmanager
def _decoding() -> Iterator[None]:
    """Turns what Pillow raises into `PictureError`. Its warning of a bomb counts as one; others say nothing."""
    from warnings import catch_warnings, simplefilter
    from zlib import error as ZlibError

    from PIL import Image, UnidentifiedImageError

    with catch_warnings():
        simplefilter("ignore")
        simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except UnidentifiedImageError:
            raise PictureError("unknown") from None
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
            said = [word for word in str(bomb).replace("(", " ").split() if word.isdigit()]
            raise PictureError("too-large", int(said[0]) if said else 0) from None
        # Damage is met anywhere in Pillow's readers: a TIFF whose lengths are no numbers is a TypeError.
        except (OSError, SyntaxError, ValueError, EOFError, StructError, ZlibError, TypeError, LookupError):
            raise PictureError("broken") from None


def _plain(image: "Image") -> "Image":
    """`image` in mode 1, L, RGB or CMYK."""
    from PIL import Image

    if image.mode.startswith("I"):  # Pillow's own conversion cuts off at 255
        return image.point(lambda value: value / 257).convert("L")
    if image.has_transparency_data:
        over = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, over).convert("L" if image.mode in ("L", "LA", "La") else "RGB")
    return image if image.mode in ("1", "L", "RGB", "CMYK") else image.convert("RGB")
