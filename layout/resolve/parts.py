"""Small parts of a page: free text, pull quotes, the nameplate, QR codes, advertisements."""

from msgspec.structs import replace

from layout.diag import Diagnostic, Fact, Outcome
from layout.geometry import Rect
from layout.picture import PictureError
from layout.resolve.context import Context, place
from layout.resolve.furniture import read_piece
from layout.resolve.pictures import broken, read_shot
from layout.resolve.places import free_rect
from layout.resolve.types import (
    Area,
    Blank,
    Content,
    NameplatePlan,
    Part,
    PicturePlan,
    QrPlan,
    QuotePlan,
    TablePlan,
    TextPlan,
)
from layout.resolve.wording import read_lines, read_words
from layout.spec.model import AtCells, AtFree, BlockSpec, TableSpec


def text(block: BlockSpec, context: Context) -> Outcome[Content]:
    """A free piece of text in the style that the block names, else in the body's; a line may name another."""
    styles = context.styles.under(block.style)
    own = block.style_name or "body"
    wanted = block.normalise and context.theme.normalise
    where = place(block.document, block.path, "text")
    parts: list[Part] = []
    found: list[Diagnostic] = []
    for part in block.parts:
        done = [read_words(words, where, wanted=wanted) for words in (part.lead, part.text)]
        found += (finding for d in done for finding in d.diagnostics)
        lead, words = (d.value for d in done)
        style = styles.style(part.style or own)
        bold = styles.within("bold", style) if lead else None
        parts.append(Part(words, style, lead, bold, f"{part.page}版" if part.page else ""))
    return Outcome(TextPlan(tuple(parts), styles.style(own), where), tuple(found))


def quote(block: BlockSpec, context: Context) -> Outcome[Content]:
    """A pull quote, in the style of that name."""
    wanted = block.normalise and context.theme.normalise
    where = place(block.document, block.path, "quote")
    lines = read_lines(block.lines, where, wanted=wanted)
    style = context.styles.under(block.style).style("pull-quote")
    return Outcome(QuotePlan(lines.value, style, where), lines.diagnostics)


def nameplate(block: BlockSpec, area: Area | None, context: Context) -> Outcome[Content]:
    """The theme's pieces of the nameplate with the page's facts in them; per cent are of the block, less the gap
    at its foot. A305: the theme has none."""
    where = place(block.document, block.path, "nameplate")
    if not context.theme.nameplate:
        return Outcome(Blank("nameplate"), (Diagnostic("A305", "error", where),))
    whole = _whole(block, area, context)
    done = [read_piece(piece, context, whole, "nameplate") for piece in context.theme.nameplate]
    found = tuple(finding for d in done for finding in d.diagnostics)
    return Outcome(NameplatePlan(tuple(d.value for d in done)), found)


def _whole(block: BlockSpec, area: Area | None, context: Context) -> Rect:
    """The block's rectangle."""
    grid = context.grid
    if area is None:
        at = block.at
        return (
            free_rect(at, context.styles.ruler, context.trim) if isinstance(at, AtFree) else Rect(0, 0, 0, 0)
        )
    cells = area.bounds
    at_foot = cells.line + cells.lines >= grid.lines or isinstance(block.at, AtCells)
    return grid.rect(cells.column, cells.line, cells.columns, cells.lines - (0 if at_foot else grid.gap))


def qr(block: BlockSpec, context: Context) -> Outcome[Content]:
    """A QR code that stands 15% of damage (level M), in as few modules as hold its link. A306: the link is longer
    than any code."""
    import segno

    styles = context.styles.under(block.style)
    where = place(block.document, block.path, "qr")
    url = "".join(block.lines)
    try:
        code = segno.make_qr(url, error="m", boost_error=False)
    except segno.DataOverflowError:
        return Outcome(Blank(url), (Diagnostic("A306", "error", where, {"characters": len(url)}),))
    wanted = block.normalise and context.theme.normalise
    caption = read_words(block.label, place(block.document, block.path, "caption"), wanted=wanted)
    modules = tuple(tuple(module == 1 for module in row) for row in code.matrix)
    plan = QrPlan(url, modules, caption.value, styles.style("qr"), where)
    return Outcome(plan, caption.diagnostics)


def table(block: BlockSpec, context: Context) -> Outcome[Content]:
    """A table that stands by itself, from a story, a file or the block. A307: its file is no table."""
    from layout.copy.blocks import Reader

    spec, story = _table(block, context)
    where = place(spec.document, spec.path)
    document, path = (spec.written, ()) if spec.file else (spec.document, spec.path)
    try:
        text = _markdown(spec, context)
    except (OSError, UnicodeError):
        text = ""
    normalise = block.normalise and context.theme.normalise
    reader = Reader(text, normalise and (not story or context.page.stories[story].normalise), document, path)
    reader.read()
    tables = [one for one in reader.blocks if one.kind == "table"]
    found = [replace(one, where=where) for one in reader.found] if spec.file else reader.found
    if len(tables) != 1 or len(reader.blocks) != 1:
        if not any(one.severity == "error" for one in found):  # else what is wrong with it has been told
            facts: dict[str, Fact] = {"file": spec.written or block.id}
            found = [*found, Diagnostic("A307", "error", where, facts)]
        return Outcome(Blank(document), tuple(found))
    styles = context.styles.under(block.style)
    columns = block.columns if isinstance(block.columns, int) else 1
    own = place(block.document, block.path, "table")
    plan = TablePlan(tables[0], styles.style("table"), styles.style("table-head"), own, columns, story)
    return Outcome(plan, tuple(found))


def _table(block: BlockSpec, context: Context) -> tuple[TableSpec, str]:
    """The table that the block means, and whose it is: "" for the page's. KeyError if its story has none (the reader
    has refused it)."""
    if block.refs:
        story, _, name = block.refs[0].rpartition("/")
        return context.page.stories[story].tables[name], story
    own = (block.id, block.document, (*block.path, "table"))
    if block.file:
        return TableSpec(*own, "", block.file.file, block.file.written), ""
    return TableSpec(*own, block.lines[0]), ""


def _markdown(table: TableSpec, context: Context) -> str:
    """The table as Markdown; the rows of a CSV file between bars, the lines of its cells kept. Raises OSError and
    UnicodeError."""
    if not table.file:
        return table.text
    text = context.world.read_bytes(table.file).decode("utf-8-sig")
    if not table.file.endswith(".csv"):
        return text
    import csv
    from io import StringIO

    rows = [
        [cell.strip().replace("|", r"\|").replace("\n", "<br>") for cell in row]
        for row in csv.reader(StringIO(text, newline=""))
        if row
    ]
    if not rows:
        return ""
    lines = [" | ".join(row) for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])]
    return "\n".join(f"| {line} |" for line in lines)


def ad(block: BlockSpec, context: Context) -> Outcome[Content]:
    """An advertisement: all of its picture in its place, without words of ours."""
    picture = block.file
    assert picture is not None  # the reader has seen to it
    try:
        shot = read_shot(picture.file, context)
    except (OSError, PictureError) as fault:
        return Outcome(Blank(picture.written), (broken(picture, picture.written, fault, "ad"),))
    style = context.styles.style("caption")
    where = place(block.document, block.path, "ad")
    plan = PicturePlan(
        id=block.id,
        source=shot.source,
        digest=shot.digest,
        pixels=shot.pixels,
        caption="",
        credit="",
        alt=picture.alt,
        caption_style=style,
        credit_style=style,
        place="none",
        crop=(500, 500),
        cover=False,
        where=where,
        vector=shot.vector,
        ad=True,
    )
    return Outcome(plan)
