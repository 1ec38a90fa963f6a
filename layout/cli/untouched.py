"""What libraries bring along and a page hardly ever needs: it is made when it is first touched, and not before.

Start-up is a large part of a page's time. reportlab imports Pillow and the widths of the standard fonts; PyYAML
compiles the patterns of its Python reader, one of them longer than it takes to break a page's lines, where libyaml
reads; HarfBuzz's binding makes enumerations of everything. A plain render touches none of it, and a twentieth of its
instructions went there. Only the command puts these things off: in a program that imports `layout`,
imports are that program's affair.
"""

import codecs
import enum
import os
import re
import sys
from collections.abc import Callable, Container, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

# Modules that are imported by their first use.
MODULES = frozenset(
    {
        *("PIL.Image", "pickle", "tempfile", "reportlab.pdfbase.pdfmetrics"),  # reportlab's
        *("msgspec.inspect", "msgspec.json", "msgspec.msgpack", "msgspec.toml", "msgspec.yaml"),
        *("fnmatch", "ntpath"),  # of `pathlib`
        "glob",  # reportlab's
    }
)

# Modules whose patterns are compiled by their first use.
PATTERNS = frozenset(
    {
        *("locale", "textwrap"),
        *("yaml.constructor", "yaml.reader", "yaml.resolver"),
    }
)

# Modules of which an import takes these few names; they are loaded when another is asked for, or one that is
# called is called.
NAMES = {
    "ast": ("literal_eval",),  # reportlab's
    "base64": ("decodebytes", "encodebytes"),  # reportlab's and PyYAML's
    "reportlab.lib.rl_safe_eval": (
        *("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"),
    ),
    "urllib.parse": ("quote_from_bytes", "unquote", "urlparse"),  # `pathlib`'s and reportlab's
}

# Modules of which an import wants but these values.
VALUES: dict[str, Mapping[str, Any]] = {
    # HarfBuzz's binding: the flags of code objects
    "inspect": {"CO_OPTIMIZED": 1, "CO_NEWLOCALS": 2, "CO_VARARGS": 4, "CO_VARKEYWORDS": 8}
    | {"CO_GENERATOR": 0x20, "CO_COROUTINE": 0x80, "CO_ASYNC_GENERATOR": 0x200},
    # `uuid`, which msgspec imports, and reportlab
    "platform": {
        "system": lambda: os.uname().sysname,
        "python_implementation": lambda: "PyPy" if sys.implementation.name == "pypy" else "CPython",
    },
    # `argparse`: Python brings no translations of its words, and looks for them in a dozen places
    "gettext": {"gettext": str, "ngettext": lambda one, more, count: one if count == 1 else more},
}

# Modules whose families of numbers, a tenth of all the classes that a page has, are plain numbers.
NUMBERS = frozenset({"uharfbuzz._harfbuzz"})

# Modules that are taken for not installed: reportlab's functions in C, for which it asks ten times.
ABSENT = frozenset({"_rl_accel"})


def put_off() -> None:
    """From now on what is listed above is put off."""
    sys.meta_path.insert(0, _Finder)
    codecs.register(_codec)


class _Finder:
    """Finds modules as ever, and has those of the lists loaded in their own ways."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        way = next((loader for names, loader in _WAYS if name in names), None)
        spec = PathFinder.find_spec(name, path, target) if way else None
        if way and spec and spec.loader:
            spec.loader = way(spec.loader)
        return spec


class _Instead:
    """A loader in whose module some names of another one, its `owner`, mean something else."""

    owner: ModuleType
    names: dict[str, Any]

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        own = {name: getattr(self.owner, name) for name in self.names}
        vars(self.owner).update(self.names)
        try:
            self._loader.exec_module(module)
        finally:
            vars(self.owner).update(own)


class _LatePattern:
    """A pattern that is compiled when a method or an attribute of it is asked for."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(*self._given), name)


class _PatternsLate(_Instead):
    """`re.compile` gives late patterns."""

    owner, names = re, {"compile": _LatePattern}


class _Number(int):
    """A number of a family. Its family's names are plain numbers too."""


class _PlainNumbers(_Instead):
    """What would be an enumeration is a class of plain numbers."""

    owner, names = enum, {"IntEnum": _Number, "IntFlag": _Number}


class _LateModule(ModuleType):
    """A module with some of its names, which is loaded when another is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what importing asks: whether it is a package, has a file
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]  # whole from now on
        self.__loader__.loader.exec_module(self)  # type: ignore[union-attr]  # a `_Late`
        return getattr(self, name)


class _Late:
    """A loader whose modules have what the lists say, and the rest when it is asked for."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return _LateModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        vars(module).update(VALUES.get(name) or {of: _late(module, of) for of in NAMES[name]})


def _late(module: ModuleType, name: str) -> Callable[..., Any]:
    """A function of a late module's, which loads the module when it is called."""

    def call(*given: Any, **named: Any) -> Any:
        if isinstance(module, _LateModule):
            module.__getattr__(name)
        return getattr(module, name)(*given, **named)

    return call


_WAYS: tuple[tuple[Container[str], Any], ...] = (
    (MODULES, LazyLoader),
    (PATTERNS, _PatternsLate),
    (NAMES, _Late),
    (VALUES, _Late),
    (NUMBERS, _PlainNumbers),
)


def _codec(name: str) -> codecs.CodecInfo | None:
    """The encoding in which reportlab writes the syntax of a file, which `pdfmetrics` would define: our files' is
    ASCII."""
    return codecs.CodecInfo(codecs.ascii_encode, codecs.ascii_decode) if name == "extpdfdoc" else None
