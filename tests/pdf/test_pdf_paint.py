"""What is painted: rules, shapes, groups, links; the page as three rasterisers see it."""

from io import BytesIO

import pdf_facts
import pytest
from pdf_scenes import BLEED, Shelf
from PIL import Image, ImageChops

from layout.backends.pdf import render
from layout.backends.png import render as png
from layout.geometry import Rect
from layout.scene.items import Group, Item, Link, Path, Rule, Scene
from layout.style import BLACK, Colour
from layout.units import INCH, PT

# A page whose points are round: 100 by 50, bleed 10.
SHEET = Rect(0, 0, 80 * PT, 30 * PT)
BLEEDS = Rect(-10 * PT, -10 * PT, 100 * PT, 50 * PT)


def painted(faces, *items: Item) -> list[str]:
    data = render((Scene(SHEET, BLEEDS, items),), faces, Shelf())
    return [" ".join((*operands, op)) for op, operands in pdf_facts.operators(pdf_facts.open_pdf(data))]


def test_a_rule(faces):
    rule = Rule(0, 0, 20 * PT, 0, PT // 2)
    assert painted(faces, rule) == ["0 0 0 1 K", "0.5 w", "10 40 m", "30 40 l", "S"]


def test_dashes_and_dots(faces):
    dashed = Rule(0, 0, 20 * PT, 0, PT, dash=(3 * PT, 2 * PT))
    dots = Rule(0, 0, 20 * PT, 0, PT, dash=(0, 2 * PT), round=True)
    assert painted(faces, dashed, dots) == [
        "0 0 0 1 K", "1 w", "[3 2] 0 d", "10 40 m", "30 40 l", "S",
        "[0 2] 0 d", "1 J", "10 40 m", "30 40 l", "S",
    ]  # fmt: skip


def test_a_solid_rule_after_a_dotted_one(faces):
    dots = Rule(0, 0, 20 * PT, 0, PT, dash=(0, 2 * PT), round=True)
    assert painted(faces, dots, Rule(0, 0, 20 * PT, 0, PT))[-5:] == [
        "[] 0 d",
        "0 J",
        "10 40 m",
        "30 40 l",
        "S",
    ]


@pytest.mark.parametrize(
    ("fill", "stroke", "operator"),
    ((BLACK, None, "f"), (None, BLACK, "S"), (BLACK, Colour((0, 0, 0, 200)), "B")),
)
def test_a_shape(faces, fill, stroke, operator):
    ops = ("M", 0, 0), ("L", PT, 0), ("C", PT, PT, 2 * PT, PT, 2 * PT, 2 * PT), ("Z",)
    shape = painted(faces, Path(ops, fill, stroke, PT))
    assert shape[-5:] == ["10 40 m", "11 40 l", "11 39 12 39 12 38 c", "h", operator]
    assert ("0 0 0 1 k" in shape, any(s.endswith(" K") for s in shape)) == (bool(fill), bool(stroke))


def test_a_shape_without_ink_is_nothing(faces):
    assert painted(faces, Path((("M", 0, 0), ("L", PT, 0)))) == []


def test_a_group_gives_back_the_state_it_found(faces):
    red, grey = Colour((0, 1000, 1000, 0)), Colour((0, 0, 0, 500))
    rule = Rule(0, 0, 20 * PT, 0, PT, red)
    group = Group((Rule(0, 0, 20 * PT, 0, PT, grey),), Rect(0, 0, 20 * PT, 10 * PT))
    assert painted(faces, rule, group, rule) == [
        "0 1 1 0 K", "1 w", "10 40 m", "30 40 l", "S",
        "q", "10 30 20 10 re", "W", "n", "0 0 0 0.5 K", "10 40 m", "30 40 l", "S", "Q",
        "10 40 m", "30 40 l", "S",
    ]  # fmt: skip


def test_a_group_without_a_clip_is_its_items(faces):
    rule = Rule(0, 0, 20 * PT, 0, PT)
    assert painted(faces, Group((rule,))) == painted(faces, rule)


def test_a_link(faces):
    url = "https://example.cn/新闻?a=(1)&b=%20#c"
    link = Link(Rect(0, 0, 20 * PT, 10 * PT), url)
    opened = pdf_facts.open_pdf(render((Scene(SHEET, BLEEDS, (Group((link,)),)),), faces, Shelf()))
    (annotation,) = opened.pages[0].Annots
    assert [float(v) for v in annotation.Rect] == [10, 30, 30, 40]
    assert str(annotation.A.URI) == "https://example.cn/%E6%96%B0%E9%97%BB?a=(1)&b=%20#c"
    assert [int(v) for v in annotation.Border] == [0, 0, 0]


def test_an_empty_page(faces):
    assert painted(faces) == []


def test_png_size_and_pages(pdf):
    image = Image.open(BytesIO(png(pdf, 72)))
    assert image.mode == "RGB" and image.format == "PNG"
    assert image.size == pytest.approx((BLEED.width * 72 / INCH, BLEED.height * 72 / INCH), abs=1)
    assert png(pdf, 72) == png(pdf, 72)
    for page_number in (1, -1):
        with pytest.raises(IndexError):
            png(pdf, 72, page_number)
    with pytest.raises(ValueError):
        png(pdf, 0)


def test_the_page_is_not_blank(pdf):
    greys = Image.open(BytesIO(png(pdf, 72))).convert("L").histogram()
    assert 0.02 < sum(greys[:128]) / sum(greys) < 0.5


@pytest.mark.parametrize(
    "command",
    (
        ("pdftoppm", "-r", "72", "-png", "{pdf}", "{out}"),
        ("mutool", "draw", "-q", "-r", "72", "-o", "{out}.png", "{pdf}"),
    ),
    ids=("poppler", "mupdf"),
)
def test_rasterisers_agree(pdf, tmp_path, command):
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf)
    run = pdf_facts.tool(*(part.format(pdf=file, out=tmp_path / "seen") for part in command))
    assert run.returncode == 0
    (image,) = tmp_path.glob("seen*.png")
    ours, theirs = (coarse(Image.open(f)) for f in (BytesIO(png(pdf, 72)), image))
    # Colours of inks differ from one to the next, places must not: compare what is inked how much.
    difference = ImageChops.difference(ours, theirs.resize(ours.size))
    assert difference.getextrema()[1] < 70


def coarse(image: Image.Image) -> Image.Image:
    return image.convert("L").reduce(6)
