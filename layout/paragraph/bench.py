"""The typesetter on a bench: one paragraph by itself, as plain data for tests and for `layout set`."""

from typing import Any

from layout.diag import Diagnostic, Where
from layout.font.library import FontLibrary
from layout.paragraph.break_ import break_, marked_breaks
from layout.paragraph.headline import set_headline
from layout.paragraph.ruler import kept_blank
from layout.paragraph.segment import installed
from layout.paragraph.sense import Ranges
from layout.paragraph.types import BUILT_IN, Lexis, Line
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.types import Cell, ShapedParagraph, Span
from layout.units import PT, Emu

_AMOUNTS = ("adjacent", "autospace_digit", "autospace_latin")  # written in ems
_LINTS = {
    "C101": "unbalanced",
    "C102": "unbalanced",
    "C103": "unbalanced",
    "C105": "doubled-marks",
    "C106": "pause-in-a-list",
    "C107": "half-width-mark",
    "C108": "space-taken-out",
    "T101": "missing-glyph",
    "T102": "control-character",
    "T103": "year-in-numerals",
    "T105": "no-hyphenation",
    "T106": "no-segmenter",
    "T107": "too-long",
    "T108": "long-reading",
    "T201": "loose-line",
    "T202": "loose-line",
    "T203": "overfull-unbreakable",
    "T204": "overfull",
    "T205": "orphan",
    "T301": "overfull-headline",
    "T302": "smaller-headline",
}
_DIGITS = 4


def with_options(setting: Setting, options: dict[str, str]) -> Setting:
    """`setting` with options written as `KEY=VALUE` words. ValueError for a key that is none of its own, or a value
    that is none of the key's: what was written, and what may be."""
    from msgspec import ValidationError, convert, to_builtins

    own = to_builtins(setting)
    for key, value in options.items():
        if key not in own:
            raise ValueError(f"{key} ({', '.join(own)})")
        try:
            own = to_builtins(convert(own | {key: _read(key, value)}, Setting))
        except (ValidationError, ValueError, OverflowError):
            raise ValueError(f"{key}={value} ({_values(key)})") from None
    return convert(own, Setting)


def _read(key: str, value: str) -> str | bool | int:
    if value.lower() in ("true", "false"):
        return value.lower() == "true"
    return round(float(value) * 1000) if key in _AMOUNTS else value


def _values(key: str) -> str:
    """What an option may be."""
    from typing import get_args, get_type_hints

    kind = get_type_hints(Setting)[key]
    return ", ".join(get_args(kind)) or ("true, false" if kind is bool else "0.125")


def bench(text: str, style: TextStyle, library: FontLibrary, measure: Emu) -> dict[str, Any]:
    """Set `text` as one paragraph and say where everything is, in ems of `style`: `x_em` are the starts of the
    bodies of `cells`, `width_em` the place where the line ends."""
    shaped = shape((Span(text, style),), library)
    broken = break_(shaped, ((1, measure),), style.indent * style.size // 1000)
    return {
        "text": shaped.text,
        "lines": [
            _line(shaped, line, style.size, kept_blank(shaped, line.start, style.setting))
            for line in broken.value
        ],
        "findings": [as_data(found) for found in (*shaped.diagnostics, *broken.diagnostics)],
    }


def bench_head(
    text: str,
    style: TextStyle,
    library: FontLibrary,
    measure: Emu,
    lines: int,
    lexis: Lexis = BUILT_IN,
    held: Ranges = (),
) -> dict[str, Any]:
    """Set `text` as a head of at most `lines` lines; as `bench`, and what it was fitted with: `size_pt`, `scale`,
    `tracking_em`. The ems are those of `style`."""
    done = set_headline(text, style, library, measure, lines=lines, lexis=lexis, held=held)
    shaped, chosen = done.value.shaped, done.value.style
    found = list(done.diagnostics)
    if lexis.segmenter != "builtin" and not installed(lexis.segmenter):
        found.append(Diagnostic("T106", "error", Where(""), {"segmenter": lexis.segmenter}))
    return {
        "text": shaped.text,
        "lines": [_line(shaped, line, style.size) for line in done.value.lines],
        "size_pt": round(chosen.size / PT, 2),
        "scale": chosen.scale[1] / 1000,
        "tracking_em": chosen.tracking / 1000,
        "findings": [as_data(f) for f in found],
    }


def bench_breaks(text: str, style: TextStyle, library: FontLibrary) -> str:
    """The text with `|` wherever a line may end."""
    return marked_breaks(shape((Span(text, style),), library))


def _line(shaped: ShapedParagraph, line: Line, em: Emu, kept: Emu = 0) -> dict[str, Any]:
    """A line as plain data; `kept` is the blank before its first body, where it has one."""
    stop, start = line.end, line.start
    while stop > start and shaped.classes[stop - 1] in "swbvzn":
        stop -= 1
    while start < stop and shaped.classes[start] in "sw":
        start += 1
    adjust = {
        name: round(value / em, _DIGITS)
        for name in line.adjust.__struct_fields__
        if name != "gaps" and (value := getattr(line.adjust, name))
    }
    if line.adjust.gaps:
        adjust["gaps"] = line.adjust.gaps
        adjust["per_gap"] = round(line.adjust.stretch_gap / line.adjust.gaps / em, _DIGITS)
    xs = line.xs[start - line.start : stop - line.start]
    begins = (line.xs[0] if line.xs else 0) - kept
    turned = (
        {"orientation": [orientation(cell) for cell in shaped.cells[start:stop]]}
        if shaped.style.direction == "vertical"
        else {}
    )
    return turned | {
        "text": shaped.text[shaped.starts[start] : shaped.starts[stop]],
        "cells": [cell.text for cell in shaped.cells[start:stop]],
        "x_em": [round(x / em, _DIGITS) for x in xs],
        "width_em": round((begins + line.width) / em, _DIGITS),
        "natural_em": round(line.natural / em, _DIGITS),
        "adjust": adjust,
        "last": line.last,
        "forced": line.forced,
    }


def orientation(cell: Cell) -> str:
    """How a cell of a vertical line is seen to stand, whether the font has a glyph for it or the glyph is turned:
    dashes and the like lie, ～ has a vertical form."""
    return "rotated" if (cell.turned or cell.cls in "DEN") and cell.text != "～" else "upright"


def as_data(found: Diagnostic) -> dict[str, Any]:
    """A finding as plain data, with its name beside its code."""
    return {
        "code": found.code,
        "name": _LINTS[found.code],
        "severity": found.severity,
        "at": found.where.at,
        "length": found.where.length,
        "facts": dict(found.facts),
    }
