"""What every step of resolving needs to know of the page."""

from msgspec import Struct

from layout.diag import Where
from layout.geometry import Rect
from layout.resolve.cascade import Cascade
from layout.resolve.types import Grid
from layout.spec.model import PageSpec, ThemeSpec
from layout.world import World


class Context(Struct, frozen=True):
    """The page, its theme, its trimmed size, its grid, the styles of the theme with the page's upon them,
    and where files are read. The styles carry the ruler and the palette."""

    page: PageSpec
    theme: ThemeSpec
    trim: Rect
    grid: Grid
    styles: Cascade
    world: World


def place(document: str, path: tuple[str | int, ...], *more: str | int) -> Where:
    """A place in a document."""
    return Where(document, (*path, *more))
