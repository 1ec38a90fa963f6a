"""One process measured from outside: wall clock, processor time, peak memory."""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
KB = 1024  # Linux gives `ru_maxrss` in KiB


class Run(NamedTuple):
    """Seconds on the clock and of processor time (all threads), the largest resident set in bytes."""

    wall: float
    cpu: float
    peak: int
    stdout: str = ""


class Failed(Exception):
    """A measured command gave no result."""


def asked(about: str, rounds: int) -> Namespace:
    """What a benchmark is asked on its command line: how many rounds, by which Python."""
    parser = ArgumentParser(description=about)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--python", default=sys.executable)
    return parser.parse_args()


def environment(bytecode: Path) -> dict[str, str]:
    """The environment of every measured process: bytecode is cached, as in any installed package, in a folder
    of its own, so that neither a checkout's nor a machine's habits count."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPYCACHEPREFIX": str(bytecode), "LC_ALL": "C.UTF-8"}


def checkout(bytecode: Path) -> dict[str, str]:
    """The same, for processes that take `layout` from this checkout."""
    return environment(bytecode) | {"PYTHONPATH": str(ROOT)}


def run(command: Sequence[str], folder: Path, env: dict[str, str], *, may_find: bool = True) -> Run:
    """Run a command once. `may_find`: exit status 1, findings about a page that is written all the same, is
    no failure."""
    with TemporaryFile() as said, TemporaryFile() as answer:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=answer, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ((0, 1) if may_find else (0,)):
            said.seek(0)
            raise Failed(f"{' '.join(command[:4])} …: {said.read().decode(errors='replace')[-2000:]}")
        answer.seek(0)
        text = answer.read().decode()
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * KB, text)


class Summary(NamedTuple):
    """Many runs of one command."""

    wall: float
    fastest: float
    slowest: float
    cpu: float
    peak: int
    rounds: int

    def __str__(self) -> str:
        return f"{self.wall:.3f} s ({self.fastest:.3f}–{self.slowest:.3f}), {self.cpu:.3f} s of the processor"


def summary(runs: Sequence[Run]) -> Summary:
    """Medians, the extremes of the clock, the largest peak."""
    walls = [r.wall for r in runs]
    return Summary(
        median(walls),
        min(walls),
        max(walls),
        median(r.cpu for r in runs),
        max(r.peak for r in runs),
        len(runs),
    )
