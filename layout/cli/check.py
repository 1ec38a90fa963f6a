"""`layout check`: every finding, no file."""

from layout.cli.options import parser, pick, tell
from layout.diag import SpecError
from layout.pipeline import compose
from layout.world import FileWorld


def run(words: list[str]) -> int:
    """Check each spec as a render would, and write nothing; the worst exit status of all."""
    made = parser("check", "检查版面，列出全部问题，不写文件。", "Check pages: all findings, no file.", words)
    made.add_argument(
        "spec", nargs="+", help=pick(words, "版面文件（*.page.yaml）", "page specs (*.page.yaml)")
    )
    options = made.parse_args(words)
    status = 0
    for spec in options.spec:
        try:
            done = compose(spec, FileWorld(), options.font_path)
            found, sources = done.diagnostics, done.loaded.sources
        except SpecError as error:
            found, sources = error.diagnostics, error.sources
        status = max(status, tell(found, sources, options, words))
    return status
