"""What `layout set` sets with: the style, its options, the faces; and the job itself."""

import argparse
import re
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from layout.copy.types import Normalised
from layout.style import CLOSEST, Setting, TextStyle
from layout.text.types import LONGEST
from layout.units import MM, PT, Emu

_LENGTH = re.compile(r"([0-9]*\.?[0-9]+)\s*(字|em|mm|cm|pt|)")
_BODY = 9 * PT  # 小五
_HEADS = ("kicker", "headline", "deck", "byline", "crosshead")
_WORDS = {"on": "true", "yes": "true", "off": "false", "no": "false", "never": "false", "newspaper": "gb"}
# Other names for options: the key of a style; both amounts of autospace at once, "digits/letters" or one for both.
_ALSO = {"punctuation": ("punct_style",), "autospace": ("autospace_digit", "autospace_latin")}
_OWN = (
    "indent",
    "align",
    "direction",
    "normalise",
    "nobreak_spans",
    "words",
    "segmenter",
    "lines",
    "tracking",
    "scale",
    "size",
    "measure",
)


class Refused(Exception):
    """What is wrong with the options, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


class Bench(Struct, frozen=True):
    """A style, where its faces are, and whether text in it is a head."""

    style: TextStyle
    library: Any
    head: bool = False
    own: tuple[str, ...] = ()
    segmenter: str = "builtin"


def job(text: str, options: argparse.Namespace) -> dict[str, Any]:
    """Set `text` as the options say and report it as plain data; with `--breaks` only where lines may end. Raises
    `Refused` where they can't be understood."""
    from layout.paragraph.bench import bench, bench_breaks, bench_head

    given = _options(options)
    made = _bench(options, given)
    measure = length(options.measure, made.style.size)
    if not measure:
        raise Refused(f"行长看不懂：{options.measure}", f"no such measure: {options.measure}")
    if given.get("normalise", "true") == "true" and len(text) <= LONGEST:
        from layout.copy.normalise import normalise

        done = normalise(text, label=made.head)
    else:
        done = Normalised(text, ())
    text = done.text
    if options.breaks:
        return {"breaks": bench_breaks(text, made.style, made.library)}
    said = _doubts(done)
    if not made.head:
        found = bench(text, made.style, made.library, measure)
        return found | {"findings": said + found["findings"]}
    from layout.paragraph.types import Lexis

    text, held = _held(text, options.style, given)
    lexis = Lexis(frozenset((*made.own, *_list(given, "words"))), given.get("segmenter", made.segmenter))
    lines = _lines(given.get("lines", str(options.lines)))
    found = bench_head(text, made.style, made.library, measure, lines, lexis, held)
    return found | {"findings": said + found["findings"]}


def normalised(text: str) -> dict[str, Any]:
    """`text` as wire copy made ready for print, what was changed, and what looks wrong in it."""
    from layout.copy.normalise import normalise

    done = normalise(text)
    changes = [{"at": change.at, "before": change.before, "after": change.after} for change in done.changes]
    return {"text": done.text, "changes": changes, "findings": _doubts(done)}


def _doubts(done: Normalised) -> list[dict[str, Any]]:
    """What looks wrong in the copy of a paragraph: C101 to C107, and the spaces that were taken out (C108)."""
    from bisect import bisect_left

    from layout.copy.lint import lint_text
    from layout.diag import Diagnostic, Where
    from layout.paragraph.bench import as_data

    text = done.text
    found = list(lint_text(text[:LONGEST]))
    closed = (bisect_left(done.offsets, place) for place in done.closed)
    found += [
        ("C108", at, 0, {"before": text[max(at - 4, 0) : at], "after": text[at : at + 4]}) for at in closed
    ]
    found.sort(key=lambda one: one[1])
    return [
        as_data(Diagnostic(code, "warning", Where("", (), at, size), facts))
        for code, at, size, facts in found
    ]


