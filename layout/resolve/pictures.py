"""Pictures: their files, their pixels, their captions."""

from hashlib import sha256

from layout.diag import Diagnostic, Outcome
from layout.picture import MAX_PIXELS, PictureError, picture_facts
from layout.resolve.context import Context, place
from layout.resolve.strokes import read_stroke
from layout.resolve.types import Blank, Content, PicturePlan, Shot
from layout.resolve.wording import read_words
from layout.spec.model import BlockSpec, PictureSpec

PER_MILLE = 1000
CODES = {
    "unknown": "A101",
    "broken": "A102",
    "too-large": "A103",
    "unsupported": "A104",
    "locked": "A108",
}


def find_picture(ref: str, context: Context) -> PictureSpec:
    """The picture that `id` (of the page) or `story/id` means. KeyError if there is none (the reader has
    refused it)."""
    story, _, own = ref.rpartition("/")
    return context.page.stories[story].pictures[own] if story else context.page.pictures[ref]


def read_picture(block: BlockSpec, context: Context) -> Outcome[Content]:
    """The block's picture; room kept free, and a finding, where its file is no picture."""
    ref = block.refs[0]
    picture = find_picture(ref, context)
    where = place(picture.document, picture.path)
    shots: list[Shot] = []
    found: list[Diagnostic] = []
    for file, written in ((picture.file, picture.written), *picture.more):
        try:
            shots.append(read_shot(file, context))
        except (OSError, PictureError) as fault:
            found.append(broken(picture, written, fault))
    if not shots:
        return Outcome(Blank(picture.written, picture_of=ref.rpartition("/")[0]), tuple(found))
    first, *more = shots
    styles = context.styles.under(block.style)
    wanted = block.normalise and context.theme.normalise
    caption = read_words(picture.caption, place(picture.document, picture.path, "caption"), wanted=wanted)
    credit = read_words(
        picture.credit, place(picture.document, picture.path, "credit"), wanted=wanted, label=True
    )
    plan = PicturePlan(
        id=ref,
        source=first.source,
        digest=first.digest,
        pixels=first.pixels,
        caption=caption.value,
        credit=credit.value,
        alt=picture.alt or picture.caption,
        caption_style=styles.style("caption"),
        credit_style=styles.style("credit"),
        place=block.caption,
        crop=(round(block.crop.x * PER_MILLE), round(block.crop.y * PER_MILLE)),
        cover=block.picture_fit == "cover",
        where=where,
        story=ref.rpartition("/")[0],
        more=tuple(more),
        across=block.across,
        frame=None if block.frame is None else read_stroke(block.frame, styles.ruler, styles.palette),
        credit_after=block.credit == "after",
        vector=first.vector,
    )
    return Outcome(plan, (*found, *caption.diagnostics, *credit.diagnostics))


def read_shot(file: str, context: Context) -> Shot:
    """A picture file and its size. Raises OSError and `PictureError`."""
    data = context.world.read_bytes(file)
    facts = picture_facts(data)
    return Shot(file, sha256(data).hexdigest(), facts.shown, facts.format == "PDF")


def broken(
    picture: PictureSpec, written: str, fault: OSError | PictureError, key: str = "file"
) -> Diagnostic:
    """The finding about a file, named by `key`, that is no picture or can't be read."""
    code = CODES[fault.reason] if isinstance(fault, PictureError) else "A105"
    where = place(picture.document, picture.path, key)
    facts: dict[str, str | int | float] = {"file": written, "picture": picture.id}
    if isinstance(fault, PictureError) and fault.reason == "too-large":
        facts |= {"megapixels": round(fault.pixels / 1e6), "most": MAX_PIXELS // 1_000_000}
    return Diagnostic(code, "error", where, facts)
