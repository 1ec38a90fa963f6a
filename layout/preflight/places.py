"""Where a hit is, as a place in the user's documents."""

from collections.abc import Callable
from typing import TypeAlias

from layout.diag import Where
from layout.preflight.types import Hit
from layout.resolve.types import PagePlan, PicturePlan, StoriesPlan
from layout.spec.model import ThemeSpec

Places: TypeAlias = Callable[[Hit], Where]


def places_of_page(plan: PagePlan, theme: ThemeSpec, document: str) -> Places:
    """Places in the documents of a page: a story, a picture, a block, a piece of furniture, a face of the theme;
    the page itself for all else."""

    def where(hit: Hit) -> Where:
        if hit.face in theme.faces:
            return Where(theme.document, ("faces", hit.face, "file"))
        return _known(plan).get(hit.tag.story and f"story {hit.tag.story}") or _known(plan).get(
            ("furniture " if hit.tag.furniture else "block ") + hit.tag.block, Where(document)
        )

    return where


def _known(plan: PagePlan) -> dict[str, Where]:
    known = {f"furniture {piece.id}": piece.where for piece in plan.furniture}
    for block in plan.blocks:
        content = block.content
        known[f"block {block.id}"] = content.where if isinstance(content, PicturePlan) else block.where
        if isinstance(content, StoriesPlan):
            known |= {f"story {story.id}": story.where for story in content.stories}
    return known


def places_of_file(name: str, pages: int) -> Places:
    """Places in a PDF: the file, or in one of several pages `name#page=2`, as addresses say it (RFC 8118)."""
    return lambda hit: Where(f"{name}#page={hit.page}" if hit.page and pages > 1 else name)
