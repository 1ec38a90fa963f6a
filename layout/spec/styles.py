"""Shapes of styles, colours, lines, boxes: what pages, blocks and themes share."""

from typing import Any

from layout.diag import Where
from layout.spec import values
from layout.spec.cells import SPAN
from layout.spec.model import BoxSpec, ColourSpec, Length, LineSpec, Range, StyleSpec
from layout.spec.nodes import Mapping, Node, Path
from layout.spec.reading import Reading
from layout.spec.scalars import Choice, LengthOf, Name, Value, Whole, YesNo, with_units
from layout.spec.shape import Schema
from layout.spec.shapes import ByForm, Key, ListOf, MapOf, Record
from layout.spec.wrong import Wrong

ABSOLUTE = "pt mm cm in"
GEOMETRY = "pt mm cm in 字 行 栏 %"


class ColourOf(Value[ColourSpec]):
    """A colour, by its inks or by its name in the theme."""

    def __init__(self) -> None:
        super().__init__(values.colour, {"type": "string"})

    def note(self, value: ColourSpec, node: Node, path: Path, r: Reading) -> None:
        _refer(value, node, path, r)


def _refer(colour: ColourSpec, node: Node, path: Path, r: Reading) -> None:
    """A colour by name, and a spot ink, which the theme's colour of the same name describes."""
    if colour.name or colour.spot:
        r.refer("colour", colour.name or colour.spot, node, path)


class LineOf(Value[LineSpec]):
    """A drawn line, by its name or by its weight, with a colour after it."""

    def __init__(self) -> None:
        super().__init__(values.line, {"type": "string"})

    def note(self, value: LineSpec, node: Node, path: Path, r: Reading) -> None:
        if value.colour is not None:
            _refer(value.colour, node, path, r)


class RangeOf(Value[Range]):
    """A range `a..b`, or one value, in one of `units`, within bounds."""

    def __init__(self, units: str, low: float, high: float) -> None:
        super().__init__(self._parse, {"type": "string"})
        self.units, self.low, self.high = units.split(), low, high

    def _parse(self, text: str) -> Range:
        span = with_units(values.span, text, self.units)
        for end in (span.low, span.high):
            if end.unit not in self.units:
                raise Wrong("S034", value=text, unit=end.unit, units=", ".join(self.units))
            if not self.low <= end.value <= self.high:
                raise Wrong("S035", value=text, low=self.low, high=self.high)
        if span.low.unit == span.high.unit and span.low.value > span.high.value:
            raise Wrong("S036", value=text, hint="..".join(reversed(text.split(".."))))
        return span


class ReachOf(Value[tuple[Length | None, Length]]):
    """A length, or a range `a..b` of lengths whose last is the one preferred: the other end, None of a single one,
    and the preferred."""

    def __init__(self, end: LengthOf) -> None:
        super().__init__(self._parse, {})
        self.end = end

    def _parse(self, text: str) -> tuple[Length | None, Length]:
        first, dots, last = (part.strip() for part in text.partition(".."))
        if not dots:
            return None, self.end.parse(text)
        high = self._of_range(last, text, first + "..{}")
        bare = high.unit != "size" and not values.split_number(first)[1]
        low = self._of_range(first + high.unit if bare else first, text, "{}.." + last)
        if low.unit == high.unit and low.value > high.value:
            raise Wrong("S036", value=text, hint=f"{last}..{first}")
        return low, high

    def _of_range(self, text: str, whole: str, form: str) -> Length:
        """One end of a range; what is wrong with it is said of the whole."""
        try:
            return self.end.parse(text)
        except Wrong as wrong:
            wrong.facts["value"] = whole
            wrong.hint = form.format(wrong.hint) if wrong.hint else ""
            raise

    def note(self, value: tuple[Length | None, Length], node: Node, path: Path, r: Reading) -> None:
        for end in value:
            if end is not None:
                self.end.note(end, node, path, r)

    def schema(self) -> Schema:
        return {"anyOf": [self.end.schema(), {"type": "string", "pattern": r"^[^.]+(\.[0-9]+[^.]*)?\.\."}]}


def _line(line: LineSpec | None = None, colour: ColourSpec | None = None) -> LineSpec:
    """A line written as a map."""
    line = line or LineSpec()
    return LineSpec(line.name, line.weight, colour or line.colour)


COLOUR = ColourOf()
LINE: ByForm[LineSpec] = ByForm(
    text=LineOf(),
    keys=Record(
        _line,
        {
            "line": Key(
                LineOf(), "线：正线、文武线、回纹等，或粗细如 0.3pt，或两样都写：回纹 8pt", required=True
            ),
            "colour": Key(COLOUR, "线的颜色"),
        },
    ),
)
RULES: Record[dict[str, Any]] = Record(
    dict,
    {
        "top": Key(LINE, "上边的线"),
        "right": Key(LINE, "右边的线"),
        "bottom": Key(LINE, "下边的线"),
        "left": Key(LINE, "左边的线"),
        "between": Key(LINE, "叠排的短稿之间的线"),
    },
)
BOX = Record(
    BoxSpec,
    {
        "border": Key(LINE, "边框用的线"),
        "fill": Key(COLOUR, "底色"),
        "inset": Key(LengthOf("pt mm cm in 字 行", 0, 200), "框内四边留空，如 1字"),
        "radius": Key(LengthOf("pt mm cm in 字", 0, 200), "圆角半径"),
        "around": Key(ListOf(Name("block"), single=True), "同在一个框里的其他块"),
    },
)


