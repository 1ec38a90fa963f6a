"""Where things stand: blocks moved and resized, rules and frames, texts that stand elsewhere in their block."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from layout.compare.texts import subject_of
from layout.compare.types import Change, Drawing, Proof, Text
from layout.diag import Fact
from layout.geometry import Rect, bounds
from layout.scene.facts import Facts, Lattice, Place
from layout.units import MM, to_mm

CLOSE = 3_000  # Emu, a twelfth of a millimetre: nearer than that things stand in one place
_SHARED, _PICTURE, _NAME = 4, 2, 1  # what tells that two blocks are one, by weight


class Frame(Struct, frozen=True):
    """What is known of a block: its stories, its pictures, the rectangle that it is given or that it covers."""

    id: str
    stories: frozenset[str]
    pictures: frozenset[str]
    rect: Rect
    place: Place | None = None


def frames_of(proof: Proof) -> dict[str, Frame]:
    """The blocks of a page, furniture among them, by id."""
    stories: dict[str, set[str]] = {}
    pictures: dict[str, set[str]] = {}
    covered: dict[str, list[Rect]] = {}
    for text in proof.texts:
        covered.setdefault(text.block, []).extend(piece.rect for piece in text.stretches)
        if text.story and text.part in ("body", "head"):
            stories.setdefault(text.block, set()).add(text.story)
    for shot in proof.shots:
        covered.setdefault(shot.block, []).append(shot.frame)
        pictures.setdefault(shot.block, set()).add(shot.digest)
    for drawing in proof.drawings:
        covered.setdefault(drawing.block, []).append(drawing.rect)
    places = {place.block: place for place in proof.facts.places}
    names = dict.fromkeys((*places, *covered))
    return {
        name: Frame(
            name,
            frozenset(stories.get(name, ())),
            frozenset(pictures.get(name, ())),
            places[name].rect if name in places else bounds(covered[name]),
            places.get(name),
        )
        for name in names
        if name in places or covered.get(name)
    }


def renamed(a: Proof, b: Proof) -> Proof:
    """`a` with the names that its blocks have in `b`: a block is known by the stories or the picture in it, for
    an editor may draw the same page with other letters."""
    frames_a, frames_b = frames_of(a), frames_of(b)
    ranked = sorted(
        ((_likeness(x, y), x.id, y.id) for x in frames_a.values() for y in frames_b.values()),
        key=lambda found: -found[0],
    )
    names: dict[str, str] = {}
    for likeness, mine, theirs in ranked:
        if likeness and mine not in names and theirs not in names.values():
            names[mine] = theirs
    for mine in frames_a:
        names.setdefault(mine, f"{mine}~" if mine in names.values() else mine)
    return _with_names(a, names) if any(old != new for old, new in names.items()) else a


def _likeness(a: Frame, b: Frame) -> int:
    if a.stories or b.stories:
        return _SHARED * len(a.stories & b.stories) + (_NAME * (a.id == b.id) if a.stories & b.stories else 0)
    ours, theirs = a.place.picture if a.place else "", b.place.picture if b.place else ""
    picture = bool(a.pictures & b.pictures) or bool(ours and ours == theirs)
    return _PICTURE * picture + _NAME * (a.id == b.id)


def _with_names(proof: Proof, names: dict[str, str]) -> Proof:
    def text(old: Text) -> Text:
        key = (old.key[0], names[old.block], *old.key[2:]) if old.part in ("caption", "other") else old.key
        return replace(old, block=names[old.block], key=key)

    facts = proof.facts
    places = tuple(replace(place, block=names[place.block]) for place in facts.places)
    return replace(
        proof,
        texts=tuple(map(text, proof.texts)),
        shots=tuple(replace(shot, block=names[shot.block]) for shot in proof.shots),
        drawings=tuple(replace(drawing, block=names[drawing.block]) for drawing in proof.drawings),
        facts=Facts(facts.grid, places, facts.fits),
    )


def block_changes(a: Proof, b: Proof, page: str) -> list[Change]:
    """Blocks that were moved, resized, added or removed."""
    frames_a, frames_b = frames_of(a), frames_of(b)
    found = []
    for name, frame in frames_b.items():
        if name in frames_a:
            found += _placed(frames_a[name], frame, page)
            found += _reordered(frames_a[name], frame, page)
        elif frame.place and not frame.stories:
            found.append(_come(frame, page))
    for name, frame in frames_a.items():
        if name not in frames_b and frame.place and not frame.stories:
            found.append(_gone(frame, page))
    return found


def _come(frame: Frame, page: str) -> Change:
    return Change("moved", "D405", page, frame.id, frame.id, {"subject": _name(frame)}, (), (frame.rect,))


def _gone(frame: Frame, page: str) -> Change:
    name = frame.id.removesuffix("~")
    return Change("moved", "D406", page, name, name, {"subject": _name(frame)}, (frame.rect,), ())


def _name(frame: Frame) -> str:
    """A block by what stands in it, for its letter says nothing to who has not drawn it."""
    if frame.place and frame.place.picture:
        return frame.place.picture
    return "、".join(frame.place.stories if frame.place else sorted(frame.stories)) or frame.id.removesuffix(
        "~"
    )


def _reordered(a: Frame, b: Frame, page: str) -> list[Change]:
    """The stories of a stack in another order, those apart that came or went."""
    if a.place is None or b.place is None:
        return []
    both = a.stories & b.stories
    before, after = ([s for s in place.stories if s in both] for place in (a.place, b.place))
    if before == after:
        return []
    facts: dict[str, Fact] = {"subject": b.id, "old": "、".join(before), "new": "、".join(after)}
    return [Change("moved", "D414", page, b.id, b.id, facts, (a.rect,), (b.rect,))]


def _placed(a: Frame, b: Frame, page: str) -> list[Change]:
    if a.place is None or b.place is None:
        return _seen_elsewhere(a, b, page)
    if a.rect == b.rect:
        return [_reshaped(a, b, page)] if a.place.legs != b.place.legs else []
    before, after = a.place, b.place
    facts: dict[str, Fact] = {"subject": _name(b), **_millimetres(a.rect, b.rect)}
    on_grid = bool(before.cells and after.cells)
    if on_grid:
        facts |= _cells(before.cells, after.cells)
    moved = (a.rect.x, a.rect.y) != (b.rect.x, b.rect.y)
    resized = (a.rect.width, a.rect.height) != (b.rect.width, b.rect.height)
    if on_grid and before.cells == after.cells:
        return []  # the grid itself stands elsewhere, and that is told once
    code = {(True, False): "D401", (False, True): "D402", (True, True): "D403"}[(moved, resized)]
    if not on_grid:
        code = {"D401": "D411", "D402": "D412", "D403": "D413"}[code]
    return [Change("moved", code, page, _name(b), b.id, facts, (a.rect,), (b.rect,))]


def _reshaped(a: Frame, b: Frame, page: str) -> Change:
    return Change("moved", "D404", page, _name(b), b.id, {"subject": _name(b)}, (a.rect,), (b.rect,))


def _seen_elsewhere(a: Frame, b: Frame, page: str) -> list[Change]:
    """Without facts only the corner at which a block begins is certain: its foot moves with its copy."""
    if not (b.stories or b.pictures):
        return []
    dx, dy = b.rect.x - a.rect.x, b.rect.y - a.rect.y
    if abs(dx) < CLOSE and abs(dy) < CLOSE:
        return []
    facts: dict[str, Fact] = {"subject": _name(b), **_millimetres(a.rect, b.rect)}
    return [Change("moved", "D411", page, _name(b), b.id, facts, (a.rect,), (b.rect,))]


def _millimetres(a: Rect, b: Rect) -> dict[str, Fact]:
    return {
        "dx": round(to_mm(b.x - a.x), 1),
        "dy": round(to_mm(b.y - a.y), 1),
        "old_width": round(to_mm(a.width), 1),
        "old_height": round(to_mm(a.height), 1),
        "width": round(to_mm(b.width), 1),
        "height": round(to_mm(b.height), 1),
    }


def _cells(a: tuple[int, ...], b: tuple[int, ...]) -> dict[str, Fact]:
    return {
        "columns_right": b[0] - a[0],
        "lines_down": b[1] - a[1],
        "old_columns": a[2],
        "old_lines": a[3],
        "columns": b[2],
        "lines": b[3],
    }


def page_changes(a: Proof, b: Proof, page: str) -> list[Change]:
    """The page's own size and grid."""
    found = []
    if (a.trim.width, a.trim.height) != (b.trim.width, b.trim.height):
        found.append(
            Change("moved", "D421", page, page, "", _millimetres(a.trim, b.trim), (a.trim,), (b.trim,))
        )
    old, new = a.facts.grid, b.facts.grid
    if old and new and old != new:
        facts: dict[str, Fact] = {"old": _grid(old), "new": _grid(new)}
        found.append(Change("moved", "D422", page, page, "", facts, (a.trim,), (b.trim,)))
    return found


