"""Every finding of `resolve`, with words in both languages that its facts fill."""

import sys
from pathlib import Path
from struct import pack
from zlib import crc32

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from msgspec.structs import replace
from PIL import Image
from resolve_specs import PAGE, loaded

from layout.catalogue.a import ENTRIES
from layout.diag import Diagnostic
from layout.resolve.families import read_fonts
from layout.resolve.plan import resolve
from layout.spec.load import Loaded
from layout.spec.model import (
    AtCells,
    BlockSpec,
    FaceSpec,
    FamilySpec,
    GridSpec,
    Length,
    PictureSpec,
    WrapSpec,
)
from layout.world import FileWorld

TEXT = """\
stories: {a: {headline: 题, body: 文。}}
pictures: {p: {file: p.png}}
dummy: |
  115 | A A A A P P P P
blocks: {A: {story: a}, P: {picture: p}}
"""


def chunk(tag: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + tag + content + pack(">I", crc32(tag + content))


def png(width: int, height: int) -> bytes:
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


def float_tiff(folder: Path) -> bytes:
    Image.new("F", (4, 4)).save(folder / "f.tiff")
    return (folder / "f.tiff").read_bytes()


def specs(folder: Path) -> Loaded:
    Image.new("L", (60, 40), 128).save(folder / "p.png")
    return loaded(folder, PAGE + TEXT)


def said(finding: Diagnostic) -> str:
    """The finding's words; each template must be filled by its facts."""
    entry = ENTRIES[finding.code]
    for template in (entry.zh, entry.en, entry.zh_hint, entry.en_hint):
        assert "{}" not in template.format(**finding.facts, hint=finding.hint)
    assert entry.what_zh
    assert entry.what_en
    return finding.code


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("A101", b"no picture"),
        ("A102", png(60, 40)[:30]),
        ("A103", png(60000, 60000)),
        ("A104", None),
        ("A105", b""),
    ],
)
def test_pictures(code: str, content: bytes | None, tmp_path: Path) -> None:
    page = specs(tmp_path)
    (tmp_path / "p.png").write_bytes(float_tiff(tmp_path) if content is None else content)
    if code == "A105":
        (tmp_path / "p.png").unlink()
    out = resolve(page.page, page.theme, FileWorld())
    assert [said(finding) for finding in out.diagnostics] == [code]


@pytest.mark.parametrize(("side", "kind"), [(20000, "PNG"), (9200, "TIFF")])
def test_a_picture_too_large_is_told_by_its_pixels(side: int, kind: str, tmp_path: Path) -> None:
    page = specs(tmp_path)
    file = tmp_path / "p.png"
    if kind == "PNG":
        file.write_bytes(png(side, side))
    else:
        Image.new("1", (side, side)).save(file, "TIFF", compression="group4")
    (found,) = resolve(page.page, page.theme, FileWorld()).diagnostics
    assert (found.code, found.facts["megapixels"]) == ("A103", round(side * side / 1e6))


def test_a_picture_of_one_pixel_is_set_and_told(tmp_path: Path) -> None:
    page = specs(tmp_path)
    Image.new("L", (1, 1), 128).save(tmp_path / "p.png")
    assert resolve(page.page, page.theme, FileWorld()).diagnostics == ()


def tiny_font() -> TTFont:
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef"])
    font.setupCharacterMap({})
    font.setupGlyf({".notdef": Glyph()})
    font.setupHorizontalMetrics({".notdef": (500, 0)})
    font.setupHorizontalHeader()
    font.setupPost()
    return font.font


