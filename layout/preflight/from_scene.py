"""A scene as a `Sheet`. It runs in every render, so it takes one pass and makes little."""

from collections.abc import Iterator, Mapping
from struct import error as StructError
from struct import unpack_from

from layout.font.face import Face
from layout.font.library import FontLibrary
from layout.geometry import Rect, bounds
from layout.resolve.types import PagePlan, PicturePlan
from layout.scene.items import GlyphRun, Path, Picture, Rule, Scene, flat
from layout.sheet import NO_INK, Inks, Letters, Photo, Sheet, Stroke, Tint, Typeface, inks_of, is_full, upon
from layout.style import BLACK, Colour
from layout.units import INCH, Emu

WORDS = 12  # characters of text that a finding quotes


def sheet_of(scene: Scene, plan: PagePlan, library: FontLibrary) -> Sheet:
    """The marks of a page. Those of one block that are alike are one mark."""
    runs: dict[tuple[Emu, Colour, str, Inks], list[GlyphRun]] = {}
    faces: dict[str, None] = {}
    drawn: list[tuple[Rule | Path, Inks]] = []
    pictures: list[Picture] = []
    ground = Ground(scene)
    for item in flat(scene.items):
        match item:
            case GlyphRun():
                under = ground.under(item.colour, item.x + (item.xs[0] if item.xs else 0), item.y)
                runs.setdefault((item.size, item.colour, item.tag.block, under), []).append(item)
                faces[item.face] = None
            case Rule():
                drawn.append((item, ground.under(item.colour, item.x1, item.y1)))
            case Path():
                place = _around(item)
                stroked = item.stroke if item.fill is None else None
                drawn.append((item, ground.under(stroked, place.x, place.y)))
                ground.lay(item, place)
            case Picture():
                pictures.append(item)
    plans = {b.id: b.content for b in plan.blocks if isinstance(b.content, PicturePlan)}
    return Sheet(
        letters=tuple(_letters(alike, under) for (_, _, _, under), alike in runs.items()),
        strokes=tuple(_strokes(drawn)),
        tints=tuple(_tints(drawn)),
        photos=tuple(_photos(pictures, plans)),
        faces=tuple(Typeface(face, fs_type(library.face(face))) for face in faces),
    )


class Ground:
    """The filled shapes of a scene as they are painted, where one of them with black on it is over the ink limit of
    the page; where none is, as on most pages, nothing is remembered."""

    def __init__(self, scene: Scene) -> None:
        fills = {item.fill for item in flat(scene.items) if isinstance(item, Path) and item.fill is not None}
        limit = scene.press.ink
        heavy = any(upon(inks_of(BLACK), inks_of(fill)).total > limit for fill in fills)
        self._kept = heavy and bool(scene.press.standards)  # a plain file does not overprint
        self._laid: list[tuple[Rect, Colour]] = []

    def lay(self, path: Path, place: Rect) -> None:
        """Paint a shape."""
        if self._kept and path.fill is not None and sum(op[0] == "M" for op in path.ops) == 1:
            numbers = [[int(value) for value in op[1:]] for op in path.ops]
            if is_full([pair for op in numbers for pair in zip(op[::2], op[1::2])]):
                self._laid.append((place, path.fill))

    def under(self, colour: Colour | None, x: Emu, y: Emu) -> Inks:
        """What type or a line of `colour` overprints at a place: black does, all else knocks out."""
        if self._kept and colour == BLACK:
            for place, fill in reversed(self._laid):
                if place.x <= x < place.right and place.y <= y < place.bottom:
                    return inks_of(fill)
        return NO_INK


def _letters(alike: list[GlyphRun], under: Inks) -> Letters:
    first = alike[0]
    area = Rect(first.x, first.y - first.size, first.size, first.size)
    count = sum(len(run.glyphs) for run in alike)
    words = "".join("".join(run.texts) for run in alike[:WORDS])[:WORDS]
    return Letters(first.size, inks_of(first.colour), area, count, words, first.tag, under)


def _strokes(drawn: list[tuple[Rule | Path, Inks]]) -> Iterator[Stroke]:
    found: dict[tuple[Emu, Colour, str, Inks], list[Rule | Path]] = {}
    for item, under in drawn:
        colour = item.colour if isinstance(item, Rule) else item.stroke
        if colour is not None:
            found.setdefault((item.weight, colour, item.tag.block, under), []).append(item)
    for (weight, colour, _, under), alike in found.items():
        yield Stroke(weight, inks_of(colour), _around(alike[0]), len(alike), alike[0].tag, under)


def _tints(drawn: list[tuple[Rule | Path, Inks]]) -> Iterator[Tint]:
    found: dict[tuple[Colour, str], list[Path]] = {}
    for item, _ in drawn:
        if isinstance(item, Path) and item.fill is not None:
            found.setdefault((item.fill, item.tag.block), []).append(item)
    for (colour, _), alike in found.items():
        yield Tint(inks_of(colour), _around(alike[0]), len(alike), alike[0].tag)


def _around(item: Rule | Path) -> Rect:
    if isinstance(item, Rule):
        x, y = min(item.x1, item.x2), min(item.y1, item.y2)
        return Rect(x, y, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
    numbers = [[int(value) for value in op[1:]] for op in item.ops if len(op) > 1]
    return bounds(Rect(x, y, 0, 0) for op in numbers for x, y in zip(op[::2], op[1::2]))


def _photos(pictures: list[Picture], plans: Mapping[str, PicturePlan]) -> Iterator[Photo]:
    for picture in pictures:
        plan = plans.get(picture.tag.block)
        shot = next((s for s in plan.shots if s.digest == picture.digest), None) if plan is not None else None
        if plan is not None and shot is not None and not shot.vector:
            across, down = shot.pixels
            ppi = min(across * INCH / picture.image.width, down * INCH / picture.image.height)
            yield Photo(plan.id, ppi, picture.frame, tag=picture.tag)


def fs_type(face: Face) -> int:
    """What the face's maker allows: `fsType` of its OS/2 table (OpenType 1.9), -1 for a face without one."""
    try:
        return int(unpack_from(">H", face.table("OS/2"), 8)[0])
    except StructError:
        return -1
