"""Dates and the folio line."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from resolve_specs import PAGE, loaded

from layout.resolve.dates import chinese_date, weekday
from layout.resolve.plan import resolve
from layout.resolve.types import FurniturePlan
from layout.spec.load import Loaded
from layout.world import FileWorld

TEXT = (
    "stories: {a: {headline: 题, body: 文。}}\ndummy: |\n  115 | A A A A A A A A\nblocks: {A: {story: a}}\n"
)


@pytest.mark.parametrize(
    ("iso", "date", "day"),
    [
        ("2026-03-09", "2026年3月9日", "星期一"),
        ("2024-02-29", "2024年2月29日", "星期四"),
        ("2025-12-28", "2025年12月28日", "星期日"),
        ("", "", ""),
    ],
)
def test_dates(iso: str, date: str, day: str) -> None:
    assert (chinese_date(iso), weekday(iso)) == (date, day)


def furniture(specs: Loaded) -> dict[str, FurniturePlan]:
    plan = resolve(specs.page, specs.theme, FileWorld())
    return {piece.id: piece for piece in plan.value.furniture}


def test_folio_line_of_a_right_hand_page(tmp_path: Path) -> None:
    specs = loaded(tmp_path, PAGE + TEXT)
    pieces = furniture(specs)
    assert pieces["number"].lines == ("3",)
    assert pieces["date"].lines == ("2026年3月9日\u3000星期一",)
    assert pieces["section"].lines == ("综合新闻",)
    assert pieces["number"].style.align == "right"
    assert pieces["number"].rect.x > pieces["section"].rect.x > pieces["paper"].rect.x


def test_a_left_hand_page_is_the_other_way_round(tmp_path: Path) -> None:
    right = furniture(loaded(tmp_path, PAGE + TEXT))
    left = furniture(loaded(tmp_path, PAGE.replace("number: 3", "number: 4") + TEXT))
    width = 390 * 36_000
    for name, piece in right.items():
        assert left[name].rect.x == width - piece.rect.right, name
    assert left["number"].style.align == "left"
    assert left["date"].style.align == "right"


def test_a_line_with_nothing_to_say_is_left_out(tmp_path: Path) -> None:
    bare = "layout: 1\ntheme: broadsheet\n"
    pieces = furniture(loaded(tmp_path, bare + TEXT))
    assert {piece.lines for piece in pieces.values()} == {()}


def test_unknown_words_in_braces_are_findings(tmp_path: Path) -> None:
    specs = loaded(tmp_path, PAGE + TEXT)
    pieces = tuple(
        replace(piece, lines=("{lunar}", "第{numbr}版")) if piece.id == "date" else piece
        for piece in specs.theme.furniture
    )
    out = resolve(specs.page, replace(specs.theme, furniture=pieces), FileWorld())
    assert [(d.code, d.facts["name"]) for d in out.diagnostics] == [("A301", "numbr")]
    assert next(p for p in out.value.furniture if p.id == "date").lines == ("丙午年正月廿一", "第版")
