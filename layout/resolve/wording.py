"""Short pieces of copy that are no story: captions, credits, banners, free text."""

from layout.copy.clean import clean
from layout.copy.normalise import normalise
from layout.diag import Outcome, Where


def read_words(value: str, where: Where, *, wanted: bool, label: bool = False) -> Outcome[str]:
    """`value` without characters that can't be set, and normalised if that is `wanted`. `label`: spaces
    between Chinese words are meant and stay."""
    text, _, found = clean(value, where.document, where.path)
    return Outcome(normalise(text, label=label).text if wanted else text, found)


def read_lines(values: tuple[str, ...], where: Where, *, wanted: bool) -> Outcome[tuple[str, ...]]:
    """Several of them, the values of a list."""
    done = [read_words(value, where, wanted=wanted) for value in values]
    return Outcome(tuple(d.value for d in done), tuple(finding for d in done for finding in d.diagnostics))
