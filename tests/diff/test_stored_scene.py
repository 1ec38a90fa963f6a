"""A page against its own scene, stored as JSON, has no changes: what the engine puts into lines (breaks of heads and
crossheads, cells of tables, signs of lists) is no copy, and what it leaves out is no deletion."""

from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.compare.inputs import leaves
from layout.compare.run import Options, run
from layout.compare.words import sentence
from layout.pipeline import render
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("pages/*/*.page.yaml"), *ROOT.glob("examples/*.page.yaml")])
PAGE = """layout: 1
theme: broadsheet
page: {number: 1}
stories: {a: a.md, b: b.md}
dummy: |
  24 | A A B B B B B B
  *  | . . . . . . . .
blocks: {A: {story: a}, B: {story: b}}
"""


def changes(page: Path, folder: Path) -> list[str]:
    """What is said of the page beside its own scene."""
    scene = folder / "stored.scene.json"
    scene.write_bytes(render(str(page), FileWorld(), formats=("json",)).files["json"])
    result = run(leaves(str(scene)), leaves(str(page)), Options())
    assert not result.problems and not any(one.problem for one in result.pages)
    return [sentence(change, "en") for change in result.changes]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name.removesuffix(".page.yaml"))
def test_our_pages(page: Path, tmp_path: Path) -> None:
    assert changes(page, tmp_path) == []


WORDS = st.text("河东日报渡口班船准点到岸老邓修伞，。《》一二三", min_size=1, max_size=60)
LATIN = st.lists(st.sampled_from(["New", "York", "CT", "2026", "Typesetting"]), min_size=1, max_size=9).map(
    " ".join
)
TEXTS = st.one_of(WORDS, WORDS, LATIN, st.tuples(WORDS, LATIN).map("".join), WORDS.map("{{{}}}".format))
CELLS = st.lists(st.lists(st.one_of(st.just(""), TEXTS), min_size=3, max_size=3), min_size=1, max_size=4)
PARTS = st.one_of(
    TEXTS,
    TEXTS.map("## ".__add__),
    TEXTS.map("- ".__add__),
    TEXTS.map("> ".__add__),
    st.lists(TEXTS, min_size=2, max_size=3).map("\\\n".join),
    st.just("---"),
    CELLS.map(lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 3, *rows[1:]])),
)
BODIES = st.lists(PARTS, min_size=1, max_size=7).map("\n\n".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(headline=TEXTS, a=BODIES, b=BODIES)
def test_any_copy(headline: str, a: str, b: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "01.page.yaml").write_text(PAGE, "utf-8")
        (folder / "a.md").write_text(
            f"---\nheadline: {dumps(headline, ensure_ascii=False)}\n---\n{a}\n", "utf-8"
        )
        (folder / "b.md").write_text(f"---\nheadline: 短题\n---\n甲\n\n{b}\n", "utf-8")
        assert changes(folder / "01.page.yaml", folder) == []
