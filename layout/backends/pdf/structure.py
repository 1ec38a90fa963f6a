"""What the page says apart from how it looks: tags, article threads, bookmarks, page labels (ISO 32000-1, 14.7,
14.8, 12.4.3, 12.3.3, 12.4.2).

The document holds an article for each story in the order in which the page's blocks name them. In an article
come the head, then the paragraphs of the copy, then pictures with their captions; a paragraph is one element
over all its lines and columns. Items that follow each other are a list, quoted paragraphs a quotation; a table has
its rows and cells (14.8.4.3). A reading stands as Ruby with its base in the midst of the paragraph (14.8.4.4.3).
What belongs to no story is a section for each block. Furniture, rules and frames are artifacts.
"""

from typing import Literal, TypeAlias

from layout.backends.pdf.file import Entries, File
from layout.backends.pdf.syntax import length, string
from layout.geometry import Rect
from layout.scene.items import GlyphRun, Item, Picture
from layout.tag import Tag

Kind: TypeAlias = Literal[
    "Document", "Art", "Sect", "H1", "H2", "P", "Figure", "Caption", "Ruby", "RB", "RT",
    "L", "LI", "LBody", "BlockQuote", "Table", "TR", "TH", "TD",
]  # fmt: skip

ARTIFACT = "/Artifact BMC"

_HEADS: dict[str, Kind] = {"headline": "H1", "caption": "Caption", "credit": "Caption"}

# Lines of one column belong to one frame unless something higher than this (in sizes of the type) is between.
_BREAK = 6


class Element:
    """A structure element in the making. `marks` are the places of its own content, page and number, and the
    elements in the midst of it."""

    def __init__(self, kind: Kind, rank: tuple[int, int] = (0, 0)) -> None:
        self.kind, self.rank = kind, rank
        self.children: dict[object, Element] = {}
        self.marks: list[tuple[int, int] | Element] = []
        self.inner: dict[object, Element] = {}
        self.paragraphs: dict[int, Element] = {}  # of an article: those of its copy, wherever below it
        self.words: list[str] = []
        self.alt, self.box = "", ""
        self.reference = ""

    def child(self, key: object, kind: Kind, rank: tuple[int, int] = (0, 0)) -> "Element":
        """The child under `key`, new if there is none."""
        found = self.children.get(key)
        if found is None:
            found = self.children[key] = Element(kind, rank)
        return found

    def inline(self, key: object, kind: Kind) -> "Element":
        """The element under `key` in the midst of the content, here if there is none yet."""
        if key not in self.inner:
            self.inner[key] = Element(kind)
            self.marks.append(self.inner[key])
        return self.inner[key]

    def ordered(self) -> list["Element"]:
        """The children as they are read."""
        return sorted(self.children.values(), key=lambda child: child.rank)

    @property
    def text(self) -> str:
        return "".join(self.words)


