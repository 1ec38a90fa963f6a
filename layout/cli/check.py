"""`layout check`: every finding, no file."""

from layout.cli.options import parser, pick, refused, tell
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
        except SpecError as error:
            status = max(status, refused(error, spec, options, words))
        else:
            status = max(status, tell(done.diagnostics, done.loaded.sources, options, words))
    return status
