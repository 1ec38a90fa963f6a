"""Stories ready to be placed: heads, banner, body, styles."""

from typing import Literal, TypeAlias

from layout.copy.markup import read_body
from layout.copy.names import read_byline, read_head, set_byline
from layout.diag import Diagnostic, Outcome
from layout.resolve.cascade import Cascade
from layout.resolve.context import Context, place
from layout.resolve.strokes import read_box
from layout.resolve.types import BannerPlan, Box, HeadCopy, StoryPlan
from layout.spec.model import BlockSpec, BoxSpec, HeadText, StorySpec, Styles

Part: TypeAlias = Literal["kicker", "headline", "deck", "byline"]
PARTS: tuple[Part, ...] = ("kicker", "headline", "deck", "byline")
TEXT = ("body", "crosshead", "dateline", "dateline-by", "bold", "em", "link", "quote", "item")
EM_SPACE = "\u3000"


def read_story(story: StorySpec, block: BlockSpec, context: Context) -> Outcome[StoryPlan]:
    """The story as `block` sets it, in the block's styles and its head's upon the page's."""
    styles = context.styles.under(*display_style(block, context.styles), block.style, block.head.styles)
    body = read_body(
        story.body,
        normalise=story.normalise and block.normalise,
        document=story.document,
        path=(*story.path, "body"),
    )
    heads = read_heads(story, styles)
    plan = StoryPlan(
        id=story.id,
        heads=heads.value,
        copy=body.value,
        styles={role: styles.style(role) for role in TEXT},
        where=place(story.document, story.path),
        banner=series_banner(story, styles, context),
        series=block.head.series,
    )
    return Outcome(plan, (*heads.diagnostics, *body.diagnostics))


def display_style(block: BlockSpec, styles: Cascade) -> tuple[Styles, ...]:
    """A style by name (`style: lead`) is what a story's headline is set in."""
    name = block.style_name
    return tuple({"headline": layer[name]} for layer in styles.layers if name in layer)


def read_heads(story: StorySpec, styles: Cascade) -> Outcome[tuple[HeadCopy, ...]]:
    """The parts of the head that the story has, from the top down."""
    found: list[Diagnostic] = []
    heads: list[HeadCopy] = []
    for part in PARTS:
        text: HeadText | None = getattr(story, part)
        if text is None:
            continue
        where = place(story.document, story.path, part)
        lines, kept = byline(text) if part == "byline" else ((), ())
        if part != "byline":
            read = [read_head(line) for line in text.lines]
            lines = tuple(head.text for head in read)
            kept = tuple((i, *group) for i, head in enumerate(read) for group in head.groups)
        heads.append(HeadCopy(part, lines, styles.style(part), where, kept))
    return Outcome(tuple(heads), tuple(found))


def byline(text: HeadText) -> tuple[tuple[str, ...], tuple[tuple[int, int, int], ...]]:
    """The lines of a byline, roles and names spaced, and the groups in them that are never divided: a byline
    breaks before a role only."""
    lines: list[str] = []
    kept: list[tuple[int, int, int]] = []
    for i, line in enumerate(text.lines):
        start = 0
        groups = set_byline(read_byline(line))
        for group in groups:
            kept.append((i, start, start + len(group)))
            start += len(group) + len(EM_SPACE)
        lines.append(EM_SPACE.join(groups))
    return tuple(lines), tuple(kept)


def series_banner(story: StorySpec, styles: Cascade, context: Context) -> BannerPlan | None:
    """The banner of the story's series, the page's before the theme's; None without a series."""
    if not story.series:
        return None
    banner = context.page.banners.get(story.series) or context.theme.banners[story.series]
    where = place(story.document, story.path, "series")
    return BannerPlan(
        banner.lines,
        styles.under(banner.style).style("banner"),
        banner_box(banner.box, context),
        where,
    )


def banner_box(said: BoxSpec | None, context: Context) -> Box:
    """A banner's frame: its own, else the theme's for banners, else none."""
    box = said or context.theme.banner_box or BoxSpec()
    return read_box(box, context.styles.ruler, context.styles.palette)
