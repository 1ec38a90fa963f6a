"""Characters to classes: one letter for each character, resolved by what stands beside it.

The letters (CLReq, classes of characters; GB/T 15834, 5.1):

    H Han, kana, 〇            I 々 and small kana             Y other symbols, set as Han
    O opening mark            C closing mark                 P pause ，、；：
    S stop 。．？！            Q last of an even run of ？！    M interpunct
    D dash ——                 E ellipsis ……                  N connector — ～ –
    L solidus                 F stop on a whole em ‼         k lead marks ▲ ● ■ ◆
    d digit                   a letter of another script     p prefix ￥ $ №
    m mark beside letters     o opening mark beside letters  u suffix % ℃
    s word space              w ideographic space            b no-break space
    v break here              j don't break here             n forced line break
    z nothing visible         + belongs to the character before

and in vertical lines F also ：；？！, A a capital that stands upright, t figures side by side in one cell (see
`vertical`).
"""

import re
import unicodedata

from layout.text.types import Classes

CJK = frozenset("HIOCPSQMDENw")  # what makes a quotation mark beside it a Chinese one
_NEAR = 8  # characters; how far a quotation mark looks past others for what it is beside
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"  # two letters that are one sign
# 100m², CO₂, 3½, iPad™: signs that belong to the word before them
_RAISED = frozenset("¹²³⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎™®©℠¼½¾⅓⅔⅛⅜⅝⅞")
# A space before a mark that ends something, or behind one that begins it, ends no line (UAX #14, LB13, LB14).
_SPACE_BEFORE = re.compile(r"(?<![ \t\u200b])[ \t]+(?=[!?)\]},;:]|\.(?![0-9]))")
_SPACE_AFTER = re.compile(r"[oO]\+*(s+)")
_RAW_QUOTES = {"“": "1", "”": "2", "‘": "3", "’": "4"}

_BY_CLASS = {
    "O": "（《〈「『【〖〔［｛〘〚｢",
    "C": "）》〉」』】〗〕］｝〙〛｣",
    "P": "，、；：､﹐﹑﹔﹕",
    "S": "。．｡﹒﹖﹗",
    "X": "？！",
    "M": "·・‧•･",
    "T": "—―",
    "R": "…⋯",
    "D": "⸺",
    "N": "～–‐〜゠",
    "F": "‼⁇⁈⁉",
    "I": "々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
    "l": "/",
    "L": "／",
    "h": "-",
    "d": "0123456789",
    "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@#&<>=^_`|\\*~",
    "m": ".,;:!?)]}\"'",
    "o": "([{§¶¡¿",
    "p": "$￥¥＄€£№+±∓−＋",
    "u": "%％﹪‰℃℉°′″‵¢￠",
    "k": "▲●■◆",
    "s": " \t\u2002\u2003\u2009",
    "w": "\u3000",
    "b": "\u00a0\u2007\u202f",
    "v": "\u200b",
    "j": "\u2060\ufeff",
    "n": "\n\r\x0b\x0c\x85\u2028\u2029",
    "H": "〇",
    "Y": "※‖",
}


def _by_property(char: str) -> str:
    """The class of a character that is in no list."""
    code = ord(char)
    if 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF or 0xF900 <= code <= 0xFAFF:
        return "H"
    category = unicodedata.category(char)
    wide = unicodedata.east_asian_width(char)
    if category in {"Mn", "Me", "Mc", "Cc", "Cf"} or 0x1F3FB <= code <= 0x1F3FF:
        return "+"
    if wide in "WF":
        if category in {"Ps", "Pe"} and not 0xFE10 <= code <= 0xFE4F:  # vertical forms aside
            return "O" if category == "Ps" else "C"
        return "H" if category in {"Lo", "Lm"} else "Y"
    if category == "Sc":
        return "p"
    if 0x2460 <= code <= 0x24FF or 0x2776 <= code <= 0x2793:  # figures in circles
        return "Y"
    if category[0] in "LN" and wide != "A":
        return "a" if category != "Nd" else "d"
    if category[0] == "P":
        return "o" if category in {"Ps", "Pi"} else "m"
    if category[0] == "L":  # Greek and Cyrillic are of ambiguous width, and letters
        return "a"
    return "s" if category == "Zs" else "Y"


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = self[code] = _by_property(chr(code))
        return letter


_TABLE = _Table({ord(c): letter for letter, chars in _BY_CLASS.items() for c in chars})
_TABLE.update({ord(c): letter for c, letter in _RAW_QUOTES.items()})


