"""Findings in print."""

import json

from layout.catalogue import codes, entry
from layout.diag import Diagnostic, Where
from layout.report import report
from layout.report.excerpt import cells, excerpt
from layout.spec.nodes import Entry, Mapping, Scalar
from layout.spec.source_map import Position, SourceMap

TEXT = "sise: 9pt\n标题：甲\n\twide: 好\n"


def sources() -> SourceMap:
    key, value = Scalar("sise", "", "a.yaml", 0, 4), Scalar("9pt", "", "a.yaml", 6, 9)
    tree = Mapping({"sise": Entry(key, value)}, "a.yaml", 0, len(TEXT))
    return SourceMap({"a.yaml": TEXT}, {"a.yaml": tree}, {}, {})


UNKNOWN = Diagnostic(
    "S012", "error", Where("a.yaml", ("sise",), key=True), {"name": "sise", "names": ""}, "size"
)
COLON = Diagnostic("S110", "error", Where("a.yaml", (), 12, 1), {}, "标题: 甲")
UNUSED = Diagnostic("S067", "warning", Where("a.yaml", ("sise",), key=True), {"name": "b"})


def test_human_english() -> None:
    assert report([UNKNOWN], sources(), form="human", lang="en", colour=False) == (
        "a.yaml:1:1: error S012: unknown key `sise`\n"
        "  1 | sise: 9pt\n"
        "    | ^^^^\n"
        "  hint: did you mean `size`?\n"
        "1 error, 0 warnings\n"
    )


def test_human_chinese_marks_under_the_character() -> None:
    assert report([COLON], sources(), form="human", lang="zh", colour=False) == (
        "a.yaml:2:3: 错误 S110：这里用了全角冒号“：”，YAML 要半角冒号加空格\n"
        "  2 | 标题：甲\n"
        "    |     ^^\n"
        "  改法：写成：标题: 甲\n"
        "1 个错误，0 个警告\n"
    )


def test_short() -> None:
    assert report([UNKNOWN], sources(), form="short", lang="en", colour=False) == (
        "a.yaml:1:1: error S012: unknown key `sise`\n"
    )


def test_the_worst_first_and_then_by_place() -> None:
    text = report([COLON, UNUSED, UNKNOWN], sources(), form="short", lang="en", colour=False)
    assert [line.split()[2].rstrip(":") for line in text.splitlines()] == ["S012", "S110", "S067"]


def test_json() -> None:
    said = json.loads(report([UNKNOWN], sources(), form="json", lang="zh", colour=False))
    (one,) = said["findings"]
    assert said["version"] == 1
    assert (one["code"], one["severity"], one["path"], one["document"]) == (
        "S012",
        "error",
        ["sise"],
        "a.yaml",
    )
    assert one["position"] == {"file": "a.yaml", "line": 1, "column": 1, "length": 4}
    assert one["message"] == "不认识的键 `sise`" and one["hint"] == "是不是 `size`？"


def test_nothing_to_say() -> None:
    assert report([], sources(), form="human", lang="zh", colour=False) == ""
    assert json.loads(report([], sources(), form="json", lang="zh", colour=False))["findings"] == []


def test_colour_only_when_asked() -> None:
    assert "\x1b[" in report([UNKNOWN], sources(), form="human", lang="en", colour=True)
    assert "\x1b[" not in report([UNKNOWN], sources(), form="human", lang="en", colour=False)


def test_no_place_and_unknown_code_are_printed_all_the_same() -> None:
    found = Diagnostic("S999", "info", Where("b.yaml"), {"name": "x"})
    assert report([found], None, form="short", lang="en", colour=False) == "b.yaml: info S999: S999 name x\n"


def test_missing_facts_are_shown_by_name() -> None:
    found = Diagnostic("S012", "error", Where("b.yaml"))
    assert "{name}" in report([found], None, form="short", lang="en", colour=False)


def test_control_characters_do_not_reach_the_terminal() -> None:
    found = Diagnostic("S012", "error", Where("b\x1b[2J.yaml"), {"name": "a\x1b]0;b\x07\u202e"}, "c\x00")
    for form in ("human", "short"):
        text = report([found], None, form=form, lang="zh", colour=False)
        assert not set("\x1b\x07\x00\u202e") & set(text)


def test_caret_after_a_tab() -> None:
    source, mark = excerpt(Position("a", 3, 2, 4, "\twide: 好"))
    assert source.index("wide") == mark.index("^")


def test_caret_counts_cells() -> None:
    source, mark = excerpt(Position("a", 1, 5, 2, "标题: 好的"))
    assert cells(source[: source.index("好")]) == mark.index("^")
    assert mark.count("^") == 4


def test_long_lines_are_cut_around_the_place() -> None:
    line = "字" * 500 + "错" + "字" * 500
    source, mark = excerpt(Position("a", 1, 501, 1, line))
    assert cells(source) < 120
    assert cells(source[: source.index("错")]) == mark.index("^")
    assert source.count("…") == 2


def test_every_finding_about_the_spec_is_explained() -> None:
    for code in codes():
        if code[0] == "S":
            assert entry(code).what_zh and entry(code).what_en, code


def test_every_entry_can_be_said_in_both_languages() -> None:
    for code in codes():
        words = entry(code)
        assert words.zh and words.en, code
        assert bool(words.zh_hint) == bool(words.en_hint), code
        assert bool(words.what_zh) == bool(words.what_en), code
        facts = Diagnostic(code, "error", Where("a.yaml"), {}, "x")
        assert report([facts], None, form="human", lang="zh", colour=False)
