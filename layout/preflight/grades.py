"""How grave the findings are, as the house sees it: a theme's `check:`."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from msgspec.structs import replace

from layout.diag import Diagnostic, Severity

Grade: TypeAlias = Severity | Literal["off"]


def graded(found: Iterable[Diagnostic], grades: Mapping[str, Grade]) -> tuple[Diagnostic, ...]:
    """The findings with the severities that `grades` gives their codes; `off` drops one (page spec, section 5)."""
    if not grades:
        return tuple(found)
    known = ((one, grades.get(one.code, one.severity)) for one in found)
    return tuple(one if one.severity == g else replace(one, severity=g) for one, g in known if g != "off")
