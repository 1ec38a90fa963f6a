"""Draws what the examples of make-up show beside bridge.jpg: details of it (a TIFF and a turned JPEG among them), a
heron without a background, a kite on white, and a plan of the river as vectors.

Run it in this folder, after make.py: `python draw.py`. The same every time.
"""

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

Points = list[tuple[float, float]]
SCALE = 3  # drawn larger and brought down, for smooth edges


def details() -> None:
    """Two close looks at the bridge, as if taken from nearer."""
    bridge = Image.open("bridge.jpg")
    for name, box in (("boat.jpg", (215, 540, 575, 800)), ("lamps.jpg", (700, 230, 1000, 480))):
        near = bridge.crop(box).resize(
            (900, 900 * (box[3] - box[1]) // (box[2] - box[0])), Image.Resampling.LANCZOS
        )
        near.filter(ImageFilter.UnsharpMask(2, 60, 2)).save(name, quality=80, dpi=(300, 300))


def turned() -> None:
    """A bridge's end as a telephone keeps it: lying on its side, with a word in its EXIF that says so; the river as
    TIFF."""
    bridge = Image.open("bridge.jpg")
    upright = bridge.crop((760, 250, 1010, 600)).resize((600, 840), Image.Resampling.LANCZOS)
    lying = upright.filter(ImageFilter.UnsharpMask(2, 60, 2)).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown a quarter turn clockwise (EXIF 2.32, Orientation)
    lying.save("turned.jpg", quality=80, dpi=(300, 300), exif=exif)
    river = bridge.crop((140, 500, 740, 800))
    river.quantize(64).convert("L").save("river.tif", compression="tiff_lzw", dpi=(300, 300))


def kite() -> None:
    """A swallow kite on white: its corners are those of the outline in outline.page.yaml."""
    drawn = Image.new("L", (700 * SCALE, 800 * SCALE), 255)
    draw = ImageDraw.Draw(drawn)

    def shape(grey: int, *places: tuple[float, float]) -> None:
        draw.polygon([(x * SCALE, y * SCALE) for x, y in places], fill=grey)
        draw.line([(x * SCALE, y * SCALE) for x, y in (*places, places[0])], fill=20, width=4 * SCALE)

    shape(150, (350, 150), (20, 60), (90, 290), (350, 330))
    shape(150, (350, 150), (680, 60), (610, 290), (350, 330))
    for i in range(1, 5):
        for side in (-1, 1):
            x = 350 + side * 62 * i
            draw.line((x * SCALE, (158 - 19 * i) * SCALE, x * SCALE, (324 - 8 * i) * SCALE), 60, 3 * SCALE)
    shape(70, (350, 330), (300, 480), (190, 780), (350, 560), (510, 780), (400, 480))
    shape(205, (350, 90), (285, 200), (310, 480), (350, 540), (390, 480), (415, 200))
    draw.ellipse((300 * SCALE, 20 * SCALE, 400 * SCALE, 120 * SCALE), fill=70, outline=20, width=4 * SCALE)
    for x in (328, 372):
        draw.ellipse(((x - 13) * SCALE, 52 * SCALE, (x + 13) * SCALE, 78 * SCALE), fill=255)
        draw.ellipse(((x - 5) * SCALE, 60 * SCALE, (x + 5) * SCALE, 70 * SCALE), fill=20)
    for y in (250, 320, 390):
        draw.ellipse(
            (322 * SCALE, (y - 24) * SCALE, 378 * SCALE, (y + 24) * SCALE), fill=120, outline=40, width=2
        )
    drawn.resize((700, 800), Image.Resampling.LANCZOS).save("kite.jpg", quality=85, dpi=(300, 300))


def curve(start: complex, one: complex, two: complex, end: complex) -> Points:
    """A cubic curve as points."""
    steps = [i / 24 for i in range(25)]
    made = [
        start * (1 - t) ** 3 + 3 * one * t * (1 - t) ** 2 + 3 * two * t * t * (1 - t) + end * t**3
        for t in steps
    ]
    return [(p.real * SCALE, p.imag * SCALE) for p in made]


def heron() -> None:
    """A night heron on a post, on nothing."""
    drawn = Image.new("LA", (520 * SCALE, 900 * SCALE), (255, 0))
    draw = ImageDraw.Draw(drawn)
    line = 4 * SCALE

    def shape(grey: int, *parts: Points) -> None:
        draw.polygon([point for part in parts for point in part], fill=(grey, 255))

    shape(
        96,
        curve(228 + 690j, 240 + 688j, 330 + 688j, 346 + 692j),
        curve(352 + 900j, 330 + 900j, 250 + 900j, 222 + 900j),
    )
    for x in (236, 262, 292, 318):
        draw.line((x * SCALE, 704 * SCALE, (x - 3) * SCALE, 898 * SCALE), fill=(72, 255), width=SCALE * 2)
    for foot in (262, 300):  # legs and toes
        draw.line(
            (foot * SCALE, 560 * SCALE, (foot + 6) * SCALE, 694 * SCALE), fill=(150, 255), width=3 * line
        )
        for toe in (-26, 0, 24):
            draw.line(
                ((foot + 6) * SCALE, 690 * SCALE, (foot + 6 + toe) * SCALE, 700 * SCALE),
                fill=(150, 255),
                width=2 * line,
            )
    shape(  # breast and belly
        222,
        curve(150 + 250j, 96 + 330j, 130 + 480j, 232 + 560j),
        curve(232 + 560j, 300 + 610j, 380 + 590j, 420 + 540j),
        curve(420 + 540j, 380 + 400j, 330 + 300j, 236 + 228j),
    )
    shape(  # wing
        128,
        curve(236 + 262j, 180 + 340j, 200 + 470j, 300 + 545j),
        curve(300 + 545j, 370 + 590j, 440 + 620j, 500 + 640j),
        curve(500 + 640j, 470 + 500j, 420 + 340j, 296 + 262j),
    )
    for i in range(6):  # feathers
        x, y = 250 + 26 * i, 360 + 34 * i
        pen = curve(
            complex(x, y), complex(x + 40, y + 60), complex(x + 80, y + 90), complex(x + 130, y + 110)
        )
        draw.line(pen, fill=(104, 255), width=SCALE * 2)
    shape(  # head and back of the neck
        210,
        curve(150 + 262j, 120 + 200j, 128 + 120j, 196 + 92j),
        curve(196 + 92j, 280 + 80j, 300 + 170j, 300 + 270j),
    )
    shape(  # cap and mantle
        44,
        curve(140 + 122j, 160 + 84j, 230 + 66j, 268 + 112j),
        curve(268 + 112j, 330 + 190j, 390 + 300j, 430 + 400j),
        curve(430 + 400j, 370 + 330j, 300 + 290j, 262 + 262j),
        curve(262 + 262j, 250 + 200j, 220 + 140j, 140 + 122j),
    )
    shape(
        52,
        curve(24 + 166j, 70 + 134j, 110 + 118j, 150 + 116j),
        curve(156 + 142j, 110 + 146j, 70 + 156j, 24 + 166j),
    )
    draw.ellipse((166 * SCALE, 112 * SCALE, 190 * SCALE, 136 * SCALE), fill=(240, 255))
    draw.ellipse((171 * SCALE, 117 * SCALE, 185 * SCALE, 131 * SCALE), fill=(20, 255))
    draw.line(curve(258 + 100j, 320 + 110j, 380 + 150j, 420 + 210j), fill=(168, 255), width=line)  # plumes
    drawn.resize((520, 900), Image.Resampling.LANCZOS).save("heron.png", dpi=(300, 300))


def river() -> None:
    """The river with its bridge from above: curves in black and one tint, and no type."""

    def bank(level: float, swell: float) -> str:
        places = [(x, level + swell * sin(x / 60) + 4 * cos(x / 23)) for x in range(0, 301, 10)]
        return " ".join(f"{x:.1f} {y:.1f} {'l' if i else 'm'}" for i, (x, y) in enumerate(places))

    back = " ".join(f"{x} {66 + 12 * sin(x / 60):.1f} l" for x in range(300, -1, -10))
    water = f"{bank(118, 12)} 300 70 l {back} h f"
    houses = " ".join(
        f"{12 + 36 * i % 262} {150 + 9 * (i * 7 % 5)} 20 14 re f"
        if i % 3
        else f"{12 + 36 * i % 262} {16 + i * 11 % 20} 24 12 re f"
        for i in range(16)
    )
    span = "150 52 m 158 140 l 1.2 w S 158 52 m 166 140 l S"
    piers = " ".join(f"{149 + k * 1.6:.1f} {62 + k * 11:.1f} 16 3 re f" for k in range(6))
    round_it = " ".join(
        f"{270 + 12 * cos(k * pi / 2):.1f} {168 + 12 * sin(k * pi / 2):.1f} {'l' if k else 'm'}"
        for k in range(4)
    )
    content = (
        f"0 0 0 0.18 k {water} 0 0 0 0.55 k {houses} 0 0 0 1 K {span} 0 0 0 1 k {piers}"
        f" 0.8 w {bank(118, 12)} S 270 156 m 270 184 l 266 176 m 270 184 l 274 176 l S {round_it} s"
    ).encode()
    parts = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources <<>> /Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))
    Path("river.pdf").write_bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table + end)


if __name__ == "__main__":
    details()
    turned()
    heron()
    kite()
    river()
