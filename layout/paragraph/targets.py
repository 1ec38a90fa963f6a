"""The measures of a paragraph's lines, asked by the number of the line."""

from itertools import repeat

from layout.paragraph.types import Measures
from layout.units import Emu


class Targets:
    """`of(line)` is the width that a line may fill, in Emu; from line `settled` on it is the same for all. `squeeze`
    says whether lines may be squeezed (justified ones)."""

    def __init__(self, measures: Measures, indent: Emu, squeeze: bool) -> None:
        rest = max(1, measures[-1][1])
        early = [width for count, width in measures[:-1] for width in repeat(max(1, width), count)]
        if indent:
            early = early or [rest]
            early[0] = max(1, early[0] - indent)
        while early and early[-1] == rest:
            early.pop()
        self.early, self.rest, self.squeeze = early, rest, squeeze
        self.settled = len(early)

    def of(self, line: int) -> Emu:
        """The width of a line, counted from 0."""
        return self.early[line] if line < self.settled else self.rest

    def after(self, lines: int) -> "Targets":
        """The targets of what follows the first `lines` lines."""
        out = Targets(((1, self.rest),), 0, self.squeeze)
        out.early = self.early[lines:]
        out.settled = len(out.early)
        return out

    @property
    def narrowest(self) -> Emu:
        """The least width of any line."""
        return min([self.rest, *self.early])

    @property
    def widest(self) -> Emu:
        """The greatest width of any line."""
        return max([self.rest, *self.early])
