"""Rebuild or verify the fonts of this folder.

    python fonts/build.py            fetch the sources (npm, apt-get), build everything
    python fonts/build.py --serif DIR --sans DIR --lxgw FILE
                                     the same from unpacked npm packages and a font file
    python fonts/build.py --check    compare the folder with SHA256SUMS and README.md

One face is copied untouched; the others are reduced to the characters a newspaper sets. The result
depends only on the sources and on the version of fontTools (README.md names it), so a second build
gives the same bytes.

One script, long as it is: the folder travels by itself and is rebuilt with nothing beside it.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SUMS = "SHA256SUMS"
TONGYONG = "tongyong-8105.txt"
TONGYONG_LEVELS = (3500, 3000, 1605)
TABLE_START, TABLE_END = "<!-- table: written by build.py -->", "<!-- /table -->"

SERIF = "@expo-google-fonts/noto-serif-sc@0.4.3"
SANS = "@expo-google-fonts/noto-sans-sc@0.4.3"
LXGW = "fonts-lxgw-wenkai=1.250+repack-1"
LXGW_PATH = "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

#: What the engine may ask of a face.
FEATURES = [
    *("vert", "vrt2", "halt", "vhal", "chws", "vchw", "palt", "vpal"),
    *("locl", "kern", "ccmp", "liga", "fwid", "hwid", "pwid"),
]
#: Hints and what only screens, editors or variable fonts read.
DROPPED_TABLES = ("DSIG", "meta", "STAT", "gasp", "prep", "fpgm", "cvt ", "hdmx", "LTSH", "VDMX")
KEPT_NAMES = tuple(range(15))  # the rest are leftovers of the variable font


@dataclass(frozen=True, slots=True)
class Face:
    """One file of the folder: where it comes from and what is done to it."""

    file: str
    package: str
    source: str  # path in the package
    sha256: str  # of the source file
    licence: str
    whole: bool = False
    renamed: tuple[str, str, str] | None = None  # English, Chinese, PostScript family names

    @property
    def version(self) -> str:
        """The package's version, for the README."""
        return self.package.replace("=", "@").rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Copied:
    """A licence file copied out of a source package."""

    file: str
    package: str
    sha256: str
    source: str = "LICENSE_FONT"


def _serif(style: str, source: str, sha256: str, whole: bool = False) -> Face:
    """A face of Noto Serif SC."""
    return Face(f"NotoSerifSC-{style}.ttf", SERIF, source, sha256, "licences/NotoSerifSC-OFL.txt", whole)


def _sans(style: str, source: str, sha256: str) -> Face:
    """A face of Noto Sans SC."""
    return Face(f"NotoSansSC-{style}.ttf", SANS, source, sha256, "licences/NotoSansSC-OFL.txt")


