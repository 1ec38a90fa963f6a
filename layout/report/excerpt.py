"""A source line with a mark under the place that is meant, for terminals: a Han character takes two cells."""

from unicodedata import category, combining, east_asian_width

from layout.spec.source_map import Position

_WIDTH = 96  # cells of source text that are shown of a long line
_REACH = 4 * _WIDTH  # characters that are looked at on each side of a place: a line may be a whole file


def clean(text: str) -> str:
    """Text that can't move a terminal's cursor or turn the line around: control characters as \\xNN."""
    if text.isprintable():
        return text
    return "".join(c if c in "\n\u3000" or not _dangerous(c) else f"\\x{ord(c):02x}" for c in text)


def _dangerous(char: str) -> bool:
    return (
        category(char) in ("Cc", "Cs", "Zl", "Zp")
        or char in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    return sum(2 if east_asian_width(c) in "WF" else 0 if combining(c) else 1 for c in text)


def excerpt(position: Position) -> list[str]:
    """The source line and, under it, `^` marks. Tabs become four spaces; of a long line the part around the
    place is shown."""
    line, start = position.source_line, position.column - 1
    end = start + position.length
    before = _flat(line[max(0, start - _REACH) : start])
    meant = _flat(line[start : min(end, start + _REACH)])
    after = _flat(line[end : end + _REACH])
    if cells(before) + cells(meant) + cells(after) > _WIDTH:
        before, meant, after = _cut(before, meant, after)
    number = str(position.line)
    mark = " " * cells(before) + "^" * max(1, cells(meant))
    return [f"  {number} | {before}{meant}{after}".rstrip(), f"  {' ' * len(number)} | {mark}"]


def _flat(text: str) -> str:
    return clean(text.replace("\t", "    "))


def _cut(before: str, meant: str, after: str) -> tuple[str, str, str]:
    """What is around the place, with … for what is left out."""
    if cells(before) > _WIDTH // 2:
        before = "…" + _fit(before[::-1], _WIDTH // 2 - 1)[::-1]
    room = max(16, _WIDTH - cells(before))
    if cells(meant) > room:
        return before, _fit(meant, room) + "…", ""
    room = max(4, room - cells(meant))
    return (before, meant, _fit(after, room) + "…") if cells(after) > room else (before, meant, after)


def _fit(text: str, room: int) -> str:
    """The first characters of `text` that take no more than `room` cells."""
    taken = 0
    for i, char in enumerate(text[: room + 1]):
        taken += cells(char)
        if taken > room:
            return text[:i]
    return text[: room + 1]
