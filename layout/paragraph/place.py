"""A set line as glyphs: what the scene needs of it."""

from bisect import bisect_right

from msgspec.structs import replace

from layout.paragraph.types import Line, PlacedRun
from layout.text.types import Cell, ShapedParagraph


def place(shaped: ShapedParagraph, line: Line) -> tuple[PlacedRun, ...]:
    """The glyphs of a line, a `PlacedRun` for each run on it. Joined, their texts are the line's copy, spaces
    included, but for the sign of a forced line break."""
    out: list[PlacedRun] = []
    runs = shaped.runs
    at = line.start
    end = line.end
    if end > at and shaped.classes[end - 1] == "n":
        end -= 1
    number = bisect_right(runs, at, key=lambda run: run.start) - 1 if len(runs) > 1 else 0
    while at < end:
        stop = min(end, runs[number + 1].start) if number + 1 < len(runs) else end
        if stop > at:
            out.append(_run(shaped, line, number, at, stop))
        at = stop
        number += 1
    if shaped.hyphens and out:
        hyphen = dict(shaped.hyphens).get(line.end)
        if hyphen:
            out[-1] = _divided(shaped, line, out[-1], hyphen)
    return tuple(out)


def _divided(shaped: ShapedParagraph, line: Line, run: PlacedRun, hyphen: Cell) -> PlacedRun:
    """The line's last run with the hyphen of a divided word behind it."""
    after = line.xs[-1] + shaped.cells[line.end - 1].body - run.x + hyphen.shift
    return replace(run, glyphs=(*run.glyphs, hyphen.glyph), xs=(*run.xs, after), texts=(*run.texts, ""))


def _run(shaped: ShapedParagraph, line: Line, number: int, start: int, end: int) -> PlacedRun:
    cells = shaped.cells[start:end]
    xs = line.xs[start - line.start : end - line.start]
    zero = xs[0]
    glyphs = [cell.glyph for cell in cells]
    places = [x - zero + cell.shift for cell, x in zip(cells, xs)]
    texts = [cell.text for cell in cells]
    further = [cell.more for cell in cells]
    if any(further):
        for i, more in reversed([*enumerate(further)]):
            glyphs[i + 1 : i + 1] = [glyph for glyph, _ in more]
            places[i + 1 : i + 1] = [xs[i] - zero + shift for _, shift in more]
            texts[i + 1 : i + 1] = [""] * len(more)
    return PlacedRun(
        number,
        zero,
        tuple(glyphs),
        tuple(places),
        tuple(texts),
        shaped.starts[start],
        shaped.starts[end],
    )
