"""What libraries bring along and a page hardly ever needs: it is made when it is first touched, and not before.

Start-up is a large part of a page's time. reportlab imports Pillow and the widths of the standard fonts; PyYAML
compiles the patterns of its Python reader, one of them longer than it takes to break a page's lines, where libyaml
reads. A plain render touches none of it. Only the command puts these things off: in a program that imports `layout`,
imports are that program's affair.
"""

import codecs
import re
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

# Modules that are imported by their first use.
MODULES = frozenset(
    {
        *("PIL.Image", "pickle", "tempfile", "reportlab.pdfbase.pdfmetrics"),  # reportlab's
        *("linecache", "tokenize"),  # of `inspect`, which HarfBuzz's binding imports
        "ipaddress",  # of `urllib.parse`
    }
)

# Modules whose patterns are compiled by their first use.
PATTERNS = frozenset(
    {
        *("gettext", "glob", "locale", "platform", "textwrap"),
        *("reportlab.lib.rl_safe_eval", "yaml.constructor", "yaml.reader", "yaml.resolver"),
    }
)


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
        way: Any = LazyLoader if name in MODULES else _PatternsLate if name in PATTERNS else None
        spec = PathFinder.find_spec(name, path, target) if way else None
        if way and spec and spec.loader:
            spec.loader = way(spec.loader)
        return spec


class _PatternsLate:
    """A loader in whose module `re.compile` gives late patterns."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        at_once = re.compile
        re.compile = _LatePattern  # type: ignore[assignment]  # answers as a pattern does
        try:
            self._loader.exec_module(module)
        finally:
            re.compile = at_once


class _LatePattern:
    """A pattern that is compiled when a method or an attribute of it is asked for."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(*self._given), name)


def _codec(name: str) -> codecs.CodecInfo | None:
    """The encoding in which reportlab writes the syntax of a file, which `pdfmetrics` would define: our files' is
    ASCII."""
    return codecs.lookup("ascii") if name == "extpdfdoc" else None
