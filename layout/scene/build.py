"""Page layout to scene."""

from msgspec import UNSET

from layout.geometry import Rect
from layout.page.types import (
    PageLayout,
    Placed,
    PlacedBox,
    PlacedLine,
    PlacedPicture,
    PlacedRule,
    PlacedShape,
)
from layout.paragraph.place import place
from layout.paragraph.types import PlacedRun
from layout.resolve.types import PagePlan
from layout.scene.items import GlyphRun, Item, Meta, Path, Picture, Scene
from layout.scene.make_up import facts_of
from layout.scene.strokes import DOUBLE, KAPPA, double, rule_items
from layout.style import EM, HAN_MIDDLE, HAN_TOP
from layout.tag import Tag
from layout.units import Emu


def build(layout: PageLayout, plan: PagePlan | None = None) -> Scene:
    """The page as a display list, in painting order; with the plan that it was made from, its facts too."""
    items = tuple(item for placed in layout.placed for item in items_of(placed))
    facts = facts_of(plan, layout.fits) if plan else UNSET
    meta = Meta(title=layout.title, date=layout.date, page=layout.number)
    return Scene(layout.trim, layout.bleed, items, meta, facts=facts, press=layout.press)


def items_of(placed: Placed) -> tuple[Item, ...]:
    """What one placed thing is painted as."""
    match placed:
        case PlacedLine():
            return _line(placed)
        case PlacedRule(x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, tag=tag):
            return rule_items(x1, y1, x2, y2, stroke, tag)
        case PlacedBox():
            return _box(placed)
        case PlacedPicture(plan=plan, frame=frame, image=image, tag=tag):
            return (Picture(plan.source, plan.digest, frame, image, plan.alt or plan.caption, tag),)
        case PlacedShape(rects=rects, fill=fill, tag=tag):
            return (Path(tuple(op for rect in rects for op in _outline(rect, 0)), fill=fill, tag=tag),)


def _line(placed: PlacedLine) -> tuple[Item, ...]:
    runs = tuple(_run(placed, run) for run in place(placed.shaped, placed.line))
    if not placed.shaped.notes:
        return runs
    from layout.scene.notes import with_notes

    return with_notes(placed, runs)


def _run(placed: PlacedLine, placed_run: PlacedRun) -> GlyphRun:
    """One run of a line. In a vertical line type stands upright down the column, or lies on its side with the
    middle of its Han characters on the column's centre line, or stands side by side in one cell of the column."""
    tag, run = placed.tag, placed.shaped.runs[placed_run.run]
    style, along = run.style, placed_run.x
    x, y, scale, turn, vertical = placed.x + along, placed.y, style.scale[1], 0, False
    if style.direction == "vertical":
        x, y, vertical = placed.x, placed.y + along, not (run.turned or run.across)
        if run.turned:
            x, scale, turn = x - style.size * HAN_MIDDLE // EM, EM, 90
        elif run.across:
            x, y, scale = x - style.size // 2, y + style.size * HAN_TOP // EM, EM
    return GlyphRun(
        face=run.face,
        size=style.size,
        x=x,
        y=y,
        glyphs=placed_run.glyphs,
        xs=placed_run.xs,
        texts=placed_run.texts,
        colour=style.colour,
        scale=scale,
        turn=turn,
        vertical=vertical,
        tag=Tag(
            tag.role if tag.paragraph < 0 else style.name,
            tag.story,
            tag.block,
            tag.paragraph,
            placed_run.start + placed.ahead,
            placed_run.end + placed.ahead,
            tag.leg,
            tag.furniture,
            row=tag.row,
            column=tag.column,
        ),
    )


def _box(placed: PlacedBox) -> tuple[Item, ...]:
    if placed.outline:
        from layout.scene.stepped import stepped_box

        return stepped_box(placed)
    rect, box, tag = placed.rect, placed.box, placed.tag
    items: list[Item] = []
    if box.fill:
        items.append(Path(_outline(rect, box.radius), fill=box.fill, tag=tag))
    border = box.border
    if border is None:
        return tuple(items)
    if border.name == "":
        outline = _outline(rect, box.radius)
        return (*items, Path(outline, stroke=border.colour, weight=border.weight, tag=tag))
    if border.name in DOUBLE:
        return (*items, *_double(rect, placed))
    if border.name in ("点线", "波浪线"):
        sides = (
            (rect.x, rect.y, rect.right, rect.y),
            (rect.right, rect.y, rect.right, rect.bottom),
            (rect.x, rect.bottom, rect.right, rect.bottom),
            (rect.x, rect.y, rect.x, rect.bottom),
        )
        return (*items, *(item for side in sides for item in rule_items(*side, border, tag)))
    from layout.scene.ornaments import frame_ornament

    return (*items, *frame_ornament(rect, border, tag))


def _double(rect: Rect, placed: PlacedBox) -> tuple[Item, ...]:
    """Two lines round, the outer one on the rectangle, the thick one of 文武线 outside."""
    border = placed.box.border
    assert border is not None
    outer, clear, thin = double(border)
    step = outer // 2 + clear + thin // 2
    inner = Rect(rect.x + step, rect.y + step, rect.width - 2 * step, rect.height - 2 * step)
    radius = placed.box.radius
    return (
        Path(_outline(rect, radius), stroke=border.colour, weight=outer, tag=placed.tag),
        Path(_outline(inner, max(0, radius - step)), stroke=border.colour, weight=thin, tag=placed.tag),
    )


def _outline(rect: Rect, radius: Emu) -> tuple[tuple[str | Emu, ...], ...]:
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    if not radius:
        return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    r = min(radius, rect.width // 2, rect.height // 2)
    k = r - round(r * KAPPA)
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )
