"""`layout diff`: what changed between two versions of a page."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from layout.cli.language import language
from layout.cli.options import parser, pick
from layout.cli.output import put, unwritten
from layout.compare.git import is_revision, lay_out, merge_base, top_of
from layout.compare.inputs import Leaf, leaves
from layout.compare.types import CAUSES, CantCompare, Problem
from layout.diag import SpecError

if TYPE_CHECKING:
    from layout.compare.run import Options, Result


def run(words: list[str]) -> int:
    """Compare two sides and report: 0 the same, 1 different, 2 not to be compared."""
    made = _parser(words)
    options = made.parse_args(words)
    if options.git_setup:
        from layout.compare.setup import set_up

        return _plainly(lambda: print(set_up(str(Path.cwd()), language(words))), words)
    if options.text:
        from layout.compare.setup import pdf_text

        return _plainly(lambda: print(pdf_text(options.text), end=""), words)
    if not options.sides or (len(options.sides) != 2 and os.path.lexists(options.sides[0])):
        page = f" {options.sides[0]}" if len(options.sides) == 1 else ""
        zh, en = "要写比较的两边", "two sides to compare are needed"
        made.error(pick(words, f"{zh}，如 layout diff HEAD{page}", f"{en}, as in layout diff HEAD{page}"))
    chosen = _chosen(options, made, words)
    try:
        with _workroom() as folder:
            return _compare(options, chosen, folder, words)
    except CantCompare as error:
        return _complain(error.problem, words)


def _plainly(work: Callable[[], object], words: list[str]) -> int:
    """Run something that either works or says why it can't."""
    try:
        work()
    except CantCompare as error:
        return _complain(error.problem, words)
    return 0


def _complain(problem: Problem, words: list[str]) -> int:
    from layout.compare.words import trouble
    from layout.report.excerpt import clean

    print("layout: " + clean("\n".join(trouble(problem, language(words)))), file=sys.stderr)
    return 2


def _parser(words: list[str]) -> ArgumentParser:
    zh, en = (
        "比较两个版面：规范、scene JSON、PDF、目录，或 git 版本（main..HEAD）。",
        "Compare two pages: specs, scene JSONs, PDFs, folders, or git revisions (main..HEAD).",
    )
    made = parser("diff", zh, en, words)
    add = made.add_argument
    add(
        "sides",
        nargs="*",
        metavar="A B",
        help=pick(words, "两边；或 版本..版本 [路径…]", "two sides; or REV..REV [PATH...]"),
    )
    add("--expect", metavar="FILE", help=pick(words, "核对这份校样改动表", "check this list of corrections"))
    add("--html", metavar="FILE", help=pick(words, "写一份可以打开看的报告", "write a report to look at"))
    add("--png", metavar="DIR", help=pick(words, "把标出改动的版面写成图片", "write marked pages as PNG"))
    causes = ", ".join(CAUSES[:-1])
    add(
        "--fail-on",
        metavar="LIST",
        help=pick(words, f"哪些改动算差别，用逗号隔开：{causes}", f"what fails, of {causes}"),
    )
    add("--ignore", metavar="IDS", default="", help=pick(words, "不比这些版块", "leave these blocks out"))
    add(
        "--tolerance",
        metavar="N",
        type=int,
        default=4,
        help=pick(words, "相连的一处差几个像素以内不算（4）", "pixels that an area may differ by (4)"),
    )
    add("--pixels", action="store_true", help=pick(words, "也逐像素比", "compare the pictures too"))
    add(
        "--text", metavar="PDF", help=pick(words, "打印 PDF 的文字，给 git 用", "print a PDF's text, for git")
    )
    add(
        "--git-setup",
        action="store_true",
        help=pick(words, "让 git 会比版面 PDF", "teach git to diff page PDFs"),
    )
    return made


def _chosen(options: Namespace, made: ArgumentParser, words: list[str]) -> "Options":
    from layout.compare.run import DEFAULT_GATES, Options

    gates = DEFAULT_GATES
    if options.fail_on is not None:
        named = [name.strip() for name in options.fail_on.split(",") if name.strip()]
        unknown = [name for name in named if name not in CAUSES]
        if unknown:
            zh = f"--fail-on 里没有 {unknown[0]}，可写 {','.join(CAUSES[:-1])}"
            made.error(pick(words, zh, f"--fail-on knows no {unknown[0]!r}, only {','.join(CAUSES[:-1])}"))
        gates = tuple(cause for cause in CAUSES if cause in named or cause == "expect")
    return Options(
        gates=gates,
        ignore=frozenset(name.strip() for name in options.ignore.split(",") if name.strip()),
        tolerance=options.tolerance,
        pixels=options.pixels or (options.fail_on is not None and "pixels" in gates),
        pictures=bool(options.html or options.png),
        fonts=tuple(options.font_path),
    )


