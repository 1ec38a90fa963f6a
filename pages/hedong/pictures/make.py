"""Draws the two pictures of the page: class.jpg and choir.jpg.

    python make.py [class] [choir]

Pillow only; no fonts, no outside material, no random numbers (all noise is a hash of a fixed seed), so the
same Pillow draws the same picture. Coordinates are pixels of the final picture; everything is drawn S times
as large and reduced at the end.
"""
import hashlib
import math
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

HERE = Path(__file__).resolve().parent
S = 2


# ---------------------------------------------------------------- tools

class Dice:
    """A small repeatable source of numbers in 0..1."""

    def __init__(self, seed):
        self.x = seed * 2654435761 % 2**32 or 1

    def __call__(self, a=0.0, b=1.0):
        self.x = (self.x * 1664525 + 1013904223) % 2**32
        return a + (b - a) * (self.x >> 8) / 2**24


def noise(size, seed):
    return Image.frombytes("L", size, hashlib.shake_256(str(seed).encode()).digest(size[0] * size[1]))


def spline(pts, closed=True, n=10):
    """Catmull-Rom curve through the points."""
    out, m = [], len(pts)
    for i in range(m if closed else m - 1):
        p = [pts[(i + k) % m] if closed else pts[min(max(i + k, 0), m - 1)] for k in (-1, 0, 1, 2)]
        for j in range(n):
            t = j / n
            out.append(tuple(
                0.5 * (2 * p[1][c] + (p[2][c] - p[0][c]) * t
                       + (2 * p[0][c] - 5 * p[1][c] + 4 * p[2][c] - p[3][c]) * t * t
                       + (3 * p[1][c] - p[0][c] - 3 * p[2][c] + p[3][c]) * t ** 3) for c in (0, 1)))
    if not closed:
        out.append(pts[-1])
    return out


def oval(cx, cy, rx, ry, turn=0.0, n=40):
    c, s = math.cos(turn), math.sin(turn)
    return [(cx + rx * math.cos(a) * c - ry * math.sin(a) * s, cy + rx * math.cos(a) * s + ry * math.sin(a) * c)
            for a in (2 * math.pi * i / n for i in range(n))]


def gradient(size, stops):
    """Vertical gradient; stops are (0..1, tone)."""
    w, h = size
    col = Image.new("L", (1, max(h, 1)))
    px = col.load()
    for y in range(h):
        t = y / max(h - 1, 1)
        v = stops[-1][1]
        for (a, va), (b, vb) in zip(stops, stops[1:]):
            if t <= b:
                v = va + (vb - va) * max(t - a, 0) / max(b - a, 1e-6)
                break
        px[0, y] = int(max(0, min(255, v + 0.5)))
    return col.resize((max(w, 1), max(h, 1)))


