"""P201: an encrypted file. A press's programs can't ask for a password, and PDF/X and PDF/A forbid encryption."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    if file.encrypted:
        yield Hit()
