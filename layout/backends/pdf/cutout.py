"""Pictures with transparency over a tint: their soft edges are mixed with it, and what is not theirs is left out by a
stencil (ISO 32000-1, 8.9.6.3), which no standard forbids."""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import compress

from msgspec import Struct

from layout.geometry import Rect
from layout.picture import PictureError, cut_out, picture_facts
from layout.scene.items import Item, Path, Picture, flat
from layout.style import PAPER, Colour
from layout.world import World

if TYPE_CHECKING:
    from layout.backends.pdf.image import Inks

MODES = {"L": "grey", "RGB": "rgb", "CMYK": "cmyk"}


class CutOut(Struct, frozen=True):
    """A picture on its ground, and the stencil that leaves out what is transparent; both deflated."""

    width: int
    height: int
    space: str
    pixels: bytes
    stencil: bytes


def grounds_of(items: Iterable[Item], world: World) -> dict[Picture, Colour]:
    """The tint that shows through each picture with transparency: the last one that is painted behind it."""
    found: dict[Picture, Colour] = {}
    fills: list[tuple[Rect, Colour]] = []
    for item in flat(items):
        match item:
            case Path(fill=Colour() as fill):
                fills.append((_bounds(item), fill))
            case Picture():
                behind = [fill for rect, fill in fills if rect.overlaps(item.frame)]
                if behind and behind[-1] != PAPER:
                    found[item] = behind[-1]
    return {picture: ground for picture, ground in found.items() if _shows_through(picture, world)}


def _shows_through(picture: Picture, world: World) -> bool:
    try:
        return picture_facts(world.read_bytes(picture.source)).alpha
    except PictureError:
        return False


def cut(
    data: bytes, digest: str, size: tuple[int, int] | None, ground: Colour, inks: "Inks | None"
) -> CutOut:
    """The picture file `data` on `ground`, in press inks if there are any, from their cache if it has it. Raises
    `PictureError` and `ProfileError`."""
    if inks is None:
        return _made(data, size, ground, None)
    from layout.colour import METHOD

    by = sha256(inks.profile).hexdigest()
    key = sha256(f"{METHOD} cut {digest} {size} {by} {ground.cmyk}".encode()).hexdigest()
    kept = inks.cache.get(key)
    if kept is None:
        done = _made(data, size, ground, inks)
        head = f"{done.width} {done.height} {done.space} {len(done.pixels)}\n"
        inks.cache.put(key, head.encode() + done.pixels + done.stencil)
        return done
    line, _, content = kept.partition(b"\n")
    width, height, space, length = line.decode().split()
    return CutOut(int(width), int(height), space, content[: int(length)], content[int(length) :])


def _made(data: bytes, size: tuple[int, int] | None, ground: Colour, inks: "Inks | None") -> CutOut:
    from PIL import Image

    colours, covered, own = cut_out(data, size)
    if inks is not None:
        from layout.colour import in_inks
        from layout.profiles import inflated

        colours = in_inks(colours, own, inflated(inks.profile) if inks.deflated else inks.profile)
    if colours.mode == "L" and any(ground.cmyk[:3]):
        from PIL.ImageChops import invert

        none = Image.new("L", colours.size)
        colours = Image.merge("CMYK", (none, none, none, invert(colours)))
    behind = Image.new(colours.mode, colours.size, _in_mode(ground, colours.mode))
    behind.paste(colours, None, covered)
    stencil = covered.point(lambda value: 0 if value else 255).convert("1")  # 1: left out
    mode = MODES[colours.mode]
    return CutOut(*behind.size, mode, compress(behind.tobytes(), 6), compress(stencil.tobytes(), 6))


def _in_mode(ground: Colour, mode: str) -> tuple[int, ...]:
    """A colour in thousandths of ink as a pixel."""
    cyan, magenta, yellow, black = ground.cmyk
    if mode == "CMYK":
        return tuple(round(ink * 255 / 1000) for ink in ground.cmyk)
    light = 1000 - black
    return tuple(
        round((1000 - ink) * light * 255 / 1_000_000)
        for ink in ((0,) if mode == "L" else (cyan, magenta, yellow))
    )


def _bounds(path: Path) -> Rect:
    xs = [int(n) for _, *places in path.ops for n in places[::2]]
    ys = [int(n) for _, *places in path.ops for n in places[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else Rect(0, 0, 0, 0)
