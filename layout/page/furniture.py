"""Furniture: the folio line and what else a theme puts round the grid of every page."""

from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.edges import rule
from layout.page.lettering import SetLine, put, set_text
from layout.page.types import Placed, PlacedBox
from layout.resolve.types import FurniturePlan, NameplatePlan, PagePlan
from layout.tag import Tag


def place_furniture(plan: PagePlan, library: FontLibrary) -> Outcome[tuple[Placed, ...]]:
    """Every piece of furniture in its place."""
    placed: list[Placed] = []
    found: list[Diagnostic] = []
    for piece in plan.furniture:
        done = place_piece(piece, library, Tag(piece.style.name, block=piece.id, furniture=True))
        placed += done.value
        found += done.diagnostics
    return Outcome(tuple(placed), tuple(found))


def place_nameplate(
    plan: NameplatePlan, area: Rect, library: FontLibrary, tag: Tag
) -> Outcome[tuple[Placed, ...]]:
    """报头: its pieces at their places in `area`."""
    placed: list[Placed] = []
    found: list[Diagnostic] = []
    for piece in plan.pieces:
        rect = replace(piece.rect, x=area.x + piece.rect.x, y=area.y + piece.rect.y)
        done = place_piece(replace(piece, rect=rect), library, Tag(piece.style.name, block=tag.block))
        placed += done.value
        found += done.diagnostics
    return Outcome(tuple(placed), tuple(found))


def place_piece(piece: FurniturePlan, library: FontLibrary, tag: Tag) -> Outcome[tuple[Placed, ...]]:
    """The last line's baseline stands on the foot of the piece's rectangle, so that pieces of different size
    side by side share a baseline."""
    rect, style = piece.rect, piece.style
    lines: list[SetLine] = []
    found: list[Diagnostic] = []
    for text in filter(None, piece.lines):
        done = set_text(text, style, rect.width, library, piece.where)
        lines += done.value
        found += done.diagnostics
    first = rect.bottom - (len(lines) - 1) * style.leading
    placed: list[Placed] = [PlacedBox(rect, piece.box, tag)] if piece.box else []
    placed += (put(line, rect.x, first + i * style.leading, tag) for i, line in enumerate(lines))
    ends = {
        "top": (rect.x, rect.y, rect.right, rect.y),
        "bottom": (rect.x, rect.bottom, rect.right, rect.bottom),
        "left": (rect.x, rect.y, rect.x, rect.bottom),
        "right": (rect.right, rect.y, rect.right, rect.bottom),
    }
    placed += (rule(ends[side], stroke, tag.block) for side, stroke in piece.rules.items() if side in ends)
    return Outcome(tuple(placed), tuple(found))
