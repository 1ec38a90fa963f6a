"""`layout explain CODE`: what a finding means."""

import sys

from layout.catalogue import codes, entry
from layout.cli.language import language
from layout.cli.options import parser, pick


def run(words: list[str]) -> int:
    """Print the page of each code named; all codes, a line each, if none is. 2 for a code that there is not."""
    made = parser(
        "explain", "解释代码：是什么、为什么、怎么改。", "Explain codes: what, why, what to do.", words
    )
    made.add_argument(
        "code", nargs="*", help=pick(words, "代码，如 F001；不写就全部列出", "codes, such as F001; none: all")
    )
    made.add_argument(
        "--markdown",
        action="store_true",
        help=pick(words, "全部写成一份 Markdown", "all of them as Markdown"),
    )
    options = made.parse_args(words)
    lang = language(words)
    from layout.report.explained import explained, markdown

    if options.markdown:
        print(markdown(lang), end="")
        return 0
    if not options.code:
        for code in codes():
            print(f"{code}  {entry(code).zh if lang == 'zh' else entry(code).en}")
        return 0
    pages: list[str] = []
    status = 0
    for code in map(str.upper, options.code):
        if code in codes():
            pages.append(explained(code, lang))
        else:
            zh, en = f"layout：没有 {code} 这个代码", f"layout: there is no code {code}"
            print(pick(words, zh, en), file=sys.stderr)
            status = 2
    if pages:
        print("\n\n".join(pages))
    return status
