"""Pictures: another one, another part of it, another resolution."""

from collections.abc import Callable

from msgspec.structs import replace

from layout.compare.types import Change, Proof, Shot
from layout.diag import Fact
from layout.geometry import Rect
from layout.units import INCH, to_mm

ReadBytes = Callable[[str], bytes]
SMALL = 24  # pixels a side of the copies by which two files are told to be one picture
ALIKE = 10  # grey levels that such copies may differ by on average
SLACK = 5  # per mille of a picture: a crop that differs by less is the same


def picture_changes(a: Proof, b: Proof, page: str, read: ReadBytes) -> list[Change]:
    """What changed of the pictures that stand in the same block, in order; those without a partner come or go."""
    found: list[Change] = []
    ours, theirs = _by_block(a), _by_block(b)
    names = {place.block: place.picture for place in (*a.facts.places, *b.facts.places) if place.picture}
    for block in dict.fromkeys((*theirs, *ours)):
        before, after = ours.get(block, []), theirs.get(block, [])
        for old, new in zip(before, after):
            found += _one(old, new, names.get(block, new.name), page, read)
        for new in after[len(before) :]:
            found.append(_alone("D605", new, names.get(block, new.name), page, (), (new.frame,)))
        for old in before[len(after) :]:
            found.append(_alone("D606", old, names.get(block, old.name), page, (old.frame,), ()))
    return found


def _by_block(proof: Proof) -> dict[str, list[Shot]]:
    found: dict[str, list[Shot]] = {}
    for shot in proof.shots:
        found.setdefault(shot.block, []).append(shot)
    return found


def _alone(
    code: str, shot: Shot, name: str, page: str, before: tuple[Rect, ...], after: tuple[Rect, ...]
) -> Change:
    block = shot.block.removesuffix("~")
    facts: dict[str, Fact] = {"subject": name, "file": shot.name}
    return Change("picture", code, page, name, block, facts, before, after)


def _one(old: Shot, new: Shot, name: str, page: str, read: ReadBytes) -> list[Change]:
    found: list[Change] = []
    facts: dict[str, Fact] = {"subject": name, "old_file": old.name, "file": new.name}
    change = Change("picture", "D601", page, name, new.block, facts, (old.frame,), (new.frame,))
    if old.digest != new.digest:
        before, after = _pixels(old, read), _pixels(new, read)
        if not (before and after and _alike(old, new, read)):
            found.append(change)
        else:
            facts = {**facts, "old_ppi": ppi(old, before), "ppi": ppi(new, after)}
            code = "D603" if before != after else "D604"
            found.append(replace(change, code=code, facts=facts))
    if _size(old.frame) == _size(new.frame):
        crop = _cropped(old, new)
        if crop is not None and (not found or found[0].code != "D601"):
            found.append(replace(change, code="D602", facts={**facts, "dx": crop[0], "dy": crop[1]}))
    return found


def ppi(shot: Shot, pixels: tuple[int, ...]) -> int:
    """Pixels to the inch of a picture as it is placed."""
    return round(pixels[0] * INCH / shot.image.width) if shot.image.width else 0


def _size(rect: Rect) -> tuple[int, int]:
    return rect.width, rect.height


def _cropped(old: Shot, new: Shot) -> tuple[float, float] | None:
    """By how many millimetres the picture was slid behind its frame (0, 0: it was enlarged or reduced); None
    if it was not."""
    before, after = _inside(old), _inside(new)
    if all(abs(x - y) <= SLACK for x, y in zip(before, after)):
        return None
    dx = (new.image.x - new.frame.x) - (old.image.x - old.frame.x)
    dy = (new.image.y - new.frame.y) - (old.image.y - old.frame.y)
    same_size = _size(old.image) == _size(new.image)
    return (round(to_mm(dx), 1), round(to_mm(dy), 1)) if same_size else (0.0, 0.0)


def _inside(shot: Shot) -> tuple[int, ...]:
    """The whole picture's place in terms of its frame, per mille."""
    frame, image = shot.frame, shot.image
    wide, high = max(1, frame.width), max(1, frame.height)
    return (
        (image.x - frame.x) * 1000 // wide,
        (image.y - frame.y) * 1000 // high,
        image.width * 1000 // wide,
        image.height * 1000 // high,
    )


def _pixels(shot: Shot, read: ReadBytes) -> tuple[int, ...]:
    """The picture's size in pixels, from its file's header; () where there is no such file any more."""
    if shot.pixels or not shot.source:
        return shot.pixels
    from layout.picture import PictureError, picture_facts

    try:
        return picture_facts(read(shot.source)).shown
    except (OSError, PictureError):
        return ()


def _alike(old: Shot, new: Shot, read: ReadBytes) -> bool:
    """Whether two files show the same picture, by small grey copies of them."""
    if not (old.source and new.source):
        return False
    one, other = _small(read(old.source)), _small(read(new.source))
    return sum(abs(x - y) for x, y in zip(one, other)) <= ALIKE * SMALL * SMALL


def _small(data: bytes) -> bytes:
    from io import BytesIO

    from PIL import Image, ImageOps

    with Image.open(BytesIO(data)) as image:
        image.draft("L", (8 * SMALL, 8 * SMALL))
        return bytes(ImageOps.exif_transpose(image).convert("L").resize((SMALL, SMALL)).tobytes())
