"""Pictures: what their headers say, their pixels, and how they stand in the file."""

import contextlib
import struct
import warnings
import zlib
from io import BytesIO

import pdf_facts
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_scenes import BLEED, Shelf, line, page, photograph
from PIL import Image, ImageOps

from layout.backends.pdf import render, write
from layout.backends.png import render as png
from layout.geometry import Rect
from layout.picture import MAX_PIXELS, PictureError, picture_facts, pixels
from layout.scene.items import Picture
from layout.units import INCH, MM

HERE = Rect(20 * MM, 20 * MM, 60 * MM, 40 * MM)


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def shown(faces, *pictures: Picture, **files: bytes) -> bytes:
    return render((page(*pictures, line(faces, "图", 9 * MM, 110 * MM)),), faces, Shelf(**files))


def one(faces, data: bytes, image: Rect = HERE, frame: Rect | None = None) -> bytes:
    return shown(faces, Picture("p", "p", frame or image, image), p=data)


def embedded(data: bytes):
    opened = pdf_facts.open_pdf(data)
    return opened, list(opened.pages[0].Resources.XObject.values())


@pytest.mark.parametrize(
    ("mode", "kind", "space", "bits", "alpha"),
    [
        ("L", "JPEG", "grey", 8, False),
        ("RGB", "JPEG", "rgb", 8, False),
        ("CMYK", "JPEG", "cmyk", 8, False),
        ("1", "PNG", "grey", 1, False),
        ("L", "PNG", "grey", 8, False),
        ("I;16", "PNG", "grey", 16, False),
        ("LA", "PNG", "grey", 8, True),
        ("RGB", "PNG", "rgb", 8, False),
        ("RGBA", "PNG", "rgb", 8, True),
        ("P", "PNG", "rgb", 8, False),
        ("1", "TIFF", "grey", 1, False),
        ("L", "TIFF", "grey", 8, False),
        ("I;16", "TIFF", "grey", 16, False),
        ("CMYK", "TIFF", "cmyk", 8, False),
        ("RGB", "WEBP", "rgb", 8, False),
        ("RGB", "BMP", "rgb", 8, False),
        ("P", "GIF", "rgb", 8, False),
    ],
)
def test_facts(mode, kind, space, bits, alpha):
    facts = picture_facts(photograph(mode, (60, 40), kind))
    assert (facts.width, facts.height, facts.shown) == (60, 40, (60, 40))
    assert (facts.format, facts.space, facts.bits, facts.alpha) == (kind, space, bits, alpha)
    assert facts.orientation == 1


@pytest.mark.parametrize("kind", ("JPEG", "PNG", "TIFF"))
def test_resolution(kind):
    assert picture_facts(photograph("RGB", kind=kind, dpi=(300, 300))).dpi == pytest.approx(300, abs=0.1)


def test_no_resolution():
    assert picture_facts(photograph("RGB")).dpi is None


@pytest.mark.parametrize("kind", ("JPEG", "PNG", "TIFF", "WEBP"))
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation(faces, kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.open(BytesIO(photograph("RGB")))
    data = saved(image, kind, exif=exif)
    facts = picture_facts(data)
    assert facts.orientation == (1 if kind == "TIFF" else orientation)  # Pillow turns TIFF by itself
    upright = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    assert facts.shown == upright.size

    wide, high = upright.size
    area = Rect(20 * MM, 20 * MM, wide * MM, high * MM)
    seen = cut(png(one(faces, data, area), 254), area, 254)
    assert far(seen.resize(upright.size), upright) < 12


def cut(image: bytes, area: Rect, ppi: int) -> Image.Image:
    dots = ppi / INCH
    corners = (area.x - BLEED.x, area.y - BLEED.y, area.right - BLEED.x, area.bottom - BLEED.y)
    return Image.open(BytesIO(image)).convert("L").crop(tuple(round(c * dots) for c in corners))


def far(one: Image.Image, other: Image.Image) -> float:
    """Mean difference in greys."""
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes())
    return sum(abs(a - b) for a, b in pairs) / (one.width * one.height)


@pytest.mark.parametrize("kind", ("JPEG", "PNG"))
@pytest.mark.parametrize("kept", (0.2, 0.9))
def test_a_file_cut_short(kind, kept):
    data = photograph("RGB", (200, 200), kind)
    with pytest.raises(PictureError) as found:
        picture_facts(data[: int(len(data) * kept)])
    assert found.value.reason == "broken"


