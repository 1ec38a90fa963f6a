"""Shape of a theme, and how themes extend each other."""

from typing import Any

from layout.spec import values
from layout.spec.blocks import AT_FREE
from layout.spec.fitting import FIT
from layout.spec.model import FaceSpec, FamilySpec, FurnitureSpec, GridSpec, Length, PaperSpec, ThemeSpec
from layout.spec.nodes import Mapping, Node, Path, Scalar, Sequence
from layout.spec.page import BANNERS, GRID
from layout.spec.printing import PRINT
from layout.spec.reading import Reading
from layout.spec.scalars import Choice, LengthOf, Name, Number, Text, Whole, YesNo
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import Key, ListOf, MapOf, Record
from layout.spec.story import FileOf
from layout.spec.styles import BOX, COLOUR, NEW_STYLES, RULES, SETTING
from layout.spec.wrong import Wrong, close

_PAPERS = {"对开": "390mm 545mm", "四开": "270mm 390mm"}
_EDGE = LengthOf("pt mm cm in", 10, 10_000)


class _Size(Shape[tuple[Any, ...]]):
    """Width and height of the trimmed page, or its name."""

    def read(self, node: Node, path: Path, r: Reading) -> tuple[Any, ...] | None:
        if isinstance(node, Scalar):
            named = Choice(*_PAPERS).read(node, path, r)
            return named and tuple(values.length(edge) for edge in _PAPERS[named].split())
        return ListOf(_EDGE, low=2, high=2).read(node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [Choice(*_PAPERS).schema(), ListOf(_EDGE, low=2, high=2).schema()]}


def _paper(size: tuple[Length, ...], bleed: Any = None) -> PaperSpec | None:
    if len(size) != 2:
        return None
    return PaperSpec(size[0], size[1], bleed or values.length("0mm"))


_PAPER = Record(
    _paper,
    {
        "size": Key(_Size(), "成品尺寸：[宽, 高]，或 对开、四开", required=True),
        "bleed": Key(LengthOf("pt mm cm in", 0, 50), "出血"),
    },
)


def _face(node: Node, path: Path, file: tuple[str, str], number: int = 0, axes: Any = None) -> FaceSpec:
    return FaceSpec(str(path[-1]), file[0], number, tuple((axes or {}).items()))


_FACES = MapOf(
    Record(
        _face,
        {
            "file": Key(FileOf(), "字体文件", required=True),
            "number": Key(Whole(0, 999), "字体集里的第几款，从 0 起"),
            "axes": Key(MapOf(Number(-10_000, 10_000)), "可变字体的轴，如 wght: 700"),
        },
        placed=True,
    )
)


class _Fallback(Shape[tuple[str, ...]]):
    """Faces, or `none`."""

    _faces = ListOf(Name("face"), single=True)

    def read(self, node: Node, path: Path, r: Reading) -> tuple[str, ...] | None:
        return () if isinstance(node, Scalar) and node.text == "none" else self._faces.read(node, path, r)

    def schema(self) -> Schema:
        return self._faces.schema()


_FACE_NAMES = ListOf(Name("face"), single=True)
_FAMILIES = MapOf(
    Record(
        FamilySpec,
        {
            "han": Key(_FACE_NAMES, "排汉字的字体，按先后"),
            "latin": Key(_FACE_NAMES, "排西文的字体"),
            "digits": Key(_FACE_NAMES, "排数字的字体"),
            "fallback": Key(_Fallback(), "都没有的字用哪些字体；none：不用别的"),
        },
    )
)


def _furniture(node: Node, path: Path, at: Any, text: Any = (), style: str = "", **own: Any) -> FurnitureSpec:
    return FurnitureSpec(str(path[-1]), at, text, style, **own)


_FURNITURE = MapOf(
    Record(
        _furniture,
        {
            "at": Key(AT_FREE, "放在哪里", required=True),
            "text": Key(
                ListOf(Text(empty=True), single=True),
                "文字，可用 {number} {date} {weekday} {lunar} {section} {paper} {issue} {pages} {licence}",
            ),
            "style": Key(Name("style"), "样式名"),
            "rule": Key(RULES, "四边的线", field="rules"),
            "box": Key(BOX, "边框、底色"),
        },
        placed=True,
    )
)


