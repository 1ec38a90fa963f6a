"""Draws the pictures of the templates: dawn.jpg (news), kites.jpg (school), branch.jpg (supplement).

    python scripts/template_pictures.py

Pillow only, no fonts, no outside material; the grain is a hash, so the same Pillow draws the same picture.
"""

import hashlib
import math
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

TEMPLATES = Path(__file__).resolve().parents[1] / "layout" / "templates"
Point = tuple[float, float]


class Sheet:
    """A grey picture drawn twice as large as it will be; coordinates are those of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.image = Image.new("L", (width * 2, height * 2), 128)

    def sky(self, *stops: tuple[float, int]) -> None:
        """A gradient from top to foot through (place 0..1, tone)."""
        column = Image.new("L", (1, self.height * 2))
        for y in range(self.height * 2):
            column.putpixel((0, y), tone(y / (self.height * 2), stops))
        self.image.paste(column.resize(self.image.size))

    def shape(self, points: list[Point], grey: int, soft: float = 0.8, alpha: float = 1.0) -> None:
        """A filled outline with soft edges."""
        pad = soft * 3 + 2
        left, top = (int(2 * (min(p[axis] for p in points) - pad)) for axis in (0, 1))
        right, foot = (int(2 * (max(p[axis] for p in points) + pad)) for axis in (0, 1))
        mask = Image.new("L", (right - left, foot - top))
        ImageDraw.Draw(mask).polygon(
            [(x * 2 - left, y * 2 - top) for x, y in points], fill=round(255 * alpha)
        )
        self.image.paste(grey, (left, top), mask.filter(ImageFilter.GaussianBlur(soft * 2)))

    def stroke(self, points: list[Point], width: float, grey: int, end: float = 0.3) -> None:
        """A line that narrows from `width` to `end` of it."""
        path = curve(points)
        left: list[Point] = []
        right: list[Point] = []
        for i, (x, y) in enumerate(path):
            before, after = path[max(i - 1, 0)], path[min(i + 1, len(path) - 1)]
            length = math.hypot(after[0] - before[0], after[1] - before[1]) or 1
            half = width / 2 * (1 - (1 - end) * i / (len(path) - 1))
            dx, dy = (after[1] - before[1]) / length * half, (before[0] - after[0]) / length * half
            left.append((x + dx, y + dy))
            right.append((x - dx, y - dy))
        self.shape(left + right[::-1], grey)

    def glow(self, x: float, y: float, radius: float, amount: float) -> None:
        """Light around a point."""
        mask = Image.new("L", self.image.size)
        box = [2 * (x - radius / 2), 2 * (y - radius / 2), 2 * (x + radius / 2), 2 * (y + radius / 2)]
        ImageDraw.Draw(mask).ellipse(box, fill=round(255 * amount))
        self.image = ImageChops.screen(self.image, mask.filter(ImageFilter.GaussianBlur(radius)))

    def save(self, path: Path, width: int = 0) -> None:
        """Reduced, with a little grain, as JPEG."""
        width = width or self.width
        size = (width, width * self.height // self.width)
        picture = self.image.resize(size, Image.Resampling.LANCZOS)
        size = (self.width // 2, self.height // 2)
        grain = Image.frombytes("L", size, hashlib.shake_256(path.name.encode()).digest(size[0] * size[1]))
        grain = grain.filter(ImageFilter.GaussianBlur(0.8)).resize(picture.size)
        soft = grain.point(lambda v: 128 + (v - 128) // 12)
        picture = ImageChops.add(picture, soft, 1, -128)
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(path, "JPEG", quality=78, optimize=True, dpi=(200, 200))


def tone(t: float, stops: tuple[tuple[float, int], ...]) -> int:
    for (a, low), (b, high) in zip(stops, stops[1:]):
        if t <= b:
            return round(low + (high - low) * max(0.0, t - a) / (b - a))
    return stops[-1][1]


def curve(points: list[Point], steps: int = 12) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    out: list[Point] = []
    for i in range(len(points) - 1):
        p = [points[min(max(i + k, 0), len(points) - 1)] for k in (-1, 0, 1, 2)]
        for j in range(steps):
            t = j / steps
            out.append((_spline(p, 0, t), _spline(p, 1, t)))
    return [*out, points[-1]]


def _spline(p: list[Point], axis: int, t: float) -> float:
    a, b, c, d = (q[axis] for q in p)
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def ridge(width: int, base: float, height: float, seed: float, foot: float) -> list[Point]:
    """The outline of hills from side to side, closed at `foot`."""
    tops = []
    for x in range(-10, width + 20, 8):
        u = x / width * 2 * math.pi
        y = sum(math.sin(u * k * 0.7 + seed * k * 1.7) / k for k in (1, 2, 3, 5, 8)) / 1.8
        tops.append((float(x), base - height * (0.5 + 0.5 * y)))
    return [(-10.0, foot), *tops, (width + 20.0, foot)]


def disc(x: float, y: float, rx: float, ry: float) -> list[Point]:
    return [(x + rx * math.cos(i * math.pi / 30), y + ry * math.sin(i * math.pi / 30)) for i in range(60)]


def dawn() -> Sheet:
    """A ferry on a misty river before sunrise."""
    s = Sheet(2000, 1250)
    s.sky((0, 96), (0.3, 176), (0.52, 232), (0.53, 214), (0.75, 150), (1, 84))
    s.glow(1420, 560, 330, 0.75)
    s.shape(disc(1420, 560, 62, 62), 250, 2)
    for base, height, seed, grey in ((655, 330, 1.2, 186), (668, 230, 3.4, 152), (680, 130, 5.1, 108)):
        s.shape(ridge(2000, base, height, seed, 690), grey, 2.5)
        s.shape([(-20, 640), (2020, 640), (2020, 700), (-20, 700)], 226, 26, 0.55)
    for i in range(26):  # light on the water, broader towards the viewer
        y = 705 + i * i * 0.82
        w = 34 + i * 9 + 22 * math.sin(i * 2.3)
        x = 1420 + 26 * math.sin(i * 1.9)
        s.shape(disc(x, y, w, 2.2 + i * 0.22), 240, 1.2, 0.75)
    for i in range(40):
        y = 720 + (i * 137) % 500
        x = (i * 389) % 2000
        s.shape(disc(x, y, 60 + y * 0.09, 1.6 + y * 0.002), 66, 1.5, 0.35)
    ferry(s, 690, 860)
    for i, (x, h) in enumerate(((60, 190), (96, 260), (130, 220), (1890, 240), (1935, 300), (1972, 210))):
        s.stroke([(x, 1260), (x + 6, 1260 - h / 2), (x + (26 if i % 2 else -20), 1260 - h)], 9, 26, 0.1)
        s.shape(disc(x + (26 if i % 2 else -20), 1246 - h, 8, 34), 34, 1)
    return s


def ferry(s: Sheet, x: float, y: float) -> None:
    """The boat with lit windows, its people and its reflection."""
    s.shape(disc(x + 10, y + 62, 420, 34), 40, 10, 0.55)
    s.shape([(x - 410, y - 20), (x + 430, y - 30), (x + 360, y + 52), (x - 350, y + 52)], 30)
    s.shape([(x - 410, y - 20), (x + 430, y - 30), (x + 428, y - 18), (x - 408, y - 8)], 206)
    s.shape([(x - 270, y - 152), (x + 230, y - 158), (x + 230, y - 24), (x - 270, y - 20)], 62)
    s.shape([(x - 300, y - 170), (x + 262, y - 178), (x + 262, y - 154), (x - 300, y - 148)], 26)
    for i in range(7):
        left = x - 246 + i * 68
        s.shape([(left, y - 130), (left + 46, y - 131), (left + 46, y - 66), (left, y - 66)], 244)
        head = disc(left + 24, y - 92, 9, 11)
        s.shape(head, 70 + 12 * (i % 3))
        s.shape(disc(left + 24, y - 66, 17, 17), 54 + 10 * (i % 2))
    s.shape([(x - 250, y - 66), (x + 216, y - 68), (x + 216, y - 24), (x - 250, y - 22)], 62)
    s.shape([(x + 40, y - 260), (x + 150, y - 262), (x + 158, y - 176), (x + 34, y - 174)], 44)
    s.shape([(x + 54, y - 244), (x + 138, y - 246), (x + 140, y - 208), (x + 52, y - 206)], 236)
    s.stroke([(x - 200, y - 170), (x - 202, y - 330)], 7, 28, 0.5)
    s.shape([(x - 201, y - 326), (x - 110, y - 312), (x - 130, y - 292), (x - 201, y - 282)], 70)
    s.stroke([(x + 420, y - 26), (x + 420, y - 84)], 6, 30, 0.8)
    s.shape(disc(x + 420, y - 92, 9, 11), 36)
    for i in range(5):
        s.shape(disc(x + 20 - i * 20, y + 82 + i * 20, 330 - i * 40, 3 + i), 216, 1.5, 0.45)
    s.glow(x - 20, y - 96, 190, 0.16)


def kites() -> Sheet:
    """Kites over a playing field."""
    s = Sheet(1800, 1150)
    s.sky((0, 132), (0.45, 196), (0.78, 238), (1, 238))
    for x, y, w in ((300, 250, 230), (1260, 180, 300), (820, 420, 210), (1560, 470, 190)):
        for i in range(5):
            s.shape(disc(x + (i - 2) * w / 3.4, y + 10 * (i % 2), w / 3.2, w / 9), 248, 16, 0.55)
    s.shape(ridge(1800, 900, 150, 2.2, 930), 186, 2)
    school(s)
    s.shape([(-20, 905), (1820, 895), (1820, 1170), (-20, 1170)], 128, 1.5)
    for i in range(6):
        s.shape(
            [(-20, 935 + i * 42), (1820, 925 + i * 46), (1820, 931 + i * 46), (-20, 941 + i * 42)],
            152,
            2,
            0.6,
        )
    flown = (
        (210, 330, 92, 0.3, 26), (560, 170, 70, -0.2, 40), (760, 480, 60, 0.15, 60), (980, 150, 108, 0.25, 22),
        (1300, 330, 76, -0.35, 48), (1590, 200, 62, 0.1, 66), (1480, 560, 52, -0.1, 80), (420, 540, 48, 0.4, 74),
    )  # fmt: skip
    hands = (
        (300, 965),
        (520, 985),
        (690, 960),
        (900, 1000),
        (1120, 970),
        (1330, 990),
        (1500, 960),
        (1640, 985),
    )
    for (x, y, size, turn, grey), (hx, hy) in zip(sorted(flown), hands):
        s.stroke([(x, y), ((x + hx) / 2 + 40, (y + hy) / 2 + 60), (hx, hy - 64)], 2.0, 84, 0.9)
        kite(s, x, y, size, turn, grey)
    for i, (hx, hy) in enumerate(hands):
        child(s, hx, hy, 1 + 0.1 * (i % 3), 34 + 16 * (i % 3))
    return s


def school(s: Sheet) -> None:
    """A low building with windows and trees at its ends."""
    s.shape([(980, 770), (1640, 770), (1640, 905), (980, 905)], 214)
    s.shape([(960, 748), (1660, 748), (1640, 774), (980, 774)], 96)
    for i in range(9):
        for j in range(2):
            x, y = 1006 + i * 70, 790 + j * 56
            s.shape([(x, y), (x + 42, y), (x + 42, y + 34), (x, y + 34)], 118)
    for x, r in ((930, 70), (1700, 84), (160, 92), (80, 66)):
        s.stroke([(x, 915), (x, 800)], 18, 62, 0.7)
        for i in range(7):
            s.shape(
                disc(x + r * 0.55 * math.cos(i * 2.4), 792 - r * 0.4 * math.sin(i * 1.7), r * 0.6, r * 0.5),
                88 + i * 4,
                3,
            )


def kite(s: Sheet, x: float, y: float, size: float, turn: float, grey: int) -> None:
    """A diamond of two tones with a tail."""

    def at(u: float, v: float) -> Point:
        c, d = math.cos(turn), math.sin(turn)
        return x + size * (u * c - v * d), y + size * (u * d + v * c)

    s.shape([at(0, -1), at(0.72, -0.25), at(0, 1.1), at(-0.72, -0.25)], grey)
    s.shape([at(0, -1), at(0.72, -0.25), at(0, 1.1)], min(255, grey + 110))
    s.stroke([at(0, -1), at(0, 1.1)], 3, 20, 1)
    s.stroke([at(-0.72, -0.25), at(0.72, -0.25)], 3, 20, 1)
    s.stroke([at(0, 1.1), at(0.3, 1.7), at(-0.2, 2.2), at(0.25, 2.8)], 4, grey, 0.4)
    for u, v in ((0.3, 1.7), (-0.2, 2.2), (0.25, 2.8)):
        s.shape(
            [at(u - 0.16, v - 0.07), at(u + 0.16, v + 0.07), at(u + 0.16, v - 0.07), at(u - 0.16, v + 0.07)],
            grey,
        )


def child(s: Sheet, x: float, y: float, scale: float, grey: int) -> None:
    """A figure that looks up, an arm raised."""

    def p(dx: float, dy: float) -> Point:
        return x + dx * scale, y + dy * scale

    s.shape(disc(x + 6, y + 74 * scale, 40 * scale, 7 * scale), 70, 4, 0.6)
    for dx in (-9, 9):
        s.stroke([p(dx, 26), p(dx * 1.3, 74)], 13 * scale, grey - 10, 0.7)
    s.shape([p(-18, -26), p(18, -26), p(22, 32), p(-22, 32)], grey + 40, 1.5)
    s.shape(disc(x - 2, y - 44 * scale, 15 * scale, 17 * scale), grey)
    s.stroke([p(14, -22), p(14, -46), p(2, -66)], 9 * scale, grey + 50, 0.8)
    s.stroke([p(-16, -20), p(-26, 4), p(-12, 16)], 9 * scale, grey + 50, 0.8)


def branch() -> Sheet:
    """Persimmons over a tiled roof, a winter moon."""
    s = Sheet(1500, 1800)
    s.sky((0, 214), (0.5, 236), (1, 246))
    s.shape(disc(1080, 460, 190, 190), 252, 4)
    s.glow(1080, 460, 260, 0.2)
    s.shape(ridge(1500, 1330, 240, 4.4, 1500), 214, 8)
    s.shape(ridge(1500, 1420, 170, 0.6, 1500), 190, 6)
    roof(s)
    main = [(-30, 1010), (210, 860), (430, 800), (640, 640), (900, 560), (1180, 400), (1420, 380)]
    s.stroke(main, 58, 36, 0.12)
    twigs = (
        ([(210, 860), (330, 700), (360, 520), (470, 380)], 26),
        ([(430, 800), (620, 850), (800, 980), (900, 1000)], 24),
        ([(640, 640), (690, 450), (820, 300), (850, 180)], 22),
        ([(900, 560), (1060, 640), (1220, 660), (1330, 780)], 18),
        ([(360, 520), (260, 420), (250, 300)], 12),
        ([(690, 450), (610, 340), (600, 230)], 11),
        ([(1060, 640), (1080, 760), (1160, 860)], 10),
        ([(620, 850), (640, 980), (590, 1090)], 11),
    )
    for points, width in twigs:
        s.stroke(points, width, 40, 0.15)
    fruit = (
        (470, 430), (250, 360), (855, 240), (600, 290), (905, 1062), (590, 1150), (1332, 842), (1164, 920),
        (1420, 440), (740, 716), (360, 770), (1010, 606), (800, 1040), (1230, 722),
    )  # fmt: skip
    for i, (x, y) in enumerate(fruit):
        persimmon(s, x, y, 50 + 7 * (i % 3))
    bird(s, 1190, 352)
    return s


def roof(s: Sheet) -> None:
    """Rows of tiles under an eave."""
    s.shape([(-20, 1560), (1520, 1430), (1520, 1820), (-20, 1820)], 74, 1.5)
    for row in range(6):
        for i in range(-1, 34):
            x = i * 46 + (row % 2) * 23
            y = 1566 + row * 52 - x * 0.0845
            s.shape(disc(x + 23, y, 21, 15), 104 + 8 * (i % 3), 1.2)
            s.shape(disc(x + 23, y + 11, 21, 15), 60 + 7 * row, 1.2)
    s.stroke([(-20, 1552), (1520, 1424)], 26, 34, 1)


def persimmon(s: Sheet, x: float, y: float, r: float) -> None:
    """A fruit lit from the upper right, with its leaf crown and stalk."""
    s.stroke([(x, y - r * 1.25), (x - 3, y - r * 0.6)], 8, 36, 0.8)
    s.shape(disc(x, y, r * 1.08, r * 0.94), 78)
    s.shape(disc(x + r * 0.14, y - r * 0.1, r * 0.84, r * 0.72), 110, r * 0.16)
    s.shape(disc(x + r * 0.34, y - r * 0.3, r * 0.36, r * 0.28), 176, r * 0.14)
    for i in range(4):
        a = i * math.pi / 2 + 0.6
        tip = (x + r * 0.62 * math.cos(a), y - r * 0.74 + r * 0.24 * math.sin(a))
        s.shape([(x - r * 0.14, y - r * 0.76), tip, (x + r * 0.14, y - r * 0.7)], 34, 1)


def bird(s: Sheet, x: float, y: float) -> None:
    """A small bird on the bough."""
    s.shape(disc(x, y, 46, 30), 44, 1.2)
    s.shape(disc(x + 38, y - 26, 22, 20), 40, 1)
    s.shape([(x + 56, y - 30), (x + 80, y - 24), (x + 56, y - 18)], 30)
    s.shape([(x - 36, y - 8), (x - 118, y + 22), (x - 112, y + 36), (x - 26, y + 14)], 36)
    s.shape(disc(x + 8, y + 8, 30, 16), 150, 4)
    s.shape(disc(x + 44, y - 30, 4, 4), 220, 0.6)


def main() -> None:
    dawn().save(TEMPLATES / "news" / "pictures" / "dawn.jpg", 2640)
    kites().save(TEMPLATES / "school" / "pictures" / "kites.jpg")
    branch().save(TEMPLATES / "supplement" / "pictures" / "branch.jpg")


if __name__ == "__main__":
    main()
