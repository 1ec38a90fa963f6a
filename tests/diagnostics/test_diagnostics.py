"""Every file here says in comments what is wrong with it, and that is what is found: no less and no more.

    sise: 9pt      # error: S012 3 "did you mean `size`"
    # error: S087 12 @9 "stand apart"
    # error: S100 1 @stories/no-fence.md:1

A comment names the severity, the code, the column (from 1, in characters) and words of the English message or
hint; it concerns its own line, or line 9 of the file, or a line of another file.
"""

import re
from pathlib import Path

import pytest

from layout.catalogue.s import ENTRIES
from layout.diag import Diagnostic, SpecError
from layout.report.write import say
from layout.spec.load import load
from layout.spec.source_map import SourceMap
from layout.world import FileWorld

HERE = Path(__file__).parent
PAGES = sorted(path.name for path in HERE.glob("*.page.yaml"))
EXPECTED = re.compile(r'# (error|warning): (S\d{3}) (\d+)(?: @(?:(\S+):)?(\d+))?(?: "(.*)")?$')
# Codes that need files which can't be kept as pages of text; test_hostile.py and tests/unit/cli have them.
ELSEWHERE = {"S002", "S004", "S006", "S008", "S009", "S011", "S013", "S044", "S047", "S104"}


def found(page: str) -> tuple[tuple[Diagnostic, ...], SourceMap]:
    try:
        loaded = load(page, FileWorld())
    except SpecError as error:
        return error.diagnostics, error.sources
    return loaded.diagnostics, loaded.sources


def expected(page: str) -> list[tuple[str, str, str, int, int, str]]:
    """(severity, code, file, line, column, words), in order."""
    out = []
    for number, line in enumerate((HERE / page).read_text("utf-8").split("\n"), 1):
        match = EXPECTED.search(line)
        assert bool(match) == ("# error:" in line or "# warning:" in line), f"{page}:{number}: {line}"
        if match:
            severity, code, column, file, at, words = match.groups()
            out.append((severity, code, file or page, int(at or number), int(column), words or ""))
    return sorted(out)


@pytest.mark.parametrize("page", PAGES)
def test_page(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    diagnostics, sources = found(page)
    said = [say(one, sources, "en") for one in diagnostics]
    got = []
    for one in said:
        assert one.position is not None, one.message
        p = one.position
        got.append(
            (one.found.severity, one.found.code, p.file, p.line, p.column, f"{one.message}\n{one.hint}")
        )
    wanted = expected(page)
    assert [g[:5] for g in sorted(got)] == [w[:5] for w in wanted]
    for (*_, text), (*_, words) in zip(sorted(got), wanted, strict=True):
        assert words in text


@pytest.mark.parametrize("page", PAGES)
def test_facts_fill_both_languages(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    diagnostics, sources = found(page)
    for one in diagnostics:
        for said in (say(one, sources, "zh"), say(one, sources, "en")):
            text = said.message + said.hint
            assert not re.search(r"\{(?:[a-z_]+)\}", text), text
            assert one.code not in text


def test_every_code_is_covered() -> None:
    covered = {code for page in PAGES for _, code, *_ in expected(page)}
    assert set(ENTRIES) - covered - ELSEWHERE == set()


def test_enough_cases() -> None:
    assert len(PAGES) >= 60
