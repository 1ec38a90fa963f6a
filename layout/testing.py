"""A pytest plugin: the fixture `layout_page` sets a page and compares it with the scene that was stored.

    def test_page_1(layout_page):
        layout_page("01.page.yaml")

The scene stands in `scenes/` beside the page; `pytest --layout-accept` writes it, and renews it.
"""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TypeAlias

import pytest

CheckPage: TypeAlias = Callable[[str | PathLike[str]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that renews stored scenes."""
    parser.addoption("--layout-accept", action="store_true", help="store the scenes of pages as they are now")


@pytest.fixture
def layout_page(request: pytest.FixtureRequest) -> CheckPage:
    """A function that takes a page file, relative to the test's folder, and fails if an error is found on it or if
    it differs from the stored scene; what changed is said by cause, as `layout diff` says it."""
    accept = bool(request.config.getoption("--layout-accept"))

    def check_page(spec: str | PathLike[str]) -> None:
        __tracebackhide__ = True
        path = request.path.parent / spec
        fault = compared(path, accept=accept)
        if fault:
            pytest.fail(f"{spec}: {fault}", pytrace=False)

    return check_page


def compared(spec: Path, *, accept: bool) -> str:
    """Why a page fails, "" if it does not. With `accept` its scene is stored."""
    from layout import api

    done = api.render(spec, ("json",))
    errors = [str(finding) for finding in done.findings if finding.severity == "error"]
    if errors:
        return "\n".join(("the page has errors", *errors))
    stored = spec.parent / "scenes" / f"{spec.name.partition('.')[0]}.scene.json"
    if accept:
        stored.parent.mkdir(exist_ok=True)
        stored.write_bytes(done.files["json"])
        return ""
    if not stored.exists():
        return f"no scene is stored ({stored.name}); pytest --layout-accept stores it"
    if stored.read_bytes() == done.files["json"]:
        return ""
    return _changes(stored, spec)


def _changes(stored: Path, spec: Path) -> str:
    """What changed since the scene was stored; "" if nothing that can be seen."""
    from layout import api
    from layout.compare.report import report

    result = api.diff(stored, spec)
    if result.status == 0:
        return ""
    said = report(result, form="human", lang="en")
    return f"differs from its stored scene (pytest --layout-accept stores it as it is now)\n{said}"
