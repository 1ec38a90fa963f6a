"""Names of fonts: the package's own families and faces, and faces found in the folders the user named."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from layout.spec.model import FaceSpec, ThemeSpec
from layout.spec.nodes import Mapping
from layout.spec.reading import Reading
from layout.spec.yaml_reader import read_yaml
from layout.world import FileWorld

_SUFFIXES = (".otf", ".ttf", ".ttc", ".otc")
PACKAGE = Path(__file__).parent.parent


def fonts_folder() -> Path:
    """Where the package's fonts are: inside it as installed, beside it in a checkout."""
    inside = PACKAGE / "fonts"
    return inside if inside.is_dir() else PACKAGE.parent / "fonts"


@cache
def package_list() -> tuple[Mapping, Mapping]:
    """The faces and the families of the package's `fonts.yaml`."""
    file = fonts_folder() / "fonts.yaml"
    node = read_yaml(file.read_text("utf-8"), file.name, Reading())
    assert isinstance(node, Mapping)
    faces, families = node.get("faces"), node.get("families")
    assert isinstance(faces, Mapping) and isinstance(families, Mapping)
    return faces, families


@cache
def package_names() -> tuple[frozenset[str], frozenset[str]]:
    """The names of the package's families and of its faces."""
    faces, families = package_list()
    return frozenset(families.entries), frozenset(faces.entries)


def with_found_faces(theme: ThemeSpec, folders: tuple[str, ...], world: FileWorld) -> ThemeSpec:
    """The theme with the faces that its families name and that lie in one of `folders` under their name."""
    if not folders:
        return theme
    known = theme.faces.keys() | package_names()[1]
    wanted = {
        face
        for family in theme.families.values()
        for face in (*family.han, *family.latin, *family.digits, *(family.fallback or ()))
    } - known
    found: dict[str, FaceSpec] = {}
    for folder in reversed(folders):
        for name in world.names(folder):
            stem, dot, suffix = name.rpartition(".")
            if stem in wanted and dot + suffix.lower() in _SUFFIXES:
                found[stem] = FaceSpec(stem, str(Path.cwd() / folder / name))
    return replace(theme, faces=found | theme.faces)
