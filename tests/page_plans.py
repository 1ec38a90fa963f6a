"""Page plans made by hand, so that page make-up can be tested without YAML, themes or font files.

A small grid stands at (100 pt, 100 pt): columns of ten characters of 9 pt, gutter of one, lines of 12 pt, a gap of
two lines. Type is the square face, so that a line of body holds exactly ten Han characters.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from layout.copy.types import Block, Copy, Piece
from layout.diag import Outcome, Where
from layout.font.library import FontLibrary
from layout.geometry import Rect
from layout.page.compose import compose
from layout.page.types import PageLayout, Placed, PlacedLine
from layout.resolve.dummy import read_dummy
from layout.resolve.types import (
    Blank,
    BlockPlan,
    Content,
    Grid,
    HeadCopy,
    PagePlan,
    PicturePlan,
    StoriesPlan,
    StoryPlan,
)
from layout.spec.model import DummyRow
from layout.style import TextStyle
from layout.text.square import SquareLibrary
from layout.units import PT

BODY = 9 * PT
LEADING = 12 * PT
HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"

TEXT_STYLE = TextStyle("body", "宋", BODY, LEADING, indent=2000)
STYLES = {
    "body": TEXT_STYLE,
    "quote": replace(TEXT_STYLE, name="quote"),
    "bold": replace(TEXT_STYLE, name="bold"),
    "em": replace(TEXT_STYLE, name="em"),
    "dateline": replace(TEXT_STYLE, name="dateline"),
    "dateline-by": replace(TEXT_STYLE, name="dateline-by"),
    "crosshead": TextStyle("crosshead", "黑", 12 * PT, 14 * PT, align="center", lines=3),
}
HEADLINE = TextStyle("headline", "标宋", 24 * PT, 29 * PT, align="left", lines=3)
CAPTION = TextStyle("caption", "黑", 8 * PT, LEADING, align="left")
CREDIT = TextStyle("credit", "楷", 8 * PT, LEADING, align="right")
HERE = Where("page.yaml")


def grid(columns: int = 4, lines: int = 30, **changes: Any) -> Grid:
    """The grid of the tests; positions in it are easy sums."""
    made = Grid(
        x=100 * PT,
        y=100 * PT,
        columns=columns,
        measure=10 * BODY,
        gutter=BODY,
        lines=lines,
        leading=LEADING,
        body=BODY,
        baseline=(LEADING - BODY) // 2 + BODY * 880 // 1000,
        gap=2,
    )
    return replace(made, **changes)


def han(characters: int, start: int = 0) -> str:
    """Running text of so many Han characters, no marks."""
    return "".join(HAN[(start + i) % len(HAN)] for i in range(characters))


def lines_of_text(lines: int) -> str:
    """A paragraph that fills exactly `lines` lines of a column: the first is indented by two characters."""
    return han(10 * lines - 2)


def copy_of(*paragraphs: str) -> Copy:
    """Paragraphs as copy: `## ` opens a crosshead, `---` is a line space, `• ` an item of a list. Offsets count
    the characters of the paragraphs joined by blank lines."""
    blocks, at = [], 0
    for written in paragraphs:
        kind, text = ("crosshead", written[3:]) if written.startswith("## ") else ("paragraph", written)
        kind, text = ("item", text[2:]) if text.startswith("• ") else (kind, text)
        first = at + len(written) - len(text)
        at += len(written) + 2
        if written == "---":
            blocks.append(Block("space"))
            continue
        offsets = tuple(range(first, first + len(text)))
        blocks.append(Block(kind, (Piece(text, offsets),) if text else (), "•" if kind == "item" else ""))
    return Copy(tuple(blocks))


def story(name: str, *paragraphs: str, head: str = "", **changes: Any) -> StoryPlan:
    """A story of `paragraphs`, with a headline of three lines of the grid if there is one."""
    where = Where(f"{name}.md")
    heads = (HeadCopy("headline", (head,), HEADLINE, where),) if head else ()
    return replace(StoryPlan(name, heads, copy_of(*paragraphs), STYLES, where), **changes)


def block(name: str, content: Content, **changes: Any) -> BlockPlan:
    """A block that has no place yet: `page` gives it the area of the letter that is its name."""
    return replace(BlockPlan(name, content, None, None, None, {}, HERE), **changes)


def one(name: str, *stories: StoryPlan, columns: int = 0, **changes: Any) -> BlockPlan:
    """A block of stories."""
    return block(name, StoriesPlan(stories, columns), **changes)


def stories(name: str, *copies: StoryPlan, **changes: Any) -> BlockPlan:
    """A block of stories with these changes to how they are set: `fill`, `fit`, `inserts` …"""
    return block(name, StoriesPlan(copies, **changes))


def blank(name: str) -> BlockPlan:
    return block(name, Blank(""))


def photo(name: str, **changes: Any) -> BlockPlan:
    """A block with a picture of 400 × 300 pixels."""
    return block(name, picture(name, **{k: v for k, v in changes.items() if k not in BLOCK_KEYS}), **{
        k: v for k, v in changes.items() if k in BLOCK_KEYS
    })  # fmt: skip


BLOCK_KEYS = ("area", "free", "box", "rules", "floating", "wrap")


def picture(name: str = "P", **changes: Any) -> PicturePlan:
    plan = PicturePlan(
        id=name, source="p.jpg", digest="00", pixels=(400, 300), caption="", credit="", alt="",
        caption_style=CAPTION, credit_style=CREDIT, place="below", crop=(500, 500), cover=True, where=HERE,
    )  # fmt: skip
    return replace(plan, **changes)


def rows(dummy: str) -> tuple[DummyRow, ...]:
    """The rows of a map drawn as in a page spec."""
    every = [line.split("|") for line in dummy.strip().splitlines()]
    return tuple(DummyRow(int(n), tuple(cells.split()), i) for i, (n, cells) in enumerate(every))


def page(dummy: str, *blocks: BlockPlan, gap: int = 2, **changes: Any) -> PagePlan:
    """A page of `blocks` on the map."""
    drawn = rows(dummy)
    lattice = grid(len(drawn[0].letters), sum(row.height or 0 for row in drawn), gap=gap)
    areas = read_dummy(drawn, lattice.lines)
    placed = tuple(b if b.area or b.free else replace(b, area=areas[b.id]) for b in blocks)
    trim = Rect(0, 0, 1000 * PT, 1000 * PT)
    plan = PagePlan("页", "", trim, trim, lattice, placed, (), (), "builtin")
    return replace(plan, **changes)


def made(plan: PagePlan, library: FontLibrary | None = None) -> Outcome[PageLayout]:
    """The page composed in the square face."""
    return compose(plan, library or SquareLibrary())


def body_lines(layout: PageLayout, name: str = "") -> tuple[PlacedLine, ...]:
    """The lines of running text, crossheads among them, of one story or of all."""
    return tuple(
        p
        for p in layout.placed
        if isinstance(p, PlacedLine) and p.tag.paragraph >= 0 and (not name or p.tag.story == name)
    )


def text_of(line: PlacedLine) -> str:
    starts = line.shaped.starts
    return line.shaped.text[starts[line.line.start] : starts[line.line.end]]


def texts(lines: Iterable[PlacedLine]) -> str:
    return "".join(text_of(line) for line in lines)


def role(layout: PageLayout, name: str) -> tuple[Placed, ...]:
    return tuple(p for p in layout.placed if p.tag.role == name)


def grid_line(line: PlacedLine, lattice: Grid) -> tuple[int, int]:
    """(column, line of the grid) of a line of text that stands on the grid."""
    column, across = divmod(line.x - lattice.x, lattice.measure + lattice.gutter)
    number, off = divmod(line.y - lattice.y - lattice.baseline, lattice.leading)
    assert (across, off) == (0, 0)
    return column, number


def places(layout: PageLayout, lattice: Grid, name: str = "") -> list[tuple[int, int]]:
    """Where the lines of running text stand, as (column, line)."""
    return [grid_line(line, lattice) for line in body_lines(layout, name)]


def strips(found: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Places as runs (column, first line, lines), in order."""
    out: list[tuple[int, int, int]] = []
    for column, number in found:
        if out and out[-1][0] == column and out[-1][1] + out[-1][2] == number:
            out[-1] = (column, out[-1][1], out[-1][2] + 1)
        else:
            out.append((column, number, 1))
    return out


def codes(outcome: Outcome[Any]) -> list[str]:
    return [found.code for found in outcome.diagnostics]
