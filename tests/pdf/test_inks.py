"""Pictures in press inks, the cache, and what a file does not claim because it is not so."""

import struct
from hashlib import sha256
from io import BytesIO

import pdf_facts
import pytest
from msgspec.structs import replace
from pdf_scenes import Shelf, line, page, photograph
from PIL import Image, ImageCms

from layout.backends.pdf import write
from layout.cache import FolderCache
from layout.colour import press_profile
from layout.geometry import Rect
from layout.picture import ProfileError, picture_facts
from layout.press import Intent, Print
from layout.profiles import inflated, newsprint
from layout.scene.items import Link, Picture
from layout.units import INCH, MM

HERE = Rect(20 * MM, 20 * MM, 60 * MM, 40 * MM)
X4 = Print(standards=("pdf/x-4",))


def sheet(data: bytes, press: Print = X4, area: Rect = HERE, alt: str = "图"):
    return replace(page(Picture("p", sha256(data).hexdigest(), area, area, alt)), press=press)


def shown(faces, data: bytes, press: Print = X4, area: Rect = HERE, **files: bytes):
    done = write((sheet(data, press, area),), faces, Shelf(p=data, **files))
    assert done.diagnostics == ()
    opened = pdf_facts.open_pdf(done.value)
    return opened, opened.pages[0].Resources.XObject.I1


def flat(colour, mode="RGB", size=(64, 64), kind="PNG", **options) -> bytes:
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **options)
    return out.getvalue()


def inks(image) -> tuple[int, ...]:
    """The inks of a flat picture, in per cent."""
    if image.Filter == "/DCTDecode":
        pixels = Image.open(BytesIO(image.read_raw_bytes())).getpixel((30, 30))
    else:
        pixels = image.read_bytes()[:4]
    return tuple(round(v / 2.55) for v in pixels)


@pytest.mark.parametrize("kind", ("PNG", "JPEG", "WEBP", "TIFF", "BMP"))
def test_rgb_becomes_ink(faces, kind):
    options = {"lossless": True} if kind == "WEBP" else {}
    opened, image = shown(faces, flat((200, 30, 40), kind=kind, **options))
    assert image.ColorSpace == "/DeviceCMYK"
    assert image.Filter == ("/DCTDecode" if kind == "JPEG" else "/FlateDecode")
    c, m, y, k = inks(image)
    assert c < 25 and m > 70 and y > 60 and k < 35


def test_white_is_paper_and_black_is_mostly_black(faces):
    assert inks(shown(faces, flat((255, 255, 255)))[1]) == (0, 0, 0, 0)
    c, m, y, k = inks(shown(faces, flat((0, 0, 0)))[1])
    assert k > 90 and c + m + y + k <= 240


@pytest.mark.parametrize("size", ((1, 1), (3, 2), (101, 67)))
def test_every_pixel_is_converted_as_if_alone_and_exactly(faces, size):
    """Against LittleCMS without its table: all pixels of a gradient, in both halves, to a twentieth of an ink."""
    wide, high = size
    bands = (Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90))
    light = Image.merge("RGB", [band.resize(size) for band in bands])
    out = BytesIO()
    light.save(out, "PNG")
    image = shown(faces, out.getvalue(), area=Rect(20 * MM, 20 * MM, wide * MM // 5, high * MM // 5))[1]
    assert (image.Width, image.Height) == size
    exact = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(inflated(newsprint()))),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE,
    )
    wanted = ImageCms.applyTransform(light, exact).tobytes()
    off = [abs(a - b) for a, b in zip(image.read_bytes(), wanted, strict=True)]
    assert max(off) <= 12 and sum(off) / len(off) < 0.5


@pytest.mark.parametrize("mode", ("1", "L", "LA", "I;16"))
def test_grey_stays_on_the_black_plate(faces, mode):
    assert shown(faces, photograph(mode))[1].ColorSpace == "/DeviceGray"


