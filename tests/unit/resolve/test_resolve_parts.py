"""Small parts as they come out of the specs."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from resolve_specs import PAGE, loaded

from layout.resolve.dates import lunar_date
from layout.resolve.plan import resolve
from layout.resolve.types import NameplatePlan, PicturePlan, QrPlan, StoriesPlan, TablePlan, TextPlan
from layout.world import FileWorld

BLOCKS = """\
dummy: |
  20 | N N N N N N T T
  * | Q Q A A A A A A
blocks:
  N: {nameplate: page}
  T: {text: [{text: 水情, page: 3}, {lead: 编者按：, text: 事, style: editor-note}], style: digest}
  Q: {qr: "https://example.com/a", caption: 扫码}
  A: {ad: ad.jpg}
"""
BRIDGE = Path(__file__).parents[3] / "examples" / "pictures" / "bridge.jpg"


def blocks(folder: Path):
    (folder / "ad.jpg").write_bytes(BRIDGE.read_bytes())
    specs = loaded(
        folder, PAGE.replace("credits:", "licence: CN 00-0000\n  issue: 9\n  pages: 8\n  credits:") + BLOCKS
    )
    out = resolve(specs.page, specs.theme, FileWorld())
    assert not out.diagnostics
    return {block.id: block.content for block in out.value.blocks}, out.value


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        ("2026-03-09", "丙午年正月廿一"),
        ("2026-02-17", "丙午年正月初一"),
        ("2026-02-16", "乙巳年腊月廿九"),
        ("2023-04-01", "癸卯年闰二月十一"),
        ("2025-12-20", "乙巳年冬月初一"),
        ("", ""),
    ],
)
def test_lunar_dates(day: str, lunar: str) -> None:
    assert lunar_date(day) == lunar


def test_the_nameplate_has_the_facts_of_the_page(tmp_path: Path) -> None:
    contents, plan = blocks(tmp_path)
    plate = contents["N"]
    assert isinstance(plate, NameplatePlan)
    lines = [line for piece in plate.pieces for line in piece.lines]
    assert lines == [
        "河东日报", "2026年3月9日　星期一", "农历丙午年正月廿一", "今日8版", "国内统一连续出版物号 CN 00-0000", "第9期",
    ]  # fmt: skip
    whole = plan.grid.span(6), (20 - plan.grid.gap) * plan.grid.leading
    assert plate.pieces[0].rect.width == whole[0]
    assert max(piece.rect.bottom for piece in plate.pieces) <= whole[1]
    assert plan.furniture == ()


def test_lines_of_a_text_block(tmp_path: Path) -> None:
    text = blocks(tmp_path)[0]["T"]
    assert isinstance(text, TextPlan)
    first, second = text.parts
    assert (first.text, first.end, first.style.name) == ("水情", "3版", "digest")
    assert second.lead_style is not None
    assert (second.lead, second.style.name, second.lead_style.family) == ("编者按：", "editor-note", "粗黑")
    assert second.lead_style.size == second.style.size


def test_a_code_and_an_advertisement(tmp_path: Path) -> None:
    contents, _ = blocks(tmp_path)
    code, ad = contents["Q"], contents["A"]
    assert isinstance(code, QrPlan)
    assert isinstance(ad, PicturePlan)
    assert (len(code.modules), code.caption, code.style.name) == (25, "扫码", "qr")
    assert all(code.modules[0][:7])
    assert not any(code.modules[7][:8])
    assert (ad.cover, ad.place, ad.caption) == (False, "none", "")


@pytest.mark.parametrize(
    ("value", "name", "content"),
    [
        ("prices.csv", "prices.csv", "品名,价\n青菜,1.2\n"),
        ("prices.md", "prices.md", "| 品名 | 价 |\n|---|---|\n| 青菜 | 1.2 |\n"),
        ('"| 品名 | 价 |\\n|---|---|\\n| 青菜 | 1.2 |"', "none.md", ""),
    ],
)
def test_a_table_from_a_file_or_written_in_the_block(
    tmp_path: Path, value: str, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    specs = loaded(tmp_path, PAGE + f"dummy: |\n  * | A A A A A A A A\nblocks:\n  A: {{table: {value}}}\n")
    out = resolve(specs.page, specs.theme, FileWorld())
    assert not out.diagnostics
    (block,) = out.value.blocks
    assert isinstance(block.content, TablePlan)
    assert [piece.text for piece in block.content.table.pieces] == ["品名", "价", "青菜", "1.2"]
    assert (block.content.style.name, block.content.head_style.name) == ("table", "table-head")


def test_the_end_mark_closes_a_story(tmp_path: Path) -> None:
    story = "stories: {a: {headline: 题, body: 头一段。}}\ndummy: |\n  * | A A A A A A A A\nblocks: {A: {story: a}}\n"
    specs = loaded(tmp_path, PAGE + story)
    out = resolve(specs.page, replace(specs.theme, end_mark="■"), FileWorld())
    (block,) = out.value.blocks
    assert isinstance(block.content, StoriesPlan)
    (last,) = block.content.stories[0].copy.blocks
    assert last.text == "头一段。■"
    assert last.offsets[-1] == -1
