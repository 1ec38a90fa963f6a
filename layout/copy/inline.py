"""Inside a paragraph of Markdown: emphasis, links, escapes, and everything that is refused by name."""

import re
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from layout.copy.characters import is_chinese
from layout.copy.types import Mark
from layout.diag import Fact

Fault: TypeAlias = Callable[[str, int, int, dict[str, Fact], str], None]
"""Notes a finding: code, where, length, facts, hint."""

_SPECIAL = re.compile("[\\\\*＊_`~!\\[\\]<&］]")
_TOKEN = (
    "(?P<escape>\\\\[!-/:-@\\[-`{-~])|(?P<star>\\*+)|(?P<wide>＊＊+)|(?P<code>`+)|(?P<strike>~~+)|(?P<note>\\[\\^[^\\s\\]]{1,40}\\])"
    "|(?P<open>!?\\[)|(?P<close>\\])|(?P<link><(?:https?://|ftp://|mailto:)[^\\s<>]*>|<[\\w.+-]{1,64}@[\\w.-]{1,255}>)"
    "|(?P<tag></?[A-Za-z][^<>]{0,400}>|<!--)|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    "|(?P<under>(?<!\\w)(?P<line>__?)(?![\\s_])[^_]{1,200}(?<!\\s)(?P=line)(?!\\w))|(?P<widelink>］（[^（）\\s]{1,400}）)"
)
_TARGET = (
    "\\((?:<(?P<angled>[^<>]*)>|(?P<url>[^\\s()<>]*(?:\\([^\\s()]*\\)[^\\s()<>]*)*))"
    "(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\\)"
)
_MARKS: dict[str, Mark] = {"b": "bold", "e": "em"}
# A single star does not begin an emphasis before a mark that closes, or end one after a mark that opens: in
# 李*、王* it stands for a name that is withheld. Two stars work beside any character.
_NO_START = frozenset("，。、；：？！）》〉”’」』】,.;:?!)")
_NO_END = frozenset("（《〈“‘「『【(")


class Chunk(Struct, frozen=True):
    """Text of one mark. Character i stands at `start + i` in the source. `soft` is a line end in the source,
    `hard` one that is meant; the text of both is "\\n". `note` as in `Piece`."""

    start: int
    text: str
    mark: Mark = ""
    url: str = ""
    soft: bool = False
    note: str = ""


class _Node:
    """A piece of the paragraph: text, a run of stars with what each of them does, or an end of a link."""

    def __init__(self, kind: str, start: int, text: str) -> None:
        self.kind = kind
        self.start = start
        self.text = text
        self.url = self.note = ""
        self.does: list[tuple[str, bool]] = []
        self.opens = self.closes = self.spaced = False


def read_inline(source: str, lines: list[tuple[int, int]], fault: Fault) -> list[Chunk]:
    """The paragraph that stands in these ranges of `source`, one a line, in chunks; line ends are joined."""
    if len(lines) == 1 and not _SPECIAL.search(source, *lines[0]):
        start, end = lines[0]
        return [Chunk(start, source[start:end].rstrip(" "))]
    nodes: list[_Node] = []
    open_ones: list[_Node] = []
    for i, (start, end) in enumerate(lines):
        nodes.extend(_line(source, start, end, i + 1 < len(lines), open_ones, fault))
    _resolve(nodes, fault)
    return _join(_emit(nodes))


def _line(source: str, start: int, end: int, more: bool, open_ones: list[_Node], fault: Fault) -> list[_Node]:
    """The nodes of one line and, if there is `more`, its end."""
    text = source[start:end]
    bare = text.rstrip(" ")
    hard = len(text) - len(bare) >= 2
    if more and not hard and (len(bare) - len(bare.rstrip("\\"))) % 2:
        bare, hard = bare[:-1], True
    nodes = _Scanner(source, start, start + len(bare), open_ones, fault).scan()
    if more:
        nodes.append(_Node("hard" if hard else "soft", end, "\n"))
    return nodes


