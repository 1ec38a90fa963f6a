"""The choir: choir.jpg."""
import math

from canvas import Canvas, Dice, S, gradient, oval, spline
from PIL import Image, ImageChops, ImageFilter


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
