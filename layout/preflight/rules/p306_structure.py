"""P306: a claim that the file can be read aloud (PDF/A-2a, PDF/UA-1) without a tree of what is heading and what is
paragraph, or without its language (ISO 14289-1, 7.1 and 7.2)."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

TAGGED = ("pdf/a-1a", "pdf/a-2a", "pdf/a-3a", "pdf/ua-1", "pdf/ua-2")


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    standard = next((claim for claim in file.claims if claim in TAGGED), "")
    if standard and not file.tagged:
        yield Hit({"standard": standard, "what": "StructTreeRoot"})
    if standard and not file.language:
        yield Hit({"standard": standard, "what": "Lang"})
