"""P212: notes, form fields or links on the printed part of the page. PDF/X keeps them outside the bleed (ISO
15930-7; printer's marks and trap networks may be there); elsewhere those that print are told as a
warning."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import Box, FileFacts, PageFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

ALLOWED = ("TrapNet", "PrinterMark")
SILENT = ("Link", "Popup")  # never seen on paper


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for number, page in enumerate(file.pages, 1):
        for note in page.annotations:
            if note.kind in ALLOWED or not _overlap(note.area, _printed(page)):
                continue
            if file.exchange:
                yield Hit({"kind": note.kind}, page=number)
            elif note.printed and note.kind not in SILENT:
                yield Hit({"kind": note.kind}, page=number, severity="warning")


def _printed(page: PageFacts) -> Box:
    return page.boxes.get("BleedBox") or page.boxes.get("TrimBox") or page.boxes["MediaBox"]


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
