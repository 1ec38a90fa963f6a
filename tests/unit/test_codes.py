"""Each code that the program can print has its page and a test."""

import re
from pathlib import Path

from layout.catalogue import codes
from layout.catalogue.examples import EXAMPLES

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\b([SCATFPD]\d{3})\b")
# Codes that this file would hide: it names none.
TESTS = [
    p for p in (ROOT / "tests").rglob("*") if p.suffix in (".py", ".yaml", ".md") and p != Path(__file__)
]


def test_what_the_program_prints_is_in_the_catalogue() -> None:
    used: set[str] = set()
    for file in (ROOT / "layout").rglob("*.py"):
        if "catalogue" not in file.parts:
            used |= set(re.findall(r"\"([SCATFPD]\d{3})\"", file.read_text("utf-8")))
    assert used - set(codes()) == set()


def test_every_code_has_a_test() -> None:
    tested = {code for file in TESTS for code in CODE.findall(file.read_text("utf-8"))}
    assert set(codes()) - tested == set()


def test_examples_are_of_codes_and_differ() -> None:
    assert EXAMPLES.keys() <= set(codes())
    assert all(wrong and right and wrong != right for wrong, right in EXAMPLES.values())
