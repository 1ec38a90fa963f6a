"""The page of a code: what is found, why it matters, wrong and right. For terminals and as Markdown."""

from layout.catalogue import codes, entry
from layout.catalogue.examples import EXAMPLES
from layout.report.said import Lang, words_of

_ROOMS = {
    "S": ("版面、稿件、主题怎么写", "How pages, stories and themes are written"),
    "C": ("稿件", "Copy"),
    "A": ("图片、字体", "Pictures and fonts"),
    "T": ("文字", "Text"),
    "F": ("排得下排不下", "Fit"),
    "P": ("印前", "Preflight"),
    "D": ("比较", "Comparison"),
}
_LABELS = {"zh": ("改法", "错", "对"), "en": ("do", "wrong", "right")}


def explained(code: str, lang: Lang) -> str:
    """A code's page for a terminal. KeyError if there is no such code."""
    entry(code)
    words = words_of(code, lang)
    do, wrong, right = _LABELS[lang]
    parts = [f"{code}  {words.says}", words.what]
    if words.hint:
        parts.append(f"{do}{_colon(lang)}{_hint(words.hint)}")
    if code in EXAMPLES:
        parts += (
            f"{label}{_colon(lang).rstrip()}\n{_indented(text)}"
            for label, text in zip((wrong, right), EXAMPLES[code])
        )
    return "\n\n".join(filter(None, parts))


def markdown(lang: Lang) -> str:
    """All codes as one document."""
    zh = lang == "zh"
    lines = ["# 代码一览" if zh else "# Findings", ""]
    lines += [
        "`layout explain --markdown` 写的，不要手改。花括号里是当时的内容。"
        if zh
        else "Made by `layout explain --markdown`; not to be edited. Braces stand for the facts of the case.",
    ]
    room = ""
    for code in codes():
        if code[0] != room:
            room = code[0]
            lines += ["", f"## {room} · {_ROOMS[room][0 if zh else 1]}"]
        lines += ["", *_section(code, lang)]
    return "\n".join(lines) + "\n"


def _section(code: str, lang: Lang) -> list[str]:
    words = words_of(code, lang)
    do, wrong, right = _LABELS[lang]
    lines = [f"### {code}", "", _safe(words.says)]
    if words.what:
        lines += ["", _safe(words.what)]
    if words.hint:
        lines += ["", f"{do}{_colon(lang)}{_safe(_hint(words.hint))}"]
    for label, text in zip((wrong, right), EXAMPLES.get(code, ())):
        lines += ["", f"{label}{_colon(lang).rstrip()}", "", "```text", text, "```"]
    return lines


def _hint(text: str) -> str:
    """A hint without the case's own suggestion."""
    return text.replace("{hint}", "…")


def _safe(text: str) -> str:
    """A sentence whose marks Markdown leaves alone, on one line."""
    text = text.replace("{{", "{").replace("}}", "}").replace("\n", " ")
    pieces = text.split("`")
    for i in range(0, len(pieces), 2):
        for mark in "\\*_<>[]#|":
            pieces[i] = pieces[i].replace(mark, f"\\{mark}")
    return "`".join(pieces)


def _colon(lang: Lang) -> str:
    return "：" if lang == "zh" else ": "


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))