class Canvas:
    def __init__(self, w, h, tone=128):
        self.w, self.h = w, h
        self.img = Image.new("L", (w * S, h * S), tone)

    def mask(self, pts, pad):
        xs, ys = [p[0] for p in pts], [p[1] for p in pts]
        x0, y0 = int((min(xs) - pad) * S), int((min(ys) - pad) * S)
        x1, y1 = int((max(xs) + pad) * S) + 1, int((max(ys) + pad) * S) + 1
        x0, y0, x1, y1 = max(x0, -300), max(y0, -300), min(x1, self.w * S + 300), min(y1, self.h * S + 300)
        m = Image.new("L", (max(x1 - x0, 1), max(y1 - y0, 1)))
        ImageDraw.Draw(m).polygon([(p[0] * S - x0, p[1] * S - y0) for p in pts], fill=255)
        return m, x0, y0

    def shape(self, pts, tone, to=None, light=None, soft=0.6, alpha=1.0):
        """A filled curve. tone..to: vertical gradient. light=(dx, dy, r, amount): rounds the form, lit from (dx, dy)."""
        r = light[2] if light else 0
        m, x0, y0 = self.mask(pts, soft * 3 + r * 0.3 + 1)
        fill = gradient(m.size, [(0, tone), (1, tone if to is None else to)])
        if light:
            dx, dy, r, amount = light
            b = m.filter(ImageFilter.GaussianBlur(r * S))
            a = ImageChops.offset(b, int(dx * r * S), int(dy * r * S))
            z = ImageChops.offset(b, int(-dx * r * S), int(-dy * r * S))
            # `a` is high on the side away from the light
            pos = ImageChops.subtract(z, a).point(lambda v: int(v * amount))
            neg = ImageChops.subtract(a, z).point(lambda v: int(v * amount))
            # the difference is large at the edges: lit where the mass lies behind
            fill = ImageChops.subtract(ImageChops.add(fill, neg), pos)
        if soft:
            m = m.filter(ImageFilter.GaussianBlur(soft * S))
        if alpha < 1:
            m = m.point(lambda v: int(v * alpha))
        self.img.paste(fill, (x0, y0), m)

    def line(self, pts, width, tone, end=None, soft=0.5, alpha=1.0, curve=True):
        """A stroke that swells from nothing to width and back to `end` (default: tapers)."""
        p = spline(pts, False, 8) if curve and len(pts) > 2 else pts
        if len(p) == 2:
            p = [(p[0][0] + (p[1][0] - p[0][0]) * i / 8, p[0][1] + (p[1][1] - p[0][1]) * i / 8) for i in range(9)]
        left, right, n = [], [], len(p)
        for i in range(n):
            a, b = p[max(i - 1, 0)], p[min(i + 1, n - 1)]
            d = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
            nx, ny = -(b[1] - a[1]) / d, (b[0] - a[0]) / d
            t = i / (n - 1)
            w = width / 2 * (math.sin(math.pi * (0.12 + 0.76 * t)) if end is None else (1 - t) + end * t)
            left.append((p[i][0] + nx * w, p[i][1] + ny * w))
            right.append((p[i][0] - nx * w, p[i][1] - ny * w))
        self.shape(left + right[::-1], tone, soft=soft, alpha=alpha)

    def glow(self, cx, cy, rx, ry, amount, mode="add"):
        """A soft pool of light (or, mode sub, of shadow)."""
        x0, y0, x1, y1 = (int(v * S) for v in (cx - rx, cy - ry, cx + rx, cy + ry))
        g = ImageChops.invert(Image.radial_gradient("L"))
        # the gradient ends in the corners: make it end at the circle, and fall off smoothly
        g = g.point(lambda v: int(255 * smooth((v - 75) / 180) * amount / 255))
        g = g.resize((x1 - x0, y1 - y0), Image.BICUBIC)
        box = (max(x0, 0), max(y0, 0), min(x1, self.img.width), min(y1, self.img.height))
        g = g.crop((box[0] - x0, box[1] - y0, box[2] - x0, box[3] - y0))
        part = self.img.crop(box)
        part = {"add": ImageChops.add, "sub": ImageChops.subtract, "screen": ImageChops.screen}[mode](part, g)
        self.img.paste(part, box)

    def veil(self, mask, amount):
        """Darkens (amount < 0) or lightens by a full-size mask."""
        m = mask.point(lambda v: int(v * abs(amount)))
        self.img = (ImageChops.add if amount > 0 else ImageChops.subtract)(self.img, m)

    def finish(self, name, seed, low=16, high=238):
        im = self.img
        # lithograph: slanting crayon grain, strongest in the middle tones, and a fine paper grain
        w, h = self.w, self.h
        im = im.resize((w, h), Image.LANCZOS)
        big = int(math.hypot(w, h)) + 40
        cr = noise((big // 9, big), seed).resize((big, big), Image.BICUBIC).filter(ImageFilter.GaussianBlur(0.7))
        cr = cr.rotate(38, Image.BICUBIC).crop(((big - w) // 2, (big - h) // 2, (big - w) // 2 + w, (big - h) // 2 + h))
        gr = noise((w, h), seed + 1).filter(ImageFilter.GaussianBlur(0.6))
        cl = noise((w // 5, h // 5), seed + 2).filter(ImageFilter.GaussianBlur(1.2)).resize((w, h), Image.BICUBIC)
        tex = Image.blend(Image.blend(cr, gr, 0.5), cl, 0.25)
        mid = im.point(lambda v: int(255 * (0.30 + 0.70 * math.sin(math.pi * min(max(v, 0), 255) / 255))))
        up = ImageChops.multiply(tex.point(lambda v: max(0, min(255, int((v - 128) * 0.30)))), mid)
        dn = ImageChops.multiply(tex.point(lambda v: max(0, min(255, int((128 - v) * 0.30)))), mid)
        im = ImageChops.subtract(ImageChops.add(im, up), dn)
        im = im.filter(ImageFilter.UnsharpMask(1.2, 60, 2))
        im = im.point(lambda v: int(low + (high - low) * v / 255 + 0.5))
        im.save(HERE / name, quality=88, optimize=True, dpi=(300, 300))


def smooth(t):
    t = max(0.0, min(1.0, t))
    return t * t * (3 - 2 * t)


# ---------------------------------------------------------------- the class

def glyph(c, quad, tone, kind, d, weight=1.0):
    """A brush character on a sheet: strokes in the unit square, put into the quad (corners: tl, tr, br, bl)."""
    def at(u, v):
        a = [quad[0][k] + (quad[1][k] - quad[0][k]) * u for k in (0, 1)]
        b = [quad[3][k] + (quad[2][k] - quad[3][k]) * u for k in (0, 1)]
        return (a[0] + (b[0] - a[0]) * v, a[1] + (b[1] - a[1]) * v)
    kinds = [
        [[(.45, .06), (.55, .16)], [(.30, .27), (.50, .25), (.52, .5), (.51, .88), (.40, .80)],
         [(.12, .46), (.36, .43), (.28, .65), (.08, .84)], [(.82, .32), (.70, .44), (.56, .52)],
         [(.55, .46), (.70, .70), (.95, .90)]],
        [[(.10, .32), (.5, .28), (.90, .26)], [(.5, .05), (.5, .5), (.49, .95)], [(.47, .34), (.3, .62), (.06, .82)],
         [(.53, .34), (.7, .6), (.95, .80)]],
        [[(.18, .2), (.5, .17), (.82, .16)], [(.26, .5), (.5, .48), (.75, .47)], [(.5, .18), (.5, .5), (.5, .86)],
         [(.06, .88), (.5, .86), (.94, .85)]],
        [[(.5, .04), (.4, .3), (.06, .60)], [(.48, .22), (.68, .45), (.95, .58)], [(.3, .60), (.5, .58), (.7, .58)],
         [(.5, .45), (.5, .7), (.5, .9)], [(.2, .92), (.5, .9), (.82, .9)]],
    ]
    size = math.hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1])
    for st in kinds[kind % len(kinds)]:
        c.line([at(u + d(-.03, .03), v + d(-.03, .03)) for u, v in st], size * 0.125 * weight, tone, soft=0.35)


def head_front(c, x, y, r, hair, dark, d, bow=0.5, turn=0.0, glasses=False):
    """A head bent over the table, lit from the lamp above and by the paper below."""
    skin = 172
    c.shape(oval(x + turn * 6, y + r * 1.02, r * 0.40, r * 0.42), 120, 96)                        # neck, in shade
    face = [(x - .80 * r, y - .30 * r), (x - .83 * r, y + .22 * r), (x - .62 * r + turn * r * .2, y + .80 * r),
            (x + turn * r * .34, y + 1.08 * r), (x + .62 * r + turn * r * .2, y + .80 * r), (x + .83 * r, y + .22 * r),
            (x + .80 * r, y - .30 * r), (x, y - .75 * r)]
    for s in (-1, 1):                                                                             # ears
        if s * turn < .5:
            c.shape(oval(x + s * .84 * r, y + .22 * r, r * .15, r * .25, s * .2), skin - 36, skin - 60, soft=.8)
    c.shape(spline(face), skin - 34, skin + 14, light=(.7 * (1 if turn <= 0 else -1), .1, r * .34, .42), soft=.8)
    fx, fy = x + turn * r * .46, y + bow * r * .32
    # brow shadow, eyes cast down, nose, mouth
    for s in (-1, 1):
        ex = fx + s * .36 * r
        c.shape(oval(ex, fy + .14 * r, r * .24, r * .13), 110, soft=r * .05, alpha=.55)
        c.line([(ex - .20 * r, fy + .0 * r - .02 * r), (ex, fy - .07 * r), (ex + .20 * r, fy + .01 * r)], r * .075, 62, soft=.6, alpha=.85)
        c.line([(ex - .16 * r, fy + .17 * r), (ex, fy + .235 * r), (ex + .16 * r, fy + .17 * r)], r * .065, 44, soft=.4)
        if glasses:
            for a, b in zip(oval(ex, fy + .17 * r, r * .26, r * .2, n=18), oval(ex, fy + .17 * r, r * .26, r * .2, n=18)[1:] + oval(ex, fy + .17 * r, r * .26, r * .2, n=18)[:1]):
                c.line([a, b], r * .045, 60, end=1, soft=.3)
    if glasses:
        c.line([(fx - .1 * r, fy + .15 * r), (fx + .1 * r, fy + .15 * r)], r * .05, 60, end=1)
    c.shape(spline([(fx - .03 * r, fy + .12 * r), (fx - .13 * r, fy + .46 * r), (fx, fy + .54 * r), (fx + .13 * r, fy + .46 * r), (fx + .03 * r, fy + .12 * r)]),
            214, 222, soft=r * .05, alpha=.7)
    c.line([(fx - .13 * r, fy + .50 * r), (fx, fy + .56 * r), (fx + .13 * r, fy + .50 * r)], r * .06, 104, soft=.7, alpha=.9)
    c.line([(fx - .17 * r, fy + .74 * r), (fx, fy + .77 * r), (fx + .17 * r, fy + .74 * r)], r * .07, 92, soft=.6)
    c.line([(fx - .10 * r, fy + .85 * r), (fx + .10 * r, fy + .85 * r)], r * .05, 150, soft=.8, alpha=.7)
    # hair: a cap whose front edge lies low, as the head is bent
    edge = y - .22 * r + bow * r * .36
    if hair == "long":
        pts = [(x - .98 * r, y + 1.05 * r), (x - 1.06 * r, y), (x - .80 * r, y - .82 * r), (x, y - 1.16 * r), (x + .80 * r, y - .82 * r),
               (x + 1.06 * r, y), (x + .98 * r, y + 1.05 * r), (x + .74 * r, y + .82 * r), (x + .80 * r, y + .1 * r), (x + .42 * r, edge - .12 * r),
               (x - .1 * r, edge - .32 * r), (x - .48 * r, edge), (x - .80 * r, y + .2 * r), (x - .74 * r, y + .82 * r)]
    elif hair == "bun":
        c.shape(oval(x + .1 * r, y - 1.18 * r, .42 * r, .34 * r), dark + 10, dark, light=(0, -.5, r * .2, .5))
        pts = [(x - .90 * r, y + .25 * r), (x - .96 * r, y - .2 * r), (x - .74 * r, y - .82 * r), (x, y - 1.12 * r), (x + .74 * r, y - .82 * r),
               (x + .96 * r, y - .2 * r), (x + .90 * r, y + .25 * r), (x + .70 * r, edge + .05 * r), (x, edge - .36 * r), (x - .70 * r, edge + .05 * r)]
    else:
        pts = [(x - .90 * r, y + .12 * r), (x - .97 * r, y - .3 * r), (x - .72 * r, y - .88 * r), (x, y - 1.14 * r), (x + .74 * r, y - .86 * r),
               (x + .97 * r, y - .3 * r), (x + .90 * r, y + .12 * r), (x + .78 * r, edge - .08 * r), (x + .40 * r, edge - .18 * r),
               (x - .10 * r, edge + .02 * r), (x - .55 * r, edge - .14 * r), (x - .78 * r, edge)]
    c.shape(spline(pts), dark + 26, dark, light=(0, -.6, r * .3, .34), soft=.9)
    for i in range(9):                                                                            # combed strands
        u = -0.8 + 1.6 * i / 8 + d(-.05, .05)
        c.line([(x + u * r * .35, y - 1.05 * r), (x + u * r * .75, y - .72 * r), (x + u * r * .9, edge - .12 * r)],
               r * .05, dark + (70 if -.6 < u < .4 else 34), soft=.7, alpha=.55)


def writer_front(c, x, top, r, table, d, hair, dark, cloth, lean=0.0, right=True, glasses=False, pattern=None):
    """Sits behind the table, facing us, writing. top: height of the head's middle; table: the edge behind the paper."""
    w = r * 2.0
    sh = top + 1.45 * r
    body = [(x - .34 * r, top + .98 * r), (x - w * .62, sh - .05 * r), (x - w * .93, sh + .55 * r), (x - w * 1.0, table + 26),
            (x + w * 1.0, table + 26), (x + w * .93, sh + .55 * r), (x + w * .62, sh - .05 * r), (x + .34 * r, top + .98 * r)]
    c.shape(spline(body), cloth + 14, cloth - 16, light=(0, -.7, r * .45, .42), soft=.9)
    c.shape(spline([(x - .4 * r, top + 1.0 * r), (x, top + 1.9 * r), (x + .4 * r, top + 1.0 * r), (x, top + 1.28 * r)]), cloth + 60, cloth + 30, soft=.9, alpha=.8)
    c.line([(x, top + 1.8 * r), (x + 2, sh + 1.6 * r), (x, table + 20)], r * .06, cloth - 34, soft=.8, alpha=.7)
    for s in (-1, 1):                                                                             # folds
        for i in range(2):
            a = sh + (.45 + d(.3, .7) * i + d(0, .3)) * r
            e = d(.2, .5)
            c.line([(x + s * w * .70, a), (x + s * w * (.3 + e / 2), a + d(.4, .8) * r), (x + s * w * e, a + d(.7, 1.1) * r)], r * .12, cloth - 30, soft=2.0, alpha=.5)
    c.shape(oval(x, top + 1.35 * r, r * .95, r * .38), 20, soft=r * .16, alpha=.42)               # shadow under the chin
    head_front(c, x + lean * r, top, r, hair, dark, d, turn=lean, glasses=glasses)
    k = 1 if right else -1
    # resting arm, then the arm that writes
    for s, writes in ((k, False), (-k, True)):
        ex, ey = x + s * w * 1.06, table + 16
        hx, hy = (x + s * w * (.30 if writes else .40), table + (22 if writes else 34))
        c.shape(spline([(x + s * w * .72, sh + .25 * r), (x + s * w * 1.02, sh + .75 * r), (ex + s * 6, ey - 12), (ex, ey + 15), (ex - s * .3 * r, ey + 21),
                        (hx + s * .35 * r, hy + 13), (hx + s * .30 * r, hy - 14), (ex - s * .62 * r, ey - 20), (x + s * w * .62, sh + 1.2 * r)]),
                cloth + 22, cloth + 6, light=(0, -.7, r * .25, .40), soft=.9)
        for i in range(3):
            px = ex - s * (8 + i * 16)
            c.line([(px, ey - 18), (px - s * 5, ey - 2), (px - s * 2, ey + 14)], 4, cloth - 30, soft=1.2, alpha=.6)
        c.shape(spline([(hx + s * .34 * r, hy - 11), (hx + s * .34 * r, hy + 12), (hx + s * .28 * r, hy + 13), (hx + s * .28 * r, hy - 12)]), 205, soft=.6, alpha=.8)
        if writes:
            bx, by = hx - s * 12, hy + 34
            c.line([(bx, by - 10), (bx + s * 9, by - 118)], 6.5, 52, end=.8, soft=.5)
            c.line([(bx - 1, by - 12), (bx + s * 8, by - 116)], 2, 150, end=.8, soft=.5, alpha=.7)
            c.shape(spline([(bx - 5, by - 20), (bx, by + 4), (bx + 5, by - 20)]), 22)
            hand = [(hx + s * 16, hy - 12), (hx - s * 4, hy - 19), (hx - s * 18, hy - 14), (hx - s * 19, hy + 1), (hx - s * 8, hy + 9), (hx + s * 14, hy + 11)]
            c.shape(spline(hand), 216, 172, light=(0, -.6, 7, .4), soft=.7)
            for j in range(3):
                c.line([(hx - s * 16, hy - 10 + 6 * j), (hx - s * 8, hy - 8 + 6 * j), (hx - s * 2, hy - 8 + 6 * j)], 2.2, 120, soft=.6, alpha=.8)
        else:
            hand = [(hx + s * 14, hy - 9), (hx - s * 6, hy - 10), (hx - s * 24, hy - 1), (hx - s * 26, hy + 6), (hx - s * 6, hy + 10), (hx + s * 14, hy + 10)]
            c.shape(spline(hand), 218, 176, light=(0, -.6, 6, .4), soft=.7)
            for j in range(2):
                c.line([(hx - s * 22, hy + 1 + 4 * j), (hx - s * 10, hy - 1 + 4 * j)], 1.8, 130, soft=.6, alpha=.8)


def sheet(c, x, y, w, h, d, skew=0, n=2, tone=238, filled=2, grid=True):
    """A sheet of paper on the table: near edge wider."""
    q = [(x - w * .43 + skew, y - h / 2), (x + w * .43 + skew, y - h / 2), (x + w * .5, y + h / 2), (x - w * .5, y + h / 2)]
    c.shape([(p[0] + 3, p[1] + 5) for p in q], 40, soft=3, alpha=.5)
    c.shape(q, tone - 10, tone + 6, soft=.5)

    def at(u, v):
        a = [q[0][k] + (q[1][k] - q[0][k]) * u for k in (0, 1)]
        b = [q[3][k] + (q[2][k] - q[3][k]) * u for k in (0, 1)]
        return (a[0] + (b[0] - a[0]) * v, a[1] + (b[1] - a[1]) * v)
    rows = n
    cols = max(2, round(n * 1.3))
    if grid:
        for i in range(cols + 1):
            c.line([at(.06 + .88 * i / cols, .06), at(.06 + .88 * i / cols, .94)], 1.1, 176, end=1, soft=.4)
        for i in range(rows + 1):
            c.line([at(.06, .06 + .88 * i / rows), at(.94, .06 + .88 * i / rows)], 1.1, 176, end=1, soft=.4)
    k = 0
    for i in range(cols - 1, -1, -1):
        for j in range(rows):
            if k >= filled:
                return
            u, v = .06 + .88 * i / cols, .06 + .88 * j / rows
            du, dv = .88 / cols, .88 / rows
            glyph(c, [at(u + du * .14, v + dv * .12), at(u + du * .86, v + dv * .12), at(u + du * .86, v + dv * .9), at(u + du * .14, v + dv * .9)],
                  24, k + int(x) % 3, d)
            k += 1


def roofs(c, x0, x1, ridge, eave, tone, to, step, d, tip=True):
    """A tiled roof seen from across the yard: ridge with raised ends, ribs of tiles."""
    c.shape([(x0, ridge), (x1, ridge), (x1 + 30, eave), (x0 - 30, eave)], tone, to, soft=.5)
    n = int((x1 - x0) / step)
    for i in range(n + 1):
        a = x0 + (x1 - x0) * i / n
        b = x0 - 30 + (x1 - x0 + 60) * i / n
        c.line([(a, ridge + 4), (b, eave)], step * .42, tone - 26, end=1.1, soft=.6)
        c.line([(a - step * .16, ridge + 4), (b - step * .18, eave)], step * .18, tone + 34, end=1.1, soft=.6, alpha=.8)
    rows = int((eave - ridge) / 11)
    for j in range(1, rows):
        y = ridge + (eave - ridge) * j / rows
        c.line([(x0 - 30 * j / rows, y), (x1 + 30 * j / rows, y)], 1.6, tone - 22, end=1, soft=.6, alpha=.5)
    up = 13 if tip else 0
    c.shape(spline([(x0 - 16, ridge - 8 - up), (x0 + 24, ridge - 5), ((x0 + x1) / 2, ridge - 3), (x1 - 24, ridge - 5), (x1 + 16, ridge - 8 - up),
                    (x1 + 2, ridge + 5), ((x0 + x1) / 2, ridge + 7), (x0 - 2, ridge + 5)]), tone - 34, tone - 44, soft=.5)


def pendant(c, x, y, w):
    c.line([(x, -10), (x, y - w * .5)], 3, 20, end=1, soft=.5)
    c.shape(oval(x, y - w * .44, w * .09, w * .13), 30, 14)
    shade = [(x - w * .10, y - w * .36), (x - w * .22, y - w * .24), (x - w * .50, y), (x + w * .50, y), (x + w * .22, y - w * .24), (x + w * .10, y - w * .36)]
    c.shape(spline(shade[:3], False) + spline(shade[3:], False), 70, 36, light=(-.5, -.4, w * .1, .35), soft=.6)
    c.line([(x - w * .36, y - w * .10), (x - w * .2, y - w * .23), (x - w * .12, y - w * .32)], 4, 150, soft=1.5, alpha=.7)
    c.shape(oval(x, y, w * .50, w * .085), 214, 236, soft=.8)
    c.shape(oval(x, y + w * .02, w * .13, w * .12), 255, soft=1.6)


def back_figure(c, x, y, r, d, hair, cloth, side=0.0):
    """Sits with the back to us, in front of the light: dark, with a bright rim."""
    w = r * 2.05
    base = c.h + 30
    sh = y + 1.45 * r
    body = spline([(x - .42 * r, y + .8 * r), (x - .60 * r, sh - .35 * r), (x - w * .68, sh - .02 * r), (x - w * .94, sh + .55 * r), (x - w * 1.04, sh + 1.6 * r), (x - w * 1.06, base + 260),
                   (x + w * 1.06, base + 260), (x + w * 1.04, sh + 1.6 * r), (x + w * .94, sh + .55 * r), (x + w * .68, sh - .02 * r), (x + .60 * r, sh - .35 * r), (x + .42 * r, y + .8 * r)])
    c.shape([(a, b - 2.4) for a, b in body], 206, 50, soft=1.3, alpha=.85)                        # rim of light
    c.shape(body, cloth + 20, cloth - 14, light=(0, -.6, r * .22, .26), soft=1.2)
    for i in range(3):
        s = -1 if i % 2 else 1
        a = sh + (.35 + d(.2, .7) + .3 * (i // 2)) * r
        c.line([(x + s * w * (.82 + .06 * (i // 2)), a), (x + s * w * .5, a + .45 * r), (x + s * w * .2, a + .52 * r)], r * .12, cloth - 22, soft=2.6, alpha=.6)
        c.line([(x + s * w * .84, a + 8), (x + s * w * .52, a + .45 * r + 10), (x + s * w * .24, a + .52 * r + 9)], r * .07, cloth + 40, soft=2.6, alpha=.35)
    c.line([(x, sh + .1 * r), (x + 3, sh + 1.2 * r), (x, base)], r * .07, cloth - 22, soft=2.4, alpha=.5)
    neck = spline([(x - .38 * r, y + .45 * r), (x - .40 * r, sh - .28 * r), (x, sh - .12 * r), (x + .40 * r, sh - .28 * r), (x + .38 * r, y + .45 * r)])
    c.shape(neck, 96, 62, light=(-.6, 0, r * .2, .5), soft=1)
    c.shape(spline([(x - .56 * r, sh - .34 * r), (x, sh - .10 * r), (x + .56 * r, sh - .34 * r), (x + .60 * r, sh - .08 * r), (x, sh + .16 * r), (x - .60 * r, sh - .08 * r)]),
            cloth + 34, cloth + 6, soft=1.2)
    hx = x + side * r
    for s in (-1, 1):
        c.shape(oval(hx + s * .84 * r, y + .16 * r, r * .12, r * .24, s * .2), 132, 80, soft=1)
    if hair == "tail":
        pts = [(hx - .90 * r, y + .5 * r), (hx - 1.0 * r, y - .2 * r), (hx - .70 * r, y - .92 * r), (hx, y - 1.15 * r), (hx + .70 * r, y - .92 * r), (hx + 1.0 * r, y - .2 * r), (hx + .90 * r, y + .5 * r),
               (hx + .4 * r, y + .80 * r), (hx - .4 * r, y + .80 * r)]
    elif hair == "bob":
        pts = [(hx - 1.02 * r, y + .95 * r), (hx - 1.10 * r, y), (hx - .76 * r, y - .92 * r), (hx, y - 1.17 * r), (hx + .76 * r, y - .92 * r), (hx + 1.10 * r, y), (hx + 1.02 * r, y + .95 * r),
               (hx + .5 * r, y + 1.06 * r), (hx - .5 * r, y + 1.06 * r)]
    else:
        pts = [(hx - .74 * r, y + .34 * r), (hx - .88 * r, y - .2 * r), (hx - .66 * r, y - .88 * r), (hx, y - 1.13 * r), (hx + .66 * r, y - .88 * r), (hx + .88 * r, y - .2 * r), (hx + .74 * r, y + .34 * r),
               (hx + .42 * r, y + .80 * r), (hx, y + .92 * r), (hx - .42 * r, y + .80 * r)]
    hp = spline(pts)
    c.shape([(a, b - 3) for a, b in hp], 214, 60, soft=1.6, alpha=.85)
    c.shape(hp, 40, 20, light=(0, -.7, r * .18, .28), soft=1.2)
    for i in range(26):
        u = -1 + 2 * i / 25
        c.line([(hx + u * r * .18, y - 1.02 * r), (hx + u * r * .78 + d(-4, 4), y - .45 * r), (hx + u * r * (.60 if hair == "short" else .84) + d(-5, 5), y + ((.28 if hair == "short" else .52) + .3 * (1 - u * u)) * r)],
               r * .03, 56 + int(d(0, 40) * (1.1 - abs(u))), soft=1.1, alpha=.32)
    if hair == "tail":
        c.shape(spline([(hx - .2 * r, y + .25 * r), (hx - .32 * r, y + 1.1 * r), (hx - .12 * r, y + 2.0 * r), (hx + .06 * r, y + 2.15 * r), (hx + .26 * r, y + 1.2 * r), (hx + .2 * r, y + .25 * r)]),
                46, 22, light=(-.5, -.2, r * .14, .5), soft=1.2)
        for i in range(8):
            u = -1 + 2 * i / 7
            c.line([(hx + u * .14 * r, y + .35 * r), (hx + u * .26 * r, y + 1.1 * r), (hx + u * .1 * r, y + 2.0 * r)], r * .03, 92, soft=.8, alpha=.5)
        c.shape(oval(hx, y + .30 * r, .24 * r, .12 * r), 130, 80, soft=1)


def standing(c, x, y, r, d, cloth, table):
    """The teacher, bent forward towards the table, a brush in his hand, seen half from the side."""
    hx, hy = x - 1.5 * r, y
    body = [(hx + .55 * r, hy + .85 * r), (x - .2 * r, hy + .62 * r), (x + .9 * r, hy + 1.25 * r), (x + 1.55 * r, hy + 3.0 * r), (x + 1.7 * r, table + 40), (x - .9 * r, table + 40),
            (x - .85 * r, hy + 3.8 * r), (x - 1.15 * r, hy + 2.3 * r), (hx + .05 * r, hy + 1.35 * r)]
    c.shape(spline(body), cloth + 18, cloth - 18, light=(-.45, -.5, r * .4, .42), soft=.9)
    for i in range(5):
        c.line([(x + 1.1 * r - i * 6, hy + (1.9 + .5 * i) * r), (x + .2 * r, hy + (2.5 + .5 * i) * r), (x - .7 * r, hy + (2.5 + .55 * i) * r)], r * .1, cloth - 30, soft=1.6, alpha=.5)
    c.line([(hx + .3 * r, hy + 1.25 * r), (x - .75 * r, hy + 2.2 * r), (x - .55 * r, table + 30)], r * .07, cloth - 36, soft=.8, alpha=.8)
    # arm reaching out and down
    ax, ay = hx - 1.25 * r, hy + 3.5 * r
    c.shape(spline([(x - .75 * r, hy + 1.2 * r), (x - .15 * r, hy + 1.9 * r), (x - .55 * r, hy + 2.75 * r), (ax + .75 * r, ay + .30 * r), (ax + .38 * r, ay - .22 * r), (hx + .25 * r, hy + 2.2 * r)]),
            cloth + 30, cloth + 8, light=(-.3, -.6, r * .25, .44), soft=.9)
    for i in range(3):
        c.line([(x - (.5 + .35 * i) * r, hy + (2.1 + .22 * i) * r), (x - (.75 + .35 * i) * r, hy + (2.5 + .22 * i) * r), (x - (.72 + .35 * i) * r, hy + (2.8 + .2 * i) * r)], r * .08, cloth - 26, soft=1.2, alpha=.6)
    c.line([(ax - .05 * r, ay + .1 * r), (ax - .7 * r, ay + 1.0 * r)], 6, 50, end=.5, soft=.5)
    c.line([(ax + .5 * r, ay - .75 * r), (ax - .05 * r, ay + .1 * r)], 6, 60, end=1, soft=.5)
    c.shape(spline([(ax + .58 * r, ay - .22 * r), (ax + .2 * r, ay - .25 * r), (ax - .16 * r, ay + .0 * r), (ax - .14 * r, ay + .28 * r), (ax + .2 * r, ay + .34 * r), (ax + .62 * r, ay + .22 * r)]),
            214, 168, light=(-.2, -.6, 7, .4), soft=.7)
    for j in range(3):
        c.line([(ax - .12 * r, ay + (.06 + .09 * j) * r), (ax + .12 * r, ay + (.02 + .1 * j) * r)], 2, 120, soft=.6, alpha=.8)
    # head, three-quarter view to the left, looking down
    c.shape(spline([(hx + .1 * r, hy + .4 * r), (hx - .1 * r, hy + 1.2 * r), (hx + .7 * r, hy + 1.25 * r), (hx + .75 * r, hy + .3 * r)]), 150, 104, soft=.9)
    face = [(hx + .55 * r, hy - .6 * r), (hx - .35 * r, hy - .62 * r), (hx - .78 * r, hy - .12 * r), (hx - .86 * r, hy + .12 * r), (hx - 1.0 * r, hy + .46 * r), (hx - .80 * r, hy + .56 * r),
            (hx - .80 * r, hy + .76 * r), (hx - .62 * r, hy + 1.06 * r), (hx - .28 * r, hy + 1.10 * r), (hx + .42 * r, hy + .66 * r), (hx + .72 * r, hy)]
    c.shape(spline(face), 186, 208, light=(-.7, .1, r * .3, .42), soft=.8)
    c.shape(oval(hx - .52 * r, hy + .16 * r, r * .24, r * .13), 108, soft=2, alpha=.55)
    c.line([(hx - .78 * r, hy + .0 * r), (hx - .55 * r, hy - .06 * r), (hx - .28 * r, hy + .02 * r)], r * .08, 70, soft=.6)
    c.line([(hx - .70 * r, hy + .20 * r), (hx - .52 * r, hy + .26 * r), (hx - .36 * r, hy + .20 * r)], r * .065, 44, soft=.4)
    for a, b in ((-.76, -.30),):
        ring = oval(hx - .53 * r, hy + .2 * r, r * .27, r * .2, n=20)
        for p, q in zip(ring, ring[1:] + ring[:1]):
            c.line([p, q], r * .05, 50, end=1, soft=.3)
    c.line([(hx - .27 * r, hy + .17 * r), (hx + .36 * r, hy + .12 * r)], r * .05, 60, end=1, soft=.4)
    c.line([(hx - .80 * r, hy + .74 * r), (hx - .64 * r, hy + .76 * r), (hx - .5 * r, hy + .72 * r)], r * .07, 84, soft=.6)
    c.shape(oval(hx + .36 * r, hy + .24 * r, r * .15, r * .25), 176, 130, light=(-.6, 0, 4, .5), soft=.8)
    hp = [(hx + .22 * r, hy + .1 * r), (hx + .12 * r, hy - .32 * r), (hx - .35 * r, hy - .48 * r), (hx - .66 * r, hy - .40 * r), (hx - .62 * r, hy - .80 * r), (hx - .15 * r, hy - 1.10 * r),
          (hx + .50 * r, hy - 1.0 * r), (hx + .92 * r, hy - .45 * r), (hx + .92 * r, hy + .15 * r), (hx + .70 * r, hy + .62 * r), (hx + .48 * r, hy + .40 * r)]
    c.shape(spline(hp), 120, 84, light=(-.3, -.6, r * .25, .4), soft=.9)
    for i in range(12):
        u = i / 11
        c.line([(hx - .5 * r + u * .6 * r, hy - .98 * r + abs(u - .5) * .2 * r), (hx - .2 * r + u * .9 * r, hy - .7 * r + u * .3 * r), (hx + .1 * r + u * .7 * r, hy - .4 * r + u * .8 * r)],
               r * .04, 176 if i % 2 else 70, soft=.7, alpha=.5)


def make_class():
    w, h = 1900, 1240
    c = Canvas(w, h, 60)
    d = Dice(7)
    # wall
    c.img.paste(gradient(c.img.size, [(0, 44), (.25, 78), (.55, 104), (.8, 84), (1, 50)]))
    c.veil(noise((76, 50), 5).filter(ImageFilter.GaussianBlur(1.5)).resize(c.img.size, Image.BICUBIC).filter(ImageFilter.GaussianBlur(8)), -.14)
    for x in range(60, 1900, 7):                                                                  # plaster
        y = d(100, 620)
        c.line([(x, y), (x + d(-6, 6), y + d(20, 90))], 2, 120 if d() > .5 else 60, soft=1.4, alpha=.12)
    # the window: sky, far roofs, tree, near roofs
    wx0, wx1, wy0, wy1 = 300, 1190, 118, 560
    sky = gradient(((wx1 - wx0) * S, (wy1 - wy0) * S), [(0, 96), (.35, 140), (.62, 196), (1, 206)])
    c.img.paste(sky, (wx0 * S, wy0 * S))
    c.glow(930, 400, 330, 170, 40, "add")
    for cx, cy, rw in ((480, 215, 150), (830, 180, 190), (1050, 260, 120), (620, 285, 120)):
        c.shape(oval(cx, cy, rw, 10), 128, soft=9, alpha=.45)
    c.shape(spline([(wx0, 372), (420, 352), (560, 366), (700, 340), (860, 360), (1010, 346), (1190, 362), (1190, 470), (wx0, 470)]), 158, 170, soft=2)     # far hill
    for x0, x1, ry, ey, t in ((320, 520, 384, 420, 138), (690, 880, 376, 414, 142), (1010, 1200, 380, 420, 136)):
        c.shape([(x0, ry), (x1, ry), (x1 + 26, ey), (x0 - 26, ey)], t, t - 14, soft=.8)
        c.line([(x0 - 14, ry - 7), (x0 + 10, ry - 1), (x1 - 10, ry - 1), (x1 + 14, ry - 7)], 7, t - 28, end=1, soft=.8)
        c.shape([(x0, ey), (x1, ey), (x1, 470), (x0, 470)], t + 26, t + 20, soft=.8)
    for gx in (360, 560, 905, 950):                                                               # gable walls
        c.shape([(gx, 402), (gx + 26, 388), (gx + 52, 402), (gx + 52, 480), (gx, 480)], 176, 150, soft=.7)
        c.shape(spline([(gx - 6, 406), (gx + 26, 382), (gx + 58, 406), (gx + 26, 392)]), 70, soft=.6)
    roofs(c, 470, 850, 416, 480, 92, 78, 13, d)
    roofs(c, 830, 1240, 446, 520, 74, 60, 15, d)
    roofs(c, 250, 600, 462, 540, 66, 52, 16, d)
    c.shape([(560, 528), (900, 506), (900, 580), (560, 580)], 60, 48)
    c.shape([(642, 500), (690, 500), (690, 540), (642, 540)], 224, 200, soft=1.4)                    # a lit window across the yard
    c.line([(666, 500), (666, 540)], 3, 60, end=1)
    c.line([(642, 518), (690, 518)], 3, 60, end=1)
    c.glow(666, 520, 120, 90, 60, "screen")
    # pomegranate tree, bare
    def branch(x, y, a, ln, wd, lev):
        x2, y2 = x + math.cos(a) * ln, y + math.sin(a) * ln
        mx, my = (x + x2) / 2 + d(-.1, .1) * ln, (y + y2) / 2 + d(-.1, .1) * ln
        c.line([(x, y), (mx, my), (x2, y2)], wd, 44, end=.6, soft=.5)
        if lev:
            for k in range(3 if lev > 2 else 2):
                branch(x2 if k else mx, y2 if k else my, a + d(-.75, .75), ln * d(.6, .82), wd * .62, lev - 1)
    branch(1090, 570, -1.75, 120, 15, 5)
    branch(1110, 570, -1.25, 105, 12, 5)
    # what the tree left outside the window is covered by the wall again, then the frame
    for q in ((0, 0, wx0, 716), (wx1, 0, w, 716), (0, wy1, w, 716)):
        m = gradient(c.img.size, [(0, 44), (.25, 78), (.55, 104), (.8, 84), (1, 50)]).crop(tuple(v * S for v in q))
        c.img.paste(m, (q[0] * S, q[1] * S))
    c.img.paste(gradient((w * S, wy0 * S), [(0, 26), (1, 50)]))

    def bar(x0, y0, x1, y1, wd, tone=30):
        c.line([(x0, y0), (x1, y1)], wd, tone, end=1, soft=.6)
        if x0 == x1:
            c.line([(x0 - wd * .36, y0), (x1 - wd * .36, y1)], 2, tone + 62, end=1, soft=.7, alpha=.7)
        else:
            c.line([(x0, y0 - wd * .36), (x1, y1 - wd * .36)], 2, tone + 62, end=1, soft=.7, alpha=.7)
    bar(wx0 - 12, wy0, wx1 + 12, wy0, 26)
    bar(wx0 - 12, wy1, wx1 + 12, wy1, 30, 40)
    n = 4
    pw = (wx1 - wx0) / n
    for i in range(n + 1):
        bar(wx0 + pw * i, wy0, wx0 + pw * i, wy1, 20 if i in (0, n) else 15)
    for i in range(n):                                                                            # lattice at the head and the sides of each casement
        a, b = wx0 + pw * i + 9, wx0 + pw * (i + 1) - 9
        t = wy0 + 14
        for yy in (t + 34, t + 68):
            bar(a, yy, b, yy, 5)
        for k in range(1, 6):
            x = a + (b - a) * k / 6
            bar(x, t + (0 if k % 2 else 34), x, t + (34 if k % 2 else 68), 5)
        bar(a + 26, t + 68, a + 26, wy1 - 12, 5)
        bar(b - 26, t + 68, b - 26, wy1 - 12, 5)
        for k in range(1, 5):
            yy = t + 68 + (wy1 - 12 - t - 68) * k / 5
            bar(a, yy, a + 26, yy, 5)
            bar(b - 26, yy, b, yy, 5)
        bar(a, wy1 - 44, b, wy1 - 44, 5)
        for k in (1, 2, 3, 4):
            x = a + (b - a) * k / 5
            bar(x, wy1 - 44, x, wy1 - 12, 5)
    # right wall: a cord with sheets hung to dry
    c.line([(1196, 168), (1420, 196), (1660, 190), (1910, 160)], 2.4, 30, end=1, soft=.5)
    for i, (x, dy, tw) in enumerate(((1272, 177, 106), (1408, 186, 112), (1550, 187, 108), (1690, 182, 112), (1830, 168, 108))):
        hh = 250 if i % 2 else 280
        sk = d(-6, 6)
        q = [(x - tw / 2, dy + 6), (x + tw / 2, dy + 6), (x + tw / 2 + sk, dy + hh), (x - tw / 2 + sk, dy + hh + d(-5, 5))]
        c.shape([(p[0] + 12, p[1] + 12) for p in q], 20, soft=8, alpha=.5)
        c.shape(q, 176, 214, soft=.7)
        c.shape([q[0], (x - tw * .28, dy + 6), (x - tw * .30 + sk, dy + hh), q[3]], 150, 190, soft=7, alpha=.5)
        for j in range(2):
            y0 = dy + 26 + j * (hh - 30) / 2
            gq = [(x - tw * .36 + sk * .3, y0), (x + tw * .36 + sk * .3, y0), (x + tw * .36 + sk * .6, y0 + tw * .86), (x - tw * .36 + sk * .6, y0 + tw * .86)]
            glyph(c, gq, 34, i + j * 2 + (1 if j else 0), d, 1.0)
        for s in (-.3, .3):
            c.line([(x + s * tw, dy - 4), (x + s * tw, dy + 18)], 6, 50, end=1, soft=.5)
    # left: a post and a shelf with brush pots
    for sx, sy in ((20, 330), (20, 470)):
        c.shape([(0, sy), (196, sy), (196, sy + 13), (0, sy + 13)], 92, 40, soft=.6)
        c.shape([(0, sy + 13), (196, sy + 13), (196, sy + 34), (0, sy + 34)], 20, soft=6, alpha=.5)
    x = 14
    while x < 170:
        bw, bh = d(9, 20), d(62, 104)
        c.shape([(x, 470 - bh), (x + bw, 470 - bh), (x + bw, 470), (x, 470)], d(70, 150), d(50, 100), soft=.5)
        x += bw + 1.5
    for px, rr in ((50, 28), (128, 24)):
        for k in range(9):
            a = -1.57 + (k - 4) * .11
            c.line([(px + (k - 4) * 2, 300), (px + math.cos(a) * 112, 322 + math.sin(a) * 112)], 4, 60 + 14 * (k % 4), end=.7, soft=.5)
        c.shape(spline([(px - rr, 272), (px - rr * 1.04, 300), (px - rr * .8, 330), (px + rr * .8, 330), (px + rr * 1.04, 300), (px + rr, 272), (px, 278)]), 168, 112, light=(.6, -.2, 8, .5), soft=.7)
    c.shape([(214, 0), (276, 0), (276, 700), (214, 700)], 64, 52, light=(.8, 0, 16, .42), soft=.8)
    for i in range(9):
        xx = d(220, 270)
        c.line([(xx, d(0, 200)), (xx + d(-3, 3), d(300, 640))], 1.6, 30 if i % 2 else 110, soft=.8, alpha=.4)
    # ceiling: beams and rafters
    for k in range(-9, 10):
        c.line([(950 + k * 150, -6), (950 + k * 118, 92)], 17, 24, end=.8, soft=.8)
        c.line([(943 + k * 150, -6), (944 + k * 118, 92)], 3, 74, end=.8, soft=.9, alpha=.6)
    c.shape([(0, 66), (w, 66), (w, 108), (0, 108)], 72, 26, soft=.8)
    c.line([(0, 104), (w, 104)], 3, 110, end=1, soft=1, alpha=.5)
    # soft light of the lamps on the wall
    lamps = ((420, 262, 150), (985, 246, 150), (1500, 262, 150))
    for x, y, s in lamps:
        c.glow(x, y + 170, 420, 400, 62, "screen")
    c.glow(950, 640, 1250, 420, 14, "add")
    # far row and its table
    table = 704
    people = [  # x, head, r, hair, dark, cloth, lean, writes with the right hand, glasses
        (205, 566, 45, "long", 34, 108, .30, True, False),
        (520, 544, 46, "short", 30, 74, -.26, True, True),
        (826, 574, 44, "bun", 40, 138, .18, True, False),
        (1128, 548, 47, "short", 46, 90, -.22, True, False),
        (1436, 578, 44, "long", 36, 122, .32, True, False),
    ]
    for p in people:
        c.shape(oval(p[0] + 30, p[1] + 96, 150, 130), 24, soft=26, alpha=.38)                      # cast shadow on the wall
    for x, top, r, hair, dark, cloth, lean, right, gl in people:
        writer_front(c, x, top, r, table, d, hair, dark, cloth, lean, right, gl)
    standing(c, 1742, 440, 52, d, 62, table)
    # the table top hides the laps; the arms that lie on it are drawn by arms_front
    c.shape([(-20, table + 2), (w + 20, table + 2), (w + 20, table + 124), (-20, table + 124)], 150, 176, soft=.8)
    for x, y, s in lamps:
        c.glow(x, table + 60, 420, 120, 74, "add")
    c.shape([(-20, table + 120), (w + 20, table + 120), (w + 20, table + 144), (-20, table + 144)], 84, 46, soft=.8)
    c.shape([(-20, table + 144), (w + 20, table + 144), (w + 20, table + 260), (-20, table + 260)], 30, 14, soft=1.2)
    for (x, top, r, hair, dark, cloth, lean, right, gl), k in zip(people, range(9)):
        s = -1 if right else 1
        c.shape(oval(x, table + 20, r * 2.7, 24), 50, soft=11, alpha=.6)
        sheet(c, x + s * -2, table + 72, 190, 84, d, skew=4 * s, n=2, filled=2 + k % 3)
        for off in (150,):                                                                        # inkstone
            c.shape(oval(x + off, table + 70, 34, 15), 34, 18, light=(0, -.6, 5, .6), soft=.7)
            c.shape(oval(x + off + 3, table + 67, 20, 7), 8, 60, soft=.8)
    return c, d, people, lamps, table


def arms_front(c, x, top, r, table, d, cloth, right):
    w = r * 2.0
    sh = top + 1.45 * r
    c.shape(spline([(x - w * .66, table - 26), (x - w * .74, table + 8), (x, table + 15), (x + w * .74, table + 8), (x + w * .66, table - 26), (x, table - 40)]),
            cloth - 2, cloth - 44, soft=7)
    c.line([(x, sh + .4 * r), (x + 2, table + 6)], r * .06, cloth - 40, end=1, soft=.8, alpha=.7)
    k = 1 if right else -1
    for s, writes in ((k, False), (-k, True)):
        ex, ey = x + s * w * 1.04, table + 22
        hx, hy = (x + s * w * (.26 if writes else .46), table + (34 if writes else 50))
        c.shape(oval((ex + hx) / 2, ey + 22, abs(ex - hx) * .55, 11), 40, soft=6, alpha=.55)
        c.shape(spline([(x + s * w * .72, sh + .15 * r), (x + s * w * .98, sh + .60 * r), (ex + s * 8, ey - 16), (ex + s * 2, ey + 15), (ex - s * .3 * r, ey + 22),
                        (hx + s * .35 * r, hy + 14), (hx + s * .30 * r, hy - 14), (ex - s * .62 * r, ey - 22), (x + s * w * .60, sh + 1.1 * r)]),
                cloth + 30, cloth + 4, light=(0, -.7, r * .25, .44), soft=.9)
        for i in range(4):
            px = ex - s * (6 + i * 15)
            c.line([(px, ey - 20), (px - s * 6, ey - 3), (px - s * 2, ey + 15)], 4.5, cloth - 34, soft=1.2, alpha=.6)
        c.shape([(hx + s * .36 * r, hy - 13), (hx + s * .36 * r, hy + 13), (hx + s * .24 * r, hy + 12), (hx + s * .24 * r, hy - 12)], 226, 190, soft=.8, alpha=.9)
        if writes:
            bx, by = hx - s * 13, hy + 34
            c.line([(bx, by - 10), (bx + s * 12, by - 124)], 7, 48, end=.8, soft=.5)
            c.line([(bx - 1.4, by - 14), (bx + s * 12 - 1.4, by - 120)], 2, 170, end=.8, soft=.5, alpha=.8)
            c.shape(spline([(bx - 6, by - 20), (bx, by + 6), (bx + 6, by - 20)]), 18)
            c.shape(spline([(hx + s * 14, hy - 12), (hx - s * 2, hy - 20), (hx - s * 17, hy - 17), (hx - s * 20, hy - 2), (hx - s * 10, hy + 9), (hx + s * 14, hy + 11)]),
                    222, 176, light=(0, -.6, 7, .4), soft=.7)
            for j in range(3):
                c.line([(hx - s * 18, hy - 11 + 6.5 * j), (hx - s * 9, hy - 10 + 6 * j), (hx - s * 2, hy - 10 + 6 * j)], 2.4, 116, soft=.6, alpha=.8)
        else:
            c.shape(spline([(hx + s * 14, hy - 10), (hx - s * 6, hy - 11), (hx - s * 25, hy - 1), (hx - s * 28, hy + 6), (hx - s * 6, hy + 11), (hx + s * 14, hy + 11)]),
                    224, 180, light=(0, -.6, 6, .4), soft=.7)
            for j in range(3):
                c.line([(hx - s * 24, hy + 0 + 3.6 * j), (hx - s * 9, hy - 3 + 4 * j)], 1.8, 126, soft=.6, alpha=.8)


def class_jpg():
    c, d, people, lamps, table = make_class()
    w, h = c.w, c.h
    for x, top, r, hair, dark, cloth, lean, right, gl in people:
        arms_front(c, x, top, r, table, d, cloth, right)
    # things on the far table
    for x in (378, 1000):
        c.shape(oval(x + 4, table + 44, 26, 9), 40, soft=4, alpha=.6)
        c.shape(spline([(x - 20, table + 2), (x - 21, table + 22), (x - 15, table + 42), (x + 15, table + 42), (x + 21, table + 22), (x + 20, table + 2), (x, table + 6)]), 206, 140, light=(.6, -.2, 7, .5), soft=.7)
        c.shape(oval(x, table + 3, 20, 5), 70, 110, soft=.6)
    # lamps, with haloes and cones
    for x, y, s in lamps:
        cone = Canvas(w, h, 0)
        cone.shape([(x - 70, y), (x + 70, y), (x + 330, y + 620), (x - 330, y + 620)], 40, 4, soft=34)
        c.img = ImageChops.screen(c.img, cone.img)
        c.glow(x, y + 16, 250, 190, 120, "screen")
        pendant(c, x, y, s)
        c.glow(x, y + 10, 110, 66, 110, "screen")
    # near table
    near = 918
    c.shape([(-20, near), (w + 20, near), (w + 20, near + 210), (-20, near + 210)], 158, 190, soft=.9)
    c.shape([(-20, near - 14), (w + 20, near - 14), (w + 20, near + 2), (-20, near + 2)], 20, soft=5, alpha=.6)
    c.line([(-20, near + 2), (w + 20, near + 2)], 4, 222, end=1, soft=1)
    for x in (380, 960, 1560):
        c.glow(x, near + 90, 460, 170, 80, "add")
    for x, y, ww, k in ((320, near + 84, 300, 4), (700, near + 74, 280, 3), (1215, near + 84, 310, 5), (1650, near + 74, 280, 2)):
        sheet(c, x, y, ww, 124, d, skew=d(-10, 10), n=2, filled=k, tone=244)
    for x, y in ((520, near + 64), (1450, near + 60), (950, near + 70)):
        c.shape(oval(x + 8, y + 12, 62, 24), 30, soft=7, alpha=.5)
        c.shape(oval(x, y, 58, 25), 46, 22, light=(0, -.6, 7, .6), soft=.8)
        c.shape(oval(x + 3, y - 3, 38, 13), 8, 76, soft=1)
    # the row with their backs to us
    c.glow(420, 1240, 520, 330, 70, "sub")
    c.glow(1430, 1240, 560, 330, 70, "sub")
    back_figure(c, 150, 968, 82, d, "bob", 44, .08)
    back_figure(c, 560, 978, 84, d, "short", 34, -.06)
    back_figure(c, 1015, 986, 80, d, "tail", 52, .04)
    back_figure(c, 1455, 972, 86, d, "short", 38, .05)
    back_figure(c, 1838, 984, 82, d, "bob", 30, -.08)
    # vignette
    c.img = c.img.point(lambda v: int(255 * (v / 255) ** 0.98))
    c.glow(0, 0, 900, 620, 60, "sub")
    c.glow(w, 0, 900, 560, 46, "sub")
    c.glow(0, h, 700, 360, 40, "sub")
    c.glow(w, h, 700, 360, 40, "sub")
    c.finish("class.jpg", 11)


# ---------------------------------------------------------------- the choir

def singer(c, x, y, r, d, hair, cloth, woman, foot, turn, mouth, shade):
    """One singer from the front, with an open folder; shade darkens the rows behind."""
    w = r * 1.72
    sh = y + 1.42 * r
    skin = 198 - shade
    dark = 34 + shade // 2
    if foot:                                                                    # the front row is seen to the feet
        hem = foot - 10
        c.shape(oval(x + r * .5, foot + 2, r * 1.7, r * .26), 40, soft=4, alpha=.55)
        for s in (-1, 1):
            c.shape(oval(x + s * r * .42, foot, r * .36, r * .16), 26, 12, soft=.6)
        if woman:
            c.shape(spline([(x - w * .55, sh + 2.4 * r), (x - w * .80, hem - r), (x - w * .86, hem), (x, hem + 6), (x + w * .86, hem), (x + w * .80, hem - r), (x + w * .55, sh + 2.4 * r)]),
                    cloth, cloth - 30, light=(-.8, 0, r * .3, .4), soft=.6)
            for k in range(-2, 3):
                c.line([(x + k * r * .2, sh + 2.9 * r), (x + k * r * .30 + d(-2, 2), hem - 2 * r), (x + k * r * .38, hem)], r * .10, cloth - 36, soft=.8, alpha=.6)
        else:
            for s in (-1, 1):
                c.shape(spline([(x + s * r * .06, sh + 2.2 * r), (x + s * r * .12, hem + 4), (x + s * r * .74, hem + 4), (x + s * w * .52, sh + 2.2 * r)]), 52, 30, light=(-.8, 0, r * .2, .4), soft=.6)
    body = [(x - .34 * r, y + .98 * r), (x - w * .62, sh), (x - w * .86, sh + .65 * r), (x - w * .90, sh + 2.4 * r), (x - w * .60, sh + 2.9 * r), (x - w * .66, sh + (3.1 if foot else 4.5) * r),
            (x + w * .66, sh + (3.1 if foot else 4.5) * r), (x + w * .60, sh + 2.9 * r), (x + w * .90, sh + 2.4 * r), (x + w * .86, sh + .65 * r), (x + w * .62, sh), (x + .34 * r, y + .98 * r)]
    bp = spline(body)
    c.shape([(a + 1.2, b - 1.2) for a, b in bp], 225, cloth, soft=.7, alpha=.55)
    c.shape(bp, cloth + 10, cloth - 18, light=(-.5, -.6, r * .34, .42), soft=.6)
    # neck, collar or scarf
    c.shape(oval(x, y + 1.02 * r, r * .34, r * .40), skin - 60, skin - 80, soft=.6)
    if woman:
        c.shape(spline([(x - .56 * r, sh - .2 * r), (x, sh + .25 * r), (x + .56 * r, sh - .2 * r), (x + .40 * r, sh + .38 * r), (x + .16 * r, sh + 1.5 * r), (x - .16 * r, sh + 1.5 * r), (x - .34 * r, sh + .4 * r)]),
                226 - shade, 180 - shade, light=(-.5, -.3, r * .15, .4), soft=.6)
    else:
        c.shape([(x - .34 * r, sh - .26 * r), (x, sh + .95 * r), (x + .34 * r, sh - .26 * r), (x, sh + .05 * r)], 232 - shade, soft=.6)
        c.line([(x, sh + .1 * r), (x, sh + .9 * r)], r * .16, 40, end=.8)
    # arms and folder
    fy = sh + 1.75 * r
    for s in (-1, 1):
        c.shape(spline([(x + s * w * .78, sh + .35 * r), (x + s * w * .98, sh + 1.5 * r), (x + s * w * .86, sh + 2.45 * r), (x + s * w * .42, fy + .62 * r), (x + s * w * .34, fy + .18 * r),
                        (x + s * w * .66, sh + 1.7 * r)]), cloth + 20, cloth - 8, light=(-.5, -.6, r * .2, .45), soft=.6)
        c.line([(x + s * w * .92, sh + 1.5 * r), (x + s * w * .72, sh + 1.9 * r)], r * .1, cloth - 34, soft=.8, alpha=.7)
    tl = d(-.06, .06)
    for s in (-1, 1):
        c.shape([(x, fy - .42 * r), (x + s * 1.02 * r, fy - .62 * r + s * tl * r), (x + s * .98 * r, fy + .48 * r + s * tl * r), (x, fy + .62 * r)], 30 if s < 0 else 44, 22, soft=.5)
        c.shape([(x + s * .06 * r, fy - .44 * r), (x + s * .96 * r, fy - .64 * r + s * tl * r), (x + s * .95 * r, fy - .50 * r + s * tl * r), (x + s * .06 * r, fy - .30 * r)], 236 - shade, soft=.5)
        c.shape(oval(x + s * .80 * r, fy + .42 * r, r * .26, r * .19, s * -.3), skin, skin - 46, light=(-.4, -.5, r * .1, .5), soft=.5)
    # head
    hx = x + turn * r * .25
    for s in (-1, 1):
        c.shape(oval(hx + s * .80 * r, y + .12 * r, r * .13, r * .23), skin - 40, skin - 60, soft=.5)
    face = [(hx - .76 * r, y - .30 * r), (hx - .78 * r, y + .25 * r), (hx - .56 * r, y + .80 * r), (hx, y + 1.10 * r), (hx + .56 * r, y + .80 * r), (hx + .78 * r, y + .25 * r), (hx + .76 * r, y - .30 * r), (hx, y - .8 * r)]
    c.shape(spline(face), skin, skin - 26, light=(-.7, -.3, r * .34, .55), soft=.6)
    fx = hx + turn * r * .26
    for s in (-1, 1):
        ex = fx + s * .33 * r
        c.shape(oval(ex, y + .02 * r, r * .2, r * .14), skin - 70, soft=r * .05, alpha=.6)
        c.line([(ex - .17 * r, y - .17 * r - s * .02 * r), (ex, y - .25 * r), (ex + .17 * r, y - .17 * r + s * .02 * r)], r * .055, 78, soft=.4, alpha=.8)
        c.shape(oval(ex, y + .05 * r, r * .085, r * .05), 40, soft=.4)
        c.line([(ex - .14 * r, y + .02 * r), (ex, y - .02 * r), (ex + .14 * r, y + .02 * r)], r * .05, 66, soft=.4)
    c.line([(fx - .1 * r, y + .34 * r), (fx + .02 * r, y + .40 * r), (fx + .12 * r, y + .33 * r)], r * .09, skin - 76, soft=.5)
    c.shape(oval(fx + .28 * r, y + .42 * r, r * .26, r * .3), skin - 50, soft=r * .12, alpha=.4)
    c.shape(oval(fx, y + .66 * r, r * .15, r * mouth * .8), 66, 96, soft=.5)
    c.shape(oval(fx, y + (.68 + mouth * .75) * r, r * .14, r * .05), skin - 50, soft=.5)
    if hair == 0:      # short
        pts = [(-.84, .10), (-.92, -.3), (-.68, -.88), (0, -1.12), (.70, -.86), (.92, -.3), (.84, .10), (.70, -.36), (.3, -.52), (-.2, -.44), (-.68, -.34)]
    elif hair == 1:    # bob
        pts = [(-.86, .92), (-1.02, .2), (-.92, -.4), (-.62, -.92), (0, -1.14), (.62, -.92), (.92, -.4), (1.02, .2), (.86, .92), (.66, .74), (.74, -.1), (.3, -.5), (-.1, -.56), (-.7, -.08), (-.66, .74)]
    elif hair == 2:    # tied back
        pts = [(-.82, .16), (-.90, -.3), (-.64, -.90), (0, -1.12), (.64, -.90), (.90, -.3), (.82, .16), (.62, -.40), (.02, -.74), (-.62, -.40)]
    else:              # grey, receding
        dark += 110
        pts = [(-.84, .14), (-.92, -.3), (-.64, -.88), (0, -1.04), (.66, -.86), (.92, -.3), (.84, .14), (.72, -.38), (.36, -.70), (-.2, -.74), (-.70, -.42)]
    hp = spline([(hx + a * r, y + b * r) for a, b in pts])
    if hair == 2:
        c.shape(oval(hx + .3 * r, y - 1.08 * r, .3 * r, .24 * r), dark + 16, dark, soft=.5)
    c.shape([(a + 1, b - 1) for a, b in hp], 220, 120, soft=.6, alpha=.6)
    c.shape(hp, dark + 16, dark - 4, light=(-.3, -.7, r * .22, .4), soft=.6)
    for i in range(6):
        u = -.7 + 1.4 * i / 5
        c.line([(hx + u * r * .4, y - 1.0 * r), (hx + u * r * .85, y - .66 * r)], r * .05, dark + 70, soft=.5, alpha=.5)


def conductor(c, x, y, r, d):
    base = 806
    sh = y + 1.4 * r
    for s in (-1, 1):                                                                             # skirt and legs
        c.shape(spline([(x + s * r * .15, base - 1.6 * r), (x + s * r * .2, base), (x + s * r * .55, base), (x + s * r * .62, base - 1.6 * r)]), 40, 24, soft=.6)
        c.shape(oval(x + s * r * .4, base + 2, r * .34, r * .15), 14, soft=.6)
    c.shape(spline([(x - r * .86, sh + 2.4 * r), (x - r * 1.25, base - 1.1 * r), (x, base - .9 * r), (x + r * 1.25, base - 1.1 * r), (x + r * .86, sh + 2.4 * r)]), 44, 20, light=(0, -.5, r * .2, .3))
    for s, (ex, ey), (hx, hy) in ((-1, (x - 2.5 * r, sh + .55 * r), (x - 2.9 * r, sh - 1.7 * r)), (1, (x + 2.4 * r, sh + .85 * r), (x + 3.2 * r, sh - 1.0 * r))):
        arm = spline([(x + s * r * .7, sh - .2 * r), (ex - s * .2 * r, ey - .34 * r), (hx - s * .26 * r, hy + .30 * r), (hx + s * .18 * r, hy + .36 * r), (ex + s * .42 * r, ey + .1 * r), (ex, ey + .40 * r),
                      (x + s * r * 1.0, sh + 1.1 * r)])
        c.shape([(a, b - 2) for a, b in arm], 232, 120, soft=.8, alpha=.85)
        c.shape(arm, 70, 40, light=(0, -.7, r * .2, .4), soft=.7)
        c.line([(ex - s * .3 * r, ey - .2 * r), (ex, ey + .1 * r), (ex + s * .05 * r, ey + .35 * r)], r * .1, 26, soft=.8, alpha=.8)
        c.shape(spline([(hx - s * .2 * r, hy + .36 * r), (hx - s * .28 * r, hy - .05 * r), (hx - s * .05 * r, hy - .42 * r), (hx + s * .16 * r, hy - .30 * r), (hx + s * .20 * r, hy + .34 * r)]), 214, 150, light=(0, -.5, 5, .5), soft=.6)
        if s > 0:
            c.line([(hx, hy - .1 * r), (hx + .62 * r, hy - 1.75 * r)], 3.4, 244, end=.4, soft=.4)
    body = spline([(x - .3 * r, y + .8 * r), (x - .95 * r, sh - .10 * r), (x - 1.22 * r, sh + .6 * r), (x - .98 * r, sh + 1.9 * r), (x - .95 * r, sh + 2.8 * r),
                   (x + .95 * r, sh + 2.8 * r), (x + .98 * r, sh + 1.9 * r), (x + 1.22 * r, sh + .6 * r), (x + .95 * r, sh - .10 * r), (x + .3 * r, y + .8 * r)])
    c.shape([(a, b - 2) for a, b in body], 232, 90, soft=.8, alpha=.85)
    c.shape(body, 66, 34, light=(0, -.6, r * .25, .35), soft=.7)
    for s in (-1, 1):
        c.line([(x + s * r * .9, sh + .7 * r), (x + s * r * .5, sh + 1.5 * r), (x + s * r * .1, sh + 1.9 * r)], r * .12, 28, soft=1.2, alpha=.7)
    c.line([(x, sh + .2 * r), (x, sh + 2.6 * r)], r * .06, 26, soft=.8, alpha=.7)
    c.shape(oval(x, y + .9 * r, r * .33, r * .5), 130, 90, light=(-.6, 0, 5, .4), soft=.6)
    hp = spline([(x - .86 * r, y + .35 * r), (x - .92 * r, y - .3 * r), (x - .62 * r, y - .92 * r), (x, y - 1.12 * r), (x + .62 * r, y - .92 * r), (x + .92 * r, y - .3 * r), (x + .86 * r, y + .35 * r), (x + .4 * r, y + .8 * r), (x - .4 * r, y + .8 * r)])
    c.shape([(a, b - 2) for a, b in hp], 236, 120, soft=.8, alpha=.9)
    c.shape(hp, 48, 18, light=(0, -.7, r * .2, .35), soft=.7)
    c.shape(oval(x, y + .35 * r, r * .46, r * .40), 60, 22, light=(0, -.6, r * .12, .5), soft=.7)
    for i in range(10):
        u = -1 + 2 * i / 9
        c.line([(x + u * .2 * r, y - 1.0 * r), (x + u * .8 * r, y - .4 * r), (x + u * .5 * r, y + .1 * r)], r * .05, 92, soft=.6, alpha=.5)


def choir_jpg():
    w, h = 1200, 960
    c = Canvas(w, h)
    d = Dice(23)
    water = 452
    # evening sky
    c.img.paste(gradient(c.img.size, [(0, 96), (.14, 118), (.27, 166), (.40, 224), (1, 224)]))
    c.glow(830, 330, 620, 300, 40, "add")
    for x, y, rx, ry, t in ((330, 150, 260, 13, 172), (560, 190, 190, 9, 176), (900, 165, 300, 12, 170), (760, 225, 220, 8, 206), (240, 235, 180, 8, 200), (1050, 250, 160, 7, 210)):
        for k in range(5):
            c.shape(oval(x + d(-.5, .5) * rx, y + d(-8, 8), rx * d(.4, .8), ry * d(.5, 1)), t - 34, t, soft=7, alpha=.45)
    # hills in the haze
    for base, amp, tone, to, seed in ((338, 56, 190, 220, 1), (372, 46, 156, 204, 2), (402, 30, 122, 176, 3)):
        hd = Dice(seed * 31)
        pts = [(-40 + 128 * i, base - amp * hd(.05, 1) * (1 if i % 2 else .35)) for i in range(11)]
        c.shape(spline(pts, False) + [(w + 60, water + 20), (-60, water + 20)], tone, to, soft=1.4)
    # trees on the far bank
    for k in range(150):
        x = d(-20, w + 20)
        hgt = d(8, 30) * (1.5 if x < 260 or x > 980 else .8)
        c.shape(oval(x, water - hgt * .55, d(10, 22), hgt * .62), d(84, 120), d(64, 90), light=(.4, -.5, 5, .3), soft=1.0)
    # the bridge: stone arches, a deck with a parapet
    def deck(x):
        return 356 - 34 * math.sin(math.pi * max(0, min(1, (x + 60) / (w + 120))))
    top = [(x, deck(x)) for x in range(-30, w + 40, 30)]
    m = Canvas(w, h, 0)
    m.shape([(x, y - 2) for x, y in top] + [(w + 40, water + 6), (-30, water + 6)], 255, soft=.5)
    arches = ((70, 96), (306, 108), (600, 124), (894, 108), (1130, 96))
    for ax, aw in arches:
        at = deck(ax) + 26
        m.shape([(ax + aw * math.cos(a), water + 8 - (water + 8 - at) * math.sin(a)) for a in (math.pi * i / 40 for i in range(41))] + [(ax - aw, water + 9), (ax + aw, water + 9)], 0, soft=.5)
    stone = Canvas(w, h)
    stone.img.paste(gradient(stone.img.size, [(0, 130), (.34, 136), (.47, 92), (1, 80)]))
    for row in range(9):                                                                          # courses of stone
        y0 = 330 + row * 14
        stone.line([(-20, y0 + 8), (600, y0 - 6), (1220, y0 + 8)], 1.4, 76, end=1, soft=.5, alpha=.7)
        for k in range(44):
            x = k * 28 + (row % 2) * 14 + d(-3, 3)
            stone.shape([(x, y0), (x + 26, y0), (x + 26, y0 + 12), (x, y0 + 12)], 150 if d() > .5 else 96, soft=1.2, alpha=d(.05, .32))
    for ax, aw in arches:                                                                         # voussoirs and the lit soffit
        at = deck(ax) + 26
        for i in range(25):
            a = math.pi * i / 24
            p = (ax + aw * math.cos(a), water + 8 - (water + 8 - at) * math.sin(a))
            q = (ax + (aw + 15) * math.cos(a), water + 8 - (water + 8 - at + 15) * math.sin(a))
            stone.line([p, q], 1.6, 60, end=1, soft=.4)
        ring = [(ax + (aw + 15) * math.cos(a), water + 8 - (water + 8 - at + 15) * math.sin(a)) for a in (math.pi * i / 40 for i in range(41))]
        stone.line(ring, 1.8, 176, end=1, soft=.6, curve=False)
        # inner side of the arch
        c.shape([(ax - aw, water + 8)] + [(ax - aw * math.cos(a), water + 8 - (water + 8 - at) * math.sin(a)) for a in (math.pi * i / 40 for i in range(28))]
                + [(ax - aw * math.cos(a) + 24 * (1 - i / 27), water + 8 - (water + 8 - at) * math.sin(a) * (1 - .10 * (1 - i / 27))) for i, a in ((i, math.pi * i / 40) for i in range(27, -1, -1))], 70, 50, soft=.7)
    c.img.paste(stone.img, (0, 0), m.img)
    c.line(top, 7, 66, end=1, soft=.5, curve=False)
    c.line([(x, y - 4) for x, y in top], 2, 206, end=1, soft=.5, curve=False)
    for x in range(-20, w + 20, 24):                                                              # parapet
        c.line([(x, deck(x)), (x, deck(x) - 21)], 5, 74, end=1, soft=.4)
        c.shape(oval(x, deck(x) - 23, 3.4, 3.4), 80, soft=.4)
    c.line([(x, y - 17) for x, y in top], 3.4, 82, end=1, soft=.4, curve=False)
    c.line([(x, y - 9) for x, y in top], 2, 96, end=1, soft=.4, curve=False)
    for x, s, cart in ((214, 1, 0), (236, 1, 0), (438, 1, 1), (716, -1, 0), (962, 1, 0), (985, -1, 0), (1010, 1, 0)):   # people who stopped
        y = deck(x) - 12
        c.shape(spline([(x - 5, y + 6), (x - 6, y - 16), (x - 3, y - 24), (x + 3, y - 24), (x + 6, y - 16), (x + 5, y + 6)]), 48, 66, soft=.5)
        c.shape(oval(x + s, y - 29, 4.2, 5), 44, soft=.4)
        if cart:
            for k in (20, 50):
                p = oval(x + k, y - 2, 10, 10, n=20)
                for a, b in zip(p, p[1:] + p[:1]):
                    c.line([a, b], 1.8, 50, end=1, soft=.3)
            c.line([(x + 5, y - 16), (x + 16, y - 18), (x + 20, y - 2), (x + 34, y - 4), (x + 44, y - 16), (x + 50, y - 2)], 2.2, 50, end=1, soft=.3, curve=False)
    # river: the bank above mirrored, drawn out, broken by ripples
    src = c.img.crop((0, (water - 250) * S, w * S, water * S)).transpose(Image.FLIP_TOP_BOTTOM).resize((w * S, 300 * S)).filter(ImageFilter.GaussianBlur(3))
    src = src.point(lambda v: int(24 + v * .76))
    wat = Image.new("L", src.size)
    for y in range(0, src.height, 2):
        k = y / src.height
        dx = int((1 + 7 * k) * S * math.sin(y * .21 / (1 + 2.2 * k)) * (.6 + .4 * math.sin(y * .043)))
        row = src.crop((0, y, src.width, y + 2))
        wat.paste(ImageChops.offset(row, dx, 0), (0, y))
    c.img.paste(wat.filter(ImageFilter.GaussianBlur(1.2)), (0, water * S))
    for k in range(260):
        t = d() ** 1.5
        y = water + 4 + t * 240
        x = 830 + d(-1, 1) * (160 + 700 * d())
        ln = 10 + 60 * t * d(.3, 1)
        c.line([(x - ln, y), (x, y - 1), (x + ln, y)], 1.2 + 2 * t, 244 if d() > .35 else 96, soft=.7, alpha=.5)
    c.line([(-10, water), (w + 10, water)], 3, 70, end=1, soft=1, alpha=.6)
    # stage floor
    floor, front = 706, 812
    c.shape([(40, floor - 44), (w - 40, floor - 44), (w + 60, front), (-60, front)], 120, 176, soft=.7)
    for k in range(-16, 17):
        c.line([(600 + k * 50, floor - 44), (600 + k * 66, front)], 1.8, 84, end=1, soft=.5, alpha=.8)
    c.glow(600, 760, 640, 110, 40, "add")
    # choir
    rows = ((8, 474, 24.0, 100, 34), (9, 538, 25.0, 98, 18), (10, 606, 25.5, 97, 0))
    for ri, (n, y, r, step, shade) in enumerate(rows):
        x0 = 600 - step * (n - 1) / 2
        if ri:                                                                                     # shadow on the row behind
            c.shape([(x0 - 60, y + 30), (x0 + step * (n - 1) + 60, y + 30), (x0 + step * (n - 1) + 70, floor), (x0 - 70, floor)], 20, soft=24, alpha=.40)
        if ri == 1:                                                                                # the risers
            c.shape([(110, 610), (1090, 610), (1100, 690), (100, 690)], 66, 40, soft=.7)
            c.shape([(110, 606), (1090, 606), (1092, 614), (108, 614)], 150, soft=.6)
        if ri == 2:
            c.shape([(92, 670), (1108, 670), (1114, 726), (86, 726)], 74, 44, soft=.7)
            c.shape([(92, 666), (1108, 666), (1110, 675), (90, 675)], 164, soft=.6)
            for k in range(9):
                c.line([(96 + k * 126, 675), (94 + k * 126.5, 726)], 3, 34, end=1, soft=.6)
        order = sorted(range(n), key=lambda i: -abs(i - (n - 1) / 2))
        for i in order:
            woman = (i * 7 + ri * 3) % 5 not in (0, 3) if ri else i % 3 == 1
            hair = ((1, 2, 1, 2, 1)[(i * 3 + ri) % 5]) if woman else ((0, 0, 3)[(i + ri) % 3])
            cloth = (150 if woman else 58) - shade // 2 + int(d(-10, 10))
            x = x0 + i * step + d(-6, 6)
            yy = y + d(-7, 6) + (6 if woman else -3) + abs(i - (n - 1) / 2) ** 2 * .25
            turn = (600 - x) / 620
            singer(c, x, yy, r * d(.95, 1.04), d, hair, cloth, woman, 776 if ri == 2 else 0, turn, d(.10, .20), shade)
    conductor(c, 600, 640, 25, d)
    # stage front: stone balustrade and carved panels
    c.shape([(-20, front), (w + 20, front), (w + 20, h), (-20, h)], 96, 44, soft=.6)
    c.shape([(-20, front - 3), (w + 20, front - 3), (w + 20, front + 12), (-20, front + 12)], 176, 140, soft=.6)
    c.shape([(-20, front + 12), (w + 20, front + 12), (w + 20, front + 26), (-20, front + 26)], 20, soft=4, alpha=.6)
    for k in range(-1, 9):
        x = 60 + k * 155
        q = [(x, front + 34), (x + 130, front + 34), (x + 130, front + 98), (x, front + 98)]
        c.shape(q, 54, 70, soft=.8)
        c.shape([(q[0][0] + 7, q[0][1] + 7), (q[1][0] - 7, q[1][1] + 7), (q[2][0] - 7, q[2][1] - 7), (q[3][0] + 7, q[3][1] - 7)], 108, 74, soft=.8)
        cx, cy = x + 65, front + 66
        for j in range(8):
            a = math.pi * j / 4
            c.shape(oval(cx + 13 * math.cos(a), cy + 13 * math.sin(a), 11, 6, a), 130, 96, light=(-.4, -.6, 3, .6), soft=.7)
        c.shape(oval(cx, cy, 7, 7), 70, soft=.7)
    # posts, eave with its hanging lattice, lanterns
    for x, ww in ((52, 40), (1148, 40)):
        c.shape([(x - ww / 2, 60), (x + ww / 2, 60), (x + ww / 2, front + 2), (x - ww / 2, front + 2)], 40, 58, light=(.8 if x < 600 else -.8, 0, 12, .6), soft=.7)
        c.shape(spline([(x - 32, front - 12), (x - 26, front - 30), (x + 26, front - 30), (x + 32, front - 12), (x + 28, front + 2), (x - 28, front + 2)]), 150, 84, light=(.6 if x < 600 else -.6, -.3, 8, .5), soft=.6)
    c.shape([(0, 96), (w, 96), (w, 112), (0, 112)], 60, 26, soft=.5)
    c.shape([(60, 146), (w - 60, 146), (w - 60, 153), (60, 153)], 40, 26, soft=.5)
    for k in range(37):
        x = 76 + k * 29.1
        c.line([(x, 110), (x, 148)], 4, 30, end=1, soft=.4)
        if k % 2:
            c.line([(x, 124), (x + 29, 124)], 4, 30, end=1, soft=.4)
            c.line([(x, 136), (x - 29, 136)], 4, 30, end=1, soft=.4)
    for s in (-1, 1):                                                                             # corner brackets
        bx = 600 + s * 528
        c.shape(spline([(bx, 152), (bx - s * 110, 154), (bx - s * 84, 172), (bx - s * 52, 174), (bx - s * 44, 196), (bx - s * 20, 202), (bx - s * 12, 236), (bx, 250)]), 46, 24, soft=.6)
    under = [(-20, -20), (w + 20, -20), (w + 20, 40), (1120, 84), (900, 100), (600, 104), (300, 100), (80, 84), (-20, 40)]
    c.shape(under[:2] + spline(under[2:], False), 14, 34, soft=.6)
    for k in range(46):
        x = -10 + k * 27
        y = 104 - 60 * (abs(x - 600) / 620) ** 3.2
        c.line([(x, y - 70), (x + (x - 600) * .012, y)], 12, 44, end=1, soft=.6)
        c.line([(x - 3, y - 70), (x - 3, y)], 2.4, 90, end=1, soft=.6, alpha=.6)
        c.shape(oval(x, y - 2, 6.4, 6.4), 120, 60, soft=.5)
    for x, y in ((262, 206), (600, 198), (938, 206)):
        c.line([(x, 150), (x, y - 30)], 2, 24, end=1, soft=.4)
        c.glow(x, y, 190, 165, 130, "screen")
        c.shape(oval(x, y, 36, 30), 214, 236, light=(0, .2, 9, .5), soft=.7)
        for j in (-.75, -.4, 0, .4, .75):
            c.line([(x + j * 10, y - 30), (x + j * 37, y), (x + j * 10, y + 30)], 1.4, 140, end=1, soft=.5, alpha=.8)
        for yy in (y - 30, y + 30):
            c.shape([(x - 15, yy - 5), (x + 15, yy - 5), (x + 15, yy + 5), (x - 15, yy + 5)], 50, 30, soft=.5)
        for j in range(-2, 3):
            c.line([(x + j * 3, y + 34), (x + j * 4, y + 62)], 1.8, 60, soft=.4)
    # the audience, dark against the stage
    heads = [(k * 118 + d(-22, 22) - 20, 900 + d(-16, 14), d(33, 40)) for k in range(12)]
    for x, y, r in heads:
        body = spline([(x - r * .4, y + r * .7), (x - r * 1.5, y + r * 1.5), (x - r * 1.9, y + r * 2.6), (x - r * 1.9, h + 60), (x + r * 1.9, h + 60), (x + r * 1.9, y + r * 2.6), (x + r * 1.5, y + r * 1.5), (x + r * .4, y + r * .7)])
        hp = spline([(x - .80 * r, y + .5 * r), (x - .90 * r, y - .2 * r), (x - .62 * r, y - .90 * r), (x, y - 1.10 * r), (x + .62 * r, y - .90 * r), (x + .90 * r, y - .2 * r), (x + .80 * r, y + .5 * r), (x, y + .95 * r)])
        c.shape([(a, b - 2) for a, b in body], 190, 40, soft=1.6, alpha=.7)
        c.shape(body, 38, 14, light=(0, -.5, 8, .2), soft=1.4)
        for s in (-1, 1):
            c.shape(oval(x + s * .86 * r, y + .15 * r, r * .13, r * .24), 110, 50, soft=1)
        c.shape([(a, b - 2.4) for a, b in hp], 214, 40, soft=1.6, alpha=.8)
        t = 84 if d() > .75 else 30
        if d() > .62:
            c.shape(oval(x + 1, y + .05 * r, r * .44, r * .38), 200, 60, soft=1.4, alpha=.18)
            c.shape(hp, t + 12, 14, light=(0, -.6, 7, .25), soft=1.4)
            c.shape(oval(x, y + .12 * r, r * .44, r * .38), t + 22, 16, light=(0, -.6, 5, .5), soft=1.2)
        else:
            c.shape(hp, t + 12, 14, light=(0, -.6, 7, .25), soft=1.4)
        for i in range(14):
            u = -1 + 2 * i / 13
            c.line([(x + u * r * .2, y - 1.0 * r), (x + u * r * .74 + d(-2, 2), y - .45 * r), (x + u * r * .70 + d(-3, 3), y + .30 * r)], r * .045, t + 30 + int(d(0, 40)), soft=.8, alpha=.4)
    c.glow(600, 640, 760, 330, 56, "screen")
    c.img = c.img.point(lambda v: max(0, min(255, int(128 + (v - 124) * 1.12))))
    for x in (0, w):
        c.glow(x, h, 520, 420, 60, "sub")
        c.glow(x, 0, 420, 300, 40, "sub")
    c.finish("choir.jpg", 29)

if __name__ == "__main__":
    todo = sys.argv[1:] or ["class", "choir"]
    if "class" in todo:
        class_jpg()
    if "choir" in todo:
        choir_jpg()
