"""Where a headline may turn over: at sense groups first, then into lines of like length
(docs/typography.md, Headlines).

The headline is cut into words by the least cost over a list of common words, the house's own and the words that the
editor held together; then each place between two words costs by how tightly the two belong together.
"""

import re
from itertools import combinations, pairwise
from typing import TypeAlias

from msgspec import Struct

from layout.paragraph.types import Lexis
from layout.text.types import ShapedParagraph
from layout.units import Emu

Ranges: TypeAlias = tuple[tuple[int, int], ...]  # of characters, half open

_NEVER = float("inf")
_FIGURES = r"[0-9][0-9.,]*%?"
_NUMBER = (  # 2比1 and 3至5 are one number too
    rf"第?(?:{_FIGURES}(?:[—–～~:/比至到-]{_FIGURES})?|[一二三四五六七八九十百千零〇两]+)(?:[多余几])?[十百千万亿]*(?:[多余])?"
)
_OF_TIME = "年月日时分秒岁点"  # after figures always their unit: 2026年底 is no 2026 and 年底
_DATE = r"(?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|底|初)?|[0-9]{1,2}[时点][0-9]{1,2}分?"
_DATED = frozenset("月时点")  # one of which every date has
_LONGEST_HEAD = 80  # characters; what is longer is no headline, and would take long
_LONGEST_WORD = 6
_FOREIGN = re.compile(r"[A-Za-z0-9.+-]+")
_GROUP_LIMIT = 12  # characters of a quotation that is kept whole
_OPENERS, _CLOSERS = "“‘《〈「『（", "”’》〉」』）"
_PAUSES = "，；：。！？—… 　"
_NOT_FIRST = frozenset("的地得了着过等们吗呢吧啊呀之者")

# How tightly two neighbours hold together, by their tags (see `lexicon`; u: unknown, m: number with its unit,
# g: held together by the editor or by quotation marks). What is not listed costs `_PLAIN`.
_PLAIN = 10.0
_TIGHT = {
    **{f"{a}{b}": 5.0 for a in "nutwmg" for b in "vpd"},
    **{f"v{b}": 20.0 for b in "nutw"},
    "vv": 12.0, "vm": 16.0, "vg": 6.0, "vp": 9.0, "vd": 9.0,
    "mn": 12.0, "mu": 12.0, "tu": 30.0, "tn": 14.0, "un": 12.0, "nu": 12.0, "ut": 25.0, "uu": 60.0,
    **{f"p{b}": 30.0 for b in "nvutwmgdp"},
    **{f"d{b}": 25.0 for b in "nvutwmgdp"},
    **{f"x{b}": 25.0 for b in "nutmgwd"},
    **{f"{a}g": 4.0 for a in "nutmw"},
    **{f"g{b}": 5.0 for b in "nutmw"},
    **{f"l{b}": 5.0 for b in "nutmwgvpd"},
}  # fmt: skip
_COPULA, _PAUSE = 8.0, -20.0
_ATTRIBUTE, _ATTRIBUTE_COST = "(?:关于|对于|对)[^，。；：]*的[^，。；： 　]*", 15.0
_BALANCE, _TOP_HEAVY, _UNEVEN = 30.0, 3.0, 1 / 3


class Word(Struct, frozen=True):
    """A word of a headline and its tag, from character `start` on."""

    text: str
    tag: str
    start: int


def held_together(text: str) -> tuple[str, Ranges]:
    """`text` without its {braces}, and the ranges that they held."""
    out, ranges, opened, at = [], [], -1, 0
    for char in text:
        if char == "{":
            opened = at
        elif char == "}":
            if opened >= 0:
                ranges.append((opened, at))
            opened = -1
        else:
            out.append(char)
            at += 1
    return "".join(out), tuple(ranges)


