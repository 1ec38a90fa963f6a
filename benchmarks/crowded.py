"""A page with forty blocks of text and sixty things that it runs round: whole processes.

    python benchmarks/crowded.py [--rounds 9]

To reach: under a second.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from measure import asked, checkout, run, summary

COLUMNS, ROWS, HEIGHT, WRAPS = 8, 5, 23, 60
STEP, LINE, LEFT, TOP = 126, 12, 53.26, 107.72  # pt: a column with its gutter, a line, the grid's corner
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
COPY = "望川区六孔老石桥夜里亮了灯，桥上的人多了起来，卖豆花的阿婆把摊子挪到了桥头。孩子们数着石狮子过桥。"


def main() -> None:
    options = asked("What a crowded page costs.", rounds=9)
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "crowded.page.yaml").write_text(page(), "utf-8")
        env = checkout(folder / "bytecode")
        command = [options.python, "-m", "layout", "render", "-q", "crowded.page.yaml", "-o", "crowded.pdf"]
        runs = [run(command, folder, env) for _ in range(options.rounds + 1)][1:]
    print(f"crowded {summary(runs)}")


def page() -> str:
    """One story in each cell of eight columns and five rows; a small box at the edge of a column, sixty times."""
    stories, blocks = [], []
    for number, letter in enumerate(LETTERS[: COLUMNS * ROWS]):
        stories.append(f"  s{number}: {{headline: 老桥亮灯, body: {COPY * 3}}}")
        blocks.append(f"  {letter}: {{story: s{number}, head: {{headline: {{size: 小三, lines: 2}}}}}}")
    every = (LETTERS[row * COLUMNS : (row + 1) * COLUMNS] for row in range(ROWS))
    rows = [f"  {HEIGHT} | {' '.join(letters)}" for letters in every]
    for number in range(WRAPS):
        row, column = divmod(number, COLUMNS)
        x = LEFT + column * STEP + (0 if number % 2 else 81)
        y = TOP + (row * 14 + 6) * LINE
        at = f"{{x: {x:g}pt, y: {y:g}pt, width: 36pt, height: 36pt}}"
        blocks.append(f"  W{number}: {{text: 灯, at: {at}, wrap: box, margin: 0.5字, style: body}}")
    lines = ("layout: 1", "theme: broadsheet", "stories:", *stories, "dummy: |", *rows, "blocks:", *blocks)
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    main()
