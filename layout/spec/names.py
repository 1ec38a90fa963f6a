"""Names that documents use and must define: stories, pictures, banners, blocks, styles, fonts, colours, sizes."""

from layout.diag import Where
from layout.spec.model import PageSpec, StorySpec, ThemeSpec
from layout.spec.nodes import Mapping, Node, Scalar, Sequence
from layout.spec.reading import Reading, Ref, RefKind
from layout.spec.wrong import close, one_slip

ROLES = (
    "body", "dateline", "dateline-by", "bold", "em", "quote", "crosshead", "kicker", "headline", "deck", "byline",
    "caption", "credit", "banner", "credits", "folio", "jump", "pull-quote", "qr", "table", "table-head",
)  # fmt: skip
_CODES: dict[RefKind, str] = {
    "story": "S050",
    "picture": "S051",
    "banner": "S052",
    "block": "S053",
    "style": "S054",
    "family": "S055",
    "colour": "S056",
    "face": "S058",
    "size": "S059",
    "table": "S126",
}


def check_names(
    reading: Reading, tree: Node, page: PageSpec | None, theme: ThemeSpec | None, themes: Node | None
) -> None:
    """Look up every name that was used. `tree` is the page's, `themes` the merged themes'; a thing that could
    not be read is known by its key all the same, so that one fault is not told twice."""
    known: dict[RefKind, set[str]] = {
        "story": _keys(tree, "stories"),
        "banner": _keys(tree, "banners") | _keys(themes, "banners"),
        "block": _keys(tree, "blocks"),
        "picture": _keys(tree, "pictures") | _of_stories("pictures", page, reading),
        "table": _of_stories("tables", page, reading),
    }
    if themes is not None:
        from layout.spec.fonts import package_names

        families, faces = package_names()
        known["style"] = _keys(themes, "styles") | set(ROLES)
        known["family"] = _keys(themes, "fonts") | families
        known["colour"] = _keys(themes, "colours")
        known["size"] = _sizes(themes)
        known["face"] = _keys(themes, "faces") | faces | (theme.faces.keys() if theme is not None else set())
    broken = _broken_stories(tree, page)
    for ref in reading.refs:
        names = known.get(ref.kind)
        if names is None or ref.name in names or (_of_story(ref) in broken):
            continue
        bare = page.stories.get(_of_story(ref)) if page is not None else None
        if bare is not None and not any(name.startswith(f"{bare.id}/") for name in names):
            _say_bare(ref, bare, reading)
            continue
        facts = {"name": ref.name, "names": ", ".join(sorted(names))}
        reading.fault(_CODES[ref.kind], ref.where, hint=_suggestion(ref, names), facts=facts)
    if themes is not None:
        _check_slips(themes, known["style"], reading)
    if isinstance(tree, Mapping):
        _check_once(tree, reading)
    if isinstance(tree, Mapping) and not any(fault.severity == "error" for fault in reading.faults):
        _check_use(tree, page, reading)


def _of_story(ref: Ref) -> str:
    """The story whose picture or table is meant; "" for all else."""
    story, slash, _ = ref.name.partition("/")
    return story if slash and ref.kind in ("picture", "table") else ""


def _say_bare(ref: Ref, story: StorySpec, reading: Reading) -> None:
    """Say that a story names no pictures or tables at all: often its front matter is missing, or the whole file is
    empty."""
    key, name = f"{ref.kind}s", ref.name.partition("/")[2]
    written = f"{key}:\n  {name}: {{file: …}}" if ref.kind == "picture" else f"{key}:\n  {name}: …"
    fenced = story.path or story.document in reading.trees
    hint = written if fenced else f"---\nheadline: …\n{written}\n---"
    facts = {"name": ref.name, "story": story.id, "key": key, "file": story.document}
    reading.fault("S129", ref.where, hint=hint, facts=facts)


