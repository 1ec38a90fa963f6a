"""Two changes that are one: heads, pictures, or whole blocks that were exchanged."""

from collections.abc import Sequence

from msgspec.structs import replace

from layout.compare.types import Change
from layout.diag import Fact

_MOVED = ("D401", "D402", "D403", "D411", "D412", "D413")


def exchanges(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, those of two that were exchanged as one, where the first of them stood. What was asked for by
    itself stays by itself."""
    done: list[Change] = []
    taken: set[int] = set()
    for i, one in enumerate(changes):
        if i in taken:
            continue
        for j in range(i + 1, len(changes)):
            code = "" if j in taken or one.wanted or changes[j].wanted else _exchange(one, changes[j])
            if code:
                taken.add(j)
                one = _joined(code, one, changes[j])
                break
        done.append(one)
    return tuple(done)


def _exchange(a: Change, b: Change) -> str:
    """The code that tells two changes as one; "" where they are two."""
    ours, theirs = a.facts, b.facts
    if a.code == b.code == "D201" and ours["role"] == theirs["role"]:
        return "D205" if (ours["old"], ours["new"]) == (theirs["new"], theirs["old"]) else ""
    if a.code == b.code == "D601":
        files = (ours["old_file"], ours["file"]) == (theirs["file"], theirs["old_file"])
        return "D607" if files and ours["file"] != ours["old_file"] else ""
    if a.code == b.code == "D408":
        return "D415" if (ours["old"], ours["new"]) == (theirs["new"], theirs["old"]) else ""
    if a.code in _MOVED and b.code in _MOVED and a.before and b.before:
        return "D415" if (a.before, a.after) == (b.after, b.before) else ""
    return ""


def _joined(code: str, a: Change, b: Change) -> Change:
    """Both changes in one sentence."""
    facts: dict[str, Fact] = {**a.facts, "subject": f"{a.subject}、{b.subject}"}
    return replace(
        a,
        code=code,
        subject=f"{a.subject}、{b.subject}",
        facts=facts,
        before=(*a.before, *b.before),
        after=(*a.after, *b.after),
        reflow=a.reflow + b.reflow,
    )
