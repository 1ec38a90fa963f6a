"""`layout fmt`: one way to write, and nothing said otherwise."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.cli import main
from layout.edit.format import formatted
from tests.yaml_facts import assert_kept, comments, readable

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


# --- as another reader sees it ---------------------------------------------------------------------------


def test_comments_are_found_where_they_are():
    text = "# 一\na: '甲 # 非'  # 二\nd: |  # 三\n  x # 非\n# 四\ne: {a: 1, # 五\n  b: a#非}\n"
    assert comments(text) == [(0, "# 一"), (2, "# 二"), (4, "# 三"), (4, "# 四"), (7, "# 五")]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_a_case_keeps_its_data_and_comments(case):
    done = formatted(case["was"], "a.page.yaml")
    assert done is not None
    assert_kept(case["was"], done)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_document_keeps_its_data_and_comments(path):
    text, done = (
        t if path.suffix == ".yaml" else t.split("---\n")[1]
        for t in (path.read_text("utf-8"), formatted(path.read_text("utf-8"), path.name))
    )
    assert_kept(text, done)


def test_a_document_with_mistakes_keeps_its_data_and_comments():
    kept = 0
    for path in (ROOT / "tests" / "diagnostics").glob("*.yaml"):
        text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        done = formatted(text, path.name)
        if done is not None and readable(text):
            assert_kept(text, done)
            kept += 1
    assert kept > 100


WORDS = st.text("ab甲乙 1.:#'\"[]{},-~\\", max_size=8)
NOTES = st.sampled_from(["", "  # 注", " # '又\" 注: [#"])


@st.composite
def scalars(draw) -> str:
    text = draw(WORDS)
    return draw(
        st.sampled_from([
            "'" + text.replace("'", "''") + "'", '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"',
            "甲乙", "12", "no", "2026-03-09",
        ])
    )  # fmt: skip


@st.composite
def values(draw) -> str:
    """A scalar, a list or a map on a line or on several, a text in lines: what follows a key at no indent."""
    some = draw(st.lists(scalars(), min_size=1, max_size=3))
    note = draw(NOTES)
    return draw(
        st.sampled_from([
            f" {some[0]}{note}\n", f" [{', '.join(some)}]{note}\n", f" {{k: {some[0]}}}{note}\n",
            f" [{some[0]},{note}\n  {some[-1]}]\n", f"{note}\n" + "".join(f"  - {s}{note}\n" for s in some),
            f"{note}\n  k: {some[0]}{note}\n  # 里面的\n  l: {some[-1]}\n",
            f" |{note}\n  copy # 不是注\n   '又'  \n\n",
        ])
    )  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(values(), st.sampled_from(["", "# 间注\n", "\n\n\n", "   # 缩注  \n"])), min_size=1)
)
def test_whatever_is_written_keeps_its_data_and_comments(parts):
    text = "".join(f"k{n}:{value}{note}" for n, (value, note) in enumerate(parts))
    assert readable(text)
    done = formatted(text, "a.page.yaml")
    assert done is not None
    assert_kept(text, done)
