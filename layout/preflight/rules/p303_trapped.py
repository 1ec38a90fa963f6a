"""P303: a PDF/X file that does not say whether it has been trapped: `Trapped` of Info must be True or False
(ISO 15930-7)."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    said = file.trapped or file.xmp.get("pdf:Trapped", "")
    if file.exchange and said not in ("True", "False"):
        yield Hit({"said": said or "—"})
