"""Shapes of a page's blocks: one key says the kind, the others depend on it."""

from typing import Any, cast

from layout.spec.around import FIELDS, WRAP
from layout.spec.cells import CELLS
from layout.spec.fitting import AT_STORY, COLUMNS, FIT
from layout.spec.heads import HEAD, HEAD_OVER, HEAD_ROLES, head_spec
from layout.spec.model import AtCells, AtFree, AtStory, BlockSpec, CropSpec, Kind, PictureSpec, WrapSpec
from layout.spec.nodes import Mapping, Node, Path, Scalar
from layout.spec.parts import PARTS, TABLE_OF_BLOCK, URL
from layout.spec.reading import Reading
from layout.spec.scalars import Choice, LengthOf, Name, Number, Text, Whole, YesNo, guess
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import ByForm, Key, ListOf, Record, no_map, odd_key
from layout.spec.story import FileOf
from layout.spec.styles import BOX, GEOMETRY, LINE, RULES, STYLES

_KINDS: tuple[Kind, ...] = (
    "story", "stories", "continues", "picture", "credits", "banner", "text", "quote", "blank",
    "nameplate", "table", "qr", "ad",
)  # fmt: skip


AT_FREE = Record(
    AtFree,
    {
        "x": Key(LengthOf(GEOMETRY), "距成品左边", required=True),
        "y": Key(LengthOf(GEOMETRY), "距成品上边", required=True),
        "width": Key(LengthOf(GEOMETRY, 0), "宽", required=True),
        "height": Key(LengthOf(GEOMETRY, 0), "高", required=True),
    },
)
_AT_CELLS = Record(
    AtCells,
    {
        "columns": Key(CELLS, "第几栏到第几栏，如 2-4", required=True),
        "lines": Key(CELLS, "第几行到第几行，如 10-30", required=True),
    },
)


class _At(Shape[AtCells | AtFree | AtStory]):
    """Grid cells, free lengths or a place in a story, told apart by their keys."""

    def read(self, node: Node, path: Path, r: Reading) -> AtCells | AtFree | AtStory | None:
        if isinstance(node, Mapping) and "story" in node.entries:
            return AT_STORY.read(node, path, r)
        if isinstance(node, Mapping) and any(k in node.entries for k in AT_FREE.keys):
            return AT_FREE.read(node, path, r)
        return _AT_CELLS.read(node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [_AT_CELLS.schema(), AT_FREE.schema(), AT_STORY.schema()]}


class _Crop(Shape[CropSpec]):
    """`[x, y]`: the point of a picture that must stay in sight."""

    _pair = ListOf(Number(0, 1), low=2, high=2)

    def read(self, node: Node, path: Path, r: Reading) -> CropSpec | None:
        pair = self._pair.read(node, path, r)
        return CropSpec(*pair) if pair is not None and len(pair) == 2 else None

    def schema(self) -> Schema:
        return {"type": "array", "items": Number(0, 1).schema(), "minItems": 2, "maxItems": 2}


_COMMON: dict[str, Key] = {
    **WRAP,
    "at": Key(_At(), "不在版样里的块放在哪里：按栏和行，或按毫米"),
    "box": Key(BOX, "边框、底色"),
    "rule": Key(RULES, "四边的线", field="rules"),
    "lattice": Key(Choice("page", "own"), "行站在全版的基线上（page），或用自己的行距（own）"),
    "id": Key(Text(), "这一块的名字，报告里用它"),
    "normalise": Key(YesNo(), "半角标点等是否改成全角（off：原样）"),
}
_CHANGES = {"style": Key(STYLES, "这一块里各样式的改动：样式名 → 改什么")}


# A text's style: its name, or changes to styles. A banner: its name, or its lines written here.
_STYLE_OF_TEXT: ByForm[Any] = ByForm(text=Name("style"), keys=STYLES)
_WRITTEN: Record[Any] = Record(
    lambda lines: lines, {"lines": Key(ListOf(Text(), low=1, single=True), "各行", required=True)}
)
_BANNER: ByForm[Any] = ByForm(text=Name("banner"), keys=_WRITTEN)

