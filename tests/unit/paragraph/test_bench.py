"""The typesetter on a bench: `layout set`."""

import json
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from layout.cli.set_ import run
from layout.cli.set_style import length
from layout.units import MM, PT


def _report(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    run(["--face", "square", "--report", "json", *words])
    done: dict[str, Any] = json.loads(capsys.readouterr().out)
    return done


def test_lines_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--option", "line_end=half", "--option", "indent=0", "--algorithm", "greedy"]
    done = _report(capsys, "甲乙丙，丁戊己庚辛壬。子丑寅", "--measure", "10字", *options)
    line = done["lines"][0]
    assert line["text"] == "甲乙丙，丁戊己庚辛壬。"
    assert (line["natural_em"], line["width_em"], line["adjust"]) == (10.5, 10.0, {"shrink_c": 0.5})
    assert line["x_em"][3:5] == [3.0, 3.5]


def test_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    assert _report(capsys, "捐1200本", "--breaks") == {"breaks": "捐|1200|本"}


def test_normalise(capsys: pytest.CaptureFixture[str]) -> None:
    done = _report(capsys, "他说:好", "--normalise")
    assert done["text"] == "他说：好" and done["changes"]


@pytest.mark.parametrize(
    ("option", "may"),
    [
        ("foo=1", "kinsoku"),
        ("kinsoku=soft", "none, basic, gb, strict"),
        ("adjacent=wide", "0.125"),
        ("adjacent=inf", "0.125"),
        ("hanging=maybe", "true, false"),
    ],
)
def test_a_wrong_option_is_refused_by_name(option: str, may: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["字", "--face", "square", "--option", option]) == 2
    said = capsys.readouterr().err
    assert option.partition("=")[0] in said and may in said


@pytest.mark.parametrize(
    ("option", "same"),
    [
        ("stop_shrink=never", "stop_shrink=false"),
        ("kinsoku=newspaper", "kinsoku=gb"),
        ("indent=1em", "indent=1"),
    ],
)
def test_other_words_for_the_same(option: str, same: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = ("甲。“乙2026丙/丁……戊", "--measure", "6.25")
    assert _report(capsys, *text, "--option", option) == _report(capsys, *text, "--option", same)


def test_exit_status_and_words_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["共有1200本书", "--face", "square", "--measure", "3.5", "--option", "indent=0", "--lang", "en"])
        == 1
    )
    said = capsys.readouterr()
    assert "共有" in said.out and "T202" in said.err


