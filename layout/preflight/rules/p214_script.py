"""P214: the file runs something when it is opened or clicked: JavaScript, a program. Forbidden by PDF/X (ISO
15930-7) and PDF/A, and of no use on paper."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for place in file.scripts:
        yield Hit({"place": place})
