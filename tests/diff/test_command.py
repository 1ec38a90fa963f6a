"""The command: forms of the report, gates, what is ignored, the files it writes."""

import json
from pathlib import Path

import pytest
from kit import changed, project
from PIL import Image

import layout
from layout.cli.diff import run

EDITS = [
    {"file": "stories/choir.md", "find": "渔歌", "put": "船歌"},
    {"find": "综合新闻", "put": "本地新闻"},
    {"find": "rule: {right: 0.3pt}", "put": "rule: {right: 0.5pt}"},
]


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    project(tmp_path / "a")
    b = project(tmp_path / "b")
    changed(b.parent, EDITS)
    return "a/03.page.yaml", "b/03.page.yaml"


def said(capsys: pytest.CaptureFixture[str], words: list[str], status: int = 1) -> str:
    assert run(words) == status
    return capsys.readouterr().out


def test_human_in_both_languages(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    english = said(capsys, [*pair, "--lang", "en"])
    assert "choir: copy replaced: 唱的是自己填词的[-渔-]{+船+}歌，台下坐满了人" in english
    assert "b/stories/choir.md:4:" in english
    assert english.splitlines()[-1] == "copy 2, style 1"
    chinese = said(capsys, [*pair, "--lang", "zh"])
    assert "“choir”改字" in chinese and chinese.splitlines()[-1] == "改字 2、样式 1"
    assert "\x1b" not in english + chinese


def test_json(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(said(capsys, [*pair, "--report", "json"]))
    assert (whole["version"], whole["status"]) == (1, 1)
    (page,) = whole["pages"]
    assert (page["page"], page["a"], page["b"]) == ("3", *pair)
    change = next(c for c in page["changes"] if c["story"] == "choir")
    assert (change["cause"], change["code"], change["fails"]) == ("copy", "D101", True)
    assert change["position"]["file"] == "b/stories/choir.md"
    assert all(len(rect) == 4 for rect in change["before"] + change["after"])
    assert set(change["message"]) == {"zh", "en"}


def test_markdown(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, [*pair, "--report", "markdown", "--lang", "en"])
    assert text.startswith("### Page changes: copy 2, style 1\n")
    assert "~~渔~~**船**" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 3 and all(row.count("|") == 5 for row in rows)


def test_markdown_takes_copy_for_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What reporters write can't end a cell, make a tag or call somebody."""
    monkeypatch.chdir(tmp_path)
    project(tmp_path / "a")
    odd = {"file": "stories/choir.md", "find": "渔歌", "put": "A|B @somebody &amp; 渔歌"}
    changed(project(tmp_path / "b").parent, [odd])
    text = said(capsys, ["a", "b", "--report", "markdown"])
    (row,) = [line for line in text.splitlines() if "somebody" in line]
    assert "@somebody" not in row and "A\\|B" in row


def test_github(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, [*pair, "--report", "github", "--lang", "en"]).splitlines()
    assert any(line.startswith("::error file=b/stories/choir.md,line=4,col=") for line in lines)
    assert all(line.startswith("::") for line in lines) and len(lines) == 3


def test_forms_for_other_programs(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    from xml.etree.ElementTree import fromstring

    suites = fromstring(said(capsys, [*pair, "--report", "junit"]))
    assert suites.get("failures") == "3"
    (sarif,) = json.loads(said(capsys, [*pair, "--report", "sarif"]))["runs"]
    assert sorted(result["ruleId"] for result in sarif["results"]) == ["D101", "D101", "D502"]
    assert fromstring(said(capsys, [pair[0], pair[0], "--report", "junit"], 0)).get("failures") == "0"


def test_gates(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*pair, "--fail-on", "heads,picture"]) == 0
    assert run([*pair, "--fail-on", "style"]) == 1
    assert run([*pair, "--ignore", "section,choir"]) == 1
    assert run([*pair, "--ignore", "section,A"]) == 0
    with pytest.raises(SystemExit) as caught:
        run([*pair, "--fail-on", "colour"])
    assert caught.value.code == 2


def test_ignored_blocks_are_left_out_of_the_pictures_too(pair: tuple[str, str]) -> None:
    assert run([*pair, "--ignore", "section,A", "--pixels"]) == 0
    assert run([*pair, "--ignore", "A", "--pixels"]) == 1


def test_the_same_page_by_pixels(pair: tuple[str, str]) -> None:
    assert run([pair[0], pair[0], "--pixels"]) == 0


@pytest.mark.parametrize(("sides", "after"), [(0, ""), (1, " {0}"), (3, "")])
def test_one_side_is_not_two(
    sides: int, after: str, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["--lang", "en", *(pair[0],) * sides])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"as in layout diff HEAD{after.format(pair[0])}\n")


def test_quiet_says_nothing_of_equal_pages(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, [pair[0], pair[0], "-q"], 0) == ""


def test_scenes(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    from layout.cli.render import run as render

    # A scene names its pictures from its spec's folder, so that is where it is kept.
    a, b = (str(Path(spec).parent / f"{name}.scene.json") for spec, name in zip(pair, ("a", "b")))
    for spec, scene in zip(pair, (a, b)):
        render([spec, "-o", scene, "-f", "json", "-q"])
    capsys.readouterr()
    text = said(capsys, [a, b, "--report", "short", "--lang", "en"])
    assert sum("D101" in line for line in text.splitlines()) == 2 and "D502" in text
    assert run([a, a]) == 0
    assert run([a, b, "--pixels", "-q"]) == 1
    assert run([pair[0], a]) == 0


def test_folders_are_paired_by_page_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other names of the files, one number: one page."""
    monkeypatch.chdir(tmp_path)
    for name, file in (("a", "front.page.yaml"), ("b", "news.page.yaml")):
        page = project(tmp_path / name)
        four = page.read_text("utf-8").replace("number: 3", "number: 4")
        page.rename(page.parent / file)
        (page.parent / "zz.page.yaml").write_text(four, "utf-8")
    assert run(["a", "b"]) == 0
    changed(tmp_path / "b", [{"file": "zz.page.yaml", "find": "责编: 顾青", "put": "责编: 周青"}])
    capsys.readouterr()
    text = said(capsys, ["a", "b", "--report", "short", "--lang", "zh"])
    assert "zz.page.yaml" in text and "front" not in text
    (tmp_path / "b" / "zz.page.yaml").unlink()
    assert run(["a", "b"]) == 2


def test_a_story_that_moves_to_another_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        page = project(tmp_path / name)
        four = page.read_text("utf-8").replace("number: 3", "number: 4")
        four = four.replace("[market, choir]", "[market]").replace("  choir: stories/choir.md\n", "")
        (page.parent / "04.page.yaml").write_text(four, "utf-8")
    three = (tmp_path / "b" / "03.page.yaml").read_text("utf-8")
    four = (tmp_path / "b" / "04.page.yaml").read_text("utf-8")
    (tmp_path / "b" / "03.page.yaml").write_text(four.replace("number: 4", "number: 3"), "utf-8")
    (tmp_path / "b" / "04.page.yaml").write_text(three.replace("number: 3", "number: 4"), "utf-8")
    changed(tmp_path / "b", [{"file": "stories/choir.md", "find": "渔歌", "put": "船歌"}])
    text = said(capsys, ["a", "b", "--report", "short", "--lang", "en"])
    assert "story choir moved from page 3 to page 4" in text
    assert "[-渔-]{+船+}" in text and "added" not in text and "removed" not in text


def test_many_pages_give_what_single_ones_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Several processes, one report, in the order of the pages."""
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        page = project(tmp_path / name)
        text = page.read_text("utf-8")
        for number in range(4, 9):
            other = text.replace("number: 3", f"number: {number}")
            (page.parent / f"0{number}.page.yaml").write_text(other, "utf-8")
    changed(tmp_path / "b", [{"file": "stories/choir.md", "find": "渔歌", "put": "船歌"}])
    whole = json.loads(said(capsys, ["a", "b", "--report", "json"]))
    assert [page["page"] for page in whole["pages"]] == ["3", "4", "5", "6", "7", "8"]
    assert all(len(page["changes"]) == 1 for page in whole["pages"])

    def refuse() -> int:
        raise AssertionError("only the command shares pages out")

    monkeypatch.setattr("os.fork", refuse)
    alone = layout.diff("a", "b")
    assert [len(page.changes) for page in alone.pages] == [1] * 6


def test_corrections_from_a_file(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.yaml").write_text("corrections: [{story: choir, old: 渔歌, new: 船歌}]\n", "utf-8")
    text = said(capsys, [*pair, "--expect", "c.yaml", "--lang", "en"])
    assert "✓ c.yaml:1:15: choir: made: [-渔歌-]{+船歌+}" in text
    assert text.splitlines()[-1] == "1 of 1 corrections made; besides: copy 1, style 1"
    assert run([*pair, "--expect", "c.yaml", "--ignore", "section,A", "-q"]) == 0
    assert run([*pair, "--expect", "nothing.yaml"]) == 2
    Path("c.yaml").write_text("corrections: [{story: choir}]\n", "utf-8")
    assert run([*pair, "--expect", "c.yaml"]) == 2


def test_pictures(pair: tuple[str, str]) -> None:
    assert run([*pair, "--png", "out", "-q"]) == 1
    (file,) = Path("out").iterdir()
    with Image.open(file) as image:
        assert image.mode == "RGB" and image.width > 2 * 620
        inks = {ink for _, ink in image.getcolors(1 << 20) or ()}
        assert {(194, 24, 91), (0, 131, 143)} <= inks


def test_text_of_a_pdf(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    from layout.cli.render import run as render

    render([pair[0], "-o", "a.pdf", "-q"])
    capsys.readouterr()
    text = said(capsys, ["--text", "a.pdf"], 0)
    assert text.startswith("== 1 ==\n") and "桥口老菜场重新开秤" in text.splitlines()


def test_the_report_is_the_same_every_time(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    reports = []
    for _ in range(2):
        run([*pair, "--html", "r.html", "--report", "json"])
        reports.append((capsys.readouterr().out, Path("r.html").read_bytes()))
    assert reports[0] == reports[1]
