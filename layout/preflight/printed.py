"""A page as its rules of make-up see it: the plan, and where its type stands."""

from msgspec import Struct

from layout.geometry import Rect
from layout.resolve.types import PagePlan
from layout.scene.items import GlyphRun, Scene, flat
from layout.style import EM, HAN_TOP
from layout.tag import Tag
from layout.units import Emu

_OPENING = "“‘（《〈「『【〔"
_CLOSING = "，。、；：！？”’）》〉」』】〕·"


class Type(Struct, frozen=True):
    """A run of type: the place of its bodies without the blank halves of marks at its ends, its size, its words."""

    area: Rect
    size: Emu
    vertical: bool
    words: str
    tag: Tag


class Printed(Struct, frozen=True):
    """The plan of a page and all of its type that is no furniture; `furniture` is the rest."""

    plan: PagePlan
    type: tuple[Type, ...] = ()
    furniture: tuple[Type, ...] = ()
    scene: Scene | None = None


def printed(scene: Scene, plan: PagePlan) -> Printed:
    """What the rules of make-up look at."""
    every = tuple(_type(run) for run in flat(scene.items) if isinstance(run, GlyphRun) and run.glyphs)
    return Printed(
        plan,
        tuple(one for one in every if not one.tag.furniture),
        tuple(one for one in every if one.tag.furniture),
        scene,
    )


def _type(run: GlyphRun) -> Type:
    size, words = run.size, "".join(run.texts)
    wide = size * run.scale // 1000
    start = run.xs[0] + (wide // 2 if words[:1] and words[0] in _OPENING else 0)
    end = run.xs[-1] + (wide if words[-1:] > "⺀" and words[-1] not in _CLOSING else wide // 2)
    length, top = max(0, end - start), size * HAN_TOP // EM
    if run.vertical:
        area = Rect(run.x - size // 2, run.y + start, size, length)
    elif run.turn:
        area = Rect(run.x - size + top, run.y + start, size, length)
    else:
        area = Rect(run.x + start, run.y - top, length, size)
    return Type(area, size, run.vertical or bool(run.turn), words, run.tag)
