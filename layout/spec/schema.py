"""The shapes as JSON Schema (draft-07), for the completion and the checks of an editor's program."""

from typing import Any, Literal, TypeAlias

from layout.spec.page import PAGE
from layout.spec.schema_en import english
from layout.spec.shape import Schema
from layout.spec.shapes import Record
from layout.spec.story import FRONT
from layout.spec.theme import THEME

Document: TypeAlias = Literal["page", "story", "theme"]

_TITLES: dict[Document, str] = {
    "page": "版面文件（*.page.yaml） · a page",
    "story": "稿件的开头（stories/*.md 两行 --- 之间） · a story's front matter",
    "theme": "主题（*.theme.yaml） · a theme",
}
_RECORDS: dict[Document, Record[Any]] = {"page": PAGE, "story": FRONT, "theme": THEME}


def schema(document: Document = "page") -> Schema:
    """The schema of one kind of document."""
    described = _RECORDS[document].schema()
    if document == "theme":  # what a theme lacks, at any depth, it may have from the one it extends
        described = _without_required(described)
    described = _in_english_too(described)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": _TITLES[document], **described}


def _in_english_too(part: Any) -> Any:
    """The descriptions with their English below."""
    if isinstance(part, dict):
        done = {name: _in_english_too(value) for name, value in part.items()}
        said = done.get("description")
        if isinstance(said, str) and english(said):
            done["description"] = f"{said}\n{english(said)}"
        return done
    return [_in_english_too(item) for item in part] if isinstance(part, list) else part


def _without_required(part: Any) -> Any:
    if isinstance(part, dict):
        # A key may be called `required`: that of a schema is a list.
        kept = {name: _without_required(value) for name, value in part.items()}
        return {
            name: value
            for name, value in kept.items()
            if not (name == "required" and isinstance(value, list))
        }
    return [_without_required(item) for item in part] if isinstance(part, list) else part
