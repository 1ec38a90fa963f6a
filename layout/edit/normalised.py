"""What normalisation changes in the stories of a page, and where: `layout check` lists it, `--fix` writes it back."""

from collections.abc import Iterator
from itertools import groupby

from layout.copy.heads import read_head
from layout.copy.markup import read_body
from layout.copy.types import Change
from layout.diag import Diagnostic, Where
from layout.spec.load import Loaded
from layout.spec.model import HeadText, StorySpec

TOLD = 20  # changes of a story that are listed one by one
_PARTS = ("kicker", "headline", "deck", "byline")


def listed(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """C007 for each change, C008 for those of a story beyond the first twenty. Spaces are not listed: how wide one is,
    is the layout's work, and one that may have stood for a mark has a finding of its own (C108)."""
    found: list[Diagnostic] = []
    marks = ((story, where, c) for story, where, c in changed(loaded) if c.before.strip())
    for story, group in groupby(marks, key=lambda one: one[0]):
        every = list(group)
        for _, where, change in every[:TOLD]:
            found.append(Diagnostic("C007", "info", where, {"before": change.before, "after": change.after}))
        if more := every[TOLD:]:
            found.append(Diagnostic("C008", "info", more[0][1], {"story": story, "count": len(more)}))
    return tuple(found)


def changed(loaded: Loaded) -> Iterator[tuple[str, Where, Change]]:
    """Each change with the story that it is in and where it stands in the copy."""
    for story in stories(loaded):
        path = (*story.path, "body")
        for change in read_body(story.body, document=story.document, path=path).value.changes:
            yield story.id, Where(story.document, path, change.at, len(change.before)), change
        for part, line, text in heads(story):
            head: HeadText | None = getattr(story, part)
            path = (*story.path, part, *((line,) if head and head.fixed else ()))
            for change in read_head(text, normalise=True, document=story.document, path=path).value.changes:
                yield story.id, Where(story.document, path, change.at, len(change.before)), change


def stories(loaded: Loaded) -> Iterator[StorySpec]:
    """The stories that are normalised: by their own word, the theme's and their block's."""
    raw = {ref for block in loaded.page.blocks.values() if not block.normalise for ref in block.refs}
    for story in loaded.page.stories.values():
        if story.normalise and loaded.theme.normalise and story.id not in raw:
            yield story


def heads(story: StorySpec) -> Iterator[tuple[str, int, str]]:
    """The lines of a story's head: whose they are, which one, the words."""
    for part in _PARTS:
        head: HeadText | None = getattr(story, part)
        for line, text in enumerate(head.lines if head else ()):
            yield part, line, text
