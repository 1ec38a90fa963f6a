"""P406: a picture without caption, or without the name of who made it. `caption: none` at its block says that it
wants neither: a drawing, an ornament."""

from collections.abc import Iterator

from layout.preflight.limits import Limits
from layout.preflight.printed import Printed
from layout.preflight.types import Hit
from layout.resolve.types import PicturePlan
from layout.tag import Tag

SEVERITY = "warning"


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    for block in page.plan.blocks:
        picture = block.content
        if not isinstance(picture, PicturePlan) or picture.place == "none":
            continue
        lacks = [name for name in ("caption", "credit") if not getattr(picture, name)]
        if lacks:
            missing = "both" if len(lacks) == 2 else lacks[0]
            yield Hit({"picture": picture.id, "missing": missing}, tag=Tag(block=block.id))
