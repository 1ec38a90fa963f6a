"""What stands between two classes: blank, tier, growth, break (CLReq; GB/T 15834). docs/typography.md shows
each rule with its option.

Amounts are in thousandths of an em.
"""

from msgspec import Struct

from layout.style import Setting
from layout.text.types import FORBIDDEN, LEGAL, SOFT, UNBREAKABLE

_CLOSERS = "CPSQ"
_WORD = "admoupA"  # what makes words and numbers
_HALF = 500
_LATIN_LEAST = 125  # a Han-Latin gap shrinks to 1/8 em and grows to 1/2 (CLReq)
_LATIN_MOST = 500

_NOT_FIRST = {"none": "", "basic": "CPSQFMNLu", "gb": "CPSQFMNLu", "strict": "CPSQFMNLuEDI"}
_NOT_LAST = {"none": "", "basic": "Ok", "gb": "OkL", "strict": "OkL"}


class Pair(Struct, frozen=True):
    """A joint in thousandths of an em; `of_right`: the blank belongs to the right-hand cell."""

    gap: int = 0
    tier: int = -1
    cap: int = 0
    kind: str = ""
    give: int = 0
    brk: int = UNBREAKABLE
    of_right: bool = False


def blank(cls: str, setting: Setting) -> int:
    """The half em beside the body of a mark, where the style of marks leaves it one."""
    kept = {"quanjiao": "OCPS", "plain": "OCPSQ", "kaiming": "S", "banjiao": ""}[setting.punct_style]
    return _HALF if cls in kept else 0


def pair(left: str, right: str, setting: Setting) -> Pair:
    """How a cell of class `left` stands before one of class `right`."""
    brk = _break(left, right, setting)
    if "n" in (left, right):
        return Pair(brk=brk)
    least = FORBIDDEN if setting.stretch == "all" else SOFT
    grows = "gap" if brk >= least and left not in "NL" and right not in "NL" else ""
    latin = _autospace(left, right, setting)
    if latin:
        cap, give = max(0, latin - _LATIN_LEAST), max(0, _LATIN_MOST - latin)
        return Pair(latin, 3, cap, "latin" if brk >= SOFT else "", give, brk, right in "HI")
    gap = _blank(left, right, setting)
    if not gap or setting.punct_style == "plain":
        return Pair(gap=gap, kind=grows, brk=brk)
    tier = {"S": 4, "P": 2}.get(left, 1)
    cap = 0 if tier == 4 and not setting.stop_shrink else gap
    return Pair(gap, tier, cap, grows, 0, brk, left not in "CPS")


def _blank(left: str, right: str, setting: Setting) -> int:
    """The blank of marks between two cells: any two that meet make one and a half em together, pair by pair
    (CLReq adjacent marks, clreq#366)."""
    trail = blank(left, setting) if left in _CLOSERS else 0
    lead = blank(right, setting) if right == "O" else 0
    if setting.punct_style == "plain":
        return trail + lead
    if left in _CLOSERS and right in _CLOSERS:
        return 0
    if left == "O" or left + right == "FO":
        return 0
    if left in _CLOSERS and right == "O":
        return max(0, setting.adjacent - 2 * _HALF) if trail or lead else 0
    return trail + lead


def _autospace(left: str, right: str, setting: Setting) -> int:
    """The gap between Han and words or numbers, never beside a mark (CLReq; CY/T 154-2017, 8.2)."""
    if left in "HI" and right in "adpu":
        other = right
    elif right in "HI" and left in "adpu":
        other = left
    else:
        return 0
    return setting.autospace_latin if other == "a" else setting.autospace_digit


def _break(left: str, right: str, setting: Setting) -> int:
    """Whether a line may end between the two (CLReq, prohibition rules for line start and end; GB/T 15834 5.1; UAX #14
    where those are silent)."""
    if left == "n":
        return LEGAL
    if right == "n" or left in "zjb" or right == "j":
        return UNBREAKABLE
    if right in "swv" or right == "b" and left not in "swv":
        return FORBIDDEN
    first_banned = _NOT_FIRST[setting.kinsoku]
    if setting.ellipsis_no_start and setting.kinsoku != "none":
        first_banned += "E"
    if left in "swv":
        return FORBIDDEN if right in first_banned else LEGAL
    if left in _WORD and right in _WORD:
        return LEGAL if left == "u" and right == "p" else UNBREAKABLE
    if right == "m" or left == "o" or left + right == "pt":
        return FORBIDDEN
    if right in first_banned and left + right != "EE" or left in _NOT_LAST[setting.kinsoku]:
        return FORBIDDEN
    return SOFT if left in "dt" and right == "H" else LEGAL