def _grid(grid: Lattice) -> str:
    """A grid in figures: columns × measure + gutter, lines × leading, from its corner."""
    return (
        f"{grid.columns}×{to_mm(grid.measure):.4g}+{to_mm(grid.gutter):.4g}mm, "
        f"{grid.lines}×{grid.leading / 12700:.4g}pt @ {grid.x / MM:.4g},{grid.y / MM:.4g}mm"
    )


class Redrawn(Struct, frozen=True):
    """A block's rules and frames before and after: `restyled` if they look otherwise, else they only stand
    elsewhere."""

    block: str
    before: tuple[Drawing, ...]
    after: tuple[Drawing, ...]
    restyled: bool


def redrawn(a: Proof, b: Proof) -> list[Redrawn]:
    """The blocks whose rules and frames are not what they were."""
    ours, theirs = _by_block(a.drawings), _by_block(b.drawings)
    stories_a, stories_b = ({name: frame.stories for name, frame in frames_of(p).items()} for p in (a, b))
    found = []
    for block in dict.fromkeys((*ours, *theirs)):
        before, after = ours.get(block, ()), theirs.get(block, ())
        if before == after:
            continue
        looks = [d.look for d in before], [d.look for d in after]
        styled = sorted(looks[0]) != sorted(looks[1])
        if stories_a.get(block) != stories_b.get(block):  # a story less has a rule between stories less
            styled = set(looks[0]) != set(looks[1])
        found.append(Redrawn(block, before, after, styled))
    return found


