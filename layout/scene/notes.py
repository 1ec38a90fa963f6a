"""Emphasis dots and readings beside a line: under it and over it, in a vertical line both at its right (CLReq)."""

from layout.page.lettering import HAN_MIDDLE, HAN_TOP
from layout.page.types import PlacedLine
from layout.paragraph.place import place
from layout.paragraph.types import Line
from layout.scene.items import GlyphRun, Item, Rule
from layout.style import EM, TextStyle
from layout.tag import Tag
from layout.text.notes import on_line
from layout.text.types import ShapedParagraph
from layout.units import Emu

# In thousandths of an em of the base: a dot's diameter, its middle below the baseline or beside the centre line;
# how far a reading stands off its base, and how far it may reach over the base's ends.
_DOT, _DOT_BELOW, _DOT_BESIDE = 130, 220, 590
_OFF, _OVER = 30, 150


def note_items(placed: PlacedLine) -> tuple[Item, ...]:
    """The notes of a placed line, dot by dot, reading by reading."""
    line, out = placed.line, list[Item]()
    for note in on_line(placed.shaped.notes, line.start, line.end):
        style = _style(placed.shaped, note.start)
        last = min(note.end, line.end) - 1
        first = line.xs[note.start - line.start]
        end = line.xs[last - line.start] + placed.shaped.cells[last].body
        if note.ruby is None:
            out.append(_dot(placed, style, (first + end) // 2))
        else:
            out += _reading(placed, style, note.ruby, first, end)
    return tuple(out)


def _style(shaped: ShapedParagraph, cell: int) -> TextStyle:
    return next(run.style for run in reversed(shaped.runs) if run.start <= cell)


def _tag(placed: PlacedLine, role: str) -> Tag:
    return Tag(role, placed.tag.story, placed.tag.block, leg=placed.tag.leg)


def _dot(placed: PlacedLine, style: TextStyle, along: Emu) -> Rule:
    """A dot: a line of no length with round ends."""
    x, y = placed.x + along, placed.y + style.size * _DOT_BELOW // EM
    if style.direction == "vertical":
        x, y = placed.x + style.size * _DOT_BESIDE // EM, placed.y + along
    return Rule(x, y, x, y, style.size * _DOT // EM, style.colour, round=True, tag=_tag(placed, "dots"))


def _reading(
    placed: PlacedLine, base: TextStyle, ruby: ShapedParagraph, first: Emu, end: Emu
) -> list[GlyphRun]:
    """A reading in the middle over its base, condensed where it would reach too far."""
    if not ruby.cells:
        return []
    width = ruby.sums.x[-1] + ruby.cells[-1].body
    room = end - first + 2 * (base.size * _OVER // EM)
    scale = EM if width <= room else EM * room // width
    start = (first + end - width * scale // EM) // 2
    line = Line(0, len(ruby.cells), ruby.sums.x, width, width)
    out = []
    for run in place(ruby, line):
        style = ruby.runs[run.run].style
        along, glyphs = start + run.x * scale // EM, tuple(x * scale // EM for x in run.xs)
        x, y, turn = placed.x + along, placed.y - base.size * (HAN_TOP + _OFF) // EM, 0
        if base.direction == "vertical":
            x, y, turn = placed.x + base.size * (EM - HAN_TOP + HAN_MIDDLE + _OFF) // EM, placed.y + along, 90
        tag = _tag(placed, "ruby")
        out.append(
            GlyphRun(
                ruby.runs[run.run].face, style.size, x, y, run.glyphs, glyphs, run.texts, style.colour, scale, turn,
                tag=tag,
            )
        )  # fmt: skip
    return out
