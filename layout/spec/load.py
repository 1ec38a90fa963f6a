"""From the name of a page file to its specs: read everything, note everything that is wrong, then decide."""

from os.path import normpath, relpath
from pathlib import Path as FilePath

from msgspec import Struct

from layout.diag import Diagnostic, SpecError, Where
from layout.spec import files
from layout.spec.check import check_page, check_theme
from layout.spec.files import Files
from layout.spec.fonts import with_found_faces
from layout.spec.model import PageSpec, ThemeSpec
from layout.spec.names import check_names
from layout.spec.nodes import Mapping, Node, Scalar
from layout.spec.page import PAGE
from layout.spec.reading import Reading
from layout.spec.source_map import SourceMap
from layout.spec.theme import THEME, merged
from layout.spec.wrong import Wrong, close
from layout.spec.yaml_reader import read_yaml
from layout.themes import FOLDER as THEMES
from layout.world import FileWorld

SUFFIX = ".theme.yaml"
NO_PAGES = (SUFFIX, ".theme.yml", ".md")


class Loaded(Struct, frozen=True):
    """What `load` gives: the page and its theme, where everything is written, and warnings."""

    page: PageSpec
    theme: ThemeSpec
    sources: SourceMap
    diagnostics: tuple[Diagnostic, ...]


class Uses(Struct, frozen=True):
    """What a page is made of: its files (absolute; the page's own, its stories, themes, pictures, tables, faces,
    also those that are not there) and the ids of its stories."""

    files: frozenset[str]
    stories: frozenset[str]


def load(spec_path: str, world: FileWorld, *, font_paths: tuple[str, ...] = ()) -> Loaded:
    """Read a page file with its stories and themes.

    `font_paths` are folders where faces that the theme names without a file are looked for. Raises
    `SpecError` with every error of page, stories and themes.
    """
    reading = Reading(Files(world, spec_path))
    page, theme = _load(spec_path, reading, font_paths)
    found = reading.found(spec_path)
    if page is None or theme is None or any(d.severity == "error" for d in found):
        raise SpecError(found, reading.sources())
    return Loaded(page, theme, reading.sources(), found)


def uses(spec_path: str, world: FileWorld) -> Uses:
    """What a page file is made of. Nothing is raised: of a wrong spec it is what could be read."""
    reading = Reading(Files(world, spec_path))
    page, _ = _load(spec_path, reading, ())
    return Uses(frozenset(reading.files.named), frozenset(page.stories if page is not None else ()))


def load_theme(named: str, world: FileWorld) -> ThemeSpec:
    """A theme by itself, by a built-in name or by its file. Raises `SpecError` with all that is wrong in it."""
    reading = Reading(Files(world, named))
    reading.files.add_document("", str(FilePath.cwd() / "theme"))
    node = _extended(Scalar(named, "", "", 0, 0), ("theme",), reading, [])
    theme = THEME.read(node, (), reading) if node is not None else None
    found = reading.found(named)
    if theme is None or any(d.severity == "error" for d in found):
        raise SpecError(found, reading.sources())
    return theme


def _load(
    spec_path: str, reading: Reading, font_paths: tuple[str, ...]
) -> tuple[PageSpec | None, ThemeSpec | None]:
    if FilePath(spec_path).name == "edition.yaml":
        reading.fault("S027", Where(spec_path), facts={"feature": "edition.yaml"})
        return None, None
    if spec_path.endswith(NO_PAGES) and reading.files.world.kind(spec_path)[0] == "file":
        reading.fault("S104", Where(spec_path), facts={"file": spec_path})
        return None, None
    node = _document(spec_path, spec_path, reading)
    _project_roots(reading)
    if node is None:
        return None, None
    theme_node = _theme_node(node, reading)
    page = PAGE.read(node, (), reading)
    theme = THEME.read(theme_node, (), reading) if theme_node is not None else None
    if theme is not None:
        theme = with_found_faces(theme, font_paths, reading.files.world)
        check_theme(theme, reading)
    check_names(reading, node, page, theme, theme_node)
    if page is not None and theme is not None:
        check_page(page, theme, node, reading)
    return page, theme


def _document(name: str, written: str, reading: Reading) -> Node | None:
    """The tree of a YAML file that is named by nobody but the user."""
    file = str(FilePath.cwd() / name)
    try:
        reading.files.check(file, written, files.PAGE_LIMIT)
    except Wrong as wrong:
        reading.fault(wrong.code, Where(name), hint=wrong.hint, facts=wrong.facts)
        return None
    return _tree(name, file, reading)


def _tree(name: str, file: str, reading: Reading) -> Node | None:
    text = reading.open(name, file)
    node = None if text is None else read_yaml(text, name, reading)
    if node is not None:
        reading.trees[name] = node
    return node


def _project_roots(reading: Reading) -> None:
    """Add the roots that the project's `layout.yaml` lists."""
    project = FilePath(reading.files.project)
    if "layout.yaml" not in reading.files.world.names(str(project)):
        return
    name = relpath(project / "layout.yaml")
    text = reading.open(name, str(project / "layout.yaml"))
    if text is None or not any(line.partition("#")[0].strip() for line in text.split("\n")):
        return
    node = read_yaml(text, name, reading)
    from layout.spec.project import PROJECT

    roots = PROJECT.read(node, (), reading) if node is not None else None
    for root in roots or ():
        reading.files.add_root(normpath(project / root))


def _theme_node(page: Node, reading: Reading) -> Node | None:
    """The theme that the page names, merged with all that it extends; None after a fault or where the page
    names none."""
    named = page.get("theme") if isinstance(page, Mapping) else None
    if not isinstance(named, Scalar) or not named.text.strip():
        return None
    return _extended(named, ("theme",), reading, [])


def _extended(named: Scalar, path: tuple[str, ...], reading: Reading, above: list[str]) -> Node | None:
    document, node = _named_theme(named, path, reading, above)
    if node is None or not isinstance(node, Mapping):
        return node
    base = node.get("extends")
    if not isinstance(base, Scalar):
        return node
    below = _extended(base, ("extends",), reading, [*above, document])
    if below is None:
        return None
    reading.bases[document] = below.document
    return merged(node, below)


def _named_theme(
    named: Scalar, path: tuple[str, ...], reading: Reading, above: list[str]
) -> tuple[str, Node | None]:
    """A theme by a built-in name or by its file: its document and its tree."""
    written = named.text.strip()
    try:
        if "/" not in written and not written.endswith((".yaml", ".yml")):
            document, file = _built_in(written)
            reading.files.add_document(document, file)
        else:
            file = reading.files.find(named.document, written, files.PAGE_LIMIT)
            document = reading.files.name(named.document, written)
    except Wrong as wrong:
        reading.wrong(wrong, named, path)
        return "", None
    if document in above:
        reading.at("S090", named, path, chain=" → ".join([*above[above.index(document) :], document]))
        return document, None
    return document, _tree(document, file, reading)


def _built_in(name: str) -> tuple[str, str]:
    file = THEMES / f"{name}{SUFFIX}"
    known = sorted(p.name.removesuffix(SUFFIX) for p in THEMES.glob(f"*{SUFFIX}"))
    if name not in known:
        raise Wrong("S057", name=name, names=", ".join(known), hint=close(name, known))
    return f"{name}{SUFFIX}", str(file)
