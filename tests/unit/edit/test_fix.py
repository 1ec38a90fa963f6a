"""`layout check --fix`: what is safe is set right, the rest is left to people."""

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

import layout
from layout.cli import main
from layout.edit.fix import fixes
from layout.templates import files
from tests.yaml_facts import assert_kept, comments, readable

ROOT = Path(__file__).parents[3]
CLEAN = "stories/repair.md"


@pytest.fixture
def paper(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, source in files("tabloid").items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, name)
    return tmp_path


def spoil(name: str, was: str, now: str) -> None:
    file = Path(name)
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), "utf-8")


PAGE = "01.page.yaml"
SLIPS = {
    "colon": (PAGE, "section: 城事", "section：城事"),
    "comma": (PAGE, "{story: repair, head", "{story: repair，head"),
    "list": (PAGE, "美编: 沈禾", "美编: [沈禾、陆一鸣，程砚]"),
    "space": (PAGE, "  number: 1", "　number: 1"),
    "tab": (PAGE, "  number: 1", "\tnumber: 1"),
    "no space": (PAGE, "ferry: stories", "ferry:stories"),
    "key": (CLEAN, "kicker: 石堰区", "引题: 石堰区"),
    "key in English": (CLEAN, "deck: 一年", "subtitle: 一年"),
    "theme": ("house.theme.yaml", "headline: {font: 粗宋}", "headline：{font: 粗宋}"),
    "front matter": (CLEAN, "headline: 老", "headline：老"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_set_right(slip, paper):
    name, right, wrong = SLIPS[slip]
    spoil(name, right, wrong)
    assert main(["check", PAGE, "-q"]) == 1
    (fixed,) = fixes(PAGE)
    assert fixed.name == name
    assert main(["check", PAGE, "--fix", "--yes", "-q"]) == 0
    if slip != "list":
        assert right in Path(name).read_text("utf-8")


def test_several_at_once_and_comments_stay(paper):
    before = Path(PAGE).read_text("utf-8")
    for slip in ("colon", "comma", "space", "no space", "key"):
        spoil(SLIPS[slip][0], SLIPS[slip][1], SLIPS[slip][2])
    assert main(["check", PAGE, "--fix", "--yes", "-q"]) == 0
    assert Path(PAGE).read_text("utf-8") == before


def test_wire_copy_is_written_back(paper):
    spoil(CLEAN, "“铁壶换底，雨伞接骨，", '"铁壶换底,雨伞接骨,')
    spoil(CLEAN, "也拿来。”", '也拿来。"')
    spoil(CLEAN, "deck: 一年修好三千件旧物", "deck: '一年修好三千件\"旧物\"'")
    (fixed,) = fixes(PAGE)
    assert "“铁壶换底，雨伞接骨，收音机不响了也拿来。”" in fixed.after and "三千件“旧物”" in fixed.after
    assert main(["check", PAGE, "--fix", "--yes", "-q"]) == 0
    assert fixes(PAGE) == ()


def test_copy_that_is_to_stay_stays(paper):
    spoil(CLEAN, "“铁壶", '"铁壶')
    spoil(CLEAN, "headline:", "normalise: off\nheadline:")
    assert fixes(PAGE) == ()


def test_what_was_not_meant_for_us_is_left(paper):
    """A slip in spelling may have meant something else; a clean page has nothing to set right."""
    assert fixes(PAGE) == ()
    spoil(PAGE, "section:", "secton:")
    assert fixes(PAGE) == ()


def test_nothing_is_written_unasked(paper, capsys, monkeypatch):
    spoil(*SLIPS["colon"])
    before = Path(PAGE).read_bytes()
    for words in (["--fix"], ["--fix", "--dry-run"], ["--fix", "--dry-run", "--yes"]):
        assert main(["check", PAGE, *words, "--lang", "en"]) == 1
        assert "+  section: 城事" in capsys.readouterr().err
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdin, "readline", lambda: "n\n", raising=False)
    assert main(["check", PAGE, "--fix", "-q"]) == 1
    assert Path(PAGE).read_bytes() == before
    monkeypatch.setattr(sys.stdin, "readline", lambda: "y\n", raising=False)
    assert main(["check", PAGE, "--fix", "-q"]) == 0


def test_bom_and_line_ends_stay(paper):
    spoil(*SLIPS["colon"])
    data = b"\xef\xbb\xbf" + Path(PAGE).read_bytes().replace(b"\n", b"\r\n")
    Path(PAGE).write_bytes(data)
    assert main(["check", PAGE, "--fix", "--yes", "-q"]) == 0
    after = Path(PAGE).read_bytes()
    assert after == data.replace("section：城事".encode(), "section: 城事".encode())


MISTAKES = yaml.load((ROOT / "tests" / "cases" / "mistakes.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", MISTAKES["cases"], ids=lambda case: case["id"])
def test_no_mistake_is_made_worse(case, desk):
    """Whatever is wrong with a page: what is set right leaves fewer errors, and nothing else to set right."""
    page = Path("m.page.yaml")
    page.write_text(MISTAKES["base"].replace(case["was"], case["now"], 1), "utf-8")
    before = [f for f in layout.load(page).findings if f.severity == "error"]
    done = fixes(str(page))
    for fixed in done:
        Path(fixed.name).write_text(fixed.after, "utf-8")
    after = [f for f in layout.load(page).findings if f.severity == "error"]
    if not before or not done:  # then it is the copy that is written otherwise
        assert len(after) == len(before)
    else:
        assert len(after) < len(before) or {f.code for f in after} != {f.code for f in before}
    assert fixes(str(page)) == ()


# --- as another reader of YAML sees it ------------------------------------------------------------------


def front(text: str, name: str) -> str:
    return text.split("---\n")[1] if name.endswith(".md") else text


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if slip != "list"])
def test_a_fix_gives_back_what_was_meant(slip, paper):
    name, right, wrong = SLIPS[slip]
    file = Path(name)
    if not name.endswith(".md"):
        file.write_text("# 头注\n" + file.read_text("utf-8") + "# 尾注\n", "utf-8")
    meant = file.read_text("utf-8")
    spoil(name, right, wrong)
    (fixed,) = fixes(PAGE)
    assert_kept(front(meant, name), front(fixed.after, name))


