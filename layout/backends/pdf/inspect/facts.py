"""What `inspect` finds in a file."""

from typing import TypeAlias

from msgspec import Struct

from layout.sheet import Sheet

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in points, as the file has them."""


class FontFacts(Struct, frozen=True):
    """A font that text is shown in. `wrong_widths` counts the glyphs whose width is not the program's; -1 where
    there is nothing to compare with. `mapped`: its codes can be turned into text."""

    name: str
    kind: str
    embedded: bool
    mapped: bool
    fs_type: int = -1
    wrong_widths: int = -1


class IntentFacts(Struct, frozen=True):
    """An output intent. `components` and `kind` are those of the embedded profile, 0 and "" without one."""

    subtype: str
    identifier: str = ""
    registry: str = ""
    components: int = 0
    kind: str = ""


class Annotation(Struct, frozen=True):
    """An annotation; `printed` as its flags say."""

    kind: str
    area: Box
    printed: bool


class PageFacts(Struct, frozen=True):
    """A page. `boxes` are by name ("MediaBox"), those that it has; `transparency` says what on it is see-through
    and `fontless` names the fonts that text is shown in and that the file does not have. `broken` is why its
    content could not be read to the end."""

    boxes: dict[str, Box]
    sheet: Sheet
    annotations: tuple[Annotation, ...] = ()
    transparency: tuple[str, ...] = ()
    fontless: tuple[str, ...] = ()
    broken: str = ""


class FileFacts(Struct, frozen=True):
    """A file. `version` is (1, 7) for PDF 1.7. `info` and `xmp` hold text, `xmp` by `prefix:name` for the
    well-known namespaces; `trapped` is Info's name without its slash. `locked`: nothing else could be read."""

    version: tuple[int, int]
    pages: tuple[PageFacts, ...] = ()
    fonts: tuple[FontFacts, ...] = ()
    intents: tuple[IntentFacts, ...] = ()
    info: dict[str, str] = {}
    xmp: dict[str, str] = {}
    trapped: str = ""
    identified: bool = False
    encrypted: bool = False
    locked: bool = False
    tagged: bool = False
    language: str = ""
    layers: int = 0
    scripts: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The standards that the file says it keeps: `pdf/x-1a`, `pdf/x-4`, `pdf/a-2b`, `pdf/ua-1` …"""
        exchange = self.xmp.get("pdfxid:GTS_PDFXVersion") or self.info.get("GTS_PDFXVersion", "")
        exchange = self.info.get("GTS_PDFXConformance") or exchange
        archive = self.xmp.get("pdfaid:part", "") + self.xmp.get("pdfaid:conformance", "")
        access = self.xmp.get("pdfuaid:part", "")
        said = (
            exchange.partition(":")[0].lower().replace("pdf/x", "pdf/x", 1),
            archive and f"pdf/a-{archive.lower()}",
            access and f"pdf/ua-{access}",
        )
        return tuple(name for name in said if name)

    @property
    def exchange(self) -> str:
        """Which PDF/X the file claims; "" for none."""
        return next((name for name in self.claims if name.startswith("pdf/x")), "")
