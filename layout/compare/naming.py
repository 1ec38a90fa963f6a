"""What changed in a PDF, in terms of the spec on the other side: the story, and the place in its file."""

from collections.abc import Iterable

from msgspec.structs import replace

from layout.compare.inputs import Side
from layout.compare.texts import place_of
from layout.compare.types import Change, Text


def named(changes: Iterable[Change], a: Side, b: Side) -> tuple[Change, ...]:
    """The changes of the copy with the story that they are in, where one of the sides is a spec or a scene and
    has the words only once."""
    sides = [side for side in (b, a) if side.proof.kind != "pdf"]
    return tuple(_named(change, sides) for change in changes)


def _named(change: Change, sides: Iterable[Side]) -> Change:
    if change.cause not in ("copy", "heads"):
        return change
    lead, tail = str(change.facts.get("lead", "")), str(change.facts.get("tail", ""))
    for side in sides:
        for middle in (str(change.facts.get("new", "")), str(change.facts.get("old", ""))):
            found = _find(side.proof.texts, lead, middle + tail)
            if found is not None:
                text, at = found
                place = place_of(text, at, at + len(middle), side.locate)
                subject = text.story or text.block
                facts = {**change.facts, "subject": subject, "role": text.role}
                return replace(
                    change, subject=subject, story=text.story, block=text.block, facts=facts, position=place
                )
    return change


def _find(texts: Iterable[Text], lead: str, words: str) -> tuple[Text, int] | None:
    """The only place where `words` stand after `lead`, blanks and ends of paragraphs apart."""
    before = "".join(lead.split())
    wanted = before + "".join(words.split())
    found: list[tuple[Text, int]] = []
    for text in texts:
        places = [i for i, char in enumerate(text.text) if not char.isspace()]
        plain = "".join(text.text[i] for i in places)
        at = plain.find(wanted) if wanted else -1
        if at >= 0:
            found.append((text, places[min(at + len(before), len(places) - 1)]))
            if plain.find(wanted, at + 1) >= 0:
                return None
    return found[0] if len(found) == 1 else None
