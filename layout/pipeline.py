"""From the files of a page to the finished page: the table of contents of the whole engine.

YAML ─load→ specs ─resolve→ plan ─compose→ page layout ─build→ scene ─paint→ PDF, PNG, JSON
                                                                └─ preflight ─┘
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from layout.cache import Cache
from layout.diag import Diagnostic, Outcome, Where
from layout.font.library import FontLibrary
from layout.page.compose import compose as compose_page
from layout.page.types import StoryFit
from layout.preflight.runner import check_make_up, check_page
from layout.press import Standard
from layout.resolve.families import read_fonts
from layout.resolve.plan import resolve
from layout.resolve.types import PagePlan
from layout.scene.build import build
from layout.scene.items import Scene
from layout.spec.load import Loaded, load
from layout.world import FileWorld

__all__ = ["Composed", "Rendered", "check", "compose", "load", "paint", "render"]


class Composed(Struct, frozen=True):
    """A page ready to be painted, how its stories fit, and every finding on the way."""

    scene: Scene
    fonts: FontLibrary
    fits: tuple[StoryFit, ...]
    diagnostics: tuple[Diagnostic, ...]
    loaded: Loaded
    plan: PagePlan


class Rendered(Struct, frozen=True):
    """A page's files by format ("pdf", "png", "json"), what was composed, and all findings, those of writing
    the files among them."""

    files: dict[str, bytes]
    composed: Composed
    diagnostics: tuple[Diagnostic, ...] = ()


def compose(
    spec: str,
    world: FileWorld,
    font_paths: Sequence[str] = (),
    standards: Sequence[Standard] | None = None,
    library: FontLibrary | None = None,
    make_up: bool = False,
) -> Composed:
    """Compose the page that the spec at path `spec` describes; its file is to keep `standards`, where given,
    in place of the theme's. `library`, an earlier page's fonts, serves again if this page's are the same. The rules
    of make-up are asked for what the theme takes for an error; with `make_up` all of them are.

    Raises `SpecError` where the spec can't be understood; all else is in the diagnostics.
    """
    loaded = load(spec, world, font_paths=tuple(font_paths))
    fonts = read_fonts(loaded.theme)
    if library is None or (library.families, library.sources) != (fonts.value.families, fonts.value.sources):
        library = FontLibrary(fonts.value.families, fonts.value.sources)
    plan = resolve(loaded.page, loaded.theme, world, standards)
    page = compose_page(plan.value, library)
    scene = build(page.value, plan.value)
    preflight = check_page(scene, plan.value, library, loaded)
    preflight += _of_make_up(scene, plan.value, loaded, every=make_up)
    found = (*loaded.diagnostics, *fonts.diagnostics, *plan.diagnostics, *page.diagnostics, *preflight)
    told = judged(found, loaded)
    return Composed(scene, library, page.value.fits, told, loaded, plan.value)


def _of_make_up(scene: Scene, plan: PagePlan, loaded: Loaded, *, every: bool) -> tuple[Diagnostic, ...]:
    """Findings of make-up: those that the theme takes for errors, or `every` one."""
    errors = {
        code for code, severity in loaded.theme.checks.items() if severity == "error" and code[:2] == "P4"
    }
    if not errors and not every:
        return ()
    return check_make_up(scene, plan, loaded, None if every else errors)


def judged(
    found: tuple[Diagnostic, ...], loaded: Loaded, before: tuple[Diagnostic, ...] = ()
) -> tuple[Diagnostic, ...]:
    """The findings as severe as the theme's `check` says. What it turns off, what a comment in the documents
    lets be, and what follows from another finding, here or `before`, is left out."""
    if not found:
        return found
    from layout.spec.comments import unless_ignored

    checks = loaded.theme.checks
    own = (d for d in found if not _follows(d, (*before, *found)))
    said = ((d, checks.get(d.code, d.severity)) for d in unless_ignored(own, loaded.sources))
    told = tuple(replace(d, severity=severity) for d, severity in said if severity != "off")
    if any(d.code in ("F002", "F003") for d in told):
        return told
    return tuple(d for d in told if d.code not in ("F033", "F035"))  # who minds no white wants no advice


def _follows(found: Diagnostic, others: tuple[Diagnostic, ...]) -> bool:
    """Whether a head that is told to be too wide (T301) is told of once more, as too near or outside the page."""
    place = found.where.document, found.where.path
    return found.code in ("P403", "P404") and any(
        other.code == "T301" and (other.where.document, other.where.path) == place for other in others
    )


def paint(
    composed: Composed, formats: Sequence[str], world: FileWorld, *, ppi: int, epoch: int | None
) -> dict[str, bytes]:
    """The page in each of `formats`."""
    return painted(composed, formats, world, ppi=ppi, epoch=epoch).value


def painted(
    composed: Composed,
    formats: Sequence[str],
    world: FileWorld,
    *,
    ppi: int,
    epoch: int | None,
    cache: Cache | None = None,
) -> Outcome[dict[str, bytes]]:
    """The page in each of `formats`, and what was found in writing it. A PNG is the PDF rasterised, so that
    there is one painter of record. `cache` keeps converted pictures."""
    files: dict[str, bytes] = {}
    found: tuple[Diagnostic, ...] = ()
    if "json" in formats:
        from layout.scene.codec import dump
        from layout.scene.portable import portable

        folder = str(Path(composed.loaded.page.document).parent)
        files["json"] = dump(portable(composed.scene, folder))
    if "pdf" in formats or "png" in formats:
        from layout.backends.pdf import write as pdf

        done = pdf((composed.scene,), composed.fonts, world, epoch=epoch, cache=cache)
        files["pdf"] = done.value
        found = tuple(placed(d, composed.loaded) for d in done.diagnostics)
    if "png" in formats:
        from layout.backends.png import render as png

        files["png"] = png(files["pdf"], ppi)
    return Outcome({name: files[name] for name in formats}, judged(found, composed.loaded))


def placed(found: Diagnostic, loaded: Loaded) -> Diagnostic:
    """A finding about a page's file, where it was written what the file is made of: a picture's file, else the
    theme's `print`."""
    page = loaded.page
    owners = [(p, "file") for p in page.pictures.values()]
    owners += [(p, "file") for story in page.stories.values() for p in story.pictures.values()]
    owners += [(block.file, block.kind) for block in page.blocks.values() if block.file is not None]
    for picture, key in owners:
        files = {picture.file: picture.written, **dict(picture.more)}
        if found.where.document in files:
            where = Where(picture.document, (*picture.path, key))
            return replace(found, where=where, facts={**found.facts, "file": files[found.where.document]})
    return replace(found, where=Where(loaded.theme.document, ("print",)))


