"""What was probably meant where a document can't be read: the mistakes of Chinese input methods and of YAML.

Read only after something went wrong. A line is looked at by itself; libyaml's own words are the last resort.
"""

import re
from collections.abc import Iterator
from typing import Any

from layout.diag import Where
from layout.spec.nodes import Entry, Node, Path, Scalar
from layout.spec.reading import Reading
from layout.spec.wrong import Wrong

_WIDE_SPACES = "\u3000\u00a0"
_WORD = r"[^\W_][\w-]{0,29}"
_WIDE_COLON = re.compile(rf"^({_WORD})\s*：\s*(.*)$")
_TIGHT_COLON = re.compile(rf"^([^\W\d_][\w-]{{0,29}}):(?:[{_WIDE_SPACES}]\s*|(?=[^\s/]))(.*)$")
_FLOW_COLON = re.compile(rf"([{{,，]\s*)({_WORD})\s*：\s*")
_FLOW_COMMA = re.compile(rf"，\s*({_WORD}\s*:\s)")
_BLOCK_SCALAR = re.compile(r"(?:^|[:\-?]\s+)[|>][+\-0-9]*\s*(?:#.*)?$")
_WIDE_FORMS = str.maketrans("［］｛｝【】：，　", "[]{}[]:, ")
_SPECIAL = "\"'[{&*!|>@%`"


def explain(text: str, error: Any, document: str, base: int, reading: Reading) -> None:
    """Note what is wrong with a text that libyaml refused: every trap in it, or else what libyaml says."""
    if hasattr(error, "reason"):
        at = next(
            (i for i, c in enumerate(text) if c in "\ufeff\ufffe\uffff\x7f" or c < " " and c not in "\t\n"), 0
        )
        char = f"U+{ord(text[at]):04X}"
        reading.fault("S007", Where(document, (), base + at, 1), facts={"char": char})
        return
    found = False
    for start, line in _structure(text):
        trap = _line(line)
        if trap is not None:
            found = True
            reading.fault(
                trap.code,
                Where(document, (), base + start + trap.at, trap.length),
                hint=trap.hint,
                facts=trap.facts,
            )
    if not found:
        _generic(text, error, document, base, reading)


def instead(node: Node, path: Path, reading: Reading) -> bool:
    """Note the trap that turned keys or a list into plain text; whether there was one."""
    text = reading.texts.get(node.document)
    if not isinstance(node, Scalar) or node.quote or text is None:
        return False
    if node.end <= node.start:  # what is indented with full-width spaces is no child; its keys are told of
        return text[node.end :].lstrip(" ").startswith(("\n\u3000", "\n\u00a0"))
    found = False
    at = node.start
    for line in text[node.start : node.end].split("\n"):
        lead = len(line) - len(line.lstrip())
        trap = _content(_uncommented(line.strip()), at + lead)
        if trap is None and line.strip()[:1] in ("［", "｛", "【"):
            trap = _wide_form(line.strip(), at + lead)
        if trap is not None:
            found = True
            where = Where(node.document, (), trap.at, trap.length)
            reading.fault(trap.code, where, hint=trap.hint, facts=trap.facts)
        at += len(line) + 1
    return found


def odd_key(name: str, entry: Entry, reading: Reading) -> str:
    """Note what is wrong with a key that has Chinese marks or spaces in it, or that is what commas have left of
    a colour; the key that was meant, "" if there is nothing wrong of this kind."""
    key = entry.key
    if name[:1] and name[0] in _WIDE_SPACES:
        text = reading.texts.get(key.document, "")
        line = text[key.start : text.find("\n", key.start)].strip() if "\n" in text[key.start :] else name
        blank = len(name) - len(name.lstrip(_WIDE_SPACES))
        reading.fault(
            "S112", Where(key.document, (), key.start, blank), hint="  " * blank + _uncommented(line)
        )
        return name.strip()
    marks = [i for i, char in enumerate(name) if char in "：，"]
    if marks:
        code = "S110" if name[marks[0]] == "：" else "S111"
        hint = re.sub(r"：\s*", ": ", name).replace("，", ", ")
        reading.fault(code, Where(key.document, (), key.start + marks[0], 1), hint=hint)
        return name[: marks[0]].strip()
    empty = isinstance(entry.value, Scalar) and not entry.value.text
    if empty and name.rstrip(")% ").isdigit():
        text = reading.texts.get(key.document, "")
        before = text[text.rfind("\n", 0, key.start) + 1 : key.start]
        if before.rfind("(") > before.rfind(")"):
            return name
    tight = _TIGHT_COLON.match(name) if empty else None
    if tight:
        where = Where(key.document, (), key.start + len(tight[1]), 1)
        reading.fault("S119", where, hint=f"{tight[1]}: {tight[2]}")
        return tight[1]
    return ""