def slips(text: str) -> list[tuple[int, str, str]]:
    """Each colon and comma of a page that a Chinese keyboard would have made full-width: its place, was, now."""
    rows = range(text.index("dummy:"), text.index("blocks:"))
    found = [(m.start(), m[0], "：" if m[0] == ": " else "，") for m in re.finditer(r"(?<=\w)(: |, )", text)]
    return [slip for slip in found if slip[0] not in rows and "#" not in text[: slip[0]].rpartition("\n")[2]]


def test_whatever_is_typed_full_width_what_is_set_right_is_what_was_meant(paper):
    file = Path(PAGE)
    meant = file.read_text("utf-8")
    assert comments(meant)
    done = 0
    for at, was, now in slips(meant):
        file.write_text(meant[:at] + now + meant[at + len(was) :], "utf-8")
        for fixed in fixes(PAGE):
            assert_kept(meant, fixed.after)
            done += 1
    assert done > len(slips(meant)) / 2


def test_no_fix_takes_a_comment(desk):
    """Of a page with a mistake, a comment before each of its keys and one at its end."""
    page, done = Path("m.page.yaml"), 0
    for case in MISTAKES["cases"]:
        text = MISTAKES["base"].replace(case["was"], case["now"], 1)
        text = re.sub(r"(?m)^(?=[a-z]+:)", "# 注\n", text) + "# 尾注\n"
        page.write_text(text, "utf-8")
        for fixed in fixes(str(page)):
            if fixed.name == page.name:
                assert readable(fixed.after), case["id"]
                assert [c for _, c in comments(fixed.after)] == re.findall("# .*注", text), case["id"]
                done += 1
    assert done > 5


WIRE = '来的人起初不多,他说"慢慢来"--后来多了...'


def told(page: str = PAGE) -> list[tuple[str, str, int, int]]:
    return [
        (d.code, d.message, d.line, d.column)
        for d in layout.check(page).findings
        if d.code in ("C007", "C008")
    ]


def test_what_normalisation_changes_is_listed_with_its_place(paper):
    spoil(CLEAN, "来的人起初不多。", WIRE)
    spoil(CLEAN, "headline: 老供销社改成修理铺", "headline: 老供销社,改成修理铺")
    lines = Path(CLEAN).read_text("utf-8").split("\n")
    row = next(n for n, line in enumerate(lines, 1) if WIRE in line)
    head = next(n for n, line in enumerate(lines, 1) if line.startswith("headline"))
    assert sorted(told(), key=lambda one: one[2:]) == [
        ("C007", "normalised: , → ，", head, lines[head - 1].index(",") + 1),
        ("C007", "normalised: , → ，", row, WIRE.index(",") + 1),
        ("C007", 'normalised: " → “', row, WIRE.index('"') + 1),
        ("C007", 'normalised: "-- → ”——', row, WIRE.index('"--') + 1),
        ("C007", "normalised: ... → ……", row, WIRE.index("...") + 1),
    ]
    assert main(["check", PAGE, "--fix", "--yes", "-q"]) == 0
    assert told() == []


def test_copy_that_is_not_normalised_lists_nothing(paper):
    spoil(CLEAN, "来的人起初不多。", WIRE)
    spoil(CLEAN, "kicker:", "normalise: off\nkicker:")
    assert told() == []


def test_twenty_changes_of_a_story_are_listed_and_the_rest_counted(paper):
    spoil(CLEAN, "来的人起初不多。", "来,的,人,起,初,不,多," * 4)
    found = told()
    assert [code for code, *_ in found] == ["C007"] * 20 + ["C008"]
    assert "8 more" in found[-1][1]
