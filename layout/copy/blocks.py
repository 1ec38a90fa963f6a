"""The blocks of a body: which lines make a paragraph, a crosshead, a quotation, a list; what is refused by name."""

import re

from layout.copy.inline import Chunk, read_inline
from layout.copy.normalise import normalise as normalised
from layout.copy.pieces import pieces_of
from layout.copy.types import Block, BlockKind, Change
from layout.diag import Diagnostic, Fact, Severity, Where

# What a line that is no plain text begins with, leading spaces aside.
_STRUCTURE = re.compile(
    "[ \u3000]*(?:[#＃>＞》\\-－—*＊+_`~<|=\\[:：]|[0-9０-９]{1,9}[.)．）])|  |\u3000| \u3000"
)
# Compiled when a line needs them: most bodies have nothing but paragraphs and crossheads.
_KINDS = (
    "(?P<space>-(?: *-){2,} *$)|(?P<rule>(?:\\*(?: *\\*){2,}|_(?: *_){2,}) *$)|(?P<widerule>[－—─_＿]{3,} *$)"
    "|(?P<heading>#{1,6}(?: +|$))|(?P<glued>#{2,6}(?=[^#\\s])|#(?=[^#\\s][^#]*$))"
    "|(?P<wide>[#＃]*＃[#＃]*[ \u3000]*|#+\u3000+)"
    "|(?P<quote>> ?)|(?P<widequote>[＞》]+[ \u3000]*)"
    "|(?P<item>- +(?=\\S)|(?P<number>[0-9]{1,9})\\. +(?=\\S))|(?P<otheritem>[*+] +(?=\\S)|[0-9]{1,9}\\) +(?=\\S))"
    "|(?P<wideitem>[－＊＋] *\u3000+|[－＋] +|-\u3000+|-(?=[\u4e00-\u9fff])"
    "|[0-9０-９]{1,9}(?:[．.]\u3000|[．）] )[ \u3000]*)"
    "|(?P<fence>`{3,}|~{3,})|(?P<note>\\[\\^[^\\]]{1,40}\\]:)|(?P<reference>\\[[^\\]]{1,200}\\]: *\\S)"
    "|(?P<html></?(?:address|article|aside|blockquote|body|br|center|dd|details|div|dl|dt|figure|footer|form|h[1-6]|head"
    "|header|hr|html|iframe|img|li|link|main|meta|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul|video)"
    "(?=[\\s/>])|<!--|<\\?)|(?P<setext>=+ *$)|(?P<table>\\|)"
)
_TABLE_RULE = " *\\|? *:?-+:? *(?:\\| *:?-+:? *)+\\|? *$"
_WARNINGS = frozenset(("C029", "C034"))


