"""What a fit ladder costs: the showcase with a story that is over, whole processes, by turns.

    python benchmarks/ladder.py [--rounds 15]

- plain: the page as it is.
- over: the story is some forty lines over, and what to cut is advised.
- ladder: the story may change its crossheads, headline, picture and its boundary with the story below. Arithmetic
  rules most steps out; what is still over is advised on.
- twenty: the same with arithmetic held back until twenty tries have been composed (`--unpruned`).

To reach: twenty tries under twice the time of the plain page.
"""

import re
import sys
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
SHOWCASE = ROOT / "pages" / "hedong" / "03.page.yaml"
FIT = "{punctuation: squeeze, crosshead: 4..1行, headline: 1..4行, picture: -11..11行, boundary: -6..6行}"
TRIES = 20


def main() -> int:
    if sys.argv[1:2] == ["--unpruned"]:
        return unpruned(sys.argv[2:])
    from measure import asked, checkout, run, summary

    options = asked("What a fit ladder costs.", rounds=15)
    with TemporaryDirectory() as made:
        folder = Path(made)
        copytree(SHOWCASE.parent, folder / "page")
        env = checkout(folder / "bytecode")
        over = lower(SHOWCASE.read_text("utf-8"))
        (folder / "page" / "over.page.yaml").write_text(over, "utf-8")
        (folder / "page" / "ladder.page.yaml").write_text(with_ladder(over), "utf-8")
        command = [options.python, "-m", "layout", "render", "-q"]
        contenders = {
            "plain": [*command, "page/03.page.yaml", "-o", "plain.pdf"],
            "over": [*command, "page/over.page.yaml", "-o", "over.pdf"],
            "ladder": [*command, "page/ladder.page.yaml", "-o", "ladder.pdf"],
            "twenty": [options.python, __file__, "--unpruned", "page/ladder.page.yaml", "-o", "twenty.pdf"],
        }
        runs = {name: [] for name in contenders}
        for round_ in range(options.rounds + 1):
            for name, words in contenders.items():
                done = run(words, folder, env)
                if round_:  # the first one warms the disk
                    runs[name].append(done)
    plain = summary(runs["plain"])
    for name, taken in runs.items():
        s = summary(taken)
        print(
            f"{name:7} {s}: {s.wall / plain.wall:.2f} × plain, fastest {s.fastest / plain.fastest:.2f} ×, "
            f"of the processor {s.cpu / plain.cpu:.2f} ×"
        )
    return 0


def lower(page: str) -> str:
    """The page with nine lines less for its feature, and as many more for the story below."""
    page = re.sub(r"^  23 \| L L L F F F F F$", "  14 | L L L F F F F F", page, flags=re.MULTILINE)
    return re.sub(r"^   6 \| L L L B B B B B$", "  15 | L L L B B B B B", page, flags=re.MULTILINE)


def with_ladder(page: str) -> str:
    """The page with a ladder for its feature."""
    return page.replace("    story: school\n", f"    story: school\n    fit: {FIT}\n")


def unpruned(words: list[str]) -> int:
    """`layout render` with every step of a ladder composed until there have been twenty tries or more."""
    sys.path.insert(0, str(ROOT))
    from layout.cli import main as command
    from layout.page import fit

    likely = fit._Ladder._likely

    def all_of_them(self: fit._Ladder, offered: list[fit.Step], need: int) -> list[fit.Step]:
        made = sum(one.made for one in self.tries)
        return list(offered) if made < TRIES else likely(self, offered, need)

    fit._Ladder._likely = all_of_them
    return command(["render", "-q", *words])


if __name__ == "__main__":
    raise SystemExit(main())
