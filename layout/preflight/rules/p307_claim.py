"""P307: a standard is asked for, by the theme or by whoever checks, that the file does not claim."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

MORE = {"pdf/a-2b": ("pdf/a-2u", "pdf/a-2a")}  # what keeps more keeps less too (ISO 19005-2, 5)


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for standard in limits.asked.standards if limits.asked else ():
        if not {standard, *MORE.get(standard, ())} & {*file.claims}:
            yield Hit({"standard": standard})
