"""`layout render --standard`, the cache, what exit statuses say of the file."""

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.cli import main

ROOT = Path(__file__).parents[3]
PAGE = "picture.page.yaml"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, in which the command runs, in English, with a cache of its own."""
    shutil.copytree(ROOT / "examples", tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "desk"


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
