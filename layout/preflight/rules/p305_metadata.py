"""P305: Info and XMP of a file that claims a standard contradict each other (ISO 19005-2, 6.6.3; ISO 15930-7)."""

from collections.abc import Iterator
from datetime import datetime

from layout.backends.pdf.inspect.facts import FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

SAME = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Keywords": "pdf:Keywords",
    "Producer": "pdf:Producer",
    "Creator": "xmp:CreatorTool",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
}


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    if not file.claims:
        return
    for key, name in SAME.items():
        said, also = file.info.get(key, ""), file.xmp.get(name, "")
        is_date = key.endswith("Date")
        if said and also and (_moment(said) != _moment(also) if is_date else said != also):
            yield Hit({"key": key, "info": said, "xmp": also})


def _moment(text: str) -> datetime | None:
    """A date of Info (D:YYYYMMDDHHmmSS+HH'mm') or of XMP (ISO 8601); None for neither. Without a zone it is UTC."""
    try:
        if not text.startswith("D:"):
            moment = datetime.fromisoformat(text)
        else:
            digits, zone = text[2:16], text[16:].replace("'", "")
            moment = datetime.strptime(
                digits.ljust(14, "0") + (zone if zone[1:] else "+0000"), "%Y%m%d%H%M%S%z"
            )
    except ValueError:
        return None
    return moment if moment.tzinfo else datetime.fromisoformat(f"{moment.isoformat()}+00:00")
