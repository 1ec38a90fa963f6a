"""Runs worked cases of text setting (tests/cases/*.yaml): text, options and what must come of it.

A case file is a mapping with `cases`; positions are in ems between the bodies of cells. Options are those of
`Setting`, amounts in ems; the defaults of a case are in `DEFAULTS`.
"""

from pathlib import Path
from typing import Any

import yaml

from layout.copy.names import space_name
from layout.diag import Outcome
from layout.paragraph.bench import orientation
from layout.paragraph.break_ import break_, marked_breaks, natural_width
from layout.paragraph.types import Line
from layout.style import Setting, TextStyle
from layout.text.shape import shape
from layout.text.square import SquareLibrary
from layout.text.types import ShapedParagraph, Span
from layout.units import PT

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).parents[2] / "shared" / "cases" / "typography.yaml"

EM = 10 * PT
TOLERANCE = 0.001
DEFAULTS: dict[str, Any] = {"line_end": "half", "autospace_latin": 0}
AMOUNTS = ("adjacent", "autospace_digit", "autospace_latin")
LINTS = {"loose-line": {"T201", "T202"}, "overfull-unbreakable": {"T203", "T204"}, "orphan": {"T205"}}
DETAIL = {"natural_em": "natural", "gaps": "gaps"}


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, `lines-param` ones once for each parameter."""
    cases = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["cases"]
    return [one for case in cases for one in _expanded(case)]


def _expanded(case: dict[str, Any]) -> list[dict[str, Any]]:
    if case["kind"] != "lines-param":
        return [case]
    out = []
    for value in case["params"]:
        lines = [line.replace("{X}", value) for line in case["expected_lines"]]
        text = case["text"].replace("{X}", value)
        new = {"id": f"{case['id']}-{value}", "kind": "lines", "text": text, "expected_lines": lines}
        out.append(case | new)
    return out


def setting(case: dict[str, Any], algorithm: str = "optimal") -> tuple[Setting, float]:
    """The case's options as a `Setting`, and its indent in ems."""
    options = DEFAULTS | case.get("options", {})
    indent = float(options.pop("indent", 0))
    for name in AMOUNTS:
        if name in options:
            options[name] = round(float(options[name]) * 1000)
    return Setting(**options, algorithm=algorithm), indent


def shaped(
    case: dict[str, Any], algorithm: str = "optimal", direction: str = "horizontal"
) -> ShapedParagraph:
    style = TextStyle("case", "square", EM, EM, setting=setting(case, algorithm)[0], direction=direction)
    return shape((Span(case["text"], style),), SquareLibrary())


def broken(case: dict[str, Any], algorithm: str) -> tuple[ShapedParagraph, Outcome[tuple[Line, ...]]]:
    paragraph = shaped(case, algorithm)
    indent = setting(case)[1]
    return paragraph, break_(paragraph, ((1, round(case["measure_em"] * EM)),), round(indent * EM))


def texts(paragraph: ShapedParagraph, lines: tuple[Line, ...]) -> list[str]:
    starts = paragraph.starts
    return [paragraph.text[starts[line.start] : starts[line.end]].strip(" \u3000\n") for line in lines]


def check(case: dict[str, Any]) -> None:
    """Assert all that a case expects."""
    kind = case["kind"]
    if kind in {"advances", "vertical-advances"}:
        _check_advances(case, "vertical" if kind == "vertical-advances" else "horizontal")
    elif kind == "vertical":
        _check_vertical(case)
    elif kind == "names":
        _check_name(case)
    elif kind == "breaks":
        assert marked_breaks(shaped(case)) == case["expected_breaks"]
    elif kind in {"lines", "lint", "property"}:
        wanted = case.get("algorithm", "any")
        for algorithm in ("optimal", "greedy") if wanted == "any" else (wanted,):
            _check_lines(case, algorithm)
    else:
        raise ValueError(f"no such kind of case: {kind}")


