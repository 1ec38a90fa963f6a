"""Paragraphs in pieces: characters that share a mark, each with its place in the source."""

import re
from bisect import bisect_left

from msgspec.structs import replace

from layout.copy.inline import Chunk
from layout.copy.types import Block, Mark, Piece

_DATELINE = "(本报[^，。；：？！、（）()“”\\s]{0,8}讯)[ \u3000]*([（(][^（）()\n]{1,120}[）)])"


def pieces_of(
    chunks: list[Chunk], text: str, offsets: tuple[int, ...], origin: list[int]
) -> tuple[Piece, ...]:
    """The chunks of a paragraph as pieces of its normalised text. `offsets` lead to the plain text of the
    chunks, `origin` from there to the source; neighbours with the same mark become one piece (not of two readings)."""
    runs: list[tuple[int, Mark, str, str]] = []
    end = 0
    for chunk in chunks:
        end += len(chunk.text)
        if runs and runs[-1][1:] == (chunk.mark, chunk.url, chunk.note) and chunk.note in ("", "."):
            runs.pop()
        runs.append((end, chunk.mark, chunk.url, chunk.note))
    pieces: list[Piece] = []
    start = 0
    for end, mark, url, note in runs:
        stop = bisect_left(offsets, end)
        if start < stop:
            places = tuple(map(origin.__getitem__, offsets[start:stop]))
            pieces.append(Piece(text[start:stop], places, mark, url, note))
        start = stop
    return tuple(pieces)


def with_dateline(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Marks the dateline of the first paragraph: 本报讯 and the bracket that follows it (rule LED)."""
    rank = next((i for i, block in enumerate(blocks) if block.kind == "paragraph"), -1)
    if rank < 0:
        return blocks
    found = re.match(_DATELINE, blocks[rank].text) if blocks[rank].text.startswith("本报") else None
    if not found:
        return blocks
    marks: tuple[tuple[int, int, Mark], ...] = (
        (0, found.end(1), "dateline"),
        (found.end(1), found.end(), "dateline-by"),
    )
    pieces: list[Piece] = []
    for start, end, mark in marks:
        parts = _cut(blocks[rank].pieces, start, end)
        text = "".join(part.text for part in parts)
        pieces.append(Piece(text, tuple(offset for part in parts for offset in part.offsets), mark))
    pieces.extend(_cut(blocks[rank].pieces, found.end(), len(blocks[rank].text)))
    return (*blocks[:rank], Block("paragraph", tuple(pieces)), *blocks[rank + 1 :])


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> list[Piece]:
    """The characters `start` to `end` of a paragraph."""
    result: list[Piece] = []
    at = 0
    for piece in pieces:
        low, high = max(start - at, 0), min(end - at, len(piece.text))
        if low < high:
            result.append(replace(piece, text=piece.text[low:high], offsets=piece.offsets[low:high]))
        at += len(piece.text)
    return result
