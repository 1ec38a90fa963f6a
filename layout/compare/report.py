"""A result as text: for people, a line a change, JSON, Markdown for pull requests; and as findings, in the forms
that other programs read."""

import json
from typing import Any

from layout.compare.run import PageResult, Result
from layout.compare.types import Change
from layout.compare.words import LABEL, Lang, cause_of, hint_of, place, sentence, told, trouble
from layout.diag import Diagnostic, Where
from layout.report.excerpt import clean
from layout.report.said import Said
from layout.report.write import Form, human, short

_RED, _GREEN, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
MOST = 200  # rows of a Markdown table; a comment on a pull request holds 65,536 characters


def report(result: Result, *, form: Form, lang: Lang, colour: bool = False) -> str:
    """The whole result as one text, ending in a line feed ("" where there is nothing to say)."""
    match form:
        case "json":
            return _json(result)
        case "markdown":
            return _markdown(result, lang)
        case "github" | "junit" | "sarif":
            return _for_program(result, form, lang)
        case "short":
            return "".join(f"{line}\n" for line in _short(result, lang))
    return _human(result, lang, colour)


def _for_program(result: Result, form: Form, lang: Lang) -> str:
    said = _said(result, lang)
    if form == "github":
        from layout.report import github

        return github.render(said)
    if form == "junit":
        from layout.report import junit

        return junit.render(said, [page.b for page in result.pages])
    from layout.report import sarif

    return sarif.render(said, lang)


def shown_changes(page: PageResult) -> tuple[Change, ...]:
    """The changes of a page that a report numbers, in its order; findings that are still there come last."""
    return tuple(sorted(page.changes, key=lambda c: c.code in ("D812", "D813")))


def _short(result: Result, lang: Lang) -> list[str]:
    lines: list[str] = []
    for problem in _problems(result):
        lines += (f"{problem.code}: {line.strip()}" for line in trouble(problem, lang))
        lines += (short(one) for one in told(problem, lang))
    lines += (f"{place(v.position)}{v.code}: {sentence(v, lang)}" for v in result.verdicts)
    for page in result.pages:
        for change in shown_changes(page):
            where = place(change.position) or f"{page.b}: "
            lines.append(f"{where}{change.code}: {cause_of(change, lang)}: {sentence(change, lang)}")
    return [clean(line).replace("\n", " ") for line in lines]


def _problems(result: Result) -> list[Any]:
    return [*result.problems, *(page.problem for page in result.pages if page.problem)]


def _human(result: Result, lang: Lang, colour: bool) -> str:
    lines: list[str] = []
    for problem in _problems(result):
        lines += trouble(problem, lang)
        lines += (human(one, lang, colour) for one in told(problem, lang))
    for change in result.verdicts:
        lines.append(_verdict(change, lang, colour))
    for page in result.pages:
        if page.changes:
            title = f"第 {page.number} 版" if lang == "zh" else f"page {page.number}"
            names = page.a if page.a == page.b else f"{page.a} → {page.b}"
            lines.append(_ink(f"{title}  {names}", _BOLD, colour))
            lines += (_row(n, change, lang, colour) for n, change in enumerate(shown_changes(page), 1))
    lines.append(summary(result, lang))
    if result.rasteriser:
        lines.append(_ink(f"({result.rasteriser})", _DIM, colour))
    return "\n".join(_clean(line) for line in lines) + "\n"


def _clean(line: str) -> str:
    """A line that can't move the cursor, our own colours apart."""
    return "\x1b".join(map(clean, line.split("\x1b")))


def _ink(text: str, ink: str, colour: bool) -> str:
    return f"{ink}{text}{_PLAIN}" if colour else text


def _row(number: int, change: Change, lang: Lang, colour: bool) -> str:
    said = sentence(change, lang)
    if colour:
        said = said.replace("[-", f"{_RED}[-").replace("-]", f"-]{_PLAIN}")
        said = said.replace("{+", f"{_GREEN}{{+").replace("+}", f"+}}{_PLAIN}")
    cause = cause_of(change, lang)
    wanted = (" ✓" if change.wanted else "") if change.failing else " ·"
    where = f"\n      {_ink(place(change.position)[:-2], _DIM, colour)}" if change.position else ""
    hint = hint_of(change, lang)
    do = f"\n      {LABEL[lang]}{hint}" if hint else ""
    return f"{number:4}{wanted} {_ink(cause, _BOLD, colour)}  {said}{where}{do}"


def _verdict(change: Change, lang: Lang, colour: bool) -> str:
    sign, ink = ("✗", _RED) if change.failing else ("✓", _GREEN)
    return f"{_ink(sign, ink, colour)} {place(change.position)}{sentence(change, lang)}"


def summary(result: Result, lang: Lang) -> str:
    """How many changes there are of each cause, and what the exit status stands on."""
    if result.status == 2:
        return "没有全部比成" if lang == "zh" else "not everything could be compared"
    counts: dict[str, int] = {}
    for page in result.pages:
        for change in page.changes:
            if change.failing and not change.wanted:
                cause = cause_of(change, lang)
                counts[cause] = counts.get(cause, 0) + 1
    listed = ("、" if lang == "zh" else ", ").join(f"{cause} {n}" for cause, n in counts.items())
    made = sum(not v.failing for v in result.verdicts)
    asked = len(result.verdicts)
    if lang == "zh":
        told = f"校样 {asked} 处，改了 {made} 处；" if asked else ""
        return told + (
            f"此外有：{listed}" if asked and listed else listed or ("没有别的改动" if asked else "没有改动")
        )
    told = f"{made} of {asked} corrections made; " if asked else ""
    if asked:
        return told + (f"besides: {listed}" if listed else "nothing else changed")
    return listed or "no changes"


