"""Pages for the press, composed once: the showcases and the examples, for any standard."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from layout.backends.pdf import write
from layout.diag import Outcome
from layout.pipeline import Composed, compose
from layout.press import Mark, Standard
from layout.scene.items import GlyphRun, Group, Item, Scene
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
SHOWCASE = "pages/hedong/03"
SUFFIX = ".page.yaml"


def _pages(folder: str) -> tuple[str, ...]:
    found = sorted((ROOT / folder).rglob(f"*{SUFFIX}"))
    return tuple(str(path.relative_to(ROOT)).removesuffix(SUFFIX) for path in found)


SHOWCASES, EXAMPLES = _pages("pages"), _pages("examples")
CLAIMS: tuple[tuple[Standard, ...], ...] = (
    (),
    ("pdf/x-4",),
    ("pdf/x-1a",),
    ("pdf/a-2b",),
    ("pdf/a-2a", "pdf/ua-1"),
    ("pdf/x-4", "pdf/a-2a", "pdf/ua-1"),
)
CLAIMED = CLAIMS[1:]

# All showcases in all standards; the examples in the oldest, and in all that one file can keep.
MATRIX = (
    *((name, standards) for name in SHOWCASES for standards in CLAIMED),
    *((name, standards) for name in EXAMPLES for standards in (("pdf/x-1a",), CLAIMED[-1])),
)


@cache
def composed(name: str) -> Composed:
    return compose(f"{ROOT / name}{SUFFIX}", FileWorld())


def scene_of(name: str, standards: tuple[Standard, ...], marks: tuple[Mark, ...] = ()) -> Scene:
    scene = composed(name).scene
    return replace(scene, press=replace(scene.press, standards=standards, marks=marks))


@cache
def printed(name: str, standards: tuple[Standard, ...]) -> Outcome[bytes]:
    return write((scene_of(name, standards),), composed(name).fonts, FileWorld())


def text_of(scene: Scene) -> str:
    """All that is printed, in painting order, spaces left out."""
    return "".join("".join("".join(run.texts).split()) for run in runs(scene.items))


def runs(items: tuple[Item, ...]) -> list[GlyphRun]:
    """All type, that in groups too."""
    found: list[GlyphRun] = []
    for item in items:
        if isinstance(item, GlyphRun):
            found.append(item)
        elif isinstance(item, Group):
            found += runs(item.items)
    return found