def words_of(text: str, lexis: Lexis, held: Ranges = ()) -> tuple[Word, ...]:
    """Cut a headline into words."""
    from layout.paragraph.lexicon import lexicon

    common, units = lexicon()
    own, cut = lexis.own, _cut(text, lexis.segmenter, common)
    longest = max([_LONGEST_WORD, *map(len, own)])
    numbers = [re.compile(f"{_NUMBER}(?:{'|'.join(units)})?[底初末]?")]
    if not _DATED.isdisjoint(text):
        numbers.append(re.compile(_DATE))
    groups = dict((*_quotations(text), *held))
    best: list[tuple[float, int, str]] = [(0.0, 0, "")] + [(_NEVER, 0, "")] * len(text)

    def offer(start: int, end: int, price: float, tag: str) -> None:
        total = best[start][0] + price
        if total < best[end][0]:
            best[end] = (total, start, tag)

    for at in range(len(text)):
        if at in groups:
            offer(at, groups[at], 0.1, "g")
            continue
        offer(at, at + 1, 2.5, "b" if text[at] in _PAUSES else "u")
        for pattern in numbers:
            if found := pattern.match(text, at):
                offer(at, found.end(), 1.0, "m")
        if found := _FOREIGN.match(text, at):
            offer(at, found.end(), 0.9, "u")
        if at and text[at] in _OF_TIME and text[at - 1] in "0123456789":
            continue
        if at in cut:
            offer(at, *cut[at])
        for end in range(at + 1, min(len(text), at + longest) + 1):
            word = text[at:end]
            if word in own:
                offer(at, end, 0.5, "n")
            elif not cut and word in common:
                offer(at, end, 1.0 if end - at > 1 else 1.6, common[word])
    return _collected(text, best)


def _cut(text: str, segmenter: str, common: dict[str, str]) -> dict[int, tuple[int, float, str]]:
    """Where the theme's segmenter begins a word, where the word ends, its price and its tag; nothing where it is
    absent or the built-in list is to do."""
    if segmenter == "builtin":
        return {}
    from layout.paragraph.segment import words

    found = ((a, b, common.get(text[a:b], tag)) for a, b, tag in words(text) if text[a] not in _PAUSES)
    return {a: (b, 1.0 if b - a > 1 else 1.6, tag) for a, b, tag in found}


def _collected(text: str, best: list[tuple[float, int, str]]) -> tuple[Word, ...]:
    """The cheapest way back, unknown characters side by side made one word: a name, most likely."""
    out: list[Word] = []
    end = len(text)
    while end:
        _, start, tag = best[end]
        out.append(Word(text[start:end], tag, start))
        end = start
    joined: list[Word] = []
    for word in reversed(out):
        if joined and word.tag == joined[-1].tag == "u" and not (word.text + joined[-1].text).isascii():
            word = Word(joined[-1].text + word.text, "u", joined.pop().start)
        joined.append(word)
    return tuple(_rejoined(joined))


def _rejoined(words: list[Word]) -> list[Word]:
    """A verb of one character beside a lone unknown one is half of a word that is not in the list."""
    out: list[Word] = []
    for word in words:
        last = out[-1] if out else None
        if last and len(last.text) == len(word.text) == 1 and last.tag + word.tag in ("uv", "vu"):
            out[-1] = Word(last.text + word.text, "v", last.start)
        else:
            out.append(word)
    return out


def _quotations(text: str) -> list[tuple[int, int]]:
    """Quotations and titles that are short enough to be kept whole, the outermost ones, with their marks."""
    out, stack = [], []
    for i, char in enumerate(text):
        if char in _OPENERS:
            stack.append(i)
        elif char in _CLOSERS and stack:
            start = stack.pop()
            if not stack and i + 1 - start <= _GROUP_LIMIT + 2:
                out.append((start, i + 1))
    return out


def _junction(left: Word, right: Word) -> float:
    """What turning over between two words costs."""
    if right.text in _NOT_FIRST:
        return _NEVER
    if left.tag == "b":
        return _PAUSE
    if left.text == "是":
        return _COPULA
    if left.tag in "nu" and right.tag == "m" and right.text[-1] == "号" and not right.text[0].isascii():
        return _TIGHT["uu"]  # a name with its number
    if right.tag == "l":
        return _TIGHT["pn"]
    if right.tag == "u" and len(right.text) == 1:
        return _TIGHT["uu"]  # what is left of a word that is in no list
    return _TIGHT.get(left.tag + right.tag, _PLAIN)


