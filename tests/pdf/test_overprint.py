"""What prints upon what, by the plates that Ghostscript makes."""

import pdf_facts
import pytest
from msgspec.structs import replace
from pdf_scenes import Shelf, line, page
from PIL import Image

from layout.backends.pdf import write
from layout.press import Print
from layout.scene.items import Path, Rule
from layout.style import BLACK, PAPER, Colour
from layout.units import INCH, MM, PT

TINT = Colour((300, 0, 200, 0))
GREY = Colour((0, 0, 0, 200))
BOX = (("M", 0, 0), ("L", 60 * MM, 0), ("L", 60 * MM, 60 * MM), ("L", 0, 60 * MM), ("Z",))


def plates(folder, faces, *items, standards=("pdf/x-4",)) -> dict[str, Image.Image]:
    sheet = replace(page(*items), press=Print(standards=standards))
    file = folder / "page.pdf"
    file.write_bytes(write((sheet,), faces, Shelf()).value)
    done = pdf_facts.tool(
        "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r254",
        f"-sOutputFile={folder / 'plate.tif'}", str(file),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return {name: Image.open(folder / f"plate({name}).tif") for name in names}


def least_and_most(plate: Image.Image) -> tuple[int, int]:
    """Ink in per cent over the box, thinnest and thickest."""
    dots = 254 / INCH
    edge = 3 * MM
    box = tuple(round((v + edge) * dots) for v in (2 * MM, 2 * MM, 58 * MM, 58 * MM))
    low, high = plate.crop(box).getextrema()
    return round((255 - high) / 2.55), round((255 - low) / 2.55)


def heavy(faces, colour):
    return line(faces, "黑体", 5 * MM, 40 * MM, 60 * PT, "NotoSansSC-Black", colour=colour)


@pytest.mark.parametrize("standards", (("pdf/x-4",), ("pdf/x-1a",), ("pdf/a-2b",)), ids="".join)
def test_the_tint_under_black_text_keeps_its_value(faces, tmp_path, standards):
    made = plates(tmp_path, faces, Path(BOX, TINT), heavy(faces, BLACK), standards=standards)
    assert least_and_most(made["Cyan"]) == (30, 30)
    assert least_and_most(made["Yellow"]) == (20, 20)
    assert least_and_most(made["Black"]) == (0, 100)


def test_black_rules_overprint_too(faces, tmp_path):
    rule = Rule(0, 30 * MM, 60 * MM, 30 * MM, 2 * MM)
    made = plates(tmp_path, faces, Path(BOX, TINT), rule)
    assert least_and_most(made["Cyan"]) == (30, 30)
    assert least_and_most(made["Black"]) == (0, 100)


@pytest.mark.parametrize("colour", (PAPER, GREY, Colour((0, 1000, 900, 100))), ids=("white", "grey", "red"))
def test_all_else_knocks_out(faces, tmp_path, colour):
    made = plates(tmp_path, faces, Path(BOX, TINT), heavy(faces, BLACK), heavy(faces, colour))
    assert least_and_most(made["Cyan"]) == (0, 30)


def test_a_black_box_hides_what_is_under_it(faces, tmp_path):
    inner = tuple((op, *(v // 2 for v in places)) for op, *places in BOX)
    made = plates(tmp_path, faces, Path(BOX, TINT), Path(inner, BLACK))
    assert least_and_most(made["Cyan"]) == (0, 30)


def test_a_tint_of_black_is_on_the_black_plate_alone(faces, tmp_path):
    made = plates(tmp_path, faces, Path(BOX, GREY), heavy(faces, BLACK))
    assert [least_and_most(made[name]) for name in ("Cyan", "Magenta", "Yellow")] == [(0, 0)] * 3
    assert least_and_most(made["Black"]) == (20, 100)
