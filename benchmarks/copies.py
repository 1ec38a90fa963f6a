"""Pages like the showcase with other text: its sentences and paragraphs in another order on every page.

The characters stay the same and their order does not, so every page has lines, breaks and shapes of its own.
A headline, a dateline and a crosshead stay where they are; so do the pictures.
"""

from hashlib import sha256
from pathlib import Path
from shutil import copytree

FENCE = "---\n"


def make_pages(showcase: Path, folder: Path, count: int) -> tuple[Path, ...]:
    """Write `count` pages into `folder`: the showcase as it is, then its variants. Their specs, in order."""
    copytree(showcase.parent / "pictures", folder / "pictures")
    spec = showcase.read_text("utf-8")
    made = []
    for number in range(count):
        stories = folder / f"stories-{number:02}"
        stories.mkdir()
        for story in sorted((showcase.parent / "stories").glob("*.md")):
            text = story.read_text("utf-8")
            (stories / story.name).write_text(varied(text, number) if number else text, "utf-8")
        page = folder / f"{number:02}.page.yaml"
        page.write_text(spec.replace("stories/", f"{stories.name}/"), "utf-8")
        made.append(page)
    return tuple(made)


def varied(story: str, number: int) -> str:
    """A story with the sentences of each paragraph, and the paragraphs between two crossheads, in the order
    that belongs to `number`."""
    _, front, body = story.split(FENCE, 2) if story.startswith(FENCE) else ("", "", story)
    parts: list[list[str]] = [[]]
    for paragraph in filter(None, body.split("\n\n")):
        if paragraph.lstrip().startswith("#"):
            parts += [[paragraph.strip()], []]
        else:
            parts[-1].append(_shuffled_sentences(paragraph.strip(), number))
    first = parts[0][:1]  # it has the dateline
    parts[0] = first + _shuffled(parts[0][1:], number)
    parts[1:] = [_shuffled(part, number) for part in parts[1:]]
    return FENCE + front + FENCE + "\n\n".join(paragraph for part in parts for paragraph in part) + "\n"


def _shuffled(pieces: list[str], number: int) -> list[str]:
    return sorted(pieces, key=lambda piece: sha256(f"{number} {piece}".encode()).digest())


def _shuffled_sentences(paragraph: str, number: int) -> str:
    dateline = paragraph.find("）") + 1 if paragraph.startswith("本报讯（") else 0
    return paragraph[:dateline] + "".join(_shuffled(_sentences(paragraph[dateline:]), number))


def _sentences(text: str) -> list[str]:
    """Sentences with their stops; what is in quotation marks, brackets or asterisks is not divided."""
    found, start, depth, strong = [], 0, 0, False
    for at, char in enumerate(text):
        depth += (char in "“（《") - (char in "”）》")
        strong ^= text.startswith("**", at) and not text.startswith("**", at - 1)
        ends = char in "。！？" or (char == "”" and text[at - 1] in "。！？")
        if ends and depth == 0 and not strong and text[at + 1 : at + 2] != "”":
            found.append(text[start : at + 1])
            start = at + 1
    return [*found, text[start:]] if text[start:] else found
