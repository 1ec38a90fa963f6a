"""Pictures of a PDF: how fine they are as shown, how much ink they lay down."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from layout.backends.pdf.inspect.colour import ColourSpace
from layout.backends.pdf.inspect.marks import Corners
from layout.geometry import Rect
from layout.sheet import Photo
from layout.units import MM

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS = 72  # to the inch
PPI = (
    75  # pixels an inch that ink is measured at: finer is noise of the compression, coarser blurs small areas
)
CLASSES = 256


def photo(
    image: Any,
    name: str,
    space: ColourSpace,
    size: tuple[float, float],
    area: Rect,
    upright: tuple[Corners, Corners] | None,
) -> Photo:
    """The facts of an image shown `size` points wide and high, seen in `area`. `upright` holds what is seen of it
    and all of it, in points of the page, for one that is not turned; else its whole is measured."""
    width, height = (
        int(image.get("/Width", image.get("/W", 0))),
        int(image.get("/Height", image.get("/H", 0))),
    )
    ppi = min(width / max(size[0], 1e-3), height / max(size[1], 1e-3)) * POINTS
    coverage: tuple[float, ...] = ()
    if space.kind == "cmyk":
        seen = _seen(image, (width, height), size, upright)
        if seen is not None:
            paper = area.width * area.height / MM**2
            coverage = _coverage(seen, paper / (seen.width * seen.height))
    bits = int(image.get("/BitsPerComponent", image.get("/BPC", 8)))
    return Photo(name, ppi, area, "rgb" if space.is_rgb else "inks", bits == 1, coverage)


def _seen(
    image: Any, size: tuple[int, int], shown: tuple[float, float], upright: tuple[Corners, Corners] | None
) -> "Image | None":
    """The pixels of a CMYK image that are seen, as ink (255 is full), at about `PPI`; None where they can't be
    read."""
    decoded = _ink(image, size, shown)
    if decoded is None or upright is None:
        return decoded
    seen, whole = upright
    across, down = decoded.width / (whole[2] - whole[0]), decoded.height / (whole[3] - whole[1])
    box = (
        int((seen[0] - whole[0]) * across),
        int((whole[3] - seen[3]) * down),
        max(1, round((seen[2] - whole[0]) * across)),
        max(1, round((whole[3] - seen[1]) * down)),
    )
    return decoded.crop(box) if box[0] < box[2] and box[1] < box[3] else decoded


def _ink(image: Any, size: tuple[int, int], shown: tuple[float, float]) -> "Image | None":
    import pikepdf
    from PIL import Image, ImageChops

    target = tuple(max(1, min(n, round(points * PPI / POINTS))) for n, points in zip(size, shown))
    filters = image.get("/Filter", [])
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(name) for name in filters]
    inverted = [float(v) for v in image.get("/Decode", ())][:2] == [1.0, 0.0]
    try:
        if names[-1:] == ["/DCTDecode"]:
            file = BytesIO()
            pikepdf.PdfImage(image).extract_to(stream=file)  # undoes what is wrapped around the JPEG
            with Image.open(file, formats=("JPEG",)) as opened:
                opened.draft("CMYK", (target[0], target[1]))
                picture = opened.convert("CMYK") if opened.mode == "CMYK" else None
            # Pillow takes every CMYK JPEG for one of Adobe's, in which 255 is no ink, and turns it round.
            inverted = not inverted
        elif int(image.get("/BitsPerComponent", 8)) == 8:
            picture = Image.frombytes("CMYK", size, bytes(image.read_bytes()))
        else:
            return None
        if picture is None:
            return None
        picture = picture.reduce((max(1, picture.width // target[0]), max(1, picture.height // target[1])))
    except (OSError, ValueError, NotImplementedError, pikepdf.PdfError):
        return None
    return ImageChops.invert(picture) if inverted else picture


def _coverage(picture: "Image", each: float) -> tuple[float, ...]:
    """Area (mm²) by class of total ink, of pixels that are `each` large; see `Photo.coverage`."""
    from PIL import ImageMath

    cyan, magenta, yellow, black = picture.split()
    fours = ImageMath.lambda_eval(
        lambda band: (band["c"] + band["m"] + band["y"] + band["k"]) / 4, c=cyan, m=magenta, y=yellow, k=black
    )
    return tuple(count * each for count in fours.convert("L").histogram()[:CLASSES])
