"""The shape of a catalogue entry."""

from msgspec import Struct


class Entry(Struct, frozen=True):
    """What a finding says (`zh`, `en`) and what to write instead (`zh_hint`, `en_hint`).

    The sentences are templates over the diagnostic's facts. A hint may use `{hint}`, the diagnostic's own
    suggestion; it is left out where that is empty, and `zh_else` and `en_else` say what there is to choose from,
    where the finding knows. `what_zh` and `what_en` explain the rule.
    """

    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""
    what_zh: str = ""
    what_en: str = ""
    zh_else: str = ""
    en_else: str = ""
