"""PDFs, ours and other people's: compared by their text, boxes and faces."""

import io
from pathlib import Path

import pytest
from kit import changed, project

from layout.cli.diff import run as command
from layout.compare.inputs import leaves
from layout.compare.run import Options, Result, run
from layout.pipeline import render
from layout.world import FileWorld


def pdf(page: Path) -> Path:
    """The page rendered beside its spec."""
    target = page.with_suffix(".pdf")
    target.write_bytes(render(str(page), FileWorld()).files["pdf"])
    return target


def pair(folder: Path, edits: list[dict[str, object]]) -> tuple[Path, Path]:
    a, b = project(folder / "a"), project(folder / "b")
    changed(b.parent, edits)
    return a, b


def compared(a: Path, b: Path) -> Result:
    return run(leaves(str(a)), leaves(str(b)), Options())


def told(result: Result) -> list[tuple[str, str, object, object]]:
    return [
        (c.code, c.subject, c.facts.get("old"), c.facts.get("new")) for c in result.changes if result.fails(c)
    ]


REPLACED = [{"file": "stories/choir.md", "find": "渔歌", "put": "船歌"}]


def test_two_pdfs_of_ours(tmp_path: Path) -> None:
    a, b = pair(tmp_path, REPLACED)
    ((code, subject, old, new),) = told(compared(pdf(a), pdf(b)))
    assert (code, old, new) == ("D101", "渔", "船")
    assert subject.startswith("“本报讯")


def test_a_pdf_against_the_spec_it_was_made_from(tmp_path: Path) -> None:
    a, b = pair(tmp_path, [])
    result = compared(a, pdf(b))
    assert told(result) == []
    assert result.status == 0
    assert result.rasteriser.startswith("pdfium")


@pytest.mark.parametrize("spec_first", [True, False])
def test_a_spec_against_a_pdf_names_the_story_and_the_place(tmp_path: Path, spec_first: bool) -> None:
    a, b = pair(tmp_path, REPLACED)
    result = compared(a, pdf(b)) if spec_first else compared(pdf(a), b)
    assert told(result) == [("D101", "choir", "渔", "船")]
    (change,) = [c for c in result.changes if result.fails(c)]
    assert change.position is not None
    assert change.position.file.endswith("stories/choir.md") and change.position.line == 4


def test_a_head_in_another_size(tmp_path: Path) -> None:
    a, b = pair(tmp_path, [{"find": "headline: {size: 20pt", "put": "headline: {size: 19pt"}])
    assert ("D501", "20pt", "19pt") in [(c, o, n) for c, _, o, n in told(compared(pdf(a), pdf(b)))]


def test_a_picture_in_a_pdf(tmp_path: Path) -> None:
    a, b = pair(tmp_path, [{"picture": "pictures/class.png", "motif": "river"}])
    assert [c for c, *_ in told(compared(pdf(a), pdf(b)))] == ["D601"]


def reportlab_page(words: list[str], x: float = 60, extra: bool = False) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 400), invariant=1)
    canvas.setFont("STSong-Light", 20)
    canvas.drawString(60, 350, words[0])
    canvas.setFont("STSong-Light", 10)
    for i, line in enumerate(words[1:]):
        canvas.drawString(x, 320 - 15 * i, line)
    if extra:
        canvas.rect(100, 100, 30, 20, fill=1)
    canvas.save()
    return out.getvalue()


LINES = ["停水通知", "因管网检修，今晚八时至次日五时，", "古城区部分街巷停水，请居民提前", "储水备用。"]


def test_pages_of_reportlab(tmp_path: Path) -> None:
    a, b, c, d = (tmp_path / f"{name}.pdf" for name in "abcd")
    a.write_bytes(reportlab_page(LINES))
    b.write_bytes(reportlab_page([line.replace("五时", "六时") for line in LINES]))
    c.write_bytes(reportlab_page(["停水通告", *LINES[1:]]))
    d.write_bytes(reportlab_page(LINES, extra=True))
    assert [(code, o, n) for code, _, o, n in told(compared(a, b))] == [("D101", "五", "六")]
    assert [(code, o, n) for code, _, o, n in told(compared(a, c))] == [("D201", "停水通知", "停水通告")]
    assert [code for code, *_ in told(compared(a, d))] == ["D502"]
    assert told(compared(a, a)) == []


