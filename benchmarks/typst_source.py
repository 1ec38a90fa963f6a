"""Typst documents that set our pages: the same text, fonts, sizes, places and pictures.

Run as `python benchmarks/typst_source.py SPEC … FOLDER` in a process of its own: it composes each page with
`layout` and writes what it finds there as Typst source. Body text goes in as whole paragraphs, in columns of
our frames' width and place, so that Typst classifies, shapes, breaks and justifies it as it would anybody's;
heads, captions, furniture and rules go in line by line at their places, as Typst has no copyfitting, no
threaded frames and no dummy. A crosshead has the height that it takes on our page.
"""

import json
import os
import sys
from itertools import groupby
from pathlib import Path as FilePath
from statistics import mode

from layout.pipeline import compose
from layout.scene.items import GlyphRun, Item, Path, Picture, Rule, Scene
from layout.style import Colour
from layout.units import to_pt
from layout.world import FileWorld

WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700, "Black": 900}
FAMILIES = {"NotoSerifSC": "Noto Serif SC", "NotoSansSC": "Noto Sans SC", "HedongKai": "Hedong Kai"}
ASCENT = 0.88  # of the em box of a Han character
HOLE = 96  # points without a body line that end a frame: more than a crosshead takes

PREAMBLE = """\
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#set text(lang: "zh", region: "cn", size: 9pt, top-edge: {ascent}em, bottom-edge: {descent}em)
#set par(justify: true, leading: 3pt, spacing: 3pt, first-line-indent: (amount: 2em, all: true))
#let t(face, weight, size, fill, body) = text(font: face, weight: weight, size: size * 1pt, fill: fill, body)
#let at(x, y, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, body)
#let line-at(x, y, stretch, body) = at(x, y, scale(x: stretch, origin: top + left, box(body)))
#let xhead(height, body) = block(height: height, width: 100%, spacing: 3pt, align(center + horizon, body))
"""


def source(scene: Scene, folder: FilePath) -> str:
    """One page as a Typst document that lies in `folder`."""
    out = [
        PREAMBLE.format(
            width=_pt(scene.trim.width),
            height=_pt(scene.trim.height),
            ascent=ASCENT,
            descent=round(ASCENT - 1, 2),
        )
    ]
    body: list[GlyphRun] = []
    for item in scene.items:
        if isinstance(item, GlyphRun) and item.tag.paragraph >= 0:
            body.append(item)
        else:
            out += _thing(item, folder)
    for _, runs in groupby(body, key=lambda run: (run.tag.block, run.tag.story)):
        out += _story(list(runs))
    return "\n".join(out) + "\n"


