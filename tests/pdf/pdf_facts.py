"""Facts about a finished PDF, read by other people's programs: pikepdf, fontTools, pdfium, poppler."""

import re
import shutil
import subprocess
from collections import deque
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

COPY = "本报讯柳津11月23日电 记者沈砚木从市农办获悉，《规划》提出：“到2030年，基本建成。”GDP增长5.2%。"


@dataclass(frozen=True)
class FontFacts:
    """An embedded font: `widths` as the PDF gives them by code, `real` as the program has them."""

    base: str
    kind: str
    encoding: str
    embedded: bool
    default: int
    widths: dict[int, int]
    real: dict[int, float]
    to_unicode: dict[int, str]


@dataclass(frozen=True)
class Shown:
    """One glyph where a content stream puts it, in points from the media box's corner, y up."""

    font: str
    code: int
    x: float
    y: float


_OPENED: deque[pikepdf.Pdf] = deque(maxlen=8)  # an object of pikepdf's dies with its file


def open_pdf(data: bytes) -> pikepdf.Pdf:
    _OPENED.append(pikepdf.open(BytesIO(data)))
    return _OPENED[-1]


def fonts(pdf: pikepdf.Pdf) -> dict[str, FontFacts]:
    """The fonts of the first page's resources, by name."""
    return {key: _font(font) for key, font in pdf.pages[0].Resources.Font.items()}


def _font(font: pikepdf.Object) -> FontFacts:
    below = font.DescendantFonts[0]
    descriptor = below.FontDescriptor
    widths = _width_array(below.W)
    default = int(below.DW)
    to_unicode = _cmap(font.ToUnicode.read_bytes().decode())
    codes = sorted(to_unicode)
    kind = str(below.Subtype)
    if kind == "/CIDFontType2":
        program = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
        places = below.CIDToGIDMap.read_bytes()
        upem, order = program["head"].unitsPerEm, program.getGlyphOrder()

        def real(code: int) -> float:
            gid = int.from_bytes(places[2 * code : 2 * code + 2], "big")
            return program["hmtx"][order[gid]][0] * 1000 / upem
    else:
        table = CFFFontSet()
        table.decompile(BytesIO(descriptor.FontFile3.read_bytes()), None)
        real = _cff_widths(table[0])
    return FontFacts(
        str(font.BaseFont),
        kind,
        str(font.Encoding),
        "/FontFile2" in descriptor or "/FontFile3" in descriptor,
        default,
        {code: widths.get(code, default) for code in codes},
        {code: real(code) for code in codes},
        to_unicode,
    )


def _cff_widths(top):
    """Width by CID: through the charset where the font numbers characters, else CID is the glyph's number."""
    strings, by_cid = top.CharStrings, hasattr(top, "ROS")
    order = top.charset

    def real(code: int) -> float:
        glyph = f"cid{code:05d}" if by_cid and code else order[code]
        string = strings[glyph]
        string.draw(_Nothing())
        return string.width

    return real


class _Nothing:
    """A pen that draws nothing."""

    def __getattr__(self, _: str):
        return lambda *args: None


def _width_array(array: pikepdf.Object) -> dict[int, int]:
    widths, at, items = {}, 0, list(array)
    while at < len(items):
        first, row = int(items[at]), [int(w) for w in items[at + 1]]
        widths |= {first + i: w for i, w in enumerate(row)}
        at += 2
    return widths


def _cmap(text: str) -> dict[int, str]:
    pairs = re.findall(r"^<(\w{4})> <(\w+)>$", text, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(said).decode("utf-16-be") for code, said in pairs if said != "FFFF"}


def shown(pdf: pikepdf.Pdf, page: int = 0) -> list[Shown]:
    """Every glyph of a page, placed as a PDF reader does it (ISO 32000-1, 9.4.4); no clip, no q … cm."""
    known, found = fonts(pdf), []
    font, size, scale, matrix = "", 0.0, 1.0, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
        match str(operator):
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "Tz":
                scale = float(operands[0]) / 100
            case "Tm":
                matrix, pen = tuple(float(v) for v in operands), 0.0
            case "TJ" | "Tj":
                for part in operands[0] if str(operator) == "TJ" else operands:
                    if not isinstance(part, pikepdf.String):
                        pen -= float(part) / 1000 * size * scale
                        continue
                    raw = bytes(part)
                    for i in range(0, len(raw), 2):
                        code = int.from_bytes(raw[i : i + 2], "big")
                        a, b, _, _, e, f = matrix
                        found.append(Shown(font, code, e + pen * a, f + pen * b))
                        pen += known[font].widths[code] / 1000 * size * scale
    return found


def operators(pdf: pikepdf.Pdf, page: int = 0) -> list[tuple[str, tuple[str, ...]]]:
    """The operators of a page with their operands as text."""
    return [
        (str(operator), tuple(_plain(o) for o in operands))
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[page])
    ]


def _plain(operand: object) -> str:
    return f"[{' '.join(map(str, operand))}]" if isinstance(operand, pikepdf.Array) else str(operand)


def tool(*command: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a program on a PDF; the test is skipped where the program is not installed."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, check=False)


def poppler_text(data: bytes, folder: Path) -> str:
    """`pdftotext -raw`; it must have nothing to complain about."""
    file = folder / "text.pdf"
    file.write_bytes(data)
    run = tool("pdftotext", "-raw", str(file), "-")
    assert (run.returncode, run.stderr) == (0, b"")
    return run.stdout.decode()


def pdfium_text(data: bytes, page: int = 0) -> str:
    """pdfium's characters, without those that it makes up from gaps and line ends."""
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    count = pdfium_c.FPDFText_CountChars(text)
    real = (i for i in range(count) if pdfium_c.FPDFText_IsGenerated(text, i) != 1)
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(text, i)) for i in real)