def turned_over(
    shaped: ShapedParagraph, lines: int, lexis: Lexis, held: Ranges
) -> tuple[tuple[int, ...], float]:
    """The best places (character offsets) to turn a headline over into `lines` lines, and what they cost; infinite
    if there are none without harm. No line ends inside a range of `held`."""
    if lines < 2:
        return (), 0.0
    if len(shaped.text) > _LONGEST_HEAD:
        return (), _NEVER
    found = words_of(shaped.text, lexis, held)
    legal = {shaped.starts[b] for b in shaped.breaks} - _inside(held)
    clauses = []
    if "的" in shaped.text:
        clauses = [(m.start() + 1, m.end()) for m in re.finditer(_ATTRIBUTE, shaped.text)]
    places = {
        right.start: price + _ATTRIBUTE_COST * any(a <= right.start < b for a, b in clauses)
        for left, right in pairwise(found)
        if right.start in legal
        and shaped.text[: right.start].strip("—")
        and (price := _junction(left, right)) < _NEVER
    }
    chosen: tuple[tuple[int, ...], float] = ((), _NEVER)
    for cuts in combinations(sorted(places), lines - 1):
        price = sum(places[cut] for cut in cuts) + _unevenness(shaped, cuts)
        if price < chosen[1]:
            chosen = (cuts, price)
    return chosen


def _unevenness(shaped: ShapedParagraph, cuts: tuple[int, ...]) -> float:
    """Lines of like length, the lower one no longer than the upper; never a line of one character."""
    widths = line_widths(shaped, cuts)
    em = shaped.style.size
    if min(widths) < 2 * em * shaped.style.scale[1] // 1000 - 1:
        return _NEVER
    price = 0.0
    for upper, lower in pairwise(widths):
        ratio = abs(upper - lower) / (upper + lower)
        price += _BALANCE * ratio * ratio
        if ratio > _UNEVEN:
            price += _BALANCE * (ratio - _UNEVEN)
        if lower > upper:
            price += _TOP_HEAVY * ratio
    return price


def _inside(held: Ranges) -> set[int]:
    return {i for start, end in held for i in range(start + 1, end)}


def after_dash(shaped: ShapedParagraph) -> Emu:
    """How far the text of a head that opens with —— stands from its start: there its other lines begin too."""
    return shaped.sums.x[1] - shaped.sums.x[0] if shaped.classes[:1] == "D" and len(shaped.cells) > 1 else 0


def line_widths(shaped: ShapedParagraph, cuts: tuple[int, ...]) -> list[Emu]:
    """The widths of the lines of a head cut at these characters, from the start of its first one."""
    edges = (0, *cuts, len(shaped.text))
    dash = after_dash(shaped)
    return [line_width(shaped, a, b) + (dash if a else 0) for a, b in pairwise(edges)]


def line_width(shaped: ShapedParagraph, start: int, end: int) -> Emu:
    """The width of the characters `start` to `end` as a line, edges trimmed."""
    from bisect import bisect_left

    first, stop = bisect_left(shaped.starts, start), bisect_left(shaped.starts, end)
    while stop > first and shaped.classes[stop - 1] in "sw":
        stop -= 1
    if stop <= first:
        return 0
    return shaped.sums.x[stop - 1] + shaped.cells[stop - 1].body - shaped.sums.x[first]


def every_legal(shaped: ShapedParagraph, lines: int, held: Ranges = ()) -> tuple[int, ...]:
    """Where nothing better is to be had: the most even turn-over at any legal break outside `held`."""
    kept = _inside(held)
    inner = dict(shaped.hyphens)
    legal = [p for b in shaped.breaks if b not in inner and (p := shaped.starts[b]) not in kept]
    total = line_width(shaped, 0, len(shaped.text))
    cuts: list[int] = []
    for i in range(1, lines):
        left = [p for p in legal if not cuts or p > cuts[-1]]
        if left:
            cuts.append(min(left, key=lambda p: abs(line_width(shaped, 0, p) - total * i // lines)))
    return tuple(cuts)
