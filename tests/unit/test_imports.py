"""What a render imports: every import is paid for on every run, so the list of them is held here.

A package that turns up new either goes on the list below, with a reason, or its import goes into the function
that needs it.
"""

import os
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWCASE = "pages/hedong/03.page.yaml"

# Packages that a plain render (YAML to PDF, JPEG pictures, no finding) may import.
ALLOWED = {
    "layout": "ours",
    "msgspec": "value types",
    "typing_extensions": "msgspec's, where it is installed",
    "yaml": "page specs, by libyaml",
    "_yaml": "yaml's",
    "uharfbuzz": "shaping and subsetting",
    "reportlab": "the PDF file, by pdfbase.pdfdoc",
    "PIL": "reportlab's, untouched",
}

# What must not come in, in those packages, in the standard library, in ours.
FORBIDDEN = {
    "reportlab.graphics*": "drawings",
    "reportlab.pdfbase.acroform": "forms",
    "reportlab.pdfbase.cidfonts": "reportlab's fonts; ours are `backends.pdf.font`",
    "reportlab.pdfbase._fontdata*": "the standard fonts, which are never ours",
    "reportlab.pdfbase.ttfonts": "reportlab's fonts; ours are `backends.pdf.font`",
    "reportlab.pdfgen*": "reportlab's canvas; ours is `backends.pdf.content`",
    "reportlab.platypus*": "reportlab's page layout",
    "PIL._imaging": "pictures: `PIL.Image` is put off (`layout.cli.untouched`)",
    "PIL.*Plugin": "picture formats: a JPEG is read by `layout.picture` and goes in untouched",
    "PIL.ImageDraw*": "drawing",
    "PIL.ImageFont": "fonts",
    "PIL.ImageCms": "colour management",
    "asyncio*": "an event loop",
    "concurrent*": "pools",
    "csv": "tables",
    "ctypes*": "C libraries",
    "ipaddress": "of `urllib.parse`, which is put off",
    "locale": "of `gettext`, which is put off",
    "msgspec._json_schema": "of `msgspec.json`, which is put off",
    "dataclasses": "value types are Structs: a dataclass costs twenty times as much",
    "difflib": "for “did you mean” only",
    "doctest": "tests",
    "email*": "mail",
    "html*": "character references, in copy that has them",
    "_pickle": "for several pages in several processes",
    "_random": "for `tempfile`, which is put off",
    "http*": "the network",
    "importlib.metadata*": "package metadata",
    "importlib.resources*": "package data; ours are files",
    "json*": "msgspec writes JSON",
    "logging*": "logs",
    "multiprocessing*": "processes",
    "pdb": "a debugger",
    "shutil": "argparse's, for the width of a terminal",
    "socket": "the network",
    "sqlite3*": "a database",
    "ssl": "the network",
    "subprocess": "processes",
    "unittest*": "tests",
    "urllib.request": "the network",
    "xml*": "XML",
    "layout.backends.png*": "only for `-f png`",
    "layout.catalogue*": "the words of findings, where there is one",
    "layout.cli.check": "another command",
    "layout.cli.explain": "another command",
    "layout.cli.schema": "another command",
    "layout.cli.set_": "another command",
    "layout.cli.together": "for several pages",
    "layout.preflight.places": "where a finding of preflight is, where there is one",
    "layout.preflight.rules.p[!1]*": "rules of finished files, for `check`",
    "layout.backends.pdf.inspect*": "looking into a finished file, for `check`",
    "layout.proof*": "only for `--proof`",
    "layout.page.stack": "where a stack shares lines out or goes on elsewhere",
    "layout.page.advice": "where copy is over or short",
    "layout.preflight.rules.p4*": "page lint, for `check`, or where a theme takes it for an error",
    "layout.report*": "findings in print, where there is one",
    "layout.scene.codec": "only for `-f json`",
    "layout.spec.guess": "for “did you mean” only",
    "layout.spec.traps": "for YAML that can't be read only",
}

# `layout --version` answers from these.
VERSION = {"layout", "layout.cli", "layout.cli.language", "layout.cli.untouched"}
NOT_FOR_VERSION = {"argparse", "hashlib", "pathlib", "threading", "zlib"}

PROGRAM = """\
import sys
before = set(sys.modules)
from layout.cli import main
from layout.cli.untouched import put_off
put_off()
status = main(sys.argv[1:])
print(status, *sorted(set(sys.modules) - before), sep="\\n")
"""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that a render of the showcase imports."""
    out = tmp_path_factory.mktemp("imports") / "page.pdf"
    modules = imported("render", "-q", SHOWCASE, "-o", str(out))
    assert out.stat().st_size > 100_000
    return modules


def imported(*words: str) -> set[str]:
    """The modules that the command has imported at its end, besides those that Python itself starts with."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", PROGRAM, *words]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and "0" in lines, f"{' '.join(words)} failed\n{done.stdout}{done.stderr}"
    return set(lines[lines.index("0") + 1 :])


def foreign(modules: set[str]) -> set[str]:
    """Top-level packages that are not the standard library's, without what Cython leaves behind."""
    tops = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names
    return {top for top in tops if not top.startswith(("_cython", "cython_runtime"))}


def test_a_render_imports_only_known_packages(rendered: set[str]) -> None:
    new = foreign(rendered) - ALLOWED.keys()
    shown = [f"+ {module}" for module in sorted(rendered) if module.partition(".")[0] in new]
    assert not new, "\n".join(["a plain render now also imports:", *shown, "(see ALLOWED in this file)"])


def test_a_render_imports_no_heavy_part_of_them(rendered: set[str]) -> None:
    shown = [
        f"+ {module}: {reason}"
        for module in sorted(rendered)
        for pattern, reason in FORBIDDEN.items()
        if fnmatchcase(module, pattern)
    ]
    assert not shown, "\n".join(["a plain render must not import:", *shown, "(see FORBIDDEN in this file)"])


def test_the_list_is_true(rendered: set[str]) -> None:
    """What is no longer imported goes off the list; else it comes back unseen."""
    gone = ALLOWED.keys() - foreign(rendered) - {"typing_extensions", "_yaml", "layout"}
    assert not gone, f"no longer imported, take off ALLOWED: {', '.join(sorted(gone))}"


def test_version_imports_next_to_nothing() -> None:
    modules = imported("--version")
    extra = {m for m in modules if m.startswith("layout")} - VERSION
    extra |= (foreign(modules) - {"layout"}) | (modules & NOT_FOR_VERSION)
    assert not extra, f"`layout --version` imports {', '.join(sorted(extra))}"
