"""What differs of two pictures, in connected areas."""

from PIL import Image, ImageDraw

from layout.compare.pixels import SAME, Area, Sheet, areas, difference, in_pixels, pixel_change, unexplained
from layout.geometry import Rect
from layout.units import INCH


def sheet(*boxes: tuple[int, int, int, int], ink: int = 0, size: tuple[int, int] = (200, 300)) -> Sheet:
    image = Image.new("L", size, 255)
    for box in boxes:
        ImageDraw.Draw(image).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=ink)
    return Sheet(image, 10.0, 20.0)


def found(a: Sheet, b: Sheet) -> tuple[Area, ...]:
    return areas(difference(a, b))


def test_equal_pictures_have_no_areas() -> None:
    assert found(sheet((10, 10, 40, 40)), sheet((10, 10, 40, 40))) == ()


def test_small_differences_of_grey_are_ignored() -> None:
    assert found(sheet(), sheet((10, 10, 40, 40), ink=255 - SAME)) == ()
    assert found(sheet(), sheet((10, 10, 40, 40), ink=254 - SAME)) == (Area((10, 10, 40, 40), 900),)


def test_one_pixel_is_an_area() -> None:
    assert found(sheet(), sheet((101, 203, 102, 204))) == (Area((101, 203, 102, 204), 1),)


def test_areas_are_told_apart_and_come_from_the_top() -> None:
    got = found(sheet(), sheet((120, 200, 130, 210), (10, 20, 14, 24)))
    assert got == (Area((10, 20, 14, 24), 16), Area((120, 200, 130, 210), 100))


def test_near_differences_are_one_area() -> None:
    (area,) = found(sheet(), sheet((16, 16, 24, 24), (25, 24, 40, 30)))
    assert area.box == (16, 16, 40, 30)


def test_pictures_of_other_size() -> None:
    (area,) = found(sheet(size=(200, 300)), sheet((190, 290, 220, 310), size=(240, 320)))
    assert area.box == (190, 290, 220, 310)


def test_what_a_change_accounts_for_is_explained() -> None:
    a, b = sheet(), sheet((50, 60, 60, 70), (150, 250, 160, 260))
    mm = INCH // 100  # one pixel
    where = Rect(40 * mm, 40 * mm, 10 * mm, 10 * mm)
    assert in_pixels(where, b) == (50.0, 60.0, 60.0, 70.0)
    (left,) = unexplained(found(a, b), a, b, (), (where,))
    assert left.box == (150, 250, 160, 260)
    change = pixel_change(left, b, "3")
    assert (change.cause, change.facts["pixels"]) == ("pixels", 100)
    assert change.facts["x"] == round(140 * 25.4 / 100, 1)