FACES = (
    _serif(
        "Regular",
        "400Regular/NotoSerifSC_400Regular.ttf",
        "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
        whole=True,
    ),
    _serif(
        "SemiBold",
        "600SemiBold/NotoSerifSC_600SemiBold.ttf",
        "5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def",
    ),
    _serif(
        "Bold",
        "700Bold/NotoSerifSC_700Bold.ttf",
        "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    ),
    _serif(
        "Black",
        "900Black/NotoSerifSC_900Black.ttf",
        "092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
    ),
    _sans(
        "Regular",
        "400Regular/NotoSansSC_400Regular.ttf",
        "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ),
    _sans(
        "Bold",
        "700Bold/NotoSansSC_700Bold.ttf",
        "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ),
    _sans(
        "Black",
        "900Black/NotoSansSC_900Black.ttf",
        "2e4413c405bdf804f26571579b9b2dd8ea4732ea57a3b034f2467cad45a886e0",
    ),
    Face(
        "HedongKai-Regular.ttf",
        LXGW,
        LXGW_PATH,
        "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
        "licences/HedongKai-OFL.txt",
        renamed=("Hedong Kai", "河东楷", "HedongKai"),
    ),
)
COPIED = (
    Copied(
        "licences/NotoSerifSC-OFL.txt",
        SERIF,
        "5e0da210fb04058a8c0087985d2d456b931c2579811a49655721d3cf0c36b6d6",
    ),
    Copied(
        "licences/NotoSansSC-OFL.txt",
        SANS,
        "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
    ),
)
#: Written by hand, carried to another output folder unchanged.
STATIC = ("licences/HedongKai-OFL.txt", TONGYONG)

#: Blocks beside the Han characters: Latin with pinyin letters, Greek, Cyrillic, punctuation,
#: symbols, kana, zhuyin, enclosed and full-width forms. A face keeps what it has of them.
BLOCKS = (
    (0x0020, 0x024F),  # Latin to Extended-B: pinyin ǎ ǹ
    (0x0250, 0x02AF),  # IPA: the single-storey a and g of pinyin
    (0x02B0, 0x036F),  # tone marks, combining marks
    (0x0370, 0x045F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: ḿ ế
    (0x2000, 0x218F),  # punctuation, super/subscripts, currency, letter-like, number forms
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2300, 0x23FF),  # technical: ⌒
    (0x2460, 0x27BF),  # ①, box drawing, blocks, geometric shapes, symbols, dingbats
    (0x27E8, 0x27EB),  # mathematical brackets
    (0x2900, 0x297F),  # arrows
    (0x2B00, 0x2BFF),  # ⬆ and friends
    (0x2E3A, 0x2E3B),  # two- and three-em dashes
    (0x2FF0, 0x2FFF),  # ideographic description
    (0x3000, 0x312F),  # CJK punctuation, kana, zhuyin
    (0x31A0, 0x31EF),  # zhuyin extended, strokes
    (0x3200, 0x33FF),  # enclosed CJK, ㎡ ㏄
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE4F),  # compatibility forms, wavy low line
    (0xFF00, 0xFFEF),  # full-width forms
    (0x1F100, 0x1F1FF),  # enclosed alphanumerics
)


class BuildError(Exception):
    """A source or a file of the folder is not what it should be."""


# ---- characters


def gb2312() -> set[int]:
    """All 7,445 characters of GB 2312, from Python's codec."""
    found: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            text = bytes((row, cell)).decode("gb2312", "ignore")
            found.update(map(ord, text))
    if len(found) != 7445:
        raise BuildError(f"GB 2312 has 7445 characters, the codec gave {len(found)}")
    return found


def tongyong(folder: Path = HERE) -> tuple[str, ...]:
    """The three levels of 通用规范汉字表, each as one string."""
    text = (folder / TONGYONG).read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    levels = tuple("".join(part.split()) for part in lines.strip().split("\n\n"))
    counts = tuple(map(len, levels))
    if counts != TONGYONG_LEVELS or len(set("".join(levels))) != sum(TONGYONG_LEVELS):
        raise BuildError(f"{TONGYONG}: levels of {counts} characters, not {TONGYONG_LEVELS}")
    return levels


def required() -> set[int]:
    """What every reduced face should cover: GB 2312 and 通用规范汉字表."""
    return gb2312() | set(map(ord, "".join(tongyong())))


def wanted() -> set[int]:
    """What a reduced face keeps if its source has it."""
    blocks = (range(first, last + 1) for first, last in BLOCKS)
    return required().union(*blocks)


# ---- sources


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def verified(path: Path, digest: str) -> Path:
    """The path, if the file there has this SHA-256."""
    if not path.is_file():
        raise BuildError(f"{path}: no such file")
    if (found := sha256(path)) != digest:
        raise BuildError(f"{path}: sha256 {found}, expected {digest}")
    return path


def run(command: list[str], folder: Path) -> None:
    """Run a fetching command in a folder."""
    try:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        raise BuildError(f"{' '.join(command)}: {error}") from error


def fetch_npm(package: str, folder: Path) -> Path:
    """Fetch and unpack an npm package; the folder with its files."""
    run(["npm", "pack", "--silent", package], folder)
    (archive,) = folder.glob("*.tgz")
    shutil.unpack_archive(archive, folder, filter="data")
    return folder / "package"


def fetch_debian(package: str, folder: Path) -> Path:
    """Fetch and unpack a Debian package; its root."""
    run(["apt-get", "download", package], folder)
    (archive,) = folder.glob("*.deb")
    run(["dpkg-deb", "-x", archive.name, "root"], folder)
    return folder / "root"


def locate(package: str, given: Path | None, fetch: Callable[[str, Path], Path], stack: ExitStack) -> Path:
    """The folder of a source package: the one given, or one fetched for this run."""
    if given is not None:
        return given
    print(f"fetching {package}")
    temporary = stack.enter_context(tempfile.TemporaryDirectory(prefix="fonts-"))
    return fetch(package, Path(temporary))


# ---- faces


def reduce(source: Path, target: Path, renamed: tuple[str, str, str] | None) -> None:
    """Write a face with only the characters, features and tables that print needs.

    Outlines, advances, vertical metrics and font-wide boxes stay as they are in the source.
    """
    from fontTools import subset

    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = list(KEPT_NAMES)
    options.name_languages = ["*"]
    options.name_legacy = renamed is None  # a renamed face drops the old Macintosh records
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.recalc_timestamp = False
    options.recalc_bounds = False
    options.harfbuzz_repacker = False  # else the bytes depend on whether uharfbuzz is installed
    options.drop_tables = sorted({*options.drop_tables, *DROPPED_TABLES})
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(wanted()))
    subsetter.subset(font)
    if renamed:
        rename(font["name"], *renamed)
    subset.save_font(font, str(target), options)
    font.close()


def rename(table: Any, english: str, chinese: str, postscript: str) -> None:
    """Give a face other names; copyright, trademark and licence records stay."""
    table.names = [record for record in table.names if record.platformID == 3]
    for record in table.names:
        family = english if record.langID == 0x409 else chinese
        new = {1: family, 4: family, 6: f"{postscript}-Regular", 16: family}.get(record.nameID)
        if record.nameID == 3:
            new = f"1.250;reduced;{postscript}-Regular"
        if new is not None:
            record.string = new


def make(face: Face, source: Path, target: Path) -> str:
    """Make one file of the folder; a line about it."""
    verified(source, face.sha256)
    target.unlink(missing_ok=True)
    if face.whole:
        shutil.copyfile(source, target)
    else:
        reduce(source, target, face.renamed)
    return f"{face.file}: {target.stat().st_size:,} bytes, {coverage(target)}"


def coverage(path: Path) -> str:
    """Which required characters a face lacks, in words."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        lacking = sorted(required() - set(font.getBestCmap()))
    return f"lacks {' '.join(map(chr, lacking))}" if lacking else "covers GB 2312 and 8105"


def make_all(jobs: Iterable[tuple[Face, Path, Path]]) -> None:
    """Make all faces, several at once."""
    with ProcessPoolExecutor() as pool:
        for line in pool.map(make, *zip(*jobs, strict=True)):
            print(line)


# ---- checksums and README


def listed() -> list[str]:
    """The files whose checksums are kept, in order."""
    licences = sorted({face.licence for face in FACES})
    return [*(face.file for face in FACES), *licences, TONGYONG]


def checksums(folder: Path) -> str:
    """The text of SHA256SUMS (`sha256sum -c` reads it too)."""
    return "".join(f"{sha256(folder / name)}  {name}\n" for name in listed())


def read_checksums(folder: Path) -> dict[str, str]:
    """SHA256SUMS as file → digest."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("  ", 1) for line in lines if line)
    return {name: digest for digest, name in pairs}


def table(folder: Path, digests: dict[str, str]) -> str:
    """The README's table of files."""
    rows = [
        "| file | package | version | file in the package | what was done | bytes | licence |",
        "|---|---|---|---|---|---|---|",
    ]
    sums = ["", "| file | sha256 of the source | sha256 here |", "|---|---|---|"]
    for face in FACES:
        package = face.package.replace("=", "@").rpartition("@")[0]
        what = "whole" if face.whole else "reduced, renamed" if face.renamed else "reduced"
        size = (folder / face.file).stat().st_size
        rows.append(
            f"| `{face.file}` | `{package}` | {face.version} | `{Path(face.source).name}` "
            f"| {what} | {size:,} | [OFL 1.1]({face.licence}) |"
        )
        sums.append(f"| `{face.file}` | `{face.sha256}` | `{digests[face.file]}` |")
    return "\n".join([*rows, *sums])


def with_table(readme: str, new: str) -> str:
    """The README with its table replaced."""
    before, start, rest = readme.partition(TABLE_START)
    _, end, after = rest.partition(TABLE_END)
    if not start or not end:
        raise BuildError("README.md has no place for the table")
    return f"{before}{start}\n{new}\n{end}{after}"


def problems(folder: Path) -> Iterator[str]:
    """What is wrong with the folder, one line each."""
    digests = read_checksums(folder)
    yield from (f"{name}: not in {SUMS}" for name in listed() if name not in digests)
    for name, digest in digests.items():
        path = folder / name
        if not path.is_file():
            yield f"{name}: missing"
        elif sha256(path) != digest:
            yield f"{name}: not the file that {SUMS} names"
    known = {Path(name) for name in listed()}
    for path in sorted(folder.rglob("*.[to]t[fc]")):
        if path.relative_to(folder) not in known:
            yield f"{path.relative_to(folder)}: a font without a source"


def stale_readme(folder: Path) -> Iterator[str]:
    """Whether the README's table is out of date."""
    readme = (folder / "README.md").read_text(encoding="utf-8")
    if with_table(readme, table(folder, read_checksums(folder))) != readme:
        yield "README.md: its table is out of date; run build.py"


# ---- commands


def check(folder: Path) -> int:
    """Verify the folder; 0 if all is well."""
    found = list(problems(folder)) or list(stale_readme(folder))
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"{folder}: {len(listed())} files as in {SUMS}")
    return 1 if found else 0


