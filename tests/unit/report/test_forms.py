"""Reports for programs keep to the formats that the programs read."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from layout.diag import Diagnostic, Where
from layout.report import report
from layout.spec.nodes import Entry, Mapping, Scalar
from layout.spec.source_map import SourceMap

TEXT = "sise: 9pt\n标题：甲\n"
FINDINGS = [
    Diagnostic(
        "S012", "error", Where("a b.yaml", ("sise",), key=True), {"name": "sise", "names": ""}, "size"
    ),
    Diagnostic("S110", "warning", Where("a b.yaml", (), 12, 1), {}, "标题: 甲"),
    Diagnostic("S999", "info", Where("b%\x01.yaml"), {"name": "<&>\x01"}),
]


def sources() -> SourceMap:
    key, value = Scalar("sise", "", "a b.yaml", 0, 4), Scalar("9pt", "", "a b.yaml", 6, 9)
    tree = Mapping({"sise": Entry(key, value)}, "a b.yaml", 0, len(TEXT))
    return SourceMap({"a b.yaml": TEXT}, {"a b.yaml": tree}, {}, {})


def said(form: Any, found: list[Diagnostic] = FINDINGS, lang: Any = "en") -> str:
    return report(found, sources(), form=form, lang=lang, checked=("clean.yaml",))


def test_github_marks_lines_and_escapes() -> None:
    first, second, third = said("github").splitlines()
    assert first == (
        "::error file=a b.yaml,line=1,col=1,endColumn=5,title=S012::unknown key `sise`%0Adid you mean `size`?"
    )
    assert second.startswith("::warning file=a b.yaml,line=2,col=3,endColumn=4,title=S110::")
    assert third.startswith("::notice file=b%25")
    assert said("github", []) == ""


# What SARIF 2.1.0 (OASIS) requires of the objects that we write, and the properties that it knows of them: section
# 3.13 (log), 3.14 (run), 3.19 (tool component), 3.49 (reporting descriptor), 3.27 (result), 3.28 to 3.30 (places).
SARIF: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"results", "language", "columnKind"}),
    "driver": ({"name"}, {"version", "rules"}),
    "rule": ({"id"}, {"shortDescription", "fullDescription", "help"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations"}),
    "place": (set(), {"artifactLocation", "region"}),
    "region": (set(), {"startLine", "startColumn", "endColumn", "snippet"}),
}


def keeps(kind: str, value: dict[str, Any]) -> None:
    required, more = SARIF[kind]
    assert required <= value.keys() <= required | more, kind


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_keeps_to_its_schema(lang: str) -> None:
    log = json.loads(said("sarif", lang=lang))
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    keeps("log", log), keeps("run", run), keeps("driver", driver)
    assert log["version"] == "2.1.0" and run["columnKind"] == "unicodeCodePoints"
    for rule in driver["rules"]:
        keeps("rule", rule)
        assert rule["shortDescription"]["text"]
    for result in run["results"]:
        keeps("result", result)
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error") and result["message"]["text"]
        (place,) = (one["physicalLocation"] for one in result["locations"])
        keeps("place", place)
        assert " " not in place["artifactLocation"]["uri"]
        if "region" in place:
            keeps("region", place["region"])
            assert 1 <= place["region"]["startColumn"] < place["region"]["endColumn"]
    assert [r["ruleId"] for r in run["results"]] == ["S012", "S110", "S999"]


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    assert json.loads(said("sarif", []))["runs"][0]["results"] == []


# Of Jenkins' junit-10.xsd: which elements may stand in which, with which attributes (* required).
JUNIT = {
    "testsuites": ({"testsuite"}, {"name", "tests", "failures", "errors"}, set()),
    "testsuite": (
        {"testcase", "system-out", "properties"},
        {"name", "tests", "failures", "errors"},
        {"name", "tests", "failures", "errors"},
    ),
    "testcase": (
        {"skipped", "error", "failure", "system-out", "system-err"},
        {"name", "classname"},
        {"name"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def test_junit_keeps_to_its_schema() -> None:
    root = ElementTree.fromstring(said("junit"))
    assert root.tag == "testsuites"
    for element in root.iter():
        inside, known, required = JUNIT[element.tag]
        assert {child.tag for child in element} <= inside
        assert required <= set(element.keys()) <= known
    suites = {suite.get("name"): suite for suite in root}
    assert [case.get("name") for case in suites["clean.yaml"]] == ["check"]
    assert suites["a b.yaml"].get("failures") == "1" and root.get("failures") == "1"
    assert root.get("tests") == str(sum(int(suite.get("tests", 0)) for suite in root)) == "4"


def test_markdown_is_one_table() -> None:
    head, line, *rows = said("markdown", lang="zh").splitlines()
    assert head.count("|") == line.count("|") == 5 and len(rows) == 3
    assert "S012" in rows[0] and "是不是 `size`？" in rows[0]
    assert said("markdown", []) == "Nothing found.\n"