def _thing(item: Item, folder: FilePath) -> list[str]:
    """A line of type, a rule, a frame or a picture at its place."""
    match item:
        case GlyphRun():
            top = to_pt(item.y - item.size * 88 // 100)
            words = _styled(item, "".join(item.texts))
            return [f"#line-at({_pt(item.x)}, {top:.3f}, {item.scale / 10}%, {words})"]
        case Rule():
            across, down = _pt(item.x2 - item.x1), _pt(item.y2 - item.y1)
            stroke = f"{_pt(item.weight)}pt + {_colour(item.colour)}"
            return [
                f"#at({_pt(item.x1)}, {_pt(item.y1)}, line(end: ({across}pt, {down}pt), stroke: {stroke}))"
            ]
        case Path():
            return [_frame(item)]
        case Picture():
            frame, image = item.frame, item.image
            file = os.path.relpath(item.source, folder)
            inner = f'image("{file}", width: {_pt(image.width)}pt, height: {_pt(image.height)}pt)'
            shifted = f"at({_pt(image.x - frame.x)}, {_pt(image.y - frame.y)}, {inner})"
            size = f"width: {_pt(frame.width)}pt, height: {_pt(frame.height)}pt"
            return [f"#at({_pt(frame.x)}, {_pt(frame.y)}, block(clip: true, {size}, {shifted}))"]
    return []


def _frame(path: Path) -> str:
    places = [[int(v) for v in op[1:]] for op in path.ops if len(op) > 1]
    xs, ys = [v for p in places for v in p[::2]], [v for p in places for v in p[1::2]]
    size = f"width: {_pt(max(xs) - min(xs))}pt, height: {_pt(max(ys) - min(ys))}pt"
    fill = _colour(path.fill) if path.fill else "none"
    stroke = f"{_pt(path.weight)}pt + {_colour(path.stroke)}" if path.stroke else "none"
    return f"#at({_pt(min(xs))}, {_pt(min(ys))}, rect({size}, fill: {fill}, stroke: {stroke}))"


def _story(runs: list[GlyphRun]) -> list[str]:
    """The body of a story: its frames, those side by side as columns of one block."""
    left_edge = {leg: min(r.x for r in runs if r.tag.leg == leg) for leg in sorted({r.tag.leg for r in runs})}
    lefts = [to_pt(x) for x in left_edge.values()]
    # Most lines end in a whole character at the end of the measure.
    measure = mode(round(to_pt(r.x + r.xs[-1] + r.size - left_edge[r.tag.leg]), 1) for r in runs)
    gutter = lefts[1] - lefts[0] - measure if len(lefts) > 1 else 0
    frames: list[list[GlyphRun]] = []
    for run in runs:
        last = frames[-1][-1] if frames else None
        if last is None or last.tag.leg != run.tag.leg or to_pt(run.y - last.y) > HOLE:
            frames.append([])
        frames[-1].append(run)
    out = []
    for (_, rows), group in groupby(frames, key=lambda f: (f[0].y, f[0].tag.role == "crosshead")):
        together = list(group)
        inside = [run for frame in together for run in frame]
        first, foot = inside[0], max(run.y for run in inside)
        height = to_pt(foot - first.y) + 9 + (24 if rows else 0)
        columns = f"columns({len(together)}, gutter: {gutter:.3f}pt)" if len(together) > 1 else ""
        width = (measure + gutter) * len(together) - gutter
        size = f"width: {width:.3f}pt, height: {height:.3f}pt"
        top = to_pt(first.y) - ASCENT * 9 - (12 if rows else 0)
        text = "\n".join(_paragraphs(inside, runs))
        inner = f"{columns}[\n{text}\n]"
        out.append(f"#at({_pt(left_edge[first.tag.leg])}, {top:.3f}, block({size}, {inner}))")
    return out


def _paragraphs(inside: list[GlyphRun], story: list[GlyphRun]) -> list[str]:
    """The paragraphs, or the parts of them, that are in a frame."""
    out: list[str] = []
    for number, group in groupby(inside, key=lambda run: run.tag.paragraph):
        runs = list(group)
        whole = [run for run in story if run.tag.paragraph == number]
        pieces = []
        for _, same in groupby(runs, key=lambda run: (run.face, run.size)):
            alike = list(same)
            pieces.append(_styled(alike[0], "".join(text for run in alike for text in run.texts)))
        if runs[0].tag.role == "crosshead":
            out.append(f"#xhead({33 if out else 21}pt, {' + '.join(pieces)})")
            continue
        ends = "" if runs[-1] is whole[-1] else " + linebreak(justify: true)"
        indent = "" if runs[0] is whole[0] else "first-line-indent: 0pt, "
        out.append(f"#par({indent}{' + '.join(pieces)}{ends})")
    return out


def _styled(run: GlyphRun, words: str) -> str:
    family, _, weight = run.face.partition("-")
    size = f"{to_pt(run.size):g}"
    face = f'"{FAMILIES[family]}", {WEIGHTS[weight]}, {size}, {_colour(run.colour)}'
    return f"t({face}, {json.dumps(words, ensure_ascii=False)})"


def _colour(colour: Colour) -> str:
    return f"cmyk({', '.join(f'{ink / 10:g}%' for ink in colour.cmyk)})"


def _pt(length: int) -> str:
    return f"{to_pt(length):.3f}"


def main(specs: list[str], folder: str) -> None:
    """Write FOLDER/00.typ … for the pages."""
    for number, spec in enumerate(specs):
        scene = compose(spec, FileWorld()).scene
        target = FilePath(folder) / f"{number:02}.typ"
        target.write_text(source(scene, target.parent), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:-1], sys.argv[-1])
