"""What is remembered while one page is composed, so that trying another height, or another step of a fit ladder,
costs only counting. A memo changes no result: whatever is in it would be made again the same."""

from layout.diag import Outcome
from layout.font.library import FontLibrary
from layout.paragraph.break_ import break_
from layout.paragraph.types import Line, Measures
from layout.text.shape import shape
from layout.text.types import ShapedParagraph, Span
from layout.units import Emu

Lines = Outcome[tuple[Line, ...]]


class Memo:
    """Shaped paragraphs by their spans, and their lines by measures."""

    def __init__(self) -> None:
        self._shaped: dict[tuple[Span, ...], ShapedParagraph] = {}
        self._lines: dict[tuple[int, Measures, Emu, bool], Lines] = {}
        self._kept: list[ShapedParagraph] = []

    def shape(self, spans: tuple[Span, ...], library: FontLibrary) -> ShapedParagraph:
        """The spans shaped."""
        if spans not in self._shaped:
            self._shaped[spans] = shape(spans, library)
        return self._shaped[spans]

    def lines(self, shaped: ShapedParagraph, measures: Measures, indent: Emu, tight: bool) -> Lines:
        """The paragraph's lines; `tight`: as few as squeezed marks allow, where that saves one."""
        key = (id(shaped), measures, indent, tight)
        done = self._lines.get(key)
        if done is None:
            done = break_(shaped, measures, indent)
            if tight:
                closer = break_(shaped, measures, indent, fewest=True)
                done = closer if len(closer.value) < len(done.value) else done
            self._lines[key] = done
            self._kept.append(shaped)  # so that its id stays its own
        return done
