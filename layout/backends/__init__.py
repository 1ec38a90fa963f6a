"""Backends: everything that reads a `Scene`. In: scenes, faces, pictures. Out: bytes of a file. Must not know
specs, stories, styles or lines; an item's `Tag` is never interpreted here.

Each backend is a module with a function `render`; it is imported when it is asked for.
"""

from importlib import import_module
from types import ModuleType

MODULES = {
    "pdf": "layout.backends.pdf",
    "png": "layout.backends.png",
    "json": "layout.backends.json",
}


def backend(name: str) -> ModuleType:
    """The backend called `name`, one of `MODULES`; KeyError if there is none."""
    return import_module(MODULES[name])