class _Scanner:
    """Cuts one line into nodes. `open_ones` are the brackets that may still begin a link."""

    def __init__(self, source: str, start: int, end: int, open_ones: list[_Node], fault: Fault) -> None:
        self.source, self.at, self.end, self.fault = source, start, end, fault
        self.start = start
        self.nodes: list[_Node] = []
        self.open_ones = open_ones
        self.last_comment = (
            -1
        )  # where the last one ends: what is not closed is not looked for again and again

    def scan(self) -> list[_Node]:
        if not _SPECIAL.search(self.source, self.at, self.end):
            return [_Node("text", self.at, self.source[self.at : self.end])]
        token = re.compile(_TOKEN)
        ticks = _last_ticks(self.source, self.start, self.end)
        self.last_comment = self.source.rfind("-->", self.start, self.end)
        while found := token.search(self.source, self.at, self.end):
            self._text(self.at, found.start())
            self.at = found.end()
            kind = "under" if found.lastgroup == "line" else found.lastgroup or ""
            if kind == "code":
                self._code(found.start(), found[0], ticks)
            else:
                getattr(self, f"_{kind}")(found.start(), found[0])
        self._text(self.at, self.end)
        return self.nodes

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self.nodes.append(_Node("text", start, self.source[start:end]))

    def _refuse(self, code: str, start: int, text: str, hint: str = "") -> None:
        self.fault(code, start, len(text), {"found": text[:40]}, hint)

    def _escape(self, start: int, text: str) -> None:
        self.nodes.append(_Node("text", start + 1, text[1]))

    def _star(self, start: int, text: str) -> None:
        before = self.source[start - 1] if start > self.start else " "
        after = self.source[self.at] if self.at < self.end else " "
        node = _Node("*", start, text)
        if not (before.isdigit() and after.isdigit()) and len(text) <= 4:
            single = len(text) == 1
            node.opens = not after.isspace() and not (single and after in _NO_START)
            node.closes = not before.isspace() and not (single and before in _NO_END)
            node.spaced = start > self.start and before == " " or self.at < self.end and after == " "
        else:
            node.kind = "text"
        self.nodes.append(node)

    def _wide(self, start: int, text: str) -> None:
        self._refuse("C012", start, text, "**")
        self._text(start, self.at)

    def _code(self, start: int, text: str, ticks: dict[int, int]) -> None:
        if ticks.get(len(text), start) > start:
            close = self.source.find(text, self.at, self.end)
            self._refuse("C013", start, self.source[start : close + len(text)])
            self._text(self.at, close)
            self.at = close + len(text)
        else:
            self._text(start, self.at)

    def _strike(self, start: int, text: str) -> None:
        self._refuse("C019", start, text)
        self._text(start, self.at)

    def _note(self, start: int, text: str) -> None:
        self._refuse("C017", start, text)
        self._text(start, self.at)

    def _link(self, start: int, text: str) -> None:
        target = text[1:-1]
        opened = _Node("[", start, "<")
        opened.kind, opened.url = "link", target if ":" in target else f"mailto:{target}"
        self.nodes.extend((opened, _Node("text", start + 1, target), _Node("end", self.at - 1, ">")))

    def _tag(self, start: int, text: str) -> None:
        if text == "<!--" and start < self.last_comment:
            close = self.source.find("-->", start)
            text, self.at = self.source[start : close + 3], close + 3
        self._refuse("C016", start, text, "**" if re.match("</?(?:b|strong)\\b", text) else "")
        self._text(start, self.at)

    def _entity(self, start: int, text: str) -> None:
        from html import unescape

        char = unescape(text)
        self._refuse("C031", start, text, char if char.isprintable() and char != text else "")
        self._text(start, self.at)

    def _under(self, start: int, text: str) -> None:
        line = "__" if text.startswith("__") else "_"
        stars = "*" * len(line)
        self._refuse("C026", start, text, f"{stars}{text.strip('_')}{stars}"[:40])
        self._text(start, self.at)

    def _widelink(self, start: int, text: str) -> None:
        if re.match("https?://|www\\.|mailto:", text[2:]):
            self._refuse("C012", start, text, f"]({text[2:-1]})")
        self._text(start, self.at)

    def _open(self, start: int, text: str) -> None:
        node = _Node("[", start, text)
        self.nodes.append(node)
        self.open_ones.append(node)

    def _close(self, start: int, text: str) -> None:
        if not self.open_ones:
            return self._text(start, self.at)
        opened = self.open_ones.pop()
        opened.kind = "text"
        rest = self.source[self.at : self.at + 1] if self.at < self.end else ""
        if rest == "(":
            target = re.compile(_TARGET).match(self.source, self.at, self.end)
            if target:
                return self._target(opened, start, target)
            self._refuse("C036", opened.start, self.source[opened.start : self.at + 1])
        elif rest == "{":
            return self._attribute(opened, start)
        elif rest == "[" and (ref := re.compile("\\[[^\\[\\]]*\\]").match(self.source, self.at, self.end)):
            self._refuse(
                "C015" if opened.text[0] == "!" else "C030",
                opened.start,
                self.source[opened.start : ref.end()],
            )
        elif rest == "（" and re.compile("（(?:https?://|www\\.)[^（）\\s]*）").match(
            self.source, self.at, self.end
        ):
            self._refuse("C012", start, self.source[start : self.at + 1], "](")
        return self._text(start, self.at)

    def _target(self, opened: _Node, start: int, target: re.Match[str]) -> None:
        self.at = target.end()
        if opened.text[0] == "!":
            self._refuse("C015", opened.start, self.source[opened.start : self.at])
            return self._text(start, self.at)
        opened.kind, opened.url = "link", target["angled"] or target["url"] or ""
        if not opened.url or opened.start + 1 == start:
            self._refuse("C036", opened.start, self.source[opened.start : self.at])
        self.nodes.append(_Node("end", start, "]"))
        # A link holds no other link: the brackets that are still open around it are text.
        for node in self.open_ones:
            node.kind = "text"
        self.open_ones.clear()
        return None

    def _attribute(self, opened: _Node, start: int) -> None:
        braces = re.compile("\\{([^{}]*)\\}").match(self.source, self.at, self.end)
        if not braces:
            return self._text(start, self.at)
        name, ruby, reading = braces[1].strip().partition("ruby=")
        reading = " ".join(reading.strip("\"' \u3000").split())
        self.at = braces.end()
        if (name == ".dots" or not name and reading) and opened.text == "[" and opened.start + 1 < start:
            opened.kind, opened.note = "link", reading or "."
            self.nodes.append(_Node("end", start, "]"))
            return None
        code = "C022" if ruby or name.startswith("ruby") else "C023"
        self._refuse(code, opened.start, self.source[opened.start : self.at])
        return self._text(start, self.at)


