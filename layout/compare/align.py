"""What two sequences have in common: a longest common subsequence, so that the edits between them are as few as
can be.

The rows of the dynamic programme are single integers, a bit for each element of the first sequence; the sum of a
row with its matches carries all of a row's comparisons at once. A story of 3,000 characters against another takes
milliseconds.
"""

from collections.abc import Hashable, Sequence

from msgspec import Struct

FIGURES = frozenset("0123456789.")
MOST = 400_000_000  # bits of the table that are worth their memory; beyond, the middle counts as one change


class Edit(Struct, frozen=True):
    """`a[a1:a2]` became `b[b1:b2]`; one of the two may be empty."""

    a1: int
    a2: int
    b1: int
    b2: int


def edits(a: Sequence[Hashable], b: Sequence[Hashable]) -> tuple[Edit, ...]:
    """The fewest deletions and insertions that turn `a` into `b`, neighbouring ones joined, in order."""
    shortest = min(len(a), len(b))
    head = next((i for i in range(shortest) if a[i] != b[i]), shortest)
    most = shortest - head
    tail = next((i for i in range(most) if a[-1 - i] != b[-1 - i]), most)
    a_end, b_end = len(a) - tail, len(b) - tail
    pairs = _common(a[head:a_end], b[head:b_end])
    found: list[Edit] = []
    i, j = head, head
    for x, y in (*((head + x, head + y) for x, y in pairs), (a_end, b_end)):
        if x > i or y > j:
            found.append(Edit(i, x, j, y))
        i, j = x + 1, y + 1
    return tuple(found)


def _common(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of indices of a longest common subsequence, rising."""
    if not a or not b or len(a) * len(b) > MOST:
        return []
    places: dict[Hashable, int] = {}
    for i, element in enumerate(a):
        places[element] = places.get(element, 0) | 1 << i
    full = (1 << len(a)) - 1
    rows = [full]
    row = full
    for element in b:
        matches = row & places.get(element, 0)
        row = ((row + matches) | (row - matches)) & full
        rows.append(row)
    return _walk_back(rows, len(a), len(b))


def _walk_back(rows: list[int], i: int, j: int) -> list[tuple[int, int]]:
    """A clear bit i of row j: the subsequence of a[:i+1] and b[:j] is longer by one than that of a[:i]."""
    pairs = []
    while i and j:
        bit = 1 << (i - 1)
        if rows[j] & bit:
            i -= 1
        elif not rows[j - 1] & bit:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


class Alignment(Struct, frozen=True):
    """Which places of one sequence are which of another, by the edits between them."""

    edits: tuple[Edit, ...]

    def ahead(self, place: int, *, back: bool = False) -> tuple[int, int]:
        """The earliest and latest place in `b` of the border before `a[place]` (with `back`: in `a`, of one in
        `b`): they differ where something stands on that very border."""
        shift = 0
        for e in self.edits:
            a1, a2, b1, b2 = (e.b1, e.b2, e.a1, e.a2) if back else (e.a1, e.a2, e.b1, e.b2)
            if place < a1:
                break
            if place <= a2:
                return (b2 if place == a2 > a1 else b1), (b1 if place == a1 < a2 else b2)
            shift = b2 - a2
        return place + shift, place + shift

    def pairs(self, length: int) -> list[tuple[int, int, int]]:
        """The stretches that stayed: (start in a, start in b, length), for an `a` of `length`."""
        found, i, j = [], 0, 0
        for e in self.edits:
            if e.a1 > i:
                found.append((i, j, e.a1 - i))
            i, j = e.a2, e.b2
        if length > i:
            found.append((i, j, length - i))
        return found


def readable(found: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits joined where what stayed between two of them is too short to be read as unchanged."""
    out: list[Edit] = []
    for e in found:
        if out:
            last = out[-1]
            before = max(last.a2 - last.a1, last.b2 - last.b1)
            after = max(e.a2 - e.a1, e.b2 - e.b1)
            if e.a1 - last.a2 <= max(1, min(before, after) // 2):
                out[-1] = Edit(last.a1, e.a2, last.b1, e.b2)
                continue
        out.append(e)
    return tuple(out)


def whole_figures(found: Sequence[Edit], a: str, b: str) -> tuple[Edit, ...]:
    """Edits inside a number made to take all of it, for 1160 that became 1610 is read as that and not as 16 that
    became 61."""
    out: list[Edit] = []
    for e in found:
        a1, a2, b1, b2 = e.a1, e.a2, e.b1, e.b2
        if any(char in FIGURES for char in a[a1:a2] + b[b1:b2]):
            while a1 and b1 and a[a1 - 1] == b[b1 - 1] and a[a1 - 1] in FIGURES:
                a1, b1 = a1 - 1, b1 - 1
            while a2 < len(a) and b2 < len(b) and a[a2] == b[b2] and a[a2] in FIGURES:
                a2, b2 = a2 + 1, b2 + 1
        if out and (a1 < out[-1].a2 or b1 < out[-1].b2):
            a1, b1 = out[-1].a1, out[-1].b1
            out.pop()
        out.append(Edit(a1, a2, b1, b2))
    return tuple(out)
