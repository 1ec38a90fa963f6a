"""P216: the file does not say for which press it was made, or says it in a way that its standard does not take.

PDF/X has exactly one output intent of subtype GTS_PDFX: X-4 with a CMYK (or grey) output profile in the file, X-1a
and X-3 with a profile or the name of a registered condition (ISO 15930-7). Without a standard: a warning.
"""

from collections.abc import Iterator

from layout.backends.pdf.inspect.facts import FileFacts, IntentFacts
from layout.preflight.limits import Limits
from layout.preflight.types import Hit

SEVERITY = "error"


def check(file: FileFacts, limits: Limits) -> Iterator[Hit]:
    press = [intent for intent in file.intents if intent.subtype == "GTS_PDFX"]
    if not file.exchange:
        if not file.intents and limits.for_press and not file.locked:
            yield Hit({"reason": "none"}, severity="error" if file.claims else "warning")
        return
    if len(press) != 1:
        yield Hit({"reason": "several" if press else "none"})
    elif fault := _fault(press[0], profile_needed=file.exchange == "pdf/x-4"):
        yield Hit({"reason": fault})


def _fault(intent: IntentFacts, *, profile_needed: bool) -> str:
    """What is wrong: "unnamed", "profile" (none, though one is needed), "space", "class"; "" for nothing."""
    if not intent.identifier:
        return "unnamed"
    if not intent.components:
        return "profile" if profile_needed or not intent.registry else ""
    if intent.kind != "prtr":
        return "class"
    return "" if intent.components in (1, 4) else "space"
