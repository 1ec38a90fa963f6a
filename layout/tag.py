"""Where a thing on the page comes from."""

from msgspec import Struct


class Tag(Struct, frozen=True, omit_defaults=True):
    """Where an item comes from: which block and story, in which role, which paragraph of the copy and which
    characters of that paragraph, in which leg. `furniture` is what every page has round its grid and no reader
    reads. `ruby` is the first character of the base that a reading stands over, in the reading's tag and in its base's.
    `row` and `column` count a table's cells. Diff and tagging (the order and the parts of what is read aloud) go by
    it."""

    role: str = ""
    story: str = ""
    block: str = ""
    paragraph: int = -1
    start: int = -1
    end: int = -1
    leg: int = -1
    furniture: bool = False
    ruby: int = -1
    row: int = -1
    column: int = -1
