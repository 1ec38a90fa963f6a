"""The page's lattice: the theme's grid with the page's changes, in Emu."""

from msgspec.structs import fields

from layout.resolve.lengths import Ruler
from layout.resolve.types import Grid
from layout.spec.model import GridSpec, Length, Styles
from layout.style import EM, HAN_TOP
from layout.units import Emu

BODY = Length(9, "pt")
NOTHING = Length(0, "pt")
DEFAULTS = GridSpec(
    columns=1, measure=Length(13, "字"), gutter=Length(1, "字"), lines=1, leading=Length(12, "pt"), gap=1
)


def read_grid(
    theme: GridSpec, page: GridSpec, styles: tuple[Styles, ...], sizes: dict[str, Length], width: Emu
) -> tuple[Grid, Ruler]:
    """The grid and the ruler of a page `width` Emu wide. `styles` are the theme's and the page's, for the
    body's size. A grid without `left` is centred. A line's Han bodies stand in the middle of its strip."""
    spec = merged(theme, page)
    body = body_size(styles, sizes)
    bare = Ruler(body, 0, 0, 0, sizes)
    leading = bare.emu(spec.leading or NOTHING, whole=body)
    measure, gutter = bare.emu(spec.measure or NOTHING), bare.emu(spec.gutter or NOTHING)
    ruler = Ruler(body, leading, measure, gutter, sizes)
    columns = spec.columns or 1
    live = columns * measure + (columns - 1) * gutter
    grid = Grid(
        x=(width - live) // 2 if spec.left is None else ruler.emu(spec.left, whole=width),
        y=ruler.emu(spec.top or NOTHING),
        columns=columns,
        measure=measure,
        gutter=gutter,
        lines=spec.lines or 1,
        leading=leading,
        body=body,
        baseline=(leading - body) // 2 + body * HAN_TOP // EM,
        gap=spec.gap or 0,
    )
    return grid, ruler


def merged(theme: GridSpec, page: GridSpec) -> GridSpec:
    """Key by key: the page's word, else the theme's, else the default."""
    chosen = {}
    for field in fields(GridSpec):
        said = (getattr(spec, field.name) for spec in (page, theme, DEFAULTS))
        chosen[field.name] = next((value for value in said if value is not None), None)
    return GridSpec(**chosen)


def body_size(styles: tuple[Styles, ...], sizes: dict[str, Length]) -> Emu:
    """The size of the body, the 字 of all geometry."""
    size = Ruler(0, 0, 0, 0, sizes).emu(BODY)
    for layer in styles:
        said = layer["body"].size if "body" in layer else None
        if said is not None:
            size = Ruler(size, 0, 0, 0, sizes).emu(said, whole=size)
    return size
