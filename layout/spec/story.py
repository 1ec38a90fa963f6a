"""Shapes of stories: a Markdown file with front matter, or keys on the page."""

from typing import Any

from layout.diag import Where
from layout.spec import files
from layout.spec.model import HeadText, PictureSpec, StorySpec, TableSpec
from layout.spec.nodes import Node, Path, Scalar
from layout.spec.reading import Reading
from layout.spec.scalars import Name, Text, YesNo, scalar
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import Key, ListOf, MapOf, Record, own_name
from layout.spec.wrong import Wrong
from layout.spec.yaml_reader import read_yaml


class FileOf(Shape[tuple[str, str]]):
    """A file of the project: its absolute path, and the path as written."""

    def read(self, node: Node, path: Path, r: Reading) -> tuple[str, str] | None:
        written = scalar(node, path, r)
        if written is None:
            return None
        try:
            return r.files.find(node.document, written), written
        except Wrong as wrong:
            r.wrong(wrong, node, path)
            return None

    def schema(self) -> Schema:
        return {"type": "string"}


class _Head(Shape[HeadText]):
    """One part of a head: text, or a list that fixes its lines."""

    _lines = ListOf(Text(), low=1, high=20, single=True)

    def read(self, node: Node, path: Path, r: Reading) -> HeadText | None:
        lines = self._lines.read(node, path, r)
        return None if lines is None else HeadText(lines)

    def schema(self) -> Schema:
        return self._lines.schema()


HEAD_TEXT = _Head()


def _picture(node: Node, path: Path, file: tuple[tuple[str, str], ...], **own: Any) -> PictureSpec:
    first, *more = file
    return PictureSpec(str(path[-1]), node.document, path, *first, more=tuple(more), **own)


PICTURE = Record(
    _picture,
    {
        "file": Key(
            ListOf(FileOf(), low=1, high=12, single=True),
            "图片文件，路径从这个文件算起；组图写成列表，合用一条图说",
            required=True,
        ),
        "caption": Key(Text(), "图说"),
        "credit": Key(Text(), "摄影署名"),
        "alt": Key(Text(), "给读屏软件的说明"),
    },
    placed=True,
)


class _Table(Shape[str | tuple[str, str]]):
    """A table written here, which has bars, or the file that it is in."""

    _file = FileOf()

    def read(self, node: Node, path: Path, r: Reading) -> str | tuple[str, str] | None:
        written = isinstance(node, Scalar) and "|" in node.text
        return Text().read(node, path, r) if written else self._file.read(node, path, r)

    def schema(self) -> Schema:
        return {"type": "string"}


class _OwnTable(Shape[TableSpec]):
    """A table of a story, by its name."""

    def read(self, node: Node, path: Path, r: Reading) -> TableSpec | None:
        read = TABLE.read(node, path, r)
        if read is None:
            return None
        own = (str(path[-1]), node.document, path)
        return TableSpec(*own, text=read) if isinstance(read, str) else TableSpec(*own, "", *read)

    def schema(self) -> Schema:
        return TABLE.schema()


TABLE = _Table()
_KEYS: dict[str, Key] = {
    "kicker": Key(_Head(), "引题"),
    "headline": Key(_Head(), "主题；写成列表就固定分行"),
    "deck": Key(_Head(), "副题"),
    "byline": Key(_Head(), "署名，如 本报记者 林岚"),
    "series": Key(Name("banner"), "栏题的名字"),
    "pictures": Key(MapOf(PICTURE, own_name), "随稿的图片"),
    "tables": Key(MapOf(_OwnTable(), own_name), "随稿的表格，用 table: 稿件名/表名 排在版上"),
    "normalise": Key(YesNo(), "半角标点等是否改成全角（off：原样）"),
}


def _from_front(node: Node, path: Path, **own: Any) -> Any:
    return own


FRONT = Record(_from_front, _KEYS, placed=True)


def _inline(node: Node, path: Path, body: str = "", **own: Any) -> StorySpec:
    return StorySpec(str(path[-1]), node.document, path, body, **own)


INLINE = Record(_inline, {**_KEYS, "body": Key(Text(), "正文")}, placed=True)


class StoryFile(Shape[StorySpec]):
    """A story by the name of its file."""

    def read(self, node: Node, path: Path, r: Reading) -> StorySpec | None:
        written = scalar(node, path, r)
        if written is None:
            return None
        try:
            file = r.files.find(node.document, written, files.STORY_LIMIT)
        except Wrong as wrong:
            r.wrong(wrong, node, path)
            return None
        document = r.files.name(node.document, written)
        text = r.open(document, file)
        return None if text is None else _story(str(path[-1]), document, text, r)

    def schema(self) -> Schema:
        return {"type": "string"}


def _story(name: str, document: str, text: str, r: Reading) -> StorySpec | None:
    """The front matter and the body of a story's file. A file without front matter is all body."""
    before = len(r.faults)
    begin, end, body = split(text, document, r)
    r.bodies[document] = body
    if len(r.faults) > before and end <= begin:  # what its heads and pictures are is not known
        return None
    if end <= begin or not text[begin:end].strip():
        return StorySpec(name, document, (), text[body:])
    node = read_yaml(text[begin:end], document, r, begin)
    if node is None:
        return None
    r.trees[document] = node
    own = FRONT.read(node, (), r)
    return None if own is None else StorySpec(name, document, (), text[body:], **own)


def split(text: str, document: str, r: Reading) -> tuple[int, int, int]:
    """Where the front matter begins and ends and where the body begins; all 0 where there is none."""
    opened = False
    begin = at = 0
    for line in text.split("\n"):
        after = min(at + len(line) + 1, len(text))
        if line.rstrip() == "---":
            if opened:
                return begin, at, after
            opened, begin = True, after
        elif opened and _like_fence(line):
            _say_fence("S102", document, at, line, r)
            return begin, at, after
        elif not opened and line.strip():
            if _like_fence(line) and _key_line(text[after:]):
                _say_fence("S102", document, at, line, r)
            elif _key_line(line):
                r.fault("S100", Where(document, (), at, len(line)))
            return 0, 0, 0
        at = after
    if opened:
        r.fault("S101", Where(document, (), max(0, begin - 4), 3))
        return begin, begin, begin
    return 0, 0, 0


def _like_fence(line: str) -> bool:
    """A line of dashes of any sort, or the +++ of other programs, that was meant as ---."""
    line = line.strip()
    return len(line) >= 2 and not (line.strip("-—–－─") and line.strip("+＋")) and line != "---"


def _key_line(text: str) -> bool:
    """Whether a story's text begins with one of the keys of front matter."""
    import re

    return bool(
        re.match(
            r"(kicker|headline|deck|byline|series|pictures|tables|标题|引题|副题|作者|title)\s*[:：=]", text
        )
    )


def _say_fence(code: str, document: str, at: int, line: str, r: Reading) -> None:
    r.fault(code, Where(document, (), at, len(line)), facts={"line": line.strip()})