def _check_slips(themes: Node, known: set[str], reading: Reading) -> None:
    """A style of the theme's that nothing on the page uses and whose name is a slip of the pen away from another's
    was probably meant for that one."""
    used = {ref.name for ref in reading.refs if ref.kind == "style"}
    styles = themes.get("styles") if isinstance(themes, Mapping) else None
    for name, entry in styles.entries.items() if isinstance(styles, Mapping) else ():
        meant = "" if name in ROLES or name in used else one_slip(name, known - {name})
        if meant and meant not in used - set(ROLES):
            where = Where(entry.key.document, ("styles", name), key=True)
            facts = {"name": name}
            reading.fault("S131", where, severity="warning", hint=meant, facts=facts)


def _suggestion(ref: Ref, names: set[str]) -> str:
    if ref.kind == "picture" and "/" not in ref.name:
        own = sorted(name for name in names if name.endswith("/" + ref.name))
        if own:
            return own[0]
    return close(ref.name, names)


def _keys(tree: Node | None, name: str) -> set[str]:
    below = tree.get(name) if isinstance(tree, Mapping) else None
    return {key.partition("：")[0] for key in below.entries} if isinstance(below, Mapping) else set()


def _sizes(themes: Node) -> set[str]:
    from layout.spec.values import BUILT_IN_SIZES

    return _keys(themes, "sizes") | set(BUILT_IN_SIZES)


def _of_stories(key: str, page: PageSpec | None, reading: Reading) -> set[str]:
    """What stories have under `key`, as story/name."""
    own: set[str] = set()
    for story in page.stories.values() if page is not None else ():
        node = reading.trees.get(story.document)
        for step in story.path:
            node = node.get(str(step)) if isinstance(node, Mapping) else None
        own |= {f"{story.id}/{name}" for name in _keys(node, key)}
    return own


def _broken_stories(tree: Node, page: PageSpec | None) -> set[str]:
    """Stories that are named but could not be read: nobody knows what pictures they have."""
    return _keys(tree, "stories") - (page.stories.keys() if page is not None else set())


def _check_once(tree: Mapping, reading: Reading) -> None:
    """A story stands on the page once."""
    used: dict[str, str] = {}
    blocks = tree.get("blocks")
    for letter, entry in blocks.entries.items() if isinstance(blocks, Mapping) else ():
        for name, path in _named(entry.value, ("blocks", letter)):
            if name in used:
                where = Where(entry.value.document, path)
                reading.fault("S066", where, facts={"name": name, "first": used[name], "second": letter})
            used.setdefault(name, letter)


def _check_use(tree: Mapping, page: PageSpec | None, reading: Reading) -> None:
    """What is named and stands nowhere is worth a warning. Asked only where nothing is wrong: a block that
    could not be read may use it."""
    blocks = page.blocks.values() if page is not None else ()
    used = {ref for block in blocks if block.kind in ("story", "stories") for ref in block.refs}
    pictures = {ref for block in blocks if block.kind == "picture" for ref in block.refs}
    for code, kind, shown in (("S067", "stories", used), ("S068", "pictures", pictures)):
        for name in sorted(_keys(tree, kind) - shown):
            where = Where(tree.document, (kind, name), key=True)
            reading.fault(code, where, severity="warning", facts={"name": name})
    for story in page.stories.values() if page is not None else ():
        for name, picture_spec in story.pictures.items():
            if f"{story.id}/{name}" not in pictures:
                where = Where(picture_spec.document, picture_spec.path, key=True)
                reading.fault("S068", where, severity="warning", facts={"name": f"{story.id}/{name}"})
    tables = {ref for block in blocks if block.kind == "table" for ref in block.refs}
    for story in page.stories.values() if page is not None else ():
        for name, table in story.tables.items():
            if f"{story.id}/{name}" not in tables:
                where = Where(table.document, table.path, key=True)
                reading.fault("S127", where, severity="warning", facts={"name": f"{story.id}/{name}"})


def _named(block: Node, path: tuple[str, ...]) -> list[tuple[str, tuple[str | int, ...]]]:
    """The stories that a block names, with their places."""
    if not isinstance(block, Mapping):
        return []
    one, many = block.get("story"), block.get("stories")
    if isinstance(one, Scalar):
        return [(one.text, (*path, "story"))]
    if isinstance(many, Sequence):
        return [(n.text, (*path, "stories", i)) for i, n in enumerate(many.items) if isinstance(n, Scalar)]
    return []
