"""Small specs for the tests of `resolve`, built by hand or read from YAML."""

from pathlib import Path
from typing import Any

from layout.resolve.lengths import Ruler
from layout.spec.load import Loaded, load
from layout.spec.model import Length, StyleSpec
from layout.spec.styles import STYLE_KEYS
from layout.spec.values import colour, length, span
from layout.units import pt
from layout.world import FileWorld

CASES = Path(__file__).parents[2] / "cases"
SIZES = {"小五": Length(9, "pt"), "四号": Length(14, "pt"), "初号": Length(42, "pt")}
RULER = Ruler(em=pt(9), leading=pt(12), measure=pt(117), gutter=pt(9), sizes=SIZES)

PAGE = """\
layout: 1
theme: broadsheet
page:
  number: 3
  date: 2026-03-09
  section: 综合新闻
  paper: 河东日报
  credits: {责编: 林岚, 美编: [沈禾, 陆一鸣]}
"""


def style_spec(said: dict[str, Any]) -> StyleSpec:
    """A style as the reader would leave it."""
    lengths = {"leading", "indent", "measure", "space_before", "space_after"}
    typed: dict[str, Any] = {name: length(word) if name in lengths else word for name, word in said.items()}
    for key, other in (("size", "smallest"), ("tracking", "closest")):
        if key in said:
            shape: Any = STYLE_KEYS[key].shape
            typed[other], typed[key] = shape.parse(said[key])
    if "scale" in said:
        typed["scale"] = span(said["scale"])
    if "colour" in said:
        typed["colour"] = colour(said["colour"])
    return StyleSpec(**typed)


def loaded(folder: Path, page: str, **files: str) -> Loaded:
    """The specs of a page written in `folder`; `files` are others beside it, `a_yaml` for a.yaml."""
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    spec = folder / "page.yaml"
    spec.write_text(page, "utf-8")
    return load(str(spec), FileWorld())
