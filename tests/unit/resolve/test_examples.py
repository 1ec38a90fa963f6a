"""The teaching examples: read, resolved and composed without a finding, and each says what it teaches."""

from pathlib import Path

import pytest

from layout.pipeline import compose
from layout.world import FileWorld

FOLDER = Path(__file__).parents[3] / "examples"
EXAMPLES = sorted(FOLDER.glob("*.page.yaml"))


def test_there_are_enough() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name.removesuffix(".page.yaml"))
def test_example(file: Path) -> None:
    assert file.read_text("utf-8").startswith("# ")
    found = compose(str(file), FileWorld()).diagnostics
    assert [d for d in found if d.severity != "info"] == []  # what a ladder has done is told
