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
# The unit test that says why a page is right, by the file that it is in.
TESTS = {
    "tests/unit/page/test_page_thread.py": {
        "hello": "test_exactly_full_is_not_over",
        "series": "test_a_banner_stands_at_the_head_of_the_first_column",
    },
    "tests/unit/page/test_page_story.py": {
        "heads": "test_parts_stand_one_under_the_other_inside_the_head",
        "stack": "test_a_stack_goes_down_with_gaps_between",
    },
    "tests/unit/page/test_page_pieces.py": {
        "picture": "test_a_credit_stands_flush_right_on_the_captions_last_line",
        "box-around": "test_a_box_goes_round_all_that_stands_in_it",
        "credits": "test_credits_on_several_lines_have_roles_under_roles",
        "bleed": "test_a_caption_inside_a_picture_that_bleeds_keeps_within_the_type_area",
    },
    "tests/unit/page/test_page_rooms.py": {
        "shapes": "test_an_l_ends_at_another_story_but_loses_nothing",
    },
    "tests/unit/page/test_page_fill.py": {
        "columns": "test_columns_of_asked_widths_share_what_is_left_between_them",
        "continues": "test_a_story_goes_on_in_another_area",
        "span": "test_a_crosshead_over_all_columns_ends_a_level_section",
        "quote": "test_a_pull_quote_takes_the_lines_that_it_needs_and_a_clear_one_on_each_side",
        "fill": "test_spread_opens_paragraphs_by_whole_lines_to_the_foot",
        "grow": "test_grow_gives_them_to_the_storys_own_picture_first",
        "lattice": "test_a_lattice_of_its_own_keeps_to_the_outside_of_whole_lines",
    },
    "tests/unit/page/test_page_fit.py": {
        "fit": "test_a_picture_gives_lines_to_its_story",
    },
    "tests/unit/page/test_page_top.py": {
        "head-left": "test_a_frame_and_what_is_behind_a_part",
        "head-inset": "test_where_a_head_stands",
        "head-vertical": "test_a_vertical_heads_columns_run_from_right_to_left",
        "head-reversed": "test_a_rule_under_a_head_takes_a_line_and_is_clear_of_the_text",
        "head-over": "test_a_head_over_several_stories",
    },
    "tests/unit/page/test_page_wrap.py": {
        "wrap": "test_text_runs_round_a_block_and_none_is_lost",
        "contour": "test_an_outline_is_followed_line_by_line",
        "outline": "test_an_outline_is_seen_through_the_frame",
    },
    "tests/unit/page/test_page_group.py": {
        "picture-group": "test_a_group_has_one_caption_and_a_line_round_each",
        "picture-pdf": "test_a_caption_at_the_left",
    },
    "tests/unit/page/test_page_parts.py": {
        "front": "test_dots_lead_from_the_end_of_the_text_to_the_page",
    },
    "tests/unit/page/test_page_tables.py": {
        "table": "test_a_table_in_a_story",
        "table-long": "test_a_table_too_long_for_its_column_goes_on_in_the_next_under_its_heads",
    },
    "tests/unit/page/test_page_lists.py": {
        "parts": "test_an_item_hangs_on_its_sign",
    },
    "tests/pdf/test_pictures.py": {
        "picture-files": "test_orientation",
    },
    "tests/unit/scene/test_ornaments.py": {
        "poem": "test_lines_go_on_from_repeat_to_repeat_and_round_the_corner",
    },
}
WHY = {name: (file, test) for file, tests in TESTS.items() for name, test in tests.items()}


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
