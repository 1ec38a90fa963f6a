"""P205: widths in the font's dictionary that differ from its program's by more than 1/1000 em (ISO 19005-2,
6.2.11.5). One program sets the text by the one, the next by the other: lines run into their neighbours."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for font in file.fonts:
        if font.wrong_widths > 0:
            yield Hit({"face": font.name, "count": font.wrong_widths})
