"""`layout fmt`: one way to write a document. Comments and the order of keys stay; what is said does not change.

The dummy's bars and letters stand in columns; quotation marks stay where YAML or another program needs them, and
are then double; lines have no blanks at their ends, no two blank lines follow each other, the last line ends.
"""

import re
from collections.abc import Iterator

from layout.edit.edits import Edit, apply
from layout.spec.nodes import Mapping, Node, Scalar, Sequence
from layout.spec.reading import Reading
from layout.spec.story import split
from layout.spec.yaml_reader import read_yaml

# What YAML 1.1 or 1.2 would take for something else than text, were it not in quotation marks.
_OTHER = re.compile(
    r"[-+.]?\d[\d_,.:eExXoO+-]*|0[xo][\da-fA-F]+|\d{4}-\d\d?-\d\d?.*|~|=|<<|[-+]?\.(inf|nan)|null|true|false|yes|no"
    r"|on|off|y|n",
    re.IGNORECASE,
)
_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`")


def formatted(text: str, name: str) -> str | None:
    """The document `name` well written; None where it can't be read. Formatting what is formatted changes
    nothing."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if name.endswith(".md"):
        begin, end, body = split(text, name, Reading())
        front = _yaml(text[begin:end], name) if text[begin:end].strip() else text[begin:end]
        copy = text[body:].rstrip("\n")
        return (
            None if front is None else text[:begin] + front + text[end:body] + copy + ("\n" if copy else "")
        )
    return _yaml(text, name)


def _yaml(text: str, name: str) -> str | None:
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n")):
        return text  # nothing but comments
    before = _tree(text, name)
    if before is None:
        return None
    done = apply(text, _edits(before, text, flow=False))
    done = _tidy(done, _tree(done, name))
    after = _tree(done, name)
    return done if after is not None and _said(before) == _said(after) else text


def _tree(text: str, name: str) -> Node | None:
    reading = Reading()
    return read_yaml(text, name, reading)


def _edits(node: Node, text: str, *, flow: bool, dummy: bool = False) -> Iterator[Edit]:
    if isinstance(node, Scalar):
        if dummy and node.quote == "|":
            yield from _rows(node, text)
        else:
            yield from _quotes(node, flow)
    elif isinstance(node, Sequence):
        inside = flow or text[node.start : node.start + 1] == "["
        for item in node.items:
            yield from _edits(item, text, flow=inside)
    else:
        inside = flow or text[node.start : node.start + 1] == "{"
        for key, entry in node.entries.items():
            yield from _quotes(entry.key, True)
            yield from _edits(entry.value, text, flow=inside, dummy=key == "dummy")


def _quotes(scalar: Scalar, flow: bool) -> Iterator[Edit]:
    """Marks taken off, or single ones made double."""
    if scalar.quote not in ("'", '"'):
        return
    if _plain(scalar.text, flow):
        yield Edit(scalar.start, scalar.end, scalar.text)
    elif (
        scalar.quote == "'"
        and scalar.text.isprintable()
        and '"' not in scalar.text
        and "\\" not in scalar.text
    ):
        yield Edit(scalar.start, scalar.end, f'"{scalar.text}"')


def _plain(text: str, flow: bool) -> bool:
    """Whether YAML reads the text as it is, and no program as something else."""
    if not text or text != text.strip() or not text.isprintable() or text.startswith(_INDICATORS):
        return False
    if ": " in text or " #" in text or text.endswith(":") or _OTHER.fullmatch(text) or "---" in text:
        return False
    return not (flow and any(mark in text for mark in ",[]{}:"))


def _rows(dummy: Scalar, text: str) -> Iterator[Edit]:
    """The rows of the dummy, its bars under each other and one blank between letters."""
    start = text.find("\n", dummy.start) + 1
    rows = []
    for line in text[start : dummy.end].split("\n"):
        height, bar, letters = line.partition("|")
        if bar:
            rows.append((start, line, height.strip(), "".join(letters.split())))
        start += len(line) + 1
    if not rows:
        return
    first = rows[0]
    widest = max(len(height) for _, _, height, _ in rows)
    indent = first[1][: len(first[1]) - len(first[1].lstrip())]
    # YAML takes the first row's indent for the whole map's: no other may stand further left.
    just = str.rjust if len(first[2]) == widest else str.ljust
    for at, line, height, letters in rows:
        yield Edit(at, at + len(line), f"{indent}{just(height, widest)} | {' '.join(letters)}")


def _tidy(text: str, tree: Node | None) -> str:
    """Ends of lines and blank lines, where they are not copy."""
    kept = [range(s.start, s.end) for s in _scalars(tree) if s.quote or "\n" in text[s.start : s.end]]
    lines: list[str] = []
    at = 0
    for line in text.split("\n"):
        inside = any(r.start < at < r.stop for r in kept)
        ends_inside = any(r.start < at + len(line) < r.stop for r in kept)
        line_ = line if ends_inside else line.rstrip(" \t")
        if line_ or inside or (lines and lines[-1]):
            lines.append(line_)
        at += len(line) + 1
    return "\n".join(lines).rstrip("\n") + "\n"


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for entry in node.entries.values():
            yield from _scalars(entry.value)


def _said(node: Node, dummy: bool = False) -> object:
    """What a tree says, without how it is written."""
    if isinstance(node, Scalar):
        return ["".join(line.split()) for line in node.text.split("\n")] if dummy else node.text
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return {key: _said(entry.value, key == "dummy") for key, entry in node.entries.items()}
