"""Emphasis dots and readings beside a line: under it and over it, in a vertical line both at its right (CLReq)."""

from collections.abc import Iterator

from msgspec.structs import replace

from layout.page.types import PlacedLine
from layout.paragraph.place import place
from layout.paragraph.types import Line
from layout.scene.items import GlyphRun, Item, Rule
from layout.style import EM, HAN_MIDDLE, HAN_TOP, TextStyle
from layout.tag import Tag
from layout.text.notes import NARROWEST, OVER, on_line
from layout.text.types import Note, ShapedParagraph
from layout.units import Emu

# In thousandths of an em of the base: a dot's diameter, its middle below the baseline or beside the centre line;
# how far a reading stands off its base.
_DOT, _DOT_BELOW, _DOT_BESIDE = 130, 220, 590
_OFF = 30


def with_notes(placed: PlacedLine, runs: tuple[GlyphRun, ...]) -> tuple[Item, ...]:
    """The runs of a placed line, the bases of its readings by themselves, then its notes, dot by dot, reading by
    reading."""
    line, shaped, out = placed.line, placed.shaped, list[Item]()
    bases = [note for note in shaped.notes if note.ruby and note.start < line.end and note.end > line.start]
    ranges = [(shaped.starts[note.start], shaped.starts[note.end]) for note in bases]
    for run in runs:
        out += _cut(run, ranges) if ranges else (run,)
    for note in on_line(shaped.notes, line.start, line.end):
        style = _style(shaped, note.start)
        last = min(note.end, line.end) - 1
        first = line.xs[note.start - line.start]
        end = line.xs[last - line.start] + shaped.cells[last].body
        if note.ruby is None:
            out.append(_dot(placed, style, (first + end) // 2))
        else:
            out += _reading(placed, style, note, first, end)
    return tuple(out)


def _cut(run: GlyphRun, bases: list[tuple[int, int]]) -> Iterator[GlyphRun]:
    """The run in pieces: each base of a reading, and what is between them."""
    down = run.vertical or run.turn == 90
    at, edges = run.tag.start, {edge for base in bases for edge in base}
    first, start = 0, at
    for i, text in enumerate(run.texts):
        if i and at in edges and text:
            yield _piece(run, first, i, start, at, bases, down)
            first, start = i, at
        at += len(text)
    yield _piece(run, first, len(run.texts), start, run.tag.end, bases, down)


def _piece(
    run: GlyphRun, first: int, stop: int, start: int, end: int, bases: list[tuple[int, int]], down: bool
) -> GlyphRun:
    along = run.xs[first] if first else 0
    ruby = next((base for base, base_end in bases if base <= start < base_end), -1)
    return replace(
        run,
        x=run.x + (0 if down else along),
        y=run.y + (along if down else 0),
        glyphs=run.glyphs[first:stop],
        xs=tuple(x - along for x in run.xs[first:stop]),
        texts=run.texts[first:stop],
        tag=replace(run.tag, start=start, end=end, ruby=ruby),
    )


def _style(shaped: ShapedParagraph, cell: int) -> TextStyle:
    return next(run.style for run in reversed(shaped.runs) if run.start <= cell)


def _tag(placed: PlacedLine, role: str) -> Tag:
    return Tag(role, placed.tag.story, placed.tag.block, leg=placed.tag.leg)


def _reading_tag(placed: PlacedLine, note: Note) -> Tag:
    return replace(
        _tag(placed, "ruby"), paragraph=placed.tag.paragraph, ruby=placed.shaped.starts[note.start]
    )


def _dot(placed: PlacedLine, style: TextStyle, along: Emu) -> Rule:
    """A dot: a line of no length with round ends."""
    x, y = placed.x + along, placed.y + style.size * _DOT_BELOW // EM
    if style.direction == "vertical":
        x, y = placed.x + style.size * _DOT_BESIDE // EM, placed.y + along
    return Rule(x, y, x, y, style.size * _DOT // EM, style.colour, round=True, tag=_tag(placed, "dots"))


def _reading(placed: PlacedLine, base: TextStyle, note: Note, first: Emu, end: Emu) -> list[GlyphRun]:
    """A reading in the middle over its base, condensed where it would reach too far."""
    ruby = note.ruby
    if ruby is None or not ruby.cells:
        return []
    width = ruby.sums.x[-1] + ruby.cells[-1].body
    room = end - first + 2 * (base.size * OVER // EM)
    scale = EM if width <= room else max(NARROWEST, EM * room // width)
    start = (first + end - width * scale // EM) // 2
    line = Line(0, len(ruby.cells), ruby.sums.x, width, width)
    out = []
    for run in place(ruby, line):
        style = ruby.runs[run.run].style
        along, xs = start + run.x * scale // EM, tuple(x * scale // EM for x in run.xs)
        x, y, turn = placed.x + along, placed.y - base.size * (HAN_TOP + _OFF) // EM, 0
        if base.direction == "vertical":
            x, y, turn = placed.x + base.size * (EM - HAN_TOP + HAN_MIDDLE + _OFF) // EM, placed.y + along, 90
        out.append(
            GlyphRun(
                face=ruby.runs[run.run].face,
                size=style.size,
                x=x,
                y=y,
                glyphs=run.glyphs,
                xs=xs,
                texts=run.texts,
                colour=style.colour,
                scale=scale,
                turn=turn,
                tag=_reading_tag(placed, note),
            )
        )
    return out
