"""Where a hit is, as a place in the user's documents."""

from layout.diag import Where
from layout.preflight.types import Hit, Places
from layout.resolve.types import PagePlan, PicturePlan, StoriesPlan
from layout.spec.model import ThemeSpec


def places_of_page(plan: PagePlan, theme: ThemeSpec, document: str) -> Places:
    """Places in the documents of a page: a story, a part of its head, a picture, a block, a piece of furniture, a
    face of the theme; the page itself for all else."""

    def where(hit: Hit, _: int) -> Where:
        if hit.face in theme.faces:
            return Where(theme.document, ("faces", hit.face, "file"))
        known, tag = _known(plan), hit.tag
        kind = "furniture" if tag.furniture else "block"
        found = known.get(f"picture {tag.block}") or known.get(f"{tag.role} {tag.story}")
        found = found or known.get(f"story {tag.story}")
        return found or known.get(f"{kind} {tag.block}", Where(document))

    return where


def _known(plan: PagePlan) -> dict[str, Where]:
    known = {f"furniture {piece.id}": piece.where for piece in plan.furniture}
    for block in plan.blocks:
        content = block.content
        known[f"block {block.id}"] = block.where
        if isinstance(content, PicturePlan):
            known[f"picture {block.id}"] = content.where
        elif isinstance(content, StoriesPlan):
            known |= {f"story {story.id}": story.where for story in content.stories}
            known |= {
                f"{head.role} {story.id}": head.where for story in content.stories for head in story.heads
            }
    return known


def places_of_file(name: str, pages: int) -> Places:
    """Places in a PDF: the file, or in one of several pages `name#page=2`, as addresses say it (RFC 8118)."""
    return lambda _, page: Where(f"{name}#page={page}" if page and pages > 1 else name)
