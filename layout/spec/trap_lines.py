"""One line of a broken document looked at by itself: the traps of Chinese input methods and of YAML."""

import re
from collections.abc import Iterator

from layout.spec.wrong import Wrong

WIDE_SPACES = "\u3000\u00a0"
_WORD = r"[^\W_][\w-]{0,29}"
_WIDE_COLON = re.compile(rf"^({_WORD})\s*：\s*(.*)$")
TIGHT_COLON = re.compile(rf"^([^\W\d_][\w-]{{0,29}}):(?:[{WIDE_SPACES}]\s*|(?=[^\s/]))(.*)$")
_FLOW_COLON = re.compile(rf"([{{,，]\s*)({_WORD})\s*：\s*")
_FLOW_COMMA = re.compile(rf"，\s*({_WORD}\s*:\s)")
_BLOCK_SCALAR = re.compile(r"(?:^|[:\-?]\s+)[|>][+\-0-9]*\s*(?:#.*)?$")
_WIDE_FORMS = str.maketrans("［］｛｝【】：，　", "[]{}[]:, ")
_SPECIAL = "\"'[{&*!|>@%`"


def structure(text: str, *, brackets: bool = False) -> Iterator[tuple[int, str]]:
    """The lines that are YAML, with their offsets: not blank, no comments, not inside a block of text; the later
    lines of brackets that go over several only with `brackets`."""
    at, inside, open_brackets = 0, -1, 0
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip():
            if inside >= 0 and indent <= inside:
                inside = -1
            if inside < 0 and not line.lstrip().startswith("#"):
                if open_brackets <= 0 or brackets:
                    yield at, line
                open_brackets = max(open_brackets, 0)
                open_brackets += _balance(line)
                if _BLOCK_SCALAR.search(line):
                    inside = indent
        at += len(line) + 1


def _balance(line: str) -> int:
    """How many brackets a line opens and does not close; 0 for one that looks like a new key all the same."""
    plain = re.sub(r"\"[^\"]*\"|'[^']*'", "", uncommented(line))
    return sum(plain.count(mark) for mark in "[{") - sum(plain.count(mark) for mark in "]}")


def line_trap(line: str) -> Wrong | None:
    """The trap in one line, with its place in the line."""
    lead = line[: len(line) - len(line.lstrip())]
    content = uncommented(line[len(lead) :])
    for char, code in (("\u3000", "S112"), ("\u00a0", "S112"), ("\t", "S113")):
        if char in lead:
            at = lead.find(char)
            return Wrong(
                code,
                hint=lead[:at] + "  " * (len(lead) - at) + content,
                at=at,
                length=len(lead) - at,
            )
    at = len(lead)
    if content[:1] in ("＃", "－"):
        return Wrong(
            "S114",
            hint=("# " if content[0] == "＃" else "- ") + content[1:].lstrip(),
            at=at,
            length=1,
            char=content[0],
        )
    while content.startswith("- "):
        rest = content[2:].lstrip()
        at += len(content) - len(rest)
        content = rest
    return content_trap(content, at)


def content_trap(content: str, at: int) -> Wrong | None:
    """The trap in `key: value`, a list's item, or brackets that begin at `at`."""
    if content[:1] in "[{":
        return _flow(content, content, at)
    wide = _WIDE_COLON.match(content)
    if wide and ": " not in content[: wide.start(2)]:
        return Wrong(
            "S110", hint=f"{wide[1]}: {_safe(wide[2])}".rstrip(), at=at + content.find("："), length=1
        )
    key, colon, value = content.partition(": ")
    if not colon:
        tight = TIGHT_COLON.match(content)
        if tight:
            return Wrong("S119", hint=f"{tight[1]}: {_safe(tight[2])}", at=at + len(tight[1]), length=1)
        return None
    lead = len(value) - len(value.lstrip())
    return _value(key, value.strip(), at + len(key) + 2 + lead)


def wide_form(content: str, at: int) -> Wrong:
    """A line that begins with a full-width sign, as it should be."""
    thin = re.sub(r"([:,])(?=\S)", r"\1 ", content.translate(_WIDE_FORMS))
    return Wrong("S114", hint=thin, at=at, length=1, char=content[0])


