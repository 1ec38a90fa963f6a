"""What another reader of YAML, ruamel.yaml, sees in a document: its data as YAML 1.1 and 1.2 take it, its comments
and where they are."""

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.tokens import ScalarToken


def data(text: str) -> list[object]:
    """What is said, of each of YAML's versions; the dummy without its blanks, which are ours to set."""
    return [plain(reader(version).load(text)) for version in ("1.1", "1.2")]


def reader(version: str = "1.2") -> YAML:
    made = YAML(typ="safe", pure=True)
    made.version = version
    made.allow_duplicate_keys = True
    return made


def plain(value: object, key: object = "") -> object:
    if isinstance(value, dict):
        return [(repr(k), plain(v, k)) for k, v in value.items()]
    if isinstance(value, list):
        return [plain(item) for item in value]
    if key == "dummy" and isinstance(value, str):
        return ["".join(line.split()) for line in value.split("\n")]
    return repr(value)  # 1, 1.0 and True are three things


def comments(text: str) -> list[tuple[int, str]]:
    """The comments, each with how many scalars stand before it: what is outside of all scalars, from a `#` on;
    and those behind the `|` of a text in lines."""
    found: list[tuple[int, str]] = []
    at = before = 0
    for token in reader().scan(text):
        if isinstance(token, ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            found += ((before, c) for c in outside(text[at:start]))
            before += 1
            if token.style in ("|", ">"):
                found += ((before, c) for c in outside(text[start:end].partition("\n")[0]))
            at = end
    return [*found, *((before, c) for c in outside(text[at:]))]


def outside(text: str) -> list[str]:
    return [c.rstrip() for c in re.findall(r"#.*", text)]


def readable(text: str) -> bool:
    try:
        data(text)
    except (YAMLError, ValueError):
        return False
    return True


def assert_kept(before: str, after: str) -> None:
    assert data(after) == data(before)
    assert comments(after) == comments(before)
