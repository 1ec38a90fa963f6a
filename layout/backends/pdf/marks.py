"""What is printed outside the page: crop and bleed marks, register crosses, a colour bar, the slug line.

All of it lies outside the bleed box, on a sheet that is larger on every side than the page with its bleed.
Marks that every plate must have are in the Separation `All` (ISO 32000-1, 8.6.6.4).
"""

from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.press import Print
from layout.scene.items import GlyphRun, Item, Path, Rule, Scene
from layout.style import BLACK, Colour
from layout.tag import Tag
from layout.units import MM, PT, Emu

CLEAR: Emu = 3 * MM  # from the trimmed page to its marks, or the bleed where that is more, and a little
LENGTH: Emu = 5 * MM
WEIGHT: Emu = PT // 4
PATCH: Emu = 5 * MM
TYPE: Emu = 6 * PT

EVERY_PLATE = Colour((1000, 1000, 1000, 1000), "All")
_TAG = Tag("mark", furniture=True)
_KAPPA = 0.5523

# The bar: each ink in full, the overprints of two, steps of black (GB/T 17934 asks for solids and mid-tones).
_PATCHES = (
    *((1000, 0, 0, 0), (0, 1000, 0, 0), (0, 0, 1000, 0), (0, 0, 0, 1000)),
    *((1000, 1000, 0, 0), (1000, 0, 1000, 0), (0, 1000, 1000, 0)),
    *((0, 0, 0, 750), (0, 0, 0, 500), (0, 0, 0, 250)),
)


def mark_items(scene: Scene, library: FontLibrary, press: Print, version: str) -> tuple[Item, ...]:
    """The marks that `press` asks for, in painting order."""
    trim, bleed = scene.trim, scene.bleed
    clear = max(CLEAR, trim.x - bleed.x) + MM
    items: list[Item] = []
    if "crop" in press.marks:
        items += _corners(trim, clear, LENGTH)
    if "bleed" in press.marks and bleed != trim:
        items += _corners(bleed, clear - (trim.x - bleed.x), LENGTH // 2)
    if "registration" in press.marks:
        out = clear + LENGTH // 2
        middle_x, middle_y = trim.x + trim.width // 2, trim.y + trim.height // 2
        for x, y in (
            (middle_x, trim.y - out),
            (middle_x, trim.bottom + out),
            (trim.x - out, middle_y),
            (trim.right + out, middle_y),
        ):
            items += _cross(x, y)
    if "bar" in press.marks:
        items += _bar(trim.x + LENGTH, trim.bottom + clear)
    if "slug" in press.marks:
        items += _slug(scene, library, version, clear)
    return tuple(items)


def _rule(x1: Emu, y1: Emu, x2: Emu, y2: Emu) -> Rule:
    return Rule(x1, y1, x2, y2, WEIGHT, EVERY_PLATE, tag=_TAG)


def _corners(box: Rect, clear: Emu, long: Emu) -> list[Item]:
    """Two lines at each corner of `box`, in line with its edges, `clear` away from it."""
    items: list[Item] = []
    for x, out in ((box.x, -1), (box.right, 1)):
        for y, down in ((box.y, -1), (box.bottom, 1)):
            items.append(_rule(x + out * clear, y, x + out * (clear + long), y))
            items.append(_rule(x, y + down * clear, x, y + down * (clear + long)))
    return items


def _cross(x: Emu, y: Emu) -> list[Item]:
    """A register cross in a circle."""
    arm, r = LENGTH // 2, LENGTH // 3
    k = round(r * _KAPPA)
    circle: tuple[tuple[str | Emu, ...], ...] = (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )
    return [
        _rule(x - arm, y, x + arm, y),
        _rule(x, y - arm, x, y + arm),
        Path(circle, stroke=EVERY_PLATE, weight=WEIGHT, tag=_TAG),
    ]


def _bar(x: Emu, y: Emu) -> list[Item]:
    """Patches side by side, from the left below the page."""
    items: list[Item] = []
    for number, inks in enumerate(_PATCHES):
        left = x + number * PATCH
        corners = ((left, y), (left + PATCH, y), (left + PATCH, y + PATCH), (left, y + PATCH))
        ops = (*(("ML"[i > 0], *corner) for i, corner in enumerate(corners)), ("Z",))
        items.append(Path(ops, fill=Colour(inks), tag=_TAG))
    return items


def _slug(scene: Scene, library: FontLibrary, version: str, clear: Emu) -> list[Item]:
    """What the page is: paper, date, number (the page's title), who made it, and the hash of the page as set,
    by which two proofs can be told apart."""
    from hashlib import sha256

    from layout.scene.codec import dump
    from layout.scene.portable import nameless

    said = f"{scene.meta.title}  {version}  {sha256(dump(nameless(scene))).hexdigest()[:12]}"
    x, y = scene.trim.x + LENGTH, scene.trim.y - clear - LENGTH // 2
    items: list[Item] = []
    family = next(iter(library.families), "")
    for char in said if family else "":
        face = library.choose(family, char)
        if face is None:
            continue
        glyph = face.glyph(char)
        items.append(GlyphRun(face.id, TYPE, x, y, (glyph,), (0,), (char,), BLACK, tag=_TAG))
        x += face.advance(glyph) * TYPE // face.upem
    return items
