"""P203: text in a font that is not in the file. The press would take another one, with other widths and perhaps
without Chinese characters (forbidden by PDF/X and PDF/A)."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for font in file.fonts:
        if not font.embedded:
            yield Hit({"face": font.name})
