"""Every standard on real pages, judged by other people's programs."""

import os
import subprocess
import sys

import pdf_facts
import pytest
from msgspec.structs import replace
from pdf_scenes import META, Shelf, line, page
from PIL import Image, ImageChops, ImageMath
from press_scenes import (
    CLAIMED,
    CLAIMS,
    EXAMPLES,
    MATRIX,
    ROOT,
    SHOWCASE,
    SHOWCASES,
    composed,
    printed,
    scene_of,
    text_of,
)
from pypdfium2 import PdfDocument

from layout.backends.pdf import write
from layout.backends.pdf.output import UNTITLED
from layout.preflight.limits import limits_of
from layout.preflight.runner import check_file
from layout.press import MARKS, Print
from layout.profiles import inflated, newsprint
from layout.scene.items import Meta
from layout.units import MM
from layout.world import FileWorld

ids = "+".join


each = pytest.mark.parametrize("standards", CLAIMED, ids=ids)
every = pytest.mark.parametrize(
    ("name", "standards"), MATRIX, ids=[f"{name}-{ids(standards)}" for name, standards in MATRIX]
)


def test_the_matrix_has_every_page():
    assert len(SHOWCASES) >= 3 and len(EXAMPLES) >= 30
    assert {name for name, _ in MATRIX} == {*SHOWCASES, *EXAMPLES}


@every
def test_nothing_is_found_and_the_text_comes_out(name, standards, tmp_path):
    done = printed(name, standards)
    assert done.diagnostics == ()
    text = "".join(pdf_facts.poppler_text(done.value, tmp_path).split())
    assert text == text_of(composed(name).scene)


@every
def test_qpdf_finds_nothing(name, standards, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(name, standards).value)
    run = pdf_facts.tool("qpdf", "--check", str(file))
    assert run.returncode == 0 and run.stderr == b""


@every
def test_fonts_are_embedded_with_unicode(name, standards, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(name, standards).value)
    run = pdf_facts.tool("pdffonts", str(file))
    rows = [row.split()[-5:-2] for row in run.stdout.decode().splitlines()[2:]]
    assert run.stderr == b"" and rows and all(row == ["yes", "yes", "yes"] for row in rows)


@every
def test_validated(name, standards):
    judge = pytest.importorskip("page", reason="page-validation is not installed")
    profiles = {"pdf/a-2b": "2b", "pdf/a-2a": "2a", "pdf/ua-1": "ua1"}
    for standard in set(standards) & set(profiles):
        report = judge.validate_pdf_bytes(printed(name, standards).value, profile=profiles[standard])
        assert [(f.rule_id, f.message) for f in report.failures] == []


@each
def test_with_marks_and_validated(standards):
    judge = pytest.importorskip("page", reason="page-validation is not installed")
    sheet = scene_of("examples/picture", standards, MARKS)
    done = write((sheet,), composed("examples/picture").fonts, FileWorld())
    assert done.diagnostics == ()
    for standard, profile in (("pdf/a-2b", "2b"), ("pdf/a-2a", "2a"), ("pdf/ua-1", "ua1")):
        if standard in standards:
            assert judge.validate_pdf_bytes(done.value, profile=profile).failures == []


@every
def test_our_own_rules_find_nothing(name, standards):
    asked = limits_of(scene_of(name, standards).press)
    found = check_file(printed(name, standards).value, "page.pdf", asked)
    assert [one.code for one in found if one.severity != "info"] == []


PPI = 144  # Two pixels to a point. pdfium draws every line at least a pixel wide: coarser, thin rules look bold.
CELL = PPI // 4  # a quarter of an inch


@every
def test_rasters_agree_and_are_not_blank(name, standards, tmp_path):
    """No quarter of an inch differs by more than a third of black: programs smooth edges, and turn inks into light,
    each in its own way; but nothing is missing, doubled or elsewhere."""
    data = printed(name, standards).value
    file, out = tmp_path / "page.pdf", tmp_path / "seen.pgm"
    file.write_bytes(data)
    run = pdf_facts.tool("mutool", "draw", "-q", "-c", "gray", "-r", str(PPI), "-o", str(out), str(file))
    # Debian's MuPDF is built without colour management and says so of every output intent.
    assert run.returncode == 0 and not run.stderr.replace(b"warning: ICC support is not available\n", b"")
    ours, theirs = PdfDocument(data)[0].render(scale=PPI / 72).to_pil().convert("L"), Image.open(out)
    assert ours.size == pytest.approx(theirs.size, abs=1)
    theirs = theirs.crop((0, 0, *ours.size))
    inked = [blackness(image) for image in (ours, theirs)]
    assert 0.01 < inked[0] < 0.5 and inked[1] == pytest.approx(inked[0], rel=0.25)
    edge = (ours.width - ours.width % CELL, ours.height - ours.height % CELL)
    small, other = (image.crop((0, 0, *edge)).reduce(CELL) for image in (ours, theirs))
    assert ImageChops.difference(small, other).getextrema()[1] < 85


