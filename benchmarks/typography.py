"""Our lines beside Typst's: `python benchmarks/typography.py` (needs `pip install -e '.[bench]'`).

The body of the showcase's stories is set by both in the same face, size and measures, with the same indent, into a
PDF each; the two files are then read alike, by the origins of their glyphs (pdfium). A line is *stretched* where two
Han characters beside each other stand more than 1/100 em apart; the *worst gap* is the widest such; an *orphan* is a
last line with fewer than two characters besides marks. `--markdown` prints the table of docs/typography.md.
"""

import argparse
import ctypes
import json
import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pikepdf
import pypdfium2
import typst

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from layout.backends.pdf import write
from layout.copy.markup import read_body
from layout.font.face import FaceSource
from layout.font.library import Family, FontLibrary
from layout.geometry import Rect
from layout.page.types import PageLayout, PlacedLine
from layout.paragraph.break_ import break_
from layout.scene.build import build
from layout.style import Setting, TextStyle
from layout.tag import Tag
from layout.text.shape import shape
from layout.text.types import Span
from layout.units import PT
from layout.world import FileWorld

FACE = "NotoSerifSC-Regular.ttf"
SIZE, LEADING = 9, 12  # points
MEASURES = (11, 13, 15, 17, 20, 27)
STORIES = ROOT / "pages/hedong/stories"
SEEN = 0.01  # ems
HAN = ("\u3400", "\u9fff")


class Counted(NamedTuple):
    """What a PDF shows."""

    lines: int
    stretched: int
    worst: float
    orphans: int


class Char(NamedTuple):
    text: str
    x: float
    y: float


def paragraphs() -> tuple[str, ...]:
    """The body of the showcase's stories, without the marks of its Markdown."""
    out: list[str] = []
    for file in sorted(STORIES.glob("*.md")):
        blocks = read_body(file.read_text("utf-8").split("---\n", 2)[2]).value.blocks
        out += [block.text for block in blocks if block.kind == "paragraph"]
    return tuple(out)


def ours(texts: Sequence[str], measure: int, setting: Setting) -> bytes:
    """The paragraphs in one endless column."""
    em = SIZE * PT
    library = FontLibrary(
        {"宋": Family("宋", ("song",))}, {"song": FaceSource("song", str(ROOT / "fonts" / FACE))}
    )
    style = TextStyle("body", "宋", em, LEADING * PT, indent=2000, setting=setting)
    placed: list[PlacedLine] = []
    for text in texts:
        shaped = shape((Span(text, style),), library)
        for line in break_(shaped, ((1, measure * em),), 2 * em).value:
            placed.append(PlacedLine(shaped, line, 0, (len(placed) + 1) * LEADING * PT, Tag()))
    page = Rect(0, 0, measure * em, (len(placed) + 1) * LEADING * PT)
    layout = PageLayout("typography", "", page, page, tuple(placed), ())
    return write((build(layout),), library, FileWorld(), epoch=0).value


def theirs(texts: Sequence[str], measure: int, folder: Path, spacing: str) -> bytes:
    """The same by Typst, with its own defaults for Chinese but for the gaps between Han and figures."""
    source = folder / "column.typ"
    strings = ", ".join(json.dumps(text, ensure_ascii=False) for text in texts)
    source.write_text(
        f"#set page(width: {measure * SIZE}pt, height: auto, margin: 0pt)\n"
        f'#set text(font: "Noto Serif SC", size: {SIZE}pt, lang: "zh", region: "cn",'
        f" cjk-latin-spacing: {spacing})\n"
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.65em)\n"
        f"#for text in ({strings}) {{ par(text) }}\n",
        "utf-8",
    )
    fonts = [str(ROOT / "fonts")]
    return bytes(typst.compile(str(source), font_paths=fonts, ignore_system_fonts=True, format="pdf"))