@pytest.mark.parametrize("form", ["human", "short", "json", "github", "junit", "sarif", "markdown"])
def test_every_form_of_report(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = ("共有1200本“书", "--face", "square", "--measure", "3.5", "--option", "indent=0")
    assert run([*text, "--report", form]) == 1
    said = capsys.readouterr()
    people = form in ("human", "short")
    for code in ("C101", "T202"):
        assert (code in said.err) is people and (code in said.out) is not people
    assert ("per_gap" in said.out) is (people or form == "json")


@pytest.mark.parametrize("more", [["--breaks"], ["--normalise"], []])
def test_copy_that_is_wrong_is_set_and_told(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(['说:"好', "--face", "square", *more]) == 0
    said = capsys.readouterr()
    assert "：“" in said.out.replace("|", "") and ("C101" in said.err) is (more != ["--breaks"])


@pytest.mark.parametrize(
    ("written", "emu"),
    [("13字", 130 * PT), ("13", 130 * PT), ("2.5em", 25 * PT), ("45mm", 45 * MM), ("9pt", 9 * PT), ("x", 0)],
)
def test_lengths(written: str, emu: int) -> None:
    assert length(written, 10 * PT) == emu


def test_the_copy_is_normalised_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    assert _report(capsys, "他说:好")["text"] == "他说：好"
    assert _report(capsys, "他说:好", "--option", "normalise=off")["text"] == "他说:好"


def test_spaces_that_were_taken_out_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for more in ((), ("--normalise",)):
        done = _report(capsys, "他, 走 了", *more)
        assert [(f["code"], f["at"]) for f in done["findings"]] == [("C108", 3)]


def test_a_line_ends_where_its_last_body_does(capsys: pytest.CaptureFixture[str]) -> None:
    for options in (["indent=2"], ["indent=2", "para_start_trim=false"], ["indent=0", "punct_style=plain"]):
        more = [word for option in options for word in ("--option", option)]
        line = _report(capsys, "（甲）乙", *more)["lines"][0]
        assert line["width_em"] == line["x_em"][-1] + 1


def test_two_amounts_in_one_option(capsys: pytest.CaptureFixture[str]) -> None:
    done = _report(capsys, "用GDP算26年", "--option", "autospace=0.25", "--option", "indent=0")
    assert done["lines"][0]["x_em"][1] == 1.25
    done = _report(capsys, "第26年A级", "--option", "autospace=0/0.25", "--option", "indent=0")
    assert done["lines"][0]["x_em"][1:5] == [1.0, 1.5, 2.0, 3.25]


def test_vertical_says_how_cells_stand(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--option", "direction=vertical", "--option", "digits=tcy", "--option", "indent=0"]
    line = _report(capsys, "第12届—iPad", *options)["lines"][0]
    assert line["cells"] == ["第", "12", "届", "—", "i", "P", "a", "d"]
    assert line["orientation"] == ["upright"] * 3 + ["rotated"] * 5


def test_a_style_of_the_theme_is_set_as_a_head(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--style", "headline", "--measure", "7.2字")
    done = _report(capsys, "韦德是制造悬念的艺术家", *words)
    assert [line["text"] for line in done["lines"]] == ["韦德是", "制造悬念的艺术家"]
    assert done["findings"] == [] and done["scale"] < 1 and done["size_pt"] == 26.0


@pytest.mark.parametrize(
    ("options", "lines", "size", "tracking"),
    [
        ({}, 1, 24.4, -0.05),
        ({"size": "18pt..26pt", "tracking": "-1%..0%"}, 1, 23.6, -0.01),
        ({"size": "小二..一号", "tracking": "0"}, 1, 24.4, -0.05),
        ({"size": "26pt..26pt"}, 2, 26, 0),
        ({"measure": "50%"}, 2, 24.3, -0.05),
    ],
)
def test_how_far_a_head_goes_to_fit(
    options: dict[str, str], lines: int, size: float, tracking: float, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word for name, value in options.items() for word in ("--option", f"{name}={value}")]
    done = _report(capsys, "老街灯火亮到九点", "--style", "headline", "--measure", "176pt", *words)
    assert len(done["lines"]) == lines
    assert (done["size_pt"], done["tracking_em"]) == (size, tracking)


def test_spans_held_together(capsys: pytest.CaptureFixture[str]) -> None:
    span = "联合国秘书长黎巴嫩和叙利亚问题特使"
    for text, *more in (
        (f"李肇星会见{{{span}}}",),
        (f"李肇星会见{span}", "--option", f"nobreak_spans={span}"),
        (f"李肇星会见{span}", "--option", f'nobreak_spans=["{span}"]'),
    ):
        done = _report(capsys, text, "--style", "headline", "--measure", "17字", *more)
        assert [line["text"] for line in done["lines"]] == ["李肇星会见", span]


def test_names_of_two_characters_over_three_cells(capsys: pytest.CaptureFixture[str]) -> None:
    done = _report(capsys, "本报记者 林岚 许知远", "--style", "byline", "--measure", "30字")
    assert done["text"] == "本报记者　林　岚　许知远"


def test_stdin_that_is_no_text(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("甲乙".encode() + b"\xff\n"), "utf-8"))
    done = _report(capsys)
    assert done["findings"][0]["code"] == "T101"


@pytest.mark.parametrize(
    "words",
    [
        ("--style", "nosuch"),
        ("--theme", "nosuch", "--style", "headline"),
        ("--measure", "wide"),
        ("--size", "huge"),
        ("--option", "align=middle"),
        ("--option", "direction=up"),
        ("--option", "scale=wide"),
        ("--option", "size=36pt..huge"),
        ("--option", "tracking=tight"),
        ("--option", "measure=wide"),
        ("--option", "scale=0"),
        ("--option", "indent=inf"),
        ("--option", "segmenter=none"),
        ("--style", "headline", "--option", "lines=many"),
        ("--style", "headline", "--lines", "0"),
    ],
)
def test_what_cannot_be_understood_is_told(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["字", "--face", "square", *words]) == 2
    assert capsys.readouterr().err


def test_a_family_that_is_not_there() -> None:
    assert run(["字", "--face", "没有这个字体"]) == 2


@pytest.mark.parametrize(("setting", "names"), [({}, 15)])
def test_every_option_of_the_setting_is_one_of_the_bench(setting: dict[str, str], names: int) -> None:
    from msgspec import to_builtins

    from layout.paragraph.bench import with_options
    from layout.style import Setting

    own = to_builtins(Setting())
    assert len(own) >= names
    written = {k: str(v / 1000 if k.startswith(("adjacent", "autospace")) else v) for k, v in own.items()}
    assert with_options(Setting(), written | setting) == Setting()
