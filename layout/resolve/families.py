"""The families a page may use: the package's fonts, and before them the theme's own."""

from functools import cache
from os import R_OK, access
from pathlib import Path

from msgspec import Struct

from layout.diag import Diagnostic, Outcome, Where
from layout.font.face import Face, FaceSource
from layout.font.library import Family
from layout.spec.fonts import fonts_folder, package_list
from layout.spec.model import FaceSpec, FamilySpec, ThemeSpec
from layout.spec.nodes import Mapping, Node, Scalar, Sequence

LAST_RESORT = "宋"  # lends its faces to a family that has no namesake in the package


class Fonts(Struct, frozen=True):
    """Composite families, and the sources of their faces by face id."""

    families: dict[str, Family]
    sources: dict[str, FaceSource]


def read_fonts(theme: ThemeSpec) -> Outcome[Fonts]:
    """The package's fonts with the theme's before them, and what is wrong with the theme's files. A face whose
    file can't be used is left out, so that the fallback sets the page."""
    package = package_fonts()
    faults = {face.id: fault for face in theme.faces.values() if (fault := face_fault(face, theme))}
    sources = package.sources | {
        face.id: FaceSource(face.id, face.file, face.number, face.axes)
        for face in theme.faces.values()
        if face.id not in faults
    }
    families = package.families | {
        name: composite(name, spec, package.families, sources) for name, spec in theme.families.items()
    }
    empty = tuple(
        Diagnostic("A204", "error", Where(theme.document, ("fonts", name)), {"family": name})
        for name, family in families.items()
        if not family.order("han")
    )
    return Outcome(Fonts(families, sources), (*faults.values(), *empty))


def composite(
    name: str, spec: FamilySpec, package: dict[str, Family], known: dict[str, FaceSource]
) -> Family:
    """A theme's family: its own faces, and after them the package's of that name, or the body's Song where
    the name is new. A `fallback` that is said (`none` is an empty one) takes their place."""
    base = package.get(name) or package[LAST_RESORT]
    rest = (*base.han, *base.fallback) if spec.fallback is None else spec.fallback
    han, latin, digits, fallback = (
        tuple(face for face in faces if face in known) for faces in (spec.han, spec.latin, spec.digits, rest)
    )
    return Family(name, han, latin, digits, fallback)


def face_fault(face: FaceSpec, theme: ThemeSpec) -> Diagnostic | None:
    """Why a font file can't be used: not there, no font, no such number in the collection; None if it can."""
    code = ""
    if not readable(face.file):
        code = "A201"
    elif not glyphs(face.file, face.number):
        code = "A203" if face.number and glyphs(face.file, 0) else "A202"
    if not code:
        return None
    facts: dict[str, str | int | float] = {"face": face.id, "file": face.file, "number": face.number}
    return Diagnostic(code, "error", Where(theme.document, ("faces", face.id, "file")), facts)


def readable(file: str) -> bool:
    """Whether there is a file of some content that may be read."""
    return Path(file).is_file() and access(file, R_OK) and Path(file).stat().st_size > 0


def glyphs(file: str, number: int) -> int:
    """How many glyphs a face has; 0 where there is no such face, or the file is cut short or no font."""
    return int(Face(FaceSource(file, file, number)).hb_face.glyph_count)


@cache
def package_fonts() -> Fonts:
    """The package's fonts."""
    faces, spec = package_list()
    folder = fonts_folder()
    sources = {
        name: FaceSource(name, str(folder / text(mapping(entry.value).get("file"))))
        for name, entry in faces.entries.items()
    }
    kinds = ("han", "latin", "digits", "fallback")
    families = {
        name: Family(name, *(texts(mapping(entry.value).get(kind)) for kind in kinds))
        for name, entry in spec.entries.items()
    }
    return Fonts(families, sources)


def mapping(node: Node | None) -> Mapping:
    """A node of `fonts.yaml`, our own file, that is a mapping."""
    assert isinstance(node, Mapping)
    return node


def text(node: Node | None) -> str:
    """A node that is a value."""
    assert isinstance(node, Scalar)
    return node.text


def texts(node: Node | None) -> tuple[str, ...]:
    """A node that is a list of values, or is not there."""
    return tuple(text(item) for item in node.items) if isinstance(node, Sequence) else ()
