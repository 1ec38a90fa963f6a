"""P215: colours mixed of light (RGB, Lab) left in a file for the press: the press would separate them by a recipe
nobody chose. An error where PDF/X or inks are claimed, a warning where the file claims nothing; a file whose output
intent is itself RGB is not for the press."""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts
from layout.diag import Fact, Severity
from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Letters, Sheet

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    for_screen = not file.exchange and any(intent.components == 3 for intent in file.intents)
    if for_screen or not limits.for_press:
        return
    severity: Severity | None = None if file.exchange or file.intents else "warning"
    for number, page in enumerate(file.pages, 1):
        for what, hit in _light(page.sheet):
            facts: dict[str, Fact] = {"what": what, "words": hit.facts.get("words", "")}
            yield Hit(facts, hit.area, page=number, severity=severity)


def _light(sheet: Sheet) -> Iterator[tuple[str, Hit]]:
    """What of a page is mixed of light."""
    for photo in sheet.photos:
        if photo.space == "rgb":
            yield "picture", Hit({"words": photo.name}, photo.area)
    for mark in sheet.inked:
        if mark.inks.space == "rgb":
            words = mark.words if isinstance(mark, Letters) else ""
            yield "text" if words else "shape", Hit({"words": words}, mark.area)
