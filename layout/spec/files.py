"""The files that documents name: where they may lie and whether they are what they should be.

A path is relative to the document that names it and stays inside the project's root, or inside one of the
roots that `layout.yaml` lists. Every step of it is compared with the names in its folder, so that a page that
opens on a machine that takes `Bridge.jpg` for `bridge.jpg` opens everywhere.
"""

from os.path import normpath, realpath
from pathlib import Path

from layout.spec.wrong import Wrong, close
from layout.world import FileWorld

PAGE_LIMIT = 2_000_000
STORY_LIMIT = 4_000_000
ASSET_LIMIT = 1_000_000_000
_MARKERS = ("edition.yaml", "layout.yaml")


class Files:
    """The folders of the documents read so far, the roots of the project, and all files `named` (absolute), whether
    they are there or not. Its methods raise `Wrong` (S001–S009) for what must not or can't be opened."""

    def __init__(self, world: FileWorld, page: str) -> None:
        self.world = world
        self.roots: list[str] = []
        self._real_roots: list[str] = []
        self._folders: dict[str, str] = {}
        self.named: set[str] = set()
        self.project = self._project(normpath(Path.cwd() / page))
        self.add_root(self.project)

    def _project(self, page: str) -> str:
        folder = Path(page).parent
        for above in (folder, *folder.parents):
            if any(name in _MARKERS for name in self.world.names(str(above))):
                return str(above)
        return str(folder)

    def add_root(self, folder: str) -> None:
        """Let documents name files in `folder` (absolute)."""
        self.roots.append(folder)
        self._real_roots.append(realpath(folder))

    def add_document(self, name: str, file: str) -> None:
        """Remember where a document lies, for the paths in it."""
        self._folders[name] = str(Path(file).parent)
        self.named.add(normpath(file))

    def name(self, document: str, written: str) -> str:
        """What a document named in another one is called in findings."""
        return normpath(Path(document).parent / written)

    def find(self, document: str, written: str, limit: int = ASSET_LIMIT) -> str:
        """The absolute path of the file that `document` names as `written`."""
        file = normpath(Path(self._folders[document], written))
        self.named.add(file)
        root = next((r for r in self.roots if _inside(file, r)), None)
        if root is None or "\0" in written:
            raise Wrong("S003", file=written)
        self._walk(file, root, written)
        real = realpath(file)
        if not any(_inside(real, r) for r in self._real_roots):
            raise Wrong("S003", file=written)
        self.check(file, written, limit)
        return file

    def check(self, file: str, written: str, limit: int) -> None:
        """See that `file` is a regular file of a decent size."""
        kind, size = self.world.kind(file)
        if kind == "missing":
            raise Wrong("S001", file=written, hint=self._near(Path(file), written))
        if kind != "file":
            raise Wrong("S002", file=written)
        if size > limit:
            raise Wrong("S004", file=written, size=size, limit=limit)

    def text(self, file: str, written: str) -> str:
        """The text of a file: UTF-8, a BOM dropped, lines ending in "\\n"."""
        try:
            data = self.world.read_bytes(file)
        except OSError:
            raise Wrong("S009", file=written) from None
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _not_utf8(data, written, error.start) from None
        return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    def _walk(self, file: str, root: str, written: str) -> None:
        """Compare every step from `root` down to `file` with the names that are there."""
        folder = Path(root)
        for step in Path(file).relative_to(root).parts:
            names = self.world.names(str(folder))
            if step not in names:
                alike = _look_alike(step, names)
                if alike:
                    raise Wrong("S005", file=written, step=step, hint=alike.join(written.rsplit(step, 1)))
                raise Wrong("S001", file=written, hint=self._near(folder / step, written))
            folder = folder / step

    def _near(self, missing: Path, written: str = "") -> str:
        if "\\" in written:
            return written.replace("\\", "/")
        name = close(missing.name, self.world.names(str(missing.parent)))
        return name and name.join(written.rsplit(missing.name, 1))


def _not_utf8(data: bytes, written: str, byte: int) -> Wrong:
    """What a file that is not UTF-8 seems to be: UTF-16 by its first bytes, GB18030 if it reads as Chinese."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Wrong("S047", file=written, byte=byte + 1, encoding="UTF-16")
    try:
        text = data[:100_000].decode("gb18030", "strict" if len(data) <= 100_000 else "ignore")
    except UnicodeDecodeError:
        return Wrong("S006", file=written, byte=byte + 1)
    wide = [c for c in text if ord(c) > 0x7F]
    common = sum("\u4e00" <= c <= "\u9fff" or c in "，。、：；“”（）《》　" for c in wide)
    if common > 0.8 * len(wide):
        return Wrong("S047", file=written, byte=byte + 1, encoding="GB18030 (GBK)")
    return Wrong("S006", file=written, byte=byte + 1)


def _inside(file: str, root: str) -> bool:
    return file == root or file.startswith(root.rstrip("/") + "/")


def _look_alike(step: str, names: tuple[str, ...]) -> str:
    """The name that differs from `step` in case or in Unicode normalisation only."""
    from unicodedata import normalize

    def plain(name: str) -> str:
        return normalize("NFKC", name).casefold()

    return next((name for name in names if plain(name) == plain(step)), "")
