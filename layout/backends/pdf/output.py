"""What the file is to be for the press: the standards that it keeps, the printing condition, its pictures.

A standard that turns out not to be kept is not claimed, and a finding says why (never a file that claims what
it is not).
"""

from typing import TypeVar

from msgspec.structs import replace

from layout import profiles
from layout.backends.pdf import image
from layout.backends.pdf.file import Entries, File
from layout.backends.pdf.image import Image, Inks, Shown
from layout.backends.pdf.syntax import ascii_string, string
from layout.cache import Cache
from layout.diag import Diagnostic, Fact, Severity, Where
from layout.picture import PictureError, ProfileError, picture_facts
from layout.press import Print
from layout.scene.items import Group, Item, Link, Meta, Picture, Scene
from layout.style import Colour
from layout.world import World

T = TypeVar("T")

# PDF/X and PDF/UA want a title; this one says that the page has none.
UNTITLED = "无题"

_BROKEN = {"unknown": "P011", "broken": "P012", "too-large": "P013"}
_UNSUPPORTED = "P014"


class Output:
    """The state of one file's making: what it still may claim, its images, what was found."""

    def __init__(self, scenes: tuple[Scene, ...], world: World, cache: Cache) -> None:
        self.press: Print = scenes[0].press
        self.images: dict[Shown, Image] = {}
        self._scenes, self._world = scenes, world
        self._found: list[Diagnostic] = []
        self._profile, self._is_ours = b"", not self.press.intent.profile
        self._inks: Inks | None = None
        if self.press.standards:
            self._profile = (
                profiles.newsprint() if self._is_ours else world.read_bytes(self.press.intent.profile)
            )
            self._inks = Inks(self._profile, self._is_ours, cache)

    @property
    def minor(self) -> int:
        """The version of PDF, 1.`minor`: X-1a is a kind of 1.4 (ISO 15930-4), X-4 of 1.6 (ISO 15930-7)."""
        if "pdf/x-1a" in self.press.standards:
            return 4
        return 6 if self.press.exchange else 7

    def titled(self, meta: Meta) -> Meta:
        """`meta` with a title."""
        return meta if meta.title or not self.press.standards else replace(meta, title=UNTITLED)

    def picture(self, file: File, key: str, uses: list[Picture], ground: Colour | None = None) -> None:
        """Puts a picture file into the PDF, for all its uses on a `ground` (None: on paper); one that can't be shown is
        left out."""
        source, digest = uses[0].source, uses[0].digest
        data = self._world.read_bytes(source)
        fine = self.press.resolution
        try:
            facts = picture_facts(data)
            try:
                made = image.embed(file, key, data, facts, uses, self._inks, fine, ground)
            except ProfileError:
                self._unusable(source)
                made = image.embed(file, key, data, facts, uses, None, fine, ground)
            self.images[digest, ground] = made
            if made.faults and (gone := self._drop("pdf/")):
                self._say("P016", source, file=source, faults=", ".join(made.faults), standard=gone)
            if facts.moving:
                self._say("P015", source, "warning", file=source)
        except PictureError as fault:
            self._say(_BROKEN.get(fault.reason, _UNSUPPORTED), source, file=source)

    def look_at(self, texts: dict[str, dict[int, str]]) -> None:
        """Takes back what the page's content does not allow to be claimed. `texts` are the glyphs by face."""
        if self.press.accessible:
            mute = {p.source for p in self._items(Picture) if not p.alt}
            for source in sorted(mute):
                self._say("P021", source, file=source)
            if mute:
                self._drop("pdf/ua")
        if self.press.archive or self.press.accessible:
            # ISO 19005-2, 6.2.11.8 and ISO 14289-1, 7.21.8: nothing may be shown by .notdef.
            holes = sorted(face for face, glyphs in texts.items() if 0 in glyphs)
            if holes:
                gone = self._drop("pdf/a", "pdf/ua")
                self._say("P022", "", face=", ".join(holes), standard=gone)
        if not self.links and (count := len(self._items(Link))):
            self._say("P007", "", "warning", count=count)

    @property
    def links(self) -> bool:
        """Whether pages may have links: PDF/X wants none inside the bleed (ISO 15930-7), PDF/UA only such
        as are tagged, and ours are not."""
        return not (self.press.exchange or self.press.accessible)

    def intents(self, file: File) -> Entries:
        """The catalog's output intents: for PDF/X and for PDF/A, with one profile."""
        kinds = ["GTS_PDFX"] * self.press.exchange + ["GTS_PDFA1"] * self.press.archive
        if not kinds:
            return {}
        entries: Entries = {"N": "4"}
        if self._is_ours:
            profile = file.stream(entries | {"Filter": "/FlateDecode"}, self._profile, deflate=False)
        else:
            profile = file.stream(entries, self._profile)
        intent = self.press.intent
        said: Entries = {
            "Type": "/OutputIntent",
            "OutputConditionIdentifier": _text(intent.identifier),
            "Info": _text(intent.info or intent.identifier),
            "DestOutputProfile": profile,
        }
        said |= {"RegistryName": ascii_string(intent.registry)} if intent.registry else {}
        made = [file.add(said | {"S": f"/{kind}"}) for kind in kinds]
        return {"OutputIntents": f"[{' '.join(made)}]"}

    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found so far, in order."""
        return tuple(self._found)

    def _say(self, code: str, document: str, severity: Severity = "error", **facts: Fact) -> None:
        self._found.append(Diagnostic(code, severity, Where(document), facts))

    def _drop(self, *families: str) -> str:
        """Claims no standard whose name begins like one of `families` any more; those that were claimed."""
        gone = tuple(s for s in self.press.standards if s.startswith(families))
        kept = tuple(s for s in self.press.standards if s not in gone)
        self.press = replace(self.press, standards=kept)
        return " ".join(gone)

    def _unusable(self, source: str) -> None:
        """The press profile is no use to LittleCMS: pictures stay RGB, which no standard here allows."""
        self._inks = None
        self._say("P006", source, file=source, standard=self._drop("pdf/"))

    def _items(self, kind: type[T]) -> list[T]:
        """All items of a kind, those in groups too."""
        found: list[T] = []
        rest: list[Item] = [item for scene in self._scenes for item in scene.items]
        for item in rest:  # grows
            if isinstance(item, Group):
                rest += item.items
            if isinstance(item, kind):
                found.append(item)
        return found


def _text(text: str) -> str:
    return ascii_string(text) if text.isascii() else string(text)
