"""P302: a claim to PDF/X that is made by halves: an output intent for PDF/X without the standard's name, X-4 named
in Info only and not in XMP, X-1a in XMP only; or a file without identifier, title or dates (ISO 15930-4, -7)."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

NEEDED = {"Title": "dc:title", "CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"}


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    if not file.exchange:
        if any(intent.subtype == "GTS_PDFX" for intent in file.intents):
            yield Hit({"what": "GTS_PDFXVersion"})
        return
    if not file.identified:
        yield Hit({"what": "ID"})
    for key, name in NEEDED.items():
        if not (file.info.get(key) or file.xmp.get(name)):
            yield Hit({"what": key})
    if file.exchange == "pdf/x-4" and "pdfxid:GTS_PDFXVersion" not in file.xmp:
        yield Hit({"what": "pdfxid:GTS_PDFXVersion"})
    if file.exchange in ("pdf/x-1a", "pdf/x-3") and "GTS_PDFXVersion" not in file.info:
        yield Hit({"what": "GTS_PDFXVersion"})
