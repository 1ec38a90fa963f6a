"""`layout init`: a project that renders, checks clean and is well written at once."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from layout.cli import main
from layout.spec.nodes import Mapping, Node, Scalar
from layout.spec.reading import Reading
from layout.spec.yaml_reader import read_yaml
from layout.templates import FOLDER, TEMPLATES, files

ROOT = Path(__file__).parents[3]
NUMBER = re.compile(r"0|[1-9][0-9]*|[0-9]+\.[0-9]+")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_renders_checks_clean_and_is_well_written(template, folder, capsys):
    assert main(["init", "paper", "-t", template, "--lang", "en"]) == 0
    assert "next: layout render" in capsys.readouterr().err
    page = str(Path("paper") / "01.page.yaml")
    assert main(["check", page, "--strict", "--report", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert main(["fmt", "--check", "paper"]) == 0
    assert main(["render", page, "-q"]) == 0
    assert Path("paper/01.pdf").read_bytes().startswith(b"%PDF")


def test_nothing_is_overwritten(folder, capsys):
    Path("README.md").write_text("mine\n", "utf-8")
    Path(".gitignore").symlink_to("nowhere")
    assert main(["init", "--lang", "en"]) == 0
    assert Path("README.md").read_text("utf-8") == "mine\n"
    assert Path(".gitignore").is_symlink() and not Path("nowhere").exists()
    said = capsys.readouterr().err
    assert "kept README.md" in said and "kept .gitignore" in said and "wrote 01.page.yaml" in said
    before = {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()}
    assert main(["init", "-t", "school"]) == 0
    assert all(p.read_bytes() == data for p, data in before.items())


def test_a_folder_that_can_not_be_written_is_status_2(folder, capsys):
    Path("file").write_text("", "utf-8")
    assert main(["init", "file/below", "--lang", "en"]) == 2
    assert "can't write" in capsys.readouterr().err


def test_no_template_by_that_name(folder, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["init", "-t", "magazine", "--lang", "zh"])
    assert stop.value.code == 2 and "magazine" in capsys.readouterr().err


def test_every_template_has_its_pieces():
    for template in TEMPLATES:
        names = set(files(template))
        assert {
            "01.page.yaml",
            "house.theme.yaml",
            ".gitignore",
            ".vscode/settings.json",
            "layout.yaml",
        } <= names
        assert sum(name.startswith("stories/") for name in names) >= 2
        assert any(name.startswith("pictures/") for name in names)
        assert ".github/workflows/pages.yml" in names


# --- the schema, judged by another program ------------------------------------------------------------


def plain(node: Node | None) -> object:
    """A document as an editor's program reads it: numbers are numbers there, all else is text."""
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Scalar):
        if node.quote or not NUMBER.fullmatch(node.text):
            return node.text
        return float(node.text) if "." in node.text else int(node.text)
    return [plain(item) for item in node.items] if node is not None else None


PAGES = [*ROOT.glob("pages/*/*.page.yaml"), *ROOT.glob("examples/*.page.yaml"), *FOLDER.glob("*/*.page.yaml")]
THEMES = [
    *ROOT.glob("examples/*.theme.yaml"),
    *FOLDER.glob("*/*.theme.yaml"),
    *ROOT.glob("layout/themes/*.yaml"),
]


@pytest.mark.parametrize("path", [*PAGES, *THEMES], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_the_schema_takes_what_the_reader_takes(path, folder, capsys):
    kind = "theme" if path in THEMES else "page"
    assert main(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(plain(read_yaml(path.read_text("utf-8"), path.name, Reading())), schema)


def test_schema_install_writes_an_editor_s_settings(folder):
    assert main(["schema", "--install"]) == 0
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    assert all(Path(name).is_file() for name in settings["yaml.schemas"])
    Path(".vscode/page.schema.json").write_text("old", "utf-8")
    Path(".vscode/settings.json").write_text("mine", "utf-8")
    assert main(["schema", "--install"]) == 0
    assert Path(".vscode/page.schema.json").read_text("utf-8") != "old"
    assert Path(".vscode/settings.json").read_text("utf-8") == "mine"


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_picture_that_is_none_makes_no_other_finding(template, folder, capsys):
    assert main(["init", "paper", "-t", template, "-q"]) == 0
    (picture,) = Path("paper/pictures").iterdir()
    picture.write_bytes(b"nothing")
    assert main(["check", "paper", "--report", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [one["code"] for one in found if one["severity"] == "error"] == ["A101"]
