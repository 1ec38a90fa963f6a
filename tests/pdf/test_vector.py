"""A page of a PDF as a picture: it goes in as vectors, and what a press may not have is told."""

from io import BytesIO

import pikepdf
import pytest

from layout.backends.pdf import write
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.picture import PictureError, picture_facts
from layout.press import PLAIN
from layout.scene.items import Picture, Scene
from layout.units import PT

PAGE = Rect(0, 0, 400 * PT, 300 * PT)
FRAME = Rect(50 * PT, 40 * PT, 200 * PT, 100 * PT)


def pdf(content: bytes = b"0 0 0 1 k 10 10 50 30 re f", **page: object) -> bytes:
    made = pikepdf.new()
    made.add_blank_page(page_size=(200, 100))
    only = made.pages[0]
    only.Contents = made.make_stream(content)
    for key, value in page.items():
        only.obj[f"/{key}"] = value
    out = BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()


class Disk:
    """A world of one file."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read_bytes(self, path: str) -> bytes:
        return self.data

    def read_text(self, path: str) -> str:
        raise FileNotFoundError(path)


def painted(data: bytes, standards: tuple[str, ...] = ()):
    from msgspec.structs import replace

    press = replace(PLAIN, standards=standards)
    scene = Scene(PAGE, PAGE, (Picture("v.pdf", "d", FRAME, FRAME, "图"),), press=press)
    return write((scene,), FontLibrary({}, {}), Disk(data))


def form_of(data: bytes) -> tuple[str, bytes]:
    """What sort of object the picture is, and its content."""
    with pikepdf.open(BytesIO(data)) as file:
        (only,) = file.pages[0].Resources.XObject.values()
        return str(only.Subtype), only.read_bytes()


def rendered(data: bytes):
    import pypdfium2

    return pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")


def test_its_size_is_the_trimmed_pages():
    assert picture_facts(pdf()).shown == (20_000, 10_000)
    assert picture_facts(pdf(TrimBox=pikepdf.Array([10, 10, 110, 60]))).shown == (10_000, 5_000)
    assert picture_facts(pdf(Rotate=90)).shown == (10_000, 20_000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"%PDF-1.4 nothing", "broken"), (pdf()[:60], "broken")],
    ids=["no objects", "cut short"],
)
def test_a_file_that_is_none(data, reason):
    with pytest.raises(PictureError) as fault:
        picture_facts(data)
    assert fault.value.reason == reason


def test_it_goes_in_as_vectors_and_fills_its_place():
    data = painted(pdf(b"0 0 0 1 k 0 0 200 100 re f")).value
    sort, content = form_of(data)
    assert sort == "/Form" and b"200 100 re" in content
    page = rendered(data)
    inside = page.crop((51, 41, 249, 139))
    assert inside.getextrema()[1] < 60
    assert page.getpixel((49, 90)) == page.getpixel((251, 90)) == page.getpixel((150, 39)) == 255


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (60, 130)), (90, (60, 50)), (180, (240, 50)), (270, (240, 130))]
)
def test_a_turned_page_is_turned(turn, corner):
    """A mark at the page's lower left corner goes round clockwise with it."""
    page = rendered(painted(pdf(b"0 0 0 1 k 0 0 30 30 re f", Rotate=turn)).value)
    assert page.getpixel(corner) < 60
    assert page.getpixel((150, 90)) == 255


def test_what_a_press_file_may_not_have_is_told_and_not_claimed():
    done = painted(pdf(b"1 0 0 rg 0 0 10 10 re f"), ("pdf/x-4",))
    assert [(d.code, d.facts["faults"], d.facts["standard"]) for d in done.diagnostics] == [
        ("P016", "rgb", "pdf/x-4")
    ]
    assert b"GTS_PDFX" not in done.value
    assert painted(pdf(), ("pdf/x-4",)).diagnostics == ()


def test_a_font_that_is_not_embedded():
    fonts = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            F1=pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
    )
    done = painted(pdf(b"BT /F1 9 Tf (a) Tj ET", Resources=fonts), ("pdf/x-4",))
    assert [d.facts["faults"] for d in done.diagnostics] == ["font"]


def test_the_same_file_gives_the_same_bytes():
    assert painted(pdf()).value == painted(pdf()).value


def test_objects_that_hold_each_other_end():
    made = pikepdf.open(BytesIO(pdf()))
    one = made.make_indirect(pikepdf.Dictionary(A=1))
    one["/Self"] = one
    made.pages[0].obj["/Resources"] = pikepdf.Dictionary(Properties=pikepdf.Dictionary(P=one))
    out = BytesIO()
    made.save(out)
    assert form_of(painted(out.getvalue()).value)[0] == "/Form"
