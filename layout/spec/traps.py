"""What was probably meant where a document can't be read: the mistakes of Chinese input methods and of YAML.

Read only after something went wrong. A line is looked at by itself; libyaml's own words are the last resort.
"""

import re
from typing import Any

from layout.diag import Fact, Where
from layout.spec.nodes import Entry, Node, Scalar
from layout.spec.reading import Reading
from layout.spec.trap_lines import (
    TIGHT_COLON,
    WIDE_SPACES,
    bracket_end,
    closed,
    content_trap,
    line_trap,
    quoted,
    structure,
    unclosed_quote,
    uncommented,
    wide_form,
)


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
    for start, line in structure(text):
        trap = line_trap(line)
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


def instead(node: Node, reading: Reading) -> bool:
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
        trap = content_trap(uncommented(line.strip()), at + lead)
        if trap is None and line.strip()[:1] in ("［", "｛", "【"):
            trap = wide_form(line.strip(), at + lead)
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
    if name[:1] and name[0] in WIDE_SPACES:
        text = reading.texts.get(key.document, "")
        line = text[key.start : text.find("\n", key.start)].strip() if "\n" in text[key.start :] else name
        blank = len(name) - len(name.lstrip(WIDE_SPACES))
        reading.fault(
            "S112", Where(key.document, (), key.start, blank), hint="  " * blank + uncommented(line)
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
    tight = TIGHT_COLON.match(name) if empty else None
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
    key, colon, value = uncommented(line).partition(": ")
    return f"{key}: {quoted(value.strip())}" if colon else quoted(key)


def _generic(text: str, error: Any, document: str, base: int, reading: Reading) -> None:
    """What libyaml says, with a word of ours for what is left open, crooked or not parted."""
    opened = error.context_mark.index if error.context_mark is not None else 0
    at = error.problem_mark.index if error.problem_mark is not None else opened
    at = min(at, max(0, len(text) - 1))
    context, problem, char = str(error.context or ""), str(error.problem or ""), text[opened : opened + 1]
    here, there = Where(document, (), base + at, 1), Where(document, (), base + opened, 1)
    quote = _open_quote(text, at)
    if quote >= 0:
        start = text.rfind("\n", 0, quote) + 1
        line = uncommented(text[start:].partition("\n")[0])
        reading.fault(
            "S118",
            Where(document, (), base + quote, 1),
            hint=closed(line, quote - start).strip(),
            facts={"char": text[quote]},
        )
    elif "flow" in context and char in ("[", "{"):
        if bracket_end(text[opened:]) >= 0:
            reading.fault("S122", here)
        else:
            reading.fault("S120", there, facts={"char": char, "close": "]" if char == "[" else "}"})
    elif (
        bare := _bare_line(text, opened if "expected ':'" in problem else at, "expected ':'" in problem)
    ) >= 0:
        _say_bare(text, bare, Where(document, (), base + bare), reading)
    elif ("expected" in problem or "mapping values" in problem) and _askew(text, at):
        _say_askew(text, at, document, base, reading)
    else:
        reading.fault("S010", here, facts={"problem": problem})


def _open_quote(text: str, upto: int) -> int:
    """The first quotation mark before `upto` that is not closed in its own line; -1 if there is none."""
    for start, line in structure(text, brackets=True):
        if start > upto:
            break
        quote = unclosed_quote(uncommented(line))
        if quote >= 0:
            return start + quote
    return -1


def _bare_line(text: str, at: int, itself: bool) -> int:
    """Where the line around `at` (or else the one before it) begins, if it has no colon and is no list's item;
    -1 if it has or is."""
    before: tuple[int, str] | None = None
    for start, line in structure(text):
        if start + len(line) >= at:
            place = (start, line) if itself else before
            if place is None:
                return -1
            content = uncommented(place[1].strip())
            plain = ":" not in content and not content.startswith(("- ", "[", "{", '"', "'", "---"))
            return place[0] + len(place[1]) - len(place[1].lstrip()) if plain else -1
        before = start, line
    return -1


def _say_bare(text: str, at: int, where: Where, reading: Reading) -> None:
    """Say what a line without a colon is: copy that begins before the front matter was closed, a row of the
    dummy that stands too far left, or a key that lacks its colon."""
    line = uncommented(text[at:].partition("\n")[0])
    where = Where(where.document, (), where.at, len(line))
    before = text[:at].rstrip(" ")
    above = before.rstrip().rpartition("\n")[2]
    if re.search(r":\s+[|>][+-]?\d?$", above):
        indent = len(above) - len(above.lstrip()) + 2
        reading.fault(
            "S128", where, hint=" " * indent + line[:20], facts={"key": above.strip(), "indent": indent}
        )
    elif where.at > at and (len(line) > 40 or before.endswith("\n\n")):
        reading.fault("S103", where)
    elif "|" in line and line[:1].isdigit():
        reading.fault("S123", where, facts={"indent": 0, "due": _indent(above)})
    else:
        word, space, rest = line.partition(" ")
        hint = f"{word}: {rest.strip()}".rstrip() if space or word.isalnum() else ""
        reading.fault("S124", where, hint=hint)


def _say_askew(text: str, at: int, document: str, base: int, reading: Reading) -> None:
    """Say which line is indented like none of the others, and how it probably should be: as the one beside it."""
    lines = [(start, line) for start, line in structure(text) if start <= at]
    culprit = _culprit([line for _, line in lines])
    start, line = lines[culprit]
    due = _indent(lines[-1 if culprit == -2 else -2][1]) if len(lines) > 1 else 0
    facts: dict[str, Fact] = {"indent": _indent(line), "due": due}
    reading.fault("S123", Where(document, (), base + start, max(1, _indent(line))), facts=facts)


def _culprit(lines: list[str]) -> int:
    """Which of the lines, that the last one does not fit to, is the one to mend: -1, or -2 for the one before it,
    where that one has an odd number of spaces, or stands level with the key that it ought to be under."""
    if len(lines) < 3:
        return -1
    above, before, last = (_indent(line) for line in lines[-3:])
    odd = before % 2 == 1 and last % 2 == 0
    level = above == before < last and uncommented(lines[-3]).endswith(":")
    return -2 if odd or level else -1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _askew(text: str, at: int) -> bool:
    """Whether the line around `at` is indented like none of the lines that it may stand under."""
    indents: list[int] = []
    opens = False
    for start, line in structure(text):
        indent = _indent(line)
        if start + len(line) >= at:
            deeper = bool(indents) and indent > indents[-1]
            return not opens if deeper else bool(indents) and indent not in indents
        while indents and indents[-1] > indent:
            indents.pop()
        if not indents or indents[-1] < indent:
            indents.append(indent)
        opens = uncommented(line).endswith((":", "-"))
    return False
