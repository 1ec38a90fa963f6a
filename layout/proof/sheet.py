"""The proof of a page: the table of contents of this room."""

from collections.abc import Sequence

from msgspec import UNSET
from msgspec.structs import replace

from layout.diag import Diagnostic
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.compose import settled
from layout.page.types import StoryFit
from layout.press import PLAIN
from layout.proof.frames import empty_places, frames, line_numbers, names
from layout.proof.numbers import numbered, numbers
from layout.proof.over import over_copy
from layout.proof.panel import set_panel
from layout.proof.type import GREY, patch
from layout.proof.words import fits_told, found_told
from layout.report.said import Lang, say
from layout.resolve.types import PagePlan
from layout.scene.items import Scene
from layout.spec.source_map import SourceMap


def proof_of(
    scene: Scene,
    plan: PagePlan,
    fits: Sequence[StoryFit],
    found: Sequence[Diagnostic],
    fonts: FontLibrary,
    sources: SourceMap,
    lang: Lang,
) -> Scene:
    """The page's `scene` on a sheet that is wider by what stands beside it, for no press and no standard. `found` are
    the findings, `fits` how its stories fit."""
    page, plan = scene.trim, settled(plan, fonts)
    said = sorted((say(one, sources, lang) for one in found), key=lambda one: one.order)
    notes = (
        *fits_told(plan, fits, fonts, lang),
        *found_told(said, fonts, lang),
        *over_copy(plan, fits, fonts, lang),
    )
    panel = set_panel(notes, page, fonts)
    items = (
        *empty_places(plan, scene),
        *frames(plan),
        *scene.items,
        patch(page.x, page.y, page.width, page.height, None, GREY),
        *names(plan, fonts),
        *line_numbers(plan, fonts),
        *numbers(numbered(said, plan, scene), fonts),
        *panel.items,
    )
    sheet = Rect(0, 0, panel.right, page.height)
    return replace(scene, trim=sheet, bleed=sheet, items=items, facts=UNSET, press=PLAIN)
