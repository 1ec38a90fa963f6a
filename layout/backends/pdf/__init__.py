"""The PDF backend. In: scenes, the faces and pictures they name. Out: the bytes of a PDF file.

`file` writes objects, `font` and `image` make resources, `content` paints, `structure` tags, `marks` draws
round the page, `output` and `meta` say what the file is. The same input gives the same bytes.
"""

from layout.backends.pdf import font
from layout.backends.pdf.content import Content
from layout.backends.pdf.file import Entries, File
from layout.backends.pdf.image import Shown
from layout.backends.pdf.meta import PRODUCER, information, moment, xmp
from layout.backends.pdf.output import Output
from layout.backends.pdf.structure import Structure
from layout.backends.pdf.syntax import dictionary, length, name, number, string
from layout.cache import Cache, NoCache
from layout.diag import Outcome
from layout.font.library import FontLibrary
from layout.geometry import Insets, Rect
from layout.scene.items import GlyphRun, Group, Item, Picture, Scene
from layout.style import Colour
from layout.units import MM
from layout.world import World

MARGIN = 11 * MM  # of the sheet round the bleed, where there are marks


def render(scenes: tuple[Scene, ...], library: FontLibrary, world: World, epoch: int | None = None) -> bytes:
    """The file that `write` makes, without its findings."""
    return write(scenes, library, world, epoch=epoch).value


def write(
    scenes: tuple[Scene, ...],
    library: FontLibrary,
    world: World,
    *,
    epoch: int | None = None,
    cache: Cache | None = None,
) -> Outcome[bytes]:
    """`scenes` as the pages of one PDF; what the file says of itself and claims to be is what the first page's
    `meta` and `press` ask for.

    `epoch` is the moment of making in seconds since 1970; without it the page's date is taken. `cache` keeps
    converted pictures. Findings (P001 and on): a picture that can't be shown is left out, a standard that
    can't be kept is not claimed. Raises ValueError if there are no scenes, KeyError for a face the library
    does not know, OSError for a picture that can't be read.
    """
    if not scenes:
        raise ValueError("a PDF needs a page")
    output = Output(scenes, world, cache or NoCache())
    file = File(output.minor)
    texts: dict[str, dict[int, str]] = {}
    uses: dict[Shown, list[Picture]] = {}
    pages = [(scene, _with_marks(scene, library)) for scene in scenes]
    grounds = [_grounds(items, world) for _, items in pages]
    for (_, items), behind in zip(pages, grounds):
        _survey(items, texts, uses, behind)
    for at, ((_, ground), used) in enumerate(uses.items(), 1):
        output.picture(file, f"I{at}", used, ground)
    output.look_at(texts)
    fonts = {
        face: font.embed(file, f"F{i}", library.face(face), said)
        for i, (face, said) in enumerate(texts.items(), 1)
    }
    structure = Structure(file) if output.press.standards else None
    for (scene, items), behind in zip(pages, grounds):
        _page(file, scene, items, fonts, output, structure, behind)
    return Outcome(_finish(file, scenes[0], output, structure, epoch), output.findings())


def _finish(
    file: File, scene: Scene, output: Output, structure: Structure | None, epoch: int | None
) -> bytes:
    """The catalog, the metadata and the file."""
    meta, press = output.titled(scene.meta), output.press
    when = moment(meta, epoch, needed=bool(press.standards))
    catalog: Entries = {"Lang": string(meta.language)}
    catalog |= output.intents(file)
    if structure:
        catalog |= structure.finish()
    info = information(meta, when, press)
    identifier = file.identifier(info)
    packet = xmp(meta, when, press, identifier)
    catalog["Metadata"] = file.stream({"Type": "/Metadata", "Subtype": "/XML"}, packet, deflate=False)
    return file.finish(info, catalog, identifier)


def _with_marks(scene: Scene, library: FontLibrary) -> tuple[Item, ...]:
    """All that is painted on the sheet. Where there are marks, what goes beyond the bleed is cut off."""
    if not scene.press.marks:
        return scene.items
    from layout.backends.pdf.marks import mark_items

    return (Group(scene.items, scene.bleed), *mark_items(scene, library, scene.press, PRODUCER))


def _grounds(items: tuple[Item, ...], world: World) -> dict[Picture, Colour]:
    """What shows through pictures, where there are any."""
    if not any(isinstance(item, Picture | Group) for item in items):
        return {}
    from layout.backends.pdf.cutout import grounds_of

    return grounds_of(items, world)


def _survey(
    items: tuple[Item, ...],
    texts: dict[str, dict[int, str]],
    uses: dict[Shown, list[Picture]],
    grounds: dict[Picture, Colour],
) -> None:
    """Which glyphs of which face there are, with a text that each stands for ("" if it never starts a
    cluster), and all uses of each picture on each ground, added to `texts` and `uses` in painting order."""
    for item in items:
        match item:
            case GlyphRun():
                said = texts.setdefault(item.face, {})
                if "" in item.texts:
                    silent = {g: t for g, t in zip(item.glyphs, item.texts) if t or g not in said}
                    said.update(silent)
                else:
                    said.update(zip(item.glyphs, item.texts))
            case Picture():
                uses.setdefault((item.digest, grounds.get(item)), []).append(item)
            case Group():
                _survey(item.items, texts, uses, grounds)


def _page(
    file: File,
    scene: Scene,
    items: tuple[Item, ...],
    fonts: dict[str, font.Font],
    output: Output,
    structure: Structure | None,
    grounds: dict[Picture, Colour],
) -> None:
    """Adds a page. Its media is the bleed, with room for the marks where there are any."""
    trim, bleed = scene.trim, scene.bleed
    media = scene.bleed.inset(Insets(*[-MARGIN] * 4)) if scene.press.marks else bleed
    reference = file.reserve()
    tags = structure.page(reference, media, scene.meta.page) if structure else None
    content = Content(items, media, fonts, output.images, tags, grounds)
    resources = {"Font": file.fonts}
    if content.images:
        resources["XObject"] = dictionary(content.images)
    if content.spots:
        resources["ColorSpace"] = dictionary({key: _separation(c) for c, key in content.spots.items()})
    if content.states:
        resources["ExtGState"] = dictionary(content.states)
    entries: Entries = {
        "MediaBox": _box(media, media),
        "CropBox": _box(media, media),
        "BleedBox": _box(bleed, media),
        "TrimBox": _box(trim, media),
        "Resources": dictionary(resources),
        "Contents": file.stream({}, content.stream()),
    }
    if content.links and output.links:
        entries["Annots"] = f"[{' '.join(content.links)}]"
    if tags:
        entries |= tags.entries()
    file.page(reference, entries)


def _box(rect: Rect, media: Rect) -> str:
    corners = rect.x - media.x, media.bottom - rect.bottom, rect.right - media.x, media.bottom - rect.y
    return f"[{' '.join(map(length, corners))}]"


def _separation(colour: Colour) -> str:
    """A spot ink: full strength looks like its alternate where there is no such ink."""
    inks = " ".join(number(ink / 1000) for ink in colour.cmyk)
    blend = f"<</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [{inks}] /N 1>>"
    return f"[/Separation {name(colour.spot)} /DeviceCMYK {blend}]"
