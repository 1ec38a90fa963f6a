"""Where a project is to get the program: what `layout init` writes into its `requirements.txt`."""

import json
import os
import subprocess
import sys
import zipfile
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import pytest

from layout import __version__
from layout.cli import main, origin
from layout.cli.origin import Unknown, named, own
from layout.cli.wheel import wheel

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Installed:
    """A distribution as an installer left it."""

    version = "0.1.0"

    def __init__(self, said: dict[str, object] | None) -> None:
        self._said = said

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self._said is None else json.dumps(self._said)


def came(monkeypatch: pytest.MonkeyPatch, said: dict[str, object] | None) -> None:
    monkeypatch.setattr(origin, "distribution", lambda name: Installed(said))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (None, "banmian==0.1.0"),
        (
            {"url": "https://host/o/layout.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"banmian @ git+https://host/o/layout.git@{COMMIT}",
        ),
        (
            {"url": "https://me:secret@host/o/layout", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"banmian @ git+https://host/o/layout@{COMMIT}",
        ),
        (
            {"url": "ssh://git@host/o/layout.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"banmian @ git+ssh://git@host/o/layout.git@{COMMIT}",
        ),
        (
            {"url": "https://host/banmian-0.1.0-py3-none-any.whl", "archive_info": {}},
            "banmian @ https://host/banmian-0.1.0-py3-none-any.whl",
        ),
    ],
)
def test_a_copy_knows_where_it_came_from(said, line, monkeypatch):
    came(monkeypatch, said)
    assert own() == origin.Origin(line)


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone of a repository, with a commit of its own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "-q", "first")
    git(tmp_path / "first", "commit", "-q", "--allow-empty", "-m", "one")
    git(tmp_path, "clone", "-q", "first", "a clone")
    return tmp_path / "a clone"


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://host/o/layout.git", "https://host/o/layout.git"),
        ("git@host.org:o/layout.git", "https://host.org/o/layout.git"),
        ("https://token@host/o/layout.git", "https://host/o/layout.git"),
    ],
)
def test_a_folder_that_is_a_clone_is_where_it_was_cloned_from(remote, address, clone, monkeypatch):
    git(clone, "remote", "set-url", "origin", remote)
    came(monkeypatch, {"url": clone.as_uri(), "dir_info": {}})
    commit = git(clone, "rev-parse", "HEAD")
    assert own() == named(str(clone)) == origin.Origin(f"banmian @ git+{address}@{commit}")


def test_a_folder_that_nobody_else_has_is_said_to_be_one(clone, monkeypatch):
    here = {"url": clone.as_uri(), "dir_info": {"editable": True}}
    came(monkeypatch, here)
    assert own() == origin.Origin(f"banmian @ {clone.as_uri()}", only_here=str(clone))  # cloned from a path
    git(clone, "remote", "set-url", "origin", "https://host/o/layout.git")
    assert not own().only_here
    git(clone, "commit", "-q", "--allow-empty", "-m", "two")
    assert own().only_here == str(clone)  # the commit is not there
    (clone / "below").mkdir()
    came(monkeypatch, {"url": (clone / "below").as_uri(), "dir_info": {}})
    assert own().only_here  # somebody else's repository
    came(monkeypatch, {"url": (clone / "banmian.whl").as_uri(), "archive_info": {}})
    assert own().only_here
    with pytest.raises(Unknown):
        named(str(clone / "below"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("https://host/o/layout.git", "banmian @ git+https://host/o/layout.git"),
        ("https://host/o/layout@v1", "banmian @ git+https://host/o/layout@v1"),
        ("git+ssh://git@host/o/layout@v1", "banmian @ git+ssh://git@host/o/layout@v1"),
        ("git@host.org:o/layout.git@v1", "banmian @ git+https://host.org/o/layout.git@v1"),
        ("https://host/banmian-1-py3-none-any.whl", "banmian @ https://host/banmian-1-py3-none-any.whl"),
        ("banmian>=0.1,<1", "banmian>=0.1,<1"),
        ("banmian", "banmian"),
    ],
)
def test_what_the_user_names(words, line):
    assert named(words) == origin.Origin(line)