_STORY_KEYS = {
    **_COMMON,
    "style": Key(_STYLE_OF_TEXT, "标题用的样式名，或各样式的改动：样式名 → 改什么"),
    "columns": Key(COLUMNS, "分几栏排，或各栏的宽 [17字, 22字]；不写就按所占的栏数"),
    "head": Key(HEAD, "标题的样式和位置"),
    "fill": Key(
        Choice("bottom", "balance", "spread", "grow"), "剩余的行：留在末尾、各栏拉平、分到段间、给题或图"
    ),
    "fit": Key(FIT, "为排满可以改什么、改多少，按先后"),
}
_STORY_LATER = ("jump",)
_KIND_KEYS: dict[Kind, dict[str, Key]] = {
    "story": {"story": Key(Name("story"), "一篇稿子", required=True), **_STORY_KEYS},
    "stories": {
        "stories": Key(ListOf(Name("story"), low=1), "上下排列的几篇短稿", required=True),
        **_STORY_KEYS,
    },
    "continues": {"continues": Key(Name("story"), "接着排哪篇稿子", required=True), **_COMMON},
    "picture": {
        "picture": Key(Name("picture"), "一张图片：图片名，或 稿件名/图片名", required=True),
        **_COMMON,
        **_CHANGES,
        "caption": Key(Choice("below", "left", "right", "inside", "none"), "图说放在哪里"),
        "credit": Key(Choice("right", "after"), "摄影署名：齐右，或在图说后空一字"),
        "frame": Key(LINE, "图片的边线"),
        "across": Key(Whole(1, 12, unit="张"), "组图一行放几张；不写就按图形自己定"),
        "crop": Key(_Crop(), "裁切时要保住的点，如 [0.5, 0.4]"),
        "fit": Key(Choice("cover", "contain"), "填满并裁切，或完整放入", field="picture_fit"),
    },
    "credits": {"credits": Key(Choice("page"), "版面署名", required=True), **_COMMON, **_CHANGES},
    "banner": {"banner": Key(_BANNER, "栏题", required=True), **_COMMON, **_CHANGES},
    "text": {
        "text": Key(PARTS, "一段文字，或几行", required=True),
        **_COMMON,
        "style": Key(_STYLE_OF_TEXT, "样式名，或样式的改动"),
    },
    "quote": {
        "quote": Key(ListOf(Text(), low=1, single=True), "引语，或它的几行", required=True),
        **_COMMON,
        **_CHANGES,
    },
    "blank": {"blank": Key(Text(), "空着的缘由", required=True), **_COMMON},
    "nameplate": {"nameplate": Key(Choice("page"), "报头，由主题安排", required=True), **_COMMON, **_CHANGES},
    "table": {
        "table": Key(
            TABLE_OF_BLOCK, "表格：稿件名/表名，.md 或 .csv 文件，或写在这里的 Markdown 表格", required=True
        ),
        **_COMMON,
        **_CHANGES,
        "columns": Key(Whole(1, 12, unit="栏"), "分几栏排，栏栏都有表头"),
    },
    "qr": {
        "qr": Key(URL, "二维码里的网址", required=True),
        **_COMMON,
        **_CHANGES,
        "caption": Key(Text(), "二维码下面的字", field="label"),
    },
    "ad": {
        "ad": Key(FileOf(), "广告：PDF 或图片，原样放入", required=True),
        **_COMMON,
        "alt": Key(Text(), "给读屏软件的说明"),
    },
    "head": {"head": Key(HEAD_OVER, "统领几篇稿子的通栏题", required=True), **_COMMON, **_CHANGES},
}


