"""What `layout init` writes, as data: folders of files, some shared by several templates."""

from pathlib import Path

FOLDER = Path(__file__).parent
TEMPLATES: dict[str, tuple[str, ...]] = {
    "broadsheet": ("common", "news", "broadsheet"),
    "tabloid": ("common", "news", "tabloid"),
    "school": ("common", "school"),
    "supplement": ("common", "supplement"),
}
DOTTED = ("gitignore", "github", "vscode", "pre-commit-config.yaml")  # kept without their dot, for packagers


def files(template: str) -> dict[str, Path]:
    """The files of a template: where each goes in the project, and where it is. KeyError if there is none."""
    found: dict[str, Path] = {}
    for part in TEMPLATES[template]:
        folder = FOLDER / part
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            first, *rest = file.relative_to(folder).parts
            name = f".{first}" if first in DOTTED else first
            found["/".join((name, *rest))] = file
    return found
