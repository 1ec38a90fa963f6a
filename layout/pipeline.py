"""From the files of a page to the finished page: the table of contents of the whole engine.

YAML ─load→ specs ─resolve→ plan ─compose→ page layout ─build→ scene ─paint→ PDF, PNG, JSON
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Diagnostic
from layout.font.library import FontLibrary
from layout.page.compose import compose as compose_page
from layout.page.types import StoryFit
from layout.resolve.families import read_fonts
from layout.resolve.plan import resolve
from layout.scene.build import build
from layout.scene.items import Scene
from layout.spec.load import Loaded, load
from layout.world import FileWorld

__all__ = ["Composed", "Rendered", "compose", "load", "paint", "render"]


class Composed(Struct, frozen=True):
    """A page ready to be painted, how its stories fit, and every finding on the way."""

    scene: Scene
    fonts: FontLibrary
    fits: tuple[StoryFit, ...]
    diagnostics: tuple[Diagnostic, ...]
    loaded: Loaded


class Rendered(Struct, frozen=True):
    """A page's files by format ("pdf", "png", "json") and what was composed."""

    files: dict[str, bytes]
    composed: Composed


def compose(spec: str, world: FileWorld, font_paths: Sequence[str] = ()) -> Composed:
    """Compose the page that the spec at path `spec` describes.

    Raises `SpecError` where the spec can't be understood; all else is in the diagnostics.
    """
    loaded = load(spec, world, font_paths=tuple(font_paths))
    fonts = read_fonts(loaded.theme)
    library = FontLibrary(fonts.value.families, fonts.value.sources)
    plan = resolve(loaded.page, loaded.theme, world)
    page = compose_page(plan.value, library)
    found = (*loaded.diagnostics, *fonts.diagnostics, *plan.diagnostics, *page.diagnostics)
    told = judged(found, loaded.theme.checks)
    return Composed(build(page.value), library, page.value.fits, told, loaded)


def judged(found: tuple[Diagnostic, ...], checks: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The findings as severe as the theme's `check` says; what it turns off is left out."""
    if not checks:
        return found
    said = ((d, checks.get(d.code, d.severity)) for d in found)
    return tuple(replace(d, severity=severity) for d, severity in said if severity != "off")


def paint(
    composed: Composed, formats: Sequence[str], world: FileWorld, *, ppi: int, epoch: int | None
) -> dict[str, bytes]:
    """The page in each of `formats`. A PNG is the PDF rasterised, so that there is one painter of record."""
    files: dict[str, bytes] = {}
    if "json" in formats:
        from layout.scene.codec import dump

        files["json"] = dump(composed.scene)
    if "pdf" in formats or "png" in formats:
        from layout.backends.pdf import render as pdf

        files["pdf"] = pdf((composed.scene,), composed.fonts, world, epoch=epoch)
    if "png" in formats:
        from layout.backends.png import render as png

        files["png"] = png(files["pdf"], ppi)
    return {name: files[name] for name in formats}


def render(
    spec: str,
    world: FileWorld,
    *,
    formats: Sequence[str] = ("pdf",),
    ppi: int = 100,
    epoch: int | None = None,
    font_paths: Sequence[str] = (),
) -> Rendered:
    """The page at path `spec` in each of `formats`, with its findings."""
    composed = compose(spec, world, font_paths)
    return Rendered(paint(composed, formats, world, ppi=ppi, epoch=epoch), composed)
