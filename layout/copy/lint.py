"""Step 9 of normalisation (`layout.copy.normalise`): what looks wrong in copy and is never repaired."""

import re
from collections.abc import Iterator

from layout.copy.characters import is_han
from layout.copy.types import Block
from layout.diag import Diagnostic, Fact, Where

_PAIRED = re.compile("[“”‘’（）《》〈〉「」『』【】〔〕［］()]")
_MATES = dict(zip("”’）》〉」』】〕］)", "“‘（《〈「『【〔［("))
_OPENING = frozenset(_MATES.values())
# Marks that say the same thing twice, or a pause after a stop; ？！ and ！！ are fine.
_DOUBLED = re.compile("[，、；：。？！]{2,}")
_LISTED = "》、(?=《)|〉、(?=〈)|”、(?=“)|’、(?=‘)"
# A full point where a sentence ends: at a paragraph's end after a figure, or behind a Chinese mark.
_BEFORE_LAST, _BEFORE_ANY = frozenset("0123456789%‰℃"), frozenset("”）》〉」』】")
_ASCII = re.compile("[,;:!?\"'().\\[\\]]+")
# What a paragraph may end with: a stop, what closes after one, a dash or an ellipsis, a mark that leads on.
_ENDS = frozenset("。！？…—：；.!?:;”’）》〉」』】)\"'～♪")

Found = tuple[str, int, int, dict[str, Fact]]


def lint(
    blocks: tuple[Block, ...], document: str = "", path: tuple[str | int, ...] = ("body",)
) -> tuple[Diagnostic, ...]:
    """Warnings C101 to C107 for a story's copy, each at its characters in the source."""
    found: list[Diagnostic] = []
    for i, block in enumerate(blocks):
        text = block.text
        following = blocks[i + 1] if i + 1 < len(blocks) else Block("space")
        faults = list(lint_text(text, _goes_on(following)))
        if block.kind == following.kind == "paragraph" and _is_cut(block, text):
            faults.append(("C104", len(text) - 1, 1, {"end": text[-8:], "start": following.text[:8]}))
        if faults:
            offsets = block.offsets
            for code, at, length, facts in sorted(faults, key=lambda fault: fault[1]):
                span = offsets[at + length - 1] + 1 - offsets[at]
                found.append(Diagnostic(code, "warning", Where(document, path, offsets[at], span), facts))
    return tuple(found)


def lint_text(text: str, goes_on: str = "") -> Iterator[Found]:
    """What looks wrong in one paragraph: (code, where, length, facts). `goes_on` are opening marks that may stay
    open, since the next paragraph repeats them."""
    yield from _unbalanced(text, goes_on)
    for run in _DOUBLED.finditer(text):
        if run[0].strip("？！"):
            yield "C105", run.start(), len(run[0]), {"marks": run[0]}
    if "、" in text:
        for run in re.finditer(_LISTED, text):
            yield "C106", run.start() + 1, 1, {"marks": text[run.start() : run.end() + 1]}
    if any(is_han(text[at - 1 : at]) or is_han(text[at : at + 1]) for at in _mark_edges(text)):
        yield from _half_width(text)
    if "." in text and any(map(is_han, text)):
        for at in _points(text):
            yield "C107", at, 1, {"marks": "."}


def _points(text: str) -> Iterator[int]:
    """Full points that end a sentence."""
    at = text.find(".", 1)
    while at > 0:
        before, last = text[at - 1], at + 1 == len(text)
        if before in _BEFORE_LAST and last or before in _BEFORE_ANY and text[at + 1 : at + 2] != ".":
            yield at
        at = text.find(".", at + 1)


def _unbalanced(text: str, goes_on: str) -> Iterator[Found]:
    open_ones: list[tuple[str, int]] = []
    count = dict.fromkeys(_OPENING, 0)
    doubtful: set[str] = set()
    for found in _PAIRED.finditer(text):
        mark, at = found[0], found.start()
        if mark in "“‘" and count[mark]:
            doubtful.add(mark)
            yield "C103", at, 1, {"mark": mark, "closing": "”" if mark == "“" else "’"}
        elif mark in count:
            open_ones.append((mark, at))
            count[mark] += 1
        elif count[_MATES[mark]]:
            while (one := open_ones.pop())[0] != _MATES[mark]:
                count[one[0]] -= 1
                yield "C101", one[1], 1, {"mark": one[0]}
            count[one[0]] -= 1
        elif mark != "’" or is_han(text[at - 1 : at]) or not text[at - 1 : at].isalnum():
            yield "C102", at, 1, {"mark": mark}
    for mark, at in open_ones:
        if mark not in goes_on and mark not in doubtful:
            yield "C101", at, 1, {"mark": mark}


def _mark_edges(text: str) -> Iterator[int]:
    """Where the characters beside half-width marks meet them."""
    for run in _ASCII.finditer(text):
        yield run.start()
        yield run.end()


def _half_width(text: str) -> Iterator[Found]:
    from layout.copy.tokens import HAN, PROTECTED, shape_of

    shape = shape_of(text)
    kept = [(one.start(), one.end()) for one in re.finditer(PROTECTED, shape)]
    i = 0
    for run in re.finditer("[,;:!?\"'().\\[\\]]++", shape):
        while i < len(kept) and kept[i][1] <= run.start():
            i += 1
        if i < len(kept) and kept[i][0] <= run.start():
            continue
        marks = text[run.start() : run.end()]
        after_han = shape[run.start() - 1 : run.start()] == HAN
        # A full point after a letter or digit is that of an initial or a number.
        before_han = shape[run.end() : run.end() + 1] == HAN and marks.strip(".") != ""
        if (after_han or before_han) and marks.isascii():
            yield "C107", run.start(), len(marks), {"marks": marks}


def _goes_on(following: Block) -> str:
    """A quotation over several paragraphs opens each of them and is closed in the last (GB/T 15834 4.7.3)."""
    return following.text[:1] if following.kind in ("paragraph", "quote") and following.pieces else ""


def _is_cut(block: Block, text: str) -> bool:
    """Whether a paragraph stops without a stop: copy cut between columns, or read wrongly. Not a line in bold or
    a line of names."""
    if not text or text[-1] in _ENDS or all(piece.mark in ("bold", "em") for piece in block.pieces):
        return False
    if not (is_han(text[-1]) or text[-1].isalnum() or text[-1] in "，、,"):
        return False
    from layout.copy.names import carries_role

    return len(text) > 40 or not carries_role(text, line=True)
