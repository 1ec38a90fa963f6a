"""Resolving: from the specs of a page and its theme to the plan of the page."""

from collections.abc import Sequence

from layout.diag import Diagnostic, Outcome, Where
from layout.geometry import Rect
from layout.press import Standard
from layout.resolve.blocks import read_blocks
from layout.resolve.bounds import check_bounds
from layout.resolve.cascade import Cascade
from layout.resolve.context import Context
from layout.resolve.furniture import read_furniture
from layout.resolve.grid import read_grid
from layout.resolve.lengths import Ruler
from layout.resolve.printing import read_print
from layout.resolve.types import PagePlan
from layout.spec.model import Length, PageFacts, PageSpec, PaperSpec, ThemeSpec
from layout.world import World


def resolve(
    page: PageSpec, theme: ThemeSpec, world: World, standards: Sequence[Standard] | None = None
) -> Outcome[PagePlan]:
    """The plan of a page: all lengths in Emu, all styles concrete, all copy and pictures read.

    The specs are as the reader leaves them: every name that they use is known. Findings are about copy,
    pictures, furniture, the paper's edges and the press; where a picture can't be used, its room is kept free.
    The file is to keep `standards`, where given, in place of the theme's.
    """
    trim, bleed = page_boxes(theme.paper, theme.print.bleed)
    layers = (theme.styles, page.styles)
    grid, ruler = read_grid(theme.grid, page.grid, layers, theme.sizes, trim.width)
    styles = Cascade(layers, ruler, theme.colours, theme.setting)
    context = Context(page, theme, trim, grid, styles, world)

    blocks = read_blocks(context)
    furniture = read_furniture(context)
    press = read_print(theme, world, standards)

    plan = PagePlan(
        title=title(page.facts),
        date=page.facts.date,
        trim=trim,
        bleed=bleed,
        grid=grid,
        blocks=blocks.value,
        furniture=furniture.value,
        words=(*page.words, *theme.words),
        segmenter=theme.segmenter,
        number=page.facts.number,
        press=press.value,
    )
    found = (
        *blocks.diagnostics,
        *furniture.diagnostics,
        *check_bounds(plan, page, theme),
        *press.diagnostics,
    )
    return Outcome(plan, (*found, *check_segmenter(theme)))


def check_segmenter(theme: ThemeSpec) -> tuple[Diagnostic, ...]:
    """T106: the theme names a segmenter that is not installed."""
    if theme.segmenter == "builtin":
        return ()
    from importlib.util import find_spec

    if find_spec(theme.segmenter):
        return ()
    where = Where(theme.document, ("segmenter",))
    return (Diagnostic("T106", "error", where, {"segmenter": theme.segmenter}),)


def page_boxes(paper: PaperSpec, over: Length | None = None) -> tuple[Rect, Rect]:
    """The trimmed page, its corner at (0, 0), and the page with its bleed: the paper's, or the press's own
    (`over`)."""
    ruler = Ruler(0, 0, 0, 0)
    width, height, bleed = (ruler.emu(length) for length in (paper.width, paper.height, over or paper.bleed))
    return Rect(0, 0, width, height), Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)


def title(facts: PageFacts) -> str:
    """What the file calls itself: 河东日报 2026-03-09 第3版 综合新闻."""
    number = "" if facts.number is None else f"第{facts.number}版"
    return " ".join(part for part in (facts.paper, facts.date, number, facts.section) if part)