def _value(key: str, value: str, at: int) -> Wrong | None:
    first = value[:1]
    whole = f"{key}: {quoted(uncommented(value))}"
    if first in ('"', "'") and first:
        close = _closing(value)
        if close < 0:
            return Wrong("S118", hint=f"{key}: {value}{first}", at=at, length=1, char=first)
        return _left_over(value[close + 1 :], whole, at, first)
    if first in ("[", "{"):
        return _flow(value, f"{key}: {value}", at)
    if first in ("|", ">"):
        return _left_over(value[1:].lstrip("+-0123456789"), whole, at, first)
    if first and first in _SPECIAL or value.startswith(("- ", "? ")):
        return Wrong("S116", hint=whole, at=at, length=1, char=first)
    plain = uncommented(value)
    second = plain.find(": ") if ": " in plain else len(plain) - 1 if plain.endswith(":") else -1
    if second >= 0:
        return Wrong("S117", hint=whole, at=at + second, length=1)
    return None


def _flow(value: str, line: str, at: int) -> Wrong | None:
    """The trap in brackets; `line` is the line that they end."""
    wide = _FLOW_COLON.search(value)
    if wide and value[0] == "{":
        return Wrong(
            "S110", hint=_FLOW_COLON.sub(r"\1\2: ", line), at=at + value.find("：", wide.start()), length=1
        )
    comma = _FLOW_COMMA.search(value)
    if comma and value[0] == "{":
        return Wrong("S111", hint=_FLOW_COMMA.sub(r", \1", line), at=at + comma.start(), length=1)
    close = bracket_end(value)
    if close < 0:
        quote = unclosed_quote(value)
        if quote < 0:
            return None
        hint = line[: len(line) - len(value)] + closed(value, quote)
        return Wrong("S118", hint=hint, at=at + quote, length=1, char=value[quote])
    key, colon, _ = line.partition(": ")
    whole = f"{key}: {quoted(uncommented(value))}" if colon and not line.startswith(value) else quoted(value)
    return _left_over(value[close + 1 :], whole, at, value[0])


def _left_over(rest: str, whole: str, at: int, char: str) -> Wrong | None:
    """A value that goes on where its first character says that it has ended."""
    rest = rest.strip()
    if not rest or rest.startswith("#") or rest[0] in ",]}":
        return None
    return Wrong("S116", hint=whole, at=at, length=1, char=char)


def _closing(value: str) -> int:
    """Where the quotation mark that begins `value` is closed; -1 if it is not."""
    mark, i = value[0], 1
    while i < len(value):
        if value[i] == "\\" and mark == '"':
            i += 1
        elif value[i] == mark:
            if mark == "'" and value[i + 1 : i + 2] == "'":
                i += 1
            else:
                return i
        i += 1
    return -1


def bracket_end(value: str) -> int:
    """Where the bracket that begins `value` is closed; -1 if it is not, or by the wrong one."""
    pairs = {"]": "[", "}": "{"}
    stack: list[str] = []
    i = 0
    while i < len(value):
        char = value[i]
        if char in "\"'" and value[i - 1] in "[{, ":
            close = _closing(value[i:])
            if close < 0:
                return -1
            i += close
        elif char in "[{":
            stack.append(char)
        elif char in pairs:
            if not stack or stack.pop() != pairs[char]:
                return -1
            if not stack:
                return i
        i += 1
    return -1


def unclosed_quote(line: str) -> int:
    """Where in a line a quotation mark opens a value and is not closed; -1 if all are."""
    i = 0
    while i < len(line):
        if line[i] in "\"'" and line[:i].rstrip()[-1:] in ("", "[", "{", ",", ":", "-"):
            close = _closing(line[i:])
            if close < 0:
                return i
            i += close
        i += 1
    return -1


def closed(line: str, quote: int) -> str:
    """A line with the quotation mark at `quote` closed where its value probably ends: before the comma or bracket
    that follows."""
    end = next((i for i in range(quote + 1, len(line)) if line[i] in ",]}"), len(line))
    return f"{line[:end].rstrip()}{line[quote]}{line[end:]}"


def uncommented(value: str) -> str:
    """A value without the comment behind it."""
    return value.partition(" # ")[0].rstrip()


def _safe(value: str) -> str:
    """A value as it can be written: in quotation marks only where it must."""
    plain = not value or (value[0] not in _SPECIAL + "#" and ": " not in value and " #" not in value)
    return value if plain or value[0] in "\"'[{" else quoted(value)


def quoted(value: str) -> str:
    """A value in quotation marks, as YAML wants it."""
    return f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"
