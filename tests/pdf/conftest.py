"""Faces and a page with everything on it, made once."""

import pytest
from pdf_facts import COPY
from pdf_scenes import FACES, SONG, Shelf, library, line, page, photograph

from layout.backends.pdf import render
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.scene.items import Group, Item, Link, Path, Picture, Rule, Scene
from layout.style import BLACK, Colour
from layout.units import MM, PT


@pytest.fixture(scope="session")
def faces() -> FontLibrary:
    return library()


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return Shelf(grey=photograph("L"), cmyk=photograph("CMYK", kind="JPEG"))


def items(fonts: FontLibrary) -> tuple[Item, ...]:
    """One of everything."""
    weights = tuple(
        line(fonts, f"第{i}种字体永和九年", 10 * MM, (20 + 6 * i) * MM, 9 * PT, face)
        for i, face in enumerate(FACES)
    )
    corner = 20 * MM, 90 * MM
    shape = (
        ("M", *corner),
        ("L", 40 * MM, 90 * MM),
        ("C", 50 * MM, 90 * MM, 50 * MM, 100 * MM, 40 * MM, 100 * MM),
        ("L", 20 * MM, 100 * MM),
        ("Z",),
    )
    here = Rect(70 * MM, 90 * MM, 30 * MM, 20 * MM)
    there = Rect(110 * MM, 90 * MM, 20 * MM, 20 * MM)
    return (
        line(fonts, COPY, 10 * MM, 12 * MM, 10 * PT),
        *weights,
        line(fonts, "压缩标题", 70 * MM, 40 * MM, 48 * PT, "NotoSerifSC-Black", scale=800),
        line(fonts, "疏排", 70 * MM, 60 * MM, 24 * PT, "NotoSansSC-Bold", gap=600),
        line(fonts, "竖排文字", 180 * MM, 20 * MM, 24 * PT, vertical=True),
        line(
            fonts, "Turned转", 160 * MM, 10 * MM, 18 * PT, turn=90, colour=Colour((0, 500, 1000, 0), "专色")
        ),
        Rule(10 * MM, 70 * MM, 150 * MM, 70 * MM, PT // 2),
        Rule(10 * MM, 73 * MM, 150 * MM, 73 * MM, PT, dash=(3 * PT, 2 * PT)),
        Rule(10 * MM, 76 * MM, 150 * MM, 76 * MM, PT, dash=(0, 3 * PT), round=True),
        Path(shape, Colour((0, 0, 500, 0)), BLACK, PT),
        Picture("grey", "grey", here, Rect(60 * MM, 85 * MM, 45 * MM, 30 * MM), "渐变"),
        Picture("cmyk", "cmyk", there, there),
        Link(Rect(10 * MM, 8 * MM, 50 * MM, 6 * MM), "https://example.cn/新闻?a=(1)"),
        Group(
            (line(fonts, "裁切裁切裁切", 140 * MM, 105 * MM, 20 * PT, colour=Colour((0, 0, 0, 500))),),
            Rect(140 * MM, 100 * MM, 20 * MM, 4 * MM),
        ),
        line(fonts, "最后一行", 140 * MM, 115 * MM, 12 * PT, SONG),
    )


@pytest.fixture(scope="session")
def scene(faces: FontLibrary) -> Scene:
    return page(*items(faces))


@pytest.fixture(scope="session")
def pdf(scene: Scene, faces: FontLibrary, shelf: Shelf) -> bytes:
    return render((scene,), faces, shelf)
