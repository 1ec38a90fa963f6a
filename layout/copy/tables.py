"""Tables of a body: a row of heads, a line of dashes, rows of cells between bars; `<br>` parts the lines of a cell,
a further line of dashes asks for a rule over the row below it."""

import re
from typing import TYPE_CHECKING

from layout.copy.inline import Chunk, read_inline
from layout.copy.types import Block, CellAlign, Piece
from layout.diag import Fact

if TYPE_CHECKING:
    from layout.copy.blocks import Reader

_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(" *:?-+:? *")
_RULED = re.compile(" *:?-{3,}:? *")
_BREAK = re.compile(" *<br ?/?> *", re.IGNORECASE)
_MOST_COLUMNS = 40


def read_table(reader: "Reader", i: int) -> int:
    """Add the table that begins in line `i` to the reader's blocks; the line after it, 0 where it has no line of
    dashes under its heads. A row of too few cells is filled up; one of too many is refused (C039)."""
    lines = reader.lines
    if i + 1 >= len(lines):
        return 0
    dashes = [reader.text[start:end] for start, end in _cells(reader.text, *lines[i + 1])]
    width = len(dashes)
    if width > _MOST_COLUMNS or not all(_DASHES.fullmatch(one) for one in dashes):
        return 0
    pieces: list[Piece] = []
    counts: list[tuple[int, ...]] = []
    ruled: list[int] = []
    first = i
    while i < len(lines) and reader.text[slice(*lines[i])].strip(" \u3000"):
        if i != first + 1:
            row = _cells(reader.text, *lines[i])
            if i > first + 1 and all(_RULED.fullmatch(reader.text[slice(*cell)]) for cell in row):
                ruled.append(len(counts))
                i += 1
                continue
            if len(row) > width:
                start, end = row[width]
                facts: dict[str, Fact] = {"count": len(row), "want": width}
                reader.fault("C039", start, max(1, end - start), facts)
            cells = [_read(reader, *cell) for cell in row[:width]]
            cells += [()] * (width - len(cells))
            pieces += (piece for cell in cells for piece in cell)
            counts.append(tuple(len(cell) for cell in cells))
        i += 1
    aligns = tuple(_align(one.strip()) for one in dashes)
    table = Block("table", tuple(pieces), cells=tuple(counts), aligns=aligns, ruled=tuple(ruled))
    reader.blocks.append(table)
    return i


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of a row's cells, without the spaces and the bars round them."""
    while start < end and text[start] in " \u3000":
        start += 1
    while start < end and text[end - 1] in " \u3000\r":
        end -= 1
    bars = [match.start() for match in _BAR.finditer(text, start, end)]
    edges = [*([] if bars[:1] == [start] else [start - 1]), *bars]
    edges += [] if bars[-1:] == [end - 1] and end - 1 > start else [end]
    return [_trimmed(text, a + 1, b) for a, b in zip(edges, edges[1:])]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u3000":
        start += 1
    while start < end and text[end - 1] in " \u3000":
        end -= 1
    return start, end


def _read(reader: "Reader", start: int, end: int) -> tuple[Piece, ...]:
    """A cell's pieces; between its lines a hard line break."""
    chunks: list[Chunk] = []
    for line_break in _BREAK.finditer(reader.text, start, end):
        chunks += read_inline(reader.text, [(start, line_break.start())], reader.fault)
        chunks.append(Chunk(line_break.start(), "\n"))
        start = line_break.end()
    if start < end:
        chunks += read_inline(reader.text, [(start, end)], reader.fault)
    return reader.block("crosshead", chunks, "").pieces if chunks else ()


def _align(dashes: str) -> CellAlign:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""
