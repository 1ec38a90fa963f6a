"""Draws bridge.jpg, the grey picture of the examples: a stone bridge over a river at dusk.

Not a photograph: gradients, hills and arches drawn with Pillow alone, the same every time.
Run it in this folder: `python make.py`.
"""

from math import pi, sin, sqrt

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 800
WATER = 520  # where the river begins, from the top
DECK = 400  # the bridge's roadway


def gradient(top: int, foot: int, height: int) -> Image.Image:
    """A strip that goes from one grey to another."""
    column = Image.new("L", (1, height))
    column.putdata([top + (foot - top) * y // height for y in range(height)])
    return column.resize((WIDTH, height))


def hills(level: int, swell: float, shift: float) -> list[tuple[float, float]]:
    """The outline of a row of hills, closed at the water."""
    ridge = [
        (x, level - swell * (sin(x / 190 + shift) + 0.6 * sin(x / 83 + 2 * shift)))
        for x in range(0, WIDTH + 10, 10)
    ]
    return [(0, WATER), *ridge, (WIDTH, WATER)]


def sky() -> Image.Image:
    """The evening sky with a low sun behind haze."""
    scene = Image.new("L", (WIDTH, HEIGHT))
    scene.paste(gradient(120, 232, WATER), (0, 0))
    glow = Image.new("L", (WIDTH, HEIGHT))
    ImageDraw.Draw(glow).ellipse((800, 250, 940, 390), fill=150)
    scene = ImageChops.screen(scene, glow.filter(ImageFilter.GaussianBlur(60)))
    ImageDraw.Draw(scene).ellipse((845, 295, 895, 345), fill=255)
    return scene.filter(ImageFilter.GaussianBlur(2))


def shore(scene: Image.Image) -> None:
    """Three rows of hills, the nearer the darker."""
    for tone, level, swell, shift in ((182, 400, 28, 0.4), (150, 440, 24, 2.1), (112, 480, 16, 4.0)):
        ImageDraw.Draw(scene).polygon(hills(level, swell, shift), fill=tone)


def bridge(scene: Image.Image) -> None:
    """Five arches that rise to the middle, parapet, lamps, and people on the way home."""

    def crown(x: float) -> float:
        return DECK + 46 * ((x - WIDTH / 2) / (WIDTH / 2)) ** 2

    draw = ImageDraw.Draw(scene)
    road = [(x, crown(x)) for x in range(0, WIDTH + 1, 8)]
    draw.polygon([*road, (WIDTH, WATER + 14), (0, WATER + 14)], fill=58)
    back = scene.copy()
    back.paste(gradient(200, 150, HEIGHT), (0, 0))
    mask = Image.new("L", scene.size)
    for i in range(5):
        middle, half = 120 + i * 240, 96
        top = crown(middle) + 28
        arch = ImageDraw.Draw(mask)
        arch.pieslice((middle - half, top, middle + half, 2 * WATER + 40 - top), 180, 360, fill=255)
        draw.arc((middle - half - 7, top - 7, middle + half + 7, 2 * WATER + 40 - top), 180, 360, 104, 6)
    scene.paste(back.filter(ImageFilter.GaussianBlur(1)), (0, 0), mask)
    draw = ImageDraw.Draw(scene)
    for x in range(0, WIDTH, 24):
        draw.line((x, crown(x) - 24, x, crown(x)), fill=46, width=4)
    draw.line([(x, y - 24) for x, y in road], fill=40, width=6)
    for x in range(60, WIDTH, 180):
        draw.line((x, crown(x) - 96, x, crown(x)), fill=34, width=4)
        draw.ellipse((x - 9, crown(x) - 112, x + 9, crown(x) - 94), fill=250)
    for i, x in enumerate((170, 208, 452, 505, 540, 742, 968, 1010, 1046)):
        tall, foot = 40 + (i * 7) % 12, crown(x) - 4
        draw.ellipse((x - 5, foot - tall - 9, x + 5, foot - tall + 2), fill=22)
        draw.polygon(((x - 8, foot), (x - 6, foot - tall), (x + 6, foot - tall), (x + 8, foot)), fill=24)


def river(scene: Image.Image) -> None:
    """The water: what stands above it upside down, darker, in slow waves."""
    depth = HEIGHT - WATER
    above = scene.crop((0, WATER - depth, WIDTH, WATER)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = Image.new("L", (WIDTH, depth))
    for y in range(depth):
        shift = round(3 * sin(y / 3.1) * sqrt(1 + y / 12))
        water.paste(ImageChops.offset(above.crop((0, y, WIDTH, y + 1)), shift, 0), (0, y))
    water = ImageChops.multiply(water, gradient(214, 128, depth)).filter(ImageFilter.GaussianBlur(1.4))
    draw = ImageDraw.Draw(water)
    for i in range(70):
        x, y = (i * 197) % WIDTH, 14 + (i * i * 7) % (depth - 20)
        length = 20 + 60 * sin(pi * (i % 9) / 9)
        draw.line((x, y, x + length, y), fill=min(225, 120 + (i * 29) % 90), width=1 + y // 120)
    scene.paste(water.filter(ImageFilter.GaussianBlur(0.8)), (0, WATER))


def boat(scene: Image.Image) -> None:
    """A punt with its man in the foreground."""
    draw = ImageDraw.Draw(scene)
    draw.polygon(((250, 664), (300, 690), (470, 690), (530, 658), (470, 672), (310, 674)), fill=18)
    draw.polygon(((398, 672), (402, 612), (420, 612), (426, 672)), fill=14)
    draw.ellipse((402, 594, 420, 614), fill=14)
    draw.polygon(((392, 604), (411, 588), (430, 604)), fill=20)
    draw.line((426, 560, 500, 720), fill=20, width=4)


def main() -> None:
    scene = sky()
    shore(scene)
    bridge(scene)
    river(scene)
    boat(scene)
    scene.filter(ImageFilter.GaussianBlur(0.7)).save("bridge.jpg", quality=80, dpi=(300, 300))


if __name__ == "__main__":
    main()
