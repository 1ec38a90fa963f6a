"""Scenes that can be kept in a repository: picture files by their way from a folder, not from a machine's root."""

from collections.abc import Callable
from os.path import normpath, relpath
from pathlib import Path

from msgspec.structs import replace

from layout.scene.items import Group, Item, Picture, Scene


def portable(scene: Scene, folder: str) -> Scene:
    """The scene with its pictures' files named from `folder`, the same in every checkout."""
    home = Path(folder).absolute()
    return _renamed(scene, lambda source: Path(relpath(source, home)).as_posix())


def located(scene: Scene, folder: str) -> Scene:
    """A portable scene with its pictures' files where they lie, seen from `folder`."""
    home = Path(folder).absolute()
    return _renamed(scene, lambda source: normpath(home / source))


def nameless(scene: Scene) -> Scene:
    """The scene without its pictures' files: where they lie says nothing of the page, their digests do."""
    return _renamed(scene, lambda _: "")


def _renamed(scene: Scene, named: Callable[[str], str]) -> Scene:
    def item(one: Item) -> Item:
        match one:
            case Picture(source=source):
                return replace(one, source=named(source))
            case Group(items=items):
                return replace(one, items=tuple(item(i) for i in items))
        return one

    return replace(scene, items=tuple(item(i) for i in scene.items))
