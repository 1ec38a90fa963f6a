"""Furniture: the folio line and what else a theme puts round the grid of every page."""

from layout.diag import Diagnostic, Outcome
from layout.font.library import FontLibrary
from layout.page.edges import rule
from layout.page.lettering import SetLine, put, set_text
from layout.page.types import Placed, PlacedBox
from layout.resolve.types import FurniturePlan, PagePlan
from layout.tag import Tag


def place_furniture(plan: PagePlan, library: FontLibrary) -> Outcome[tuple[Placed, ...]]:
    """Every piece of furniture in its place."""
    placed: list[Placed] = []
    found: list[Diagnostic] = []
    for piece in plan.furniture:
        done = _piece(piece, plan, library)
        placed += done.value
        found += done.diagnostics
    return Outcome(tuple(placed), tuple(found))


def _piece(piece: FurniturePlan, plan: PagePlan, library: FontLibrary) -> Outcome[tuple[Placed, ...]]:
    """The last line's baseline stands on the foot of the piece's rectangle, so that pieces of different size
    side by side share a baseline."""
    rect, style = piece.rect, piece.style
    lines: list[SetLine] = []
    found: list[Diagnostic] = []
    for text in filter(None, piece.lines):
        done = set_text(text, style, rect.width, library, piece.where)
        lines += done.value
        found += done.diagnostics
    tag = Tag(style.name, block=piece.id, furniture=True)
    first = rect.bottom - (len(lines) - 1) * style.leading
    placed: list[Placed] = [PlacedBox(rect, piece.box, tag)] if piece.box else []
    placed += (put(line, rect.x, first + i * style.leading, tag) for i, line in enumerate(lines))
    ends = {
        "top": (rect.x, rect.y, rect.right, rect.y),
        "bottom": (rect.x, rect.bottom, rect.right, rect.bottom),
        "left": (rect.x, rect.y, rect.x, rect.bottom),
        "right": (rect.right, rect.y, rect.right, rect.bottom),
    }
    placed += (rule(ends[side], stroke, piece.id) for side, stroke in piece.rules.items() if side in ends)
    return Outcome(tuple(placed), tuple(found))