def _json(result: Result) -> str:
    pages = [
        {
            "page": page.number,
            "a": page.a,
            "b": page.b,
            "changes": [_entry(change, result) for change in shown_changes(page)],
        }
        for page in result.pages
    ]
    problems = [
        {
            "code": p.code,
            "facts": p.facts,
            "message": "\n".join(trouble(p, "en")),
            "findings": [_told(zh, en) for zh, en in zip(told(p, "zh"), told(p, "en"))],
        }
        for p in _problems(result)
    ]
    whole = {
        "version": 1,
        "status": result.status,
        "pages": pages,
        "corrections": [_entry(change, result) for change in result.verdicts],
        "problems": problems,
        "rasteriser": result.rasteriser or None,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _told(zh: Said, en: Said) -> dict[str, Any]:
    """A finding that tells why a side can't be set."""
    p = zh.position
    place = {"file": p.file, "line": p.line, "column": p.column, "length": p.length} if p else None
    said = {"message": {"zh": zh.message, "en": en.message}, "hint": {"zh": zh.hint, "en": en.hint}}
    return {"code": zh.found.code, **said, "position": place}


def _entry(change: Change, result: Result) -> dict[str, Any]:
    p = change.position
    place = {"file": p.file, "line": p.line, "column": p.column, "length": p.length} if p else None
    return {
        "cause": change.cause,
        "code": change.code,
        "page": change.page,
        "subject": change.subject,
        "story": change.story or None,
        "block": change.block or None,
        "message": {"zh": sentence(change, "zh"), "en": sentence(change, "en")},
        "facts": change.facts,
        "reflow": change.reflow,
        "position": place,
        "before": [[r.x, r.y, r.width, r.height] for r in change.before],
        "after": [[r.x, r.y, r.width, r.height] for r in change.after],
        "fails": result.fails(change),
        "wanted": change.wanted,
    }


def _markdown(result: Result, lang: Lang) -> str:
    zh = lang == "zh"
    lines = [f"### {'版面改动' if zh else 'Page changes'}: {summary(result, lang)}", ""]
    for problem in _problems(result):
        lines += [f"> **{problem.code}** {_cell(' '.join(map(str.strip, trouble(problem, lang))))}", ""]
        said = told(problem, lang)
        lines += [*_as_table(said, lang), ""] if said else []
    for change in result.verdicts:
        lines.append(f"- [{' ' if change.failing else 'x'}] {_cell(sentence(change, lang))}")
    if result.verdicts:
        lines.append("")
    rows = 0
    for page in result.pages:
        changes = [c for c in shown_changes(page) if c.code != "D813"]
        if not changes or rows > MOST:
            continue
        head = f"第 {page.number} 版" if zh else f"Page {page.number}"
        lines += [f"#### {head} · `{page.b}`", ""]
        lines.append("| # | 原因 | 改动 | 位置 |" if zh else "| # | cause | change | place |")
        lines.append("|--:|---|---|---|")
        for n, change in enumerate(changes, 1):
            rows += 1
            if rows <= MOST:
                where = place(change.position)[:-2]
                cell = _cell(_marked(sentence(change, lang)))
                hint = hint_of(change, lang)
                cell += f"<br>{LABEL[lang]}{_cell(hint)}" if hint else ""
                lines.append(f"| {n} | {cause_of(change, lang)} | {cell} | {f'`{where}`' if where else ''} |")
        lines.append("")
    if rows > MOST:
        lines += [f"… {rows} {'处' if zh else 'in all'}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _as_table(said: list[Said], lang: Lang) -> list[str]:
    """The findings that keep a side from being set, each with what to write instead."""
    head = "| 代码 | 问题 | 位置 |" if lang == "zh" else "| code | finding | place |"
    rows = [head, "|---|---|---|"]
    for one in said[:MOST]:
        where = f"`{place(one.position)[:-2]}`" if one.position else ""
        hint = f"<br>{LABEL[lang]}{_cell(one.hint)}" if one.hint else ""
        rows.append(f"| {one.found.code} | {_cell(one.message)}{hint} | {where} |")
    return rows


def _marked(said: str) -> str:
    """Deletions struck out, insertions bold."""
    for sign, before, after in (("[-", "-]", "~~"), ("{+", "+}", "**")):
        said = said.replace(f"{sign}{before}", "").replace(sign, after).replace(before, after)
    return said


def _cell(text: str) -> str:
    """Text that can't end a cell or make a tag or a mention of somebody."""
    flat = clean(text).replace("\n", " ").replace("|", "\\|")
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("@", "@\u200b")


def _said(result: Result, lang: Lang) -> list[Said]:
    """What is to be told as findings of the pages, for the forms that other programs read."""
    said = []
    for problem in _problems(result):
        found = Diagnostic(problem.code, "error", Where("layout diff"))
        said.append(Said(found, None, "\n".join(trouble(problem, lang)), ""))
        said += told(problem, lang)
    names = {page.number: page.b for page in result.pages}
    for change in result.changes:
        if change.code not in ("D711", "D813"):
            document = names.get(change.page, next(iter(names.values()), ""))
            found = Diagnostic(change.code, "error" if result.fails(change) else "info", Where(document))
            words = f"{cause_of(change, lang)}: {sentence(change, lang)}"
            said.append(Said(found, change.position, clean(words), ""))
    return said