def classify(text: str) -> Classes:
    """A class letter for every character of `text`, which must be a whole paragraph."""
    raw = text.translate(_TABLE)
    if "T" in raw or "R" in raw:
        raw = raw.replace("TT", "D+").replace("T", "N").replace("RR", "E+").replace("R", "E")
    if "X" in raw:
        raw = re.sub("X+", _stop_run, raw)
    if "l" in raw or "h" in raw:
        raw = _slashes_and_hyphens(raw)
    if not set("1234").isdisjoint(raw):
        raw = _quotes(raw)
    if "Y" in raw:
        raw = _signs(text, raw)
    if "\r\n" in text:
        raw = "".join("+" if text[i : i + 2] == "\r\n" else letter for i, letter in enumerate(raw))
    if "+" in raw:
        raw = _continuations(text, raw)
    return _kept_spaces(text, raw) if "s" in raw else raw


def _stop_run(found: re.Match[str]) -> str:
    """？！ side by side share cells: two in one em, three in two (GB/T 15834 5.1.2), so that an even run has no
    blank left after it."""
    count = len(found[0])
    return "S" * count if count % 2 else "S" * (count - 1) + "Q"


def _slashes_and_hyphens(raw: str) -> str:
    """`/` is a solidus unless both sides are letters or digits; `-` is a sign before a number, a connector
    between Han, else a part of its word."""
    raw = re.sub("(?<=[admu])ll?(?=[ad])", lambda m: "m" * len(m[0]), raw).replace("l", "L")
    raw = re.sub("(?<![admu])h(?=d)", "p", raw)
    return re.sub("(?<=H)h(?=H)", "N", raw).replace("h", "m")


def _signs(text: str, raw: str) -> str:
    """Two letters of a flag are one sign; raised and lowered signs belong to the word that they stand behind."""
    if _RAISED.isdisjoint(text) and max(text, default="") <= "\uffff":
        return raw
    letters = list(raw)
    for flag in re.finditer(_FLAG, text):
        letters[flag.end() - 1] = "+"
    for at, char in enumerate(text):
        if char in _RAISED and at and letters[at - 1] in "adm":
            letters[at] = "m"
    return "".join(letters)


def _kept_spaces(text: str, raw: str) -> str:
    """Spaces inside brackets and before ASCII marks as those that end no line."""
    letters = list(raw)
    spans = [found.span() for found in _SPACE_BEFORE.finditer(text)]
    spans += [found.span(1) for found in _SPACE_AFTER.finditer(raw)]
    for start, end in spans:
        letters[start:end] = "b" * (end - start)
    return "".join(letters) if spans else raw


def _quotes(raw: str) -> str:
    """Curly quotes are Chinese marks where a CJK character is beside the pair or inside it, else they belong to
    the foreign words. ’ between letters is an apostrophe."""
    out = list(raw)
    stack: list[int] = []
    last = len(raw)
    cjk_before = [0] * (last + 1)  # how many CJK characters stand before each place
    for i, letter in enumerate(raw):
        cjk_before[i + 1] = cjk_before[i] + (letter in CJK)

    def resolve(start: int, end: int) -> None:
        inside = cjk_before[end] > cjk_before[start]
        chinese = inside or _beside(out, start - 1, -1) or _beside(out, end + 1, 1)
        for i in {start, end}:
            opening = raw[i] in "13"
            out[i] = ("O" if opening else "C") if chinese else "a"

    for i, letter in enumerate(raw):
        if letter in "13":
            stack.append(i)
        elif letter == "4" and (i and raw[i - 1] in "ad") and i + 1 < last and raw[i + 1] == "a":
            out[i] = "a"
        elif letter in "24":
            partner = str(int(letter) - 1)
            if stack and raw[stack[-1]] == partner:
                resolve(stack.pop(), i)
            else:
                resolve(i, i)
    for i in stack:
        resolve(i, i)
    return "".join(out)


def _beside(letters: list[str], i: int, step: int) -> bool:
    """Whether the nearest character that is neither a space nor an unresolved quote is CJK."""
    for _ in range(_NEAR):
        if not (0 <= i < len(letters) and letters[i] in "s1234+"):
            break
        i += step
    return 0 <= i < len(letters) and letters[i] in CJK


def _continuations(text: str, raw: str) -> str:
    """Marks that sit on nothing become invisible cells; what a joiner joins stays with it."""
    raw = re.sub(r"(^|(?<=[nvjsw]))\++", lambda m: "z" + "+" * (len(m[0]) - 1), raw)
    if "\u200d" not in text:
        return raw
    return "".join(
        "+" if letter == "Y" and i and text[i - 1] == "\u200d" else letter for i, letter in enumerate(raw)
    )