@pytest.mark.parametrize("words", ["nothing", "banmianish", "no-such.whl", "host/o/layout"])
def test_what_is_no_origin_is_status_2(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main(["init", "--from", words, "--lang", "zh"])
    assert stop.value.code == 2 and words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# --- what `layout init` makes of it -------------------------------------------------------------------


def lines(file: Path = Path("requirements.txt")) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_a_path_of_this_machine_is_said_to_be_of_no_use_elsewhere(clone, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    came(monkeypatch, {"url": clone.as_uri(), "dir_info": {}})
    assert main(["init", "paper", "--lang", "en"]) == 0
    assert lines(Path("paper/requirements.txt")) == [f"banmian @ {clone.as_uri()}"]
    said = capsys.readouterr().err
    assert "CI can't reach" in said and "layout init paper --from copy" in said
    assert main(["init", "paper", "--lang", "zh"]) == 0
    assert "CI 够不着" in capsys.readouterr().err
    assert main(["init", "paper", "--from", "https://host/o/layout.git@v1", "--lang", "en"]) == 0
    assert lines(Path("paper/requirements.txt")) == ["banmian @ git+https://host/o/layout.git@v1"]
    assert "renewed" in (said := capsys.readouterr().err) and "can't reach" not in said
    assert f"kept {Path('paper/requirements.txt')}" not in said


def test_a_list_of_the_user_s_own_is_not_touched_but_in_our_line(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    own_list = "# 报社的\r\nrequests==2.32\n"
    Path("requirements.txt").write_text(own_list, "utf-8", newline="")
    assert main(["init", "--from", "banmian==0.2", "--lang", "en"]) == 0
    assert "add to requirements.txt: banmian==0.2" in capsys.readouterr().err
    assert Path("requirements.txt").read_bytes().decode() == own_list
    Path("requirements.txt").write_text(f"{own_list}banmian==0.1\nbanmianish\n", "utf-8", newline="")
    assert main(["init", "--lang", "en"]) == 0
    assert main(["init", "--from", "banmian==0.2", "-q"]) == 0
    assert Path("requirements.txt").read_bytes().decode() == f"{own_list}banmian==0.2\nbanmianish\n"


def test_a_wheel_is_kept_in_the_project(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("banmian-9-py3-none-any.whl").write_bytes(b"wheel")
    assert main(["init", "paper", "--from", "banmian-9-py3-none-any.whl", "-q"]) == 0
    assert Path("paper/tools/banmian-9-py3-none-any.whl").read_bytes() == b"wheel"
    assert lines(Path("paper/requirements.txt")) == ["./tools/banmian-9-py3-none-any.whl"]


def test_this_copy_as_a_wheel_is_whole_and_runs(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(["init", "paper", "--from", "copy", "-q"]) == 0
    (file,) = Path("paper/tools").iterdir()
    assert lines(Path("paper/requirements.txt")) == [f"./tools/{file.name}"]
    assert (file.name, file.read_bytes()) == wheel(distribution("banmian"))  # the same each time
    with zipfile.ZipFile(file) as packed:
        names = packed.namelist()
        (record,) = (name for name in names if name.endswith(".dist-info/RECORD"))
        rows = [row.rsplit(",", 2) for row in packed.read(record).decode().splitlines()]
        for name, digest, size in rows:
            data = packed.read(name)
            own_digest = urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
            assert name == record or (digest, int(size)) == (f"sha256={own_digest}", len(data))
        assert sorted(names) == sorted(name for name, _, _ in rows)
        info = record.removesuffix("RECORD")
        assert {"METADATA", "WHEEL", "entry_points.txt"} <= {name.removeprefix(info) for name in names}
        assert f"{info}direct_url.json" not in names
        packed.extractall("site")
    env = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "layout"]
    asked = "import layout; print(layout.__file__, layout.__version__)"
    found = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True, check=True)
    assert found.stdout.split() == [str(tmp_path / "site" / "layout" / "__init__.py"), __version__]
    done = subprocess.run([*command, "check", "paper", "--strict"], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
