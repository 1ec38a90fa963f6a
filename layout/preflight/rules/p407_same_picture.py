"""P407: the same picture twice on a page, by its bytes, under whatever name."""

from collections.abc import Iterator

from layout.preflight.limits import Limits
from layout.preflight.printed import Printed
from layout.preflight.types import Hit
from layout.resolve.types import PicturePlan
from layout.tag import Tag

SEVERITY = "warning"


def check(page: Printed, limits: Limits) -> Iterator[Hit]:
    seen: dict[str, str] = {}
    for block in page.plan.blocks:
        if not isinstance(block.content, PicturePlan):
            continue
        for shot in block.content.shots:
            first = seen.setdefault(shot.digest, block.id)
            if shot.digest and first != block.id:
                yield Hit({"picture": block.content.id, "block": first}, tag=Tag(block=block.id))
