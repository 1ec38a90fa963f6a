"""Advice followed: what it says to cut, or to write, is cut or written in the stories' files, and the page closes.

Real pages in real faces: a story in columns, a picture in its way, a jump to other columns, a runaround, a stack,
unequal columns; each a few lines over, each a few lines short.
"""

import re
from pathlib import Path

import pytest

from layout.pipeline import Composed, compose
from layout.world import FileWorld

EXAMPLES = Path(__file__).parents[1] / "examples"
HEAD = "layout: 1\ntheme: small.theme.yaml\npage: {number: 4, date: 2026-03-09, section: 示例, paper: 河东日报}\n"
DUSK = "pictures:\n  dusk: {file: pictures/bridge.jpg, caption: 傍晚的望川桥。, credit: 王川摄}\n"
CLOSING = "。！？…”’」』）》"

# The page; how many lines of the grid it has where copy is over, where it is short.
PAGES = {
    "columns": (
        "grid: {{lines: {lines}}}\nstories: {{weir: stories/weir.md}}\n"
        "dummy: |\n  * | A A A A\nblocks:\n  A: {{story: weir, head: {{headline: {{size: 二号}}}}}}\n",
        (17, 21),
    ),
    "picture": (
        "grid: {{lines: {lines}}}\nstories: {{bridge: stories/bridge.md}}\n"
        "dummy: |\n  9 | A A A A\n  * | A A P P\nblocks:\n"
        "  A: {{story: bridge, fill: spread}}\n  P: {{picture: bridge/dusk, crop: [0.6, 0.5]}}\n",
        (23, 35),
    ),
    "jump": (
        "grid: {{lines: {lines}}}\nstories: {{weir: stories/weir.md}}\n" + DUSK.replace("{", "{{").replace("}", "}}")
        + "dummy: |\n  7 | A A A B\n  6 | A P P B\n  * | A A A B\nblocks:\n"
        "  A: {{story: weir, fill: spread}}\n  B: {{continues: weir}}\n  P: {{picture: dusk}}\n",
        (19, 25),
    ),
    "wrap": (
        "grid: {{lines: {lines}}}\nstories: {{heron: stories/heron.md}}\n" + DUSK.replace("{", "{{").replace("}", "}}")
        + "dummy: |\n  * | A A A A\nblocks:\n  A: {{story: heron, columns: 2}}\n"
        "  P: {{picture: dusk, caption: inside, at: {{x: 57mm, y: 67mm, width: 46mm, height: 35mm}}, wrap: box}}\n",
        (24, 29),
    ),
    "stack": (
        "grid: {{lines: {lines}}}\n"
        "stories: {{library: stories/library.md, nest: stories/nest.md, pool: stories/pool.md}}\n"
        "dummy: |\n  * | L L . .\nblocks:\n"
        "  L: {{stories: [library, nest, pool], head: {{headline: {{size: 小三, lines: 2}}}}}}\n",
        (29, 40),
    ),
    "unequal": (
        "grid: {{lines: {lines}}}\nstories: {{weir: stories/weir.md}}\n"
        "dummy: |\n  * | A A A A\nblocks:\n  A: {{story: weir, columns: [12字, 18字, 11字]}}\n",
        (18, 23),
    ),
}  # fmt: skip
STATES = [(name, state) for name in PAGES for state in (0, 1)]


def made(desk: Path, name: str, state: int) -> Composed:
    page, lines = PAGES[name]
    theme = (desk / "small.theme.yaml").read_text("utf-8")
    height = 60 + 5 * lines[state]
    (desk / "small.theme.yaml").write_text(re.sub(r"160mm, \d+mm", f"160mm, {height}mm", theme), "utf-8")
    (desk / "p.page.yaml").write_text(HEAD + page.format(lines=lines[state]), "utf-8")
    return compose("p.page.yaml", FileWorld())


def follow(desk: Path, done: Composed) -> None:
    """Do what the advice says, in the stories' files: the cut is made at the paragraph's end, before its marks, what
    is written too."""
    for fit in done.fits:
        file = desk / "stories" / f"{fit.story}.md"
        front, body = re.split(r"(?<=\n)---\n", file.read_text("utf-8"), maxsplit=1)
        pieces = body.strip().split("\n\n")
        paragraphs = [i for i, piece in enumerate(pieces) if not piece.startswith("##")]
        for edit in (*fit.cuts, *fit.adds):
            text = pieces[paragraphs[edit.paragraph - 1]]
            end = len(text.rstrip(CLOSING))
            cut = text[: end - edit.characters] if fit.cuts else text[:end] + "水" * edit.characters
            pieces[paragraphs[edit.paragraph - 1]] = cut + text[end:]
        file.write_text(f"{front}---\n" + "\n\n".join(pieces) + "\n", "utf-8")


