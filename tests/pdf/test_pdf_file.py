"""The file as a whole: its structure, boxes, metadata, bytes."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pdf_facts
import pytest
from pdf_scenes import BLEED, FACES, TRIM, Shelf, line, page

from layout.backends.pdf import render
from layout.backends.pdf.meta import PRODUCER
from layout.scene.items import Meta
from layout.units import MM, to_pt

ROOT = Path(__file__).parents[2]


def test_qpdf_finds_nothing(pdf, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf)
    run = pdf_facts.tool("qpdf", "--check", str(file))
    assert run.returncode == 0 and run.stderr == b"" and b"No syntax" in run.stdout


def test_streams_end_with_an_end_of_line_and_are_not_in_ascii85(pdf):
    assert pdf.count(b"\nendstream") == pdf.count(b"endstream") > 10
    assert b"ASCII85" not in pdf


def test_nothing_unembedded_and_nothing_unused(pdf):
    assert b"Helvetica" not in pdf
    opened = pdf_facts.open_pdf(pdf)
    used = set(re.findall(rb"(\d+) 0 R", pdf))
    assert used == {str(n).encode() for n in range(1, len(opened.objects) + 1)}


def test_boxes(pdf):
    opened = pdf_facts.open_pdf(pdf)
    sheet = opened.pages[0]
    wide, high = to_pt(BLEED.width), to_pt(BLEED.height)
    for box in (sheet.MediaBox, sheet.CropBox, sheet.BleedBox):
        assert [float(v) for v in box] == pytest.approx([0, 0, wide, high], abs=0.001)
    edge = to_pt(3 * MM)
    trim = [edge, edge, edge + to_pt(TRIM.width), edge + to_pt(TRIM.height)]
    assert [float(v) for v in sheet.TrimBox] == pytest.approx(trim, abs=0.001)


def test_what_the_file_says_of_itself(faces):
    meta = Meta("河东日报 <A1> & (要闻)", "主题", "编辑部", ("要闻", "头版"), "2026-11-23")
    opened = pdf_facts.open_pdf(render((page(line(faces, "字", 0, 9 * MM), meta=meta),), faces, Shelf()))
    info = opened.docinfo
    assert (info.Title, info.Subject, info.Author) == (meta.title, meta.subject, meta.author)
    assert (info.Keywords, info.Producer) == ("要闻, 头版", PRODUCER)
    assert info.CreationDate == info.ModDate == "D:20261123000000+00'00'"
    assert opened.Root.Lang == "zh-Hans" and "/Outlines" not in opened.Root
    xmp = opened.open_metadata()
    assert xmp["dc:title"] == meta.title and xmp["dc:creator"] == [meta.author]
    assert xmp["xmp:CreateDate"] == "2026-11-23T00:00:00Z" and xmp["pdf:Producer"] == PRODUCER


def test_the_producer_is_this_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"layout {project['version']}" == PRODUCER


def test_dates(faces):
    def created(meta: Meta, epoch: int | None) -> object:
        sheet = page(line(faces, "字", 0, 9 * MM), meta=meta)
        opened = pdf_facts.open_pdf(render((sheet,), faces, Shelf(), epoch))
        return opened.docinfo.get("/CreationDate")

    assert created(Meta(date="2026-11-23"), 86400) == "D:19700102000000+00'00'"
    assert created(Meta(), None) is None
    with pytest.raises(ValueError):
        created(Meta(date="今天"), None)


def test_a_pdf_needs_a_page(faces):
    with pytest.raises(ValueError):
        render((), faces, Shelf())


def test_pages_in_order_share_fonts(faces):
    sheets = (page(line(faces, "甲版", 0, 9 * MM)), page(line(faces, "乙版", 0, 9 * MM)))
    data = render(sheets, faces, Shelf())
    assert [pdf_facts.pdfium_text(data, i) for i in (0, 1)] == ["甲版", "乙版"]
    assert len(pdf_facts.fonts(pdf_facts.open_pdf(data))) == 1


def test_another_page_another_identifier(faces):
    def identifier(text: str) -> bytes:
        opened = pdf_facts.open_pdf(render((page(line(faces, text, 0, 9 * MM)),), faces, Shelf()))
        return bytes(opened.trailer.ID[0])

    assert identifier("甲") == identifier("甲") != identifier("乙")


MAKE = """
import sys
sys.path[:0] = [r"{root}", r"{here}"]
from hashlib import sha256
import conftest
from pdf_scenes import Shelf, library, page, photograph
from layout.backends.pdf import render
fonts = library()
files = Shelf(grey=photograph("L"), cmyk=photograph("CMYK", kind="JPEG"))
print(sha256(render((page(*conftest.items(fonts)),), fonts, files)).hexdigest())
"""


def test_the_same_bytes_under_any_hash_seed_time_zone_and_locale(pdf):
    script = MAKE.format(root=ROOT, here=Path(__file__).parent)

    def made(**settings: str) -> str:
        env = {**os.environ, **settings}
        return subprocess.run(
            [sys.executable, "-c", script], env=env, capture_output=True, check=True, text=True
        ).stdout

    first = made(PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C")
    second = made(PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="86400")
    assert first == second


def test_a_full_page_stays_small(faces):
    """9,000 glyphs in eight faces, 1,750 of them different: the programs are nearly all of the file."""
    listed = (ROOT / "fonts" / "tongyong-8105.txt").read_text("utf-8")
    han = list(dict.fromkeys(c for c in listed if "一" <= c <= "龥"))
    rows = []
    for face, glyphs, different in ((FACES[0], 7_600, 980), *((f, 200, 110) for f in FACES[1:])):
        text = "".join(han[i % different] for i in range(glyphs))
        rows += [line(faces, text[i : i + 20], 0, i * 100, face=face) for i in range(0, glyphs, 20)]
    assert len({(row.face, glyph) for row in rows for glyph in row.glyphs}) == 980 + 7 * 110
    assert len(render((page(*rows),), faces, Shelf())) < 400_000
