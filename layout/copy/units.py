"""Steps 3 to 8 of normalisation (`layout.copy.normalise`): what each token of a paragraph becomes.

The one question is whether a mark stands in Chinese text. A half-width mark, a pair of brackets, a dash and an
ellipsis are *units*: one is Chinese if a neighbour is (spaces between them don't count), and then it makes
units beside it Chinese in turn, so the order of the steps does not show in the result.
"""

import re

from layout.copy.tokens import Token, bracket_mates, pair_quotes

_UNITS = frozenset("MBDE")
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_SUFFIX = frozenset("%‰℃℉°′″")
_OPENING = frozenset("“‘（(《〈「『【")
_DIGITS = frozenset("0123456789")
_INTEGERS = _DIGITS | {","}
_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")


def settle(tokens: tuple[Token, ...], label: bool) -> tuple[list[str], list[int]]:
    """What each token becomes, and the places of spaces between Chinese characters that were closed."""
    context = _Context(tokens)
    after = [context.curled.get(i, token.text) for i, token in enumerate(tokens)]
    if context.chinese_text:
        context.spread()
        for i, token in enumerate(tokens):
            step = _STEPS.get(token.kind)
            if step:
                after[i] = step(context, i)
        _list_commas(context, after)
    return after, _spaces(context, after, label)


