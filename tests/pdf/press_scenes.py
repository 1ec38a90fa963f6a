"""Pages for the press, composed once: the showcase and small examples, for any standard."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from layout.backends.pdf import write
from layout.diag import Outcome
from layout.pipeline import Composed, compose
from layout.press import Mark, Standard
from layout.scene.items import GlyphRun, Scene
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
SHOWCASE = "pages/hedong/03"
PAGES = (
    SHOWCASE,
    "pages/hedong/01",
    "pages/hedong/08",
    "examples/picture",
    "examples/styles",
    "examples/vertical",
)
CLAIMS: tuple[tuple[Standard, ...], ...] = (
    (),
    ("pdf/x-4",),
    ("pdf/x-1a",),
    ("pdf/a-2b",),
    ("pdf/a-2a", "pdf/ua-1"),
    ("pdf/x-4", "pdf/a-2a", "pdf/ua-1"),
)


@cache
def composed(name: str) -> Composed:
    return compose(str(ROOT / f"{name}.page.yaml"), FileWorld())


def scene_of(name: str, standards: tuple[Standard, ...], marks: tuple[Mark, ...] = ()) -> Scene:
    scene = composed(name).scene
    return replace(scene, press=replace(scene.press, standards=standards, marks=marks))


@cache
def printed(name: str, standards: tuple[Standard, ...]) -> Outcome[bytes]:
    return write((scene_of(name, standards),), composed(name).fonts, FileWorld())


def text_of(scene: Scene) -> str:
    """All that is printed, in painting order, spaces left out."""
    runs = (item for item in scene.items if isinstance(item, GlyphRun))
    return "".join("".join("".join(run.texts).split()) for run in runs)
