"""The PDF backend. In: scenes, the faces and pictures they name. Out: the bytes of a PDF 1.7 file.

`file` writes objects, `font` and `image` make resources, `content` paints. The same input gives the same
bytes.
"""

from layout.backends.pdf import font, image
from layout.backends.pdf.content import Content
from layout.backends.pdf.file import Entries, File
from layout.backends.pdf.meta import information, moment, xmp
from layout.backends.pdf.syntax import length, name, number, string
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.scene.items import GlyphRun, Group, Item, Picture, Scene
from layout.style import Colour
from layout.world import World


def render(scenes: tuple[Scene, ...], library: FontLibrary, world: World, epoch: int | None = None) -> bytes:
    """`scenes` as the pages of one PDF; what the file says of itself is the first page's `meta`.

    `epoch` is the moment of making in seconds since 1970; without it the page's date is taken. Raises
    ValueError if there are no scenes, `PictureError` for a picture that can't be shown, KeyError for a face
    the library does not know, and what `world` raises.
    """
    if not scenes:
        raise ValueError("a PDF needs a page")
    file = File()
    texts: dict[str, dict[int, str]] = {}
    uses: dict[str, list[Picture]] = {}
    for scene in scenes:
        _survey(scene.items, texts, uses)
    fonts = {
        face: font.embed(file, f"F{i}", library.face(face), said)
        for i, (face, said) in enumerate(texts.items(), 1)
    }
    images = {
        digest: image.embed(file, f"I{i}", world.read_bytes(used[0].source), used)
        for i, (digest, used) in enumerate(uses.items(), 1)
    }
    for scene in scenes:
        _page(file, scene, Content(scene, fonts, images))
    meta = scenes[0].meta
    when = moment(meta, epoch)
    packet = file.stream({"Type": "/Metadata", "Subtype": "/XML"}, xmp(meta, when), deflate=False)
    return file.finish(information(meta, when), packet, string(meta.language))


def _survey(
    items: tuple[Item, ...], texts: dict[str, dict[int, str]], uses: dict[str, list[Picture]]
) -> None:
    """Which glyphs of which face there are, with a text that each stands for ("" if it never starts a
    cluster), and all uses of each picture, added to `texts` and `uses` in painting order."""
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
                uses.setdefault(item.digest, []).append(item)
            case Group():
                _survey(item.items, texts, uses)


def _page(file: File, scene: Scene, content: Content) -> None:
    """Adds a page: its media is the bleed, and so are its crop and bleed boxes."""
    trim, bleed = scene.trim, scene.bleed
    media = f"[0 0 {length(bleed.width)} {length(bleed.height)}]"
    resources = {"Font": file.fonts}
    if content.images:
        resources["XObject"] = _dictionary({i.key: i.reference for i in content.images.values()})
    if content.spots:
        resources["ColorSpace"] = _dictionary({key: _separation(c) for c, key in content.spots.items()})
    entries: Entries = {
        "MediaBox": media,
        "CropBox": media,
        "BleedBox": media,
        "TrimBox": _box(trim, bleed),
        "Resources": _dictionary(resources),
        "Contents": file.stream({}, content.stream()),
    }
    if content.links:
        entries["Annots"] = f"[{' '.join(content.links)}]"
    file.page(entries)


def _box(rect: Rect, bleed: Rect) -> str:
    corners = rect.x - bleed.x, bleed.bottom - rect.bottom, rect.right - bleed.x, bleed.bottom - rect.y
    return f"[{' '.join(map(length, corners))}]"


def _separation(colour: Colour) -> str:
    """A spot ink: full strength looks like its alternate where there is no such ink."""
    inks = " ".join(number(ink / 1000) for ink in colour.cmyk)
    blend = f"<</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [{inks}] /N 1>>"
    return f"[/Separation {name(colour.spot)} /DeviceCMYK {blend}]"


def _dictionary(entries: dict[str, str]) -> str:
    return f"<<{' '.join(f'/{k} {v}' for k, v in entries.items())}>>"
