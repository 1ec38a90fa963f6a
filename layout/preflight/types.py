"""What a rule says, and what a rule is."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

from layout.diag import Fact, Severity, Where
from layout.geometry import Rect
from layout.preflight.limits import Limits
from layout.tag import Tag


class Hit(Struct, frozen=True):
    """One place where a rule is broken. `page` counts from 1 and is 0 for the whole file; `severity` where it is
    not the rule's usual one; `face` names the face that is meant."""

    facts: Mapping[str, Fact] = {}
    area: Rect | None = None
    tag: Tag = Tag()
    page: int = 0
    severity: Severity | None = None
    face: str = ""


Places: TypeAlias = Callable[[Hit, int], Where]
"""From a hit and the page it is on (0: the whole file) to the place in the user's documents."""


class Rule(Struct, frozen=True):
    """A rule: its finding's code, how grave that is, and `check(what, limits)`, which yields the hits. `what` is a
    `Sheet`, a `Printed` or a `FileFacts`."""

    code: str
    severity: Severity
    check: Callable[[Any, Limits], Iterator[Hit]]
