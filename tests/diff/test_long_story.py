"""One character corrected in a story of 3,000: reported as exactly that, in every form of input."""

from pathlib import Path

import pytest

from layout.compare.inputs import leaves
from layout.compare.run import Options, run
from layout.pipeline import render
from layout.world import FileWorld

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
PAGE = """\
layout: 1
theme: broadsheet
page: {number: 3, date: 2026-03-09, paper: 河东日报}
stories: {long: long.md}
dummy: |
  115 | A A A A A A A A
blocks:
  A: {story: long}
"""


def story(folder: Path, old: str = "", new: str = "") -> Path:
    """A page with a story of sixty paragraphs of fifty characters."""
    folder.mkdir()
    rows = [f"{HAN[i % 40 :]}{HAN[: i % 40]}，{i}。" for i in range(60)]
    body = "\n\n".join(rows)
    assert sum(map(len, rows)) >= 3000
    if old:
        assert body.count(old) == 1
        body = body.replace(old, new)
    (folder / "long.md").write_text(f"---\nheadline: 长稿\n---\n{body}\n", "utf-8")
    (folder / "p.page.yaml").write_text(PAGE, "utf-8")
    return folder / "p.page.yaml"


@pytest.mark.parametrize("form", ["spec", "json", "pdf"])
@pytest.mark.parametrize(("code", "deleted", "inserted", "at"), [("D101", 1, 1, 33), ("D102", 0, 1, 45)])
def test_one_character(tmp_path: Path, form: str, code: str, deleted: int, inserted: int, at: int) -> None:
    old, new = f"，{at}。", f"，{at}！" if code == "D101" else f"，{at}年。"
    sides = [story(tmp_path / "a"), story(tmp_path / "b", old, new)]
    if form != "spec":
        for i, side in enumerate(sides):
            name = "scene.json" if form == "json" else "pdf"
            sides[i] = side.with_name(f"p.{name}")
            sides[i].write_bytes(render(str(side), FileWorld(), formats=(form,)).files[form])
    result = run(leaves(str(sides[0])), leaves(str(sides[1])), Options())
    (change,) = [c for c in result.changes if result.fails(c)]
    assert (change.code, change.facts["deleted"], change.facts["inserted"]) == (code, deleted, inserted)
    lead, tail = str(change.facts["lead"]), str(change.facts["tail"])
    assert lead.endswith(f"，{at}") and len(lead) == 8 and len(tail) == 8
    if form == "spec":
        assert change.position is not None and change.position.file.endswith("long.md")
        assert change.position.line == 4 + 2 * at
