"""The body of a story: the Markdown that copy needs, and every other Markdown refused by name."""

from msgspec.structs import replace

from layout.copy.blocks import Reader
from layout.copy.clean import clean
from layout.copy.lint import lint
from layout.copy.pieces import with_dateline
from layout.copy.types import Change, Copy
from layout.diag import Diagnostic, Outcome, Where


def read_body(
    source: str, *, normalise: bool = True, document: str = "", path: tuple[str | int, ...] = ("body",)
) -> Outcome[Copy]:
    """The copy of a story's body, normalised unless told otherwise, with all that there is to say about it:
    errors for Markdown that is not set (C010 to C036), warnings for characters that were left out (C001 to
    C006) and for what looks wrong in the copy (C101 to C108). Offsets count the characters of `source`.

    Never fails: what is in error is in the copy as plain text, or not at all where it is no copy.
    """
    text, origin, said = clean(source, document, path)
    reader = Reader(text, normalise, document, path)
    reader.read()
    blocks = with_dateline(tuple(reader.blocks))
    copy = Copy(blocks, tuple(reader.changes))
    found = [*reader.found, *_outside(reader.found, lint(blocks, document, path))]
    if origin is not None:
        copy, found = _traced(copy, origin), [_moved(one, origin) for one in found]
    found.extend(said)
    found.sort(key=lambda one: one.where.at)
    return Outcome(copy, tuple(found))


def _outside(errors: list[Diagnostic], lints: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """The lints that are not about markup which is refused anyway."""
    refused = sorted(
        (one.where.at, one.where.at + one.where.length) for one in errors if one.severity == "error"
    )
    result: list[Diagnostic] = []
    rank = 0
    for one in lints:
        while rank < len(refused) and refused[rank][1] <= one.where.at:
            rank += 1
        if rank == len(refused) or one.where.at < refused[rank][0]:
            result.append(one)
    return result


def _moved(one: Diagnostic, origin: tuple[int, ...]) -> Diagnostic:
    """A finding in the cleaned text as one in the source."""
    where = one.where
    last = where.at + max(where.length, 1) - 1
    at = origin[where.at]
    length = origin[min(last, len(origin) - 1)] + 1 - at if where.length else 0
    return Diagnostic(
        one.code, one.severity, Where(where.document, where.path, at, length), one.facts, one.hint
    )


def _traced(copy: Copy, origin: tuple[int, ...]) -> Copy:
    """The copy of a cleaned text with its offsets in the source."""
    blocks = tuple(
        replace(
            block,
            pieces=tuple(replace(p, offsets=tuple(origin[i] for i in p.offsets)) for p in block.pieces),
        )
        for block in copy.blocks
    )
    return Copy(blocks, tuple(Change(origin[c.at], c.before, c.after) for c in copy.changes))
