"""Stories ready to be placed: heads, banner, body, styles."""

from itertools import accumulate
from typing import Literal, TypeAlias

from msgspec.structs import replace

from layout.copy.heads import read_head
from layout.copy.markup import read_body
from layout.copy.names import read_byline, set_byline
from layout.copy.types import Copy, Head, Piece
from layout.diag import Diagnostic, Outcome
from layout.resolve.cascade import Cascade
from layout.resolve.colours import read_colour
from layout.resolve.context import Context, place
from layout.resolve.strokes import read_box, read_rules
from layout.resolve.types import BannerPlan, Box, HeadCopy, HeadPlan, StoryPlan
from layout.spec.model import BannerSpec, BlockSpec, BoxSpec, HeadSpec, HeadText, StorySpec, Styles
from layout.style import ONE, TextStyle
from layout.units import Emu

Part: TypeAlias = Literal["kicker", "headline", "deck", "byline"]
PARTS: tuple[Part, ...] = ("kicker", "headline", "deck", "byline")
TEXT = (
    "body",
    "crosshead",
    "dateline",
    "dateline-by",
    "bold",
    "em",
    "link",
    "quote",
    "item",
    "table",
    "table-head",
)
SPANNING = ("crosshead", "quote", "table")  # what may go over several columns
EM_SPACE = "\u3000"


def read_story(story: StorySpec, block: BlockSpec, context: Context) -> Outcome[StoryPlan]:
    """The story as `block` sets it, in the block's styles and its head's upon the page's."""
    styles = context.styles.under(*display_style(block, context.styles), block.style, block.head.styles)
    normalise = story.normalise and block.normalise and context.theme.normalise
    body = read_body(
        story.body,
        normalise=normalise,
        document=story.document,
        path=(*story.path, "body"),
    )
    heads = read_heads(story, styles, normalise, block.head.order)
    head = head_plan(block.head, styles, context.grid.span(context.grid.columns))
    upright = any(part.style.direction == "vertical" for part in heads.value)
    plan = StoryPlan(
        id=story.id,
        heads=heads.value,
        copy=marked(body.value, context.theme.end_mark),
        styles={role: styles.style(role) for role in TEXT},
        where=place(story.document, story.path),
        banner=series_banner(story, styles, context),
        series="first-column" if upright else block.head.series,
        head=head,
        spans={role: styles.span(role) for role in SPANNING if styles.span(role) != ONE},
    )
    found = (*heads.diagnostics, *body.diagnostics)
    if upright and plan.banner and block.head.series != "first-column":
        where = place(block.document, (*block.path, "head", "series"))
        found += (Diagnostic("F047", "warning", where, {"story": story.id, "series": block.head.series}),)
    return Outcome(plan, found)


def marked(copy: Copy, mark: str) -> Copy:
    """The copy with the house's end mark after its last paragraph; it comes from no place in the source."""
    if not mark or not copy.blocks or copy.blocks[-1].kind not in ("paragraph", "item"):
        return copy
    last = copy.blocks[-1]
    ended = replace(last, pieces=(*last.pieces, Piece(mark, (-1,) * len(mark))))
    return replace(copy, blocks=(*copy.blocks[:-1], ended))


def display_style(block: BlockSpec, styles: Cascade) -> tuple[Styles, ...]:
    """A style by name (`style: lead`) is what a story's headline is set in."""
    name = block.style_name
    return tuple({"headline": layer[name]} for layer in styles.layers if name in layer)


def read_heads(
    story: StorySpec, styles: Cascade, normalise: bool, order: tuple[Part, ...] = ()
) -> Outcome[tuple[HeadCopy, ...]]:
    """The parts of the head that the story has, from the top down: those of `order` first, in that order."""
    found: list[Diagnostic] = []
    heads: list[HeadCopy] = []
    for part in dict.fromkeys((*order, *PARTS)):
        text: HeadText | None = getattr(story, part)
        if text is None:
            continue
        read = [read_line(story, part, i, line, normalise) for i, line in enumerate(text.lines)]
        found += [finding for line in read for finding in line.diagnostics]
        set_ = [byline(line.value) if part == "byline" else line.value for line in read]
        lines = tuple(line.text for line in set_)
        kept = tuple((i, *group) for i, line in enumerate(set_) for group in line.groups)
        heads.append(HeadCopy(part, lines, styles.style(part), place(story.document, story.path, part), kept))
    if any(part.style.direction == "vertical" for part in heads):
        heads = [replace(part, style=vertical(part.style)) for part in heads]
    return Outcome(tuple(heads), tuple(found))


def vertical(style: TextStyle) -> TextStyle:
    """The style in a vertical head: all of its parts are vertical, and none is condensed."""
    return replace(style, direction="vertical", scale=(1000, 1000))


def head_plan(spec: HeadSpec, styles: Cascade, width: Emu) -> HeadPlan:
    """The place of a head; its `width` in per cent is of the type area's, which is `width` wide."""
    ruler, palette = styles.ruler, styles.palette
    first, last = spec.columns or (1, 1)
    return HeadPlan(
        place=spec.place,
        columns=(first - 1, last - 1) if spec.columns else None,
        width=0 if spec.width is None else ruler.emu(spec.width, whole=width),
        height=spec.height,
        box=None if spec.box is None else read_box(spec.box, ruler, palette),
        rules=read_rules(spec.rules, ruler, palette),
        behind={role: read_colour(colour, palette) for role, colour in spec.behind.items()},
    )


def read_line(story: StorySpec, part: Part, line: int, text: str, normalise: bool) -> Outcome[Head]:
    """One line of a part of the head."""
    head: HeadText | None = getattr(story, part)
    lines = (line,) if head and head.fixed else ()
    return read_head(text, normalise=normalise, document=story.document, path=(*story.path, part, *lines))


def byline(line: Head) -> Head:
    """A line of a byline with its roles and names spaced; it may be divided before a role only."""
    groups = set_byline(read_byline(line.text))
    ends = tuple(accumulate(len(group) + len(EM_SPACE) for group in groups))
    ranges = tuple(
        (end - len(group) - len(EM_SPACE), end - len(EM_SPACE)) for group, end in zip(groups, ends)
    )
    return Head(EM_SPACE.join(groups), (), ranges)


def series_banner(story: StorySpec, styles: Cascade, context: Context) -> BannerPlan | None:
    """The banner of the story's series; None without a series."""
    if not story.series:
        return None
    banner = find_banner(story.series, context)
    style = styles.under(banner.style).style("banner")
    where = place(story.document, story.path, "series")
    return BannerPlan(banner.lines, style, banner_box(banner.box, context), where)


def find_banner(name: str, context: Context) -> BannerSpec:
    """The banner called `name`, the page's before the theme's. KeyError if there is none (the reader has
    refused it)."""
    return context.page.banners.get(name) or context.theme.banners[name]


def banner_box(said: BoxSpec | None, context: Context) -> Box:
    """A banner's frame: its own, else the theme's for banners, else none."""
    box = said or context.theme.banner_box or BoxSpec()
    return read_box(box, context.styles.ruler, context.styles.palette)