def _amount(text: str) -> int:
    """A fraction of an em (`0.125字` or `0.125`) in thousandths."""
    return round(1000 * values.number(text.removesuffix("字").strip()))


_AMOUNT = Value(_amount, {"type": ["number", "string"]})
SETTING_KEYS: dict[str, Key] = {
    "punct_style": Key(Choice("quanjiao", "kaiming", "banjiao", "plain"), "标点风格：全角、开明、半角、不挤"),
    "adjacent": Key(_AMOUNT, "相邻两个标点合占几字，1.5 或 1.0"),
    "kinsoku": Key(Choice("none", "basic", "gb", "strict"), "避头尾的宽严"),
    "ellipsis_no_start": Key(YesNo(), "省略号不放行首"),
    "line_start_trim": Key(YesNo(), "行首的前引号、前括号顶格"),
    "para_start_trim": Key(YesNo(), "段首的前引号、前括号顶格"),
    "line_end": Key(Choice("full", "half"), "行末标点：放得下占全身，或总占半身"),
    "stop_shrink": Key(YesNo(), "句号、叹号、问号可以挤"),
    "autospace_digit": Key(_AMOUNT, "汉字与数字之间的空，以字为单位"),
    "autospace_latin": Key(_AMOUNT, "汉字与西文之间的空，以字为单位"),
    "digits": Key(
        Choice("half", "proportional", "tcy"), "数字：半身、按字体的宽度；直排两位数并排一格写 tcy"
    ),
    "interpunct": Key(Choice("half", "full"), "间隔号占半字或一字"),
    "stretch": Key(Choice("legal", "all"), "行不足时放开哪里：可断处，或标点前后也放"),
    "orphan": Key(YesNo(), "避免一字成行"),
    "lone_with_mark": Key(YesNo(), "一个字带标点可以成行"),
    "hanging": Key(YesNo(), "行末点号悬挂"),
    "hyphenate": Key(YesNo(), "西文断词"),
    "algorithm": Key(Choice("optimal", "greedy"), "断行：整段最优，或逐行"),
}
SETTING: Record[dict[str, Any]] = Record(dict, SETTING_KEYS)

_SIZE = LengthOf("pt mm cm in size", 0.5, 1000)
_TRACKING = LengthOf("pt mm cm in 字 %", -100, 500)
_MEASURE = LengthOf("%", 10, 100)
_SPACE = LengthOf("pt mm cm in 字 行", 0, 500)
STYLE_KEYS: dict[str, Key] = {
    "font": Key(Name("family"), "字体：主题里的字体名，如 宋、楷、粗黑"),
    "size": Key(ReachOf(_SIZE), "字号，如 9pt、小五；标题可以是范围，如 32pt..36pt"),
    "leading": Key(LengthOf("pt mm cm in 字 行 %", 0.1, 1000), "行距：上一行到下一行，如 12pt、1行、120%"),
    "align": Key(Choice("justify", "left", "center", "right"), "对齐：两端、左、中、右"),
    "indent": Key(LengthOf("pt mm cm in 字", 0, 100), "段首缩进，如 2字"),
    "tracking": Key(ReachOf(_TRACKING), "字距，如 0.1字、-1%；标题可以是范围，如 -3%..0%"),
    "scale": Key(RangeOf("%", 50, 200), "字宽，可以是范围，如 94%..100%"),
    "measure": Key(_MEASURE, "标题的一行最长占题宽的几成，如 80%"),
    "colour": Key(COLOUR, "文字颜色"),
    "lines": Key(Whole(1, 40, unit="行"), "占行：一行标题占几行正文"),
    "space_before": Key(_SPACE, "上空，如 1行"),
    "space_after": Key(_SPACE, "下空，如 0.5行"),
    "direction": Key(Choice("horizontal", "vertical"), "横排或直排"),
    "span": Key(
        SPAN, "小标题、引文、表格：排在一栏里（one），横跨各栏（all）、几栏（2）或第几到第几栏（2-3）"
    ),
    "punctuation": Key(SETTING_KEYS["punct_style"].shape, "标点风格", field="punct_style"),
    "line_end": SETTING_KEYS["line_end"],
    "setting": Key(SETTING, "中文排版的其他选项"),
}


def _style(
    punct_style: str = "", line_end: str = "", setting: dict[str, Any] | None = None, **own: Any
) -> StyleSpec:
    for key, other in (("size", "smallest"), ("tracking", "closest")):
        if key in own:
            own[other], own[key] = own[key]
    options = dict(setting or {})
    if punct_style:
        options["punct_style"] = punct_style
    if line_end:
        options["line_end"] = line_end
    return StyleSpec(**own, setting=options)


STYLE = Record(_style, STYLE_KEYS)


class StylesOf(MapOf[StyleSpec]):
    """A map from roles to changes of their styles. Outside a theme the roles must be the theme's."""

    def __init__(self, *, new: bool = False) -> None:
        super().__init__(STYLE)
        self.new = new

    def read(self, node: Node, path: Path, r: Reading) -> dict[str, StyleSpec] | None:
        found = super().read(node, path, r)
        if isinstance(node, Mapping) and not self.new:
            for name, entry in node.entries.items():
                where = Where(entry.key.document, (*path, name), key=True)
                r.refer_at("style", name, where)
        return found


STYLES = StylesOf()
NEW_STYLES = StylesOf(new=True)
