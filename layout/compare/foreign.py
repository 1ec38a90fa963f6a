"""Anybody's PDF read for comparing: its characters with their places, sizes, faces and inks, in the order of the
content; pictures; drawn paths.

Lines of one size that follow each other are one text: a story's body flows through its columns in that order, and
heads, captions and folios are of other sizes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from ctypes import byref, c_double, c_int, c_uint, create_string_buffer
from math import hypot
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from layout.compare.align import edits
from layout.compare.types import CantCompare, Drawing, Look, Part, Proof, Shot, Stretch, Text
from layout.geometry import Rect
from layout.units import PT, pt

HEAD = 1.3  # times the body's size: larger type is a head
SAME_LINE = 0.3  # of the size: baselines nearer than that are one
JUMP = 2.5  # ems: a wider gap on a baseline is the gutter
LIKE = 0.4  # the least part of two texts that must be common for them to be versions of one
MANY, NEIGHBOURS = (
    10_000,
    40,
)  # of more pairs than that only texts that come at about the same time are weighed
PASSWORD = 4  # pdfium's error for an encrypted file


class Glyph(Struct, frozen=True):
    """A character on a page: its origin in Emu from the trimmed corner, its look."""

    text: str
    x: int
    y: int
    width: int
    look: Look


def open_pdf(data: bytes, name: str) -> Any:
    """The PDF in `data`, opened by pdfium. CantCompare where it is encrypted or no sound PDF."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        pages = len(document)
    except PdfiumError as error:
        encrypted = getattr(error, "err_code", 0) == PASSWORD
        raise CantCompare("D901" if encrypted else "D902", file=name) from None
    if not pages:
        raise CantCompare("D902", file=name)
    return document


def read_pdf(document: Any, index: int, name: str, number: str) -> Proof:
    """Page `index` of an open PDF. CantCompare where no text can be read from it."""
    page = document[index]
    origin, size = boxes(page)
    glyphs = _glyphs(page, origin)
    if not glyphs:
        raise CantCompare("D903", file=name, page=number)
    shots, drawings = _objects(page, origin)
    trim = Rect(0, 0, *size)
    return Proof(name, number, "pdf", trim, _texts(glyphs), shots, drawings, complete=True)


def boxes(page: Any) -> tuple[tuple[float, float], tuple[int, int]]:
    """The top left corner of the trimmed page in the file's points, and its size in Emu."""
    left, bottom, right, top = page.get_trimbox()
    return (left, top), (pt(right - left), pt(top - bottom))


def _glyphs(page: Any, origin: tuple[float, float]) -> list[Glyph]:
    import pypdfium2.raw as raw

    textpage = page.get_textpage()
    handle = textpage.raw
    x, y, left, top, right, bottom = (c_double() for _ in range(6))
    found: list[Glyph] = []
    looks: dict[int, Look] = {}
    for i in range(raw.FPDFText_CountChars(handle)):
        char = chr(raw.FPDFText_GetUnicode(handle, i))
        if raw.FPDFText_IsGenerated(handle, i) == 1 or char < " " or char in "\ufffe\uffff":
            continue
        thing = raw.FPDFText_GetTextObject(handle, i)
        address = int.from_bytes(bytes(thing), "little")
        if address not in looks:
            looks[address] = _look(raw, handle, i)
        raw.FPDFText_GetCharOrigin(handle, i, byref(x), byref(y))
        raw.FPDFText_GetCharBox(handle, i, byref(left), byref(right), byref(bottom), byref(top))
        wide = pt(max(0.0, right.value - left.value))
        found.append(
            Glyph(_folded(char), pt(x.value - origin[0]), pt(origin[1] - y.value), wide, looks[address])
        )
    textpage.close()
    return found


