"""Files that nobody writes by mistake: huge, deep, binary, linked out of the project. Each is refused by its
code; none may crash or take the machine."""

import os
from pathlib import Path

import pytest

from layout.diag import Diagnostic, SpecError
from layout.report import report
from layout.spec.load import load
from layout.world import FileWorld

PAGE = """layout: 1
theme: tabloid
grid: {columns: 3, lines: 20}
stories:
  a: {headline: 甲, body: 正文。}
dummy: |
  20 | A A A
blocks:
  A: {story: a}
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    return root


def refused(text: str | bytes) -> list[Diagnostic]:
    """What is found in a page; printing it must work whatever is in it."""
    data = text if isinstance(text, bytes) else text.encode()
    Path("a.page.yaml").write_bytes(data)
    with pytest.raises(SpecError) as caught:
        load("a.page.yaml", FileWorld())
    for form in ("human", "short", "json"):
        printed = report(caught.value.diagnostics, caught.value.sources, form=form, lang="zh", colour=False)
        assert "\x1b" not in printed and "\x00" not in printed
    return list(caught.value.diagnostics)


def codes(text: str | bytes) -> set[str]:
    return {found.code for found in refused(text)}


def story(value: str) -> str:
    return PAGE.replace("{headline: 甲, body: 正文。}", value)


DEEP = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * DEEP,
        "a: " + "{" * DEEP,
        "a: " + "[{" * DEEP,
        "a: " + "[" * DEEP + "]" * DEEP,
        "- " * DEEP,
        "? " * DEEP,
        "a: " + "[" * 30 + "]" * 30,
        "\n".join(" " * i + f"a{i}:" for i in range(30)),
    ],
    ids=["list", "map", "both", "closed", "dashes", "questions", "thirty", "indented"],
)
def test_depth(text: str) -> None:
    assert codes(text) == {"S011"}


def test_too_many_nodes() -> None:
    assert codes("a: [" + "b, " * 100_000 + "]") == {"S013"}


def test_too_large() -> None:
    assert codes("#" * 2_100_000) == {"S004"}


def test_story_too_large() -> None:
    Path("a.md").write_text("字" * 1_500_000, "utf-8")
    assert codes(story("a.md")) == {"S004"}


def test_alias_bomb() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}]\n" for i in range(9))
    assert codes(bomb) == {"S014"}


def test_merge_bomb() -> None:
    assert codes("a: {<<: {b: c}}") == {"S016"}


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "   \n"], ids=["none", "lines", "bom", "blank"])
def test_empty(text: str) -> None:
    assert codes(text) == {"S008"}


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x85\x9b"], ids=repr)
def test_control_characters(char: str) -> None:
    assert codes(PAGE.replace("甲", f"甲{char}乙")) == {"S007"}


def test_no_character_at_all() -> None:
    assert codes(PAGE.replace("甲", "甲\uffff")) == {"S007"}


def test_not_utf8() -> None:
    (found,) = refused(PAGE.encode() + b"\n# \xff\xfe\xff")
    assert (found.code, found.facts["byte"]) == ("S006", len(PAGE.encode()) + 4)


def test_gb18030_is_named() -> None:
    (found,) = refused(PAGE.encode("gb18030"))
    assert (found.code, found.facts["encoding"]) == ("S047", "GB18030 (GBK)")


def test_utf16_is_named() -> None:
    (found,) = refused(PAGE.encode("utf-16"))
    assert (found.code, found.facts["encoding"]) == ("S047", "UTF-16")


def test_bom_and_crlf_are_read() -> None:
    Path("a.page.yaml").write_bytes(("\ufeff" + PAGE.replace("\n", "\r\n")).encode())
    assert load("a.page.yaml", FileWorld()).page.blocks["A"].refs == ("a",)


def test_missing_page() -> None:
    Path("b.page.yaml").write_text(PAGE, "utf-8")
    with pytest.raises(SpecError) as caught:
        load("a.page.yaml", FileWorld())
    assert [(d.code, d.hint) for d in caught.value.diagnostics] == [("S001", "b.page.yaml")]


def test_page_is_a_folder() -> None:
    with pytest.raises(SpecError) as caught:
        load(".", FileWorld())
    assert [d.code for d in caught.value.diagnostics] == ["S002"]


def test_link_out_of_the_project(project: Path) -> None:
    outside = project.parent / "secret.md"
    outside.write_text("秘密", "utf-8")
    Path("a.md").symlink_to(outside)
    assert codes(story("a.md")) == {"S003"}


def test_linked_folder_out_of_the_project(project: Path) -> None:
    (project.parent / "other").mkdir()
    (project.parent / "other" / "a.md").write_text("秘密", "utf-8")
    Path("stories").symlink_to(project.parent / "other")
    assert codes(story("stories/a.md")) == {"S003"}


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "/dev/zero", "../../../../etc/passwd", "a\\x.md/../../../b.md"]
)
def test_outside(name: str) -> None:
    assert codes(story(name)) == {"S003"}


def test_pipe() -> None:
    os.mkfifo("a.md")
    assert codes(story("a.md")) == {"S002"}


def test_device_behind_a_link() -> None:
    Path("a.md").symlink_to("/dev/zero")
    assert codes(story("a.md")) <= {"S002", "S003"}


def test_link_in_a_circle() -> None:
    Path("a.md").symlink_to("a.md")
    assert codes(story("a.md")) <= {"S001", "S003"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission() -> None:
    Path("a.md").write_text("正文。", "utf-8")
    Path("a.md").chmod(0)
    assert codes(story("a.md")) == {"S009"}


def test_vanished_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text("正文。", "utf-8")

    def refuse(self: FileWorld, path: str) -> bytes:
        raise PermissionError(path)

    Path("a.page.yaml").write_text(story("a.md"), "utf-8")
    world = FileWorld()
    original = FileWorld.read_bytes
    monkeypatch.setattr(
        FileWorld, "read_bytes", lambda s, p: (refuse if p.endswith("a.md") else original)(s, p)
    )
    with pytest.raises(SpecError) as caught:
        load("a.page.yaml", world)
    assert [d.code for d in caught.value.diagnostics] == ["S009"]


def test_name_in_another_normal_form() -> None:
    Path("cafe\u0301.md").write_text("正文。", "utf-8")
    (found,) = refused(story("caf\u00e9.md"))
    assert (found.code, found.hint) == ("S005", "cafe\u0301.md")


def test_roots_of_the_project(project: Path) -> None:
    server = project.parent / "server"
    server.mkdir()
    (server / "a.md").write_text("正文。", "utf-8")
    Path("layout.yaml").write_text("roots: [../server]\n", "utf-8")
    Path("a.page.yaml").write_text(story("../server/a.md"), "utf-8")
    assert load("a.page.yaml", FileWorld()).page.stories["a"].body == "正文。"


def test_many_errors_are_counted() -> None:
    found = refused(PAGE + "".join(f"x{i}: 1\n" for i in range(1000)))
    assert len(found) == 201
    assert (found[-1].code, found[-1].facts["count"]) == ("S044", 800)


@pytest.mark.parametrize(
    "text", ["x", "- a\n- b\n", "[]", "{}", "---\n---\n", "%YAML 1.1\n---\nlayout: 1\n", ":", "?"]
)
def test_no_page_at_all(text: str) -> None:
    assert refused(text)


def test_very_long_line() -> None:
    found = refused(PAGE + "x: " + "字" * 100_000 + "\n")
    assert [one.code for one in found] == ["S012"]


def test_very_long_key() -> None:
    assert refused("字" * 5000 + ": 1\n")
