"""What looks otherwise: face, size, width, ink; rules and frames."""

from collections.abc import Iterable
from typing import Protocol

from layout.compare.blocks import Redrawn
from layout.compare.texts import Restyled, TextPair, restyled, subject_of
from layout.compare.types import Change, Look, Text
from layout.diag import Fact
from layout.geometry import Rect
from layout.spec.nodes import Mapping, Scalar, Sequence
from layout.units import to_pt

MANY = 3  # texts that changed in one way are one change from here on: it is the style that was changed


class Causes(Protocol):
    """Where the causes of a page are looked up."""

    alone: list[Change]

    def cause(self, text: Text) -> int | None:
        """The number of the change that a text's setting follows from, None for none."""
        ...


def style_changes(pairs: Iterable[TextPair], redrawn: Iterable[Redrawn], page: str) -> list[Change]:
    """Type in another face, size or ink; rules and frames that look otherwise. A width of glyphs that alone
    changed is left to `head_scale`, for heads are condensed to fit."""
    by_way: dict[tuple[str, str, str], list[tuple[Text, Restyled]]] = {}
    for pair in pairs:
        for change in restyled(pair):
            old, new = _plain(change.old), _plain(change.new)
            if old != new:
                by_way.setdefault((pair.b.role, *described(old, new)), []).append((pair.b, change))
    found: list[Change] = []
    for way, cases in by_way.items():
        if len({text.key for text, _ in cases}) >= MANY:
            found.append(_change(way, cases, page))
        else:
            texts = dict.fromkeys(text for text, _ in cases)
            found += (_change(way, [case for case in cases if case[0] == text], page) for text in texts)
    return [*found, *(_drawn(one, page) for one in redrawn if one.restyled)]


def _plain(look: Look) -> Look:
    return Look(look.face, look.size, 1000, look.colour)


def _change(way: tuple[str, str, str], cases: list[tuple[Text, Restyled]], page: str) -> Change:
    role, old, new = way
    texts = list(dict.fromkeys(subject_of(text) for text, _ in cases))
    one = len({text.key for text, _ in cases}) == 1
    first = cases[0][0]
    facts: dict[str, Fact] = {
        "subject": "、".join(texts),
        "role": role,
        "old": old,
        "new": new,
        "characters": sum(change.characters for _, change in cases),
    }
    return Change(
        "style",
        "D501",
        page,
        facts["subject"] if isinstance(facts["subject"], str) else "",
        first.block if one or len(texts) == 1 else "",
        facts,
        tuple(rect for _, change in cases for rect in change.before),
        tuple(rect for _, change in cases for rect in change.after),
        story=first.story if len(texts) == 1 else "",
    )


def described(old: Look, new: Look) -> tuple[str, str]:
    """Two looks by what is different in them."""
    before, after = [], []
    for one, other, say in (
        (old.face, new.face, _family),
        (old.size, new.size, _points),
        (old.scale, new.scale, _per_cent),
        (old.colour, new.colour, _ink),
    ):
        if one != other:
            before.append(say(one))
            after.append(say(other))
    return " ".join(before), " ".join(after)


def _family(face: str | int) -> str:
    """One of our faces by the family that an editor knows it by."""
    from layout.spec.fonts import package_list

    for name, entry in package_list()[1].entries.items():
        han = entry.value.get("han") if isinstance(entry.value, Mapping) else None
        first = han.items[0] if isinstance(han, Sequence) and han.items else None
        if isinstance(first, Scalar) and first.text == face:
            return name
    return str(face)


def _points(size: str | int) -> str:
    return f"{to_pt(int(size)):.4g}pt"


def _per_cent(scale: str | int) -> str:
    return f"{int(scale) / 10:g}%"


def _ink(colour: str | int) -> str:
    return str(colour) or "k 100%"


def _drawn(change: Redrawn, page: str) -> Change:
    old, new = ([d.look for d in side] for side in (change.before, change.after))
    for look in tuple(old):
        if look in new:
            old.remove(look)
            new.remove(look)
    block = change.block.removesuffix("~")
    facts: dict[str, Fact] = {
        "subject": block,
        "old": "; ".join(dict.fromkeys(old)) or "—",
        "new": "; ".join(dict.fromkeys(new)) or "—",
    }
    rects = tuple(d.rect for d in change.before), tuple(d.rect for d in change.after)
    return Change("style", "D502", page, block, block, facts, *rects)


def space_change(text: Text, lines: tuple[Rect, ...], page: str) -> Change:
    """Lines of a text that are spaced otherwise, with nothing that it follows from."""
    subject = subject_of(text)
    facts: dict[str, Fact] = {"subject": subject, "role": text.role, "lines": len(lines)}
    return Change("style", "D503", page, subject, text.block, facts, lines, lines, story=text.story)


def head_scale(pair: TextPair, causes: Causes, page: str) -> None:
    """Add the change of a text whose glyphs alone are wider or narrower, with nothing that it follows from."""
    for change in restyled(pair) if pair.same_copy else ():
        if _plain(change.old) == _plain(change.new) and causes.cause(pair.b) is None:
            way = (pair.b.role, *described(change.old, change.new))
            causes.alone.append(_change(way, [(pair.b, change)], page))
