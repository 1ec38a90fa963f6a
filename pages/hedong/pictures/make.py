"""Draws the two pictures of page 3: class.jpg here, choir.jpg in choir.py.

    python make.py [class] [choir]
"""
import math
import sys

from canvas import Canvas, Dice, S, gradient, noise, oval, spline
from choir import choir_jpg
from figures import arms_front, back_figure, glyph, pendant, roofs, sheet, standing, writer_front
from PIL import Image, ImageChops, ImageFilter


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


if __name__ == "__main__":
    todo = sys.argv[1:] or ["class", "choir"]
    if "class" in todo:
        class_jpg()
    if "choir" in todo:
        choir_jpg()
