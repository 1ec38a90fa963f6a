"""Golden scenes: small pages as canonical JSON, one item a line, so that a change reads like a proof.

`pytest tests/golden --accept` rewrites them; look at the difference before committing it. A golden is no proof of
anything by itself: each names the unit tests that say why the page is right.
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from layout.pipeline import compose
from layout.scene.codec import dump, load
from layout.scene.items import Picture, Scene
from layout.world import FileWorld

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PAGE = "tests/unit/page/"
WHY = {
    "hello": (f"{PAGE}test_page_thread.py", "test_exactly_full_is_not_over"),
    "heads": (f"{PAGE}test_page_story.py", "test_parts_stand_one_under_the_other_inside_the_head"),
    "stack": (f"{PAGE}test_page_story.py", "test_a_stack_goes_down_with_gaps_between"),
    "picture": (f"{PAGE}test_page_pieces.py", "test_a_credit_stands_flush_right_on_the_captions_last_line"),
    "box-around": (f"{PAGE}test_page_pieces.py", "test_a_box_goes_round_all_that_stands_in_it"),
    "shapes": (f"{PAGE}test_page_rooms.py", "test_an_l_ends_at_another_story_but_loses_nothing"),
    "series": (f"{PAGE}test_page_thread.py", "test_a_banner_stands_at_the_head_of_the_first_column"),
    "credits": (f"{PAGE}test_page_pieces.py", "test_credits_on_several_lines_have_roles_under_roles"),
    "table-long": (
        f"{PAGE}test_page_tables.py",
        "test_a_table_too_long_for_its_column_goes_on_in_the_next_under_its_heads",
    ),
}


def golden(name: str) -> Path:
    return HERE / f"{name}.scene.json"


def scene(name: str) -> Scene:
    """The example's page; its pictures are named as in the checkout."""
    made = compose(str(ROOT / "examples" / f"{name}.page.yaml"), FileWorld()).scene
    items = tuple(
        replace(item, source=str(Path(item.source).relative_to(ROOT))) if isinstance(item, Picture) else item
        for item in made.items
    )
    return replace(made, items=items)


@pytest.mark.parametrize("name", WHY)
def test_the_scene_is_the_golden_one(name, accept):
    now = dump(scene(name))
    assert load(now) == scene(name)
    file = golden(name)
    if accept:
        file.write_bytes(now)
    assert file.exists(), "new: pytest tests/golden --accept writes it"
    before, after = (data.decode().splitlines() for data in (file.read_bytes(), now))
    changed = [n for n, (a, b) in enumerate(zip(before, after), 1) if a != b]
    assert after == before, (
        f"{len(changed) + abs(len(after) - len(before))} lines changed, from line {changed[:1]}"
    )


@pytest.mark.parametrize("name", WHY)
def test_a_unit_test_says_why(name):
    file, test = WHY[name]
    assert f"def {test}(" in (ROOT / file).read_text("utf-8")


def test_no_golden_is_unused(accept):
    unused = sorted(
        p.name for p in HERE.glob("*.scene.json") if p.name.removesuffix(".scene.json") not in WHY
    )
    if accept:
        for name in unused:
            (HERE / name).unlink()
        unused = []
    assert unused == [], "nobody compares these: delete them"
