"""Facts about a finished PDF, ours or anyone's. In: its bytes. Out: `FileFacts`, nothing judged.

pikepdf reads the file, pdfium its text; both are imported here only.
"""

from io import BytesIO
from typing import Any

from msgspec.structs import replace

from layout.backends.pdf.inspect.content import Reader
from layout.backends.pdf.inspect.facts import Annotation, Box, FileFacts, FontFacts, IntentFacts, PageFacts
from layout.backends.pdf.inspect.fonts import font_facts
from layout.backends.pdf.inspect.marks import Corners, Marks
from layout.backends.pdf.inspect.state import Matrix
from layout.backends.pdf.inspect.xmp import flat
from layout.sheet import Typeface

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
HIDDEN, PRINTED = 2, 4  # flags of an annotation (ISO 32000-1, table 165)
ACTIONS = ("/JavaScript", "/Launch")

# What reading raises where an object is of another kind than it must be: files are damaged in every way.
DAMAGE = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError)


class Unreadable(Exception):
    """The bytes are no PDF, or one too damaged to be read."""


def inspect(data: bytes) -> FileFacts:
    """What is in the PDF `data`. Raises `Unreadable`."""
    import logging

    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what is wrong is said by findings
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _facts(pdf)
    except pikepdf.PasswordError:
        return FileFacts((0, 0), encrypted=True, locked=True)
    except (pikepdf.PdfError, *DAMAGE) as fault:
        raise Unreadable(str(fault)) from None


def _facts(pdf: Any) -> FileFacts:
    readers = [_read(page) for page in pdf.pages]
    fonts = _fonts(readers)
    pages = tuple(_page(page, reader, fonts) for page, reader in zip(pdf.pages, readers))
    root, info = pdf.Root, pdf.docinfo if "/Info" in pdf.trailer else {}
    return FileFacts(
        version=_version(pdf),
        pages=pages,
        fonts=tuple(fonts.values()),
        intents=tuple(_intent(intent) for intent in root.get("/OutputIntents", ())),
        info={str(key)[1:]: str(value) for key, value in dict(info).items() if str(key) != "/Trapped"},
        xmp=flat(bytes(root.Metadata.read_bytes())) if "/Metadata" in root else {},
        trapped=str(info.get("/Trapped", "/"))[1:],
        identified="/ID" in pdf.trailer,
        encrypted=pdf.is_encrypted,
        tagged=bool(root.get("/MarkInfo", {}).get("/Marked", False)) and "/StructTreeRoot" in root,
        language=str(root.get("/Lang", "")),
        layers=len(root.get("/OCProperties", {}).get("/OCGs", ())),
        scripts=_scripts(pdf),
    )


def _version(pdf: Any) -> tuple[int, int]:
    major, minor = str(pdf.pdf_version).split(".")[:2]
    later = str(pdf.Root.get("/Version", "/0.0"))[1:].split(".")
    return max((int(major), int(minor)), (int(later[0]), int(later[-1])))


def _read(page: Any) -> Reader:
    """A page's content, as far as it can be read."""
    import pikepdf

    boxes, zoom = _boxes(page), float(page.obj.get("/UserUnit", 1))
    trim = boxes.get("TrimBox") or boxes.get("CropBox") or boxes["MediaBox"]
    matrix: Matrix = (zoom, 0.0, 0.0, zoom, 0.0, 0.0)
    reader = Reader(Marks(_zoomed(trim, zoom)), matrix)
    try:
        reader.read(page, page.resources)
    except (pikepdf.PdfError, *DAMAGE) as fault:
        reader.truncated = str(fault) or type(fault).__name__
    if str(page.obj.get("/Group", {}).get("/S")) == "/Transparency":
        reader.transparency.setdefault("Group")
    return reader


def _fonts(readers: list[Reader]) -> dict[tuple[int, int], FontFacts]:
    """All fonts by object number, each judged by what all pages show in it."""
    fonts: dict[tuple[int, int], Any] = {}
    codes: dict[tuple[int, int], set[int]] = {}
    for reader in readers:
        fonts |= reader.fonts
        for number, shown in reader.codes.items():
            codes[number] = codes.get(number, set()) | shown
    return {number: _font(font, codes.get(number, set())) for number, font in fonts.items()}


def _page(page: Any, reader: Reader, fonts: dict[tuple[int, int], FontFacts]) -> PageFacts:
    faces = tuple(Typeface(fonts[number].name, fonts[number].fs_type) for number in reader.fonts)
    sheet = replace(reader.marks.sheet(), faces=faces)
    annotations = tuple(_annotation(note) for note in page.obj.get("/Annots", ()))
    seen, lost = tuple(reader.transparency), tuple(reader.fontless)
    return PageFacts(_boxes(page), sheet, annotations, seen, lost, reader.truncated)


def _boxes(page: Any) -> dict[str, Box]:
    boxes = {name: _box(page.obj[f"/{name}"]) for name in BOXES if f"/{name}" in page.obj}
    return {"MediaBox": _box(page.mediabox), **boxes}


def _box(box: Any) -> Box:
    x1, y1, x2, y2 = (float(v) for v in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _zoomed(box: Box, zoom: float) -> Corners:
    return box[0] * zoom, box[1] * zoom, box[2] * zoom, box[3] * zoom


def _font(font: Any, codes: set[int]) -> FontFacts:
    import pikepdf

    try:
        return font_facts(font, codes)
    except (pikepdf.PdfError, *DAMAGE):
        return FontFacts(str(font.get("/BaseFont", "/?"))[1:], "damaged", embedded=False, mapped=False)


def _annotation(note: Any) -> Annotation:
    flags = int(note.get("/F", 0))
    area = _box(note.Rect) if "/Rect" in note else (0.0, 0.0, 0.0, 0.0)
    return Annotation(str(note.get("/Subtype", "/"))[1:], area, bool(flags & PRINTED) and not flags & HIDDEN)


def _intent(intent: Any) -> IntentFacts:
    profile = intent.get("/DestOutputProfile")
    header = b"" if profile is None else bytes(profile.read_bytes())[:128]
    return IntentFacts(
        subtype=str(intent.get("/S", "/"))[1:],
        identifier=str(intent.get("/OutputConditionIdentifier", "")),
        registry=str(intent.get("/RegistryName", "")),
        components=int(profile.get("/N", 0)) if profile is not None else 0,
        kind=header[12:16].decode("latin-1") if header[36:40] == b"acsp" else "",
    )


def _scripts(pdf: Any) -> tuple[str, ...]:
    """Where the file would run something: scripts, programs to start."""
    found: dict[str, None] = {}
    root = pdf.Root
    if "/JavaScript" in root.get("/Names", {}):
        found["Names/JavaScript"] = None
    for place, owner in (("OpenAction", root.get("/OpenAction")), ("AA", root.get("/AA"))):
        if owner is not None and _acts(owner):
            found[place] = None
    for page in pdf.pages:
        owners = [page.obj, *page.obj.get("/Annots", ())]
        if any(_acts(owner.get("/AA", {})) or _acts(owner.get("/A", {})) for owner in owners):
            found["Page"] = None
    return tuple(found)


def _acts(action: Any) -> bool:
    import pikepdf

    if not isinstance(action, pikepdf.Dictionary):
        return False
    inner = (value for key, value in action.items() if str(key) not in ("/P", "/Parent", "/Next"))
    return str(action.get("/S")) in ACTIONS or any(
        isinstance(value, pikepdf.Dictionary) and str(value.get("/S")) in ACTIONS for value in inner
    )
