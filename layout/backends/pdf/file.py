"""The file: numbered objects, cross-reference table, trailer. The only module that knows reportlab.

reportlab's `pdfdoc` writes the file; its canvas, fonts and images are not used. What each hook is for:

- Objects are handed over as dictionaries of ready PDF syntax, because reportlab's own names break on letters
  above U+00FF (`#` and three digits) and its numbers lose places.
- `_Stream` puts an end-of-line before `endstream`, which reportlab leaves out and ISO 32000-1, 7.3.8.1 asks
  for. It also deflates (zlib, level 4: a third quicker than 6, and two hundredths larger), in the background
  where that pays; reportlab's filters would add ASCII85 by default.
- The file's identifier is the hash of what is in the file; reportlab's ignores the pages.
- Every document of reportlab's has the object `BasicFonts`, an empty dictionary; it becomes our font
  resources, so that no stray object and none of the unembedded standard fonts are in the file.
- `invariant=1` keeps the clock out. (reportlab still parses SOURCE_DATE_EPOCH and fails if it is not a
  number; the value goes nowhere.)
- The information dictionary and the catalog are replaced on the instance: reportlab's catalog knows no output
  intents, language as text or article threads, and has an outline in any case.
"""

from hashlib import md5
from threading import Thread
from typing import TypeAlias
from zlib import compress

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument, PDFObject

Entries: TypeAlias = dict[str, str]
"""A dictionary object: keys without their slash, values in PDF syntax."""


# Deflating is half of the work, and zlib lets other threads run; shorter data is not worth a thread.
_LONG = 50_000


class _Dictionary(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """Ready entries, written as they are: a tagged page has hundreds, and reportlab formats each part of each."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries

    def format(self, document: object) -> bytes:
        return "<<\n{}\n>>".format("\n".join(f"/{k} {v}" for k, v in self.entries.items())).encode("ascii")


class _Stream(_Dictionary):
    """A dictionary and its data, written as they are too."""

    def __init__(self, entries: Entries, data: bytes, deflate: bool) -> None:
        super().__init__(entries | {"Filter": "/FlateDecode"} if deflate else entries)
        self._data = data
        self._worker: Thread | None = None
        if deflate and len(data) > _LONG:
            self._worker = Thread(target=self._deflate)
            self._worker.start()
        elif deflate:
            self._deflate()

    def _deflate(self) -> None:
        self._data = compress(self._data, 4)

    def format(self, document: object) -> bytes:
        if self._worker:
            self._worker.join()
        self.entries = self.entries | {"Length": str(len(self._data))}
        # After data that end in a carriage return a line feed alone would be read as the second half of one
        # end of line, and the data as a byte shorter than their Length.
        end = b"\r\nendstream\n" if self._data.endswith(b"\r") else b"\nendstream\n"
        return b"".join((super().format(document), b"\nstream\n", self._data, end))


class File:
    """A PDF file in the making, of version 1.`minor`. References are strings such as "12 0 R"."""

    def __init__(self, minor: int = 7) -> None:
        self._document = PDFDocument(invariant=1, pdfVersion=(1, minor))
        self._digest = md5(usedforsecurity=False)
        self._fonts = self._document.idToObject[BasicFonts]
        self._reserved: dict[str, _Dictionary] = {}
        self.fonts = self._reference(self._fonts)

    def add(self, entries: Entries) -> str:
        """A new dictionary object; its reference."""
        self._note(entries)
        return self._reference(_Dictionary(entries))

    def reserve(self) -> str:
        """The reference of a dictionary object that is told later what is in it (`fill`), so that two objects
        can name each other."""
        empty = _Dictionary({})
        reference = self._reference(empty)
        self._reserved[reference] = empty
        return reference

    def fill(self, reference: str, entries: Entries) -> None:
        """The content of a reserved object."""
        self._note(entries)
        self._reserved.pop(reference).entries = entries

    def stream(self, entries: Entries, data: bytes, *, deflate: bool = True, digest: str = "") -> str:
        """A new stream object with the given content; its reference. Without `deflate`, `data` is written as
        it is and `entries` say how it is encoded. `digest`: a hash of `data`, where it is known."""
        self._note(entries)
        self._digest.update(digest.encode() or data)
        return self._reference(_Stream(entries, data, deflate))

    def font(self, key: str, reference: str) -> None:
        """Makes a font known to all pages as `key`."""
        self._fonts[key] = reference

    def page(self, reference: str, entries: Entries) -> None:
        """The next page, under a reserved reference."""
        page = self._reserved[reference]
        parent = self._reference(self._document.Pages)
        self.fill(reference, entries | {"Type": "/Page", "Parent": parent})
        self._document.Pages.addPage(page)

    def identifier(self, info: Entries) -> str:
        """A name for the file from all that is in it so far, 32 hexadecimal digits."""
        self._note(info)
        return self._digest.hexdigest()

    def finish(self, info: Entries, catalog: Entries, identifier: str) -> bytes:
        """The whole file, with its information dictionary, its catalog and its identifier."""
        document = self._document
        document._ID = f"[<{identifier}><{identifier}>]"
        document.info = _Dictionary(info)
        pages = self._reference(document.Pages)
        document.Catalog = _Dictionary(catalog | {"Type": "/Catalog", "Pages": pages})
        written: bytes = document.format()
        return written

    def _note(self, entries: Entries) -> None:
        self._digest.update(repr(sorted(entries.items())).encode())

    def _reference(self, thing: object) -> str:
        reference: bytes = self._document.Reference(thing).format(self._document)
        return reference.decode()
