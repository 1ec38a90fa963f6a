"""`--standard` of `layout render` and `layout check`, the cache, what exit statuses say of the file."""

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from layout.cli import main

ROOT = Path(__file__).parents[3]
PAGE = "picture.page.yaml"


pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of its own for each test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def rendered(*words: str) -> tuple[int, pikepdf.Pdf]:
    status = main(["render", PAGE, "-o", "out.pdf", *words])
    return status, pikepdf.open("out.pdf")


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(intent.S) for intent in pdf.Root.get("/OutputIntents", [])]


@pytest.mark.parametrize(
    ("words", "intents"),
    [
        ((), ["/GTS_PDFX"]),
        (("--standard", "plain"), []),
        (("--standard", "pdf/x-1a"), ["/GTS_PDFX"]),
        (("--standard", "PDF/X-4 + pdf/a-2a+pdf/ua-1"), ["/GTS_PDFX", "/GTS_PDFA1"]),
        (("--standard", "pdf/a-2a,pdf/ua-1"), ["/GTS_PDFA1"]),
    ],
)
def test_standard(words, intents):
    status, pdf = rendered(*words)
    assert (status, kinds(pdf)) == (0, intents)


def test_a_standard_that_there_is_not(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["render", PAGE, "--standard", "pdf/x-9"])
    assert stop.value.code == 2 and "pdf/x-9" in capsys.readouterr().err


def test_standards_that_do_not_go_together(capsys):
    status, pdf = rendered("--standard", "pdf/x-4+pdf/x-1a")
    assert (status, kinds(pdf)) == (1, []) and "P001" in capsys.readouterr().err


def checked(capsys, *words: str) -> tuple[int, list[dict[str, Any]]]:
    status = main(["check", "--report", "json", *words])
    return status, json.loads(capsys.readouterr().out)["findings"]


def test_a_page_is_checked_as_if_printed_so(capsys):
    """An advertisement without words is told where only a screen reader's standard is asked for, at its block."""
    page = Path("parts.page.yaml")
    written = page.read_text()
    page.write_text(re.sub(r", alt: [^,]+", "", written))
    assert [f["code"] for f in checked(capsys, str(page))[1] if f["severity"] == "error"] == []
    status, found = checked(capsys, "--standard", "pdf/a-2a+pdf/ua-1", str(page))
    assert status == 1 and {f["code"] for f in found if f["severity"] == "error"} == {"P021", "P307"}
    (told,) = (f for f in found if f["code"] == "P021")
    assert "ad: pictures/river.pdf" in written.splitlines()[told["position"]["line"] - 1]


def test_standards_that_do_not_go_together_are_checked(capsys):
    status, found = checked(capsys, "--standard", "pdf/x-4+pdf/x-1a", PAGE)
    assert status == 1 and "P001" in {f["code"] for f in found}


@pytest.mark.parametrize(
    ("asked", "lacks"),
    [
        ("pdf/x-1a", []),
        ("plain", []),
        ("pdf/x-4", ["pdf/x-4"]),
        ("pdf/x-1a+pdf/a-2b", ["pdf/a-2b"]),
    ],
)
def test_a_file_is_checked_for_a_standard(capsys, asked, lacks):
    rendered("--standard", "pdf/x-1a")
    status, found = checked(capsys, "--standard", asked, "out.pdf")
    assert [(f["code"], f["facts"]["standard"]) for f in found if f["severity"] == "error"] == [
        ("P307", name) for name in lacks
    ]
    assert status == bool(lacks)


def test_what_keeps_more_keeps_less_too(capsys):
    rendered("--standard", "pdf/a-2a")
    assert checked(capsys, "--standard", "pdf/a-2b", "out.pdf")[0] == 0


def coloured() -> None:
    """The example's picture in RGB."""
    for file in Path("pictures").glob("*.jpg"):
        grey = Image.open(file)
        Image.merge("RGB", (grey.convert("L"), grey.convert("L").rotate(180), grey.convert("L"))).save(file)


def test_the_cache_and_no_cache(tmp_path):
    coloured()
    rendered("--no-cache")
    without = Path("out.pdf").read_bytes()
    assert not (tmp_path / "cache").exists()
    for _ in range(2):
        rendered()
        assert Path("out.pdf").read_bytes() == without
    assert list((tmp_path / "cache" / "layout" / "pictures").iterdir())


def test_a_picture_that_breaks_while_it_is_decoded_is_told_where_it_is_named(capsys):
    """All its chunks are whole, so that only the making of the file finds it."""
    for file in Path("pictures").glob("*.jpg"):
        out = BytesIO()
        Image.effect_noise((200, 150), 90).save(out, "PNG")
        data = bytearray(out.getvalue())
        at = data.index(b"IDAT") + 400
        data[at : at + 200] = bytes(200)
        file.write_bytes(data)
    status, pdf = rendered("--report", "short")
    said = capsys.readouterr().err
    assert status == 1 and "P012" in said and kinds(pdf) == ["/GTS_PDFX"]
    assert ".md:" in said or ".yaml:" in said


def test_grey_pictures_need_no_imaging_library():
    """A page of grey JPEGs goes to the press without decoders, LittleCMS or a profile being opened."""
    code = (
        "import sys\nfrom layout.cli import main\n"
        f"main(['render', {PAGE!r}, '-o', 'out.pdf', '-q'])\n"
        "print(' '.join(sorted(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    modules = set(run.stdout.decode().split())
    assert "layout.backends.pdf.structure" in modules
    # reportlab itself imports PIL.Image.
    unused = {"PIL.ImageCms", "PIL.JpegImagePlugin", "layout.colour", "layout.backends.pdf.marks"}
    assert not modules & unused
