"""Our benchmark: `python benchmarks/run.py` (see README.md).

Whole processes, measured from outside, ours and Typst's in turn: cold renders of the showcase, of 8 and of 32
pages like it with other text. `--stages` shows where the time of a cold render of ours goes.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from copies import make_pages
from measure import Failed, Run, Summary, environment, run, summary

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHOWCASE = ROOT / "pages/hedong/03.page.yaml"
PEAK_GOAL, SIZE_GOAL = 90, 400  # MB for one page, KB besides the pictures


@dataclass(frozen=True)
class Result:
    """A contender's figures for a number of pages; sizes in bytes, of the first page."""

    pages: int
    who: str
    times: Summary
    size: int
    besides: int


def main() -> int:
    options = _options()
    counts = sorted({int(count) for count in options.pages.split(",")})
    with TemporaryDirectory(prefix="layout-bench-") as name:
        folder = Path(name)
        env = environment(folder / "bytecode")
        specs = make_pages(SHOWCASE, folder, max(counts))
        try:
            if options.stages:
                found: Any = stages(options.python, specs[0], folder, env, options.rounds or 15)
                print(_stage_table(found))
            else:
                found = contest(specs, counts, folder, env, options)
                print(_table(found))
        except Failed as failure:
            print(failure, file=sys.stderr)
            return 2
    if options.json:
        plain = found if options.stages else [asdict(r) | {"times": r.times._asdict()} for r in found]
        Path(options.json).write_text(json.dumps(machine() | {"results": plain}, indent=1) + "\n", "utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time and memory of cold renders, beside Typst's.")
    parser.add_argument("--pages", default="1,8,32", metavar="LIST", help="pages in one process (1,8,32)")
    parser.add_argument(
        "--rounds", type=int, default=0, metavar="N", help="rounds (15; fewer for many pages)"
    )
    parser.add_argument("--stages", action="store_true", help="only the stages of a cold render of ours")
    parser.add_argument(
        "--python", default=sys.executable, metavar="FILE", help="measure with this interpreter's packages"
    )
    parser.add_argument("--no-typst", action="store_true", help="only ours")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def contest(
    specs: Sequence[Path], counts: list[int], folder: Path, env: dict[str, str], options: argparse.Namespace
) -> list[Result]:
    """All contenders for every number of pages, one after the other in every round, after one round that does
    not count."""
    python = options.python
    sources = [] if options.no_typst else typst_sources(python, specs, folder, env)
    results = []
    for count in counts:
        commands = {"layout": ours(python, specs[:count], folder / "out")}
        if sources:
            commands["typst"] = theirs(python, sources[:count], folder)
        rounds = options.rounds or max(3, 15 // (1 + count // 8))
        runs = in_turn(commands, rounds, env)
        for who, done in runs.items():
            pdf = folder / "out/00.pdf" if who == "layout" else sources[0].with_suffix(".pdf")
            results.append(Result(count, who, summary(done), *sizes(pdf, folder / "pictures")))
    return results


def in_turn(commands: dict[str, list[str]], rounds: int, env: dict[str, str]) -> dict[str, list[Run]]:
    """Every command once a round; who begins changes from round to round."""
    runs: dict[str, list[Run]] = {who: [] for who in commands}
    for number in range(rounds + 1):
        for who in sorted(commands, reverse=number % 2 == 1):
            done = run(commands[who], ROOT, env)
            if number:
                runs[who].append(done)
    return runs


def ours(python: str, specs: Sequence[Path], out: Path) -> list[str]:
    out.mkdir(exist_ok=True)
    return [python, "-m", "layout", "render", "-q", *map(str, specs), "-o", f"{out}/"]


def theirs(python: str, sources: Sequence[Path], folder: Path) -> list[str]:
    return [python, str(HERE / "typst_compile.py"), str(ROOT / "fonts"), str(folder), *map(str, sources)]


def typst_sources(python: str, specs: Sequence[Path], folder: Path, env: dict[str, str]) -> list[Path]:
    """The same pages as Typst documents, made in a process of its own to keep this one small: a child's peak
    memory counts what its parent had."""
    command = [python, str(HERE / "typst_source.py"), *map(str, specs), str(folder)]
    run(command, ROOT, env | {"PYTHONPATH": str(ROOT)}, may_find=False)
    return sorted(folder.glob("*.typ"))


def sizes(pdf: Path, pictures: Path) -> tuple[int, int]:
    """A PDF's size, and without the picture files that are in it as they are."""
    data = pdf.read_bytes()
    inside = (file.read_bytes() for file in pictures.glob("*.jpg"))
    return len(data), len(data) - sum(len(picture) for picture in inside if picture in data)


def stages(python: str, spec: Path, folder: Path, env: dict[str, str], rounds: int) -> dict[str, Any]:
    """Medians over the rounds of each stage of a cold render, in milliseconds."""
    rows: list[dict[str, Any]] = []
    for _ in range(rounds + 1):
        started = time.monotonic_ns()
        command = [python, str(HERE / "stages.py"), str(started), str(spec), str(folder / "stages.pdf")]
        done = run(command, ROOT, env)
        row = json.loads(done.stdout)
        row["exit"] = max(0, started + round(done.wall * 1e9) - row.pop("end"))
        rows.append(row)
    rows = rows[1:]
    bare = [run([python, "-c", "pass"], ROOT, env).wall * 1000 for _ in range(rounds)]

    def middle(*keys: str) -> float:
        return median(_at(row, keys) / 1e6 for row in rows)

    return {
        "python alone": median(bare),
        "python": middle("python"),
        "imports": {name: middle("imports", name) for name in rows[0]["imports"]},
        "stages": {name: middle("stages", name) for name in rows[0]["stages"]},
        "render": middle("render"),
        "exit": middle("exit"),
    }


def _at(row: Any, keys: Sequence[str]) -> int:
    for key in keys:
        row = row[key]
    return int(row)


def _table(results: list[Result]) -> str:
    """The contest for people to read."""
    lines = [_heading(), TITLES]
    for r in results:
        t = r.times
        other = next((o.times for o in results if o.pages == r.pages and o.who == "typst"), None)
        mine = other and r.who == "layout"
        ratios = f"{t.wall / other.wall:7.2f}{t.cpu / other.cpu:8.2f}" if mine and other else ""
        lines.append(
            f"{r.pages:>5}  {r.who:8}{t.wall:7.3f}  {t.fastest:.3f}–{t.slowest:.3f}{t.cpu:7.3f}"
            f"{t.peak / 1e6:9.1f}{r.size / 1000:8.0f}{r.besides / 1000:15.0f}{ratios}"
        )
    one = {r.who: r for r in results if r.pages == 1}
    if "layout" in one:
        lines += ["", *_goals(one)]
    return "\n".join(lines)


TITLES = "pages              s   min–max      CPU s  peak MB  PDF KB  less pictures  ratio  of CPU"


def _goals(one: dict[str, Result]) -> list[str]:
    """Whether one page does what we want of it."""
    mine = one["layout"]
    peak, size = mine.times.peak / 1e6, mine.besides / 1000
    goals = [
        (f"peak at most {PEAK_GOAL} MB", f"{peak:.1f} MB", peak <= PEAK_GOAL),
        (f"PDF at most {SIZE_GOAL} KB besides pictures", f"{size:.0f} KB", size <= SIZE_GOAL),
    ]
    if "typst" in one:
        ratio = mine.times.wall / one["typst"].times.wall
        goals.insert(0, ("no slower than Typst", f"{ratio:.2f} × its time", ratio <= 1))
    return [f"{'reached' if done else 'NOT reached':12} {goal}: {figure}" for goal, figure, done in goals]


def _stage_table(found: dict[str, Any]) -> str:
    """The stages for people to read."""
    lines = [_heading(), f"{found['python alone']:8.1f} ms  python -c pass, whole process", ""]
    lines.append(f"{found['python']:8.1f} ms  python starts")
    lines.append(f"{sum(found['imports'].values()):8.1f} ms  imports")
    lines += [f"{ms:8.1f}      {name}" for name, ms in found["imports"].items()]
    lines.append(f"{found['render']:8.1f} ms  layout render")
    known = 0.0
    for name, ms in found["stages"].items():
        _, _, label = name.rpartition(":")
        known += 0 if ":" in name else ms
        lines.append(f"{ms:8.1f}      {'  ' * (len(label) - len(label.lstrip()))}{label.strip()}")
    lines.append(f"{found['render'] - known:8.1f}      all else")
    lines.append(f"{found['exit']:8.1f} ms  exit")
    return "\n".join(lines)


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text("utf-8").splitlines() if cpu.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    cores = sum(line.startswith("processor") for line in lines)
    return {"cpu": f"{model} × {cores}", "python": sys.version.split()[0]}


def _heading() -> str:
    return f"Python {machine()['python']}, {machine()['cpu']}\n"


if __name__ == "__main__":
    raise SystemExit(main())
