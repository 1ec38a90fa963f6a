"""`layout render`: the main job."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from layout.cache import FolderCache
from layout.cli.language import language
from layout.cli.options import FORMS, add_judging, add_standard, parser, pick, refused, settle, tell
from layout.cli.output import put, unwritten
from layout.cli.pages import pages
from layout.diag import SpecError
from layout.font.library import FontLibrary
from layout.pipeline import render
from layout.world import FileWorld

if TYPE_CHECKING:
    from layout.cli.judging import Gathered

FORMATS = ("pdf", "png", "json")
SPEC_ENDINGS = (".page.yaml", ".page.yml", ".yaml", ".yml")


def run(words: list[str]) -> int:
    """Render each spec beside itself or to `-o`; the worst exit status of all."""
    made = _parser(words)
    options = made.parse_args(words)
    options.below = pages(options.spec, made, words)
    options.spec = list(options.below)
    formats = _formats(options.format, options.output)
    fault = _fault(options, formats, words)
    if fault:
        made.error(fault)
    options.gathered, options.fits = [], []
    worst = 0
    try:
        for page in _pages(options, formats, words):
            worst = max(worst, page.status)
            options.gathered += page.gathered
            options.fits += page.fits
            for line in page.said:
                print(line, file=sys.stderr)
    finally:
        settle(options, words)
    return worst


def _parser(words: list[str]) -> ArgumentParser:
    zh, en = "排出版面，写成 PDF（或 PNG、JSON）。", "Set pages and write them as PDF (or PNG, JSON)."
    made = parser("render", zh, en, words)
    made.add_argument(
        "spec",
        nargs="+",
        help=pick(words, "版面文件（*.page.yaml），或目录", "page specs (*.page.yaml), or folders"),
    )
    where = pick(
        words,
        "写到这个文件或目录，- 为标准输出；不写则放在版面文件旁边",
        "write to this file or folder, - for standard output; without it, beside the spec",
    )
    made.add_argument("-o", "--output", metavar="OUT", help=where)
    made.add_argument("-f", "--format", metavar="LIST", help="pdf,png,json")
    ppi = pick(words, "PNG 的分辨率（默认 100）", "resolution of a PNG (100)")
    made.add_argument("--ppi", type=int, default=100, help=ppi)
    add_standard(made, words)
    proof = pick(
        words,
        "出校样：版面上画出行号、各块的框和问题的编号，旁边列出余缺、问题和排不下的文字",
        "a proof: line numbers, frames and numbered findings on the page; beside it how copy fits and what is over",
    )
    made.add_argument("--proof", action="store_true", help=proof)
    kept = pick(words, "不用转换好的图片的缓存", "do without the cache of converted pictures")
    made.add_argument("--no-cache", action="store_true", help=kept)
    add_judging(made, words)
    return made


def _fault(options: Namespace, formats: tuple[str, ...], words: list[str]) -> str:
    """What is wrong with the options taken together, or ""."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        zh = f"没有“{''.join(unknown[:1])}”这种格式，可写 pdf,png,json"
        return pick(words, zh, f"there is no format {''.join(unknown[:1])!r}, only pdf,png,json")
    if not 10 <= options.ppi <= 1200:
        return pick(words, "--ppi 应在 10 到 1200 之间", "--ppi goes from 10 to 1200")
    several = len(options.spec) > 1 or len(formats) > 1
    if several and options.output and not _is_folder(options.output):
        zh = "有几个文件要写，-o 应是目录（已经有的，或以 / 结尾）"
        return pick(words, zh, "there are several files to write: let -o be a folder (or end it with /)")
    targets = [_target(spec, formats[0], options) for spec in options.spec]
    twice = next((target for i, target in enumerate(targets) if target in targets[:i]), "")
    if twice:
        return pick(words, f"有两个版面都要写成 {twice}", f"two pages would be written to {twice}")
    if options.output == "-" and options.report in FORMS[2:]:
        zh = f"-o - 和 --report {options.report} 都要用标准输出，只能用一个"
        return pick(words, zh, f"-o - and --report {options.report} both want the standard output")
    return ""


class _Page(Struct):
    """What came of one spec: its exit status, its findings and how its stories fit, for the report, and what is
    said at once."""

    status: int
    gathered: "list[Gathered]"
    fits: list[dict[str, Any]]
    said: list[str]


