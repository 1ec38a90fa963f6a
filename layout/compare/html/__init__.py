"""One file to look at: both versions of each page, the changes numbered on them and in a list. It carries its own
style and script and opens without a network."""

import json
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from layout.compare.report import shown_changes, summary
from layout.compare.run import PageResult, Result
from layout.compare.shown import Picture
from layout.compare.types import CAUSES, Change, Problem
from layout.compare.words import CAUSE_ZH, Lang, hint_of, place, sentence, told, trouble
from layout.geometry import Rect
from layout.report.excerpt import clean
from layout.spec.source_map import Position
from layout.units import INCH

FOLDER = Path(__file__).parent
AROUND = 48  # characters of a line that are shown on each side of what a finding means
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page(result: Result, lang: Lang) -> str:
    """The report as HTML; `lang` is the language that it opens in."""
    style, script = ((FOLDER / name).read_text("utf-8") for name in ("report.css", "report.js"))
    data = json.dumps(_data(result, lang), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    safe = data.replace("&", "\\u0026").replace("<", "\\u003c").replace("\u2028", "\\u2028")
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-Hans" if lang == "zh" else "en"}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n<title>layout diff</title>\n'
        f"<style>\n{style}</style>\n<body>\n"
        f'<script type="application/json" id="data">{safe}</script>\n<script>\n{script}</script>\n'
        "</body>\n</html>\n"
    )


def _data(result: Result, lang: Lang) -> dict[str, Any]:
    problems = [*result.problems, *(p.problem for p in result.pages if p.problem and not p.side)]
    return {
        "lang": lang,
        "status": result.status,
        "summary": {"zh": summary(result, "zh"), "en": summary(result, "en")},
        "rasteriser": result.rasteriser,
        "causes": [{"id": cause, "zh": CAUSE_ZH[cause]} for cause in CAUSES],
        "problems": [_problem(problem) for problem in problems],
        "corrections": [_entry(n, v, result, None) for n, v in enumerate(result.verdicts, 1)],
        "pages": [_page(page, result) for page in result.pages],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    """Why something could not be compared, with the findings that tell, as a check tells them."""
    zh, en = told(problem, "zh"), told(problem, "en")
    return {
        **{lang: "\n".join(trouble(problem, lang)) for lang in LANGUAGES},
        "findings": [
            {
                "code": a.found.code,
                "place": place(a.position)[:-2],
                "line": _line(a.position) if a.position and a.position.source_line.strip() else None,
                "text": {"zh": a.message, "en": b.message},
                "hint": {"zh": a.hint, "en": b.hint},
            }
            for a, b in zip(zh, en)
        ],
    }


def _line(position: Position) -> tuple[str, str, str]:
    """The line that a finding speaks of, parted before and after what is meant."""
    line, start = position.source_line, position.column - 1
    end = start + max(1, position.length)
    before, after = line[:start].lstrip(), line[end:]
    before = f"…{before[-AROUND:]}" if len(before) > AROUND else before
    return (
        clean(before),
        clean(line[start:end][:AROUND]),
        clean(f"{after[:AROUND]}…" if len(after) > AROUND else after),
    )


def _page(page: PageResult, result: Result) -> dict[str, Any]:
    numbered = enumerate(shown_changes(page), 1)
    return {
        "number": page.number,
        "a": page.a,
        "b": page.b,
        "images": [_image(picture) for picture in page.pictures],
        "changes": [_entry(n, change, result, page) for n, change in numbered],
        "boxes": page.boxes,
        "side": page.side,
        "problem": _problem(page.problem) if page.problem else None,
    }


def _image(picture: Picture) -> dict[str, Any]:
    return {
        "src": "data:image/webp;base64," + b64encode(picture.data).decode("ascii"),
        "width": picture.width,
        "height": picture.height,
        "left": round(picture.left, 2),
        "top": round(picture.top, 2),
        "over": picture.over,
    }


def _entry(number: int, change: Change, result: Result, page: PageResult | None) -> dict[str, Any]:
    pictures = page.pictures if page else ()
    ppi = pictures[0].ppi if pictures else 100
    return {
        "n": number,
        "cause": change.cause,
        "code": change.code,
        "subject": change.subject,
        "text": {"zh": sentence(change, "zh"), "en": sentence(change, "en")},
        "place": place(change.position)[:-2],
        "hint": {lang: hint_of(change, lang) for lang in LANGUAGES},
        "fails": result.fails(change),
        "wanted": change.wanted,
        "made": not change.failing,
        "before": [_box(rect, ppi) for rect in joined(change.before)],
        "after": [_box(rect, ppi) for rect in joined(change.after)],
    }


def _box(rect: Rect, ppi: int) -> list[float]:
    """A rectangle in pixels of the picture from the trimmed corner."""
    return [round(value * ppi / INCH, 1) for value in (rect.x, rect.y, rect.width, rect.height)]


def joined(rects: Sequence[Rect]) -> list[Rect]:
    """Rectangles of lines one under the other as one, so that a paragraph is one mark."""
    found: list[Rect] = []
    for rect in rects:
        last = found[-1] if found else None
        if (
            last
            and rect.x < last.right
            and last.x < rect.right
            and 0 <= rect.y - last.y <= last.height + rect.height
        ):
            left, right = min(last.x, rect.x), max(last.right, rect.right)
            foot = max(last.bottom, rect.bottom)
            found[-1] = Rect(left, last.y, right - left, foot - last.y)
        elif (
            last
            and rect.y == last.y
            and rect.height == last.height
            and abs(rect.x - last.right) < rect.height
        ):
            found[-1] = Rect(last.x, last.y, rect.right - last.x, last.height)
        else:
            found.append(rect)
    return found