def line_quoted(text: str, at: int) -> str:
    """The line around `at` with its value in quotation marks."""
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    line = text[start : stop if stop >= 0 else len(text)].strip()
    key, colon, value = _uncommented(line).partition(": ")
    return f"{key}: {quoted(value.strip())}" if colon else quoted(key)


def quoted(value: str) -> str:
    """A value in quotation marks, as YAML wants it."""
    return f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"


def _structure(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are YAML, with their offsets: not blank, no comments, not inside a block of text, not the
    later lines of brackets that go over several."""
    at, inside, open_brackets = 0, -1, 0
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip():
            if inside >= 0 and indent <= inside:
                inside = -1
            if inside < 0 and not line.lstrip().startswith("#"):
                if open_brackets <= 0:
                    yield at, line
                    open_brackets = 0
                open_brackets += _balance(line)
                if _BLOCK_SCALAR.search(line):
                    inside = indent
        at += len(line) + 1


def _balance(line: str) -> int:
    """How many brackets a line opens and does not close; 0 for one that looks like a new key all the same."""
    plain = re.sub(r"\"[^\"]*\"|'[^']*'", "", _uncommented(line))
    return sum(plain.count(mark) for mark in "[{") - sum(plain.count(mark) for mark in "]}")


def _line(line: str) -> Wrong | None:
    """The trap in one line, with its place in the line."""
    lead = line[: len(line) - len(line.lstrip())]
    content = _uncommented(line[len(lead) :])
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
    return _content(content, at)


def _content(content: str, at: int) -> Wrong | None:
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
        tight = _TIGHT_COLON.match(content)
        if tight:
            return Wrong("S119", hint=f"{tight[1]}: {_safe(tight[2])}", at=at + len(tight[1]), length=1)
        return None
    lead = len(value) - len(value.lstrip())
    return _value(key, value.strip(), at + len(key) + 2 + lead)


def _wide_form(content: str, at: int) -> Wrong:
    """A line that begins with a full-width sign, as it should be."""
    thin = re.sub(r"([:,])(?=\S)", r"\1 ", content.translate(_WIDE_FORMS))
    return Wrong("S114", hint=thin, at=at, length=1, char=content[0])


def _value(key: str, value: str, at: int) -> Wrong | None:
    first = value[:1]
    whole = f"{key}: {quoted(_uncommented(value))}"
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
    plain = _uncommented(value)
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
    close = _bracket_end(value)
    if close < 0:
        return None
    key, colon, _ = line.partition(": ")
    whole = f"{key}: {quoted(_uncommented(value))}" if colon and not line.startswith(value) else quoted(value)
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


def _bracket_end(value: str) -> int:
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


def _uncommented(value: str) -> str:
    return value.partition(" # ")[0].rstrip()


def _safe(value: str) -> str:
    """A value as it can be written: in quotation marks only where it must."""
    plain = not value or (value[0] not in _SPECIAL + "#" and ": " not in value and " #" not in value)
    return value if plain or value[0] in "\"'[{" else quoted(value)


def _generic(text: str, error: Any, document: str, base: int, reading: Reading) -> None:
    """What libyaml says, with a word of ours for what is left open, crooked or not parted."""
    opened = error.context_mark.index if error.context_mark is not None else 0
    at = error.problem_mark.index if error.problem_mark is not None else opened
    at = min(at, max(0, len(text) - 1))
    context, problem, char = str(error.context or ""), str(error.problem or ""), text[opened : opened + 1]
    here, there = Where(document, (), base + at, 1), Where(document, (), base + opened, 1)
    if "end of stream" in problem and char in ("'", '"'):
        line = text[opened:].partition("\n")[0]
        reading.fault("S118", there, hint=f"{line}{char}", facts={"char": char})
    elif "flow" in context and char in ("[", "{"):
        if _bracket_end(text[opened:]) >= 0:
            reading.fault("S122", here)
        else:
            reading.fault("S120", there, facts={"char": char, "close": "]" if char == "[" else "}"})
    elif ("expected" in problem or "mapping values" in problem) and _askew(text, at):
        start = text.rfind("\n", 0, at) + 1
        line = text[start:].partition("\n")[0]
        reading.fault("S123", Where(document, (), base + start, max(1, len(line) - len(line.lstrip(" ")))))
    else:
        reading.fault("S010", here, facts={"problem": problem})


def _askew(text: str, at: int) -> bool:
    """Whether the line around `at` is indented like none of the lines that it may stand under."""
    indents: list[int] = []
    opens = False
    for start, line in _structure(text):
        indent = len(line) - len(line.lstrip(" "))
        if start + len(line) >= at:
            deeper = bool(indents) and indent > indents[-1]
            return not opens if deeper else bool(indents) and indent not in indents
        while indents and indents[-1] > indent:
            indents.pop()
        if not indents or indents[-1] < indent:
            indents.append(indent)
        opens = _uncommented(line).endswith((":", "-"))
    return False
