"""P304: something see-through in a file that claims a standard without transparency: PDF/X-1a, X-3 (ISO
15930-4) and PDF/A-1."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

OPAQUE = ("pdf/x-1a", "pdf/x-3", "pdf/a-1a", "pdf/a-1b")


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    standard = next((claim for claim in file.claims if claim in OPAQUE), "")
    for number, page in enumerate(file.pages, 1):
        if standard and page.transparency:
            yield Hit({"standard": standard, "reason": ", ".join(page.transparency)}, page=number)
