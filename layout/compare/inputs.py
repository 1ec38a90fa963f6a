"""What the command was given, as pages: specs are composed, scenes and PDFs are read.

A `Leaf` names a page without reading it, so that pages can be opened where there is a processor free.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.compare.proof import BREAK, Written, proof_of
from layout.compare.texts import Locate
from layout.compare.types import CantCompare, Noted, Proof, Source
from layout.diag import Diagnostic, SpecError, Where
from layout.scene.items import Scene
from layout.spec.source_map import Position, SourceMap
from layout.world import FileWorld, files_under

if TYPE_CHECKING:
    from layout.resolve.types import BlockPlan, StoryPlan

Kind: TypeAlias = Literal["spec", "scene", "pdf"]
SPECS = (".page.yaml", ".page.yml")
ENDINGS: dict[Kind, tuple[str, ...]] = {"spec": SPECS, "scene": (".scene.json",), "pdf": (".pdf",)}


class Leaf(Struct, frozen=True):
    """A page to be opened: its file, the page of a PDF, its number ("" if it has none), the name to call it, and
    the folder that names in reports are relative to ("" as the user wrote them)."""

    kind: Kind
    path: str
    name: str
    number: str
    index: int = 0
    root: str = ""


class Side(Struct, frozen=True):
    """A page opened: as a proof, with the ways to find a place in its documents (`block`: where a block is written)
    and to paint it as PDF. Pages with one `print_` look the same; "" says nothing."""

    leaf: Leaf
    proof: Proof
    locate: Locate
    pdf: Callable[[], bytes]
    print_: str = ""
    block: Callable[[str], Position | None] = lambda block: None


def leaves(path: str, *, root: str = "") -> tuple[Leaf, ...]:
    """The pages in a file or a folder, in order. CantCompare where there are none."""
    file = Path(path)
    if file.name == "edition.yaml":
        file = file.parent
    if file.is_dir():
        under = files_under(str(file))
        for kind, endings in ENDINGS.items():
            if found := [p for p in under if p.name.endswith(endings)]:
                return tuple(leaf for p in found for leaf in _file_leaves(p, kind, root))
        raise CantCompare("D905", file=_name(path, root))
    if not file.is_file():
        raise CantCompare("D904", file=_name(path, root))
    return _file_leaves(file, _kind(file), root)


def _kind(file: Path) -> Kind:
    """What a file is: by its first bytes, for a difftool hands over files under names of its own."""
    with file.open("rb") as stream:
        start = stream.read(1024)
    if b"%PDF-" in start:
        return "pdf"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "scene"
    if file.suffix.lower() in (".yaml", ".yml"):
        return "spec"
    raise CantCompare("D902" if file.suffix.lower() == ".pdf" else "D908", file=str(file))


def _file_leaves(file: Path, kind: Kind, root: str) -> tuple[Leaf, ...]:
    path, name = str(file), _name(str(file), root)
    if kind == "pdf":
        from layout.compare.foreign import open_pdf

        document = open_pdf(file.read_bytes(), name)
        pages = len(document)
        document.close()
        digits = _digits(file)
        return tuple(
            Leaf(kind, path, name, digits if pages == 1 and digits else str(i + 1), i, root)
            for i in range(pages)
        )
    number = _number(file) if kind == "spec" else ""
    return (Leaf(kind, path, name, number or _digits(file), root=root),)


def _name(path: str, root: str) -> str:
    return path.removeprefix(root).lstrip("/") if root else path


def _digits(file: Path) -> str:
    """The first number in a file's name, without leading noughts."""
    found = re.search(r"\d+", file.name.split(".")[0])
    return found[0].lstrip("0") if found else ""


def _number(file: Path) -> str:
    """The page number that a spec says; "" if it says none or can't be read (opening it will tell)."""
    from layout.spec.nodes import Mapping, Scalar
    from layout.spec.reading import Reading
    from layout.spec.yaml_reader import read_yaml

    try:
        node = read_yaml(FileWorld().read_text(str(file)), str(file), Reading())
    except (OSError, UnicodeDecodeError):
        return ""
    page = node.get("page") if isinstance(node, Mapping) else None
    number = page.get("number") if isinstance(page, Mapping) else None
    return number.text.strip() if isinstance(number, Scalar) else ""


def paired(
    a: Sequence[Leaf], b: Sequence[Leaf]
) -> tuple[tuple[tuple[Leaf, Leaf], ...], tuple[Leaf, ...], tuple[Leaf, ...]]:
    """Pages that go together, and those of either side without a partner. One page against one is a pair;
    of many, those with one number, or with one name where numbers are missing or double."""
    if len(a) == len(b) == 1:
        return ((a[0], b[0]),), (), ()
    numbers = all(leaf.number for leaf in (*a, *b)) and all(
        len({x.number for x in s}) == len(s) for s in (a, b)
    )

    def key(leaf: Leaf) -> str:
        return leaf.number if numbers else _name(leaf.path, leaf.root) if leaf.root else Path(leaf.path).name

    ours, theirs = {key(leaf): leaf for leaf in a}, {key(leaf): leaf for leaf in b}
    pairs = tuple((ours[name], theirs[name]) for name in ours if name in theirs)
    return (
        pairs,
        tuple(leaf for name, leaf in ours.items() if name not in theirs),
        tuple(leaf for name, leaf in theirs.items() if name not in ours),
    )


def open_leaf(leaf: Leaf, fonts: Sequence[str] = ()) -> Side:
    """Read or compose a page. CantCompare where it can't be."""
    match leaf.kind:
        case "spec":
            return _spec(leaf, fonts)
        case "scene":
            return _scene(leaf)
    return _pdf(leaf, Path(leaf.path).read_bytes())


