"""P301: a newer PDF version than the claimed standard knows. X-1a and X-3 of 2003 are PDF 1.4 (ISO 15930-4,
-6), X-4 is PDF 1.6 (ISO 15930-7), A-1 1.4, A-2, A-3 and UA-1 1.7. Programs of that time may misread what came
later."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

NEWEST = {
    "pdf/x-1a": (1, 4),
    "pdf/x-3": (1, 4),
    "pdf/x-4": (1, 6),
    "pdf/a-1a": (1, 4),
    "pdf/a-1b": (1, 4),
    "pdf/a-2a": (1, 7),
    "pdf/a-2b": (1, 7),
    "pdf/a-2u": (1, 7),
    "pdf/ua-1": (1, 7),
}


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for claim in file.claims:
        newest = NEWEST.get(claim)
        if newest and file.version > newest:
            have, may = (".".join(map(str, version)) for version in (file.version, newest))
            yield Hit({"standard": claim, "version": have, "limit": may})
