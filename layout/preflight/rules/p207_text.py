"""P207: the text that comes out of the file is not the copy. Every run of the scene must be found in what pdfium reads,
in the order in which it was painted; spaces and invisible signs are left out of the comparison."""

from collections.abc import Iterator

from layout.preflight.limits import Limits
from layout.preflight.types import Hit, Proof
from layout.scene.items import GlyphRun, Group, Item

SEVERITY = "error"

WORDS = 20
_SILENT = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))


def check(proof: Proof, limits: Limits) -> Iterator[Hit]:
    text, at = _bare(proof.text), 0
    lost: list[tuple[GlyphRun, str]] = []
    for run in _runs(proof.scene.items):
        words = _bare("".join(run.texts))
        found = text.find(words, at)
        if found < 0:
            lost.append((run, words))
        else:
            at = found + len(words)
    if lost:
        run, words = lost[0]
        yield Hit({"words": words[:WORDS], "count": sum(len(words) for _, words in lost)}, tag=run.tag)


def _bare(text: str) -> str:
    return "".join(text.split()).translate(_SILENT)


def _runs(items: tuple[Item, ...]) -> Iterator[GlyphRun]:
    for item in items:
        if isinstance(item, GlyphRun):
            yield item
        elif isinstance(item, Group):
            yield from _runs(item.items)
