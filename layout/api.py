"""The public interface: pages loaded, composed, rendered, checked and compared.

What there is to say about a page comes with the result, never as an exception: a wrong spec gives a result without
a page, with the findings that say why. Paths are `str` or `Path`; `world` is where files come from, this machine's
unless given. Words are English unless `lang` is "zh".
"""

from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from typing import Any, TypeAlias

from msgspec import Struct

from layout import pipeline
from layout.compare.run import Options
from layout.compare.run import Result as Compared
from layout.diag import Diagnostic, Fact, Severity, SpecError
from layout.page.types import StoryFit
from layout.press import Standard
from layout.report.said import Lang, say
from layout.scene.items import Scene
from layout.spec.load import load as load_spec
from layout.spec.model import PageSpec, ThemeSpec
from layout.spec.source_map import SourceMap
from layout.world import FileWorld

SpecPath: TypeAlias = str | PathLike[str]


class Finding(Struct, frozen=True):
    """Something to say about a page: its code (`layout explain CODE`), how bad it is, the sentence and what to do,
    the file, line and column (from 1; 0 where no place is known), and the facts that the sentence was made of."""

    code: str
    severity: Severity
    message: str
    hint: str
    file: str
    line: int
    column: int
    facts: Mapping[str, Fact]

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.severity} {self.code}: {self.message}"


class Result(Struct, frozen=True):
    """What came of a page. `page` and `theme` are None where the spec is wrong, `scene` also where it was not asked
    for. `fits` says how each story fits, `files` are the finished files by format."""

    findings: tuple[Finding, ...]
    page: PageSpec | None = None
    theme: ThemeSpec | None = None
    scene: Scene | None = None
    fits: tuple[StoryFit, ...] = ()
    files: Mapping[str, bytes] = {}

    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
        return all(finding.severity != "error" for finding in self.findings)


def load(
    spec: SpecPath, *, world: FileWorld | None = None, font_paths: Sequence[SpecPath] = (), lang: Lang = "en"
) -> Result:
    """The page file `spec` with its stories and themes, read and looked through but not set."""
    try:
        loaded = load_spec(fspath(spec), world or FileWorld(), font_paths=tuple(map(str, font_paths)))
    except SpecError as error:
        return _refused(error, lang)
    return Result(_findings(loaded.diagnostics, loaded.sources, lang), loaded.page, loaded.theme)


def compose(
    spec: SpecPath, *, world: FileWorld | None = None, font_paths: Sequence[SpecPath] = (), lang: Lang = "en"
) -> Result:
    """The page set, as a scene."""
    try:
        done = pipeline.compose(fspath(spec), world or FileWorld(), tuple(map(str, font_paths)))
    except SpecError as error:
        return _refused(error, lang)
    return _result(done, done.diagnostics, {}, lang)


def render(
    spec: SpecPath,
    formats: Sequence[str] = ("pdf",),
    *,
    ppi: int = 100,
    epoch: int | None = None,
    standards: Sequence[Standard] | None = None,
    world: FileWorld | None = None,
    font_paths: Sequence[SpecPath] = (),
    lang: Lang = "en",
) -> Result:
    """The page's files in each of `formats` ("pdf", "png", "json"), as bytes. `ppi` is a PNG's resolution, `epoch`
    the date in the file (seconds since 1970; the page's own date without it), `standards` what the PDF is to keep in
    place of what the theme says. ValueError for an unknown format."""
    unknown = set(formats) - {"pdf", "png", "json"}
    if unknown:
        raise ValueError(f"no such format: {', '.join(sorted(unknown))}")
    try:
        done = pipeline.render(
            fspath(spec),
            world or FileWorld(),
            formats=formats,
            ppi=ppi,
            epoch=epoch,
            font_paths=tuple(map(str, font_paths)),
            standards=standards,
        )
    except SpecError as error:
        return _refused(error, lang)
    return _result(done.composed, done.diagnostics, done.files, lang)


def check(
    spec: SpecPath,
    *,
    standards: Sequence[Standard] | None = None,
    world: FileWorld | None = None,
    font_paths: Sequence[SpecPath] = (),
    lang: Lang = "en",
) -> Result:
    """All findings of a page, those of its finished PDF among them; `standards` as for `render`."""
    try:
        done = pipeline.check(
            fspath(spec),
            world or FileWorld(),
            font_paths=tuple(map(str, font_paths)),
            standards=standards,
        )
    except SpecError as error:
        return _refused(error, lang)
    return _result(done.composed, done.diagnostics, {}, lang)


def diff(a: SpecPath, b: SpecPath, **options: Any) -> Compared:
    """What changed between two pages or folders of pages (specs, scene JSON or PDFs): `status` is 0 for the same, 1
    for different, 2 where they can't be compared (`problems` says why). `options` are those of
    `layout.compare.run.Options`."""
    from layout.compare.inputs import leaves
    from layout.compare.run import run
    from layout.compare.types import CantCompare

    try:
        return run(leaves(fspath(a)), leaves(fspath(b)), Options(**options))
    except CantCompare as error:
        return Compared((), problems=(error.problem,))


def _refused(error: SpecError, lang: Lang) -> Result:
    return Result(_findings(error.diagnostics, error.sources, lang))


def _result(
    done: pipeline.Composed, found: tuple[Diagnostic, ...], files: Mapping[str, bytes], lang: Lang
) -> Result:
    findings = _findings(found, done.loaded.sources, lang)
    return Result(findings, done.loaded.page, done.loaded.theme, done.scene, done.fits, files)


def _findings(found: tuple[Diagnostic, ...], sources: SourceMap | None, lang: Lang) -> tuple[Finding, ...]:
    """The findings in words, the worst first."""
    said = sorted((say(one, sources, lang) for one in found), key=lambda s: s.order)
    return tuple(
        Finding(
            s.found.code,
            s.found.severity,
            s.message,
            s.hint,
            s.position.file if s.position else s.found.where.document,
            s.position.line if s.position else 0,
            s.position.column if s.position else 0,
            s.found.facts,
        )
        for s in said
    )