@contextmanager
def _workroom() -> Iterator[Path]:
    """A temporary folder that goes whatever happens: a polite kill ends the work as Ctrl-C does, and neither can
    come between the folder's making and the promise to remove it, nor into its removal."""
    import signal

    stops = {signal.SIGINT, signal.SIGTERM}
    hold = getattr(signal, "pthread_sigmask", lambda how, signals: None)
    block, let = getattr(signal, "SIG_BLOCK", 0), getattr(signal, "SIG_UNBLOCK", 0)
    hold(block, stops)
    before = _on_kill(_interrupt)
    folder = TemporaryDirectory(prefix="layout-diff-")
    try:
        hold(let, stops)
        yield Path(folder.name)
    finally:
        try:
            hold(block, stops)
        finally:
            folder.cleanup()
            _on_kill(before)
            hold(let, stops)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _on_kill(handler: Any) -> Any:
    """Set what a kill does; what it did before. Only a program's main thread may."""
    import signal

    try:
        return signal.signal(signal.SIGTERM, handler)
    except (ValueError, TypeError):
        return None


def _compare(options: Namespace, chosen: "Options", folder: Path, words: list[str]) -> int:
    from layout.cli.together import each
    from layout.compare.run import run as compare

    a, b, revisions = _sides(options.sides, folder)
    corrections = None
    if options.expect:
        from layout.compare.corrections import read_corrections

        try:
            corrections = read_corrections(options.expect)
        except (OSError, UnicodeDecodeError):
            raise CantCompare("D904", file=options.expect) from None
        except SpecError as error:
            from layout.cli.options import tell

            options.report = "human"
            tell(error.diagnostics, error.sources, options, words)
            return 2
    result = compare(a, b, chosen, corrections, revisions=revisions, each=each)
    return _write(result, options, words)


def _write(result: "Result", options: Namespace, words: list[str]) -> int:
    from layout.compare.report import report

    colour = not options.no_color and "NO_COLOR" not in os.environ and sys.stdout.isatty()
    text = report(result, form=options.report, lang=language(words), colour=colour)
    if not (options.quiet and result.status == 0):
        print(text, end="")
    try:
        if options.html:
            from layout.compare.html import page

            put(Path(options.html), page(result, language(words)).encode())
        if options.png:
            from layout.compare.marked import marked_pages

            for name, data in marked_pages(result):
                put(Path(options.png) / name, data)
    except OSError as error:
        print(unwritten(error, error.filename, words), file=sys.stderr)
        return 2
    return result.status


def _sides(named: Sequence[str], folder: Path) -> tuple[Sequence[Leaf], Sequence[Leaf], bool]:
    """The pages of both sides: two paths; `REV..REV`, `REV...REV` or `REV` (against the work tree), with the paths
    to look at."""
    first, *rest = named
    here = str(Path.cwd())
    if not os.path.lexists(first):
        if ".." in first:
            old, dots, new = _range(first)
            if dots == "...":
                old = merge_base(old, new, here)
            trees = lay_out(old, here, folder), lay_out(new, here, folder)
            return (*_of_trees(trees, rest, here), True)
        if is_revision(first, here):
            if len(rest) == 1 and not os.path.lexists(rest[0]) and is_revision(rest[0], here):
                trees = lay_out(first, here, folder), lay_out(rest[0], here, folder)
                return (*_of_trees(trees, (), here), True)
            trees = lay_out(first, here, folder), Path(top_of(here))
            return (*_of_trees(trees, rest, here), True)
    if len(named) != 2:
        raise CantCompare("D904", file=first)
    return leaves(first), leaves(rest[0]), False


def _range(word: str) -> tuple[str, str, str]:
    dots = "..." if "..." in word else ".."
    old, _, new = word.partition(dots)
    return old or "HEAD", dots, new or "HEAD"


def _of_trees(
    trees: tuple[Path, Path], paths: Sequence[str], here: str
) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The pages of two trees of files, all of them or those under `paths` (relative to the current folder). A path
    may be in one of the trees only, not in none."""
    top = top_of(here)
    named = [os.path.relpath(os.path.realpath(path), os.path.realpath(top)) for path in paths] or ["."]
    found: list[tuple[Leaf, ...]] = []
    for tree in trees:
        pages = [leaf for name in named if (tree / name).exists() for leaf in _pages(tree / name, tree)]
        found.append(tuple(dict.fromkeys(pages)))
    for name in named:
        if not any((tree / name).exists() for tree in trees):
            raise CantCompare("D904", file=name)
    if not any(found):
        raise CantCompare("D905", file=", ".join(named))
    return found[0], found[1]


def _pages(path: Path, tree: Path) -> tuple[Leaf, ...]:
    try:
        return leaves(str(path), root=str(tree))
    except CantCompare as error:
        if error.problem.code == "D905":
            return ()
        raise