def open_ends(done: Composed) -> set[str]:
    return {d.code for d in done.diagnostics} & {"F001", "F002", "F003", "F004", "F005"}


@pytest.mark.parametrize(
    ("name", "state"), STATES, ids=[f"{n}-{'short' if s else 'over'}" for n, s in STATES]
)
def test_following_the_advice_closes_the_page(desk, name, state):
    before = made(desk, name, state)
    assert open_ends(before) & ({"F002", "F003"} if state else {"F001"})
    assert any(fit.adds if state else fit.cuts for fit in before.fits)
    follow(desk, before)
    assert open_ends(made(desk, name, state)) == set()


@pytest.mark.parametrize(
    ("name", "state"), STATES, ids=[f"{n}-{'short' if s else 'over'}" for n, s in STATES]
)
def test_what_a_line_of_each_paragraph_costs_is_told_the_cheapest_first(desk, name, state):
    for fit in made(desk, name, state).fits:
        costs = [edit.characters for edit in fit.tails]
        assert costs == sorted(costs) and all(0 < cost <= 40 for cost in costs)


def test_copy_longer_than_a_page_is_told_but_not_tried_out(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each trial would set all of it: time would grow with its square."""
    from layout.page import advice

    (desk / "stories" / "weir.md").write_text(
        "---\nheadline: 水\n---\n\n" + "水到渠成。" * 7000 + "\n", "utf-8"
    )
    monkeypatch.delattr(advice, "_reworked")
    done = made(desk, "columns", 0)
    assert "F001" in {d.code for d in done.diagnostics} and not done.fits[0].tails


def test_a_missing_character_is_told_once_a_story_with_its_number(desk: Path) -> None:
    body = "\n生僻的字\U0003134a，又是\U0003134a。\n\n再一段\U0003134b，\U0003134a。\n"
    (desk / "stories" / "weir.md").write_text(f"---\nheadline: 水\n---\n{body}", "utf-8")
    found = [d for d in made(desk, "columns", 0).diagnostics if d.code == "T101"]
    assert [(d.facts["code"], d.facts["places"]) for d in found] == [("U+3134A", 3), ("U+3134B", 1)]
    assert body[found[0].where.at] == "\U0003134a" and found[0].where.at == body.index("\U0003134a")


@pytest.mark.parametrize("note", ["[望川]{.dots}", '[望川]{ruby="wàng chuān"}'])
def test_readings_and_dots_in_a_crosshead_are_told(desk: Path, note: str) -> None:
    body = f"\n前一段的话。\n\n## 夜里的{note}桥\n\n正文里的{note}照排。\n"
    (desk / "stories" / "weir.md").write_text(f"---\nheadline: 水\n---\n{body}", "utf-8")
    (found,) = (d for d in made(desk, "columns", 0).diagnostics if d.code == "T109")
    assert body[found.where.at : found.where.at + found.where.length] == "望川"


def test_of_many_lines_that_can_not_be_set_well_the_first_are_told(desk: Path) -> None:
    word = "h" * 60
    (desk / "stories" / "weir.md").write_text(
        f"---\nheadline: 水\n---\n\n{'水到渠成。'.join([word] * 40)}\n", "utf-8"
    )
    found = [d for d in made(desk, "columns", 0).diagnostics if d.code in ("T203", "T206")]
    cut = [d for d in found if d.code == "T203"]
    (more,) = [d for d in found if d.facts.get("finding") == "T203"]
    assert len(cut) == 20 and more.code == "T206" and more.facts["count"] > 20
    assert more.where.at > cut[-1].where.at


def test_white_that_nobody_minds_brings_no_advice(desk: Path) -> None:
    theme = (desk / "small.theme.yaml").read_text("utf-8")
    (desk / "stories" / "weir.md").write_text("---\nheadline: 水\n---\n\n水到渠成。\n", "utf-8")
    assert {d.code for d in made(desk, "columns", 0).diagnostics} == {"F002", "F035"}
    (desk / "small.theme.yaml").write_text(theme + "check: {F002: off}\n", "utf-8")
    assert made(desk, "columns", 0).diagnostics == ()
