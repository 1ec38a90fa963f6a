"""P213: layers (optional content). What is printed depends on which are switched on where it is opened.
PDF/X-1a and X-3 forbid them; else a warning."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    if file.layers:
        forbidden = file.exchange in ("pdf/x-1a", "pdf/x-3")
        yield Hit({"count": file.layers}, severity=None if forbidden else "warning")
