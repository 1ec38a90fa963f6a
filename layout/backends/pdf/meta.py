"""What the file says of itself: the information dictionary and the same as XMP (ISO 32000-1, 14.3)."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from layout import __version__
from layout.backends.pdf.syntax import ascii_string, string
from layout.press import PLAIN, Print
from layout.scene.items import Meta

if TYPE_CHECKING:
    from layout.backends.pdf.file import Entries

PRODUCER = f"layout {__version__}"

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


def moment(meta: Meta, epoch: int | None, *, needed: bool = False) -> datetime | None:
    """When the file was made, in UTC: `epoch` (seconds, as in SOURCE_DATE_EPOCH), else midnight of the page's
    date, else unknown; where a date is `needed` (PDF/X wants one), the beginning of 1970 then says that none is
    known. Never the clock. Raises ValueError for a page's date that is not YYYY-MM-DD."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    if meta.date:
        day = date.fromisoformat(meta.date)
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return datetime.fromtimestamp(0, UTC) if needed else None


def information(meta: Meta, when: datetime | None, press: Print = PLAIN) -> "Entries":
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
    if "pdf/x-1a" in press.standards:  # ISO 15930-4
        entries["GTS_PDFXVersion"] = ascii_string("PDF/X-1a:2003")
    return entries


def xmp(meta: Meta, when: datetime | None, press: Print = PLAIN, identifier: str = "") -> bytes:
    """The XMP packet, saying what `information` says and which standards the file keeps."""
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
        # The XMP that PDF/A allows knows no such property (ISO 19005-2, 6.6.2.3.1).
        ("pdf:Trapped", "" if press.archive else "False"),
        ("xmp:CreateDate", stamp),
        ("xmp:ModifyDate", stamp),
        *_claims(press, stamp, identifier),
    )
    body = "\n".join(f"<{key}>{value}</{key}>" for key, value in lines if value)
    named = "".join(
        f'\n xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if f"<{prefix}:" in body
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{named}>\n'
        f"{body}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>\n'
    ).encode()


def _claims(press: Print, stamp: str, identifier: str) -> list[tuple[str, str]]:
    """The properties by which a file says what it is, with their description where PDF/A wants one."""
    if not press.standards:
        return []
    said = [
        ("xmp:MetadataDate", stamp),
        ("xmpMM:DocumentID", f"uuid:{identifier}"),
        ("xmpMM:InstanceID", f"uuid:{identifier}"),
        ("xmpMM:RenditionClass", "default"),
        ("xmpMM:VersionID", "1"),
    ]
    foreign = []
    if "pdf/x-4" in press.standards:
        said.append(("pdfxid:GTS_PDFXVersion", "PDF/X-4"))
        foreign.append(_schema("pdfxid", "PDF/X identification", "GTS_PDFXVersion", "Text"))
    if "pdf/x-1a" in press.standards:
        said.append(("pdfx:GTS_PDFXVersion", "PDF/X-1a:2003"))
    if press.archive:
        level = "A" if "pdf/a-2a" in press.standards else "B"
        said += [("pdfaid:part", "2"), ("pdfaid:conformance", level)]
    if press.accessible:
        said.append(("pdfuaid:part", "1"))
        foreign.append(_schema("pdfuaid", "PDF/UA identification", "part", "Integer"))
    if press.archive and foreign:
        said.append(("pdfaExtension:schemas", f"<rdf:Bag>{''.join(foreign)}</rdf:Bag>"))
    return said


def _schema(prefix: str, words: str, name: str, kind: str) -> str:
    """The description of a schema that PDF/A does not know (ISO 19005-2, 6.6.2.3.3)."""
    fields = {"name": name, "valueType": kind, "category": "internal", "description": words}
    field = "".join(f"<pdfaProperty:{key}>{value}</pdfaProperty:{key}>" for key, value in fields.items())
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{words}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">{field}</rdf:li></rdf:Seq>'
        "</pdfaSchema:property></rdf:li>"
    )


def _in(kind: str, text: str, attribute: str = "") -> str:
    """`text` as the only member of an RDF container; "" for none."""
    return f"<rdf:{kind}><rdf:li{attribute}>{_xml(text)}</rdf:li></rdf:{kind}>" if text else ""


def _xml(text: str) -> str:
    """Character data. Control characters, which XML 1.0 can't hold, go."""
    kept = "".join(c for c in text if c >= " " or c in "\t\n")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