def blackness(image: Image.Image) -> float:
    """The mean of all pixels: 0 white, 1 black."""
    seen = image.histogram()
    return 1 - sum(light * count for light, count in enumerate(seen)) / 255 / sum(seen)


@pytest.fixture(scope="module")
def plates(tmp_path_factory) -> list[dict[str, Image.Image]]:
    """The plates of every page, as Ghostscript separates them, by ink; 255 is full."""
    folder = tmp_path_factory.mktemp("plates")
    files = [folder / f"{i}.pdf" for i in range(len(PRINTS))]
    for file, name in zip(files, PRINTS):
        file.write_bytes(printed(name, ("pdf/x-1a",)).value)
    done = pdf_facts.tool(
        "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r36",
        f"-sOutputFile={folder / 'plate%02d-.tif'}", *map(str, files),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Image.Image]] = [{} for _ in PRINTS]
    for file in sorted(folder.glob("plate*(*).tif")):
        number, ink = file.stem.removeprefix("plate").removesuffix(")").split("-(")
        found[int(number) - 1][ink] = ImageChops.invert(Image.open(file).convert("L"))
    return found


PRINTS = (*SHOWCASES, *EXAMPLES)
PROCESS = {"Cyan", "Magenta", "Yellow", "Black"}
SPOTS = {"examples/theme": {"PANTONE 288 C"}}


@pytest.mark.parametrize("at", range(len(PRINTS)), ids=PRINTS)
def test_plates_and_the_ink_on_them(plates, at):
    made, name = plates[at], PRINTS[at]
    assert made.keys() == PROCESS | SPOTS.get(name, set())
    total = ImageMath.lambda_eval(lambda inks: sum(inks[ink] for ink in made), **made)
    assert 90 < total.getextrema()[1] / 2.55 <= composed(name).scene.press.ink / 10
    assert made["Black"].getextrema() == (0, 255)


@pytest.mark.parametrize(
    ("standards", "version"),
    [(c, {"pdf/x-1a": "1.4", "pdf/x-4": "1.6"}.get((*c, "")[0], "1.7")) for c in CLAIMS],
)
def test_versions(standards, version):
    data = printed(SHOWCASE, standards).value
    assert data.startswith(f"%PDF-{version}\n".encode())
    assert pdf_facts.open_pdf(data).pdf_version == version


@each
def test_output_intents_share_one_embedded_profile(standards):
    opened = pdf_facts.open_pdf(printed(SHOWCASE, standards).value)
    intents = list(opened.Root.OutputIntents)
    wanted = []
    wanted += ["/GTS_PDFX"] * (standards[0].startswith("pdf/x"))
    wanted += ["/GTS_PDFA1"] * any(s.startswith("pdf/a") for s in standards)
    assert [str(i.S) for i in intents] == wanted
    assert len({i.DestOutputProfile.objgen for i in intents}) == 1
    assert intents[0].DestOutputProfile.read_bytes() == inflated(newsprint())
    assert int(intents[0].DestOutputProfile.N) == 4
    assert intents[0].OutputConditionIdentifier == "CGATS TR 002"


def test_a_plain_file_claims_nothing():
    opened = pdf_facts.open_pdf(printed(SHOWCASE, ()).value)
    assert not {"/OutputIntents", "/StructTreeRoot", "/MarkInfo"} & set(opened.Root.keys())
    xmp = opened.open_metadata()
    assert not [key for key in xmp if "pdfx" in key or "pdfa" in key or "pdfua" in key]


@each
def test_identifiers(standards):
    opened = pdf_facts.open_pdf(printed(SHOWCASE, standards).value)
    xmp, info = opened.open_metadata(), opened.docinfo
    said = {
        "pdf/x-4": xmp.get("pdfxid:GTS_PDFXVersion") == "PDF/X-4",
        "pdf/x-1a": info.get("/GTS_PDFXVersion") == "PDF/X-1a:2003",
        "pdf/a-2b": (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) == ("2", "B"),
        "pdf/a-2a": (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) == ("2", "A"),
        "pdf/ua-1": xmp.get("{http://www.aiim.org/pdfua/ns/id/}part") == "1",
    }
    assert {standard for standard, kept in said.items() if kept} == set(standards)


