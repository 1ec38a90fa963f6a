"""Mistakes of a page editor on the showcases: each is found where it is, named, said once, with what to write instead;
and a comparison with the right page tells it in every form."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from layout.compare.html import page as as_html
from layout.compare.inputs import leaves
from layout.compare.report import report
from layout.compare.run import Options, run
from layout.diag import SpecError
from layout.pipeline import compose
from layout.report.write import Lang, say
from layout.world import FileWorld

ROOT = Path(__file__).parents[1]
SHOWCASES = ROOT / "pages" / "hedong"
CASES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "showcase-mistakes.yaml").read_text("utf-8")
)["cases"]
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def _paragraphs(data: bytes, keep: int) -> bytes:
    front, _, body = data.decode().partition("\n---\n")
    return (f"{front}\n---\n" + "\n\n".join(body.strip().split("\n\n")[:keep]) + "\n").encode()


def _twice(data: bytes) -> bytes:
    body = data.decode().partition("\n---\n")[2].strip()
    return f"{data.decode().rstrip()}\n\n{body}\n".encode()


DONE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "twice": _twice,
    "one paragraph": lambda data: _paragraphs(data, 1),
    "four paragraphs": lambda data: _paragraphs(data, 4),
    "no copy": lambda data: _paragraphs(data, 0),
    "no front matter": lambda data: data.partition(b"\n---\n")[2].lstrip(),
    "fence of pluses": lambda data: data.replace(b"---", b"+++"),
    "fence not closed": lambda data: b"---\n" + data[4:].replace(b"\n---\n", b"\n", 1),
    "gbk": lambda data: data.decode().encode("gb18030"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "crlf with bom": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
}


def made(case: dict[str, Any], folder: Path) -> str:
    """A copy of the showcases with the mistake in it; the page."""
    shutil.copytree(SHOWCASES, folder)
    page = f"{case['page']:02}.page.yaml"
    for edit in case["edit"]:
        file = folder / edit.get("file", page)
        if edit.get("do") == "a sixth of the pixels":
            with Image.open(file) as picture:
                picture.resize((picture.width // 6, picture.height // 6)).save(file)
        elif "do" in edit:
            file.write_bytes(DONE[edit["do"]](file.read_bytes()))
        else:
            text = file.read_text("utf-8")
            assert edit["was"] in text, edit["was"]
            file.write_text(text.replace(edit["was"], edit["now"], edit.get("times", 1)), "utf-8")
    return page


def found(page: str) -> list[tuple[str, str, list[str]]]:
    """What a check says of the page's make-up: (severity and code, its file and the words that stand in it from its
    line and column on, message and hint in both languages and the position)."""
    try:
        done = compose(page, FileWorld(), make_up=True)
        told, sources = done.diagnostics, done.loaded.sources
    except SpecError as error:
        told, sources = error.diagnostics, error.sources
    out = []
    for one in told:
        zh, en = (say(one, sources, lang) for lang in LANGUAGES)
        p = zh.position
        place = (
            f"{p.file}: {p.source_line[p.column - 1 : p.column + 15].rstrip()}" if p else one.where.document
        )
        out.append((f"{one.severity} {one.code}", place, [zh.message, zh.hint, en.message, en.hint, repr(p)]))
    return sorted(out)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_found_named_and_told_what_to_write(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(case, tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    said = found(page)
    assert [f"{what} {place}" for what, place, _ in said] == case["found"]
    text = "\n".join(part for *_, parts in said for part in parts[:4])
    for words in case.get("says", ()):
        assert words in text, text
    assert not re.search(r"\{[a-z_]+\}", text), "a fact is missing"
    assert len(set(map(str, said))) == len(said), "said twice"


@pytest.mark.parametrize("case", [c for c in CASES if "diff" in c], ids=lambda case: case["id"])
def test_a_comparison_tells_it_in_every_form(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(case, tmp_path / "p")
    monkeypatch.chdir(tmp_path)
    result = run(leaves(str(SHOWCASES / page)), leaves(f"p/{page}"), Options(pictures=True))
    codes = [change.code for change in result.changes if result.fails(change)]
    codes += [p.problem.code for p in result.pages if p.problem]
    assert codes == case["diff"]
    forms = {form: report(result, form=form, lang="zh") for form in ("human", "short", "markdown")}
    forms["html"] = as_html(result, "zh")
    for form, text in forms.items():
        for words in case.get("tells", ()):
            assert words in text, f"{form}: {text[:2000]}"


def test_the_right_pages_have_no_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SHOWCASES)
    assert [found(path.name) for path in sorted(SHOWCASES.glob("*.page.yaml"))] == [[], [], []]


def test_there_are_enough_mistakes() -> None:
    assert len(CASES) >= 40 and len({case["id"] for case in CASES}) == len(CASES)
