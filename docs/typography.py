"""The pictures of typography.md, set by the engine itself: `python docs/typography.py [FOLDER]`.

Each picture has one or more samples side by side between hairlines that show their measure; its name is that of the
file. tests/docs/test_typography.py sees that the pages and the pictures name each other.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image

from layout.backends.pdf import write
from layout.backends.png import render
from layout.copy.markup import read_body
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.lettering import SetLine, middle_baseline, put
from layout.page.types import PageLayout, Placed, PlacedLine, PlacedRule
from layout.paragraph.break_ import break_
from layout.paragraph.headline import set_headline
from layout.resolve.families import package_fonts
from layout.resolve.types import Stroke
from layout.scene.build import build
from layout.style import Colour, Setting, TextStyle
from layout.tag import Tag
from layout.text.shape import shape
from layout.text.types import Span
from layout.units import PT, Emu
from layout.world import FileWorld

SIZE, LEADING, PPI, GREYS = 15 * PT, 21 * PT, 96, 16
APART = 2 * SIZE
HAIRLINE = Stroke("", PT // 4, Colour((700, 150, 0, 0)))
FOLDER = ROOT / "docs/images/typography"


class Sample(NamedTuple):
    """A text on a measure in ems; `options` are those of `Setting`; `head` lines are set as a headline, which `reach`
    lets go so far to fit."""

    text: str | tuple[str, ...]
    measure: float
    options: dict[str, Any] = {}
    indent: int = 0
    family: str = "宋"
    align: Any = "justify"
    vertical: bool = False
    head: int = 0
    reach: dict[str, Any] = {}


def both(text: str, measure: float, *options: dict[str, Any], **more: Any) -> tuple[Sample, ...]:
    """The same text with each of the options."""
    return tuple(Sample(text, measure, option, **more) for option in options)


LINE = "一个矮窗口，台面离地75厘米，专给放学后没人接的孩子打饭。"
NEWS = (
    "本报讯（记者　齐远）东垣区梧桐里社区食堂开了两年，来的大多是老人。3月2日起，食堂朝小学的一面多了一个矮窗口，"
    "台面离地75厘米，专给放学后没人接的孩子打饭。"
)
PICTURES: dict[str, tuple[Sample, ...]] = {
    "widths": (Sample("“26户”·A/B——……好，（一）", 14),),
    "marks-meet": both("他问：“《报》（晚）”，对？", 13, {"punct_style": "plain"}, {}),
    "styles": both(
        "对，明天见。他说：（晚上）好？行。", 16, {}, {"punct_style": "kaiming"}, {"punct_style": "banjiao"}
    ),
    "adjacent": both("老街”“新街，“夜校”（三）", 12, {}, {"adjacent": 1000}),
    "line-start": both("今天晚上老街“夜校”开了门", 6, {"line_start_trim": False}, {}),
    "line-end": both("一二三四五六七八九，甲乙丙丁戊己", 10, {"line_end": "full"}, {"line_end": "half"}),
    "hanging": both("一二三四五六七八，甲乙丙丁戊己庚", 8, {}, {"hanging": True}),
    "kinsoku": both(
        "八百名市民，来上“夜校”学写字", 5, {"kinsoku": "none", "orphan": False}, {"orphan": False}
    ),
    "dashes": both("老街灯火亮堂——夜校开学了，八百人来", 6, {}, {"kinsoku": "strict"}),
    "numbers": (Sample("共捐1,200本，升到-5℃，每份￥8.50，约5km", 6),),
    "squeeze": both("一二三，四五六七八九。甲乙丙", 10, {"punct_style": "plain"}, {}),
    "stretch": (Sample("一二三四五六七八九十1200本好书", 11.5),),
    "whole-paragraph": both(NEWS, 13, {"algorithm": "greedy"}, {"algorithm": "optimal"}, indent=2),
    "orphan": both("甲乙丙，丁戊己庚辛壬癸。", 10, {"orphan": False}, {}),
    "indent": (Sample(LINE, 11, indent=2), Sample("“夜校开学了，”他说，“快来。”", 11, indent=2)),
    "autospace": both(
        "用GDP算26年", 8, {"autospace_latin": 0}, {}, {"autospace_latin": 250, "autospace_digit": 250}
    ),
    "hyphens": (
        Sample("第二天讲extraordinary weather的人多了一倍", 10, {"hyphenate": True}),
        Sample("第二天讲extraordinary weather", 7, {"hyphenate": True}, vertical=True),
    ),
    "notes": (Sample("说[重点，就是这个]{.dots}，[生僻]{ruby=shēng pì}字也要认得", 13),),
    "vertical": (
        Sample("2026年，“老街”（东段）灯火——第12届：iPad看GDP", 12, vertical=True),
        Sample("第12届，满30天", 8, {"digits": "tcy"}, vertical=True),
    ),
    "head-sense": (Sample("韦德是制造悬念的艺术家", 7.2, family="标宋", align="center", head=2),),
    "head-ink": (
        Sample("“一字一句”", 7, family="标宋", align="center", head=1),
        Sample("“一字一句”", 7, family="标宋", align="left", head=1),
    ),
    "head-fit": (
        Sample("老街灯火亮到九点", 8, family="标宋", align="left", head=1),
        Sample("老街灯火亮到九点", 7.4, family="标宋", align="left", head=1),
        Sample("老街灯火亮到九点", 6.6, family="标宋", align="left", head=1),
    ),
    "head-size": (
        Sample("老街灯火亮到九点", 6, family="标宋", align="left", head=2),
        Sample("老街灯火亮到九点", 6, family="标宋", align="left", head=2, reach={"smallest": SIZE * 3 // 4}),
    ),
    "head-measure": (
        Sample("老街里的夜校灯火通明", 10, family="标宋", align="center", head=2),
        Sample("老街里的夜校灯火通明", 10, family="标宋", align="center", head=2, reach={"measure": 800}),
    ),
    "deck": (Sample(("——河东市民夜校春季班", "开学一周见闻"), 12, family="楷", align="center", head=2),),
    "names": (Sample("本报记者　林　岚　许知远　通讯员　乔　一", 13, family="楷", align="center", head=3),),
}


def draw(samples: Sequence[Sample], library: FontLibrary) -> bytes:
    """One picture as PNG, in few greys."""
    placed: list[Placed] = []
    x = depth = 0
    for sample in samples:
        width, height, lines = _set(sample, library, x)
        placed += lines
        depth = max(depth, height)
        x += width + APART
    margin = SIZE // 2
    page = Rect(-margin, -margin, x - APART + 2 * margin, depth + 2 * margin)
    layout = PageLayout("", "", Rect(0, 0, x - APART, depth), page, tuple(placed), ())
    pdf = write((build(layout),), library, FileWorld(), epoch=0).value
    out = BytesIO()
    Image.open(BytesIO(render(pdf, PPI))).quantize(GREYS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _set(sample: Sample, library: FontLibrary, x: Emu) -> tuple[Emu, Emu, list[Placed]]:
    """A sample's width, its depth, and its lines between their hairlines."""
    style = TextStyle(
        "sample",
        sample.family,
        SIZE,
        LEADING,
        align=sample.align,
        scale=(940, 1000) if sample.head else (1000, 1000),
        direction="vertical" if sample.vertical else "horizontal",
        setting=Setting(**sample.options),
        **sample.reach,
    )
    measure = round(sample.measure * SIZE)
    lines = _lines(sample, style, measure, library)
    depth = len(lines) * LEADING
    if sample.vertical:
        columns: list[Placed] = [
            PlacedLine(line.shaped, line.line, x + depth - LEADING // 2 - i * LEADING, 0, Tag())
            for i, line in enumerate(lines)
        ]
        ends = ((x, 0, x + depth, 0), (x, measure, x + depth, measure))
        return depth, measure, [*columns, *(PlacedRule(*end, HAIRLINE, Tag()) for end in ends)]
    rows = (put(line, x, middle_baseline(i * LEADING, LEADING, SIZE), Tag()) for i, line in enumerate(lines))
    sides = ((x, 0, x, depth), (x + measure, 0, x + measure, depth))
    return measure, depth, [*rows, *(PlacedRule(*side, HAIRLINE, Tag()) for side in sides)]


def _lines(sample: Sample, style: TextStyle, measure: Emu, library: FontLibrary) -> list[SetLine]:
    if sample.head:
        held = ((0, 12), (13, 20)) if "记者" in sample.text else ()
        done = set_headline(sample.text, style, library, measure, lines=sample.head, held=held).value
        return [SetLine(done.shaped, line, done.style) for line in done.lines]
    spans: tuple[Span, ...] = (Span(str(sample.text), style),)
    if "]{" in sample.text:
        pieces = read_body(str(sample.text)).value.blocks[0].pieces
        spans = tuple(Span(piece.text, style, note=piece.note) for piece in pieces)
    shaped = shape(spans, library)
    lines = break_(shaped, ((1, measure),), sample.indent * SIZE).value
    return [SetLine(shaped, line, style) for line in lines]


def main(folder: Path) -> None:
    fonts = package_fonts()
    library = FontLibrary(fonts.families, fonts.sources)
    folder.mkdir(parents=True, exist_ok=True)
    for name, samples in PICTURES.items():
        (folder / f"{name}.png").write_bytes(draw(samples, library))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
