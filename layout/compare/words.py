"""Changes in words, Chinese or English, from the catalogue."""

from typing import Literal, TypeAlias

from layout.catalogue import entry
from layout.compare.types import Cause, Change, Noted, Problem
from layout.spec.source_map import Position

Lang: TypeAlias = Literal["zh", "en"]
SHOWN = 60  # characters of copy that are shown of a long change; the middle is left out

CAUSE_ZH: dict[Cause, str] = {
    "copy": "改字",
    "heads": "改题",
    "reflow": "换行",
    "moved": "位置",
    "style": "样式",
    "picture": "图片",
    "overset": "溢文",
    "findings": "问题",
    "pixels": "画面",
    "expect": "校对",
}
_ROLE_ZH = {
    "kicker": "引题",
    "headline": "主题",
    "deck": "副题",
    "byline": "署名",
    "body": "正文",
    "crosshead": "小标题",
    "caption": "图说",
    "credit": "摄影署名",
    "credits": "版面署名",
    "banner": "栏题",
    "other": "其他文字",
    "head": "标题",
}
COPY = ("old", "new", "text", "now")


def cause_of(change: Change, lang: Lang) -> str:
    """The cause's name."""
    return CAUSE_ZH[change.cause] if lang == "zh" else change.cause


def sentence(change: Change, lang: Lang, *, mark: bool = True) -> str:
    """What changed, in one line; without `mark` only the catalogue's words."""
    facts: dict[str, str | int | float] = dict(change.facts)
    if change.found is not None:
        facts["message"] = finding(Noted(change.found, None), lang)
    if "role" in facts and lang == "zh":
        facts["role"] = _ROLE_ZH.get(str(facts["role"]), facts["role"])
    for name in COPY:
        if isinstance(facts.get(name), str):
            facts[name] = shortened(str(facts[name]))
    words = entry(change.code)
    said = (words.zh if lang == "zh" else words.en).format_map(facts)
    return said + _reflow(change, lang) if mark else said


def _reflow(change: Change, lang: Lang) -> str:
    if not change.reflow:
        return ""
    return f"；{change.reflow} 行换了断处" if lang == "zh" else f"; reflow: {change.reflow} lines"


def shortened(text: str) -> str:
    """The two ends of a long piece of copy."""
    if len(text) <= SHOWN:
        return text
    half = SHOWN // 2
    return f"{text[:half]}…{text[-half:]}"


def finding(noted: Noted, lang: Lang) -> str:
    """A page's own finding, in words."""
    from layout.report.said import say

    return say(noted.found, None, lang).message


def trouble(problem: Problem, lang: Lang) -> list[str]:
    """Why something could not be compared, with the findings that tell, a line each."""
    words = entry(problem.code)
    said, hint = (words.zh, words.zh_hint) if lang == "zh" else (words.en, words.en_hint)
    lines = [said.format_map(problem.facts)]
    if hint:
        lines.append(("  改法：" if lang == "zh" else "  hint: ") + hint)
    told = (noted for noted in problem.findings if noted.found.severity == "error")
    return [*lines, *(f"  {place(n.position)}{n.found.code}: {finding(n, lang)}" for n in told)]


def place(position: Position | None) -> str:
    """file:line:column and a colon, or nothing."""
    return f"{position.file}:{position.line}:{position.column}: " if position else ""
