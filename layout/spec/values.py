"""Values that are written as one word: lengths, ranges, colours, lines, dates. Text in, value or `Wrong` out."""

from layout.spec.model import ColourSpec, Length, LineSpec, Range, Unit
from layout.spec.wrong import Wrong, close

UNITS: tuple[Unit, ...] = ("pt", "mm", "cm", "in", "字", "行", "栏", "%")
RULES = (
    "正线", "反线", "双线", "文武线", "点线", "波浪线", "双波线", "三线", "斜纹", "锯齿", "圆点", "连珠", "菱花",
    "星线", "梅花", "绳纹", "链纹", "竹节", "水纹", "回纹", "云纹", "卷草",
)  # fmt: skip
BUILT_IN_SIZES: dict[str, float] = {
    "特号": 54, "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5,
}  # fmt: skip

_NUMBER = frozenset("+-.0123456789")
_OTHER_UNITS = {
    "px": "pt", "磅": "pt", "点": "pt", "p": "pt", "毫米": "mm", "厘米": "cm", "公分": "cm", "英寸": "in",
    '"': "in", "em": "字", "个字": "字", "格": "字", "lines": "行", "line": "行", "lh": "行", "列": "栏",
    "columns": "栏", "column": "栏", "col": "栏", "百分": "%", "PT": "pt", "Pt": "pt", "MM": "mm", "CM": "cm",
}  # fmt: skip
# Full-width forms that a Chinese input method leaves in numbers.
_NARROW = str.maketrans(
    "０１２３４５６７８９．－＋％：，（）－～｜＊　−",
    "0123456789.-+%:,()-~|* -",
)


def narrow(text: str) -> str:
    """Full-width digits and marks as YAML and numbers want them."""
    return text.translate(_NARROW)


def split_number(text: str) -> tuple[str, str]:
    """A number and what follows it: `9.5pt` gives `9.5` and `pt`."""
    i = 0
    while i < len(text) and text[i] in _NUMBER:
        i += 1
    return text[:i], text[i:].strip()


def number(text: str, code: str = "S042") -> float:
    """A plain decimal number in ASCII digits, without exponent."""
    digits, rest = split_number(text)
    if rest or not digits:
        thin = narrow(text)
        raise Wrong(code, value=text, hint=thin if thin != text and not split_number(thin)[1] else "")
    try:
        return float(digits)
    except ValueError:
        raise Wrong(code, value=text) from None


def length(text: str) -> Length:
    """A length with its unit, or a named size (size names are looked up later).

    Raises `Wrong` S031 (no unit), S033 (a unit of another trade), S032 (anything else)."""
    digits, unit = split_number(text)
    if not digits:
        if text[:1].isalpha() and not any(c in text for c in " ,:;"):
            thin = narrow(text)
            if thin[:1] in _NUMBER:
                raise Wrong("S032", value=text, hint=thin)
            return Length(0, "size", text)
        thin = narrow(text)
        raise Wrong("S032", value=text, hint=thin if thin != text else "")
    if not unit:
        raise Wrong("S031", value=text, hint=f"{digits}pt")
    if unit not in UNITS:
        other = _OTHER_UNITS.get(unit) or _OTHER_UNITS.get(unit.lower(), "")
        if other:
            raise Wrong("S033", value=text, unit=unit, other=other, hint=f"{digits}{other}")
        thin = narrow(text)
        raise Wrong("S032", value=text, hint=thin if thin != text else "")
    try:
        return Length(float(digits), unit)
    except ValueError:
        raise Wrong("S032", value=text) from None


def span(text: str) -> Range:
    """`a..b` or one value; the first may leave its unit to the second (`3..2行`)."""
    first, dots, second = text.partition("..")
    if not dots:
        value = length(text)
        return Range(value, value)
    high = length(second.strip())
    first = first.strip()
    return Range(
        Length(number(first, "S036"), high.unit) if not split_number(first)[1] else length(first), high
    )


def colour(text: str) -> ColourSpec:
    """`k 100%`, `cmyk(0, 100, 100, 0)`, `spot(name)`, or the name of a colour of the theme."""
    name, bracket, rest = text.partition("(")
    name = name.strip().lower()
    if bracket and name in ("cmyk", "spot") and ")" not in rest:
        raise Wrong("S048", value=text)
    if bracket and rest.rstrip().endswith(")"):
        inside = rest.rstrip()[:-1]
        if name == "spot" and inside.strip():
            return ColourSpec(spot=inside.strip())
        if name == "cmyk":
            parts = [number(p.strip().removesuffix("%"), "S037") for p in inside.split(",")]
            if len(parts) == 4 and all(0 <= p <= 100 for p in parts):
                return ColourSpec(cmyk=(parts[0], parts[1], parts[2], parts[3]))
        raise Wrong("S037", value=text)
    words = text.split()
    if len(words) == 2 and words[0].lower() in ("c", "m", "y", "k") and words[1].endswith("%"):
        amount = number(words[1][:-1], "S037")
        if not 0 <= amount <= 100:
            raise Wrong("S037", value=text)
        ink = "cmyk".index(words[0].lower())
        inks = [amount if i == ink else 0.0 for i in range(4)]
        return ColourSpec(cmyk=(inks[0], inks[1], inks[2], inks[3]))
    if len(words) != 1 or text[0] in "#0123456789%(" or bracket:
        raise Wrong("S037", value=text)
    return ColourSpec(name=text)


def line(text: str) -> LineSpec:
    """A line by name, by weight, or by both, and its colour: `正线`, `0.3pt`, `回纹 8pt`, `0.3pt k 50%`."""
    first, _, rest = text.partition(" ")
    name = first if first in RULES else ""
    if name:
        first, _, after = rest.strip().partition(" ")
        rest = after if split_number(first)[0] else rest
    if not name and not split_number(first)[0]:
        raise Wrong("S038", value=text, names="、".join(RULES), hint=close(first, RULES))
    weight = length(first) if split_number(first)[0] else None
    if weight and (weight.unit not in ("pt", "mm") or not 0 < weight.value <= 20):
        raise Wrong("S038", value=text, names="、".join(RULES))
    return LineSpec(name, weight, colour(rest.strip()) if rest.strip() else None)


def date(text: str) -> str:
    """An ISO date of a day that exists."""
    parts = text.split("-")
    if [len(p) for p in parts] == [4, 2, 2] and all(p.isascii() and p.isdigit() for p in parts):
        year, month, day = map(int, parts)
        days = _days(year, month) if year and 1 <= month <= 12 else 0
        if 1 <= day <= days:
            return text
        if days:
            raise Wrong("S130", value=text, month=month, days=days)
        raise Wrong("S039", value=text, hint="2026-03-09")
    groups = "".join(c if c.isdigit() else " " for c in narrow(text)).split()
    hint = "2026-03-09"
    if len(groups) == 3 and len(groups[0]) == 4 and all(len(g) <= 2 for g in groups[1:]):
        hint = f"{groups[0]}-{groups[1]:0>2}-{groups[2]:0>2}"
    raise Wrong("S039", value=text, hint=hint)


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
