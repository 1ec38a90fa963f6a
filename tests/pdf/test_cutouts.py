"""Pictures with transparency over a tint: it shows through them, whatever the standard."""

from io import BytesIO

import pdf_facts
import pytest
from msgspec.structs import replace
from pdf_scenes import Shelf, page
from PIL import Image

from layout.backends.pdf import render
from layout.backends.png import render as png
from layout.cache import Cache
from layout.geometry import Rect
from layout.press import Print
from layout.scene.items import Group, Item, Path, Picture
from layout.style import PAPER, Colour
from layout.units import MM

TINT = Colour((0, 300, 600, 0))
HERE = Rect(20 * MM, 20 * MM, 40 * MM, 40 * MM)
CLAIMS = ((), ("pdf/x-1a",), ("pdf/x-4",), ("pdf/a-2b",))


def disc(mode: str = "RGBA", edge: int = 255) -> bytes:
    """A dark square on nothing, in a band of so much of it."""
    image = Image.new("LA" if mode == "LA" else "RGBA", (40, 40), 0)
    dark = (60,) if mode == "LA" else (60, 60, 60)
    image.paste((*dark, edge), (8, 8, 32, 32))
    image.paste((*dark, 255), (10, 10, 30, 30))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def tint(rect: Rect, colour: Colour = TINT) -> Path:
    right, foot = rect.right, rect.bottom
    ops = (("M", rect.x, rect.y), ("L", right, rect.y), ("L", right, foot), ("L", rect.x, foot), ("Z",))
    return Path(ops, fill=colour)


PICTURE = Picture("p", "p", HERE, HERE, alt="方")
BEHIND = tint(Rect(10 * MM, 10 * MM, 60 * MM, 60 * MM))


def made(faces, *items: Item, standards: tuple[str, ...] = (), data: bytes = b"") -> bytes:
    scene = replace(page(*items), press=Print(standards=standards))
    return render((scene,), faces, Shelf(p=data or disc()))


def images(data: bytes):
    opened = pdf_facts.open_pdf(data)
    return opened, list(opened.pages[0].Resources.XObject.values())


@pytest.mark.parametrize("standards", CLAIMS, ids=str)
@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_the_tint_shows_through_where_the_picture_is_transparent(faces, standards, mode):
    """The stencil leaves out what has no colour (1 in it); nothing see-through is in the file."""
    data = made(faces, BEHIND, PICTURE, standards=standards, data=disc(mode))
    _, (image,) = images(data)
    assert "/SMask" not in image
    assert (image.Mask.ImageMask, image.Mask.BitsPerComponent) == (True, 1)
    stencil = Image.frombytes("1", (40, 40), image.Mask.read_bytes())
    assert [stencil.getpixel(at) for at in ((0, 0), (7, 7), (8, 8), (20, 20))] == [255, 255, 0, 0]


def test_a_raster_of_it_has_no_white_box(faces):
    data = made(faces, BEHIND, PICTURE)
    shown = Image.open(BytesIO(png(data, ppi=100)))
    at = [
        tuple(shown.getpixel((round(x / 25.4 * 100), round(y / 25.4 * 100)))) for x, y in ((15, 15), (24, 24))
    ]
    assert at[0] == at[1] != (255, 255, 255)


def test_soft_edges_are_mixed_with_the_tint(faces):
    """Half of a pixel's ink, half of the tint's, as inks."""
    _, (image,) = images(made(faces, BEHIND, PICTURE, standards=("pdf/x-4",), data=disc(edge=128)))
    pixels = Image.frombytes("CMYK", (40, 40), image.read_bytes())
    full, half = pixels.getpixel((20, 20)), pixels.getpixel((9, 9))
    ground = (0, 76, 153, 0)
    assert all(abs(h - (f + g) / 2) <= 1 for h, f, g in zip(half, full, ground))


def test_grey_stays_grey_on_a_tint_of_black(faces):
    grey = tint(Rect(10 * MM, 10 * MM, 60 * MM, 60 * MM), Colour((0, 0, 0, 100)))
    _, (image,) = images(made(faces, grey, PICTURE, data=disc("LA", edge=128), standards=("pdf/x-4",)))
    assert image.ColorSpace == "/DeviceGray"
    pixels = Image.frombytes("L", (40, 40), image.read_bytes())
    assert (pixels.getpixel((20, 20)), abs(pixels.getpixel((9, 9)) - (60 + 230) / 2) <= 1) == (60, True)


@pytest.mark.parametrize(
    "items",
    [(PICTURE,), (PICTURE, BEHIND), (tint(HERE, PAPER), PICTURE), (tint(Rect(0, 0, MM, MM)), PICTURE)],
    ids=["paper", "a tint upon it", "white", "a tint elsewhere"],
)
def test_on_paper_it_needs_no_stencil(faces, items):
    _, (image,) = images(made(faces, *items))
    assert "/Mask" not in image


def test_a_picture_without_transparency_needs_none(faces):
    out = BytesIO()
    Image.new("RGB", (40, 40)).save(out, "PNG")
    _, (image,) = images(made(faces, BEHIND, PICTURE, data=out.getvalue()))
    assert "/Mask" not in image


def test_on_two_grounds_it_is_in_the_file_twice(faces):
    """Also inside a group; on the same ground once."""
    right = Rect(HERE.x + 60 * MM, HERE.y, HERE.width, HERE.height)
    there = replace(PICTURE, frame=right, image=right)
    once = made(faces, BEHIND, PICTURE, replace(PICTURE, alt="又"))
    twice = made(faces, Group((BEHIND, PICTURE)), there)
    assert [len(images(data)[1]) for data in (once, twice)] == [1, 2]


class _Kept(Cache):
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data


def test_what_the_cache_has_is_the_same(faces):
    from layout.backends.pdf import write

    scene = replace(page(BEHIND, PICTURE), press=Print(standards=("pdf/x-4",)))
    cache = _Kept()
    first, second = (write((scene,), faces, Shelf(p=disc()), cache=cache).value for _ in range(2))
    assert len(cache.kept) == 1
    assert first == second


def test_a_broken_file_on_a_tint_is_left_out(faces):
    data = made(faces, BEHIND, PICTURE, data=b"no picture")
    assert "/XObject" not in pdf_facts.open_pdf(data).pages[0].Resources
