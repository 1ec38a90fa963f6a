"""Furniture: the folio line and what else a theme puts on every page.

It is drawn for a right-hand (odd) page; a left-hand page has it the other way round, so that what stands at
the outer edge stays there.
"""

import re

from msgspec.structs import replace

from layout.diag import Diagnostic, Outcome, Where
from layout.geometry import Rect
from layout.resolve.context import Context, place
from layout.resolve.dates import chinese_date, lunar_date, weekday
from layout.resolve.places import free_rect
from layout.resolve.strokes import read_box, read_rules
from layout.resolve.types import FurniturePlan, Stroke
from layout.spec.model import FurnitureSpec, PageFacts
from layout.style import Align

SIDES = {"left": "right", "right": "left"}
ALIGNS: dict[Align, Align] = {"left": "right", "right": "left"}


def read_furniture(context: Context) -> Outcome[tuple[FurniturePlan, ...]]:
    """The theme's furniture with the page's facts in it; none on a page that has a nameplate instead."""
    if any(block.kind == "nameplate" for block in context.page.blocks.values()):
        return Outcome(())
    done = [read_piece(piece, context, context.trim) for piece in context.theme.furniture]
    number = context.page.facts.number
    if number is not None and number % 2 == 0:
        done = [Outcome(mirrored(d.value, context.trim), d.diagnostics) for d in done]
    return Outcome(tuple(d.value for d in done), tuple(f for d in done for f in d.diagnostics))


def read_piece(
    piece: FurnitureSpec, context: Context, whole: Rect, part: str = "furniture"
) -> Outcome[FurniturePlan]:
    """One piece of that `part` of the theme: its words, its place (% is of `whole`), its rules and frame. A line
    that comes out empty is left out."""
    ruler, palette = context.styles.ruler, context.styles.palette
    facts = context.page.facts
    where = place(context.theme.document, (part, piece.id))
    filled = [fill(line, facts, where) for line in piece.lines]
    plan = FurniturePlan(
        id=piece.id,
        rect=free_rect(piece.at, ruler, whole),
        lines=tuple(line for line in (f.value.strip() for f in filled) if line),
        style=context.styles.style(piece.style_name or "folio"),
        rules=read_rules(piece.rules, ruler, palette),
        box=None if piece.box is None else read_box(piece.box, ruler, palette),
        where=where,
    )
    return Outcome(plan, tuple(finding for f in filled for finding in f.diagnostics))


def words(facts: PageFacts) -> dict[str, str]:
    """What each {name} in furniture stands for."""
    return {
        "number": "" if facts.number is None else str(facts.number),
        "date": chinese_date(facts.date),
        "weekday": weekday(facts.date),
        "section": facts.section,
        "paper": facts.paper,
        "issue": facts.issue,
        "pages": facts.pages,
        "licence": facts.licence,
    }


def fill(line: str, facts: PageFacts, where: Where) -> Outcome[str]:
    """`line` with its {names} filled in; a finding for each that stands for nothing, which is left out, and for a
    lunar date without the calendar that knows it (A302)."""
    found: list[Diagnostic] = []
    known = words(facts)
    if "{lunar}" in line:
        lunar = lunar_date(facts.date)
        known["lunar"] = lunar or ""
        if lunar is None:
            found.append(Diagnostic("A302", "error", place(where.document, where.path, "text")))

    def word(match: re.Match[str]) -> str:
        name = match[1]
        if name not in known:
            names = "、".join(f"{{{each}}}" for each in dict.fromkeys((*known, "lunar")))
            said = place(where.document, where.path, "text")
            found.append(Diagnostic("A301", "error", said, {"name": name, "names": names}))
        return known.get(name, "")

    return Outcome(re.sub(r"\{([^{}]*)\}", word, line), tuple(found))


def mirrored(plan: FurniturePlan, page: Rect) -> FurniturePlan:
    """The piece as it stands on a left-hand page."""
    style = replace(plan.style, align=ALIGNS.get(plan.style.align, plan.style.align))
    rect = replace(plan.rect, x=page.width - plan.rect.right)
    rules: dict[str, Stroke] = {SIDES.get(side, side): rule for side, rule in plan.rules.items()}
    return replace(plan, rect=rect, style=style, rules=rules)
