"""Runarounds: how far text keeps from a block, and the outline that it follows."""

from collections.abc import Sequence

from layout.diag import Diagnostic, Outcome
from layout.picture import silhouette
from layout.resolve.context import Context, place
from layout.resolve.types import Content, PicturePlan, WrapPlan
from layout.spec.model import BlockSpec

ROWS = 200  # of an outline: a line of body text is several of them high on any picture
WIDE = 1000


def read_wrap(block: BlockSpec, content: Content, context: Context) -> Outcome[WrapPlan | None]:
    """The block's wrap. A contour is the polygon that was written, else what the picture's alpha channel shows;
    A106: it has none, so text keeps clear of the frame."""
    spec = block.wrap
    if spec is None or block.at is None:
        return Outcome(None)
    margin = context.styles.ruler.emu(spec.margin)
    if spec.shape == "box" or not isinstance(content, PicturePlan):
        return Outcome(WrapPlan(margin))
    if spec.polygon:
        return Outcome(WrapPlan(margin, scanned(spec.polygon)))
    outline = silhouette(context.world.read_bytes(content.source), WIDE, ROWS)
    if not outline:
        where = place(block.document, block.path, "wrap")
        return Outcome(WrapPlan(margin), (Diagnostic("A106", "warning", where, {"picture": content.id}),))
    return Outcome(WrapPlan(margin, outline))


def scanned(polygon: Sequence[tuple[float, float]]) -> tuple[tuple[int, int], ...]:
    """What a polygon (corners as shares of width and height) covers of each row, from left to right."""
    rows = []
    edges = list(zip(polygon, (*polygon[1:], polygon[0])))
    for number in range(ROWS):
        top, foot = number / ROWS, (number + 1) / ROWS
        xs = [x for edge in edges for x in _within(edge, top, foot)]
        rows.append((int(min(xs) * WIDE), -int(-max(xs) * WIDE // 1)) if xs else (0, 0))
    return tuple(rows)


def _within(
    edge: tuple[tuple[float, float], tuple[float, float]], top: float, foot: float
) -> tuple[float, ...]:
    """The ends of the piece of an edge that lies between two heights."""
    (x1, y1), (x2, y2) = sorted(edge, key=lambda corner: corner[1])
    if y2 < top or y1 > foot:
        return ()
    if y1 == y2:
        return x1, x2
    slope = (x2 - x1) / (y2 - y1)
    return x1 + (max(y1, top) - y1) * slope, x1 + (min(y2, foot) - y1) * slope
