"""What a block says of its columns, its ladder, its place inside a story."""

import pytest

from layout.diag import SpecError
from layout.spec.load import load
from layout.spec.model import AtStory, KnobSpec, Length
from layout.style import ALL, ONE, Across
from layout.world import FileWorld

PAGE = """layout: 1
theme: {theme}
grid: {{columns: 3, lines: 20}}
stories:
  a: {{headline: 甲, body: 正文。}}
dummy: |
  20 | A A A
blocks:
  A: {{story: a, {keys}}}
{more}"""


def loaded(tmp_path, keys, theme="tabloid", more=""):
    file = tmp_path / "p.page.yaml"
    file.write_text(PAGE.format(keys=keys, theme=theme, more=more), "utf-8")
    return load(str(file), FileWorld())


def codes(tmp_path, keys, more=""):
    with pytest.raises(SpecError) as error:
        loaded(tmp_path, keys, more=more)
    return [d.code for d in error.value.diagnostics]


def lines(value):
    return Length(float(value), "行")


def test_a_ladder_keeps_the_order_in_which_it_is_written(tmp_path):
    keys = "fit: {picture: -3..3行, punctuation: squeeze, crosshead: 3..2行}"
    (block,) = loaded(tmp_path, keys).page.blocks.values()
    assert block.fit == (
        KnobSpec("picture", lines(-3), lines(3)),
        KnobSpec("punctuation"),
        KnobSpec("crosshead", lines(3), lines(2)),
    )


def test_a_theme_says_it_for_all_and_a_block_takes_it_back(tmp_path):
    theme = tmp_path / "own.theme.yaml"
    theme.write_text("extends: tabloid\nfit: {punctuation: squeeze}\n", "utf-8")
    done = loaded(tmp_path, "fit: off", theme="own.theme.yaml")
    assert done.theme.fit == (KnobSpec("punctuation"),)
    assert done.page.blocks["A"].fit == ()
    assert loaded(tmp_path, "columns: 3", theme="own.theme.yaml").page.blocks["A"].fit is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("crosshead: 3..2", "S031"),
        ("crosshead: 2.5行", "S030"),
        ("crosshead: 3..20行", "S035"),
        ("picture: 3mm", "S034"),
        ("punctuation: loosen", "S026"),
        ("colour: red", "S012"),
        ("leading: 11pt..12pt", "S073"),
    ],
)
def test_what_a_ladder_can_not_be(tmp_path, said, code):
    assert codes(tmp_path, f"fit: {{{said}}}") == [code]


def test_columns_by_number_or_by_width(tmp_path):
    assert loaded(tmp_path, "columns: 2").page.blocks["A"].columns == 2
    widths = (Length(17.0, "字"), Length(22.0, "字"))
    assert loaded(tmp_path, "columns: [17字, 22字]").page.blocks["A"].columns == widths
    assert codes(tmp_path, "columns: [17字, 2行]") == ["S034"]


def test_a_place_inside_a_story(tmp_path):
    more = "  Q: {quote: 引语, at: {story: a, after: 3, lines: 6}}\n"
    assert loaded(tmp_path, "fill: spread", more=more).page.blocks["Q"].at == AtStory("a", 3, 6)
    assert codes(tmp_path, "fill: spread", "  Q: {text: 引语, at: {story: a, after: 3}}\n") == ["S028"]
    assert codes(tmp_path, "fill: spread", "  Q: {quote: 引语, at: {story: b, after: 3}}\n")[0] == "S050"


@pytest.mark.parametrize(
    ("said", "span"),
    [("one", ONE), ("all", ALL), ("1", ONE), ("2", Across(2)), ("2栏", Across(2)), ("2-3", Across(2, 1))],
)
def test_over_how_many_columns_something_goes(tmp_path, said, span):
    more = f"  Q: {{quote: 引语, at: {{story: a, after: 0, span: {said}}}}}\n"
    page = loaded(tmp_path, f"style: {{crosshead: {{span: {said}}}}}", more=more).page
    assert page.blocks["A"].style["crosshead"].span == span
    assert page.blocks["Q"].at.span == span
