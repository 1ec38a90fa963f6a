"""Changes in words, Chinese or English, from the catalogue."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec.structs import replace

from layout.catalogue import entry
from layout.compare.types import Cause, Change, Noted, Problem
from layout.diag import Fact
from layout.report.said import Said, filled, one_of, say
from layout.spec.source_map import Position

Lang: TypeAlias = Literal["zh", "en"]
SHOWN = 60  # characters of copy that are shown of a long change; the middle is left out

LABEL: dict[Lang, str] = {"zh": "改法：", "en": "hint: "}
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
    "head": "标题",
}
_WAYS = {  # negative, positive: in Chinese, in English
    "columns_right": ("左移 {} 栏", "右移 {} 栏", "{} columns to the left", "{} columns to the right"),
    "lines_down": ("上移 {} 行", "下移 {} 行", "{} lines up", "{} lines down"),
    "dx": ("左移 {:.1f} mm", "右移 {:.1f} mm", "{:.1f} mm to the left", "{:.1f} mm to the right"),
    "dy": ("上移 {:.1f} mm", "下移 {:.1f} mm", "{:.1f} mm up", "{:.1f} mm down"),
}
COPY = ("old", "new", "text", "now")


def cause_of(change: Change, lang: Lang) -> str:
    """The cause's name."""
    return CAUSE_ZH[change.cause] if lang == "zh" else change.cause


def sentence(change: Change, lang: Lang) -> str:
    """What changed, in one line."""
    facts: dict[str, str | int | float] = dict(change.facts)
    if change.found is not None:
        facts["message"] = finding(Noted(change.found, None), lang)
    role = str(facts.get("role", ""))
    named = _ROLE_ZH.get(role, "文字") if lang == "zh" else role if role in _ROLE_ZH else "text"
    of = (f"的{named}" if lang == "zh" else f" ({named})") if role in ("caption", "credit") else ""
    facts |= {"role": named, "of": of}
    facts["files"] = _files(facts, lang)
    facts |= {
        "way": _way(facts, ("columns_right", "lines_down"), lang),
        "way_mm": _way(facts, ("dx", "dy"), lang),
    }
    for name in COPY:
        if isinstance(facts.get(name), str):
            facts[name] = shortened(str(facts[name]))
    if lang == "en":
        facts |= {name: str(facts[name]).replace("、", ", ") for name in _listed(change) if name in facts}
    words = entry(change.code)
    return filled(words.zh if lang == "zh" else words.en, facts) + _reflow(change, lang)


def _listed(change: Change) -> tuple[str, ...]:
    """The facts that are lists of names."""
    return ("subject", "old", "new") if change.code == "D414" else ("subject",)


def _files(facts: Mapping[str, Fact], lang: Lang) -> str:
    """A picture's file before and after."""
    old, new = facts.get("old_file"), facts.get("file")
    if old == new:
        return f"{new}（文件名没变）" if lang == "zh" else f"{new} (under the same name)"
    return f"{old} → {new}"


def _way(facts: Mapping[str, Fact], axes: tuple[str, str], lang: Lang) -> str:
    """How far something moved along both axes, in words."""
    said = []
    for axis in axes:
        far = facts.get(axis, 0)
        if far and not isinstance(far, str):
            words = _WAYS[axis][(2 if lang == "en" else 0) + (far > 0)]
            said.append(one_of(words.format(abs(far)), far))
    return ("、" if lang == "zh" else ", ").join(said)


def _reflow(change: Change, lang: Lang) -> str:
    if not change.reflow:
        return ""
    return (
        f"；{change.reflow} 行换了断处"
        if lang == "zh"
        else one_of(f"; reflow: {change.reflow} lines", change.reflow)
    )


def shortened(text: str) -> str:
    """The two ends of a long piece of copy."""
    if len(text) <= SHOWN:
        return text
    half = SHOWN // 2
    return f"{text[:half]}…{text[-half:]}"


def finding(noted: Noted, lang: Lang) -> str:
    """A page's own finding, in words."""
    return say(noted.found, None, lang).message


def trouble(problem: Problem, lang: Lang) -> list[str]:
    """Why something could not be compared, and what to do about it, a line each."""
    words = entry(problem.code)
    said, hint = (words.zh, words.zh_hint) if lang == "zh" else (words.en, words.en_hint)
    return [said.format_map(problem.facts), *([f"  {LABEL[lang]}{hint}"] if hint else ())]


def told(problem: Problem, lang: Lang) -> list[Said]:
    """The findings that tell why something could not be compared, as `layout check` tells them."""
    errors = (noted for noted in problem.findings if noted.found.severity == "error")
    said = (replace(say(n.found, None, lang), position=n.position) for n in errors)
    return sorted(said, key=lambda one: one.order)


def hint_of(change: Change, lang: Lang) -> str:
    """What to write instead, of a finding that is new."""
    return say(change.found, None, lang).hint if change.found and change.code == "D811" else ""


def place(position: Position | None) -> str:
    """file:line:column and a colon, or nothing."""
    return f"{position.file}:{position.line}:{position.column}: " if position else ""
