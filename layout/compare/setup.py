"""git and page PDFs: a text of a PDF that git can diff, and the settings that make git ask for it."""

from pathlib import Path

from layout.compare.git import git, top_of
from layout.compare.types import CantCompare

ATTRIBUTES = ("*.pdf diff=layout", "*.scene.json diff=layout-scene")
SETTINGS = (
    ("diff.layout.textconv", "layout diff --text"),
    ("diff.layout.cachetextconv", "true"),
    ("diff.layout-scene.xfuncname", '"story":"[^"]*"'),
    ("difftool.layout.cmd", 'layout diff "$LOCAL" "$REMOTE"'),
    ("difftool.layout.trustExitCode", "false"),
)


def pdf_text(path: str) -> str:
    """The text of a PDF, a line a line of type, pages and texts set off. CantCompare where there is none."""
    from layout.compare.foreign import open_pdf, read_pdf
    from layout.compare.texts import lines_of

    try:
        data = Path(path).read_bytes()
    except OSError:
        raise CantCompare("D904", file=path) from None
    document = open_pdf(data, path)
    rows = []
    for index in range(len(document)):
        rows.append(f"== {index + 1} ==")
        for text in read_pdf(document, index, path, str(index + 1)).texts:
            rows += (text.text[start:end].strip() for start, end in lines_of(text))
            rows.append("")
    document.close()
    return "\n".join(rows) + "\n"


def set_up(folder: str, lang: str) -> str:
    """Write the attributes into the repository's `.gitattributes`, where they are missing, and the settings into
    its own config; what was done, in words. CantCompare outside a repository."""
    top = top_of(folder)
    file = Path(top) / ".gitattributes"
    known = file.read_text("utf-8") if file.exists() else ""
    new = [line for line in ATTRIBUTES if line not in known.splitlines()]
    if new:
        start = known if not known or known.endswith("\n") else known + "\n"
        file.write_text(start + "\n".join(new) + "\n", "utf-8")
    for key, value in SETTINGS:
        git(["config", "--local", key, value], top)
    wrote = ", ".join(new) or "—"
    if lang == "zh":
        did, means = f"{file}：加了 {wrote}", "git diff 会比 PDF 的文字；git difftool -t layout 按原因比版面"
        return f"{did}\n.git/config：{means}"
    means = "git diff shows PDFs as text; git difftool -t layout compares pages by cause"
    return f"{file}: added {wrote}\n.git/config: {means}"
