"""`layout fmt`: one way to write, and nothing said otherwise."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.cli import main
from layout.edit.format import formatted

ROOT = Path(__file__).parents[3]
CASES = yaml.load((ROOT / "tests" / "cases" / "fmt.yaml").read_text("utf-8"), yaml.BaseLoader)["cases"]
DOCUMENTS = [
    *ROOT.glob("pages/*/*.yaml"), *ROOT.glob("pages/*/stories/*.md"), *ROOT.glob("examples/*.yaml"),
    *ROOT.glob("examples/stories/*.md"), *ROOT.glob("layout/themes/*.yaml"), *ROOT.glob("layout/templates/*/*.yaml"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_a_case(case):
    expected = case["was"] if "same" in case else case["now"]
    assert formatted(case["was"], "a.page.yaml") == expected
    assert formatted(expected, "a.page.yaml") == expected


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_formatting_twice_is_formatting_once(path):
    once = formatted(path.read_text("utf-8"), path.name)
    assert once is not None and formatted(once, path.name) == once


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(st.text("ab甲乙", min_size=1), st.text("ab甲:#'\"[]{},- 1\\"), min_size=1),
    st.sampled_from("'\""),
)
def test_what_is_said_stays(said, mark):
    """Any text, in either quotation mark."""

    def quoted(text: str) -> str:
        return (
            "'" + text.replace("'", "''") + "'"
            if mark == "'"
            else yaml.dump(text, default_style='"', width=9999).strip()
        )

    text = "".join(f"{key}: {quoted(value)}\n" for key, value in said.items())
    done = formatted(text, "a.page.yaml")
    assert done is not None
    assert yaml.load(done, yaml.BaseLoader) == said
    assert formatted(done, "a.page.yaml") == done


def test_a_story_s_copy_is_left_alone():
    text = "---\nheadline: '老街'\n---\n第一段  \n\n\n第二段\n\n\n"
    assert formatted(text, "a.md") == "---\nheadline: 老街\n---\n第一段  \n\n\n第二段\n"


def test_line_ends_and_bom_go():
    assert formatted("\ufeffa: 1\r\nb: 2", "a.page.yaml") == "a: 1\nb: 2\n"


def test_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    page, broken = Path("a.page.yaml"), Path("b.page.yaml")
    page.write_text("a: '甲'\n", "utf-8")
    assert main(["fmt", "--check", "."]) == 1 and main(["fmt", "--diff", "a.page.yaml"]) == 1
    assert "+a: 甲" in capsys.readouterr().out and page.read_text("utf-8") == "a: '甲'\n"
    assert main(["fmt", "."]) == 0 and page.read_text("utf-8") == "a: 甲\n"
    assert main(["fmt", "--check", "."]) == 0
    broken.write_text("a: [1\n", "utf-8")
    assert main(["fmt", "."]) == 2 and broken.read_text("utf-8") == "a: [1\n"
    assert main(["fmt", "nothing.page.yaml"]) == 2
