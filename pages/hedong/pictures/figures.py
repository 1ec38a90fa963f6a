"""Who and what is in the class: characters on paper, heads, writers, sheets, roofs, lamps."""
import math

from canvas import oval, spline


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