def _last_ticks(source: str, start: int, end: int) -> dict[int, int]:
    """Where the last run of so many backticks stands."""
    if source.find("`", start, end) < 0:
        return {}
    return {len(run[0]): run.start() for run in re.compile("`+").finditer(source, start, end)}


def _resolve(nodes: list[_Node], fault: Fault) -> None:
    """Decides what each run of stars does: a mark that is open and may close here closes, else it opens. What
    stays open is text. `stack` holds (b or e, node, place in its `does`) and the links' ends."""
    stack: list[tuple[str, _Node, int]] = []

    def close(kind: str) -> bool:
        for i in range(len(stack) - 1, -1, -1):
            if stack[i][0] == "[":
                return False
            if stack[i][0] == kind:
                _, opened, place = stack[i]
                opened.does[place] = (kind, True)
                del stack[i:]
                return True
        return False

    def open_kinds() -> list[str]:
        kinds: list[str] = []
        for kind, _, _ in reversed(stack):
            if kind == "[":
                break
            kinds.append(kind)
            if len(kinds) == 4:
                break
        return kinds

    def begin(node: _Node, kind: str) -> None:
        stack.append((kind, node, len(node.does)))
        node.does.append((kind, False))

    for node in nodes:
        if node.kind == "link":
            stack.append(("[", node, 0))
        elif node.kind == "end":
            while stack and stack.pop()[0] != "[":
                pass
        elif node.kind == "*":
            _stars(node, open_kinds(), close, begin)
    for node in nodes:
        if node.kind == "*":
            _complain(node, fault)