def as_pdf(side: Side) -> Side:
    """A page of ours as its PDF shows it, to be compared with somebody's PDF."""
    data = side.pdf()
    return _pdf(replace(side.leaf, index=0), data)


def _pdf(leaf: Leaf, data: bytes) -> Side:
    from layout.compare.foreign import open_pdf, read_pdf

    document = open_pdf(data, leaf.name)
    try:
        if leaf.index >= len(document):
            raise CantCompare("D902", file=leaf.name)
        proof = read_pdf(document, leaf.index, leaf.name, leaf.number or str(leaf.index + 1))
    finally:
        document.close()
    return Side(leaf, proof, lambda where: None, lambda: data, f"{sha256(data).hexdigest()} {leaf.index}")


def _scene(leaf: Leaf) -> Side:
    from msgspec import MsgspecError

    from layout.scene.codec import load
    from layout.scene.portable import located

    try:
        scene = located(load(Path(leaf.path).read_bytes()), str(Path(leaf.path).parent))
    except (MsgspecError, ValueError) as error:
        raise CantCompare("D909", file=leaf.name, message=str(error)) from None

    def pdf() -> bytes:
        from layout.backends.pdf import render
        from layout.font.library import FontLibrary
        from layout.picture import PictureError
        from layout.resolve.families import package_fonts

        fonts = package_fonts()
        try:
            return render((scene,), FontLibrary(fonts.families, fonts.sources), FileWorld(), epoch=0)
        except (KeyError, OSError, PictureError) as error:
            raise CantCompare("D910", file=leaf.name, message=str(error)) from None

    number = leaf.number if scene.meta.page is None else str(scene.meta.page)
    proof = proof_of(scene, leaf.name, number or "1")
    return Side(leaf, proof, lambda where: None, pdf, _print(scene))


def _spec(leaf: Leaf, fonts: Sequence[str]) -> Side:
    from layout.pipeline import compose, paint
    from layout.scene.make_up import facts_of

    world = FileWorld()
    try:
        composed = compose(leaf.path, world, fonts)
    except SpecError as error:
        found = _noted(error.diagnostics, _locator(error.sources, leaf.root))
        raise CantCompare("D911", file=leaf.name).with_findings(found) from None
    except Exception as error:  # our own fault; the other pages are compared all the same
        raise CantCompare("D915", file=leaf.name, message=f"{type(error).__name__}: {error}") from error
    loaded = composed.loaded
    locate = _locator(loaded.sources, leaf.root)
    scene = replace(composed.scene, facts=facts_of(composed.plan, composed.fits))
    facts = loaded.page.facts
    number = leaf.number or (str(facts.number) if facts.number is not None else "1")
    proof = proof_of(scene, leaf.name, number, written=_written(composed.plan.blocks))
    proof = replace(proof, findings=_noted(composed.diagnostics, locate))

    def pdf() -> bytes:
        return paint(composed, ("pdf",), world, ppi=100, epoch=0)["pdf"]

    def block(name: str) -> Position | None:
        return locate(Where(loaded.page.document, ("blocks", name))) if name in loaded.page.blocks else None

    return Side(leaf, proof, locate, pdf, _print(scene), block)


def _print(scene: Scene) -> str:
    """What tells a page from all that look otherwise: the digest of all that is painted. Where a picture's file
    lies does not count, its bytes do."""
    from layout.scene.codec import dump
    from layout.scene.portable import nameless

    return sha256(dump(nameless(Scene(scene.trim, scene.bleed, scene.items)))).hexdigest()


def _locator(sources: SourceMap | None, root: str) -> Locate:
    def locate(where: Where) -> Position | None:
        found = sources.locate(where) if sources else None
        return replace(found, file=_name(found.file, root)) if found else None

    return locate


def _noted(found: Iterable[Diagnostic], locate: Locate) -> tuple[Noted, ...]:
    return tuple(Noted(one, locate(one.where)) for one in found)


def _written(blocks: Iterable["BlockPlan"]) -> dict[tuple[str, ...], Written]:
    """The copy of a plan's texts by their keys (see `proof`), and where it is written."""
    from layout.resolve.types import BannerPlan, CreditsPlan, PicturePlan, StoriesPlan, TextPlan

    found: dict[tuple[str, ...], Written] = {}
    for block in blocks:
        match block.content:
            case StoriesPlan(stories=stories):
                for story in stories:
                    found["body", story.id] = _body(story)
                    for head in story.heads:
                        found["head", story.id, head.role] = Written("", (Source(0, head.where),))
            case PicturePlan(where=where):
                for role in ("caption", "credit"):
                    place = Where(where.document, (*where.path, role))
                    found["caption", block.id, role] = Written("", (Source(0, place),))
            case BannerPlan(where=where):
                found["other", block.id, "banner"] = Written("", (Source(0, where),))
            case CreditsPlan(where=where) | TextPlan(where=where):
                found["other", block.id, ""] = Written("", (Source(0, where),))
    return found


def _body(story: "StoryPlan") -> Written:
    """A body's paragraphs as they are set, list signs included, and where each character comes from. Line spaces at
    its end print nothing and are no copy."""
    where = Where(story.where.document, (*story.where.path, "body"))
    sources: list[Source] = []
    paragraphs: list[str] = []
    at = 0
    for block in story.copy.blocks:
        unprinted = "{}" if block.kind == "crosshead" else ""  # they keep words of a head together
        signs = [(c, o) for c, o in zip(block.text, block.offsets) if c not in unprinted]
        text = (block.marker + "".join(c for c, _ in signs)).replace("\n", BREAK)
        sources.append(Source(at, where, (-1,) * len(block.marker) + tuple(o for _, o in signs)))
        paragraphs.append(text)
        at += len(text) + 1
    return Written("\n".join(paragraphs).rstrip("\n"), tuple(sources))
