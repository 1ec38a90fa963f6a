"""`layout explain CODE`: what a finding means."""

import sys

from layout.catalogue import codes, entry
from layout.cli.language import language


def run(words: list[str]) -> int:
    """Print the page of each code named; all codes, a line each, if none is."""
    zh = language(words) == "zh"
    wanted = [w.upper() for w in words if not w.startswith("-") and w not in ("zh", "en")]
    known = codes()
    status = 0
    for code in wanted or known:
        if code not in known:
            print(
                f"layout：没有 {code} 这个代码" if zh else f"layout: there is no code {code}", file=sys.stderr
            )
            status = 2
            continue
        found = entry(code)
        says, what, hint = (
            (found.zh, found.what_zh, found.zh_hint) if zh else (found.en, found.what_en, found.en_hint)
        )
        if not wanted:
            print(f"{code}  {says}")
        else:
            print("\n".join(filter(None, (f"{code}  {says}", "", what, hint))))
    return status