def _code(name: str) -> None:
    """See that findings of this code exist."""
    from layout.catalogue import codes

    if name not in codes():
        raise Wrong("S049", name=name, hint=close(name, codes()))


def _theme(
    node: Node,
    path: Path,
    furniture: Any = None,
    nameplate: Any = None,
    fonts: Any = None,
    extends: str = "",
    **own: Any,
) -> ThemeSpec:
    own.setdefault("grid", GridSpec())
    empty: dict[str, Any] = {name: {} for name in ("faces", "colours", "styles", "banners")}
    sizes = {name: Length(points, "pt") for name, points in values.BUILT_IN_SIZES.items()}
    own["sizes"] = sizes | own.get("sizes", {})
    pieces = tuple((furniture or {}).values())
    own["nameplate"] = tuple((nameplate or {}).values())
    return ThemeSpec(document=node.document, families=fonts or {}, furniture=pieces, **(empty | own))


THEME = Record(
    _theme,
    {
        "extends": Key(Text(), "以哪个主题为底：内置的名字，或主题文件"),
        "paper": Key(_PAPER, "纸张", required=True),
        "grid": Key(GRID, "网格：栏数、栏宽、行数、行高", required=True),
        "faces": Key(_FACES, "字体文件：名字 → 文件"),
        "fonts": Key(_FAMILIES, "字体：名字 → 汉字、西文、数字各用哪些"),
        "colours": Key(MapOf(COLOUR), "颜色：名字 → 油墨"),
        "sizes": Key(MapOf(LengthOf("pt mm", 1, 1000)), "字号：名字 → 大小"),
        "styles": Key(NEW_STYLES, "样式：名字 → 字体、字号……", required=True),
        "furniture": Key(_FURNITURE, "报眉等每版都有的东西"),
        "nameplate": Key(_FURNITURE, "报头：各部分放在报头那块地方的哪里，百分数是那块地方的"),
        "end_mark": Key(Text(), "文末的记号，如 ■，排在每篇稿子末段之后"),
        "banners": Key(BANNERS, "栏题：名字 → 各行"),
        "banner_box": Key(BOX, "栏题的框"),
        "words": Key(ListOf(Text()), "不拆开的人名、词语"),
        "segmenter": Key(Choice("builtin", "rjieba"), "分词用什么"),
        "setting": Key(SETTING, "中文排版的选项"),
        "normalise": Key(YesNo(), "半角标点等是否改成全角"),
        "check": Key(
            MapOf(Choice("error", "warning", "info", "off"), _code), "各种问题算错误还是提醒", field="checks"
        ),
        "print": Key(PRINT, "印刷"),
        "fit": Key(FIT, "各稿为排满可以改什么、改多少，按先后"),
    },
    placed=True,
    later=("jump",),
)


def merged(own: Node, base: Node, path: Path = ()) -> Node:
    """`own` over `base`: maps key by key, all else replaced. In `fonts`, one's own faces come first and the
    base's follow, unless the family says `fallback: none`."""
    if isinstance(own, Sequence) and isinstance(base, Sequence) and path[:1] == ("fonts",) and len(path) == 3:
        written = {i.text for i in own.items if isinstance(i, Scalar)}
        rest = [i for i in base.items if not (isinstance(i, Scalar) and i.text in written)]
        return Sequence([*own.items, *rest], own.document, own.start, own.end)
    if not (isinstance(own, Mapping) and isinstance(base, Mapping)) or _stands_alone(own, path):
        return own
    entries = dict(base.entries)
    for name, entry in own.entries.items():
        before = entries.get(name)
        if before is not None:
            entry = type(entry)(entry.key, merged(entry.value, before.value, (*path, name)))
        entries[name] = entry
    return Mapping(entries, own.document, own.start, own.end)


def _stands_alone(family: Mapping, path: Path) -> bool:
    """Whether this is a family that wants nothing of the one it extends, or a printing condition."""
    if path == ("fit",):  # a ladder has an order of its own
        return True
    if path == ("print", "intent"):  # another profile's name says nothing of this one
        return True
    fallback = family.get("fallback")
    return (
        path[:1] == ("fonts",) and len(path) == 2 and isinstance(fallback, Scalar) and fallback.text == "none"
    )
