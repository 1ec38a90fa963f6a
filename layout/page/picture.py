"""Pictures with their captions and credits."""

from collections.abc import Iterator

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect
from layout.page.group import cells_of
from layout.page.lettering import SetLine, put, set_text
from layout.page.types import Placed, PlacedBox, PlacedPicture
from layout.resolve.types import Box, Grid, PicturePlan
from layout.style import BLACK, PAPER, Align, Colour, TextStyle
from layout.tag import Tag
from layout.units import Emu

SIDE_CAPTION = 4  # a caption at the right takes one part in four of the area's width
Rows = tuple[tuple[tuple[SetLine, Emu], ...], ...]


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
        code = "F012" if rows else "F052"
        return Outcome((), (*found, Diagnostic(code, "error", plan.where, facts)))
    placed = list(_shown(plan, frame, grid, tag))
    x, first = _caption_place(plan, area, grid, frame, foot, len(rows), width)
    if plan.place == "inside" and rows:
        top = first - grid.leading
        placed.append(
            PlacedBox(Rect(frame.x, top, frame.width, frame.bottom - top), Box(None, BLACK, Insets()), tag)
        )
    for number, row in enumerate(rows):
        placed += (put(line, x + dx, first + number * grid.leading, _role(tag, line)) for line, dx in row)
    return Outcome(tuple(placed), found)


def _shown(plan: PicturePlan, frame: Rect, grid: Grid, tag: Tag) -> Iterator[Placed]:
    """The picture, or all of a group, in `frame`, with the line round each."""
    shots = plan.shots
    cells = (frame,) if len(shots) == 1 else cells_of(shots, frame, plan.across, grid.body // 2)
    for shot, cell in zip(shots, cells):
        one = replace(plan, source=shot.source, digest=shot.digest, pixels=shot.pixels)
        image = _image(one, cell)
        yield PlacedPicture(one, cell, image, tag)
        if plan.frame is not None:
            seen = cell if plan.cover else image
            half = plan.frame.weight // 2
            yield PlacedBox(seen.inset(Insets(half, half, half, half)), Box(plan.frame, None, Insets()), tag)


def _caption_width(plan: PicturePlan, area: Rect, grid: Grid) -> Emu:
    match plan.place:
        case "left" | "right":
            return max(4, area.width // SIDE_CAPTION // grid.body) * grid.body
        case "inside":
            start, end = _inside(area, grid, plan.caption_style.size)
            return end - start
    return area.width


def _inside(area: Rect, grid: Grid, size: Emu) -> tuple[Emu, Emu]:
    """Where a caption inside its picture starts and ends: one character from its edges, and within the type area where
    the picture reaches out of that at its sides."""
    start, end = area.x + size, area.right - size
    left, right = max(start, grid.x), min(end, grid.x + grid.span(grid.columns))
    return (left, right) if right - left > SIDE_CAPTION * size else (start, end)


def _frame(plan: PicturePlan, area: Rect, grid: Grid, foot: Emu, rows: int, width: Emu) -> Rect:
    top = area.y + grid.head
    if plan.place in ("left", "right") and rows:
        aside = width + grid.gutter
        left = area.x + aside if plan.place == "left" else area.x
        return Rect(left, top, area.width - aside, foot - top)
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
        case "left":
            return area.x, foot - (rows - 1) * grid.leading
        case "inside":
            start, _ = _inside(area, grid, plan.caption_style.size)
            return start, foot - rows * grid.leading + grid.leading // 2
    return area.x, frame.bottom + grid.leading


def _caption(plan: PicturePlan, width: Emu, library: FontLibrary) -> tuple[Rows, tuple[Diagnostic, ...]]:
    """The caption's lines, and how far each is moved to the right; the credit at the right end of the last one, or
    one character's width after it, if so much stays between them, else on a line of its own. It is never divided."""
    if plan.place == "none":
        return (), ()
    rows: list[tuple[tuple[SetLine, Emu], ...]] = []
    found: tuple[Diagnostic, ...] = ()
    colour = PAPER if plan.place == "inside" else None
    if plan.caption:
        style = _inked(plan.caption_style, colour)
        done = set_text(plan.caption, style, width, library, _part(plan, "caption"))
        rows, found = [((line, 0),) for line in done.value], done.diagnostics
    if plan.credit:
        align: Align = "left" if plan.credit_after else "right"
        style = replace(_inked(plan.credit_style, colour), align=align, indent=0)
        done = set_text(plan.credit, style, width, library, _part(plan, "credit"))
        found += done.diagnostics
        for credit in done.value:
            after = rows[-1][0][0].right + style.size if rows else 0
            along = after if plan.credit_after else 0
            fits = credit.right + along <= width if plan.credit_after else after <= credit.left
            if rows and len(rows[-1]) == 1 and fits:
                rows[-1] = (*rows[-1], (credit, along))
            else:
                rows.append(((credit, 0),))
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
