"""Shape of a page file: its keys, and the whole of it as a `PageSpec`."""

from typing import Any

from layout.spec import values
from layout.spec.blocks import BLOCK
from layout.spec.dummy import Dummy
from layout.spec.model import BannerSpec, GridSpec, PageFacts, PageSpec
from layout.spec.nodes import Node, Path
from layout.spec.scalars import LengthOf, Text, Value, Whole
from layout.spec.shapes import ByForm, Key, ListOf, MapOf, Record, own_name
from layout.spec.story import INLINE, PICTURE, StoryFile
from layout.spec.styles import BOX, STYLES
from layout.spec.wrong import Wrong

VERSION = "1"


def _version(text: str) -> str:
    if text != VERSION:
        raise Wrong("S040", value=text, hint=VERSION)
    return text


def _facts(**own: Any) -> PageFacts:
    people: dict[str, tuple[str, ...]] = own.pop("credits", {})
    return PageFacts(**own, credits=tuple(people.items()))


FACTS = Record(
    _facts,
    {
        "number": Key(Whole(1, 999), "版次"),
        "date": Key(
            Value(values.date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
            "日期，如 2026-03-09",
        ),
        "section": Key(Text(), "版名，如 综合新闻"),
        "paper": Key(Text(), "报名"),
        "issue": Key(Text(), "期号"),
        "pages": Key(Text(), "今日几版"),
        "licence": Key(Text(), "国内统一连续出版物号，如 CN 00-0000"),
        "credits": Key(MapOf(ListOf(Text(), low=1, single=True)), "版面署名：职务 → 姓名，或几个姓名"),
    },
)


def _margins(top: Any = None, left: Any = None) -> dict[str, Any]:
    return {"top": top, "left": left}


def _grid(margins: dict[str, Any] | None = None, **own: Any) -> GridSpec:
    return GridSpec(**own, **(margins or {}))


_MARGIN = LengthOf("pt mm cm in 字", 0, 2000)
GRID = Record(
    _grid,
    {
        "columns": Key(Whole(1, 40, unit="栏"), "栏数"),
        "measure": Key(LengthOf("pt mm cm in 字", 0.1, 2000), "栏宽，如 13字"),
        "gutter": Key(LengthOf("pt mm cm in 字", 0, 500), "栏间距，如 1字"),
        "lines": Key(Whole(1, 1000, unit="行"), "行数"),
        "leading": Key(LengthOf("pt mm cm in", 0.1, 500), "一行的高，如 12pt"),
        "gap": Key(Whole(0, 40, unit="行"), "上下两块之间空几行"),
        "margins": Key(
            Record(_margins, {"top": Key(_MARGIN, "天头"), "left": Key(_MARGIN, "左边空")}), "版心外的白边"
        ),
    },
)
BANNERS = MapOf(
    Record(
        BannerSpec,
        {
            "lines": Key(ListOf(Text(), low=1, single=True), "栏题的各行", required=True),
            "box": Key(BOX, "栏题的框"),
            "style": Key(STYLES, "栏题样式的改动"),
        },
    ),
    own_name,
)


PICTURES = MapOf(PICTURE, own_name)
STORIES = MapOf(ByForm(text=StoryFile(), keys=INLINE), own_name)


def _page(node: Node, path: Path, page: Any = None, dummy: Any = (), **own: Any) -> PageSpec:
    empty: dict[str, dict[str, Any]] = {"stories": {}, "pictures": {}, "banners": {}, "blocks": {}}
    for name in ("layout", "theme"):
        own.pop(name, None)
    return PageSpec(document=node.document, facts=page or PageFacts(), dummy=dummy, **(empty | own))


PAGE = Record(
    _page,
    {
        "layout": Key(Value(_version, {"enum": [1, "1"]}), "版面规范的版本，写 1", required=True),
        "theme": Key(Text(), "主题：内置的名字（broadsheet、tabloid），或主题文件", required=True),
        "page": Key(FACTS, "报眉要用的：版次、日期、版名、报名、版面署名"),
        "grid": Key(GRID, "对主题网格的改动"),
        "styles": Key(STYLES, "全版样式的改动"),
        "stories": Key(STORIES, "稿件：稿名 → 文件，或直接写在这里"),
        "pictures": Key(PICTURES, "图片：图片名 → 文件、图说、署名"),
        "banners": Key(BANNERS, "栏题：名字 → 各行"),
        "words": Key(ListOf(Text()), "不拆开的人名、词语"),
        "dummy": Key(Dummy(), "版样：每行先写行数，再写各栏的字母"),
        "blocks": Key(MapOf(BLOCK, own_name), "版样里每个字母是什么", required=True),
    },
    placed=True,
)
