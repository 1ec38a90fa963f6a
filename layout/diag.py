"""What can be said about a page spec, its copy and its pages: findings as values.

A `Diagnostic` holds a code and the facts; the words come from `layout.catalogue` when it is printed, in
Chinese or English. `where` names a place in the documents (never a line number, so that an edit above a
place does not change the finding); `layout.spec.source_map` turns it into file, line and column.
"""

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

Severity: TypeAlias = Literal["error", "warning", "info"]
Fact: TypeAlias = str | int | float

T = TypeVar("T")


class Where(Struct, frozen=True):
    """A place: a document, the keys that lead to the value in it, and a character offset in that value.

    `document` is the file's name as the user would write it. For the body of a story the path is
    `("body",)` and `at` counts the characters of the body's source text; `length` is how many of them are
    meant (0: the whole value). `key` means the key itself and not its value.
    """

    document: str
    path: tuple[str | int, ...] = ()
    at: int = -1
    length: int = 0
    key: bool = False


class Diagnostic(Struct, frozen=True):
    """One finding. `facts` fill the code's sentences in the catalogue; `hint` is a word to offer
    ("did you mean") or "" for none."""

    code: str
    severity: Severity
    where: Where
    facts: Mapping[str, Fact] = {}
    hint: str = ""


class Outcome(Struct, Generic[T], frozen=True):
    """A stage's value and what it had to say about it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


class SpecError(Exception):
    """The user's documents can't be understood; all that is wrong with them is in `diagnostics`. `sources` is
    the source map that turns their places into lines and columns."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...], sources: Any = None) -> None:
        super().__init__(f"{len(diagnostics)} error(s), first {diagnostics[0].code}")
        self.diagnostics = diagnostics
        self.sources = sources


class LayoutBug(Exception):
    """Our own fault, never the user's."""
