"""Draw the pictures of README: page 3 by itself, pages 1 and 8 side by side.

Run from the repository's root: `python scripts/readme_pictures.py`.
"""

import io
from pathlib import Path

from PIL import Image

from layout.pipeline import render
from layout.world import FileWorld

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PPI = 144


def main() -> None:
    save(page("03", 900), "showcase.png")
    left, right = page("01", 560), page("08", 560)
    both = Image.new("RGB", (left.width + right.width + 20, left.height), "white")
    both.paste(left, (0, 0))
    both.paste(right, (left.width + 20, 0))
    save(both, "pages.png")


def page(name: str, width: int) -> Image.Image:
    """A page of the showcases, `width` pixels wide."""
    done = render(
        str(ROOT / "pages" / "hedong" / f"{name}.page.yaml"), FileWorld(), formats=("png",), ppi=PPI
    )
    picture = Image.open(io.BytesIO(done.files["png"])).convert("RGB")
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def save(picture: Image.Image, name: str) -> None:
    """Sixty-four colours: a README is loaded often, and a newspaper has few."""
    few = picture.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(IMAGES / name, optimize=True)


if __name__ == "__main__":
    main()
