"""One cold render that times itself: `python benchmarks/stages.py STARTED SPEC OUT`, JSON on standard output.

STARTED is the parent's `time.monotonic_ns()` just before it made this process. The real command runs, in this
process, with a timer around each stage's function; the timers themselves cost some microseconds a call.
"""

import time

FIRST = time.monotonic_ns()

import sys
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any

# What a render imports, in its order; each group counts what the ones before it have not brought in.
IMPORTS = (
    ("command", "layout.cli"),
    ("msgspec", "layout.diag"),
    ("uharfbuzz", "layout.font.library"),
    ("yaml", "layout.spec.yaml_reader"),
    ("engine", "layout.pipeline"),
    ("options", "layout.cli.render"),
    ("PDF, reportlab", "layout.backends.pdf"),
)

# Label, with a space of indent for each stage it is a part of, and where its function is; what is not there is
# left out.
STAGES = (
    ("load", "layout.spec.load", "load"),
    ("fonts", "layout.resolve.families", "read_fonts"),
    ("resolve", "layout.resolve.plan", "resolve"),
    ("compose", "layout.page.compose", "compose"),
    (" shape", "layout.text.shape", "shape"),
    (" break", "layout.paragraph.break_", "break_"),
    (" heads", "layout.paragraph.headline", "set_headline"),
    ("build", "layout.scene.build", "build"),
    (" place", "layout.paragraph.place", "place"),
    ("pdf", "layout.backends.pdf", "write"),
    (" fonts", "layout.backends.pdf.font", "embed"),
    ("  subset", "layout.backends.pdf.subset", "subset"),
    (" pictures", "layout.backends.pdf.output", "Output.picture"),
    (" content", "layout.backends.pdf.content", "Content.__init__"),
    (" write", "layout.backends.pdf.file", "File.finish"),
    ("file", "layout.cli.render", "_write"),
)


def main(started: int, spec: str, out: str) -> None:
    """Import, render, report. All times in nanoseconds."""
    imports: dict[str, int] = {}
    for label, module in IMPORTS:
        start = time.monotonic_ns()
        import_module(module)
        imports[label] = time.monotonic_ns() - start
    stages: dict[str, int] = {}
    parent = ""
    for label, module, name in STAGES:
        parent = parent if label.startswith(" ") else label
        key = label if label == parent else f"{parent}:{label}"
        try:
            _time(import_module(module), name, key, stages)
        except (ImportError, AttributeError):
            continue
    from layout.cli import main as command

    start = time.monotonic_ns()
    command(["render", "-q", spec, "-o", out])
    end = time.monotonic_ns()
    import json

    times = {"python": FIRST - started, "imports": imports, "stages": stages, "render": end - start, "end": 0}
    times["end"] = time.monotonic_ns()
    print(json.dumps(times))


def _time(home: ModuleType, name: str, key: str, stages: dict[str, int]) -> None:
    """Put a timer around a function, wherever it has been imported to, or around a method."""
    owner, _, method = name.rpartition(".")
    place: Any = getattr(home, owner) if owner else home
    function: FunctionType = getattr(place, method)
    stages[key] = 0

    def timed(*args: Any, **named: Any) -> Any:
        start = time.monotonic_ns()
        try:
            return function(*args, **named)
        finally:
            stages[key] += time.monotonic_ns() - start

    if owner:
        setattr(place, method, timed)
        return
    for module in [m for n, m in sys.modules.items() if n.startswith("layout")]:
        for known in [n for n, value in vars(module).items() if value is function]:
            setattr(module, known, timed)


if __name__ == "__main__":
    sys.path.insert(0, "")
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
