"""Heads: kicker, headline, deck. `{braces}` keep words together on a line; they are not printed."""

import re
from bisect import bisect_left

from layout.copy.characters import is_chinese
from layout.copy.clean import clean
from layout.copy.normalise import normalise as normalised
from layout.copy.types import Change, Head, Normalised
from layout.diag import Diagnostic, Outcome, Where


def read_head(
    value: str, *, normalise: bool = True, document: str = "", path: tuple[str | int, ...] = ("headline",)
) -> Outcome[Head]:
    """A head as written, without its braces, normalised unless told otherwise (a space between Chinese words is
    kept, one em). Errors: C040 a brace without its mate, C041 braces in braces or with nothing in them, C042
    full-width braces; warnings C001 to C006 for characters that were left out. A brace in error is left out."""
    text, origin, said = clean(value, document, path)
    plain, places, groups, faults = _unbraced(text)
    result = normalised(plain, label=True) if normalise else Normalised(plain, tuple(range(len(plain))))
    ranges = ((bisect_left(result.offsets, start), bisect_left(result.offsets, end)) for start, end in groups)
    places = places if origin is None else [origin[i] for i in places]
    changes = tuple(Change(places[one.at], one.before, one.after) for one in result.changes)
    head = Head(
        result.text,
        tuple(places[i] for i in result.offsets),
        tuple((start, end) for start, end in ranges if start < end),
        changes,
    )
    found = [
        Diagnostic(
            code,
            "error",
            Where(document, path, at if origin is None else origin[at], length),
            {"found": text[at : at + length]},
        )
        for code, at, length in faults
    ]
    return Outcome(head, tuple(sorted((*said, *found), key=lambda one: one.where.at)))


def _unbraced(text: str) -> tuple[str, list[int], list[tuple[int, int]], list[tuple[str, int, int]]]:
    """The text without braces and line ends, where its characters were, its groups, and what is wrong."""
    parts: list[str] = []
    places: list[int] = []
    groups: list[tuple[int, int]] = []
    faults: list[tuple[str, int, int]] = []
    last, opened, start = 0, -1, 0
    for found in re.finditer("[{}｛｝]|[ \u3000]*\n\\s*", text):
        at, sign = found.start(), found[0]
        parts.append(text[last:at])
        places.extend(range(last, at))
        last = found.end()
        if "\n" in sign:
            if (
                not (is_chinese(text[at - 1 : at]) or is_chinese(text[last : last + 1]))
                and at > 0
                and last < len(text)
            ):
                parts.append(" ")
                places.append(at)
        elif sign in "｛｝":
            faults.append(("C042", at, 1))
        elif sign == "{":
            if opened >= 0:
                faults.append(("C041", at, 1))
            else:
                opened, start = at, len(places)
        elif opened < 0:
            faults.append(("C040", at, 1))
        else:
            if start == len(places):
                faults.append(("C041", opened, at + 1 - opened))
            groups.append((start, len(places)))
            opened = -1
    if opened >= 0:
        faults.append(("C040", opened, 1))
    parts.append(text[last:])
    places.extend(range(last, len(text)))
    return "".join(parts), places, groups, faults