@each
def test_metadata_says_twice_the_same(standards):
    opened = pdf_facts.open_pdf(printed(SHOWCASE, standards).value)
    xmp, info = opened.open_metadata(), opened.docinfo
    assert xmp["dc:title"] == info.Title == composed(SHOWCASE).scene.meta.title
    assert xmp["pdf:Producer"] == info.Producer
    assert str(info.CreationDate) == str(info.ModDate) == "D:20260309000000+00'00'"
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == xmp["xmp:MetadataDate"] == "2026-03-09T00:00:00Z"
    identifier = bytes(opened.trailer.ID[0]).hex()
    assert xmp["xmpMM:DocumentID"] == f"uuid:{identifier}"
    assert (xmp["xmpMM:RenditionClass"], xmp["xmpMM:VersionID"]) == ("default", "1")
    assert str(info.Trapped) == "/False"
    archive = any(s.startswith("pdf/a") for s in standards)
    assert ("pdf:Trapped" in xmp) is not archive  # not a property that PDF/A knows


@pytest.mark.parametrize("marks", ((), MARKS), ids=("bare", "marked"))
def test_boxes(faces, marks):
    sheet = replace(page(line(faces, "字", 0, 9 * MM)), press=Print(standards=("pdf/x-4",), marks=marks))
    opened = pdf_facts.open_pdf(write((sheet,), faces, Shelf()).value)
    first = opened.pages[0]
    media, bleed, trim = ([float(v) for v in box] for box in (first.MediaBox, first.BleedBox, first.TrimBox))
    room = 0 if not marks else 11 * 72 / 25.4
    edge = 3 * 72 / 25.4
    assert bleed == pytest.approx([room, room, media[2] - room, media[3] - room], abs=0.01)
    assert trim == pytest.approx(
        [bleed[0] + edge, bleed[1] + edge, bleed[2] - edge, bleed[3] - edge], abs=0.01
    )
    assert [float(v) for v in first.CropBox] == media


def test_a_page_without_title_and_date(faces):
    sheet = replace(page(line(faces, "字", 0, 9 * MM), meta=Meta()), press=Print(standards=("pdf/x-4",)))
    opened = pdf_facts.open_pdf(write((sheet,), faces, Shelf()).value)
    assert opened.docinfo.Title == UNTITLED
    assert opened.docinfo.CreationDate == "D:19700101000000+00'00'"


MAKE = """
import sys
sys.path[:0] = [r"{root}", r"{root}/tests/pdf"]
from hashlib import sha256
from layout.backends.pdf import write
from layout.press import MARKS
from layout.world import FileWorld
from press_scenes import composed, scene_of
name = "examples/picture"
sheet = scene_of(name, ("pdf/x-4", "pdf/a-2a", "pdf/ua-1"), MARKS)
print(sha256(write((sheet,), composed(name).fonts, FileWorld()).value).hexdigest())
"""


def test_the_same_bytes_anywhere(tmp_path):
    script = MAKE.format(root=ROOT)

    def made(folder: str, **settings: str) -> str:
        env = {**os.environ, **settings}
        command = [sys.executable, "-c", script]
        return subprocess.run(command, env=env, cwd=folder, capture_output=True, check=True, text=True).stdout

    first = made(str(ROOT), PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C")
    assert first == made(str(tmp_path), PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C.UTF-8")


def test_several_pages(faces):
    press = Print(standards=("pdf/a-2a", "pdf/ua-1"))
    sheets = tuple(
        replace(page(line(faces, text, 0, 9 * MM), meta=replace(META, page=n)), press=press)
        for n, text in ((5, "甲"), (6, "乙"))
    )
    data = write(sheets, faces, Shelf()).value
    opened = pdf_facts.open_pdf(data)
    assert [p.StructParents for p in opened.pages] == [0, 1]
    labels = opened.Root.PageLabels.Nums
    assert [int(labels[i].St) for i in (1, 3)] == [5, 6]
    judge = pytest.importorskip("page", reason="page-validation is not installed")
    for profile in ("2a", "ua1"):
        assert judge.validate_pdf_bytes(data, profile=profile).failures == []
