"""What comparing pages costs: whole processes of `layout diff`.

    python benchmarks/diff.py [--rounds 9]

To reach: an unchanged showcase under half a second, with its HTML report under one and a half; 32 pages under twenty.
"""

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from copies import make_pages
from measure import ROOT, asked, checkout, run, summary

SHOWCASES = ROOT / "pages" / "hedong"
PAGES = 32


def main() -> None:
    options = asked("What comparing pages costs.", rounds=9)
    with TemporaryDirectory() as made:
        folder = Path(made)
        env = checkout(folder / "bytecode")
        for name, words, rounds in comparisons(folder, options.rounds):
            command = [options.python, "-m", "layout", "diff", *words]
            runs = [run(command, folder, env) for _ in range(rounds + 1)][1:]
            print(f"{name:34} {summary(runs)}")


def comparisons(folder: Path, rounds: int) -> list[tuple[str, list[str], int]]:
    """Each comparison with its words on the command line, and how many rounds it gets."""
    report = ["--html", str(folder / "changes.html")]
    before = folder / "before"
    make_pages(SHOWCASES / "03.page.yaml", before, PAGES)
    after = Path(copytree(before, folder / "after"))
    for story in after.glob("stories-*/market.md"):
        story.write_text(story.read_text("utf-8").replace("的", "之", 1), "utf-8")
    found = []
    for page in sorted(SHOWCASES.glob("*.page.yaml")):
        same = [str(page), str(page)]
        found.append((f"page {page.name[:2]}, unchanged", same, rounds))
        found.append((f"page {page.name[:2]}, unchanged, HTML", [*same, *report], rounds))
    few = max(1, rounds // 3)
    found.append((f"{PAGES} pages, unchanged", [str(before), str(before)], few))
    found.append((f"{PAGES} pages, all changed, HTML", [str(before), str(after), *report], few))
    return found


if __name__ == "__main__":
    main()
