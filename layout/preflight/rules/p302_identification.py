"""P302: a claim to PDF/X that is made by halves: an output intent for PDF/X without the standard's name in XMP
and Info, X-4 named in Info only (ISO 15930-7, 6.10), X-1a without its conformance, a file without title or
identifier."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    if not file.exchange:
        if any(intent.subtype == "GTS_PDFX" for intent in file.intents):
            yield Hit({"what": "GTS_PDFXVersion"})
        return
    if not file.identified:
        yield Hit({"what": "ID"})
    if not (file.info.get("Title") or file.xmp.get("dc:title")):
        yield Hit({"what": "Title"})
    if file.exchange == "pdf/x-4" and "pdfxid:GTS_PDFXVersion" not in file.xmp:
        yield Hit({"what": "pdfxid:GTS_PDFXVersion"})
    if file.exchange in ("pdf/x-1a", "pdf/x-3") and "GTS_PDFXVersion" not in file.info:
        yield Hit({"what": "GTS_PDFXVersion"})
