"""P307: the theme asks for a standard that the finished file does not claim."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for standard in limits.asked.standards if limits.asked else ():
        if standard not in file.claims:
            yield Hit({"standard": standard})
