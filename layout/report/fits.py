"""How stories fit, for the report: as data beside the findings, and as lines for people (`--capacity`)."""

from collections.abc import Sequence
from typing import Any

from layout.page.types import Edit, StoryFit

Row = dict[str, Any]


def rows(page: str, fits: Sequence[StoryFit]) -> list[Row]:
    """One row for each story of a page, ready for JSON."""
    return [_row(page, fit) for fit in fits]


def _row(page: str, fit: StoryFit) -> Row:
    return {
        "page": page,
        "story": fit.story,
        "block": fit.block,
        "lines": {"room": fit.room, "set": fit.lines, "over": fit.over_lines, "under": fit.spare},
        "characters": {
            "room": fit.room_characters,
            "set": fit.characters,
            "over": fit.over_characters,
            "under": max(0, fit.room_characters - fit.characters) if fit.spare else 0,
        },
        "stopped_at": fit.stopped_at or None,
        "sentence": fit.sentence or None,
        "cuts": [_edit(edit) for edit in fit.cuts],
        "adds": [_edit(edit) for edit in fit.adds],
        "paragraphs": [_edit(edit) for edit in fit.tails],
        "tries": [
            {
                "knob": t.knob,
                "value": t.value,
                "over": t.over,
                "under": t.spare,
                "made": t.made,
                "kept": t.kept,
            }
            for t in fit.tries
        ],
    }


def _edit(edit: Edit) -> Row:
    return {
        "paragraph": edit.paragraph,
        "characters": edit.characters,
        "lines": edit.lines,
        "words": edit.words,
    }


def told(row: Row, *, zh: bool) -> str:
    """The row for people: a line, and under it what a line of each paragraph costs where copy is over or short."""
    lines, characters = row["lines"], row["characters"]
    less = bool(lines["over"] or row["cuts"])
    if zh:
        text = f"{row['story']}：能排 {lines['room']} 行、约 {characters['room']} 字；已排 {characters['set']} 字"
        if lines["over"]:
            text += f"，多 {characters['over']} 字、{lines['over']} 行"
        elif lines["under"]:
            text += f"，短 {lines['under']} 行、约 {characters['under']} 字"
        each = "  第 {paragraph} 段“{words}”：删 {characters} 字省一行"
        each = each if less else each.replace("删", "补").replace("省", "多")
    else:
        text = f"{row['story']}: room for {lines['room']} lines, about {characters['room']} characters"
        text += f"; {characters['set']} set"
        if lines["over"]:
            text += f", {characters['over']} characters, {lines['over']} lines over"
        elif lines["under"]:
            text += f", {lines['under']} lines, about {characters['under']} characters short"
        each = "  paragraph {paragraph} “{words}”: {characters} characters less save a line"
        each = each if less else each.replace("less save", "more make")
    return "\n".join((text, *(each.format(**edit) for edit in row["paragraphs"])))
