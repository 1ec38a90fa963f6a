"""Shape of a theme's `print`: what the file is to be for the press."""

from typing import Any

from layout.press import MARKS, STANDARDS
from layout.spec import values
from layout.spec.model import IntentSpec, PrintSpec, ResolutionSpec
from layout.spec.nodes import Mapping, Node, Path, Scalar
from layout.spec.reading import Reading
from layout.spec.scalars import Choice, LengthOf, Text, Value, Whole, YesNo
from layout.spec.shape import Schema, Shape
from layout.spec.shapes import Key, ListOf, Record
from layout.spec.story import FileOf
from layout.spec.wrong import Wrong


class _Standards(Shape[tuple[str, ...]]):
    """`plain`, one standard, or several that one file keeps."""

    _one = Choice("plain", *STANDARDS)
    _several = ListOf(Choice(*STANDARDS), low=1)

    def read(self, node: Node, path: Path, r: Reading) -> tuple[str, ...] | None:
        if not isinstance(node, Scalar):
            return self._several.read(node, path, r)
        word = self._one.read(node, path, r)
        return None if word is None else () if word == "plain" else (word,)

    def schema(self) -> Schema:
        return {"anyOf": [self._one.schema(), self._several.schema()]}


class _Marks(Shape[tuple[str, ...]]):
    """`on`, `off`, or a list of marks."""

    _switch, _several = YesNo(), ListOf(Choice(*MARKS))

    def read(self, node: Node, path: Path, r: Reading) -> tuple[str, ...] | None:
        if not isinstance(node, Scalar):
            return self._several.read(node, path, r)
        wanted = self._switch.read(node, path, r)
        return None if wanted is None else MARKS if wanted else ()

    def schema(self) -> Schema:
        return {"anyOf": [self._switch.schema(), self._several.schema()]}


def _ink(text: str) -> float:
    amount = values.number(text.removesuffix("%").rstrip())
    if not 100 <= amount <= 400:
        raise Wrong("S029", value=text, low="100%", high="400%")
    return amount / 100


class _Bleed(Shape[Any]):
    """A length, or `none` for a press that takes no bleed."""

    _length = LengthOf("pt mm cm in", 0, 50)

    def read(self, node: Node, path: Path, r: Reading) -> Any:
        if isinstance(node, Scalar) and node.text.strip() == "none":
            return values.length("0mm")
        return self._length.read(node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [self._length.schema(), {"enum": ["none"]}]}


def _intent(profile: Any = None, **own: Any) -> IntentSpec | None:
    return None if profile is None else IntentSpec(*profile, **own)


class _Intent(Shape[IntentSpec]):
    """`newsprint`, or a profile of one's own."""

    _named = Choice("newsprint")
    _own = Record(
        _intent,
        {
            "profile": Key(FileOf(), "印刷条件的 ICC 特性文件（CMYK 输出）", required=True),
            "identifier": Key(Text(), "印刷条件的代号，如 WAN-IFRAnewspaper26v5；不写则用文件名"),
            "registry": Key(Text(), "登记这个代号的名录，如 http://www.color.org"),
            "info": Key(Text(), "给人看的说明"),
        },
    )

    def read(self, node: Node, path: Path, r: Reading) -> IntentSpec | None:
        if isinstance(node, Mapping):
            return self._own.read(node, path, r)
        return None if self._named.read(node, path, r) is None else IntentSpec()

    def schema(self) -> Schema:
        return {"anyOf": [self._named.schema(), self._own.schema()]}


_PPI = Whole(30, 2400, unit="ppi")
_RESOLUTION = Record(
    ResolutionSpec,
    {
        "least": Key(_PPI, "低于此数算错误"),
        "good": Key(_PPI, "低于此数提醒"),
        "most": Key(_PPI, "高于此数就缩小"),
        "target": Key(_PPI, "缩小到多少"),
    },
)
PRINT = Record(
    PrintSpec,
    {
        "standard": Key(_Standards(), "PDF 标准，一个或几个；plain：都不要", field="standards"),
        "intent": Key(_Intent(), "印刷条件：newsprint，或自己的 ICC 特性文件"),
        "ink": Key(Value(_ink, {"type": ["string", "number"]}), "总墨量上限，如 240%"),
        "marks": Key(_Marks(), "裁切线等标记：on、off，或列出要哪些"),
        "bleed": Key(_Bleed(), "出血，替代 paper 的；none：不出血"),
        "resolution": Key(_RESOLUTION, "图片的分辨率"),
    },
)
