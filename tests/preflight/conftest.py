"""Good files, made once."""

from pathlib import Path

import pytest

from layout.pipeline import render
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
BASES = ("plain", "pdf/x-4", "pdf/x-1a", "pdf/a-2a")


@pytest.fixture(scope="session")
def good() -> dict[str, bytes]:
    """The same page in each standard."""
    page = str(ROOT / "examples" / "hello.page.yaml")
    return {
        base: render(page, FileWorld(), standards=() if base == "plain" else (base,)).files["pdf"]
        for base in BASES
    }