def test_fonts(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [tiny_font(), tiny_font()]
    collection.save(tmp_path / "two.ttc")
    (tmp_path / "text.ttf").write_text("not a font", "utf-8")
    faces = {
        "gone": FaceSpec("gone", str(tmp_path / "gone.ttf")),
        "text": FaceSpec("text", str(tmp_path / "text.ttf")),
        "second": FaceSpec("second", str(tmp_path / "two.ttc"), 1),
        "third": FaceSpec("third", str(tmp_path / "two.ttc"), 2),
    }
    families = {"题": FamilySpec(han=("third",), fallback=())}
    theme = replace(specs(tmp_path).theme, faces=faces, families=families)
    found = read_fonts(theme).diagnostics
    assert [said(finding) for finding in found] == ["A201", "A202", "A203", "A204"]


def test_furniture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lunar_python", None)  # as if it were not installed
    page = specs(tmp_path)
    (piece, *_) = page.theme.furniture
    theme = replace(page.theme, furniture=(replace(piece, lines=("{lunar}{moon}",)),))
    out = resolve(page.page, theme, FileWorld())
    assert [said(finding) for finding in out.diagnostics] == ["A302", "A301"]


def test_type_area_off_the_paper(tmp_path: Path) -> None:
    page = specs(tmp_path)
    wide = replace(page.page, grid=GridSpec(measure=Length(20, "字")))
    (finding,) = resolve(wide, page.theme, FileWorld()).diagnostics
    assert said(finding) == "A401"
    assert (finding.where.document, finding.where.path) == (page.page.document, ("grid",))
    assert (finding.facts["width"], finding.facts["page_width"]) == ("530.2", "390.0")
    tall = replace(page.theme, grid=replace(page.theme.grid, lines=130))
    (finding,) = resolve(page.page, tall, FileWorld()).diagnostics
    assert (finding.code, finding.where.document) == ("A401", page.theme.document)


def test_free_places(tmp_path: Path) -> None:
    at = """\
  one: {blank: 空, at: {x: -1mm, y: 30mm, width: 80mm, height: 40mm}}
  two: {blank: 空, at: {x: 60mm, y: 60mm, width: 30mm, height: 30mm}}
  cells: {blank: 空, at: {columns: 2, lines: 10-20}}
"""
    text = TEXT.replace(
        "blocks: {A: {story: a}, P: {picture: p}}", "blocks:\n  A: {story: a}\n  P: {picture: p}"
    )
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    page = loaded(tmp_path, PAGE + text + at)
    found = resolve(page.page, page.theme, FileWorld()).diagnostics
    assert [(said(f), *f.facts.values()) for f in found] == [
        ("A402", "one", "1.0"),
        ("A403", "two", "one"),
        ("A403", "cells", "two"),
    ]
    bleeding = replace(page.theme, paper=replace(page.theme.paper, bleed=Length(3, "mm")))
    found = resolve(page.page, bleeding, FileWorld()).diagnostics
    assert {f.code for f in found} == {"A403"}


def test_a_nameplate_without_its_arrangement(tmp_path: Path) -> None:
    page = specs(tmp_path)
    plate = {"A": BlockSpec("A", "nameplate", page.page.document, ("blocks", "A"))}
    out = resolve(replace(page.page, blocks=plate), replace(page.theme, nameplate=()), FileWorld())
    assert [said(finding) for finding in out.diagnostics] == ["A305"]


def test_a_link_too_long_for_a_code(tmp_path: Path) -> None:
    page = specs(tmp_path)
    link = "https://example.com/" + "a" * 3000
    code = {"A": BlockSpec("A", "qr", page.page.document, ("blocks", "A"), lines=(link,))}
    out = resolve(replace(page.page, blocks=code), page.theme, FileWorld())
    assert [said(finding) for finding in out.diagnostics] == ["A306"]


def test_a_contour_without_transparency(tmp_path: Path) -> None:
    page = specs(tmp_path)
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    drawn = {
        name: replace(block, wrap=WrapSpec("contour"), at=AtCells((1, 1), (1, 9)))
        if block.kind == "picture"
        else block
        for name, block in page.page.blocks.items()
    }
    out = resolve(replace(page.page, blocks=drawn), page.theme, FileWorld())
    assert [said(finding) for finding in out.diagnostics] == ["A106"]


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    page = specs(tmp_path)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "p.png", encryption=pikepdf.Encryption(owner="o", user="u"))
    out = resolve(page.page, page.theme, FileWorld())
    assert [said(finding) for finding in out.diagnostics] == ["A108"]


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    page = specs(tmp_path)
    (tmp_path / "prices.csv").write_text("", "utf-8")
    file = PictureSpec("A", page.page.document, (), str(tmp_path / "prices.csv"), "prices.csv")
    one = {"A": BlockSpec("A", "table", page.page.document, ("blocks", "A"), file=file)}
    out = resolve(replace(page.page, blocks=one), page.theme, FileWorld())
    assert [said(finding) for finding in out.diagnostics] == ["A307"]


def test_every_code_is_tested_here() -> None:
    text = Path(__file__).read_text("utf-8")
    assert all(f'"{code}"' in text for code in ENTRIES)
