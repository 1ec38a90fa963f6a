"""Pages of PDF files as pictures, vectors kept: their size, what a press would mind in them, their objects.

pikepdf is imported here and nowhere else on the way to a file, and only when a page has such a picture.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from layout.picture import PictureError, PictureFacts

if TYPE_CHECKING:
    from pikepdf import Page

Entries: TypeAlias = dict[str, str]

FINE = 100  # a picture's "pixels" are hundredths of a point
DEPTH = 60  # dictionaries in dictionaries, before a file is taken for a trap
LEFT_OUT = (
    "/Parent",
    "/StructParents",
    "/StructParent",
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/Length",
)
RGB = ("/DeviceRGB", "/CalRGB")
# How the unit square is turned by the page's /Rotate, clockwise.
TURNS = {0: "1 0 0 1 0 0", 90: "0 -1 1 0 0 1", 180: "-1 0 0 -1 1 1", 270: "0 1 -1 0 1 0"}


def page_facts(data: bytes) -> PictureFacts:
    """The size of the first page of the PDF `data` as trimmed, in hundredths of a point. Raises `PictureError`."""
    with _first_page(data) as page:
        _, _, width, height = _box(page)
        if width <= 0 or height <= 0:
            raise PictureError("broken")
        size = round(width * FINE), round(height * FINE)
        return PictureFacts(*(size if _turn(page) % 180 == 0 else size[::-1]), "cmyk", "PDF")


def form(
    data: bytes,
    stream: Callable[[Entries, bytes, bool], str],
    add: Callable[[Entries], str],
) -> tuple[str, tuple[str, ...]]:
    """The first page of the PDF `data` as a form XObject that fills the unit square, as an image does (ISO 32000-1,
    8.10), its objects written by `stream` (entries, content, whether to deflate) and `add`. Its reference, and what
    there is in it that PDF/X forbids on a CMYK page: "rgb", "font" (one that is not embedded).
    """
    with _first_page(data) as page:
        faults: set[str] = set()
        copier = _Copier(stream, add, faults)
        left, foot, width, height = _box(page)
        page.contents_coalesce()
        contents = page.obj.get("/Contents")
        content = contents.read_bytes() if contents is not None else b""
        _look_at(page.obj, faults)
        scale = f"{_number(1 / width)} 0 0 {_number(1 / height)} {_number(-left / width)} {_number(-foot / height)}"
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[{' '.join(map(_number, (left, foot, left + width, foot + height)))}]",
            "Matrix": f"[{scale}]",
            "Resources": copier.value(page.resources),
        }
        if "/Group" in page.obj:
            entries["Group"] = copier.value(page.obj["/Group"])
        inner = stream(entries, content, True)
        turn = _turn(page)
        if not turn:
            return inner, tuple(sorted(faults))
        outer = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": "[0 0 1 1]",
            "Resources": f"<</XObject <</P {inner}>>>>",
        }
        return stream(outer, f"{TURNS[turn]} cm /P Do\n".encode(), True), tuple(sorted(faults))


class _Copier:
    """Objects of another file, written into ours; each indirect one once."""

    def __init__(
        self,
        stream: Callable[[Entries, bytes, bool], str],
        add: Callable[[Entries], str],
        faults: set[str],
    ) -> None:
        self._stream, self._add, self._faults = stream, add, faults
        self._known: dict[tuple[int, int], str] = {}
        self._open: set[tuple[int, int]] = set()

    def value(self, thing: Any, depth: int = 0) -> str:
        """The object in the syntax of PDF, as a reference where it is a stream or was an indirect dictionary."""
        import pikepdf

        if depth > DEPTH:
            raise PictureError("unsupported")
        if isinstance(thing, bool):
            return "true" if thing else "false"
        if thing is None:
            return "null"
        if isinstance(thing, int | Decimal | float):
            return _number(thing)
        if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
            return self._holder(thing, depth)
        if isinstance(thing, pikepdf.Array):
            return "[" + " ".join(self.value(part, depth + 1) for part in thing) + "]"
        if isinstance(thing, pikepdf.String):
            return f"<{bytes(thing).hex()}>"
        return str(thing.unparse().decode("ascii", "replace"))

    def _holder(self, thing: Any, depth: int) -> str:
        import pikepdf

        key = thing.objgen
        indirect = key != (0, 0)
        if indirect and key in self._known:
            return self._known[key]
        if key in self._open:  # an object that holds itself: nothing that paints does
            return "null"
        if indirect:
            self._open.add(key)
        self._look(thing)
        entries = {
            name[1:]: self.value(part, depth + 1) for name, part in thing.items() if name not in LEFT_OUT
        }
        self._open.discard(key)
        if isinstance(thing, pikepdf.Stream):
            reference = self._stream(entries, thing.read_raw_bytes(), False)
        elif indirect:
            reference = self._add(entries)
        else:
            return "<<" + " ".join(f"{_name(name)} {part}" for name, part in entries.items()) + ">>"
        if indirect:
            self._known[key] = reference
        return reference

    def _look(self, thing: Any) -> None:
        """Note what a press would mind in a dictionary."""
        import pikepdf

        space = thing.get("/ColorSpace")
        if isinstance(space, pikepdf.Name) and str(space) in RGB:
            self._faults.add("rgb")
        if isinstance(space, pikepdf.Dictionary) and any(_is_rgb(part) for part in space.values()):
            self._faults.add("rgb")
        subtype = str(thing.get("/Subtype", ""))
        if subtype == "/Form" and isinstance(thing, pikepdf.Stream):
            _look_at(thing, self._faults)
        if subtype in ("/Type1", "/TrueType", "/MMType1", "/CIDFontType0", "/CIDFontType2"):
            described = thing.get("/FontDescriptor", {})
            if not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
                self._faults.add("font")


def _look_at(content: Any, faults: set[str]) -> None:
    """Note RGB that a content stream asks for by itself."""
    from pikepdf import PdfError, parse_content_stream

    try:
        for operands, operator in parse_content_stream(content, "rg RG cs CS"):
            if str(operator) in ("rg", "RG") or any(_is_rgb(part) for part in operands):
                faults.add("rgb")
                return
    except PdfError:
        raise PictureError("broken") from None


def _is_rgb(space: Any) -> bool:
    import pikepdf

    if isinstance(space, pikepdf.Array) and len(space):
        space = space[0]
    return isinstance(space, pikepdf.Name) and str(space) in RGB


def _box(page: "Page") -> tuple[float, float, float, float]:
    """Left, foot, width and height of the page as trimmed."""
    left, foot, right, top = (float(edge) for edge in page.trimbox)
    return min(left, right), min(foot, top), abs(right - left), abs(top - foot)


def _turn(page: "Page") -> int:
    node = page.obj
    while "/Rotate" not in node and "/Parent" in node:  # an entry that pages inherit
        node = node["/Parent"]
    turn = int(node.get("/Rotate", 0)) % 360
    return turn if turn in TURNS else 0


def _name(text: str) -> str:
    plain = (chr(b) if chr(b).isalnum() and b < 128 or b in b"+-_." else f"#{b:02X}" for b in text.encode())
    return "/" + "".join(plain)


def _number(value: int | float | Decimal) -> str:
    text = f"{value:.8f}".rstrip("0").rstrip(".") if not isinstance(value, int) else str(value)
    return text if text not in ("", "-0", "-") else "0"


@contextmanager
def _first_page(data: bytes) -> "Iterator[Page]":
    """The first page; what pikepdf raises becomes `PictureError`."""
    from io import BytesIO

    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            if not len(pdf.pages):
                raise PictureError("broken")
            yield pdf.pages[0]
    except pikepdf.PasswordError:
        raise PictureError("locked") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError):
        raise PictureError("broken") from None