class Reader:
    """Reads the lines of a body from the top; `blocks`, `changes` and `found` grow."""

    def __init__(self, text: str, normalise: bool, document: str, path: tuple[str | int, ...]) -> None:
        self.text, self.normalise = text, normalise
        self.document, self.path = document, path
        self.blocks: list[Block] = []
        self.changes: list[Change] = []
        self.found: list[Diagnostic] = []
        self.lines: list[tuple[int, int]] = []
        self.in_item = False

    def read(self) -> None:
        """Read all lines: `blocks`, `changes` and `found` are what comes of it."""
        at = 0
        for line in self.text.split("\n"):
            self.lines.append((at, at + len(line)))
            at += len(line) + 1
        i = 0
        while i < len(self.lines):
            start, end = self.lines[i]
            if not self.text[start:end].strip(" \u3000"):
                i += 1
                continue
            kind, mark, content = self._kind(i, False)
            i = getattr(self, f"_{kind}")(i, mark, content)

    def fault(
        self, code: str, at: int, length: int, facts: dict[str, Fact] | None = None, hint: str = ""
    ) -> None:
        severity: Severity = "warning" if code in _WARNINGS else "error"
        where = Where(self.document, self.path, at, length)
        self.found.append(Diagnostic(code, severity, where, facts or {}, hint))

    def _kind(self, i: int, within: bool) -> tuple[str, int, int]:
        """What line `i` is, where its mark and its content begin. `within` a paragraph fewer things can begin."""
        start, end = self.lines[i]
        if self.text.startswith("## ", start):
            return "heading", start, start + 3
        if not _STRUCTURE.match(self.text, start, end):
            table = (
                not within
                and i + 1 < len(self.lines)
                and "|" in self.text[start:end]
                and self._is_table_rule(i + 1)
            )
            return "table" if table else "text", start, start
        mark = start
        while mark < end and self.text[mark] in " \u3000":
            mark += 1
        indent = self.text[start:mark]
        found = re.compile(_KINDS).match(self.text, mark, end)
        kind = (
            next((name for name, value in found.groupdict().items() if value is not None), "")
            if found
            else ""
        )
        if not within and len(indent) >= 4 and not indent.strip(" "):
            after_item = kind in ("item", "otheritem") and self._in_list()
            return "nested" if after_item else "code", start, mark
        if not found or kind in ("table", "setext") and within and not self._is_table_rule(i):
            return ("indented" if within and indent.startswith("\u3000") else "text"), mark, mark
        if kind == "setext":
            return "text", mark, mark
        content = found.end()
        if "\u3000" in indent and kind in ("heading", "quote", "item", "glued"):
            return "shifted", start, content
        if kind in ("item", "otheritem") and len(indent) >= 2 and self._in_list():
            kind = "nested"
        number = found["number"]
        if within and (
            kind in ("widequote", "reference") or number and int(number) != 1 and not self._in_list()
        ):
            kind = "text"
        if kind == "wideitem" and within:
            kind = "text"
        return kind, mark, content

    def _in_list(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].kind == "item" or self.in_item

    def _is_table_rule(self, i: int) -> bool:
        return bool(re.compile(_TABLE_RULE).match(self.text, *self.lines[i]))

    def _gather(self, i: int, content: int, item: bool = False) -> tuple[list[tuple[int, int]], int]:
        """The lines of the paragraph that begins at `content` in line `i`, and the line after it."""
        ranges = [(content, self.lines[i][1])]
        i += 1
        self.in_item = item
        while i < len(self.lines):
            start, end = self.lines[i]
            while start < end and self.text[start] in " \u3000":
                start += 1
            if start == end:
                break
            if self.text[start] == "=" and not self.text[start:end].strip("= "):
                self.fault("C018", start, end - start, {"found": self.text[start:end][:20]}, "## …")
                i += 1
                break
            kind, _, _ = self._kind(i, True)
            if kind == "indented":
                self.fault("C034", self.lines[i][0], start - self.lines[i][0])
            if kind != "text":
                break
            ranges.append((start, end))
            i += 1
        self.in_item = False
        return ranges, i

    def _add(self, kind: BlockKind, ranges: list[tuple[int, int]], marker: str = "") -> None:
        chunks = read_inline(self.text, ranges, self.fault)
        block = self.block(kind, chunks, marker)
        if block.pieces:
            self.blocks.append(block)

    def block(self, kind: BlockKind, chunks: list[Chunk], marker: str) -> Block:
        """Chunks of the source as one block, normalised unless copy is to stay as it is (C108)."""
        plain = "".join(chunk.text for chunk in chunks)
        origin: list[int] = []
        for chunk in chunks:
            origin.extend(range(chunk.start, chunk.start + len(chunk.text)))
        if not self.normalise:
            return Block(kind, pieces_of(chunks, plain, tuple(range(len(plain))), origin), marker)
        result = normalised(plain, label=kind == "crosshead")
        for change in result.changes:
            at = origin[change.at] if change.at < len(origin) else len(self.text)
            self.changes.append(Change(at, change.before, change.after))
        for at in result.closed:
            facts: dict[str, Fact] = {"before": plain[max(at - 4, 0) : at], "after": plain[at:].strip()[:4]}
            where = Where(self.document, self.path, origin[at], 1)
            self.found.append(Diagnostic("C108", "warning", where, facts))
        return Block(kind, pieces_of(chunks, result.text, result.offsets, origin), marker)

    def _text(self, i: int, mark: int, content: int) -> int:
        start = self.lines[i][0]
        indent = self.text[start:mark]
        if (
            len(indent) >= 2
            and not indent.strip(" ")
            and self._in_list()
            and not self.text[slice(*self.lines[i - 1])].strip()
        ):
            self.fault("C035", start, len(indent))
        ranges, i = self._gather(i, mark)
        self._add("paragraph", ranges)
        return i

    _indented = _text

    def _space(self, i: int, mark: int, content: int) -> int:
        self.blocks.append(Block("space"))
        return i + 1

    def _rule(self, i: int, mark: int, content: int) -> int:
        found = self.text[mark : self.lines[i][1]].rstrip()
        self.fault("C032", mark, len(found), {"found": found[:20]}, "---")
        return self._space(i, mark, content)

    def _widerule(self, i: int, mark: int, content: int) -> int:
        found = self.text[mark : self.lines[i][1]].rstrip()
        self.fault("C012", mark, len(found), {"found": found[:20]}, "---")
        return self._space(i, mark, content)

    def _heading(self, i: int, mark: int, content: int) -> int:
        end = self.lines[i][1]
        signs = self.text[mark:content].rstrip()
        title = re.sub("(?:^|[ ]+)#+ *$", "", self.text[content:end]).rstrip()
        if not title:
            self.fault("C033", mark, len(signs))
        elif signs != "##":
            self.fault("C010", mark, len(signs), {"found": signs}, f"## {title}")
        self._add("crosshead", [(content, content + len(title))])
        return i + 1

    def _glued(self, i: int, mark: int, content: int) -> int:
        signs, title = self.text[mark:content], self.text[content : self.lines[i][1]].rstrip()
        self.fault("C011", mark, len(signs), {"found": signs + title[:20]}, f"## {title.strip('# ')}")
        self._add("crosshead", [(content, content + len(title))])
        return i + 1

    def _wide(self, i: int, mark: int, content: int) -> int:
        title = self.text[content : self.lines[i][1]].rstrip()
        self.fault(
            "C012",
            mark,
            len(self.text[mark:content].rstrip()),
            {"found": self.text[mark:content] + title[:20]},
            f"## {title}",
        )
        self._add("crosshead", [(content, content + len(title))])
        return i + 1

    def _shifted(self, i: int, mark: int, content: int) -> int:
        line = self.text[mark : self.lines[i][1]]
        right = line.lstrip(" \u3000")
        if right.startswith("##") and not right.startswith(("## ", "###")):
            right = f"## {right[2:]}"
        self.fault("C012", mark, len(line) - len(line.lstrip(" \u3000")), {"found": line[:20]}, right)
        self._add("paragraph", [(content, self.lines[i][1])])
        return i + 1

    def _quote(self, i: int, mark: int, content: int) -> int:
        """A quotation: its lines up to a blank one; an empty `>` parts its paragraphs."""
        ranges: list[tuple[int, int]] = []
        while i < len(self.lines):
            start, end = self.lines[i]
            line = re.compile(" {0,3}> ?").match(self.text, start, end)
            if not line and (
                not ranges or self._kind(i, True)[0] != "text" or not self.text[start:end].strip(" \u3000")
            ):
                break
            content = line.end() if line else start
            while content < end and self.text[content] in " \u3000":
                content += 1
            if content == end:
                self._quoted(ranges)
                ranges = []
            else:
                inner = re.compile(_KINDS).match(self.text, content, end)
                name = inner.lastgroup if inner and line else ""
                if inner and name in ("heading", "quote", "item", "number", "otheritem", "fence", "space"):
                    self.fault("C025", content, len(inner[0].rstrip()), {"found": inner[0].strip()})
                    content = inner.end()
                ranges.append((content, end))
            i += 1
        self._quoted(ranges)
        return i

    def _quoted(self, ranges: list[tuple[int, int]]) -> None:
        if ranges:
            self._add("quote", ranges)

    def _widequote(self, i: int, mark: int, content: int) -> int:
        rest = self.text[content : self.lines[i][1]].rstrip()
        length = len(self.text[mark:content].rstrip(" \u3000"))
        self.fault("C012", mark, length, {"found": self.text[mark:content] + rest[:20]}, f"> {rest}")
        ranges, i = self._gather(i, content)
        self._add("quote", ranges)
        return i

    def _item(self, i: int, mark: int, content: int) -> int:
        sign = self.text[mark:content].rstrip()
        marker = "•" if sign == "-" else self._number(int(sign[:-1]))
        task = re.compile("\\[[ xX]\\] ").match(self.text, content)
        if task:
            self.fault("C024", content, 3, {"found": task[0].strip()}, "-")
        ranges, i = self._gather(i, content, item=True)
        self._add("item", ranges, marker)
        return i

    def _number(self, written: int) -> str:
        """Items are counted from the first one's number, whatever the others say, as Markdown does."""
        last = self.blocks[-1] if self.blocks else None
        counts = last and last.kind == "item" and last.marker[:-1].isdigit()
        return f"{int(last.marker[:-1]) + 1}." if last and counts else f"{written}."

    def _otheritem(self, i: int, mark: int, content: int) -> int:
        sign = self.text[mark:content].rstrip()
        right = "-" if sign in "*+" else f"{sign[:-1]}."
        self.fault("C024", mark, len(sign), {"found": sign}, right)
        ranges, i = self._gather(i, content, item=True)
        self._add("item", ranges, "•" if right == "-" else right)
        return i

    def _wideitem(self, i: int, mark: int, content: int) -> int:
        found = self.text[mark:content]
        figures = "".join(str(int(char)) for char in found if char.isdecimal())
        rest = self.text[content : self.lines[i][1]].rstrip()
        sign = f"{figures}." if figures else "-"
        self.fault(
            "C012", mark, max(len(found.rstrip(" \u3000")), 1), {"found": found + rest[:20]}, f"{sign} {rest}"
        )
        ranges, i = self._gather(i, content, item=True)
        self._add("item", ranges, sign if figures else "•")
        return i

    def _nested(self, i: int, mark: int, content: int) -> int:
        found = re.compile(_KINDS).match(self.text, mark) or re.compile(_KINDS).match(self.text, content)
        sign = found[0].strip() if found else "-"
        at = self.text.index(sign, self.lines[i][0])
        self.fault("C025", at, len(sign), {"found": sign})
        ranges, i = self._gather(i, at + len(sign), item=True)
        self._add("item", ranges, "•")
        return i

    def _code(self, i: int, mark: int, content: int) -> int:
        self.fault("C014", mark, content - mark, {"count": content - mark})
        ranges, i = self._gather(i, content)
        self._add("paragraph", ranges)
        return i

    def _fence(self, i: int, mark: int, content: int) -> int:
        fence = self.text[mark:content]
        self.fault("C013", mark, len(fence), {"found": fence[:10]})
        i += 1
        while i < len(self.lines):
            line = self.text[slice(*self.lines[i])].strip()
            i += 1
            if line.startswith(fence) and not line.strip(fence[0]):
                break
        return i

    def _skipped(self, i: int, mark: int, code: str, length: int = 0) -> int:
        """Refuses the lines up to the next blank one."""
        line = self.text[mark : self.lines[i][1]].rstrip()
        self.fault(code, mark, length or len(line), {"found": line[:40]})
        while i < len(self.lines) and self.text[slice(*self.lines[i])].strip(" \u3000"):
            i += 1
        return i

    def _note(self, i: int, mark: int, content: int) -> int:
        return self._skipped(i, mark, "C017", content - mark)

    def _reference(self, i: int, mark: int, content: int) -> int:
        return self._skipped(i, mark, "C030")

    def _html(self, i: int, mark: int, content: int) -> int:
        return self._skipped(i, mark, "C016")

    def _table(self, i: int, mark: int, content: int) -> int:
        from layout.copy.tables import read_table

        return read_table(self, i) or self._skipped(i, mark, "C020")
