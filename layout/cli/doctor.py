"""`layout doctor`: is this installation whole?"""

import json
import platform
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, to_builtins

from layout import __version__
from layout.cli.options import parser, pick
from layout.report.excerpt import cells

NEEDED = (
    *("msgspec", "PyYAML", "uharfbuzz", "reportlab", "pillow", "pypdfium2", "pikepdf", "fonttools", "segno"),
    "lunar-python",
)
EXTRA = {
    "pyphen": "hyphenate: true",
    "rjieba": "segmenter: rjieba",
}  # and the key of a theme that asks for it
PAGE = """\
layout: 1
theme: tabloid
page: {number: 1, date: 2026-03-09, section: 试, paper: 试}
stories: {a: {headline: 试排, body: 白日依山尽，黄河入海流。}}
blocks:
  A: {story: a, at: {columns: 1-2, lines: 1-20}}
"""


class Finding(Struct, frozen=True):
    """One thing looked at: whether it is well (None: merely told)."""

    what: str
    well: bool | None
    said: str


def run(words: list[str]) -> int:
    """Look at versions and fonts and set a page; 1 if something is wrong."""
    made = parser(
        "doctor", "检查安装：版本、字体、试排一版。", "Look at the installation; set a test page.", words
    )
    options = made.parse_args(words)
    found = [*_versions(words), *_fonts(), _render()]
    if options.report == "json":
        print(json.dumps(to_builtins(found), ensure_ascii=False))
    else:
        signs = {True: pick(words, "好", "ok"), False: pick(words, "坏", "bad"), None: "-"}
        print("\n".join(f"{_padded(signs[one.well])}{one.what}  {one.said}".rstrip() for one in found))
    return 1 if any(one.well is False for one in found) else 0


def _padded(sign: str) -> str:
    """A sign in four cells."""
    return sign + " " * (4 - cells(sign))


def _versions(words: list[str]) -> Iterator[Finding]:
    yield Finding("layout", True, __version__)
    yield Finding("python", True, f"{platform.python_version()} {platform.system()} {platform.machine()}")
    for name in (*NEEDED, *EXTRA):
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, None if name in EXTRA else False, _absent(name, words))


def _absent(name: str, words: list[str]) -> str:
    """What a package that is not there is for, and how it comes."""
    if name in EXTRA:
        said = pick(
            words, f"没装；主题写了 {EXTRA[name]} 才用", f"not installed; for themes with {EXTRA[name]}"
        )
    else:
        said = pick(words, "没装", "not installed")
    return f"{said} (pip install {name})"


def _fonts() -> Iterator[Finding]:
    """The package's fonts against their checksums."""
    from layout.spec.fonts import fonts_folder

    folder = fonts_folder()
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        yield Finding("fonts", False, str(folder))
        return
    for line in sums.read_text("ascii").splitlines():
        digest, name = line.split()
        file = folder / name
        whole = file.is_file() and sha256(file.read_bytes()).hexdigest() == digest
        yield Finding(name, whole, "" if whole else str(file))


def _render() -> Finding:
    """A page from its text to a picture."""
    from layout.diag import SpecError
    from layout.pipeline import render
    from layout.world import FileWorld

    with TemporaryDirectory() as folder:
        page = Path(folder) / "test.page.yaml"
        page.write_text(PAGE, "utf-8")
        try:
            done = render(str(page), FileWorld(), formats=("pdf", "png"))
        except (SpecError, OSError, ValueError) as error:
            return Finding("render", False, str(error))
    errors = [one.code for one in done.diagnostics if one.severity == "error"]
    size = ", ".join(f"{name} {len(data)}" for name, data in done.files.items())
    return Finding("render", not errors, " ".join(errors) or size)
