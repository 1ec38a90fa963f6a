"""Spans of text to a `ShapedParagraph`: classify, choose faces, shape, join."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import accumulate, groupby

from layout.diag import Diagnostic, LayoutBug, Where
from layout.font.library import FontLibrary
from layout.style import TextStyle
from layout.text.classify import classify
from layout.text.glyphs import sorts
from layout.text.joints import breaks, joints, sums
from layout.text.types import LONGEST, Cell, Note, Run, ShapedParagraph, Span, Sums

_REPLACEMENT = "\ufffd"
_UNPRINTED = "[\ud800-\udfff]+|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"  # no line ends
_SOFT_HYPHEN = "\u00ad"


def shape(spans: tuple[Span, ...], library: FontLibrary) -> ShapedParagraph:
    """Set a paragraph's spans on one endless line.

    Diagnostics are relative: `where.at` is the character's index in the paragraph's text. T101: no face of the
    family has a character, 〓 is set in its place. T102: a control character, which prints nothing. T103: a year
    that a vertical line sets in Han numerals. T105: words are to be hyphenated and there is no dictionary. T107: the
    paragraph is no paragraph, only its first 100,000 characters are set. T108: a reading is too long for its base.
    """
    if not spans:
        raise LayoutBug("a paragraph needs a span, if only an empty one")
    text = "".join(span.text for span in spans)
    findings: list[Diagnostic] = []
    if len(text) > LONGEST:
        facts: dict[str, str | int | float] = {"characters": len(text), "left_out": len(text) - LONGEST}
        findings.append(Diagnostic("T107", "error", Where("", (), LONGEST, len(text) - LONGEST), facts))
        text = text[:LONGEST]
    if not text.isprintable():
        text = _cleaned(text, findings)
    if spans[0].style.direction == "vertical":
        text, letters = _vertical(text, spans[0].style.setting.digits == "tcy", findings)
    else:
        letters = classify(text)
    cells, runs = _cells(spans, text, letters, library, findings)
    classes = letters.replace("+", "")
    starts = tuple(range(len(text) + 1))
    if "+" in letters:
        starts = (*[i for i, letter in enumerate(letters) if letter != "+"], len(text))
    if not cells:
        nothing = Sums((), (), (), ())
        return ShapedParagraph(text, "", (), starts, (), nothing, (), runs, spans[0].style, tuple(findings))
    every = joints(classes, cells, runs)
    style = max(spans, key=lambda span: len(span.text)).style
    places, hyphens = breaks(every), _hyphens(spans, text, letters, starts, cells, library, findings)
    if hyphens:
        places = tuple(sorted({*places, *(place for place, _ in hyphens)}))
    said: tuple[Note, ...] = ()
    if any(span.note for span in spans):
        from layout.text.notes import notes, too_long, whole

        said = notes(spans, starts, classes, partial(shape, library=library))
        places = whole(places, said)
        findings += too_long(said, starts, cells)
    totals, told = sums(cells, every), tuple(findings)
    return ShapedParagraph(
        text, classes, cells, starts, every, totals, places, runs, style, told, hyphens, said
    )


def _hyphens(
    spans: tuple[Span, ...],
    text: str,
    letters: str,
    starts: tuple[int, ...],
    cells: tuple[Cell, ...],
    library: FontLibrary,
    findings: list[Diagnostic],
) -> tuple[tuple[int, Cell], ...]:
    """Where a line may end inside a word, and with which hyphen: at soft hyphens, and where a dictionary divides
    English words in the spans that ask for it. T105: there is none."""
    asked = "aaaaa" in letters and any(span.style.setting.hyphenate for span in spans)
    if not asked and _SOFT_HYPHEN not in text:
        return ()
    from layout.text import hyphenate

    soft, found = hyphenate.soft(text, letters), tuple[int, ...]()
    if asked and not hyphenate.installed():
        findings.append(Diagnostic("T105", "error", Where("", (), 0, len(text))))
    elif asked:
        found = hyphenate.divisions(text, letters)
    ends = accumulate(len(span.text) for span in spans)
    styles = [(end, span.style) for end, span in zip(ends, spans)]
    number = {start: i for i, start in enumerate(starts)}
    out = []
    for at in sorted({*soft, *found}):
        style = next(style for end, style in styles if at < end)
        if (style.setting.hyphenate or at in soft) and at in number:
            out.append((number[at], sorts(library, style).hyphen(cells[number[at] - 1].face)))
    return tuple(out)


def _cleaned(text: str, findings: list[Diagnostic]) -> str:
    """Lone surrogates become U+FFFD; control characters are reported and stay, printing nothing. A run of them is one
    finding."""
    if text.replace("\u3000", "").replace("\n", "").isprintable():  # nearly all copy
        return text
    for found in re.finditer(_UNPRINTED, text):
        char, at = found[0][0], found.start()
        if char >= "\ud800":
            findings.append(_missing(char, at, "", len(found[0])))
        else:
            facts: dict[str, str | int | float] = {"code": f"U+{ord(char):04X}"}
            findings.append(Diagnostic("T102", "warning", Where("", (), at, len(found[0])), facts))
    return re.sub("[\ud800-\udfff]", _REPLACEMENT, text)


def _vertical(text: str, tcy: bool, findings: list[Diagnostic]) -> tuple[str, str]:
    """The text and the classes of a vertical line; changed years are reported."""
    from layout.text import vertical

    for at, figures, numerals in vertical.years(text):
        facts: dict[str, str | int | float] = {"figures": figures, "numerals": numerals}
        findings.append(Diagnostic("T103", "info", Where("", (), at, len(figures)), facts))
    text = vertical.vertical_text(text)
    letters = vertical.vertical_classes(text, classify(text), tcy)
    return vertical.vertical_quotes(text, letters), letters


def _missing(char: str, at: int, family: str, length: int = 1) -> Diagnostic:
    code = f"U+{ord(char):04X}"
    shown = code if "\ud800" <= char <= "\udfff" else char
    facts: dict[str, str | int | float] = {"char": shown, "code": code, "family": family, "places": 1}
    return Diagnostic("T101", "error", Where("", (), at, length), facts)


def _cells(
    spans: tuple[Span, ...], text: str, letters: str, library: FontLibrary, findings: list[Diagnostic]
) -> tuple[tuple[Cell, ...], tuple[Run, ...]]:
    """The cells of all spans and their runs. A cell that reaches over a span's end is of the span it starts in."""
    cells: list[Cell] = []
    runs: list[Run] = []
    at = end = 0
    for span in spans:
        end = min(len(text), end + len(span.text))
        stop = end
        while stop < len(text) and letters[stop] == "+":
            stop += 1
        if at >= stop:
            continue
        case = sorts(library, span.style)
        made = case.cells(text[at:stop], letters[at:stop])
        runs.extend(_runs(made, len(cells), span.style))
        cells.extend(made)
        if case.lacking:
            known = {f.where.at for f in findings if f.code == "T101"}
            lacking = (i for i in _lacking(made, at, case.lacking) if i not in known)
            findings.extend(_missing(text[i], i, span.style.family) for i in lacking)
        at = stop
    return tuple(cells), tuple(runs)


def _lacking(cells: list[Cell], at: int, lacking: dict[str, frozenset[str]]) -> Iterator[int]:
    """The characters, from `at` on, that no face has."""
    for cell in cells:
        chars = lacking.get(cell.text, "")
        yield from (i for i, char in enumerate(cell.text, at) if char in chars)
        at += len(cell.text)


def _runs(cells: list[Cell], first: int, style: TextStyle) -> list[Run]:
    """One run for each stretch of cells in the same face and way up."""
    faces = [cell.face for cell in cells]
    if style.direction == "horizontal" and faces.count(faces[0]) == len(faces):
        return [Run(faces[0], style, first)]
    out = []
    for (face, turned, across), group in groupby((cell.face, cell.turned, cell.across) for cell in cells):
        out.append(Run(face, style, first, turned, across))
        first += sum(1 for _ in group)
    return out
