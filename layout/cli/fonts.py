"""`layout fonts`: faces found, what of the copy they lack, embedding rights."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import unpack_from

from msgspec import Struct, to_builtins

from layout.cli.options import parser, pick, refused
from layout.diag import SpecError
from layout.font.library import FontLibrary
from layout.scene.items import GlyphRun, Item, flat
from layout.world import FileWorld

# fsType of the OS/2 table (OpenType 1.9): the usage rights, the least restrictive first, and what is not allowed.
_RIGHTS = ((8, "可编辑", "editable"), (4, "可预览、打印", "preview and print"), (2, "不许嵌入", "restricted"))
_LIMITS = ((0x100, "不许取子集", "no subsets"), (0x200, "只许点阵", "bitmaps only"))


class FaceFacts(Struct, frozen=True):
    """A face: its id and file, its glyphs, its `fs_type` (-1: not said), the characters that it sets."""

    face: str
    file: str
    glyphs: int
    fs_type: int
    characters: int


class Missing(Struct, frozen=True):
    """A character of the copy that no face of a family has."""

    family: str
    char: str
    code: str


def run(words: list[str]) -> int:
    """List the faces of the package, or of a page; 1 if the page has a character that no face has."""
    made = parser("fonts", "列出字体，和稿子里缺的字。", "List faces, and what of the copy they lack.", words)
    made.add_argument("spec", nargs="?", help=pick(words, "版面文件；不写就列自带的字体", "a page spec"))
    options = made.parse_args(words)
    used: dict[str, set[str]] = {}
    missing: tuple[Missing, ...] = ()
    if options.spec:
        from layout.pipeline import compose

        try:
            done = compose(options.spec, FileWorld(), options.font_path)
        except SpecError as error:
            return refused(error, options.spec, options, words)
        library, used = done.fonts, _used(done.scene.items)
        facts = (found.facts for found in done.diagnostics if found.code == "T101")
        missing = tuple(Missing(str(f["family"]), str(f["char"]), str(f["code"])) for f in facts)
    else:
        from layout.resolve.families import package_fonts

        fonts = package_fonts()
        library = FontLibrary(fonts.families, fonts.sources)
    faces = [_facts(library, face, used.get(face, set())) for face in library.sources]
    if options.report == "json":
        print(json.dumps(to_builtins({"faces": faces, "missing": missing}), ensure_ascii=False))
    else:
        print("\n".join(_lines(faces, missing, library, bool(options.spec), words)))
    return 1 if missing else 0


def _used(items: Iterable[Item]) -> dict[str, set[str]]:
    """The characters that each face sets."""
    found: dict[str, set[str]] = {}
    for item in flat(items):
        if isinstance(item, GlyphRun):
            found.setdefault(item.face, set()).update("".join(item.texts))
    return found


def _facts(library: FontLibrary, name: str, used: set[str]) -> FaceFacts:
    face = library.face(name)
    table = face.table("OS/2")
    fs_type = unpack_from(">H", table, 8)[0] if len(table) >= 10 else -1
    return FaceFacts(name, face.source.file, int(face.hb_face.glyph_count), fs_type, len(used))


def _lines(
    faces: list[FaceFacts], missing: tuple[Missing, ...], library: FontLibrary, page: bool, words: list[str]
) -> Iterator[str]:
    for one in faces:
        if page and not one.characters:
            continue
        yield one.face
        yield f"  {Path(one.file)}"
        count = pick(words, f"{one.glyphs} 个字形", f"{one.glyphs} glyphs")
        here = pick(words, f"，本版用 {one.characters} 字", f", {one.characters} characters of this page")
        yield f"  {count}{here if page else ''}{pick(words, '；', '; ')}{_right(one.fs_type, words)}"
    if not page:
        yield ""
        for family in library.families.values():
            yield f"{family.name}: {', '.join(family.order('han'))}"
    for lack in missing:
        zh, en = (
            f"缺 {lack.char}（{lack.code}）：{lack.family}",
            f"lacking {lack.char} ({lack.code}): {lack.family}",
        )
        yield pick(words, zh, en)
    if page and not missing:
        yield pick(words, "稿子里的字都有", "every character of the copy is there")


def _right(bits: int, words: list[str]) -> str:
    """Whether the face may be embedded, by its own word."""
    if bits < 0:
        return pick(words, "嵌入许可没有说明", "embedding right not said")
    said = [pick(words, "嵌入：", "embedding: ")]
    right = next(((zh, en) for bit, zh, en in _RIGHTS if bits & bit), ("不限", "installable"))
    said.append(pick(words, *right))
    said += [pick(words, f"，{zh}", f", {en}") for bit, zh, en in _LIMITS if bits & bit]
    return "".join(said)
