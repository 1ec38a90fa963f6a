"""P204: text is shown in a font that the file does not have, or of which only an empty dictionary is left. It is
simply not printed; validators pass such files."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for number, page in enumerate(file.pages, 1):
        for name in page.fontless:
            yield Hit({"face": name}, page=number)
