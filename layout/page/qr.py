"""QR codes: dark modules as one shape, four light modules round them, words underneath."""

from layout.diag import Diagnostic, Fact, Outcome
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect
from layout.page.lettering import set_text, stacked
from layout.page.types import Placed, PlacedBox, PlacedShape
from layout.resolve.types import Box, QrPlan
from layout.style import BLACK, PAPER
from layout.tag import Tag
from layout.units import MM, Emu

QUIET = 4  # modules of white on every side (GB/T 18284-2000)
LEAST, LEAST_MODULE = (
    12 * MM,
    MM * 3 // 10,
)  # of a code, and of its modules: smaller ones fill up on newsprint


def place_qr(plan: QrPlan, area: Rect, library: FontLibrary, tag: Tag) -> Outcome[tuple[Placed, ...]]:
    """The code as large as `area` lets it be, its words under it, both in the middle. The white round it is part of
    it, so a tint behind it does not come near. F050: it is too small to be read."""
    leading = plan.style.leading
    done = (
        set_text(plan.caption, plan.style, area.width, library, plan.where) if plan.caption else Outcome(())
    )
    words = len(done.value) * leading
    count = len(plan.modules) + 2 * QUIET
    module = max(0, min(area.width, area.height - words)) // count
    found = list(done.diagnostics)
    side = module * len(plan.modules)
    need = max(LEAST, LEAST_MODULE * len(plan.modules))
    if side < need:
        whole = -(-need * count // len(plan.modules))
        facts: dict[str, Fact] = {
            "block": tag.block,
            "size": round(side / MM, 1),
            "least": round(need / MM, 1),
            "room": round(whole / MM, 1),
        }
        found.append(Diagnostic("F050", "error", plan.where, facts))
    if not module:
        return Outcome((), tuple(found))
    left = area.x + (area.width - module * count) // 2
    top = area.y + (area.height - words - module * count) // 2
    white = Rect(left, top, module * count, module * count)
    dark = _dark(plan.modules, left + QUIET * module, top + QUIET * module, module)
    placed: list[Placed] = [PlacedBox(white, Box(None, PAPER, Insets()), tag), PlacedShape(dark, BLACK, tag)]
    placed += stacked(done.value, area.x, white.bottom, words, leading, Tag(plan.style.name, block=tag.block))
    return Outcome(tuple(placed), tuple(found))


def _dark(modules: tuple[tuple[bool, ...], ...], x: Emu, y: Emu, size: Emu) -> tuple[Rect, ...]:
    """Neighbouring dark modules of a row as one rectangle."""
    rects: list[Rect] = []
    for number, row in enumerate(modules):
        start = 0
        for i, (dark, after) in enumerate(zip(row, (*row[1:], False))):
            if dark and not (i and row[i - 1]):
                start = i
            if dark and not after:
                rects.append(Rect(x + start * size, y + number * size, (i + 1 - start) * size, size))
    return tuple(rects)
