"""Wire copy made ready for print: half-width marks beside Chinese text become full-width, quotes are paired,
spaces that are the layout's work go. The rules are nine steps (GB/T 15834 and CY/T 154-2017 say what is wanted):

    1 addresses, times, thousands, decimals and code stay      2 full-width letters and figures become ASCII
    3 dashes, ellipses, ～ between numbers                      4 the interpunct of a name
    5 brackets, in pairs                                       6 straight quotes
    7 , ; : ! ? . beside Chinese text                          8 spaces
    9 what is told and never repaired (`layout.copy.lint`)

Clean copy, which is most of it, costs one search. Else the paragraph is cut into tokens (`layout.copy.tokens`),
each token is given what it will be, and the characters that changed are listed.
"""

import re

from layout.copy.types import Change, Normalised

# What may want a change: searched first, so it may say yes too often, but never no where a step would act.
# One class leads, which keeps the search fast; look-behinds then see the character that was found.
_SUSPECT = re.compile(
    "[ \"'(),.:;!?~\t\n\xa0\u1680\u2000-\u200a\u2022\u2026\u2027\u2015\u202f\u205f\u2219\u223c\u22c5\u22ef\u2500"
    "\u3000。\u301c\u30fb（）％－．／０-９：Ａ-Ｚａ-ｚ＂＇\uff61-\uff65·-]"
    "(?:"
    "(?<= )(?:(?<![0-9A-Za-z,.;:!?] )|(?![0-9A-Za-z]))"
    "|(?<=,)(?:(?<!\\d,)|(?!\\d{3}(?!\\d))|(?<=\\d{4},))"
    "|(?<=:)(?:(?<!\\d:)|(?!\\d))"
    "|(?<=\\.)(?:(?<![0-9A-Za-z]\\.)|(?![0-9A-Za-z]))"
    "|(?<=。)(?=。。)|(?<=·)(?=··)"
    "|(?<=…)(?:(?<!……)(?!…)|(?<=……)(?=…)|(?=[.。⋯]))"
    "|(?<=-)(?=-)|(?<=－)(?=－)|(?<=─)(?=─)|(?<=―)(?=―)"
    "|(?<=％)(?<=[0-9０-９]％)|(?<=[．：])(?<=\\d[．：])(?=\\d)"
    "|(?<=[^ ,.:。·…\\-－─―％．：（）])"
    ")"
)
_FOLD = {c: c - 0xFEE0 for r in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for c in range(*r)} | {
    0xFF02: '"',
    0xFF07: "'",
    0xFF0F: "/",
    0xFF61: "。",
    0xFF62: "「",
    0xFF63: "」",
    0xFF64: "、",
    0xFF65: "・",
}


def normalise(text: str, label: bool = False) -> Normalised:
    """One paragraph of copy (without its markup; "\\n" is a hard line break), normalised. Never fails, never
    changes the order of the text, and normalises to itself.

    `label`: the text is a byline, a credit or a head, where spaces between Chinese words are meant: they are
    kept, one U+3000 each.
    """
    if not _SUSPECT.search(text):
        return Normalised(text, tuple(range(len(text))))
    from layout.copy.tokens import tokenise
    from layout.copy.units import settle

    tokens = tokenise(_fold(text))
    after, closed = settle(tokens, label)
    offsets: list[int] = []
    edits: list[tuple[int, int, str]] = []
    for token, new in zip(tokens, after):
        start, end = token.start, token.start + len(token.text)
        if len(new) == end - start:
            offsets.extend(range(start, end))
        else:
            offsets.extend(start + min(i, end - start - 1) for i in range(len(new)))
        edits.extend(_edits(text, start, end, new))
    return Normalised("".join(after), tuple(offsets), _changes(text, edits), tuple(closed))


def _fold(text: str) -> str:
    """Step 2, character for character: full-width letters and digits, half-width Japanese marks, ％ after a
    digit, ： and ． between digits. And the apostrophe, which is a letter (NRM-LAT)."""
    text = text.translate(_FOLD)
    for wide, narrow in ("％%", "：:", "．."):
        if wide in text:
            follows = "" if wide == "％" else "(?=[^\\S\n]*[0-9])"
            text = re.sub(f"([0-9][^\\S\n]*){wide}{follows}", rf"\1{narrow}", text)
    return re.sub("(?<=[A-Za-z])'(?=[A-Za-z])", "’", text)


def _edits(text: str, start: int, end: int, new: str) -> list[tuple[int, int, str]]:
    """What becomes of one token, as (from, to, what is there now): only the characters that differ."""
    if text.startswith(new, start) and len(new) == end - start:
        return []
    if len(new) != end - start:
        return [(start, end, new)]
    differ = "".join("01"[a != b] for a, b in zip(text[start:end], new))
    return [
        (start + run.start(), start + run.end(), new[run.start() : run.end()])
        for run in re.finditer("1+", differ)
    ]


def _changes(text: str, edits: list[tuple[int, int, str]]) -> tuple[Change, ...]:
    """The edits as changes, those that follow each other as one."""
    changes: list[Change] = []
    first = 0
    for i, (_, end, _) in enumerate(edits):
        if i + 1 == len(edits) or edits[i + 1][0] != end:
            start = edits[first][0]
            changes.append(Change(start, text[start:end], "".join(new for _, _, new in edits[first : i + 1])))
            first = i + 1
    return tuple(changes)
