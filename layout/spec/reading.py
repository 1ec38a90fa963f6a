"""What goes along while documents are read: the list of faults, the names to look up later, the files."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from layout.diag import Diagnostic, Fact, Severity, Where
from layout.spec.files import Files
from layout.spec.nodes import Node, Path
from layout.spec.source_map import SourceMap
from layout.spec.wrong import Wrong

RefKind: TypeAlias = Literal[
    "story", "picture", "table", "banner", "block", "style", "family", "colour", "size", "face"
]


_CONTROLS = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 133), *range(134, 160))))
_MOST = 200  # findings that are listed; more are counted


class Ref(Struct, frozen=True):
    """A name that must be known once everything has been read."""

    kind: RefKind
    name: str
    where: Where


class Reading:
    """The state of one `load`. `faults` grows as documents are read; nothing is raised before the end."""

    def __init__(self, files: Files | None = None) -> None:
        self._files = files
        self.faults: list[Diagnostic] = []
        self.left_out = 0
        self.refs: list[Ref] = []
        self.texts: dict[str, str] = {}
        self.trees: dict[str, Node] = {}
        self.bodies: dict[str, int] = {}
        self.bases: dict[str, str] = {}

    @property
    def files(self) -> Files:
        """The files of the project; there are none where a single text is read."""
        assert self._files is not None
        return self._files

    def sources(self) -> SourceMap:
        """Where everything is written."""
        return SourceMap(self.texts, self.trees, self.bodies, self.bases)

    def found(self, document: str) -> tuple[Diagnostic, ...]:
        """All findings, and how many more there were."""
        if self.left_out:
            more = Diagnostic("S044", "error", Where(document), {"count": self.left_out})
            return (*self.faults, more)
        return tuple(self.faults)

    def open(self, document: str, file: str) -> str | None:
        """The text of a file under the name of its document, lines ending in "\n", without BOM; None after a
        fault."""
        self.files.add_document(document, file)
        try:
            self.texts[document] = text = self.files.text(file, document)
        except Wrong as wrong:
            self.fault(wrong.code, Where(document), hint=wrong.hint, facts=wrong.facts)
            return None
        if not _CONTROLS.isdisjoint(text):
            at = next(i for i, char in enumerate(text) if char in _CONTROLS)
            self.fault("S007", Where(document, (), at, 1), facts={"char": f"U+{ord(text[at]):04X}"})
            return None
        return text

    def fault(
        self,
        code: str,
        where: Where,
        *,
        hint: str = "",
        severity: Severity = "error",
        facts: Mapping[str, Fact] | None = None,
    ) -> None:
        """Note a finding. Beyond the first few hundred they are counted and no more."""
        if len(self.faults) < _MOST:
            self.faults.append(Diagnostic(code, severity, where, dict(facts or {}), hint))
        else:
            self.left_out += 1

    def at(
        self, code: str, node: Node, path: Path, *, key: bool = False, hint: str = "", **facts: Fact
    ) -> None:
        """Note an error at a node (or at its key)."""
        self.fault(code, Where(node.document, path, key=key), hint=hint, facts=facts)

    def wrong(self, wrong: Wrong, node: Node, path: Path) -> None:
        """Note what a parser of values found wrong in a scalar."""
        where = Where(node.document, path, wrong.at, wrong.length)
        self.fault(wrong.code, where, hint=wrong.hint, facts=wrong.facts)

    def refer_at(self, kind: RefKind, name: str, where: Where) -> None:
        """Note a name at a place, to be looked up later."""
        self.refs.append(Ref(kind, name, where))

    def refer(self, kind: RefKind, name: str, node: Node, path: Path) -> None:
        """Note a name to be looked up later."""
        self.refs.append(Ref(kind, name, Where(node.document, path)))
