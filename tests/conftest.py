"""What all tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden scenes as they are now")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder worked in, with all examples; the command speaks English."""
    folder = Path(shutil.copytree(EXAMPLES, tmp_path / "desk"))
    monkeypatch.chdir(folder)
    for name in ("LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH", "LAYOUT_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    """In CI a test that is skipped because a tool is missing has failed; only what root can't test may be."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI"):
        reason = str(report.longrepr)
        if "root" not in reason:
            report.outcome, report.longrepr = "failed", f"skipped in CI: {reason}"
    return report
