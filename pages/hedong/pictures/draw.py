"""Draws the pictures of pages 1 and 8: bridge.jpg and locust.png, the second without a background.

    python draw.py [bridge] [locust]

With the tools of canvas.py beside it, and by its rules.
"""
import math
import sys

from canvas import HERE, Canvas, Dice, S, noise, oval, smooth, spline
from PIL import Image, ImageChops, ImageDraw, ImageFilter


# ---------------------------------------------------------------- the bridge

def ridge(c, y, height, tone, to, seed, step=36, soft=1.4, alpha=1.0):
    """A range of hills from edge to edge: two waves and a little roughness."""
    d, pts = Dice(seed), [(-60, c.h + 40)]
    p1, p2 = d(0, 6), d(0, 6)
    for i in range(int((c.w + 120) / step) + 1):
        x = -60 + i * step
        up = .55 + .3 * math.sin(x / 331 + p1) + .22 * math.sin(x / 127 + p2) + d(-.05, .05)
        pts.append((x, y - height * up))
    pts.append((c.w + 60, c.h + 40))
    c.shape(pts[:1] + spline(pts[1:-1], False, 6) + pts[-1:], tone, to, soft=soft, alpha=alpha)


def pylon(c, x, top, deck, water, tone, lit):
    """A tower of two legs that lean together, seen a little from the side."""
    for s in (-1, 1):
        foot, knee = x + s * 21, x + s * 30
        c.shape([(x + s * 7 - 8, top), (x + s * 7 + 8, top), (knee + 11, deck), (foot + 12, water), (foot - 12, water), (knee - 11, deck)],
                tone, tone + 26, light=(.8, 0, 7, .45), soft=.6)
        c.line([(x + s * 7 - 6, top + 4), (knee - 9, deck), (foot - 10, water)], 2.6, lit, end=1, soft=.6, alpha=.75)
    for y, half in ((top + 70, 14), (deck - 84, 24), (deck + 20, 34)):
        c.shape([(x - half, y), (x + half, y), (x + half, y + 13), (x - half, y + 13)], tone + 8, tone - 6, soft=.5)
    c.shape([(x - 44, water - 20), (x + 44, water - 20), (x + 52, water + 10), (x - 52, water + 10)], tone + 34, tone, soft=.7)
    c.line([(x, top - 40), (x, top + 4)], 3, tone, end=1, soft=.4)


def deck_y(x):
    """The deck rises a little towards the middle of the river."""
    return 640 - 26 * math.cos((x - 980) / 980 * 1.25)


