"""A paragraph of wire copy cut into tokens, and which brackets and quotes belong together.

Every character is in exactly one token. Kinds: H Han, F a full-width mark or sign, L anything else with ink
(letters, digits; an address or a call `f(x)` as a whole), Q a quote, B a round bracket, G one of 《》「」 and
the like, M half-width marks `,;:!?`, P full points, D dashes, E an ellipsis, W a wave ~, C a middle dot,
S spaces, N a line break. Every pattern is linear: what may repeat is possessive or bounded.
"""

import re

from msgspec import Struct

from layout.copy.characters import SPACES, is_han, is_wide

# Paragraphs are cut by their *shape*: a string of the same length in ASCII, where ASCII stands for itself, "H"
# being \x01 and so on. Patterns over big sets of characters take longer to compile than a page to normalise.
(
    HAN,
    _WIDE,
    _STOP,
    _LEFT,
    _RIGHT,
    _DOTS,
    _DASH,
    _DASH2,
    _DASH3,
    _DASH4,
    _MID,
    _MID2,
    _MID3,
    _WAVE,
    _TITLE,
    _INKED,
) = map(chr, (1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19))
_SHAPES = {
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("…⋯", _DOTS),
    **dict.fromkeys("•・", _MID2),
    **dict.fromkeys("‧∙⋅", _MID3),
    **dict.fromkeys("∼〜～", _WAVE),
    **dict.fromkeys("〈《「『》〉」』【】", _TITLE),
    **dict(zip("。（）—－─―·", (_STOP, _LEFT, _RIGHT, _DASH, _DASH2, _DASH3, _DASH4, _MID))),
}

# Step 1: what copy may hold that is no prose. An address goes on to its last character that is not a mark at
# its end; a call is a name glued to brackets without Chinese in them.
_INK = "[A-Za-z0-9#$%&*+/=@\\[\\]^_{|}~-]"
_GROUP = "\\([!#-&*-;=?-~]*+\\)"
_LATIN = "[^()\n\x01-\x08\x0b-\x12]"
PROTECTED = (
    f"(?:[A-Za-z0-9+.-]{{1,20}}+://|www\\.)(?:{_INK}|[.,;:!?]++(?={_INK}|{_GROUP})|{_GROUP})*+"
    "|[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,64}+(?:\\.[A-Za-z0-9-]{1,64}+){1,8}+"
    f"|(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]{{0,64}}+\\((?:{_LATIN}|\\({_LATIN}*+\\))*+\\)"
)
_TOKEN = (
    f"(?P<H>{HAN}+)|(?P<X>{PROTECTED})|(?P<S> +)|(?P<N>\n)"
    f"|(?P<E>(?:\\.{{3,}}|{_STOP}(?: *{_STOP}){{2,}}|[{_MID}{_MID2}]{{3,}}|{_DOTS})+)"
    f"|(?P<D>-{{2,}}|{_DASH2}{{2,}}|{_DASH3}{{2,}}|{_DASH4}{{2,}}|{_DASH}+)"
    f"|(?P<L>(?:(?!--|{_DASH2}{_DASH2}|{_DASH3}{_DASH3}|{_DASH4}{_DASH4})"
    f"[^\"'(),;:!?.~\n\x01-\x07\x0e-\x12 ]|(?<=[A-Za-z])'(?=[A-Za-z]))+)"
    f"|(?P<Q>[\"'])|(?P<B>[(){_LEFT}{_RIGHT}])|(?P<G>{_TITLE})"
    f"|(?P<M>[,;:!?]+)|(?P<P>\\.+)|(?P<W>[~{_WAVE}]+)|(?P<C>[{_MID}{_MID2}{_MID3}])|(?P<F>[\\s\\S])"
)
_MATE = {"》": "《", "〉": "〈", "」": "「", "』": "『", "】": "【"}


class Token(Struct, frozen=True):
    """A piece of a paragraph that is changed, or kept, as a whole: `text` from character `start` on."""

    kind: str
    text: str
    start: int


class _Shapes(dict[int, str]):
    """The shape of each character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        shape = _SHAPES.get(char, "")
        if not shape and (char == "\n" or " " <= char <= "~"):
            shape = char
        elif not shape:
            shape = " " if char in SPACES else HAN if is_han(char) else _WIDE if is_wide(char) else _INKED
        self[code] = shape
        return shape


_SHAPE = _Shapes()


def shape_of(text: str) -> str:
    """`text` as a string of the same length in ASCII, Han as `HAN`."""
    return text.translate(_SHAPE)


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, without gaps."""
    return tuple(
        Token(
            "L" if found.lastgroup == "X" else found.lastgroup or "F",
            text[found.start() : found.end()],
            found.start(),
        )
        for found in re.finditer(_TOKEN, shape_of(text))
    )


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
