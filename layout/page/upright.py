"""Vertical heads: columns of display type that run down the page, from right to left (CLReq)."""

from msgspec import Struct

from layout.diag import Diagnostic, Outcome
from layout.page.display import Display, set_display
from layout.page.head import condensed
from layout.page.lettering import SetLine, put
from layout.page.types import PlacedLine, Setting
from layout.resolve.types import HeadCopy, StoryPlan
from layout.tag import Tag
from layout.units import Emu


class Upright(Struct, frozen=True):
    """The parts of a vertical head, set: each one's width across its columns, the longest column."""

    parts: tuple[tuple[HeadCopy, Display], ...]
    widths: tuple[Emu, ...]
    longest: Emu

    @property
    def width(self) -> Emu:
        """What the columns of all parts take together."""
        return sum(self.widths)


def set_upright(story: StoryPlan, height: Emu, setting: Setting) -> Outcome[Upright]:
    """Set the parts of the head in columns `height` long. A part's columns are as wide as its leading; half a
    character of the body is clear between parts, and a part's space before at its right, but for the first one,
    its space after at its left."""
    parts: list[tuple[HeadCopy, Display]] = []
    widths: list[Emu] = []
    found: list[Diagnostic] = []
    longest = 0
    for copy in story.heads:
        done = set_display(
            copy.lines,
            copy.style,
            height,
            setting.library,
            copy.where,
            setting.words,
            copy.kept,
            upright=True,
        )
        found += (*done.diagnostics, *condensed(copy, done))
        style, lines = copy.style, done.value.lines
        before = style.before + setting.grid.body // 2 if parts else 0
        parts.append((copy, done.value))
        widths.append(before + style.leading * len(lines) + style.after)
        longest = max(longest, *(line.line.width for line in lines), 0)
    return Outcome(Upright(tuple(parts), tuple(widths), longest), tuple(found))


def place_upright(
    head: Upright, right: Emu, top: Emu, story: str, block: str
) -> tuple[tuple[Tag, tuple[PlacedLine, ...]], ...]:
    """The columns of each part, the first one's right edge at `right`, with what they are."""
    placed: list[tuple[Tag, tuple[PlacedLine, ...]]] = []
    edge = right
    for (copy, display), width in zip(head.parts, head.widths):
        style = copy.style
        tag = Tag(copy.role, story, block)
        middle = edge - width + style.after + style.leading * len(display.lines) - style.leading // 2
        lines = tuple(
            _column(line, middle - number * style.leading, top, tag)
            for number, line in enumerate(display.lines)
        )
        placed.append((tag, lines))
        edge -= width
    return tuple(placed)


def _column(line: SetLine, middle: Emu, top: Emu, tag: Tag) -> PlacedLine:
    return put(line, middle, top, tag)
