"""Draw the pictures of docs/page.md: every example that it shows, rendered at 72 ppi.

Run from the repository's root: `python scripts/page_pictures.py`.
"""

import re
from pathlib import Path

from layout.pipeline import render
from layout.world import FileWorld

ROOT = Path(__file__).parents[1]
PPI = 72


def main() -> None:
    text = (ROOT / "docs" / "page.md").read_text("utf-8")
    for name in sorted(set(re.findall(r"images/page/([\w-]+)\.png", text))):
        spec = ROOT / "examples" / f"{name}.page.yaml"
        done = render(str(spec), FileWorld(), formats=("png",), ppi=PPI)
        target = ROOT / "docs" / "images" / "page" / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(done.files["png"])


if __name__ == "__main__":
    main()
