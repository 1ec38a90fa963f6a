"""`layout`: pages of Chinese newspapers from YAML page specs and Markdown stories.

The public interface is `load`, `compose`, `render`, `check` and `diff` (docs/api.md); everything else is private.
Nothing is imported until it is asked for.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Finding", "Result", "__version__", "check", "compose", "diff", "load", "render"]

if TYPE_CHECKING:
    from layout.api import Finding, Result, check, compose, diff, load, render

_PUBLIC = ("load", "compose", "render", "check", "diff", "Finding", "Result")


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        from importlib import import_module

        return getattr(import_module("layout.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