def _maker(kind: Kind) -> Any:
    def make(node: Node, path: Path, **fields: Any) -> BlockSpec:
        main = fields.pop(kind)
        style = fields.pop("style", {})
        if isinstance(style, str):
            fields["style_name"] = style
        else:
            fields["style"] = style
        fields.pop("_", None)
        if kind == "head":
            fields["heads"] = {role: main.pop(role) for role in HEAD_ROLES if role in main}
            fields["refs"] = main.pop("over")
            fields["head"] = head_spec(**main)
        wrap = {field: fields.pop(key) for key, field in FIELDS.items() if key in fields}
        if "shape" in wrap:
            fields["wrap"] = WrapSpec(**wrap)
        fields.setdefault("id", str(path[-1]))
        if kind in ("story", "picture", "stories", "continues") or (
            kind == "banner" and isinstance(main, str)
        ):
            fields["refs"] = (main,) if isinstance(main, str) else main
        elif kind == "text":
            fields["parts"] = main
        elif kind == "table" and isinstance(main, str):
            fields["lines" if "|" in main else "refs"] = (main,)
        elif kind in ("ad", "table"):
            alt = fields.pop("alt", "")
            file, written = main
            fields["file"] = PictureSpec(fields["id"], node.document, path, file, written, alt=alt)
        elif kind in ("quote", "blank", "banner", "qr"):
            fields["lines"] = (main,) if isinstance(main, str) else main
        return BlockSpec(kind=kind, document=node.document, path=path, **fields)

    return make


def _elsewhere(kind: Kind) -> dict[str, str]:
    """Keys that a block of this kind has not, with the kinds that have them."""
    owners: dict[str, list[str]] = {}
    for other, keys in _KIND_KEYS.items():
        for name in keys:
            if name not in _KIND_KEYS[kind]:
                owners.setdefault(name, []).append(other)
    return {name: ", ".join(kinds) for name, kinds in owners.items()}


class _Block(Shape[BlockSpec]):
    """A block: the record of the kind that its keys name."""

    def __init__(self) -> None:
        self._records: dict[Kind, Record[BlockSpec]] = {}

    def record(self, kind: Kind) -> Record[BlockSpec]:
        if kind not in self._records:
            later = () if kind not in ("story", "stories") else _STORY_LATER
            self._records[kind] = Record(
                _maker(kind), _KIND_KEYS[kind], placed=True, later=later, elsewhere=_elsewhere(kind)
            )
        return self._records[kind]

    def read(self, node: Node, path: Path, r: Reading) -> BlockSpec | None:
        if not isinstance(node, Mapping):
            no_map(node, path, r, "story")
            return None
        kinds = [kind for kind in _KINDS if kind in node.entries]
        if len(kinds) > 1:
            r.at("S060", node, (*path, kinds[1]), key=True, first=kinds[0], second=kinds[1])
            return None
        if kinds:
            return self.record(kinds[0]).read(node, path, r)
        if isinstance(node.get("head"), Mapping) and "over" in cast(Mapping, node.get("head")).entries:
            return self.record("head").read(node, path, r)
        self._no_kind(node, path, r)
        return None

    def _no_kind(self, node: Mapping, path: Path, r: Reading) -> None:
        odd = {odd_key(name, entry, r) for name, entry in node.entries.items()}
        if odd - {""}:
            return
        ours = {name for keys in _KIND_KEYS.values() for name in keys}
        for name in node.entries:
            one_story = isinstance(node.get(name), Scalar)
            meant = (
                "" if name in ours else guess(name, [k for k in _KINDS if k != "stories" or not one_story])
            )
            if meant:
                r.at("S012", node, (*path, name), key=True, hint=meant, name=name, names=", ".join(_KINDS))
                return
        r.at("S061", node, path, key=True, names=", ".join(_KINDS))

    def schema(self) -> Schema:
        return {"anyOf": [self.record(kind).schema() for kind in (*_KINDS, "head")]}


BLOCK = _Block()
