"""What the pictures are drawn with: curves, gradients, a canvas of tones, grain.

Pillow only; no fonts, no outside material, no random numbers (all noise is a hash of a fixed seed), so the
same Pillow draws the same picture. Coordinates are pixels of the final picture; everything is drawn S times
as large and reduced at the end.
"""
import hashlib
import math
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

HERE = Path(__file__).resolve().parent
S = 2


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
