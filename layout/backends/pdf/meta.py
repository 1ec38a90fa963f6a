"""What the file says of itself: the information dictionary and the same as XMP (ISO 32000-1, 14.3)."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from layout import __version__
from layout.backends.pdf.syntax import ascii_string, string
from layout.scene.items import Meta

if TYPE_CHECKING:
    from layout.backends.pdf.file import Entries

PRODUCER = f"layout {__version__}"


def moment(meta: Meta, epoch: int | None) -> datetime | None:
    """When the file was made, in UTC: `epoch` (seconds, as in SOURCE_DATE_EPOCH), else midnight of the page's
    date, else unknown. Never the clock. Raises ValueError for a page's date that is not YYYY-MM-DD."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    if meta.date:
        day = date.fromisoformat(meta.date)
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return None


def information(meta: Meta, when: datetime | None) -> "Entries":
    """The information dictionary; what is not known is left out."""
    words = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "Keywords": ", ".join(meta.keywords),
    }
    entries = {key: string(text) for key, text in words.items() if text}
    entries |= {"Producer": ascii_string(PRODUCER), "Trapped": "/False"}
    if when:
        stamp = ascii_string(when.strftime("D:%Y%m%d%H%M%S+00'00'"))
        entries |= {"CreationDate": stamp, "ModDate": stamp}
    return entries


def xmp(meta: Meta, when: datetime | None) -> bytes:
    """The XMP packet, saying what `information` says."""
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""
    subjects = "".join(f"<rdf:li>{_xml(word)}</rdf:li>" for word in meta.keywords)
    lines = (
        ("dc:format", "application/pdf"),
        ("dc:title", _in("Alt", meta.title, ' xml:lang="x-default"')),
        ("dc:creator", _in("Seq", meta.author)),
        ("dc:description", _in("Alt", meta.subject, ' xml:lang="x-default"')),
        ("dc:subject", f"<rdf:Bag>{subjects}</rdf:Bag>" if subjects else ""),
        ("dc:language", _in("Bag", meta.language)),
        ("pdf:Keywords", _xml(", ".join(meta.keywords))),
        ("pdf:Producer", _xml(PRODUCER)),
        ("pdf:Trapped", "False"),
        ("xmp:CreateDate", stamp),
        ("xmp:ModifyDate", stamp),
    )
    body = "\n".join(f"<{key}>{value}</{key}>" for key, value in lines if value)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\n'
        f"{body}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>\n'
    ).encode()


def _in(kind: str, text: str, attribute: str = "") -> str:
    """`text` as the only member of an RDF container; "" for none."""
    return f"<rdf:{kind}><rdf:li{attribute}>{_xml(text)}</rdf:li></rdf:{kind}>" if text else ""


def _xml(text: str) -> str:
    """Character data. Control characters, which XML 1.0 can't hold, go."""
    kept = "".join(c for c in text if c >= " " or c in "\t\n")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
