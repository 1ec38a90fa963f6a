"""Change pairs: a small project, and a copy of it after an editor's changes."""

import shutil
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

HERE = Path(__file__).parent


def picture(file: Path, width: int = 640, height: int = 400, motif: str = "lamp") -> None:
    """A drawing with a motif of its own, in grey."""
    image = Image.linear_gradient("L").resize((width, height))
    draw = ImageDraw.Draw(image)
    if motif == "lamp":
        draw.ellipse((width * 0.3, height * 0.2, width * 0.6, height * 0.7), fill=250)
    else:
        draw.rectangle((width * 0.1, height * 0.5, width * 0.9, height * 0.9), fill=10)
        draw.line((0, 0, width, height), fill=255, width=width // 20)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file)


def project(folder: Path) -> Path:
    """The small project in a new folder; its page."""
    shutil.copytree(HERE / "base", folder)
    picture(folder / "pictures" / "class.png")
    return folder / "03.page.yaml"


def changed(folder: Path, edits: list[dict[str, Any]]) -> None:
    """Do to a project what an editor did: replace words, write or drop files, draw pictures."""
    for edit in edits:
        if "picture" in edit:
            said = {k: v for k, v in edit.items() if k != "picture"}
            picture(folder / edit["picture"], **said)
            continue
        file = folder / edit.get("file", "03.page.yaml")
        if "write" in edit:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(edit["write"], "utf-8")
            continue
        text = file.read_text("utf-8")
        assert edit["find"] in text, f"{edit['find']!r} is not in {file.name}"
        file.write_text(text.replace(edit["find"], edit["put"], edit.get("times", 1)), "utf-8")


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file beside this one."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))["pairs"]