class Bead:
    """A frame of a story's text: the lines of one column that follow each other."""

    def __init__(self, page: int, run: GlyphRun) -> None:
        self.page, self.block, self.leg = page, run.tag.block, run.tag.leg
        self.left, self.top, self.right, self.foot = run.x, run.y - run.size, run.x, run.y
        self.reference = ""

    def takes(self, page: int, run: GlyphRun) -> bool:
        """Whether a line goes on in this frame."""
        near = run.y - self.foot < _BREAK * run.size
        return near and self.leg == run.tag.leg and self.block == run.tag.block and self.page == page

    def grow(self, run: GlyphRun) -> None:
        """Takes in a line."""
        self.left, self.top = min(self.left, run.x), min(self.top, run.y - run.size)
        self.right = max(self.right, run.x + run.xs[-1] + run.size)
        self.foot = max(self.foot, run.y + run.size // 4)

    @property
    def rect(self) -> Rect:
        return Rect(self.left, self.top, self.right - self.left, self.foot - self.top)


class Structure:
    """The tags of a whole file, gathered page by page."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.document = Element("Document")
        self.articles: dict[str, Element] = {}  # by story, in the order of reading
        self.pages: list[PageTags] = []
        self.threads: dict[str, list[Bead]] = {}
        self.tops: dict[str, str] = {}  # where a story's headline stands, as a destination

    def page(self, reference: str, media: Rect, number: int | None = None) -> "PageTags":
        """The tags of the next page, which is the object `reference`."""
        self.pages.append(PageTags(self, len(self.pages), reference, media, number))
        return self.pages[-1]

    def element(self, item: GlyphRun | Picture) -> Element:
        """The element that an item belongs to."""
        tag = item.tag
        article = self._article(tag)
        if isinstance(item, Picture):
            return article.child(("figure", tag.block, item.digest), "Figure", (2, 0))
        if tag.row >= 0:
            return _cell(article, tag)
        if tag.paragraph >= 0:
            return _paragraph(article, tag)
        kind = _HEADS.get(tag.role, "P")
        if kind == "Caption":
            return article.child(("caption", tag.block), kind, (2, 0))
        if tag.role == "quote":
            return article.child(("quote", tag.block), "BlockQuote", (2, 0)).child("words", "P")
        return article.child((tag.role if tag.story else "", tag.block), kind)

    def _article(self, tag: Tag) -> Element:
        if tag.story:
            article = self.document.child(("story", tag.story), "Art")
            return self.articles.setdefault(tag.story, article)
        return self.document.child(("block", tag.block), "Sect")

    def finish(self) -> Entries:
        """Writes everything; what the catalog says of it."""
        entries: Entries = {
            "MarkInfo": "<</Marked true>>",
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "StructTreeRoot": self._tree(),
        }
        labels = [
            f"{page.index} <</S /D /St {page.number}>>" for page in self.pages if (page.number or 0) > 0
        ]
        if labels and len(labels) == len(self.pages):
            entries["PageLabels"] = f"<</Nums [{' '.join(labels)}]>>"
        titles = {story: _title(article) for story, article in self.articles.items()}
        threads = [self._thread(story, titles.get(story, "")) for story in self.threads]
        if threads:
            entries["Threads"] = f"[{' '.join(threads)}]"
        outline = self._outline({s: t for s, t in titles.items() if t and s in self.tops})
        return entries | outline

    # The tree

    def _tree(self) -> str:
        root = self.file.reserve()
        owners: list[list[str]] = [[""] * page.count for page in self.pages]
        top = self._element(self.document, root, owners)
        numbers = " ".join(f"{i} [{' '.join(page)}]" for i, page in enumerate(owners))
        parents = self.file.add({"Nums": f"[{numbers}]"})
        entries = {"Type": "/StructTreeRoot", "K": f"[{top}]", "ParentTree": parents}
        self.file.fill(root, entries | {"ParentTreeNextKey": str(len(owners))})
        return root

    def _element(self, element: Element, parent: str, owners: list[list[str]]) -> str:
        """Writes an element and all below it; its reference."""
        reference = self.file.reserve()
        entries: Entries = {"Type": "/StructElem", "S": f"/{element.kind}", "P": parent}
        first = next((mark[0] for mark in element.marks if isinstance(mark, tuple)), -1)
        kids = []
        for mark in element.marks:
            if isinstance(mark, Element):
                kids.append(self._element(mark, reference, owners))
                continue
            page, number = mark
            owners[page][number] = reference
            elsewhere = f"<</Type /MCR /Pg {self.pages[page].reference} /MCID {number}>>"
            kids.append(str(number) if page == first else elsewhere)
        kids += [self._element(child, reference, owners) for child in element.ordered()]
        if first >= 0:
            entries["Pg"] = self.pages[first].reference
        if element.kind == "Figure":
            entries["A"] = f"<</O /Layout /Placement /Block /BBox {element.box}>>"
            entries |= {"Alt": string(element.alt)} if element.alt else {}
        if element.kind == "TH":
            entries["A"] = "<</O /Table /Scope /Column>>"
        self.file.fill(reference, entries | {"K": f"[{' '.join(kids)}]"})
        return reference

    # Threads and bookmarks

    def _thread(self, story: str, title: str) -> str:
        beads = self.threads[story]
        thread = self.file.reserve()
        for i, bead in enumerate(beads):
            page = self.pages[bead.page]
            entries: Entries = {
                "Type": "/Bead",
                "N": beads[(i + 1) % len(beads)].reference,
                "V": beads[i - 1].reference,
                "P": page.reference,
                "R": page.box(bead.rect),
            }
            self.file.fill(bead.reference, entries | ({"T": thread} if i == 0 else {}))
        about = {"I": f"<</Title {string(title)}>>"} if title else {}
        self.file.fill(thread, {"Type": "/Thread", "F": beads[0].reference} | about)
        return thread

    def _outline(self, titles: dict[str, str]) -> Entries:
        if not titles:
            return {}
        root = self.file.reserve()
        references = [self.file.reserve() for _ in titles]
        for i, (story, title) in enumerate(titles.items()):
            entries: Entries = {"Title": string(title), "Parent": root, "Dest": self.tops[story]}
            entries |= {"Prev": references[i - 1]} if i else {}
            entries |= {"Next": references[i + 1]} if i + 1 < len(references) else {}
            self.file.fill(references[i], entries)
        ends = {"First": references[0], "Last": references[-1], "Count": str(len(references))}
        self.file.fill(root, {"Type": "/Outlines"} | ends)
        return {"Outlines": root}


def _paragraph(article: Element, tag: Tag) -> Element:
    """A paragraph of the copy: in its list or its quotation, if it is part of one. Its first run says which."""
    number, found = tag.paragraph, article.paragraphs.get(tag.paragraph)
    if found is not None:
        return found
    if tag.role == "item":
        body = _around(article, number, "L").child(number, "LI", (0, number)).child(0, "LBody")
        return article.paragraphs.setdefault(number, body)
    if tag.role == "quote":
        quoted = _around(article, number, "BlockQuote").child(number, "P", (0, number))
        return article.paragraphs.setdefault(number, quoted)
    kind: Kind = "P"
    if tag.role == "crosshead":  # no level may be skipped (ISO 14289-1, 7.4.2)
        kind = "H2" if any(c.kind == "H1" for c in article.children.values()) else "H1"
    return article.paragraphs.setdefault(number, article.child(number, kind, (1, number)))


def _around(article: Element, number: int, kind: Kind) -> Element:
    """The list or quotation that paragraph `number` goes on with, or a new one that begins with it."""
    for parent in article.children.values():
        if parent.kind == kind and number - 1 in parent.children:
            return parent
    return article.child(number, kind, (1, number))


def _cell(article: Element, tag: Tag) -> Element:
    """A cell of a table. Cells with nothing in them are there too, so that all rows are alike (ISO 14289-1, 7.5)."""
    rank = (1, tag.paragraph) if tag.paragraph >= 0 else (0, 0)
    table = article.child(("table", tag.block, tag.paragraph), "Table", rank)
    for row in range(len(table.children), tag.row + 1):
        table.child(row, "TR", (0, row))
    wide = max(tag.column + 1, *(len(row.children) for row in table.children.values()))
    for number, cells in table.children.items():
        for column in range(wide):
            cells.child(column, "TD" if number else "TH", (0, column))
    return table.children[tag.row].children[tag.column]


class PageTags:
    """The tags of one page, told item by item in painting order."""

    def __init__(self, whole: Structure, index: int, reference: str, media: Rect, number: int | None) -> None:
        self.whole, self.index, self.reference, self.number = whole, index, reference, number
        self.count = 0
        self._media = media
        self._last: Element | None = None

    def sequence(self, item: Item, said: str = "") -> str:
        """The operator that begins the marked content which `item` is part of. What must say its text itself
        (`said`, an entry of a property list) is a piece of its own."""
        if not isinstance(item, GlyphRun | Picture) or item.tag.furniture or not _says(item):
            self._last = None
            return ARTIFACT
        block = element = self.whole.element(item)
        if item.tag.ruby >= 0:
            element = _of_ruby(block, item.tag)
        if element is not self._last or said:
            element.marks.append((self.index, self.count))
            self.count += 1
        self._last = None if said else element
        if isinstance(item, Picture):
            element.alt, element.box = item.alt, self.box(item.frame)
        elif item.tag.role != "ruby":
            self._note(block, item)
        return f"/{'Span' if said else element.kind} <</MCID {self.count - 1}{said}>> BDC"

    def end(self) -> None:
        """What comes next is not in one piece with what was."""
        self._last = None

    def box(self, rect: Rect) -> str:
        """A rectangle as the page sees it."""
        left, floor = self._media.x, self._media.bottom
        corners = rect.x - left, floor - rect.bottom, rect.right - left, floor - rect.y
        return f"[{' '.join(map(length, corners))}]"

    def _note(self, element: Element, run: GlyphRun) -> None:
        """Remembers where stories begin, what heads say, which frames the text fills."""
        tag = run.tag
        if element.kind == "H1":
            element.words += run.texts
            if tag.story and tag.story not in self.whole.tops:
                x, y = length(run.x - self._media.x), length(self._media.bottom - run.y + run.size)
                self.whole.tops[tag.story] = f"[{self.reference} /XYZ {x} {y} null]"
        if tag.paragraph >= 0 and tag.story:
            beads = self.whole.threads.setdefault(tag.story, [])
            if not (beads and beads[-1].takes(self.index, run)):
                beads.append(Bead(self.index, run))
            beads[-1].grow(run)

    def entries(self) -> Entries:
        """What the page object says of its tags, when all of it has been told."""
        beads = [b for beads in self.whole.threads.values() for b in beads if b.page == self.index]
        for bead in beads:
            bead.reference = self.whole.file.reserve()
        said = {"StructParents": str(self.index)} if self.count else {}
        return said | ({"B": f"[{' '.join(bead.reference for bead in beads)}]"} if beads else {})


def _of_ruby(block: Element, tag: Tag) -> Element:
    """The base or the reading, in a Ruby of the block."""
    ruby = block.inline(tag.ruby, "Ruby")
    return ruby.child("RT", "RT", (1, 0)) if tag.role == "ruby" else ruby.child("RB", "RB")


def _says(item: GlyphRun | Picture) -> bool:
    """Whether there is anything to read or to see."""
    return isinstance(item, Picture) or any(item.texts)


def _title(article: Element) -> str:
    return next((e.text for e in article.children.values() if e.kind == "H1"), "")
