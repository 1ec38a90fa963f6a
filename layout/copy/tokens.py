"""A paragraph of wire copy cut into tokens, and which brackets and quotes belong together.

Every character is in exactly one token. Kinds: H Han, F a full-width mark or sign, L anything else with ink
(letters, digits; an address or a call `f(x)` as a whole), Q a quote, B a round bracket, G one of 《》「」 and
the like, M half-width marks `,;:!?`, P full points, D dashes, E an ellipsis, W a wave ~, C a middle dot,
S spaces, N a line break. Every pattern is linear: what may repeat is possessive or bounded.
"""

import re

from msgspec import Struct

from layout.copy.characters import HAN, SPACE, WIDE

# Step 1: what copy may hold that is no prose. An address goes on to its last character that is not a mark at
# its end; a call is a name glued to brackets without Chinese in them.
_INK = "[A-Za-z0-9#$%&*+/=@\\[\\]^_{|}~-]"
_GROUP = "\\([!#-&*-;=?-~]*+\\)"
PROTECTED = (
    f"(?:[A-Za-z0-9+.-]{{1,20}}+://|www\\.)(?:{_INK}|[.,;:!?]++(?={_INK}|{_GROUP})|{_GROUP})*+"
    "|[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,64}+(?:\\.[A-Za-z0-9-]{1,64}+){1,8}+"
    "|(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]{0,64}+\\((?:[^()\n\u2e80-\U0010ffff]|\\([^()\n\u2e80-\U0010ffff]*+\\))*+\\)"
)
_MARKS = "\"'“”‘’()（）,;:!?.…⋯~∼〜～·•・‧∙⋅—\n"
_TOKEN = (
    f"(?P<H>[{HAN}]+)|(?P<X>{PROTECTED})|(?P<S>[{SPACE}]+)|(?P<N>\n)"
    f"|(?P<E>(?:\\.{{3,}}|。(?:[{SPACE}]*。){{2,}}|[·•・]{{3,}}|[…⋯])+)"
    "|(?P<D>-{2,}|－{2,}|─{2,}|―{2,}|—+)"
    f"|(?P<L>(?:(?!--|－－|──|――)[^{HAN}{WIDE}{SPACE}{_MARKS}]|(?<=[A-Za-z])’(?=[A-Za-z]))+)"
    "|(?P<Q>[\"'“”‘’])|(?P<B>[()（）])|(?P<G>[〈《「『》〉」』【】])"
    "|(?P<M>[,;:!?]+)|(?P<P>\\.+)|(?P<W>[~∼〜～]+)|(?P<C>[·•・‧∙⋅])|(?P<F>[\\s\\S])"
)
_MATE = {"》": "《", "〉": "〈", "」": "「", "』": "『", "】": "【"}


class Token(Struct, frozen=True):
    kind: str
    text: str
    start: int


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, without gaps."""
    found = re.finditer(_TOKEN, text)
    return tuple(Token("L" if m.lastgroup == "X" else m.lastgroup or "F", m[0], m.start()) for m in found)


def bracket_mates(tokens: tuple[Token, ...]) -> tuple[dict[int, int], list[int]]:
    """For each token of a pair of brackets the other one; and for each token the rank of the round bracket that
    opens the innermost pair around it (-1: none). A half-width and a full-width bracket make a pair too."""
    mates: dict[int, int] = {}
    round_ones: list[int] = []
    others: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind == "B":
            if token.text in "(（":
                round_ones.append(i)
            elif round_ones:
                mates[i] = opened = round_ones.pop()
                mates[opened] = i
        elif token.kind == "G":
            if token.text not in _MATE:
                others.append(i)
            elif others and tokens[others[-1]].text == _MATE[token.text]:
                mates[i] = opened = others.pop()
                mates[opened] = i
    return mates, _within(tokens, mates)


def _within(tokens: tuple[Token, ...], mates: dict[int, int]) -> list[int]:
    within: list[int] = []
    open_ones = [-1]
    for i, token in enumerate(tokens):
        paired = token.kind == "B" and i in mates
        if paired and mates[i] < i:
            open_ones.pop()
        within.append(open_ones[-1])
        if paired and mates[i] > i:
            open_ones.append(i)
    return within


def pair_quotes(tokens: tuple[Token, ...]) -> tuple[dict[int, str], dict[int, int]]:
    """Step 6: what each quote is to be, and for each token of a pair of quotes the other one. Straight ones
    alternate; a curly one that opens or closes is believed; ' after a letter or digit is an apostrophe."""
    curled: dict[int, str] = {}
    mates: dict[int, int] = {}
    double = single = -1
    ranks = [i for i, token in enumerate(tokens) if token.kind == "Q"]
    last_single = max((i for i in ranks if tokens[i].text in "'’"), default=-1)
    for i in ranks:
        text = tokens[i].text
        if text in '"“”':
            opens = text == "“" or text == '"' and double < 0
            curled[i] = "“" if opens else "”"
            if opens:
                double = i
            elif double >= 0:
                mates[i], mates[double] = double, i
                single = -1 if single > double else single
                double = -1
        elif text == "‘" or text == "'" and single < 0 and i < last_single and not _after_word(tokens, i):
            curled[i], single = "‘", i
        else:
            curled[i] = "’"
            if single >= 0:
                mates[i], mates[single] = single, i
                single = -1
    return curled, mates


def _after_word(tokens: tuple[Token, ...], i: int) -> bool:
    return i > 0 and tokens[i - 1].kind == "L" and tokens[i - 1].text[-1].isalnum()