@pytest.mark.parametrize("mode", ("L", "CMYK"))
def test_grey_and_cmyk_jpegs_pass_untouched(faces, mode):
    data = photograph(mode, (900, 600), "JPEG")
    opened, image = shown(faces, data)
    assert image.read_raw_bytes() == data
    assert ("/Decode" in image) == (mode == "CMYK")


def test_cmyk_pixels_keep_their_values(faces):
    opened, image = shown(faces, flat((10, 20, 30, 40), "CMYK", kind="TIFF"))
    assert image.read_bytes()[:4] == bytes((10, 20, 30, 40))


def test_a_picture_goes_through_its_own_profile(faces):
    """A profile whose red and blue are exchanged."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", srgb, 128)
    tags = {bytes(srgb[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    srgb[red : red + 4], srgb[blue : blue + 4] = b"bXYZ", b"rXYZ"
    for kind in ("PNG", "JPEG"):
        blueish = inks(shown(faces, flat((220, 20, 20), kind=kind, icc_profile=bytes(srgb)))[1])
        plain = inks(shown(faces, flat((20, 20, 220), kind=kind))[1])
        assert blueish == pytest.approx(plain, abs=3)


@pytest.mark.parametrize("profile", (b"nonsense", b"\0" * 200, b"RGB " * 60))
def test_a_picture_with_a_damaged_profile_counts_as_srgb(faces, profile):
    with_it = shown(faces, flat((220, 20, 20), icc_profile=profile))[1]
    assert with_it.read_bytes() == shown(faces, flat((220, 20, 20)))[1].read_bytes()


def test_converted_pictures_are_no_finer_than_wanted(faces):
    inch = Rect(20 * MM, 20 * MM, INCH, INCH)
    for kind in ("PNG", "JPEG"):
        opened, image = shown(faces, flat((9, 99, 9), size=(1000, 1000), kind=kind), area=inch)
        assert (image.Width, image.Height) == (250, 250)
    opened, image = shown(faces, flat((9, 99, 9), size=(240, 240)), area=inch)
    assert image.Width == 240


def test_the_cache_never_changes_the_file(faces, tmp_path):
    data = photograph("RGB", (300, 200), "JPEG")
    cache = FolderCache(str(tmp_path / "pictures"))

    def made(cache) -> bytes:
        return write((sheet(data),), faces, Shelf(p=data), cache=cache).value

    without = made(None)
    assert made(cache) == without
    (kept,) = (tmp_path / "pictures").iterdir()
    assert made(cache) == without
    kept.write_bytes(kept.read_bytes()[:-9])
    assert made(cache) == without
    kept.write_bytes(b"")
    assert made(cache) == without
    assert [file.name for file in (tmp_path / "pictures").iterdir()] == [kept.name]


def test_what_is_cached_is_not_decoded_again(faces, tmp_path, monkeypatch):
    data = photograph("RGB", (300, 200), "JPEG")
    cache = FolderCache(str(tmp_path))
    first = write((sheet(data),), faces, Shelf(p=data), cache=cache).value
    monkeypatch.setattr("layout.colour.inked", None)
    assert write((sheet(data),), faces, Shelf(p=data), cache=cache).value == first


def test_another_profile_another_entry(faces, tmp_path):
    data = photograph("RGB", (30, 20), "JPEG")
    mine = inflated(newsprint())
    for press in (X4, replace(X4, intent=Intent("mine.icc", "mine"))):
        write(
            (sheet(data, press),),
            faces,
            Shelf(p=data, **{"mine.icc": mine + b"\0"}),
            cache=FolderCache(str(tmp_path)),
        )
    assert len(list(tmp_path.iterdir())) == 2


def test_a_cache_that_can_not_be_written(faces, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    data = photograph("RGB", (30, 20), "JPEG")
    write((sheet(data),), faces, Shelf(p=data), cache=FolderCache(str(blocked / "folder")))


def test_a_profile_of_ones_own_is_embedded(faces):
    mine = inflated(newsprint()) + b"\0\0"
    press = replace(X4, intent=Intent("mine.icc", "OWN-26", "http://www.color.org", "Our press"))
    opened = shown(faces, photograph("RGB"), press, **{"mine.icc": mine})[0]
    intent = opened.Root.OutputIntents[0]
    assert intent.DestOutputProfile.read_bytes() == mine
    said = (intent.OutputConditionIdentifier, intent.RegistryName, intent.Info)
    assert tuple(map(str, said)) == ("OWN-26", "http://www.color.org", "Our press")


def test_the_newsprint_profile_keeps_its_ink_limit():
    profile = inflated(newsprint())
    assert press_profile(profile) == 2
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile)), "RGB", "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    steps = range(0, 256, 15)
    cube = bytes(v for r in steps for g in steps for b in steps for v in (r, g, b))
    size = (len(steps) ** 2, len(steps))
    done = ImageCms.applyTransform(Image.frombytes("RGB", size, cube), transform).tobytes()
    totals = [sum(done[i : i + 4]) / 2.55 for i in range(0, len(done), 4)]
    assert 150 < max(totals) <= 240


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda p: p[:100], "broken"),
        (lambda p: p[:5000], "broken"),
        (lambda p: p[:36] + b"xxxx" + p[40:], "broken"),
        (lambda p: p[:16] + b"RGB " + p[20:], "space"),
        (lambda p: p[:12] + b"scnr" + p[16:], "class"),
        (lambda p: p.replace(b"B2A0", b"B2AX", 1), "broken"),
        (lambda p: b"", "broken"),
    ],
)
def test_profiles_that_describe_no_press(change, reason):
    with pytest.raises(ProfileError) as found:
        press_profile(change(inflated(newsprint())))
    assert found.value.reason == reason


def claimed(data: bytes) -> set[str]:
    xmp = pdf_facts.open_pdf(data).open_metadata()
    marks = {
        "pdfxid:GTS_PDFXVersion": "x",
        "pdfaid:part": "a",
        "{http://www.aiim.org/pdfua/ns/id/}part": "ua",
    }
    return {short for key, short in marks.items() if key in xmp}


ALL = Print(standards=("pdf/x-4", "pdf/a-2a", "pdf/ua-1"))


def test_a_picture_without_words(faces):
    data = photograph("L")
    done = write((sheet(data, ALL, alt=""),), faces, Shelf(p=data))
    assert [(d.code, d.severity) for d in done.diagnostics] == [("P021", "error")]
    assert claimed(done.value) == {"x", "a"}


def test_a_missing_glyph(faces):
    run = line(faces, "字\ue999", 0, 9 * MM)
    assert 0 in run.glyphs
    done = write((replace(page(run), press=ALL),), faces, Shelf())
    assert [(d.code, d.severity) for d in done.diagnostics] == [("P022", "error")]
    assert claimed(done.value) == {"x"}


def test_a_press_profile_that_littlecms_refuses(faces):
    """Its header is as it should be; its tables are not."""
    good = inflated(newsprint())
    at = next(i for i in range(132, 400, 12) if good[i : i + 4] == b"B2A1")
    (start,) = struct.unpack_from(">I", good, at + 4)
    bad = good[:start] + b"\xff" * (len(good) - start)
    data = photograph("RGB")
    press = replace(ALL, intent=Intent("bad.icc", "bad"))
    done = write((sheet(data, press),), faces, Shelf(p=data, **{"bad.icc": bad}))
    assert [(d.code, d.severity) for d in done.diagnostics] == [("P006", "error")]
    assert claimed(done.value) == set()
    opened = pdf_facts.open_pdf(done.value)
    assert opened.pages[0].Resources.XObject.I1.ColorSpace == "/DeviceRGB"
    assert "/OutputIntents" not in opened.Root


def test_links_stay_out_of_files_for_the_press(faces):
    items = line(faces, "链接", 0, 9 * MM), Link(Rect(0, 0, 20 * MM, 9 * MM), "https://example.cn")
    for press, annotated in (
        (X4, False),
        (ALL, False),
        (Print(standards=("pdf/a-2b",)), True),
        (Print(), True),
    ):
        done = write((replace(page(*items), press=press),), faces, Shelf())
        assert ("/Annots" in pdf_facts.open_pdf(done.value).pages[0]) is annotated
        assert [d.code for d in done.diagnostics] == ([] if annotated else ["P007"])


def test_an_animation_is_said_and_its_first_frame_printed(faces):
    frames = [Image.new("RGB", (9, 9), c) for c in ("white", "black")]
    for kind in ("PNG", "GIF", "WEBP"):
        out = BytesIO()
        frames[0].save(out, kind, save_all=True, append_images=frames[1:])
        assert picture_facts(out.getvalue()).moving
        done = write((sheet(out.getvalue()),), faces, Shelf(p=out.getvalue()))
        assert [(d.code, d.severity) for d in done.diagnostics] == [("P015", "warning")]
        assert claimed(done.value) == {"x"}


@pytest.mark.parametrize("kept", (0.3, 0.9))
@pytest.mark.parametrize("kind", ("JPEG", "TIFF", "WEBP"))
def test_a_file_cut_short_is_said(faces, kind, kept):
    noisy = Image.effect_noise((200, 200), 90).convert("RGB")
    out = BytesIO()
    noisy.save(out, kind)
    data = out.getvalue()[: int(len(out.getvalue()) * kept)]
    done = write((sheet(data),), faces, Shelf(p=data))
    assert [d.code for d in done.diagnostics] == ["P012"]
    assert "/XObject" not in pdf_facts.open_pdf(done.value).pages[0].Resources
    assert claimed(done.value) == {"x"}


def test_a_bomb_is_said(faces):
    header = struct.pack(">IIBBBBB", 12_000, 12_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + tag + body + b"\0\0\0\0"
        for tag, body in ((b"IHDR", header), (b"IDAT", b""), (b"IEND", b""))
    )
    done = write((sheet(data),), faces, Shelf(p=data))
    assert [d.code for d in done.diagnostics] == ["P013"]


def test_lab_is_said(faces):
    data = flat((50, 0, 0), "LAB", kind="TIFF")
    done = write((sheet(data),), faces, Shelf(p=data))
    assert [d.code for d in done.diagnostics] == ["P014"]


def tiff_with_a_fifth_channel(meaning: int) -> bytes:
    """A CMYK TIFF of four by four with one sample more: 0 unspecified, 1 and 2 alpha (TIFF 6.0, ExtraSamples)."""
    data = bytes((10, 20, 30, 40, 128)) * 16
    fields = (
        (256, 4),
        (257, 4),
        (258, 138),
        (259, 1),
        (262, 5),
        (273, 148),
        (277, 5),
        (278, 4),
        (279, len(data)),
    )
    ifd = b"".join(
        struct.pack("<HHIHH", tag, 3, 5 if tag == 258 else 1, value, 0)
        for tag, value in (*fields, (338, meaning))
    )
    head = b"II*\0" + struct.pack("<IH", 8, len(fields) + 1) + ifd + bytes(4)
    assert len(head) < 138
    return head.ljust(138, b"\0") + struct.pack("<5H", 8, 8, 8, 8, 8) + data


def test_a_cmyk_tiff_with_alpha(faces):
    opened, image = shown(faces, tiff_with_a_fifth_channel(0))
    assert image.read_bytes()[:4] == bytes((10, 20, 30, 40))
    for meaning in (1, 2):
        data = tiff_with_a_fifth_channel(meaning)
        done = write((sheet(data),), faces, Shelf(p=data))
        assert [(d.code, d.severity) for d in done.diagnostics] == [("P011", "error")]
        assert claimed(done.value) == {"x"}