def test_other_line_breaks_in_somebody_elses_pdf_are_reflow(tmp_path: Path) -> None:
    a, b = tmp_path / "a.pdf", tmp_path / "b.pdf"
    a.write_bytes(reportlab_page(LINES))
    body = "".join(LINES[1:])
    b.write_bytes(reportlab_page([LINES[0], *(body[i : i + 12] for i in range(0, len(body), 12))]))
    result = compared(a, b)
    assert {c.code for c in result.changes} == {"D301"}
    assert result.status == 0


def test_pages_of_typst(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst", reason="typst is not installed")
    source = "#set page(width: 120mm, height: 160mm)\n"
    source += '#set text(font: ("Noto Sans SC", "Noto Serif SC"), size: 10pt)\n'
    body = "#text(size: 20pt)[停水通知]\n\n" + "".join(LINES[1:]) + "\n"
    files = []
    for name, text in (("a", body), ("b", body.replace("五时", "六时"))):
        (tmp_path / f"{name}.typ").write_text(source + text, "utf-8")
        target = tmp_path / f"{name}.pdf"
        fonts = [str(Path(__file__).parents[2] / "fonts")]
        target.write_bytes(typst.compile(str(tmp_path / f"{name}.typ"), font_paths=fonts))
        files.append(target)
    assert [(code, o, n) for code, _, o, n in told(compared(*files))] == [("D101", "五", "六")]
    assert told(compared(files[0], files[0])) == []


# --- what can't be compared ---


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert command([*words, "--lang", "en"]) == 2
    said = capsys.readouterr()
    return said.err + said.out


def test_an_encrypted_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pikepdf

    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(reportlab_page(LINES))
    with pikepdf.open(plain) as document:
        document.save(locked, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    assert "encrypted" in refused(capsys, str(plain), str(locked))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nbroken", b"", b"\x00\x01\x02" * 400, b"%PDF-"])
def test_a_broken_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(reportlab_page(LINES))
    bad.write_bytes(data)
    assert "no sound PDF" in refused(capsys, str(good), str(bad))
    good.write_bytes(reportlab_page(LINES)[:700])
    refused(capsys, str(good), str(bad))


def test_a_pdf_without_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from PIL import Image

    good, scan = tmp_path / "good.pdf", tmp_path / "scan.pdf"
    good.write_bytes(reportlab_page(LINES))
    Image.new("L", (300, 400), 200).save(scan)
    assert "no text" in refused(capsys, str(good), str(scan))


def test_pages_of_another_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = tmp_path / "a.pdf", pdf(project(tmp_path / "b"))
    a.write_bytes(reportlab_page(LINES))
    assert "differ in size" in refused(capsys, str(a), str(b))


def test_another_number_of_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pikepdf

    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    one.write_bytes(reportlab_page(LINES))
    with pikepdf.open(one) as document:
        document.pages.append(document.pages[0])
        document.save(two)
    said = refused(capsys, str(one), str(two))
    assert "two.pdf (page 2)" in said and "no such page" in said


def test_binary_junk_and_other_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(reportlab_page(LINES))
    for name, data in (("x.bin", bytes(range(256)) * 9), ("y.txt", b"hello"), ("z.json", b'{"a": 1}')):
        (tmp_path / name).write_bytes(data)
        refused(capsys, str(good), str(tmp_path / name))
    (tmp_path / "empty").mkdir()
    assert "no pages" in refused(capsys, str(good), str(tmp_path / "empty"))


def test_a_spec_that_cannot_be_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = pair(tmp_path, [{"find": "{story: school,", "put": "{storry: school,"}])
    said = refused(capsys, str(a), str(b))
    assert "can't be set" in said and "storry" in said and "03.page.yaml:" in said
