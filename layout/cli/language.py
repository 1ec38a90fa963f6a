"""Which language to speak."""

import os
from collections.abc import Sequence
from typing import Literal


def language(words: Sequence[str]) -> Literal["zh", "en"]:
    """`--lang` if it is among the words, else the locale's: "zh" or "en"."""
    for i, word in enumerate(words):
        if word.startswith("--lang="):
            return "zh" if word[7:].startswith("zh") else "en"
        if word == "--lang" and i + 1 < len(words):
            return "zh" if words[i + 1].startswith("zh") else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "en"
