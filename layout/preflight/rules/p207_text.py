"""P207: the text that comes out of the file is not the copy.

What pdfium reads must have every character of the scene as often, and every run of it as a whole (of upright
type, shown glyph by glyph, only the characters). Runs that stand on one level may come in another order: readers
sort them from left to right. Spaces and invisible signs are left out of the comparison.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.scene.items import GlyphRun, Scene, flat

SEVERITY = "error"

WORDS = 20
_SILENT = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))


class Proof(Struct, frozen=True):
    """A page as it was meant and the text of its file as a reader program has it, without spaces."""

    scene: Scene
    text: str


def check(proof: Proof, limits: Limits) -> Iterator[Hit]:
    text = _bare(proof.text)
    type_ = (item for item in flat(proof.scene.items) if isinstance(item, GlyphRun))
    runs = [(run, _bare("".join(run.texts))) for run in type_]
    missing = Counter("".join(words for _, words in runs)) - Counter(text)
    lost = [(run, words) for run, words in runs if not run.vertical and words not in text]
    lost = lost or [(run, words) for run, words in runs if missing.keys() & set(words)]
    if lost:
        run, words = lost[0]
        count = missing.total() or sum(len(words) for _, words in lost)
        yield Hit({"words": words[:WORDS], "count": count}, tag=run.tag)


def _bare(text: str) -> str:
    return "".join(text.split()).translate(_SILENT)