def _stars(
    node: _Node, open_kinds: list[str], close: Callable[[str], bool], begin: Callable[[_Node, str], None]
) -> None:
    """One run: 1 is em, 2 bold, 3 both, 4 the end of one bold and the start of the next."""
    count = len(node.text)
    wanted = {1: "e", 2: "b", 3: "eb", 4: "b"}[count]
    ordered = [kind for kind in dict.fromkeys(open_kinds) if kind in wanted]
    closed = [kind for kind in ordered if node.closes and close(kind)]
    node.does.extend((kind.upper(), True) for kind in closed)
    if count == 4:
        if closed and node.opens:
            begin(node, "b")
        return
    if node.opens:
        for kind in "be" if count == 3 else wanted:
            if kind not in closed and len(closed) < len(wanted):
                begin(node, kind)


def _complain(node: _Node, fault: Fault) -> None:
    """Stars that will be printed as they are, since they have no mate."""
    settled = sum({"b": 2, "e": 1}[kind.lower()] for kind, done in node.does if done)
    left = len(node.text) - settled
    if left <= 0:
        return
    if left >= 2:
        fault("C028" if node.spaced else "C027", node.start, len(node.text), {"found": node.text}, "")
    elif node.opens or node.closes:
        fault("C029", node.start, len(node.text), {"found": node.text}, "\\*")


def _emit(nodes: list[_Node]) -> list[Chunk]:
    chunks: list[Chunk] = []
    active: list[str] = []
    url = note = ""
    around: list[tuple[str, str]] = []
    for node in nodes:
        mark: Mark = _MARKS[active[-1]] if active else "link" if url else ""
        if node.kind == "link":
            around.append((url, note))
            url, note = node.url or url, node.note or note
        elif node.kind == "end":
            url, note = around.pop()
        elif node.kind == "*":
            done = [kind for kind, settled in node.does if settled]
            for kind in done:
                if kind.isupper():
                    del active[next(i for i in reversed(range(len(active))) if active[i] == kind.lower())]
            left = len(node.text) - sum(2 if kind in "bB" else 1 for kind in done)
            if left > 0:
                chunks.append(Chunk(node.start, node.text[:left], mark, url, False, note))
            active.extend(sorted((kind for kind in done if kind.islower()), reverse=True))
        else:
            chunks.append(Chunk(node.start, node.text, mark, url, node.kind == "soft", note))
    return chunks


def _join(chunks: list[Chunk]) -> list[Chunk]:
    """Line ends of the source: nothing beside Chinese, a space between words."""
    result: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        if not chunk.soft:
            result.append(chunk)
            continue
        before = _edge(chunks[max(i - 3, 0) : i], -1)
        after = _edge(chunks[i + 1 : i + 4], 0)
        if before and after and not (_chinese_side(before, -1) or _chinese_side(after, 0)):
            result.append(Chunk(chunk.start, " ", chunk.mark, chunk.url, False, chunk.note))
    return result


def _edge(chunks: list[Chunk], end: int) -> str:
    texts = [chunk.text for chunk in chunks if chunk.text and not chunk.soft]
    return texts[end] if texts else ""


def _chinese_side(text: str, end: int) -> bool:
    """Whether a text is Chinese at its end (-1) or its start (0); a quote is what it stands beside."""
    bare = text.rstrip("“”‘’") if end else text.lstrip("“”‘’")
    return is_chinese(bare[end]) if bare else True
