"""Characters that have no place in copy: what is dropped, what becomes a space, and that it is said."""

import re

from layout.diag import Diagnostic, Where

# No tab or line end: those are handled below. Joiners stay (emoji and some scripts need them), as do variation
# selectors, which choose the form of an ideograph.
_ODD = (
    "[\0-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffd\ufffe\uffff\U000e0000-\U000e007f]"
)
_KINDS = (
    ("C002", "\ud800-\udfff", ""),
    ("C003", "\u200e\u200f\u202a-\u202e\u2066-\u206f", ""),
    ("C004", "\xad\u180e\u200b\u2060-\u2065\ufeff\ufff9-\ufffb\U000e0000-\U000e007f", ""),
    ("C005", "\t\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f", " "),
    ("C006", "\ufffd", "\ufffd"),
    ("C001", "\0-\x1f\x7f-\x9f\ufffe\uffff", ""),
)


def clean(
    text: str, document: str, path: tuple[str | int, ...]
) -> tuple[str, tuple[int, ...] | None, tuple[Diagnostic, ...]]:
    """`text` without characters that can't be set, where each of its characters was (None: where it is), and a
    warning (C001 to C006) for each run of them. Line ends of any kind become "\\n", which is not said."""
    # `str.isprintable` is quicker than any search, and wrong only in being too careful.
    if text.replace("\n", "").replace("\u3000", "").isprintable() and "\ufffd" not in text:
        return text, None, ()
    parts: list[str] = []
    origin: list[int] = []
    found: list[Diagnostic] = []
    last = 0
    for run in re.finditer(f"{_ODD}+", text):
        origin.extend(range(last, run.start()))
        parts.append(text[last : run.start()])
        last = run.end()
        for code, kept, at, length in _runs(run[0], run.start(), text):
            parts.append(kept * length)
            origin.extend(range(at, at + len(kept) * length))
            if code:
                names = " ".join(f"U+{ord(text[i]):04X}" for i in range(at, at + min(length, 3)))
                where = Where(document, path, at, length)
                found.append(Diagnostic(code, "warning", where, {"characters": names, "count": length}))
    origin.extend(range(last, len(text)))
    parts.append(text[last:])
    return "".join(parts), tuple(origin), tuple(found)


def _runs(run: str, start: int, text: str) -> list[tuple[str, str, int, int]]:
    """The characters of a run by what is done with them: (code or "", what stands for each, where, how many)."""
    result: list[tuple[str, str, int, int]] = []
    for i, char in enumerate(run, start):
        if char == "\r":
            code, kept = "", "" if text[i + 1 : i + 2] == "\n" else "\n"
        else:
            code, kept = next((code, kept) for code, odd, kept in _KINDS if re.match(f"[{odd}]", char))
        if result and result[-1][:2] == (code, kept):
            result[-1] = (code, kept, result[-1][2], result[-1][3] + 1)
        else:
            result.append((code, kept, i, 1))
    return result
