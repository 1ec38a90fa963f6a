"""`layout fonts` and `layout doctor`."""

import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from layout.cli import main
from layout.cli.doctor import PAGE

EXAMPLE = str(Path(__file__).parents[3] / "examples" / "hello.page.yaml")


def test_the_package_s_faces(capsys):
    assert main(["fonts", "--report", "json"]) == 0
    faces = json.loads(capsys.readouterr().out)["faces"]
    assert {"NotoSerifSC-Regular", "HedongKai-Regular"} <= {face["face"] for face in faces}
    assert all(face["fs_type"] == 0 and face["glyphs"] > 8000 for face in faces)
    assert main(["fonts", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "嵌入：不限" in out and "宋: NotoSerifSC-Regular" in out


def test_the_faces_of_a_page(capsys):
    assert main(["fonts", EXAMPLE, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "characters of this page" in out and "every character of the copy is there" in out


def test_a_character_that_no_face_has(tmp_path, capsys):
    page = tmp_path / "a.page.yaml"
    page.write_text(PAGE.replace("白日依山尽", "白日依山尽\U00030edd"), "utf-8")
    assert main(["fonts", str(page), "--report", "json"]) == 1
    (lack,) = json.loads(capsys.readouterr().out)["missing"]
    assert lack["char"] == "\U00030edd" and lack["code"] == "U+30EDD"
    assert main(["fonts", str(page), "--lang", "zh"]) == 1
    assert "缺 \U00030edd" in capsys.readouterr().out


def test_a_page_that_can_not_be_read():
    assert main(["fonts", "nothing.page.yaml"]) == 2


def test_a_whole_installation(capsys):
    assert main(["doctor", "--report", "json"]) == 0
    found = {one["what"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["render"]["well"] and found["NotoSerifSC-Bold.ttf"]["well"]


@pytest.mark.parametrize(
    ("name", "status", "said"), [("pyphen", 0, "hyphenate: true"), ("pikepdf", 1, "bad")]
)
def test_a_package_that_is_not_there(name, status, said, monkeypatch, capsys):
    def version(asked):
        if asked == name:
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr("layout.cli.doctor.version", version)
    assert main(["doctor", "--lang", "en"]) == status
    (line,) = (line for line in capsys.readouterr().out.splitlines() if name in line)
    assert said in line and f"pip install {name}" in line


def test_a_font_that_is_not_the_font(tmp_path, monkeypatch, capsys):
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  a.ttf\n", "ascii")
    (tmp_path / "a.ttf").write_bytes(b"x")
    monkeypatch.setattr("layout.spec.fonts.fonts_folder", lambda: tmp_path)
    assert main(["doctor", "--lang", "zh"]) == 1
    assert "坏  a.ttf" in capsys.readouterr().out


def test_explain(capsys):
    assert main(["explain", "s110", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "S110" in out and "错：" in out and "headline：老街" in out
    assert main(["explain", "S110", "X1"]) == 2
    assert main(["explain", "--markdown"]) == 0
    assert "### S110" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_of_a_code_is_complete(lang):
    from layout.catalogue import codes
    from layout.report.explained import explained
    from layout.report.said import words_of

    for code in codes():
        words = words_of(code, lang)
        assert explained(code, lang).startswith(code)
        assert words.says and (words.what or words.hint), code
