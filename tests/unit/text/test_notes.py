"""着重号 and ruby: beside the characters they belong to, and no part of the line."""

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from layout.copy.markup import read_body
from layout.page.types import PlacedLine
from layout.paragraph.break_ import break_, natural_width
from layout.pipeline import compose, paint
from layout.scene.build import _line
from layout.scene.items import GlyphRun, Rule
from layout.style import TextStyle
from layout.tag import Tag
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import Span
from layout.units import PT
from layout.world import FileWorld

EM = 10 * PT
STYLE = TextStyle("body", "square", EM, EM)
LIBRARY = SquareLibrary()


def _items(*spans: tuple[str, str], measure: int = 40, vertical: bool = False) -> list[GlyphRun | Rule]:
    style = replace(STYLE, direction="vertical") if vertical else STYLE
    shaped = shape(tuple(Span(text, style, note=note) for text, note in spans), LIBRARY)
    lines = break_(shaped, ((1, measure * EM),)).value
    out: list[GlyphRun | Rule] = []
    for number, line in enumerate(lines):
        out += _line(PlacedLine(shaped, line, 0, number * 2 * EM, Tag()))
    return out


def _readings(*spans: tuple[str, str], measure: int = 40) -> list[tuple[str, int, int]]:
    runs = [i for i in _items(*spans, measure=measure) if isinstance(i, GlyphRun) and i.tag.role == "ruby"]
    return [("".join(run.texts), run.x + run.xs[0], run.scale) for run in runs]


def test_characters_take_dots_and_marks_do_not() -> None:
    dots = [i for i in _items(("说", ""), ("重点，是“这”里。", ".")) if isinstance(i, Rule)]
    assert [dot.x1 / EM for dot in dots] == [1.5, 2.5, 4.5, 6.5, 8.5]
    assert all(dot.round and dot.x1 == dot.x2 and dot.y1 > 0 for dot in dots)


def test_dots_go_with_their_line() -> None:
    dots = [i for i in _items(("甲乙丙丁戊己", "."), measure=3) if isinstance(i, Rule)]
    assert [dot.x1 / EM for dot in dots] == [0.5, 1.5, 2.5] * 2
    assert dots[3].y1 - dots[0].y1 == 2 * EM


def test_beside_a_vertical_line_they_stand_at_its_right() -> None:
    (dot,) = [i for i in _items(("重", "."), vertical=True) if isinstance(i, Rule)]
    assert dot.x1 > EM // 2 and dot.y1 == EM // 2


def test_a_reading_word_by_word_or_over_the_whole() -> None:
    each = _readings(("甲", ""), ("生僻", "ab cd"))
    assert [(text, x / EM) for text, x, _ in each] == [("ab", 1.3), ("cd", 2.3)]
    ((text, x, _),) = _readings(("北京城", "abcd"))
    assert (text, x / EM) == ("abcd", 1.1)


def test_a_reading_and_its_base_say_that_they_belong_together() -> None:
    items = _items(("说", ""), ("生僻", "ab cd"), ("字，", ""), ("饕餮", "efg"), ("了", ""), measure=5)
    runs = [item for item in items if isinstance(item, GlyphRun)]
    assert [("".join(run.texts), run.tag.role == "ruby", run.tag.ruby) for run in runs] == [
        ("说", False, -1), ("生", False, 1), ("僻", False, 2), ("字，", False, -1),
        ("ab", True, 1), ("cd", True, 2),
        ("饕餮", False, 5), ("了", False, -1),
        ("efg", True, 5),
    ]  # fmt: skip
    bases = [run for run in runs if run.tag.role != "ruby"]
    assert [(run.x + run.xs[0]) / EM for run in bases] == [0, 1, 2, 3, 0, 2]
    assert [(run.tag.start, run.tag.end) for run in bases] == [(0, 1), (1, 2), (2, 3), (3, 5), (5, 7), (7, 8)]


def test_a_base_wider_than_the_measure_is_divided_all_the_same() -> None:
    items = _items(("北京城", "ab"), measure=2)
    runs = [item for item in items if isinstance(item, GlyphRun)]
    assert [("".join(run.texts), run.tag.ruby) for run in runs] == [("北京", 0), ("ab", 0), ("城", 0)]


def test_down_a_column_too() -> None:
    runs = [
        i for i in _items(("说", ""), ("生僻", "ab"), ("字", ""), vertical=True) if isinstance(i, GlyphRun)
    ]
    assert [(run.x, run.y + run.xs[0]) for run in runs[:3]] == [(0, 0), (0, EM), (0, 3 * EM)]
    assert [run.tag.ruby for run in runs] == [-1, 1, -1, 1]


def test_a_long_reading_is_condensed() -> None:
    ((text, _, scale),) = _readings(("装", "abcdefgh"))
    assert text == "abcdefgh" and 700 < scale < 1000


def test_a_reading_too_long_for_its_base_is_told() -> None:
    style = replace(STYLE, name="body")
    for note, codes in (("a" * 12, []), ("a" * 14, ["T108"]), ("ab " * 9000, ["T108"])):
        shaped = shape((Span("说", style), Span("装", style, note=note)), LIBRARY)
        assert [(f.code, f.where.at, f.where.length) for f in shaped.diagnostics] == [
            (c, 1, 1) for c in codes
        ]
    ((_, _, scale),) = _readings(("装", "ab " * 9000))
    assert scale == 500


def test_notes_change_no_width() -> None:
    plain, noted = (shape((Span("生僻字", STYLE, note=note),), LIBRARY) for note in ("", "a b c"))
    assert natural_width(plain) == natural_width(noted)


@pytest.mark.parametrize("note", [".", "a", "a b", " ", "\ud800", "——"])
@pytest.mark.parametrize("text", ["", "，", "甲\u0301", "甲\n乙", "abc"])
def test_no_note_is_refused(text: str, note: str) -> None:
    assert _items((text, note), ("丙", "")) is not None


def test_from_the_copy_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "03.page.yaml").write_text(
        "layout: 1\ntheme: tabloid\npage: {number: 3, date: 2026-03-09}\n"
        "stories:\n  s: {headline: 夜校, body: '说[重点]{.dots}与[生僻]{ruby=shēng pì}字'}\n"
        "dummy: |\n  * | A A A A A A\nblocks:\n  A: {story: s}\n",
        "utf-8",
    )
    done = compose(str(tmp_path / "03.page.yaml"), FileWorld())
    rules = [i for i in done.scene.items if isinstance(i, Rule) and i.tag.role == "dots"]
    runs = [i for i in done.scene.items if isinstance(i, GlyphRun) and i.tag.role == "ruby"]
    assert len(rules) == 2 and ["".join(run.texts) for run in runs] == ["shēng", "pì"]
    pdf = pypdfium2.PdfDocument(paint(done, ("pdf",), FileWorld(), ppi=72, epoch=0)["pdf"])
    text = "".join(pdf[0].get_textpage().get_text_bounded().split())
    assert "说重点与生僻字" in text and "shēng" in text, "the base is the base, the reading stands by itself"


@pytest.mark.parametrize(
    ("written", "notes"),
    [
        ("说[重点]{.dots}吧", ["", ".", ""]),
        ("[生僻]{ruby='shēng pì'}字", ["shēng pì", ""]),
        ("**[重点]{.dots}**", ["."]),
        ("[甲](http://a.cn)[乙]{.dots}", ["", "."]),
    ],
)
def test_notes_in_markdown(written: str, notes: list[str]) -> None:
    copy = read_body(written)
    assert not copy.diagnostics
    assert [piece.note for piece in copy.value.blocks[0].pieces] == notes
