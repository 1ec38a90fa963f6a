"""How many characters an area holds, as it is told before there is copy, against real copy in real faces."""

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from layout.page.flow import Paragraph, flow_of
from layout.page.memo import Memo
from layout.page.remainder import count
from layout.page.report import capacity
from layout.pipeline import compose
from layout.resolve.types import StoriesPlan, StoryPlan
from layout.world import FileWorld

ROOT = Path(__file__).parents[1]
PAGES = [
    *sorted((ROOT / "pages/hedong").glob("0*.page.yaml")),
    *(ROOT / f"examples/{name}.page.yaml" for name in ("picture", "fill", "wrap", "stack")),
]
FIGURES = ("bus",)  # one paragraph, a timetable: two figures to a square in a third of it
WITHIN = 6  # characters for each paragraph, in columns of up to 13 characters; half a line in wider ones


@cache
def stories():
    """The stories of the pages by name, each with the fonts of its page."""
    found = {}
    for page in PAGES:
        done = compose(str(page), FileWorld())
        for block in done.plan.blocks:
            for story in block.content.stories if isinstance(block.content, StoriesPlan) else ():
                found[story.id] = (story, done.fonts)
    return found


def set_in(story: StoryPlan, fonts, family: str, measure: int):
    """Body lines, paragraphs and characters of a story in columns of so many characters."""
    styles = {name: replace(s, family=family) if name == "body" else s for name, s in story.styles.items()}
    memo = Memo()
    flow, _ = flow_of(replace(story, styles=styles), fonts, (), memo.shape)
    body = [item for item in flow if isinstance(item, Paragraph) and item.style.name == "body"]
    wide = ((1, measure * styles["body"].size),)
    indent = styles["body"].indent * styles["body"].size // 1000
    lines = sum(len(memo.lines(item.shaped, wide, indent, False).value) for item in body)
    return lines, len(body), sum(count(item.shaped.text) for item in body)


@pytest.mark.parametrize("family", ["宋", "楷", "黑"])
@pytest.mark.parametrize("measure", [10, 11, 13, 17, 22])
def test_characters_are_told_within_six_for_each_paragraph(family, measure):
    off = {}
    for name, (story, fonts) in stories().items():
        lines, paragraphs, characters = set_in(story, fonts, family, measure)
        off[name] = (capacity(lines, paragraphs, measure) - characters) / paragraphs
    assert len(off) >= 18
    several = {name: far for name, far in off.items() if set_in(*stories()[name], family, measure)[1] > 2}
    assert {name: far for name, far in several.items() if abs(far) > max(WITHIN, measure / 2)} == {}
    assert abs(sum(off.values()) / len(off)) < 1.5  # neither too many nor too few on the whole
    if measure <= 13:
        assert {name: far for name, far in off.items() if abs(far) > WITHIN and name not in FIGURES} == {}