def build(serif: Path | None, sans: Path | None, lxgw: Path | None, out: Path) -> None:
    """Rebuild the folder from its sources."""
    with ExitStack() as stack:
        roots = {
            SERIF: locate(SERIF, serif, fetch_npm, stack),
            SANS: locate(SANS, sans, fetch_npm, stack),
        }
        lxgw_file = lxgw or locate(LXGW, None, fetch_debian, stack) / LXGW_PATH
        (out / "licences").mkdir(parents=True, exist_ok=True)
        for item in COPIED:
            source = verified(roots[item.package] / item.source, item.sha256)
            shutil.copyfile(source, out / item.file)
        make_all(
            (
                face,
                lxgw_file if face.package == LXGW else roots[face.package] / face.source,
                out / face.file,
            )
            for face in FACES
        )
    finish(out)


def finish(out: Path) -> None:
    """Write what follows from the files: checksums and the README's table."""
    if out != HERE:
        for name in (*STATIC, "README.md"):
            shutil.copyfile(HERE / name, out / name)
    (out / SUMS).write_text(checksums(out), encoding="utf-8")
    readme = (out / "README.md").read_text(encoding="utf-8")
    text = with_table(readme, table(out, read_checksums(out)))
    (out / "README.md").write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """The command line; 0, 1 for findings, 2 if it could not run."""
    parser = argparse.ArgumentParser(description="Rebuild or verify the fonts of this folder.")
    parser.add_argument("--check", action="store_true", help="only verify the folder")
    parser.add_argument("--serif", type=Path, metavar="DIR", help=f"unpacked {SERIF}")
    parser.add_argument("--sans", type=Path, metavar="DIR", help=f"unpacked {SANS}")
    parser.add_argument("--lxgw", type=Path, metavar="FILE", help="LXGWWenKai-Regular.ttf 1.250")
    parser.add_argument("--out", type=Path, metavar="DIR", default=HERE, help="default: here")
    given = parser.parse_args(arguments)
    try:
        if given.check:
            return check(given.out.resolve())
        build(given.serif, given.sans, given.lxgw, given.out.resolve())
    except (BuildError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return check(given.out.resolve())


if __name__ == "__main__":
    sys.exit(main())
