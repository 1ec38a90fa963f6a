"""The Unicode line breaking test against the engine, whose classes are made for Chinese copy.

The engine has no untailored layer. Every place where it parts from UAX #14 must be excused by one of its own rules;
these stand here with their reasons and with how often each is needed. Where none speaks, the two agree.
"""

import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from layout.style import Setting, TextStyle
from layout.text.classify import classify
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import Span
from layout.units import PT
from tests.case_runner import CASES

LIBRARY = SquareLibrary()
STYLE = TextStyle("case", "square", 10 * PT, 10 * PT, setting=Setting(kinsoku="strict"))
FILE = CASES / "oracles" / "ucd-line-break.txt"

WORDS = "admoupA"
NEVER_FIRST, NEVER_LAST = "CPSQFMNLuEDI", "OoL"

# Places that differ, by what excuses them: how many there are in the file.
KEPT = {
    "words and numbers are whole with the marks and signs in them (UNB)": 98,
    "this character never begins a line, nor after a space or a zero width space (KIN)": 259,
    "this character never ends a line (KIN)": 34,
    "a mark on nothing prints nothing and goes with what follows": 101,
    "an emoji modifier belongs to what it follows (UAX #29, GB9)": 45,
    "a tab is set as a word space": 68,
    "an object in the text is set as a sign": 4,
    "a word joiner joins, a zero width space or not": 2,
    "guillemets and § have a side: a space behind an opening one ends no line": 38,
}
CUT = {
    "straight quotation marks have no side; in copy they are paired": 14,
    "other signs are set as Han (SY)": 26,
    "a sign before no number may end a line (section 3)": 5,
    "a decimal point that follows a space begins a line, as in later versions (LB15c)": 1,
    "a space behind a quotation mark may end a line, as in later versions (LB15a)": 4,
    "a tab is set as a word space, and may end a line": 72,
    "a flag is two letters side by side": 1,
}


class Place(NamedTuple):
    """Between two characters: those before it and after it, the classes of what they belong to, whether the second
    is no cell of its own."""

    before: str
    after: str
    left: str
    right: str
    inside: bool


def _kept(p: Place) -> str:
    """Why the engine ends no line where UAX #14 would."""
    reasons = list(KEPT)
    if p.inside and "\U0001f3fb" <= p.after <= "\U0001f3ff":
        return reasons[4]
    if p.left == "z":
        return reasons[3]
    if p.right == "j":
        return reasons[7]
    if p.right in NEVER_FIRST:
        return reasons[1]
    if p.left in WORDS and (p.right in WORDS or p.before == "-"):
        return reasons[0]
    if p.left in NEVER_LAST:
        return reasons[2]
    if p.after == "\t":
        return reasons[5]
    if p.before == "\ufffc":
        return reasons[6]
    return reasons[8] if p.left == "b" and p.before == " " else ""


def _cut(p: Place) -> str:
    """Why the engine may end a line where UAX #14 may not."""
    reasons = list(CUT)
    if '"' in (p.before, p.after):
        return reasons[0]
    if any(
        letter == "Y" and unicodedata.category(char) in ("Sk", "Sm")
        for letter, char in ((p.left, p.before), (p.right, p.after))
    ):
        return reasons[1]
    if p.left == "p" and p.right != "d":
        return reasons[2]
    if (p.before, p.after) == (" ", "."):
        return reasons[3]
    if p.before == " " and p.right in "oO":
        return reasons[4]
    if p.before == "\t":
        return reasons[5]
    return reasons[6] if "\U0001f1e6" <= min(p.before, p.after) <= "\U0001f1ff" else ""


def _cases(path: Path) -> list[tuple[str, set[int]]]:
    """Each text with the characters before which a line may end."""
    out = []
    for row in path.read_text("utf-8").splitlines():
        if not row.startswith("#"):
            pieces = ["".join(chr(int(code, 16)) for code in piece.split()) for piece in row.split("÷")]
            ends = [len("".join(pieces[:n])) for n in range(1, len(pieces))]
            out.append(("".join(pieces), set(ends)))
    return out


def _places(text: str) -> list[Place]:
    """The places between the characters; a combining mark belongs to the character before it."""
    letters = classify(text)
    owners: list[int] = []
    for i, letter in enumerate(letters):
        owners.append(owners[-1] if letter == "+" and i else i)
    return [
        Place(text[owners[i - 1]], text[i], letters[owners[i - 1]], letters[owners[i]], letters[i] == "+")
        for i in range(1, len(text))
    ]


ROWS = _cases(FILE)


def test_every_difference_is_one_of_our_rules() -> None:
    used: Counter[str] = Counter()
    wrong = []
    for text, wanted in ROWS:
        shaped = shape((Span(text, STYLE),), LIBRARY)
        ours = {shaped.starts[cell] for cell in shaped.breaks}
        for at, place in enumerate(_places(text), 1):
            if (at in ours) == (at in wanted):
                continue
            reason = _kept(place) if at in wanted else _cut(place)
            used[reason] += 1
            if not reason:
                wrong.append((text, at, "÷" if at in wanted else "×"))
    assert not wrong
    assert dict(used) == KEPT | CUT


def test_how_much_is_compared() -> None:
    assert len(ROWS) == 4850
    assert sum(len(text) - 1 for text, _ in ROWS) == 10612


@pytest.mark.parametrize(
    "marked",
    [
        "家|👨‍👩‍👧|来",
        "🇨🇳|🇫🇷|队",
        "👍🏽|好",
        "按|1️⃣|键",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿|队",
        "葛|葛󠄀|葛",
        "é|字",
    ],
)
def test_what_looks_like_one_sign_is_one(marked: str) -> None:
    shaped = shape((Span(marked.replace("|", ""), STYLE),), LIBRARY)
    assert [shaped.starts[cell] for cell in shaped.breaks] == [
        len(marked[:i].replace("|", "")) for i, char in enumerate(marked) if char == "|"
    ]
