"""花线: whole repeats, closed corners, nothing outside the band."""

import pytest

from layout.geometry import Insets, Rect
from layout.page.types import PageLayout, PlacedBox
from layout.resolve.lengths import Ruler
from layout.resolve.strokes import PLAIN, RULES, read_box
from layout.resolve.types import Box, Stroke
from layout.scene.build import build
from layout.scene.items import Path
from layout.scene.ornaments import MOTIFS, frame_ornament
from layout.scene.strokes import rule_items
from layout.spec import values
from layout.spec.model import BoxSpec, Length
from layout.style import Colour
from layout.tag import Tag
from layout.units import PT
from tests.page_plans import STYLES

TAG = Tag("rule", block="A")
RED = Colour((0, 1000, 900, 100), "红")
BAND = 6 * PT
RULER = Ruler(9 * PT, 12 * PT, 117 * PT, 9 * PT)
FRAME = Rect(10 * PT, 20 * PT, 200 * PT, 90 * PT)


def stroke(name: str) -> Stroke:
    return Stroke(name, BAND, RED)


def points(items) -> list[tuple[int, int]]:
    return [point for item in items for op in item.ops for point in zip(op[1::2], op[2::2])]


def ends(drawing: str) -> set[tuple[int, int]]:
    """The open ends of the lines of a motif, without circles."""
    found, path, words = set(), [], iter(drawing.split())
    for op in words:
        if op in "OMZ" and path:
            found |= {path[0], path[-1]} if op != "Z" else set()
            path = []
        if op == "O":
            [next(words) for _ in range(3)]
        path += [(int(next(words)), int(next(words))) for _ in range({"M": 1, "L": 1, "C": 3}.get(op, 0))]
    return found | ({path[0], path[-1]} if path else set())


def test_every_name_has_a_weight_and_a_drawing():
    assert tuple(sorted(values.RULES)) == tuple(sorted(name for name in RULES if name))
    assert {name for name, _ in RULES.values()} - set(PLAIN) == set(MOTIFS)
    assert len(MOTIFS) >= 12


@pytest.mark.parametrize("name", MOTIFS)
def test_lines_go_on_from_repeat_to_repeat_and_round_the_corner(name):
    motif = MOTIFS[name]
    entering = {y for x, y in ends(motif.lines) if x == 0}
    leaving = {y for x, y in ends(motif.lines) if x == motif.pitch}
    corner = ends(motif.corner_lines)
    assert entering == leaving
    if name != "水纹":  # whose arcs stand on the edge
        assert entering <= {y for x, y in corner if x == 1000}
        assert leaving <= {x for x, y in corner if y == 1000}


@pytest.mark.parametrize("name", MOTIFS)
@pytest.mark.parametrize("level", [True, False])
def test_a_rule_has_whole_repeats_from_end_to_end(name, level):
    length = 100 * PT
    short = rule_items(0, 0, *((length, 0) if level else (0, length)), stroke(name), TAG)
    along = [p[0] if level else p[1] for p in points(short)]
    across = [p[1] if level else p[0] for p in points(short)]
    repeats = round(length * 1000 / (MOTIFS[name].pitch * BAND))
    one = rule_items(0, 0, *((length // repeats, 0) if level else (0, length // repeats)), stroke(name), TAG)
    assert [len(item.ops) for item in short] == [repeats * len(item.ops) for item in one]
    assert min(across) >= -BAND // 2 - 2 and max(across) <= BAND // 2 + 2
    assert min(along) >= -BAND // 4 and max(along) <= length + BAND // 4


@pytest.mark.parametrize("name", MOTIFS)
def test_a_frame_lies_inside_its_rectangle_and_is_of_one_ink(name):
    items = frame_ornament(FRAME, stroke(name), TAG)
    assert all(FRAME.x - 2 <= x <= FRAME.right + 2 for x, _ in points(items))
    assert all(FRAME.y - 2 <= y <= FRAME.bottom + 2 for _, y in points(items))
    assert {item.fill or item.stroke for item in items} == {RED}
    assert all(item.weight >= PT // 4 for item in items if item.stroke)
    for corner in (
        (FRAME.x, FRAME.y),
        (FRAME.right, FRAME.y),
        (FRAME.x, FRAME.bottom),
        (FRAME.right, FRAME.bottom),
    ):
        assert any(abs(x - corner[0]) <= BAND and abs(y - corner[1]) <= BAND for x, y in points(items))


@pytest.mark.parametrize("name", MOTIFS)
@pytest.mark.parametrize("size", [(0, 0), (BAND, BAND), (3 * BAND, 0), (PT, 500 * PT)])
def test_a_frame_too_small_for_its_ornament_breaks_nothing(name, size):
    assert frame_ornament(Rect(0, 0, *size), stroke(name), TAG)


def test_the_usual_height_keeps_every_line_printable():
    for name, motif in MOTIFS.items():
        assert not motif.lines or RULES[name][1] * motif.weight // 1000 >= PT // 4, name


def test_clear_space_begins_inside_an_ornament():
    plain = read_box(BoxSpec(border=values.line("正线"), inset=Length(9, "pt")), RULER, {})
    ornate = read_box(BoxSpec(border=values.line("回纹 8pt"), inset=Length(9, "pt")), RULER, {})
    assert plain.inset.left == 9 * PT
    assert ornate.inset.left == 17 * PT
    assert ornate.border == Stroke("回纹", 8 * PT, STYLES["body"].colour)


def test_a_box_paints_an_ornament_over_its_fill():
    box = Box(stroke("回纹"), RED, Insets())
    trim = Rect(0, 0, 300 * PT, 300 * PT)
    items = build(PageLayout("", "", trim, trim, (PlacedBox(FRAME, box, TAG),), ())).items
    assert [isinstance(item, Path) for item in items] == [True] * 3
    assert items[0].ops[0] == ("M", FRAME.x, FRAME.y)