class _Press:
    """Renders specs, the fonts of the one serving for the next."""

    def __init__(self, options: Namespace, formats: tuple[str, ...], words: list[str]) -> None:
        self._options, self._formats, self._words = options, formats, words
        self._library: FontLibrary | None = None

    def page(self, spec: str) -> _Page:
        """Render one spec and write its files."""
        options, words = Namespace(**vars(self._options)), self._words
        gathered: list[Gathered] = []
        options.gathered = gathered
        try:
            done = render(
                spec,
                FileWorld(),
                formats=self._formats,
                ppi=options.ppi,
                epoch=_epoch(),
                font_paths=options.font_path,
                standards=options.standard,
                cache=None if options.no_cache else FolderCache(_cache_folder()),
                library=self._library,
                make_up=_asks_for_make_up(options),
                proof=language(words) if options.proof else None,
            )
        except SpecError as error:
            return _Page(refused(error, spec, options, words), gathered, [], [])
        self._library = done.composed.fonts
        fits: list[dict[str, Any]] = []
        if options.report == "json":
            from layout.report.fits import rows

            fits = rows(spec, done.composed.fits)
        status = tell(done.diagnostics, done.composed.loaded.sources, options, words)
        said: list[str] = []
        for name, data in done.files.items():
            target = _target(spec, name, options)
            try:
                _write(target, data)
            except OSError as error:
                said.append(unwritten(error, target, words))
                status = 2
                break
            if not options.quiet and target != "-":
                said.append(pick(words, f"已写 {target}", f"wrote {target}"))
        return _Page(status, gathered, fits, said)


def _pages(options: Namespace, formats: tuple[str, ...], words: list[str]) -> Iterator[_Page]:
    """All specs rendered, in their order."""
    press = _Press(options, formats, words)
    if len(options.spec) == 1:
        return map(press.page, options.spec)
    from layout.cli.together import each

    if set(formats) & {"pdf", "png"}:
        import layout.backends.pdf  # noqa: F401 - before the processes part, as all else that they need

    return each(press.page, options.spec)


def _asks_for_make_up(options: Namespace) -> bool:
    """Whether the words on the command line make findings count that a render does not look for by itself."""
    codes = (*options.select, *options.error_codes, *options.warn)
    return options.strict or any(code.startswith("P4") or "P4".startswith(code) for code in codes)


def _formats(named: str | None, output: str | None) -> tuple[str, ...]:
    """The formats asked for: by `-f`, else by the output's suffix, else PDF. Another suffix is no format of
    ours, so a PDF is not called .jpg by mistake."""
    if named is not None:
        return tuple(dict.fromkeys(name.strip().lower() for name in named.split(",") if name.strip()))
    suffix = Path(output or "").suffix.lstrip(".").lower()
    named_by_suffix = bool(output and suffix) and not _is_folder(output or "")
    return (suffix,) if named_by_suffix else ("pdf",)


def _cache_folder() -> str:
    """Where converted pictures are kept (XDG Base Directory Specification)."""
    return str(Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "layout" / "pictures")


def _is_folder(path: str) -> bool:
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def _target(spec: str, name: str, options: Namespace) -> str:
    """Where a file goes: `-o`, in the folder that its spec has in the folder that was named; or beside the spec under
    the spec's name; a proof never in the page's place."""
    output: str | None = options.output
    if output and not _is_folder(output):
        return output
    file = Path(spec)
    ending = next((e for e in SPEC_ENDINGS if file.name.endswith(e)), "")
    stem = file.name.removesuffix(ending)
    folder = Path(output) / options.below[spec] if output else file.parent
    stem += ".proof" if options.proof else ""
    return str(folder / f"{stem}.{'scene.json' if name == 'json' else name}")


def _write(target: str, data: bytes) -> None:
    """Write a file; a device or a pipe is written to as it is."""
    if target == "-":
        sys.stdout.buffer.write(data)
        return
    file = Path(target)
    if file.exists() and not file.is_file():
        file.write_bytes(data)
        return
    put(file, data)


def _epoch() -> int | None:
    """SOURCE_DATE_EPOCH, the only thing of the environment that a file may show."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(value) if value.isdigit() else None
