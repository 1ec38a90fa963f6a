"""What no cause accounts for is seen on the pictures, in connected areas, and never waved through by a share."""

from pathlib import Path as File

from layout.compare.inputs import leaves
from layout.compare.run import Options, Result, run
from layout.geometry import Rect
from layout.scene.codec import dump
from layout.scene.items import Path, Scene
from layout.style import BLACK
from layout.tag import Tag
from layout.units import MM

TRIM = Rect(0, 0, 200 * MM, 300 * MM)


def shape(size: int, *, cut: bool = False) -> Path:
    """A filled square of `size` mm, or, `cut`, the same without a corner: one outline box, another shape."""
    a, b = 50 * MM, (50 + size) * MM
    corner = (("L", b, a), ("L", b, b), ("L", a, b)) if not cut else (("L", b, a), ("L", a, b), ("L", a, b))
    return Path((("M", a, a), *corner, ("Z",)), fill=BLACK, tag=Tag("box", block="X"))


def compared(folder: File, one: Path, other: Path, **options: object) -> Result:
    for name, item in (("a", one), ("b", other)):
        (folder / f"{name}.scene.json").write_bytes(dump(Scene(TRIM, TRIM, (item,))))
    sides = (leaves(str(folder / f"{name}.scene.json")) for name in "ab")
    return run(*sides, Options(**options))


def test_an_area_without_a_cause_is_reported(tmp_path: File) -> None:
    result = compared(tmp_path, shape(20), shape(20, cut=True))
    (change,) = result.changes
    assert (change.code, change.cause) == ("D701", "pixels")
    assert abs(change.facts["x"] - 50) < 1 and abs(change.facts["width"] - 20) < 1
    assert result.status == 1 and result.pages[0].a.endswith("a.scene.json")


def test_one_millimetre_of_a_page_is_enough(tmp_path: File) -> None:
    """Eight pixels of a million and a half."""
    assert compared(tmp_path, shape(1), shape(1, cut=True)).status == 1


def test_the_tolerance_is_in_pixels_of_an_area(tmp_path: File) -> None:
    assert compared(tmp_path, shape(1), shape(1, cut=True), tolerance=50).status == 0
    assert compared(tmp_path, shape(20), shape(20, cut=True), tolerance=50).status == 1


def test_the_gate_can_be_left_open(tmp_path: File) -> None:
    assert compared(tmp_path, shape(20), shape(20, cut=True), gates=("copy",)).status == 0


def test_ignored_blocks_are_not_looked_at(tmp_path: File) -> None:
    assert compared(tmp_path, shape(20), shape(20, cut=True), ignore=frozenset({"X"})).status == 0
