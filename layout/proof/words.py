"""What a proof says in words: how the stories fit, what was found."""

from collections.abc import Iterator, Sequence

from layout.font.library import FontLibrary
from layout.page.types import StoryFit
from layout.proof.numbers import INKS
from layout.proof.panel import Note
from layout.proof.type import GREY, style
from layout.report.fits import rows, told
from layout.report.said import Lang, Said
from layout.resolve.types import PagePlan
from layout.text.types import Span


def fits_told(plan: PagePlan, fits: Sequence[StoryFit], library: FontLibrary, lang: Lang) -> Iterator[Note]:
    """The page's name, then a line for each story."""
    zh = lang == "zh"
    yield Note((Span(f"{'校样' if zh else 'Proof'}  {plan.title}", style(13, library)),))
    for row in rows("", fits):
        yield Note((Span(told({**row, "paragraphs": ()}, zh=zh), style(8.5, library)),), before=0.3)


def found_told(said: Sequence[Said], library: FontLibrary, lang: Lang) -> Iterator[Note]:
    """The findings, numbered as on the page: what, where, what to do."""
    zh = lang == "zh"
    if said:
        yield Note((Span("问题" if zh else "Findings", style(11, library)),), before=1.2)
    for number, one in enumerate(said, 1):
        p, ink = one.position, INKS[one.found.severity]
        colon = "：" if zh else ": "
        spans = [
            Span(f"{number}  {one.found.code}{colon}", style(8.5, library, ink)),
            Span(one.message, style(8.5, library)),
        ]
        yield Note(tuple(spans), before=0.5)
        place = f"{p.file}:{p.line}:{p.column}" if p else ""
        more = "  ".join(filter(None, (place, one.hint)))
        if more:
            yield Note((Span(more.replace("\n", " "), style(7.5, library, GREY)),))