def counted(pdf: bytes) -> Counted:
    """Count a column's lines from the origins of its glyphs."""
    lines = [sorted(line, key=lambda c: c.x) for line in _lines(pdf)]
    stretched, worst, orphans = 0, 0.0, 0
    for number, line in enumerate(lines):
        gap = max((_gap(a, b) for a, b in zip(line, line[1:])), default=0.0)
        stretched += gap > SEEN
        worst = max(worst, gap)
        last = number + 1 == len(lines) or lines[number + 1][0].x > 1.4 * SIZE
        first = line[0].x > 1.4 * SIZE
        orphans += last and not first and sum(c.text.isalnum() for c in line) < 2
    return Counted(len(lines), stretched, worst, orphans)


def _lines(pdf: bytes) -> list[list[Char]]:
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(_unmarked(pdf))
    chars: list[Char] = []
    for page in document:
        text = page.get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        for i in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, i)
            if raw.FPDFText_IsGenerated(text, i) == 1 or code < 0x21:
                continue
            raw.FPDFText_GetCharOrigin(text, i, x, y)
            chars.append(Char(chr(code), x.value, round(y.value, 1)))
    chars.sort(key=lambda c: (-c.y, c.x))
    return [list(group) for _, group in groupby(chars, key=lambda c: c.y)]


def _unmarked(pdf: bytes) -> bytes:
    """The file without its marked content: where a file says a line's text (ActualText), pdfium gives no glyphs."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            kept = [
                i for i in pikepdf.parse_content_stream(page) if str(i.operator) not in ("BDC", "BMC", "EMC")
            ]
            page.Contents = file.make_stream(pikepdf.unparse_content_stream(kept))
        out = BytesIO()
        file.save(out)
    return out.getvalue()


def _gap(a: Char, b: Char) -> float:
    """What stands between two Han characters, in ems; 0 beside anything else."""
    if not (HAN[0] <= a.text <= HAN[1] and HAN[0] <= b.text <= HAN[1]):
        return 0.0
    return (b.x - a.x) / SIZE - 1


def main() -> int:
    options = argparse.ArgumentParser(description="Our lines beside Typst's, counted from the two PDFs.")
    options.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    options.add_argument("--keep", metavar="DIR", help="keep the PDFs there")
    chosen = options.parse_args()
    texts = paragraphs()
    settings = {
        "layout": Setting(),
        "layout, line_end: half": Setting(line_end="half"),
        "layout, line by line": Setting(algorithm="greedy"),
    }
    rows: list[tuple[int, str, Counted]] = []
    with TemporaryDirectory() as name:
        for measure in MEASURES:
            files = {who: ours(texts, measure, setting) for who, setting in settings.items()}
            files[f"Typst {typst.__version__}"] = theirs(texts, measure, Path(name), "auto")
            files["Typst, no gaps at figures"] = theirs(texts, measure, Path(name), "none")
            for who, pdf in files.items():
                rows.append((measure, who, counted(pdf)))
                if chosen.keep:
                    (Path(chosen.keep) / f"{measure}-{who.split()[-1].lower()}.pdf").write_bytes(pdf)
    print(f"{len(texts)} paragraphs, {sum(map(len, texts))} characters, {FACE}, {SIZE} pt\n")
    print(_table(rows, chosen.markdown))
    return 0


def _table(rows: Sequence[tuple[int, str, Counted]], markdown: bool) -> str:
    heads = ("字", "set by", "lines", "stretched", "worst gap", "orphans")
    shown = [(str(m), who, *map(str, c[:2]), f"{c.worst:.3f}", str(c.orphans)) for m, who, c in rows]
    if markdown:
        rule = "| --: | :-- | --: | --: | --: | --: |"
        return "\n".join(
            ("| " + " | ".join(heads) + " |", rule, *("| " + " | ".join(r) + " |" for r in shown))
        )
    return "\n".join(f"{r[0]:>3}  {r[1]:26}{r[2]:>6}{r[3]:>11}{r[4]:>11}{r[5]:>9}" for r in (heads, *shown))


if __name__ == "__main__":
    raise SystemExit(main())
