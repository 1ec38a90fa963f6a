"""Pictures: their files, their pixels, their captions."""

from hashlib import sha256

from layout.diag import Diagnostic, Outcome
from layout.picture import PictureError, picture_facts
from layout.resolve.context import Context, place
from layout.resolve.types import Blank, Content, PicturePlan
from layout.resolve.wording import read_words
from layout.spec.model import BlockSpec, PictureSpec

PER_MILLE = 1000
CODES = {"unknown": "A101", "broken": "A102", "too-large": "A103", "unsupported": "A104"}


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
    try:
        data = context.world.read_bytes(picture.file)
        facts = picture_facts(data)
    except (OSError, PictureError) as fault:
        return Outcome(Blank(picture.written), (broken(picture, fault),))
    styles = context.styles.under(block.style)
    wanted = block.normalise and context.theme.normalise
    caption = read_words(picture.caption, place(picture.document, picture.path, "caption"), wanted=wanted)
    credit = read_words(
        picture.credit, place(picture.document, picture.path, "credit"), wanted=wanted, label=True
    )
    plan = PicturePlan(
        id=ref,
        source=picture.file,
        digest=sha256(data).hexdigest(),
        pixels=facts.shown,
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
    )
    return Outcome(plan, (*caption.diagnostics, *credit.diagnostics))


def broken(picture: PictureSpec, fault: OSError | PictureError) -> Diagnostic:
    """The finding about a file that is no picture or can't be read."""
    code = CODES[fault.reason] if isinstance(fault, PictureError) else "A105"
    where = place(picture.document, picture.path, "file")
    facts: dict[str, str | int | float] = {"file": picture.written, "picture": picture.id}
    return Diagnostic(code, "error", where, facts)
