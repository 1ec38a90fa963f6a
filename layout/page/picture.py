"""Pictures with their captions and credits."""

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect
from layout.page.lettering import SetLine, put, set_text
from layout.page.types import Placed, PlacedBox, PlacedPicture
from layout.resolve.types import Box, Grid, PicturePlan
from layout.style import BLACK, PAPER, Colour, TextStyle
from layout.tag import Tag
from layout.units import Emu

SIDE_CAPTION = 4  # a caption at the right takes one part in four of the area's width
Rows = tuple[tuple[SetLine, ...], ...]


def place_picture(
    plan: PicturePlan, area: Rect, grid: Grid, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """The picture in `area` (whole lines of the grid), with its caption and credit.

    The picture's top is level with the top of the Han body of the first line beside it; its foot stands on a
    baseline; a caption below it stands on the next baselines.
    """
    width = _caption_width(plan, area, grid)
    rows, found = _caption(plan, width, library)
    foot = area.bottom - grid.leading + grid.baseline
    frame = _frame(plan, area, grid, foot, len(rows), width)
    if frame.height <= 0 or frame.width <= 0:
        facts: dict[str, Fact] = {"picture": plan.id, "lines": len(rows)}
        return Outcome((), (*found, Diagnostic("F012", "error", plan.where, facts)))
    placed: list[Placed] = [PlacedPicture(plan, frame, _image(plan, frame), tag)]
    x, first = _caption_place(plan, area, grid, frame, foot, len(rows), width)
    if plan.place == "inside" and rows:
        top = first - grid.leading
        placed.append(
            PlacedBox(Rect(frame.x, top, frame.width, frame.bottom - top), Box(None, BLACK, Insets()), tag)
        )
    for number, row in enumerate(rows):
        placed += (put(line, x, first + number * grid.leading, _role(tag, line)) for line in row)
    return Outcome(tuple(placed), found)


def _caption_width(plan: PicturePlan, area: Rect, grid: Grid) -> Emu:
    match plan.place:
        case "right":
            return max(4, area.width // SIDE_CAPTION // grid.body) * grid.body
        case "inside":
            return area.width - 2 * plan.caption_style.size
    return area.width


def _frame(plan: PicturePlan, area: Rect, grid: Grid, foot: Emu, rows: int, width: Emu) -> Rect:
    top = area.y + grid.head
    if plan.place == "right" and rows:
        return Rect(area.x, top, area.width - width - grid.gutter, foot - top)
    if plan.place == "below":
        foot -= rows * grid.leading
    return Rect(area.x, top, area.width, foot - top)


def _caption_place(
    plan: PicturePlan, area: Rect, grid: Grid, frame: Rect, foot: Emu, rows: int, width: Emu
) -> tuple[Emu, Emu]:
    """Where the caption's lines begin and the baseline of the first."""
    match plan.place:
        case "right":
            return area.right - width, foot - (rows - 1) * grid.leading
        case "inside":
            return frame.x + plan.caption_style.size, foot - rows * grid.leading + grid.leading // 2
    return area.x, frame.bottom + grid.leading


def _caption(plan: PicturePlan, width: Emu, library: FontLibrary) -> tuple[Rows, tuple[Diagnostic, ...]]:
    """The caption's lines; the credit at the right end of the last one, if one character's width stays
    between them, else on a line of its own. It is never divided."""
    if plan.place == "none":
        return (), ()
    rows: list[tuple[SetLine, ...]] = []
    found: tuple[Diagnostic, ...] = ()
    colour = PAPER if plan.place == "inside" else None
    if plan.caption:
        style = _inked(plan.caption_style, colour)
        done = set_text(plan.caption, style, width, library, _part(plan, "caption"))
        rows, found = [(line,) for line in done.value], done.diagnostics
    if plan.credit:
        style = replace(_inked(plan.credit_style, colour), align="right", indent=0)
        done = set_text(plan.credit, style, width, library, _part(plan, "credit"))
        found += done.diagnostics
        for flush in done.value:
            if rows and len(rows[-1]) == 1 and rows[-1][0].right + style.size <= flush.left:
                rows[-1] = (*rows[-1], flush)
            else:
                rows.append((flush,))
    return tuple(rows), found


def _inked(style: TextStyle, colour: Colour | None) -> TextStyle:
    return style if colour is None else replace(style, colour=colour)


def _part(plan: PicturePlan, key: str) -> Where:
    return Where(plan.where.document, (*plan.where.path, key))


def _role(tag: Tag, line: SetLine) -> Tag:
    return Tag(line.style.name, tag.story, tag.block)


def _image(plan: PicturePlan, frame: Rect) -> Rect:
    """The whole picture's rectangle: covering the frame about its focal point, or contained in it."""
    wide, high = plan.pixels
    fits_width = frame.width * high >= frame.height * wide  # the frame is wider in proportion
    if fits_width == plan.cover:
        size = (frame.width, frame.width * high // wide)
    else:
        size = (frame.height * wide // high, frame.height)
    if not plan.cover:
        return Rect(
            frame.x + (frame.width - size[0]) // 2, frame.y + (frame.height - size[1]) // 2, size[0], size[1]
        )
    dx, dy = size[0] - frame.width, size[1] - frame.height
    focus_x, focus_y = plan.crop
    return Rect(
        frame.x - _slid(size[0], frame.width, dx, focus_x),
        frame.y - _slid(size[1], frame.height, dy, focus_y),
        size[0],
        size[1],
    )


def _slid(whole: Emu, seen: Emu, hidden: Emu, focus: int) -> Emu:
    """How far a picture is slid so that its focal point (per mille) is as near the middle as it can be."""
    return min(max(whole * focus // 1000 - seen // 2, 0), hidden)
