"""`layout`: pages of Chinese newspapers from YAML page specs and Markdown stories.

The public interface is `load`, `compose` and `render`; everything else is private. Nothing is imported until
it is asked for.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Rendered", "SpecError", "__version__", "compose", "load", "render"]

if TYPE_CHECKING:
    from layout.diag import SpecError
    from layout.pipeline import Rendered, compose, load, render

_HOMES = {
    "load": "layout.pipeline",
    "compose": "layout.pipeline",
    "render": "layout.pipeline",
    "Rendered": "layout.pipeline",
    "SpecError": "layout.diag",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