@pytest.mark.parametrize("kind", ("TIFF", "WEBP", "BMP", "GIF"))
def test_pixels_of_a_file_cut_short(kind):
    data = photograph("RGB", (200, 200), kind)
    with pytest.raises(PictureError) as found:
        pixels(data[: len(data) * 2 // 3])
    assert found.value.reason == "broken"


def test_a_jpeg_whose_thumbnail_alone_is_whole():
    thumb = photograph("RGB", (20, 20), "JPEG")
    data = photograph("RGB", (200, 200), "JPEG")
    head = data[:2] + b"\xff\xe2" + struct.pack(">H", len(thumb) + 2) + thumb + data[2:]
    assert picture_facts(head).width == 200
    with pytest.raises(PictureError):
        picture_facts(head[:-40])


@pytest.mark.parametrize("data", (b"", b"GIF", b"hello", b"<svg/>", b"\0" * 100))
def test_not_a_picture(data):
    with pytest.raises(PictureError) as found:
        picture_facts(data)
    assert found.value.reason == "unknown"


@pytest.mark.parametrize(
    "data", (b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\0\1", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0")
)
def test_a_signature_and_no_more(data):
    with pytest.raises(PictureError) as found:
        picture_facts(data)
    assert found.value.reason == "broken"


def chunk(tag: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + tag + content + struct.pack(">I", zlib.crc32(tag + content))


@pytest.mark.parametrize("side", (9_000, 40_000, 2_000_000))
def test_a_bomb(side):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    with pytest.raises(PictureError) as found:
        picture_facts(data)
    assert found.value.reason == "too-large"
    with pytest.raises(PictureError):
        pixels(data)


@pytest.mark.parametrize("side", (9_000, 10_000, 30_000))
def test_a_bomb_in_another_format(side):
    data = bytearray(photograph("RGB", kind="BMP"))
    data[18:26] = struct.pack("<ii", side, side)
    assert side * side > MAX_PIXELS
    with pytest.raises(PictureError) as found:
        picture_facts(bytes(data))
    assert found.value.reason == "too-large"


@pytest.mark.parametrize(("at", "value"), ((1, 0xC9), (4, 12)))
def test_a_jpeg_no_pdf_can_hold(at, value):
    """Arithmetic coding (SOF9) and twelve bits."""
    data = bytearray(photograph("RGB", kind="JPEG"))
    data[data.index(b"\xff\xc0") + at] = value
    with pytest.raises(PictureError) as found:
        picture_facts(bytes(data))
    assert found.value.reason == "unsupported"


def test_floating_point_is_not_for_print():
    with pytest.raises(PictureError) as found:
        picture_facts(saved(Image.new("F", (4, 4)), "TIFF"))
    assert found.value.reason == "unsupported"


def test_sixteen_bits_are_scaled():
    ramp = Image.frombytes("I;16", (5, 1), struct.pack("<5H", 0, 257 * 40, 32896, 257 * 200, 65535))
    for kind in ("PNG", "TIFF"):
        assert list(pixels(saved(ramp, kind)).data) == [0, 40, 128, 200, 255]


@pytest.mark.parametrize(
    ("mode", "space", "kind"), (("LA", "grey", "PNG"), ("RGBA", "rgb", "PNG"), ("RGBA", "rgb", "WEBP"))
)
def test_alpha_is_laid_on_white(mode, space, kind):
    image = Image.new("RGBA", (2, 1), (0, 0, 0, 255))
    image.putpixel((1, 0), (0, 0, 0, 0))
    data = saved(image.convert(mode), kind, lossless=True)
    raster = pixels(data)
    assert picture_facts(data).alpha and raster.space == space
    assert set(raster.data[: len(raster.data) // 2]) == {0}
    assert set(raster.data[len(raster.data) // 2 :]) == {255}


def test_a_transparent_colour_is_laid_on_white():
    grey = Image.new("L", (2, 1), 0)
    grey.putpixel((1, 0), 7)
    assert list(pixels(saved(grey, transparency=7)).data) == [0, 255]
    palette = Image.new("P", (2, 1), 0)
    palette.putpalette([0, 0, 0, 0, 0, 0])
    palette.putpixel((1, 0), 1)
    assert list(pixels(saved(palette, transparency=1)).data) == [0, 0, 0, 255, 255, 255]


def test_line_art_keeps_one_bit():
    art = Image.new("1", (9, 2), 1)
    art.putpixel((0, 0), 0)
    raster = pixels(saved(art))
    assert (raster.bits, raster.space, raster.data) == (1, "grey", b"\x7f\x80\xff\x80")


def test_a_jpeg_is_untouched(faces):
    for mode, space, inverted in (
        ("L", "/DeviceGray", False),
        ("RGB", "/DeviceRGB", False),
        ("CMYK", "/DeviceCMYK", True),
    ):
        data = photograph(mode, (900, 900), "JPEG")
        opened, (image,) = embedded(one(faces, data))
        assert image.read_raw_bytes() == data and image.Filter == "/DCTDecode"
        assert (image.ColorSpace, "/Decode" in image) == (space, inverted)


def test_a_cmyk_jpeg_without_adobes_marker_is_not_inverted(faces):
    data = photograph("CMYK", kind="JPEG")
    at = data.index(b"\xff\xee")
    bare = data[:at] + data[at + 2 + struct.unpack_from(">H", data, at + 2)[0] :]
    opened, (image,) = embedded(one(faces, bare))
    assert "/Decode" not in image


@pytest.mark.parametrize(
    ("mode", "kind"), (("CMYK", "JPEG"), ("CMYK", "TIFF"), ("RGB", "PNG"), ("L", "TIFF"))
)
def test_dark_stays_dark(faces, mode, kind):
    seen = cut(png(one(faces, photograph(mode, kind=kind)), 100), HERE, 100)
    left, right = seen.getpixel((4, seen.height - 9)), seen.getpixel((seen.width - 4, seen.height - 9))
    assert left < 60 and right > 200


@pytest.mark.parametrize(
    ("mode", "space"),
    (
        ("1", "/DeviceGray"),
        ("L", "/DeviceGray"),
        ("I;16", "/DeviceGray"),
        ("RGB", "/DeviceRGB"),
        ("P", "/DeviceRGB"),
    ),
)
def test_others_are_deflated_pixels(faces, mode, space):
    opened, (image,) = embedded(one(faces, photograph(mode, (60, 40))))
    bits, inks = (1, 1) if mode == "1" else (8, 3 if space == "/DeviceRGB" else 1)
    assert (image.ColorSpace, image.Filter, image.BitsPerComponent) == (space, "/FlateDecode", bits)
    assert len(image.read_bytes()) == 40 * -(-60 * bits * inks // 8)


def test_one_file_is_embedded_once(faces):
    small = Rect(90 * MM, 20 * MM, 6 * MM, 4 * MM)
    data = photograph("L", (1500, 1000))
    two = Picture("p", "p", small, small), Picture("p", "p", HERE, HERE)
    opened, images = embedded(shown(faces, *two, p=data))
    (image,) = images
    # 60 mm at 250 ppi, what the larger use asks for
    assert (image.Width, image.Height) == (591, 394)
    assert [op for op, _ in pdf_facts.operators(opened)].count("Do") == 2


@pytest.mark.parametrize(("ppi", "expected"), ((300, 300), (449, 449), (460, 250), (1200, 250)))
def test_only_what_is_too_fine_is_brought_down(faces, ppi, expected):
    area = Rect(20 * MM, 20 * MM, INCH, INCH)
    opened, (image,) = embedded(one(faces, photograph("L", (ppi, ppi)), area))
    assert (image.Width, image.Height) == (expected, expected)


def test_a_picture_is_clipped_to_its_frame(faces):
    frame = Rect(30 * MM, 30 * MM, 20 * MM, 10 * MM)
    data = one(faces, saved(Image.new("L", (4, 4), 0)), HERE, frame)
    seen = png(data, 254)
    assert cut(seen, frame, 254).getextrema()[1] < 40
    around = Image.open(BytesIO(seen)).convert("L")
    black = Image.eval(around.crop((0, 0, 1100, 1000)), lambda v: 255 - v).getbbox()
    assert black == pytest.approx((330, 330, 530, 430), abs=1)


def test_no_rgb_but_what_a_picture_brings(faces, pdf):
    opened = pdf_facts.open_pdf(pdf)
    assert not {"rg", "RG", "g", "G", "sc", "SC", "gs"} & {op for op, _ in pdf_facts.operators(opened)}
    assert b"DeviceRGB" not in pdf
    assert b"DeviceRGB" in one(faces, photograph("RGB"))


def test_a_broken_picture_is_said_and_left_out(faces):
    sheet = page(Picture("p", "p", HERE, HERE))
    done = write((sheet,), faces, Shelf(p=b"no picture"))
    assert [(d.code, d.severity, d.facts["file"]) for d in done.diagnostics] == [("P011", "error", "p")]
    assert "/XObject" not in pdf_facts.open_pdf(done.value).pages[0].Resources


SEEDS = tuple(
    photograph(mode, (40, 30), kind)
    for mode, kind in (
        ("CMYK", "JPEG"), ("P", "PNG"), ("I;16", "PNG"), ("RGB", "TIFF"), ("1", "TIFF"), ("RGBA", "WEBP"),
        ("P", "GIF"), ("RGB", "BMP"),
    )
)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=4),
    st.integers(0, 40),
)
def test_damage_is_always_said_and_never_printed(seed, hits, lost):
    """Whatever is wrong with a file, `PictureError` is all that comes out."""
    damaged = bytearray(seed[: len(seed) - lost])
    for at, value in hits:
        damaged[at % len(damaged)] = value
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for read in (picture_facts, pixels):
            with contextlib.suppress(PictureError):
                read(bytes(damaged))
