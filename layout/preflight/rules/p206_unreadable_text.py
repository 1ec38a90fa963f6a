"""P206: a font whose codes can't be turned into text: no ToUnicode, no known encoding. It prints, but nobody can
search it, copy it or have it read aloud. An error where a standard asks for it (PDF/A-2a, A-2u, UA-1)."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "warning"

READABLE = ("pdf/a-1a", "pdf/a-2a", "pdf/a-2u", "pdf/a-3a", "pdf/a-3u", "pdf/ua-1", "pdf/ua-2")


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    promised = any(claim in READABLE for claim in file.claims)
    for font in file.fonts:
        if not font.mapped:
            yield Hit({"face": font.name}, severity="error" if promised else None)