def _look(raw: Any, handle: Any, i: int) -> Look:
    """Face, size as it stands on the page, and ink of a character."""
    flags, buffer = c_int(), create_string_buffer(256)
    raw.FPDFText_GetFontInfo(handle, i, buffer, 256, byref(flags))
    face = buffer.value.decode("utf-8", "replace")
    face = face[7:] if face[6:7] == "+" else face  # the tag of a subset
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, i, byref(matrix))
    size = raw.FPDFText_GetFontSize(handle, i) * (hypot(matrix.c, matrix.d) or 1)
    red, green, blue, alpha = (c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(handle, i, byref(red), byref(green), byref(blue), byref(alpha))
    colour = f"#{red.value:02x}{green.value:02x}{blue.value:02x}"
    return Look(face, round(pt(size), -2), 1000, colour)


def _folded(char: str) -> str:
    """Radicals and compatibility forms that some fonts map Han characters to, as the characters themselves."""
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        from unicodedata import normalize

        return normalize("NFKC", char)
    return char


def _lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        last = lines[-1][-1] if lines else None
        em = glyph.look.size or PT
        if (
            last
            and abs(glyph.y - last.y) < SAME_LINE * em
            and -em < glyph.x - last.x < JUMP * em + last.width
        ):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [line for line in lines if any(not g.text.isspace() for g in line)]


def _size(line: Sequence[Glyph]) -> int:
    """The size of most of a line, to a quarter of a point."""
    return Counter(round(4 * g.look.size / PT) for g in line).most_common(1)[0][0]


def _texts(glyphs: Sequence[Glyph]) -> tuple[Text, ...]:
    groups: list[tuple[int, list[list[Glyph]]]] = []
    for line in _lines(glyphs):
        size = _size(line)
        if not groups or groups[-1][0] != size:
            groups.append((size, []))
        groups[-1][1].append(line)
    sizes: Counter[int] = Counter()
    for size, lines in groups:
        sizes[size] += sum(map(len, lines))
    body = sizes.most_common(1)[0][0]
    return tuple(_text(number, size, body, lines) for number, (size, lines) in enumerate(groups))


def _text(number: int, size: int, body: int, lines: Sequence[Sequence[Glyph]]) -> Text:
    text, pieces = "", []
    for line in lines:
        if text and _latin(text[-1]) and _latin(line[0].text):
            text += " "
        piece: list[Glyph] = []
        for i, glyph in enumerate(line):
            if glyph.text.isspace():
                follows = line[i + 1].text if i + 1 < len(line) else ""
                if text and _latin(text[-1]) and _latin(follows[:1]):
                    text += " "
                continue
            if piece and (glyph.look != piece[-1].look or text.endswith(" ")):
                pieces.append(_stretch(piece, len(text.rstrip(" "))))
                piece = []
            piece.append(glyph)
            text += glyph.text
        if piece:
            pieces.append(_stretch(piece, len(text)))
    part: Part = "head" if size > HEAD * body else "body" if size == body else "other"
    return Text(("text", str(number)), part, part, "", f"“{text[:8]}”", text, tuple(pieces))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _stretch(glyphs: Sequence[Glyph], end: int) -> Stretch:
    first, last = glyphs[0], glyphs[-1]
    length = sum(len(g.text) for g in glyphs)
    size = first.look.size
    rect = Rect(first.x, first.y - size * 88 // 100, last.x - first.x + max(last.width, size // 2), size)
    xs = tuple(g.x - first.x for g in glyphs) if length == len(glyphs) else ()
    return Stretch(end - length, end, first.look, rect, first.y, xs=xs)


def _objects(page: Any, origin: tuple[float, float]) -> tuple[tuple[Shot, ...], tuple[Drawing, ...]]:
    import pypdfium2.raw as raw

    shots: list[Shot] = []
    drawings: list[Drawing] = []
    for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH)):
        left, bottom, right, top = thing.get_bounds()
        rect = Rect(pt(left - origin[0]), pt(origin[1] - top), pt(right - left), pt(top - bottom))
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            name = f"picture {len(shots) + 1}"
            pixels = tuple(thing.get_px_size())
            shots.append(Shot(name, name, "", _digest(thing), "", rect, rect, pixels))
        else:
            drawings.append(Drawing("rules", "rule", "", rect))
    return tuple(shots), tuple(drawings)


def _digest(image: Any) -> str:
    from hashlib import sha256

    return sha256(bytes(image.get_data(decode_simple=False))).hexdigest()


def matched(a: Proof, b: Proof) -> tuple[Proof, Proof]:
    """Both proofs with one key and one name for the texts that are versions of each other: equal ones first,
    then by what they have in common, then by their place."""
    left, right = list(a.texts), list(b.texts)
    pairs: list[tuple[Text, Text]] = []
    for alike in (_equal, _common, _one_place):
        near = len(left) * len(right) < MANY
        ranked = sorted(
            (
                (likeness, i, j)
                for i, x in enumerate(left)
                for j, y in enumerate(right)
                if (near or abs(i - j) < NEIGHBOURS) and (likeness := alike(x, y))
            ),
            key=lambda found: (-found[0], abs(found[1] - found[2])),
        )
        used_a: set[int] = set()
        used_b: set[int] = set()
        for _, i, j in ranked:
            if i not in used_a and j not in used_b:
                used_a.add(i)
                used_b.add(j)
                pairs.append((left[i], right[j]))
        left = [x for i, x in enumerate(left) if i not in used_a]
        right = [y for j, y in enumerate(right) if j not in used_b]
    theirs = {y.key: x for x, y in pairs}
    texts = tuple(
        replace(y, key=theirs[y.key].key, block=theirs[y.key].block)
        if y.key in theirs
        else replace(y, key=("text", f"new {y.key[1]}"))
        for y in b.texts
    )
    return a, replace(b, texts=texts)


def _equal(a: Text, b: Text) -> float:
    return float(a.text == b.text) * (1 + (a.stretches[0].rect == b.stretches[0].rect))


def _common(a: Text, b: Text) -> float:
    """The part of the longer text that both have, 0 if it is too small to tell."""
    most = max(len(a.text), len(b.text))
    if min(len(a.text), len(b.text)) < LIKE * most:
        return 0.0
    kept = len(a.text) - sum(e.a2 - e.a1 for e in edits(a.text, b.text))
    return kept / most if kept > LIKE * most else 0.0


def _one_place(a: Text, b: Text) -> float:
    """Type of one size in one place: a page number, a date."""
    one, other = a.stretches[0], b.stretches[0]
    return float(one.look.size == other.look.size and one.rect.overlaps(other.rect))
