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
_PACKAGE = Path(__file__).parent.parent


@cache
def package_names() -> tuple[frozenset[str], frozenset[str]]:
    """The families and the faces of the package's `fonts.yaml`."""
    inside = _PACKAGE / "fonts"
    file = (inside if inside.is_dir() else _PACKAGE.parent / "fonts") / "fonts.yaml"
    node = read_yaml(file.read_text("utf-8"), file.name, Reading())
    assert isinstance(node, Mapping)
    families, faces = node.get("families"), node.get("faces")
    assert isinstance(families, Mapping) and isinstance(faces, Mapping)
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