class _Context:
    """A paragraph's tokens with what is known about them. `left[i]` and `right[i]` are the ranks of the nearest
    tokens that are not spaces (-1: the line's edge); `chinese[i]` says so of a unit."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.curled, self.quotes = pair_quotes(tokens)
        self.brackets, self.within = bracket_mates(tokens)
        self.left, self.before = _nearest(tokens, range(len(tokens)))
        self.right, self.behind = _nearest(tokens, range(len(tokens) - 1, -1, -1))
        self.chinese = [False] * len(tokens)
        self.chinese_text = any(token.kind == "H" for token in tokens)
        # How many of the tokens before each one are Han, Chinese of any kind, words in Latin letters.
        self.count = _counts(tokens)

    def inside(self, i: int) -> bool:
        """Whether what is between a quote and its mate is Chinese: words of neither kind follow the outside."""
        low, high = sorted((i, self.quotes[i]))
        if self.count[high][0] > self.count[low][0]:
            return True
        return self.count[high][2] == self.count[low][2] and self.outside(i)

    def outside(self, i: int) -> bool:
        low, high = sorted((i, self.quotes.get(i, i)))
        return self.before[low] == "H" or self.behind[high] == "H"

    def sees(self, i: int, j: int) -> bool:
        """Whether token `j`, the neighbour of token `i`, is Chinese as seen from there."""
        kind = self.tokens[j].kind if j >= 0 else ""
        if kind == "Q":
            if j not in self.quotes:
                return self.outside(j)
            encloses = (j < i) == (j < self.quotes[j])
            return self.inside(j) or not encloses and self.outside(j)
        return kind != "" and kind in "HFG" or j >= 0 and self.chinese[j]

    def spread(self) -> None:
        """Finds the units that are Chinese."""
        found = [i for i, token in enumerate(self.tokens) if token.kind in _UNITS and self._starts(i)]
        while found:
            i = found.pop()
            if self.chinese[i]:
                continue
            self.chinese[i] = True
            beside = [self.left[i], self.right[i], self.within[i], self.brackets.get(i, -1)]
            found.extend(j for j in beside if j >= 0 and self._joins(j))

    def _joins(self, i: int) -> bool:
        return not self.chinese[i] and (self.tokens[i].kind in "MDE" or i in self.brackets)

    def _starts(self, i: int) -> bool:
        token, left, right = self.tokens[i], self.left[i], self.right[i]
        if token.kind == "B":
            if token.text in "（）" or i not in self.brackets:
                return token.text in "（）"
            opened, closed = sorted((i, self.brackets[i]))
            inside = self.count[closed][1] > self.count[opened + 1][1]
            return inside or self.sees(opened, self.left[opened]) or self.sees(closed, self.right[closed])
        if self.sees(i, left) or self.sees(i, right):
            return True
        if token.kind == "M":
            return False
        wide = token.kind == "E" and token.text[0] in "。·・•" or token.text[0] in "－─"
        return wide or self.digit(left, -1) or self.digit(right, 0)

    def digit(self, i: int, end: int) -> bool:
        return i >= 0 and self.tokens[i].kind == "L" and self.tokens[i].text[end] in _DIGITS


def _nearest(tokens: tuple[Token, ...], ranks: range) -> tuple[list[int], list[str]]:
    """For each token, going through `ranks`: the nearest one that is not spaces, and the kind of the nearest
    one that is words (H or L); both within the line."""
    near, words = [-1] * len(tokens), [""] * len(tokens)
    last, word = -1, ""
    for i in ranks:
        near[i], words[i] = last, word
        kind = tokens[i].kind
        if kind == "N":
            last, word = -1, ""
        elif kind != "S":
            last = i
            word = kind if kind in "HL" else word
    return near, words


def _counts(tokens: tuple[Token, ...]) -> list[tuple[int, int, int]]:
    counts = [(0, 0, 0)]
    han = chinese = latin = 0
    for token in tokens:
        kind = token.kind
        han += kind == "H"
        chinese += kind in "HFG"
        latin += kind == "L" and any(char.isalpha() for char in token.text)
        counts.append((han, chinese, latin))
    return counts


def _dash(context: _Context, i: int) -> str:
    """Step 3: a dash is two U+2014 (GB/T 15834 5.1.4); a single one is a connector and stays."""
    text = context.tokens[i].text
    return "——" if context.chinese[i] and len(text) > 1 and text.strip("—") else text


def _ellipsis(context: _Context, i: int) -> str:
    """Step 3: an ellipsis is two U+2026 (GB/T 15834 5.1.5); longer ones that are written with it stay."""
    text = context.tokens[i].text
    return "……" if context.chinese[i] and (len(text) == 1 or text.strip("…")) else text


def _wave(context: _Context, i: int) -> str:
    """Step 3: between numbers ～ (GB/T 15834 5.1.6), whether or not they carry a unit."""
    left, right = context.left[i], context.right[i]
    if left < 0 or right < 0 or len(context.tokens[i].text) > 1:
        return context.tokens[i].text
    a, b = context.tokens[left], context.tokens[right]
    number_before = a.kind == "H" or a.kind == "L" and (a.text[-1] in _DIGITS or a.text[-1] in _SUFFIX)
    number_after = b.kind == "H" or b.kind == "L" and (b.text[0] in _DIGITS or b.text[0] in "-−+")
    return "～" if number_before and number_after else context.tokens[i].text


def _middle_dot(context: _Context, i: int) -> str:
    """Step 4: the interpunct of a name is U+00B7 (GB/T 15834 5.1.7)."""
    return "·" if _in_name(context, i) else context.tokens[i].text


def _in_name(context: _Context, i: int) -> bool:
    """Whether a dot stands between two parts of a name, initials among them (J·K·罗琳)."""
    left, right = (context.tokens[j] if j >= 0 else None for j in (context.left[i], context.right[i]))
    if left is None or right is None:
        return False
    initials = left.kind == right.kind == "L" and len(left.text) == 1 and left.text.isalpha()
    return initials or left.kind + right.kind in ("HH", "HL", "LH")


def _mark(context: _Context, i: int) -> str:
    """Steps 5 and 7: brackets and marks."""
    text = context.tokens[i].text
    return "".join(_FULL.get(char, char) for char in text) if context.chinese[i] else text


def _full_point(context: _Context, i: int) -> str:
    """Step 7: a full point is a 。 only after Han, and before Chinese or at the end of a line."""
    token, left, right = context.tokens[i], context.left[i], context.right[i]
    after_han = left >= 0 and context.tokens[left].kind == "H"
    return "。" if token.text == "." and after_han and (right < 0 or context.sees(i, right)) else token.text


_STEPS = {"D": _dash, "E": _ellipsis, "W": _wave, "C": _middle_dot, "B": _mark, "M": _mark, "P": _full_point}


def _list_commas(context: _Context, after: list[str]) -> None:
    """Step 7 for numbers: in 第1,2,3名 and 8:00,9:30开 the whole run stands between Chinese and is no number in
    thousands, so its commas are Chinese; in 1,200,000元 they are not (NRM-NUM)."""
    run: list[int] = []
    for i, token in enumerate(context.tokens):
        figure = token.kind == "L" and token.text[0] in _DIGITS and token.text[-1] in _DIGITS | _SUFFIX
        joint = token.kind in "MP" and token.text in (",", ":", ".")
        if token.kind == "S":
            continue
        last = context.tokens[run[-1]].kind if run else ""
        if last == "L" and (joint or token.text in _SUFFIX) or figure and last != "L":
            run.append(i)
        else:
            _settle_run(context, run, after)
            run = [i] if figure else []
    _settle_run(context, run, after)


def _settle_run(context: _Context, run: list[int], after: list[str]) -> None:
    run = run[:-1] if run and context.tokens[run[-1]].kind in "MP" else run
    if len(run) < 3:
        return
    low, high = context.left[run[0]], context.right[run[-1]]
    if not (context.sees(run[0], low) and context.sees(run[-1], high)):
        return
    written = "".join(context.tokens[i].text for i in run)
    listed = _INTEGERS.issuperset(written) and not _THOUSANDS.fullmatch(written)
    for i, before, behind in zip(run[1:], run, run[2:]):
        texts = context.tokens[before].text, context.tokens[behind].text
        if context.tokens[i].text == "," and (listed or not _THOUSANDS.search(",".join(texts))):
            after[i] = "，"


def _spaces(context: _Context, after: list[str], label: bool) -> list[int]:
    """Step 8. A space at a border of Chinese text is the layout's work (CY/T 154 8.1-8.2); between two Chinese
    words it is kept where it is meant: in a quotation or title, and where names stand with their roles."""
    ranks = [i for i, token in enumerate(context.tokens) if token.kind == "S"]
    if not ranks:
        return []
    closed: list[int] = []
    quoted = _quoted(context) if context.chinese_text else []
    labelled = _labelled(context, after) if context.chinese_text else set()
    for i in ranks:
        token = context.tokens[i]
        before = context.tokens[i - 1] if i else None
        behind = context.tokens[i + 1] if i + 1 < len(after) else None
        if before is None or behind is None or "N" in (before.kind, behind.kind):
            after[i] = ""
            continue
        after[i] = " "
        if not context.chinese_text:
            continue
        names = (
            i in labelled
            and before.kind in "HL"
            and behind.kind in "HL"
            and before.kind + behind.kind != "LL"
        )
        if (
            names
            or (label or quoted[i] or i in labelled)
            and _between_words(before.kind, after[i - 1], behind.kind, after[i + 1])
        ):
            after[i] = "\u3000"
        elif _borders(context, i, i - 1, after) or _borders(context, i, i + 1, after):
            after[i] = ""
            if before.kind == behind.kind == "H":
                closed.append(token.start)
        elif before.kind == "L" and before.text[-1] in _DIGITS and behind.text[0] in _SUFFIX:
            after[i] = ""
    return closed


def _borders(context: _Context, i: int, j: int, after: list[str]) -> bool:
    kind = context.tokens[j].kind
    return (
        context.sees(i, j)
        or kind == "Q"
        and j in context.quotes
        and context.outside(j)
        or kind in "PMW"
        and after[j] in {"。", "～", "，"}
        or kind == "C"
        and _in_name(context, j)
    )


def _between_words(before: str, left: str, behind: str, right: str) -> bool:
    """Whether a space has Han, or marks that hold Han, on both sides; `before` and `behind` are kinds."""
    closes = before in "QGB" and left not in _OPENING
    opens = behind in "QGB" and right in _OPENING
    return (before == "H" or closes) and (behind == "H" or opens)


def _quoted(context: _Context) -> list[bool]:
    """Whether each token stands inside a quotation or a title."""
    depth, result = 0, []
    for i, token in enumerate(context.tokens):
        mate = (context.quotes if token.kind == "Q" else context.brackets).get(i, -1)
        paired = token.kind in "QG" and mate >= 0
        depth -= paired and mate < i
        result.append(depth > 0)
        depth += paired and mate > i
    return result


def _labelled(context: _Context, after: list[str]) -> set[int]:
    """The spaces inside a bracket or a line in which names stand with their roles."""
    from layout.copy.names import carries_role

    found: set[int] = set()
    opened = line = 0
    for i, token in enumerate((*context.tokens, Token("N", "\n", -1))):
        if token.kind == "B":
            if context.brackets.get(i, i) == opened and carries_role(_reads(context, after, opened + 1, i)):
                found.update(range(opened, i))
            opened = i
        elif token.kind == "N":
            text = _reads(context, after, line, i) if i - line < 100 else ""
            text = re.sub("（[^（）]*）", "", text)
            if not any(stop in text for stop in "。！？") and carries_role(text, line=True):
                found.update(range(line, i))
            line = i + 1
    return found


def _reads(context: _Context, after: list[str], start: int, end: int) -> str:
    """The text from `start` to `end` with the spaces that stand between words."""
    parts: list[str] = []
    for i in range(start, end):
        if context.tokens[i].kind != "S":
            parts.append(after[i])
        elif (
            start < i < end - 1 and context.tokens[i - 1].kind in "HL" and context.tokens[i + 1].kind in "HL"
        ):
            parts.append(" ")
    return "".join(parts)