def render(
    spec: str,
    world: FileWorld,
    *,
    formats: Sequence[str] = ("pdf",),
    ppi: int = 100,
    epoch: int | None = None,
    font_paths: Sequence[str] = (),
    standards: Sequence[Standard] | None = None,
    cache: Cache | None = None,
    library: FontLibrary | None = None,
    make_up: bool = False,
    proof: Literal["zh", "en"] | None = None,
) -> Rendered:
    """The page at path `spec` in each of `formats`, with its findings. `library` and `make_up` as for `compose`.
    `proof`: its files are those of a proof in that language, with what there is to say of the page's make-up."""
    composed = compose(spec, world, font_paths, standards, library, make_up=make_up or proof is not None)
    shown = composed
    if proof:
        from layout.proof.sheet import proof_of

        c = composed
        sheet = proof_of(c.scene, c.plan, c.fits, c.diagnostics, c.fonts, c.loaded.sources, proof)
        shown = replace(composed, scene=sheet)
    done = painted(shown, formats, world, ppi=ppi, epoch=epoch, cache=cache)
    return Rendered(done.value, composed, (*composed.diagnostics, *done.diagnostics))


def check(
    spec: str,
    world: FileWorld,
    *,
    font_paths: Sequence[str] = (),
    standards: Sequence[Standard] | None = None,
) -> Rendered:
    """All findings of the page at path `spec`: those of a render, those of looking into the finished PDF, which
    nobody keeps, and what normalisation changed in the copy."""
    from layout.edit.normalised import listed
    from layout.preflight.runner import check_made

    done = render(spec, world, font_paths=font_paths, standards=standards)
    c, told = done.composed, {found.code for found in done.diagnostics}
    found = check_made(done.files["pdf"], c.scene, c.plan, c.fonts, c.loaded, told) + listed(c.loaded)
    return Rendered({}, c, (*done.diagnostics, *judged(found, c.loaded, done.diagnostics)))