def _by_block(drawings: Iterable[Drawing]) -> dict[str, tuple[Drawing, ...]]:
    found: dict[str, list[Drawing]] = {}
    for drawing in drawings:
        found.setdefault(drawing.block, []).append(drawing)
    return {block: tuple(some) for block, some in found.items()}


def shifted(a: Text, b: Text) -> tuple[int, int] | None:
    """How far a text stands from where it stood, by the line that went farthest; None if none did."""
    before = {piece.start: piece.rect for piece in a.stretches}
    ways = [
        (piece.rect.x - before[piece.start].x, piece.rect.y - before[piece.start].y)
        for piece in b.stretches
        if piece.start in before
    ]
    way = max(ways, key=lambda w: max(map(abs, w)), default=(0, 0))
    return way if max(map(abs, way)) >= CLOSE else None


def shift_change(pair_a: Text, pair_b: Text, way: tuple[int, int], grid: Lattice | None, page: str) -> Change:
    """A text that stands elsewhere though its block does not."""
    facts: dict[str, Fact] = {
        "subject": subject_of(pair_b),
        "role": pair_b.role,
        "dx": round(to_mm(way[0]), 1),
        "dy": round(to_mm(way[1]), 1),
        "lines_down": round(way[1] / grid.leading, 1) if grid else 0,
    }
    rects = (area_of(pair_a), area_of(pair_b))
    return Change("moved", "D407", page, subject_of(pair_b), pair_b.block, facts, *rects, story=pair_b.story)


def shifts_joined(changes: Iterable[Change]) -> list[Change]:
    """Changes in which the parts of one story that went the same way are told once."""
    found: list[Change] = []
    places: dict[tuple[object, ...], int] = {}
    for change in changes:
        way = (change.subject, change.facts.get("dx"), change.facts.get("dy"))
        if change.code != "D407" or way not in places:
            if change.code == "D407":
                places[way] = len(found)
            found.append(change)
            continue
        first = found[places[way]]
        found[places[way]] = replace(
            first, before=(*first.before, *change.before), after=(*first.after, *change.after)
        )
    return found


def area_of(text: Text) -> tuple[Rect, ...]:
    """A rectangle round a text, one for each leg."""
    legs: dict[int, list[Rect]] = {}
    for piece in text.stretches:
        legs.setdefault(piece.leg, []).append(piece.rect)
    return tuple(bounds(rects) for rects in legs.values())
