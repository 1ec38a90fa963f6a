"""P211: page boxes that don't lie in each other: trim inside bleed inside media (ISO 15930-7); or, where
PDF/X is claimed, no box that says where the paper is cut. Both TrimBox and ArtBox is one too many."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import Box, FileFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"

ORDER = ("TrimBox", "BleedBox", "MediaBox")
SLACK = 0.01  # points: boxes are written with few digits


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for number, page in enumerate(file.pages, 1):
        if file.exchange and ("TrimBox" in page.boxes) == ("ArtBox" in page.boxes):
            yield Hit({"box": "TrimBox", "other": "ArtBox"}, page=number)
        known = [name for name in ORDER if name in page.boxes]
        for inner, outer in zip(known, known[1:]):
            if not _inside(page.boxes[inner], page.boxes[outer]):
                yield Hit({"box": inner, "other": outer}, page=number)


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - SLACK
        and inner[1] >= outer[1] - SLACK
        and inner[2] <= outer[2] + SLACK
        and inner[3] <= outer[3] + SLACK
    )
