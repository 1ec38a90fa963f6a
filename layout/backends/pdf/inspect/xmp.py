"""The XMP packet of a file as flat text (ISO 16684-1)."""

from xml.etree.ElementTree import Element, ParseError, fromstring

LIMIT = 2_000_000  # bytes; what describes a page is a few thousand

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}


def flat(packet: bytes) -> dict[str, str]:
    """The properties with a well-known namespace by `prefix:name`: their text, or that of the first member of
    their list. Nothing where the packet is no XML, or longer than `LIMIT`."""
    if len(packet) > LIMIT or b"<!ENTITY" in packet:
        return {}
    try:
        root = fromstring(packet.strip(b"\0 \r\n\t"))
    except (ParseError, ValueError):
        return {}
    found: dict[str, str] = {}
    for described in root.iter(f"{_RDF}Description"):
        for name, value in described.attrib.items():
            _keep(found, name, value)
        for child in described:
            _keep(found, child.tag, _text(child))
    return found


def _keep(found: dict[str, str], name: str, value: str) -> None:
    namespace, _, local = name.lstrip("{").partition("}")
    if namespace in _PREFIXES and local:
        found.setdefault(f"{_PREFIXES[namespace]}:{local}", value.strip())


def _text(element: Element) -> str:
    member = element.find(f".//{_RDF}li")
    return (element.text if member is None else member.text) or ""
