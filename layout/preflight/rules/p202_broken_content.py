"""P202: a page whose content can't be read to its end, or a file without pages: what is missing is not printed."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    if not file.pages and not file.locked:
        yield Hit({"reason": "no pages"})
    for number, page in enumerate(file.pages, 1):
        if page.broken:
            yield Hit({"reason": page.broken}, page=number)
