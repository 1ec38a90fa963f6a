"""The command as a user meets it: files, streams, exit statuses, languages."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from layout.cli import main

ROOT = Path(__file__).parents[3]
PAGE = "hello.page.yaml"
pytestmark = pytest.mark.usefixtures("desk")


def run(*words: str) -> int:
    try:
        return main(words)
    except SystemExit as stop:  # what the parser of arguments does
        return int(stop.code or 0)


def shell(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    kept = {
        k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "PYTHONUTF8", "PYTHONIOENCODING")
    }
    return subprocess.run(
        [sys.executable, "-m", "layout", *words],
        capture_output=True,
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
        check=False,
    )


def overset() -> str:
    """A page whose copy does not fit."""
    text = Path(PAGE).read_text("utf-8")
    first = text.index("      县水利站")
    end = text.index("dummy:")
    Path("over.page.yaml").write_text(text[:first] + text[first:end] * 6 + text[end:], "utf-8")
    return "over.page.yaml"


def short() -> str:
    """A page with a warning: its copy leaves a hole."""
    text = Path(PAGE).read_text("utf-8")
    first, end = text.index("      县水利站"), text.index("dummy:")
    Path("short.page.yaml").write_text(text[:first] + text[end:], "utf-8")
    return "short.page.yaml"


# --- where files go -----------------------------------------------------------------------------------


def test_beside_the_spec(capsys):
    assert run("render", PAGE) == 0
    assert Path("hello.pdf").read_bytes().startswith(b"%PDF")
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "wrote hello.pdf\n"


def test_to_a_file():
    assert run("render", PAGE, "-o", "out/page.pdf") == 0
    assert Path("out/page.pdf").exists()


@pytest.mark.parametrize("folder", ["new/", "old"])
def test_to_a_folder(folder):
    Path("old").mkdir()
    assert run("render", PAGE, "-o", folder, "-f", "pdf,json") == 0
    assert sorted(p.name for p in Path(folder).iterdir()) == ["hello.pdf", "hello.scene.json"]


def test_to_standard_output(capfdbinary):
    assert run("render", PAGE, "-o", "-") == 0
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"%PDF") and out.rstrip().endswith(b"%%EOF")
    assert err == b""


def test_the_suffix_says_the_format():
    assert run("render", PAGE, "-o", "a.json") == 0
    assert json.loads(Path("a.json").read_text("utf-8"))["version"] == 1
    assert run("render", PAGE, "-o", "a.png", "--ppi", "20") == 0
    assert Path("a.png").read_bytes().startswith(b"\x89PNG")


def test_all_formats_at_once():
    assert run("render", PAGE, "-f", "pdf,PNG, json", "--ppi", "20", "-o", "out/") == 0
    assert sorted(p.suffix for p in Path("out").iterdir()) == [".json", ".pdf", ".png"]


def test_several_pages(capsys):
    assert run("render", PAGE, "box.page.yaml", "-o", "out/") == 0
    assert sorted(p.name for p in Path("out").iterdir()) == ["box.pdf", "hello.pdf"]


def test_to_a_device_as_it_is():
    """A device is not a file to be replaced."""
    if not Path("/dev/null").is_char_device():
        pytest.skip("no /dev/null")
    assert run("render", PAGE, "-o", "/dev/null") == 0
    assert Path("/dev/null").is_char_device()


def test_the_same_bytes_twice():
    assert run("render", PAGE, "-o", "a.pdf") == run("render", PAGE, "-o", "b.pdf") == 0
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


# --- what can't be done: status 2, nothing written ----------------------------------------------------


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rendr", PAGE], "did you mean 'render'"),
        (["nonsense"], "no command"),
        (["--lang", "zh", "render", PAGE], "render --lang"),
        (["render"], "spec"),
        (["render", PAGE, "--bogus"], "--bogus"),
        (["render", PAGE, "-f", "svg"], "'svg'"),
        (["render", PAGE, "-f", "pdf,tiff"], "'tiff'"),
        (["render", PAGE, "-f", ","], "no format"),
        (["render", PAGE, "-f", ""], "no format"),
        (["render", PAGE, "-o", "a.jpg"], "'jpg'"),
        (["render", PAGE, "--ppi", "5"], "--ppi"),
        (["render", PAGE, "--ppi", "many"], "--ppi"),
        (["render", PAGE, "--lang", "fr"], "--lang"),
        (["render", PAGE, "--report", "xml"], "--report"),
        (["render", PAGE, "box.page.yaml", "-o", "a.pdf"], "folder"),
        (["render", PAGE, "-f", "pdf,png", "-o", "a.pdf"], "folder"),
        (["render", PAGE, "-f", "pdf,png", "-o", "-"], "folder"),
        (["render", PAGE, f"./{PAGE}", "-o", "out/"], "two pages"),
        (["render", PAGE, "-o", "-", "--report", "json"], "standard output"),
        (["render", "nope.page.yaml"], "S001"),
        (["render", "stories"], "there are no pages"),
        (["render", "/dev/null"], "S002"),
        (["check", "nope.page.yaml"], "S001"),
        (["render", PAGE, "-o", f"{PAGE}/x.pdf"], "can't write"),
        (["render", PAGE, "-o", "/proc/nothing/x.pdf"], "can't write"),
        (["explain", "F999"], "F999"),
        (["explain", ""], "no code"),
        (["explain", "../x"], "no code"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_could_not_run(words, says, capsys):
    before = sorted(str(p) for p in Path().rglob("*"))
    assert run(*words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert "Traceback" not in err
    assert sorted(str(p) for p in Path().rglob("*")) == before


def test_no_words_at_all(capsys):
    assert run() == 2
    assert "render" in capsys.readouterr().out


def test_a_read_only_folder(capsys):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    folder = Path("locked")
    folder.mkdir(mode=0o500)
    assert run("render", PAGE, "-o", "locked/") == 2
    assert "can't write" in capsys.readouterr().err


def test_a_crash_while_writing_leaves_the_old_file(monkeypatch, capsys):
    Path("hello.pdf").write_bytes(b"old")

    def fails(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert run("render", PAGE) == 2
    assert "No space left" in capsys.readouterr().err
    assert Path("hello.pdf").read_bytes() == b"old"
    assert not list(Path().glob("*.part")) and not list(Path().glob(".*.part"))


def test_our_own_fault_is_one_line(monkeypatch, capsys):
    def broken(*words: Any, **options: Any) -> None:
        raise ValueError("surprise")

    monkeypatch.setattr("layout.cli.render.render", broken)
    assert run("render", PAGE) == 2
    err = capsys.readouterr().err
    assert "surprise" in err and "test_cli.py" in err and err.count("\n") == 1
    assert run("render", PAGE, "--lang", "zh") == 2
    assert "程序自己出了错" in capsys.readouterr().err
    monkeypatch.setenv("LAYOUT_TRACEBACK", "1")
    with pytest.raises(ValueError, match="surprise"):
        run("render", PAGE)


# --- findings -----------------------------------------------------------------------------------------


def test_warnings_alone_are_clean_unless_strict(capsys):
    page = short()
    assert run("render", page) == 0
    assert "F002" in capsys.readouterr().err
    assert run("render", page, "--strict") == 1
    assert run("check", page, "--strict") == 1
    capsys.readouterr()
    assert run("render", page, "-q") == 0
    assert capsys.readouterr().err == ""


def test_an_error_is_status_1_and_the_page_is_written_all_the_same(capsys):
    assert run("render", overset()) == 1
    assert Path("over.pdf").exists()
    out, err = capsys.readouterr()
    assert out == ""
    assert "F001" in err and "wrote over.pdf" in err


def test_a_wrong_spec_writes_nothing():
    text = Path(PAGE).read_text("utf-8").replace("story: rain", "story: snow")
    Path("wrong.page.yaml").write_text(text, "utf-8")
    assert run("render", "wrong.page.yaml", "box.page.yaml") == 1
    assert not Path("wrong.pdf").exists()
    assert Path("box.pdf").exists()


def test_check_writes_nothing(capsys):
    before = sorted(str(p) for p in Path().rglob("*"))
    assert run("check", PAGE) == 0
    assert run("check", overset()) == 1
    assert sorted(str(p) for p in Path().rglob("*")) == sorted([*before, "over.page.yaml"])
    assert "F001" in capsys.readouterr().err


def test_the_worst_status_of_all():
    assert run("check", PAGE, overset()) == 1
    assert run("check", PAGE, "nope.page.yaml", "over.page.yaml") == 2


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_report_as_json(command, capsys):
    assert run(command, overset(), "--report", "json", "-q") == 1
    out, err = capsys.readouterr()
    (found,) = json.loads(out)["findings"]
    assert found["code"] == "F001"
    assert found["severity"] == "error"
    assert found["position"]["file"] == "over.page.yaml"
    assert found["facts"]["story"] == "rain"
    assert err == ""


def test_a_clean_report_as_json(capsys):
    assert run("check", PAGE, "--report", "json") == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_a_report_of_one_line_a_finding(capsys):
    assert run("check", short(), "--report", "short") == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["short.page.yaml"] * 2
    assert [line.split(": ")[1] for line in lines] == ["warning F002", "info F035"]


def test_languages(monkeypatch, capsys):
    page = short()
    run("check", page, "--lang", "zh")
    assert "警告" in capsys.readouterr().err
    run("check", page, "--lang=en")
    assert "warning" in capsys.readouterr().err
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    run("check", page)
    assert "警告" in capsys.readouterr().err
    assert run("rendr") == 2
    assert "是不是 render" in capsys.readouterr().err
    assert run("render", PAGE, "-f", "svg") == 2
    assert "没有“svg”这种格式" in capsys.readouterr().err


def test_help_and_version(capsys):
    for words in (("--help",), ("-h",), ("render", "--help"), ("check", "-h")):
        assert run(*words) == 0
    assert run("--version") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("layout ")


def test_explain(capsys):
    assert run("explain", "f001") == 0
    assert capsys.readouterr().out.startswith("F001")
    assert run("explain", "F001", "--lang", "zh") == 0
    assert "排不下" in capsys.readouterr().out
    assert run("explain") == 0
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "F001" in codes and len(codes) == len(set(codes))


# --- terminals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["C", "ascii", "C without coercion"],
)
def test_a_locale_that_is_not_utf_8(environment):
    page = overset()
    for words in (
        ["check", page],
        ["check", page, "--lang", "zh"],
        ["explain", "--lang", "zh"],
        ["--help", "--lang", "zh"],
    ):
        done = shell(*words, **environment)
        assert done.returncode == (1 if words[0] == "check" else 0)
        assert b"Traceback" not in done.stderr
    done = shell("check", page, "--report", "json", "--lang", "zh", **environment)
    assert json.loads(done.stdout.decode("utf-8"))["findings"][0]["facts"]["words"]


def test_a_pipe_that_closes_early():
    done = subprocess.run(
        f"{sys.executable} -m layout explain | head -1",
        shell=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def test_a_process_of_its_own():
    done = shell("render", PAGE, "-o", "-", LANG="zh_CN.UTF-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF")


# --- the theme's word on findings ---------------------------------------------------------------------


def themed(**extra: str) -> str:
    """A page with a warning, under a theme of its own with these keys."""
    page = Path(short())
    rest = "".join(f"{key}: {value}\n" for key, value in extra.items())
    Path("house.theme.yaml").write_text(f"extends: small.theme.yaml\n{rest}", "utf-8")
    page.write_text(
        page.read_text("utf-8").replace("theme: small.theme.yaml", "theme: house.theme.yaml"), "utf-8"
    )
    return str(page)


@pytest.mark.parametrize(("severity", "status"), [("error", 1), ("warning", 0), ("info", 0), ("off", 0)])
def test_the_theme_says_which_findings_are_errors(severity, status, capsys):
    page = themed(check=f"{{F002: {severity}}}")
    assert run("check", page, "--report", "json") == status
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [f["severity"] for f in found if f["code"] == "F002"] == ([] if severity == "off" else [severity])
    assert [f["code"] for f in found if f["code"] != "F002"] == ([] if severity == "off" else ["F035"])


def test_a_finding_about_a_font_is_told_once(capsys):
    Path("broken.otf").write_bytes(b"no font")
    page = themed(faces="{x: {file: broken.otf}}", check="{F002: off}")
    assert run("check", page, "--report", "json") == 1
    assert [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["A202"]
