"""`layout check`: every finding, no file."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from layout.cli.language import language
from layout.cli.options import add_judging, add_standard, parser, pick, refused, settle, tell
from layout.cli.pages import is_corrections, made_of, pages
from layout.cli.together import each
from layout.diag import Diagnostic, SpecError, Where
from layout.pipeline import check
from layout.spec.source_map import SourceMap
from layout.world import FileWorld

if TYPE_CHECKING:
    from layout.cli.judging import Gathered

NO_SOURCES = SourceMap({}, {}, {}, {})


def run(words: list[str]) -> int:
    """Check each page as a render would and look into its finished PDF, write nothing; check each PDF as it is, or
    as one that is to keep `--standard`; see that a list of corrections can be read; the worst exit status of all."""
    made = parser(
        "check",
        "检查版面或 PDF，列出全部问题，不写文件。",
        "Check pages or PDFs: all findings, no file.",
        words,
    )
    zh, en = "版面文件（*.page.yaml）、目录，或任何 PDF", "page specs (*.page.yaml), folders, or any PDF"
    made.add_argument("spec", nargs="+", help=pick(words, zh, en))
    zh = "写的是稿件、主题、图片等：检查用到它们的版面"
    en = "the files are stories, themes, pictures: check the pages that they are used on"
    made.add_argument("--using", action="store_true", help=pick(words, zh, en))
    add_standard(made, words)
    add_judging(made, words)
    add_fixing(made, words)
    room = pick(
        words, "列出每篇稿子能排几行、多少字", "tell how many lines and characters each story has room for"
    )
    made.add_argument("--capacity", action="store_true", help=room)
    options = made.parse_args(words)
    options.spec = _asked(options, made, words)
    if options.fix:
        from layout.cli.fixing import fix

        fix(options, words)
    options.gathered, options.fits = [], []
    worst = 0
    try:
        for checked in _each(options, words):
            worst = max(worst, checked.status)
            options.gathered += checked.gathered
            options.fits += checked.fits
            for line in checked.said:
                print(line)
    finally:
        settle(options, words)
    return worst


def add_fixing(made: ArgumentParser, words: list[str]) -> None:
    """Give the command the options of `--fix`."""
    group = made.add_argument_group(pick(words, "改", "setting right"))
    for name, zh, en in (
        ("--fix", "改能放心改的（全角冒号、来稿标点……），先显示再问", "set right what is safe; shown first"),
        ("--dry-run", "只显示要改什么", "only show what would change"),
        ("--yes", "不问，直接改", "don't ask"),
    ):
        group.add_argument(name, action="store_true", help=pick(words, zh, en))


def _asked(options: Namespace, made: ArgumentParser, words: list[str]) -> list[str]:
    """What is to be checked: files as they are named, the pages of a folder, or those made of the files named."""
    if not options.using:
        return list(pages(options.spec, made, words))
    return [*filter(is_corrections, options.spec), *made_of(options.spec)]


class _Checked(Struct):
    """What came of one file: its exit status, its findings and how its stories fit, for the report, and what is said
    at once."""

    status: int
    gathered: "list[Gathered]"
    fits: list[dict[str, Any]]
    said: list[str]


def _each(options: Namespace, words: list[str]) -> Iterator[_Checked]:
    """All files checked, in their order; several share the processors."""

    def checked(name: str) -> _Checked:
        own = Namespace(**vars(options))
        own.gathered, own.fits, own.said = [], [], []
        status = _way(name)(name, own, words)
        return _Checked(status, own.gathered, own.fits, own.said)

    return each(checked, options.spec)


def _way(name: str) -> Callable[[str, Namespace, list[str]], int]:
    """How a file is checked, by its kind."""
    if name.lower().endswith(".pdf"):
        return _pdf
    return _corrections if is_corrections(name) else _page


def _page(spec: str, options: Namespace, words: list[str]) -> int:
    try:
        done = check(spec, FileWorld(), font_paths=options.font_path, standards=options.standard)
    except SpecError as error:
        return refused(error, spec, options, words)
    if options.capacity or options.report == "json":
        from layout.report import fits

        rows = fits.rows(spec, done.composed.fits)
        options.fits += rows
        if options.report != "json":
            options.said += (fits.told(row, zh=language(words) == "zh") for row in rows)
    return tell(done.diagnostics, done.composed.loaded.sources, options, words)


def _corrections(name: str, options: Namespace, words: list[str]) -> int:
    """Whether a list for `layout diff --expect` can be read."""
    from layout.compare.corrections import read_corrections

    try:
        read_corrections(name)
    except SpecError as error:
        return refused(error, name, options, words)
    return 0


def _pdf(name: str, options: Namespace, words: list[str]) -> int:
    """The rules of files on a PDF, ours or not."""
    from layout.preflight.limits import limits_of
    from layout.preflight.runner import check_file
    from layout.press import Print

    kind, _ = FileWorld().kind(name)
    if kind != "file":
        code = "S001" if kind == "missing" else "S002"
        tell([Diagnostic(code, "error", Where(name), {"file": name})], NO_SOURCES, options, words)
        return 2
    try:
        limits = None if options.standard is None else limits_of(Print(standards=options.standard))
        found = check_file(FileWorld().read_bytes(name), name, limits)
    except OSError:
        tell([Diagnostic("S009", "error", Where(name), {"file": name})], NO_SOURCES, options, words)
        return 2
    return tell(found, NO_SOURCES, options, words)
