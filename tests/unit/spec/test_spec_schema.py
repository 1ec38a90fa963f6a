"""The JSON Schema says what the reader takes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from layout.spec.blocks import BLOCK
from layout.spec.page import PAGE
from layout.spec.schema import Document, schema
from layout.spec.story import FRONT
from layout.spec.theme import THEME

DOCUMENTS: tuple[Document, ...] = ("page", "story", "theme")


def walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_key_is_described_in_chinese_and_english(document: Document) -> None:
    for node in walk(schema(document)):
        properties = node.get("properties")
        if node.get("type") == "object" and isinstance(properties, dict):
            for name, value in properties.items():
                chinese, _, english = value["description"].partition("\n")
                assert re.search(r"[\u4e00-\u9fff]", chinese), name
                assert re.search(r"[a-z]{3}", english), f"layout/spec/schema_en.py lacks: {chinese}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_patterns_compile_and_bounds_are_ordered(document: Document) -> None:
    for node in walk(schema(document)):
        if isinstance(node.get("pattern"), str):
            re.compile(node["pattern"])
        if isinstance(node.get("minimum"), int):
            assert node["minimum"] <= node["maximum"]


def test_the_keys_are_the_readers() -> None:
    assert set(schema("page")["properties"]) == set(PAGE.keys)
    assert set(schema("story")["properties"]) == set(FRONT.keys)
    assert set(schema("theme")["properties"]) == set(THEME.keys)
    assert schema("page")["required"] == ["layout", "theme", "blocks"]
    assert "required" not in schema("theme")


def test_draft_and_title() -> None:
    assert schema("page")["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "版面" in schema("page")["title"]


def test_one_form_for_each_kind_of_block() -> None:
    kinds = [form["required"][0] for form in BLOCK.schema()["anyOf"]]
    assert kinds == [
        "story", "stories", "continues", "picture", "credits", "banner", "text", "quote", "blank",
        "nameplate", "table", "qr", "ad", "head",
    ]  # fmt: skip