def _held(text: str, style: str, given: dict[str, str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A head without its braces, and the ranges of it that are held together. A byline is spaced as such."""
    from layout.copy.heads import read_head

    head = read_head(text, normalise=False).value
    if style == "byline":
        from layout.resolve.stories import byline

        head = byline(head)
    spans = ((head.text.find(span), len(span)) for span in _list(given, "nobreak_spans"))
    return head.text, (*head.groups, *((at, at + size) for at, size in spans if at >= 0))


def _lines(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and 0 < int(written) < 100):
        raise Refused(f"行数看不懂：{written}", f"no such number of lines: {written}")
    return int(written)


def _list(given: dict[str, str], name: str) -> tuple[str, ...]:
    """The words of an option, as words or as a list of YAML or JSON."""
    return tuple(word for word in re.split("[,，、\\s'\"\\[\\]]+", given.get(name, "")) if word)


def length(written: str, em: Emu) -> Emu:
    """A length in 字 (em, or no unit), pt, mm or cm, or a named size; 0 if it is none."""
    found = _LENGTH.fullmatch(written.strip())
    if not found:
        from layout.spec.values import BUILT_IN_SIZES

        return round(BUILT_IN_SIZES.get(written.strip(), 0) * PT)
    unit = {"mm": MM, "cm": 10 * MM, "pt": PT}.get(found[2], em)
    return round(float(found[1]) * unit)


def _options(options: argparse.Namespace) -> dict[str, str]:
    """The options by name, shorthands written out."""
    given: dict[str, str] = {}
    for option in options.option:
        name, _, value = option.partition("=")
        name, value = name.strip(), value.strip()
        value = _WORDS.get(value.lower(), value)
        names = _ALSO.get(name, (name,))
        parts = value.split("/") if len(names) > 1 else [value]
        given |= dict(zip(names, parts * len(names) if len(parts) == 1 else parts))
    if options.algorithm:
        given["algorithm"] = options.algorithm
    if options.vertical:
        given["direction"] = "vertical"
    return given


def _bench(options: argparse.Namespace, given: dict[str, str]) -> Bench:
    """The style by name, or the body's, with the options upon it."""
    made = _themed(options) if options.style else _plain(options)
    style = made.style
    if options.size:
        size = length(options.size, _BODY)
        if not size:
            raise Refused(f"字号看不懂：{options.size}", f"no such size: {options.size}")
        style = replace(style, size=size, leading=style.leading * size // style.size)
    if options.face:
        style = replace(style, family=options.face)
    if style.family != "square" and style.family not in made.library.families:
        raise Refused(f"没有字体“{style.family}”", f"no family {style.family}")
    return replace(made, style=_with(style, given))


def _with(style: TextStyle, given: dict[str, str]) -> TextStyle:
    """A style with options upon it."""
    from layout.paragraph.bench import with_options

    try:
        setting = with_options(style.setting, {k: v for k, v in given.items() if k not in _OWN})
        if "indent" in given:
            style = replace(style, indent=_ems(given["indent"]))
        style = _head_with(style, given)
    except (ValueError, OverflowError) as error:
        raise Refused(f"不认识的选项：{error}", f"no such option or value: {error}") from None
    for name, choices in (
        ("align", ("justify", "left", "center", "right")),
        ("direction", ("horizontal", "vertical")),
        ("segmenter", ("builtin", "rjieba")),
    ):
        if given.get(name, choices[0]) not in choices:
            raise Refused(f"{name} 只能是 {'、'.join(choices)}", f"{name} is one of {', '.join(choices)}")
        if name in given and name != "segmenter":
            style = replace(style, **{name: given[name]})
    return replace(style, setting=setting)


def _head_with(style: TextStyle, given: dict[str, str]) -> TextStyle:
    """A head's style with how far it may go to fit: ranges whose last is the preferred one."""
    if "scale" in given:
        low, _, high = given["scale"].replace("%", "").partition("..")
        least, most = (round(float(end) * 10) for end in (low, high or low))
        if not 0 < least <= most:
            raise ValueError(f"scale={given['scale']}")
        style = replace(style, scale=(least, most))
    if "tracking" in given:
        low, dots, high = given["tracking"].partition("..")
        style = replace(style, tracking=_ems(high or low), closest=_ems(low) if dots else CLOSEST)
    if "size" in given:
        low, dots, high = given["size"].partition("..")
        ends = sorted(length(end, _BODY) for end in ((low, high) if dots else (low,)))
        if not ends[0]:
            raise ValueError(given["size"])
        style = replace(style, size=ends[-1], smallest=ends[0] if dots else 0)
    if "measure" in given:
        style = replace(style, measure=round(float(given["measure"].removesuffix("%")) * 10))
    return style


def _ems(written: str) -> int:
    """A part of an em (`0.1字`, `0.1`, `10%`) in thousandths."""
    if written.endswith("%"):
        return round(float(written[:-1]) * 10)
    return round(float(written.removesuffix("字").removesuffix("em")) * 1000)


def _plain(options: argparse.Namespace) -> Bench:
    """The built-in body: 小五 on 12 pt, two ems of indent."""
    style = TextStyle("body", options.face or "宋", _BODY, 12 * PT, indent=2000, setting=Setting())
    if options.face == "square":
        from layout.text.square import SquareLibrary

        return Bench(style, SquareLibrary())
    from layout.font.library import FontLibrary
    from layout.resolve.families import package_fonts

    fonts = package_fonts()
    return Bench(style, FontLibrary(fonts.families, fonts.sources))


def _themed(options: argparse.Namespace) -> Bench:
    """A style of a theme."""
    from layout.diag import SpecError
    from layout.resolve.cascade import Cascade
    from layout.resolve.grid import read_grid
    from layout.spec.load import load_theme
    from layout.spec.model import GridSpec
    from layout.world import FileWorld

    try:
        theme = load_theme(options.theme, FileWorld())
    except SpecError as error:
        code = error.diagnostics[0].code
        raise Refused(
            f"主题读不了：{options.theme}（{code}）", f"the theme {options.theme} can't be read ({code})"
        ) from None
    if options.style not in theme.styles:
        known = "、".join(theme.styles)
        raise Refused(
            f"没有样式“{options.style}”；有 {known}", f"no style {options.style}; there are {known}"
        )
    layers = (theme.styles,)
    _, ruler = read_grid(theme.grid, GridSpec(), layers, theme.sizes, 0)
    style = Cascade(layers, ruler, theme.colours, theme.setting).style(options.style)
    head = options.style in _HEADS or style.scale[0] != style.scale[1]
    if options.face == "square":
        from layout.text.square import SquareLibrary

        return Bench(style, SquareLibrary(), head, theme.words, theme.segmenter)
    from layout.font.library import FontLibrary
    from layout.resolve.families import read_fonts

    fonts = read_fonts(theme).value
    return Bench(style, FontLibrary(fonts.families, fonts.sources), head, theme.words, theme.segmenter)