def bridge_jpg():
    w, h, water = 2000, 1240, 770
    c, d = Canvas(w, h, 190), Dice(71)
    c.shape([(-20, -20), (w + 20, -20), (w + 20, water), (-20, water)], 120, 236, soft=0)
    # the sun behind thin cloud, low on the left of the middle
    c.glow(760, 560, 900, 620, 74, "screen")
    c.glow(760, 560, 250, 220, 90, "screen")
    c.shape(oval(760, 548, 47, 47), 252, 244, soft=2.2)
    for i in range(26):
        x, y, l = d(-100, w), d(40, 470), d(220, 700)
        t = 100 + int(y * .25)
        c.shape(spline([(x, y), (x + l * .3, y - d(6, 20)), (x + l * .7, y - d(0, 14)), (x + l, y + 4), (x + l * .6, y + d(6, 16)), (x + l * .2, y + d(4, 12))]),
                t + d(10, 50), t + 66, soft=13, alpha=.42)
    # hills, paler the farther
    ridge(c, 640, 210, 196, 226, 5, soft=3, alpha=.9)
    ridge(c, 690, 170, 172, 218, 11, soft=2.4)
    ridge(c, 726, 130, 138, 206, 17, soft=1.8)
    c.shape([(-30, 690), (w + 30, 690), (w + 30, 772), (-30, 772)], 224, 232, soft=26, alpha=.62)          # mist on the water
    # the far bank: a town of low roofs, trees, two chimneys
    x = -20
    while x < w:
        bw, bh = d(26, 78), d(12, 44)
        if d() < .78:
            t = d(96, 128)
            c.shape([(x, water - bh), (x + bw, water - bh), (x + bw, water + 4), (x, water + 4)], t, t + 34, soft=.9)
            c.shape([(x - 5, water - bh), (x + bw * .5, water - bh - d(8, 15)), (x + bw + 5, water - bh)], t - 22, t - 6, soft=.8)
            for k in range(int(bw // 16)):
                if d() < .4:
                    c.shape([(x + 6 + k * 15, water - bh + 9), (x + 12 + k * 15, water - bh + 9), (x + 12 + k * 15, water - bh + 17), (x + 6 + k * 15, water - bh + 17)], 216, soft=.6)
        else:
            for _ in range(6):
                c.shape(oval(x + d(0, bw), water - d(4, 30), d(9, 22), d(9, 18)), d(80, 108), d(96, 124), soft=2.4)
        x += bw * d(.82, 1.2)
    for x, t in ((372, 156), (1742, 138)):
        c.line([(x, water - t), (x, water)], 13, 104, end=1.2, soft=.8)
    # the water
    c.shape([(-20, water), (w + 20, water), (w + 20, h + 20), (-20, h + 20)], 218, 74, soft=.8)
    c.glow(760, water + 70, 260, 560, 62, "screen")
    # the bridge: cables first, then towers, deck and the crane on it
    towers = ((560, 236), (1404, 236))
    for tx, top in towers:
        for s in (-1, 1):
            for k in range(1, 15):
                x = tx + s * k * 29.3
                if -40 < x < w + 40:
                    c.line([(tx, top + 10 + k * 5.2), (x, deck_y(x))], 2.6, 58, end=1, soft=.45, alpha=.9)
    for x in (104, 1862):                                                                                    # piers of the approaches
        for s in (-15, 15):
            c.shape([(x + s - 9, deck_y(x)), (x + s + 9, deck_y(x)), (x + s + 12, water + 8), (x + s - 12, water + 8)], 66, 104, light=(.7, 0, 5, .4), soft=.6)
    for tx, top in towers:
        pylon(c, tx, top, deck_y(tx), water + 8, 52, 188)
    xs = [i * 50 - 50 for i in range(43)]
    over, under = [(x, deck_y(x) - 9) for x in xs], [(x, deck_y(x) + 15) for x in xs]
    c.shape(over + under[::-1], 62, 38, soft=.6)
    c.line([(x, y + 2) for x, y in over], 3, 190, end=1, soft=.5, alpha=.8)
    for x in range(-40, 2040, 25):
        c.line([(x, deck_y(x) - 20), (x, deck_y(x) - 8)], 2, 60, end=1, soft=.4)
    c.line([(x, deck_y(x) - 20) for x in xs], 2.2, 60, end=1, soft=.4)
    # the last piece, at the middle, paler, hung from two derricks
    m = 982
    c.shape([(m - 34, deck_y(m) - 9), (m + 34, deck_y(m) - 9), (m + 34, deck_y(m) + 17), (m - 34, deck_y(m) + 17)], 156, 112, soft=.5)
    for s in (-1, 1):
        for px in (m + s * 38, m + s * 41.5):
            c.line([(px, deck_y(m) - 12), (px, deck_y(m) + 19)], 2, 26, end=1, soft=.4)
        bx, by = m + s * 92, deck_y(m) - 12
        c.line([(bx, by), (m + s * 24, by - 92)], 6, 34, end=1, soft=.4)
        c.line([(bx + s * 52, by), (bx - s * 6, by - 62)], 5, 34, end=1, soft=.4)
        c.line([(bx + s * 52, by), (m + s * 24, by - 92)], 2.4, 34, end=1, soft=.4)
        c.line([(m + s * 24, by - 92), (m + s * 24, by + 4)], 2, 30, end=1, soft=.4)
        c.shape([(bx + s * 8 - 14, by - 25), (bx + s * 8 + 14, by - 25), (bx + s * 8 + 14, by), (bx + s * 8 - 14, by)], 46, 30, soft=.5)
    # people along the rail, a flag
    for i in range(34):
        x = m + (i - 16.5) * 15 + d(-5, 5)
        if abs(x - m) < 60 or abs(abs(x - m) - 96) < 24:
            continue
        y, t = deck_y(x) - 9, 22 + int(d(0, 26))
        c.shape(spline([(x - 4.6, y - 19), (x, y - 22), (x + 4.6, y - 19), (x + 4, y), (x - 4, y)]), t, t + 8, soft=.5)
        c.shape(oval(x, y - 25.5, 3.4, 3.9), t + 12, soft=.5)
        c.shape(oval(x, y - 27.5, 4, 2.4), 206 if i % 3 else 120, soft=.5)
        if i % 5 == 2:
            c.line([(x + 3, y - 18), (x + 8, y - 31)], 2.4, t, end=1, soft=.4)
    # mirror: bridge and bank upside down, drawn out and broken by ripples
    img, k = c.img, S
    part = img.crop((0, 200 * k, img.width, water * k)).transpose(Image.FLIP_TOP_BOTTOM)
    part = part.resize((img.width, int((h - water) * k * 1.0)), Image.BICUBIC).filter(ImageFilter.GaussianBlur(2.2 * k))
    for y in range(0, part.height, 3):
        t = y / part.height
        off = int(math.sin(y / (5.0 + 22 * t)) * (2 + 26 * t) * k * .5 + d(-1, 1) * (2 + 8 * t))
        part.paste(ImageChops.offset(part.crop((0, y, part.width, y + 3)), off, 0), (0, y))
    fade = Image.new("L", (1, part.height))
    fade.putdata([int(178 * (1 - smooth(y / part.height)) + 18) for y in range(part.height)])
    img.paste(part, (0, water * k), fade.resize(part.size))
    for i in range(520):                                                                                     # ripples, longer the nearer
        t = d() ** .62
        y, x = water + 6 + (h - water) * t, d(-60, w)
        l, near = 14 + 130 * t * d(.4, 1), math.exp(-((x - 760) / 300) ** 2)
        bright = d() < .42 + .4 * near
        c.line([(x, y), (x + l * .5, y - 1 - t * 2), (x + l, y)], 1 + 3.4 * t, 232 if bright else 44, soft=.8, alpha=(.5 if bright else .34) * (.5 + .5 * t + .4 * near * bright))
    # a barge with a derrick, a ferry, two skiffs
    def hull(x, y, l, tone):
        c.shape(oval(x, y + l * .1, l * .62, l * .075), 40, soft=5, alpha=.5)
        c.shape(spline([(x - l * .52, y - l * .055), (x + l * .5, y - l * .07), (x + l * .44, y + l * .045), (x, y + l * .06), (x - l * .46, y + l * .045)]), tone, tone - 18, light=(-.4, -.5, 5, .4), soft=.7)
    hull(1180, 838, 250, 48)
    c.shape([(1090, 790), (1146, 790), (1146, 826), (1090, 826)], 128, 92, soft=.6)
    c.shape([(1084, 783), (1152, 783), (1152, 792), (1084, 792)], 60, soft=.5)
    for k in range(3):
        c.shape([(1096 + k * 17, 799), (1107 + k * 17, 799), (1107 + k * 17, 811), (1096 + k * 17, 811)], 34, soft=.5)
    c.line([(1210, 824), (1290, 690)], 6, 36, end=.6, soft=.4)
    c.line([(1210, 824), (1224, 762), (1290, 690)], 2.4, 36, end=1, soft=.4, curve=False)
    c.line([(1290, 690), (1290, 772)], 1.8, 36, end=1, soft=.4)
    c.shape([(1200, 806), (1232, 806), (1232, 828), (1200, 828)], 58, 36, soft=.5)
    for x, y, l in ((420, 880, 120), (1660, 926, 150)):
        hull(x, y, l, 42)
        px = x + l * .18
        c.shape(spline([(px - 10, y - 44), (px, y - 52), (px + 10, y - 42), (px + 12, y - 6), (px - 12, y - 6)]), 34, 24, soft=.7)
        c.shape(oval(px + 1, y - 58, 7, 8), 70, 44, soft=.6)
        c.shape(spline([(px - 17, y - 60), (px, y - 72), (px + 19, y - 60), (px, y - 57)]), 150, 104, soft=.6)
        c.line([(px + 30, y - 96), (px + 4, y - 30), (px - 22, y + 34)], 3.4, 40, end=1, soft=.5)
    # reeds in front, dark
    for i in range(330):
        x = d(-30, w + 30)
        low = abs(x - w * .56) / w
        if d() > .14 + low * 1.9:
            continue
        l = d(110, 330) * (.4 + low * 1.15)
        lean, t = d(.02, .34), int(d(14, 62))
        tip = (x + l * lean * 1.2, h - l)
        c.line([(x, h + 14), (x + l * lean * .35, h - l * .55), tip], 5.4, t, end=.15, soft=.6)
        if d() < .6:
            c.line([(x + l * .1 * lean, h - l * .3), (x + l * (lean + .18), h - l * .62), (x + l * (lean + .44), h - l * .56)], 5.6, t + 8, end=.05, soft=.6)
        if d() < .5:
            for j in range(11):
                a = -.95 + j * .1
                c.line([(tip[0] - 3 + j * .6, tip[1] + 26), (tip[0] + 12 * lean + math.cos(a) * 30, tip[1] + 8 + math.sin(a) * 30)], 3.4, t + 60 + int(d(0, 70)), end=.2, soft=.9, alpha=.9)
    for i in range(9):                                                                                      # birds
        x, y, r = 1000 + d(0, 620), 90 + d(0, 180), d(7, 13)
        c.line([(x - r, y - r * .4), (x - r * .4, y - r * .55), (x, y)], 2.4, 52, end=.6, soft=.5)
        c.line([(x, y), (x + r * .5, y - r * .6), (x + r * 1.1, y - r * .3)], 2.4, 52, end=.4, soft=.5)
    c.img = c.img.point(lambda v: max(0, min(255, int(128 + (v - 132) * 1.14))))
    for x in (0, w):
        c.glow(x, 0, 760, 460, 44, "sub")
        c.glow(x, h, 640, 420, 48, "sub")
    c.finish("bridge.jpg", 41)


# ---------------------------------------------------------------- the tree

class Ink:
    """Ink on nothing: grey with alpha."""

    def __init__(self, w, h, scale=3, shift=0):
        self.w, self.h, self.k, self.dx = w, h, scale, shift
        self.img = Image.new("LA", (w * scale, h * scale), (0, 0))
        self.pen = ImageDraw.Draw(self.img)

    def shape(self, pts, tone):
        self.pen.polygon([((x + self.dx) * self.k, y * self.k) for x, y in pts], fill=(int(max(0, min(255, tone))), 255))

    def limb(self, pts, w0, w1, tone):
        """A branch along pts that tapers, lit from the left."""
        p, n = spline(pts, False, 10), 0
        n = len(p)
        edge = {-1: [], 1: []}
        for i in range(n):
            a, b = p[max(i - 1, 0)], p[min(i + 1, n - 1)]
            l = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
            width = (w0 + (w1 - w0) * i / (n - 1)) / 2
            for s in edge:
                edge[s].append((p[i][0] - s * (b[1] - a[1]) / l * width, p[i][1] + s * (b[0] - a[0]) / l * width))
        self.shape(edge[-1] + edge[1][::-1], tone)
        return p, edge


def grow(ink, d, x, y, angle, length, width, depth, tips):
    """A limb and its children; the ends of the thin ones are gathered in tips."""
    bend = d(-.28, .28)
    mid = (x + math.cos(angle + bend * .5) * length * .5, y + math.sin(angle + bend * .5) * length * .5)
    end = (x + math.cos(angle + bend) * length, y + math.sin(angle + bend) * length)
    path, edge = ink.limb([(x, y), mid, end], width, width * .62, 44 + depth * 6)
    if width > 9:
        bark(ink, d, path, width)
    if depth >= 2:
        tips += [path[len(path) // 2], end]
    if depth >= 6 or width < 2.2:
        return
    for turn in ((-.52, .44) if depth else (-.72, -.08, .62)):
        share = d(.64, .86)
        grow(ink, d, *end, angle + bend * .3 + turn + d(-.2, .2), length * share, width * (.6 if depth else .52), depth + 1, tips)


def bark(ink, d, path, width):
    for i in range(int(width * 3.2)):
        a = int(d(0, len(path) * .72))
        b = min(len(path) - 1, a + 3 + int(d(0, 7)))
        off = d(-.46, .46)
        pts = [(px + off * width * .86, py) for px, py in path[a:b]]
        if len(pts) > 2:
            ink.limb(pts, 1.8, .6, 150 - off * 90 if off < .12 else 18 + off * 20)


def leaf(ink, x, y, r, turn, tone):
    ink.shape(oval(x, y, r, r * .5, turn, 9), tone)


def locust_png():
    w, h = 1900, 1500
    ink, d, tips = Ink(w, h, shift=200), Dice(23), []
    # roots and trunk
    foot = (690, 1372)
    for a, l in ((-1, 150), (1, 168), (-.45, 84), (.5, 96)):
        ink.limb([(foot[0] + a * 40, foot[1] - 70), (foot[0] + a * l * .62, foot[1] - 6), (foot[0] + a * l, foot[1] + 28)], 62, 8, 44)
    trunk, _ = ink.limb([(foot[0], foot[1] + 14), (672, 1220), (706, 1060), (690, 930)], 168, 116, 48)
    for x, y, r in ((664, 1150, 26), (712, 1016, 17)):
        ink.shape(oval(x, y, r, r * 1.4), 22)
        ink.shape(oval(x + 3, y + 3, r * .6, r), 8)
    for i in range(120):
        a = int(d(0, len(trunk) - 8))
        off = d(-.47, .47)
        pts = [(px + off * (168 - 52 * j / len(trunk)), py) for j, (px, py) in enumerate(trunk)][a:a + 5 + int(d(0, 7))]
        if len(pts) > 2:
            ink.limb(pts, 3.4, .8, 158 - (off + .47) * 120 if d() < .62 else 14)
    for angle, l, wd in ((-2.42, 250, 66), (-1.86, 270, 74), (-1.2, 262, 70), (-.62, 246, 58)):
        grow(ink, d, 690 + math.cos(angle) * 24, 946, angle, l, wd, 1, tips)
    # leaves in clouds about the tips: dark below first, light above last
    clouds = []
    for x, y in tips:
        for _ in range(13):
            a, r = d(0, 6.283), 62 * d() ** .6
            clouds.append((x + math.cos(a) * r * 1.2, y + math.sin(a) * r * .86, y))
    cx, cy = 700, 560
    for deep in (0, 1, 2):
        for i, (x, y, base) in enumerate(clouds):
            if i % 3 != deep:
                continue
            up = (base - y) / 62                                                                             # above its tip
            side = (cx - x) / 620 + (cy - y) / 640                                                          # towards the light
            tone = 66 + deep * 30 + up * 34 + side * 52 + d(-22, 22)
            leaf(ink, x, y, d(8, 13), d(0, 3.14), max(26, min(206, tone)))
    # a stone bench in the shade, grass
    ground = [(330, 1412), (520, 1398), (760, 1394), (1010, 1400), (1210, 1414), (1010, 1428), (740, 1436), (480, 1430)]
    ink.shape(spline(ground), 120)
    for i in range(150):
        x = d(350, 1190)
        ink.limb([(x, 1418), (x + d(-4, 8), 1404), (x + d(-10, 16), 1392 - d(0, 14))], 3.6, .6, d(40, 110))
    ink.shape([(868, 1330), (1100, 1326), (1108, 1350), (862, 1354)], 178)
    ink.shape([(862, 1354), (1108, 1350), (1106, 1366), (866, 1370)], 88)
    for x in (894, 1050):
        ink.shape([(x, 1368), (x + 34, 1366), (x + 38, 1416), (x - 4, 1418)], 74)
        ink.shape([(x, 1368), (x + 12, 1367), (x + 9, 1416), (x - 4, 1418)], 128)
    # an enamel mug on it
    ink.shape([(960, 1296), (992, 1296), (990, 1328), (962, 1328)], 232)
    ink.shape([(980, 1296), (992, 1296), (990, 1328), (981, 1328)], 176)
    ink.shape(oval(976, 1296, 16, 4.4), 60)
    im = ink.img.resize((w, h), Image.LANCZOS)
    grey, alpha = im.split()
    grain = noise((w, h), 9).filter(ImageFilter.GaussianBlur(.7)).point(lambda v: 128 + int((v - 128) * .34))
    grey = ImageChops.add(grey, grain, 1, -128)
    box = alpha.point(lambda v: 255 if v > 20 else 0).getbbox()
    tree = Image.merge("LA", (grey, alpha)).crop(box)
    tree.thumbnail((1300, 1300), Image.LANCZOS)
    tree.save(HERE / "locust.png", optimize=True, dpi=(300, 300))


if __name__ == "__main__":
    todo = sys.argv[1:] or ["bridge", "locust"]
    if "bridge" in todo:
        bridge_jpg()
    if "locust" in todo:
        locust_png()