def _check_advances(case: dict[str, Any], direction: str) -> None:
    paragraph = shaped(case, direction=direction)
    x = paragraph.sums.x
    assert [cell.text for cell in paragraph.cells] == case["cells"]
    ends = [*x[1:], x[-1] + paragraph.cells[-1].body]
    got = [(b - a) / EM for a, b in zip(x, ends)]
    assert _close(got, case["expected_advances_em"]), got
    if "expected_width_em" in case:
        width = natural_width(paragraph) / EM + case.get("options", {}).get("indent", 0)
        assert _close([width], [case["expected_width_em"]])
    if "start_x_em" in case:
        first = break_(paragraph, ((1, 100 * EM),), round(setting(case)[1] * EM)).value[0]
        assert _close([first.xs[0] / EM], [case["start_x_em"]])


def _check_vertical(case: dict[str, Any]) -> None:
    expected = case.get("expected", {})
    if "text" not in case:
        for way, marks in expected.items():
            for mark in marks:
                assert stands(mark) == ("rotated" if way == "rotate_90cw" else "upright"), mark
        return
    paragraph = shaped(case, direction="vertical")
    if "expected_text" in case:
        assert paragraph.text == case["expected_text"]
    if "cells" in expected:
        assert [cell.text for cell in paragraph.cells] == expected["cells"]
    if "advances_em" in expected:
        _check_advances(
            {
                **case,
                "cells": [c.text for c in paragraph.cells],
                "expected_advances_em": expected["advances_em"],
            },
            "vertical",
        )
    for cell, way in zip(paragraph.cells, expected.get("orientation", {}).values(), strict=False):
        assert ("rotated" if cell.turned else "upright") == way, cell.text
    if "start_y_em" in expected:
        assert break_(paragraph, ((1, 100 * EM),)).value[0].xs[0] == expected["start_y_em"] * EM


def stands(mark: str) -> str:
    """How a mark between two Han characters stands in a vertical line."""
    return next(
        orientation(cell)
        for cell in shaped({"text": f"字{mark}字"}, direction="vertical").cells
        if cell.text == mark
    )


def _check_name(case: dict[str, Any]) -> None:
    text = space_name(case["text"])
    assert text == case["expected_text"]
    assert _close([natural_width(shaped({"text": text})) / EM], [case["expected_width_em"]])


def _check_lines(case: dict[str, Any], algorithm: str) -> None:
    paragraph, outcome = broken(case, algorithm)
    lines = outcome.value
    if "expected_lines" in case:
        assert texts(paragraph, lines) == case["expected_lines"], algorithm
    for line, detail in zip(lines, case.get("line_detail", ()), strict=False):
        for name, value in detail.items():
            assert _close([_detail(line, name)], [value]), (name, _detail(line, name), value, algorithm)
        for name in ("shrink_b", "shrink_c", "shrink_l", "shrink_s", "stretch_l", "stretch_gap"):
            assert name in detail or not getattr(line.adjust, name), (name, algorithm)
    for number, xs in case.get("expected_x_em", {}).items():
        got = [x / EM for x in lines[int(number) - 1].xs]
        assert _close(got, xs), (got, algorithm)
    codes = {finding.code for finding in outcome.diagnostics}
    for lint in case.get("expected_lint", ()):
        assert codes & LINTS[lint], (lint, codes, algorithm)
    for lint in case.get("forbidden_lint", ()):
        assert not codes & LINTS[lint], (lint, codes, algorithm)


def _detail(line: Line, name: str) -> float:
    if name == "natural_em":
        return line.natural / EM
    if name == "gaps":
        return line.adjust.gaps
    if name == "per_gap":
        return line.adjust.stretch_gap / line.adjust.gaps / EM
    return float(getattr(line.adjust, name)) / EM


def _close(got: list[float], wanted: list[float]) -> bool:
    return len(got) == len(wanted) and all(abs(a - b) <= TOLERANCE for a, b in zip(got, wanted))
