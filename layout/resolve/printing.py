"""How the page goes to the press: the theme's `print` made definite, its profile looked at."""

from collections.abc import Sequence
from pathlib import PurePath

from layout.diag import Diagnostic, Outcome, Where
from layout.press import Intent, Print, Resolution, Standard, misfit
from layout.spec.model import IntentSpec, PrintSpec, ThemeSpec
from layout.world import World

PER_MILLE = 1000
V4 = 4  # the first version of ICC profiles that PDF 1.4, and so PDF/X-1a, does not know


def read_print(theme: ThemeSpec, world: World, standards: Sequence[Standard] | None = None) -> Outcome[Print]:
    """What the file is to be; `standards` are asked for in place of the theme's.

    Where the standards contradict each other or the profile can't be used, the file claims nothing, and a
    finding says why.
    """
    spec = theme.print
    wanted = tuple(spec.standards if standards is None else standards)
    fault = _fault(wanted, spec, theme, world) if wanted else None
    press = Print(
        standards=() if fault else wanted,
        intent=_intent(spec.intent),
        ink=round(spec.ink * PER_MILLE),
        marks=spec.marks,
        resolution=Resolution(**{name: value for name, value in _said(spec).items() if value is not None}),
    )
    return Outcome(press, (fault,) if fault else ())


def _said(spec: PrintSpec) -> dict[str, int | None]:
    by = spec.resolution
    return {"least": by.least, "good": by.good, "most": by.most, "target": by.target}


def _intent(spec: IntentSpec) -> Intent:
    """A profile without a name is known by its file's."""
    if not spec.profile:
        return Intent()
    return Intent(spec.profile, spec.identifier or PurePath(spec.profile).stem, spec.registry, spec.info)


def _fault(
    standards: tuple[Standard, ...], spec: PrintSpec, theme: ThemeSpec, world: World
) -> Diagnostic | None:
    """Why `standards` can't be kept with what the theme says."""
    both = misfit(standards)
    if both:
        where = Where(theme.document, ("print", "standard"))
        return Diagnostic("P001", "error", where, {"one": both[0], "other": both[1]})
    if not spec.intent.profile:
        return None
    from layout.colour import press_profile
    from layout.picture import ProfileError

    where = Where(theme.document, ("print", "intent", "profile"))
    facts: dict[str, str | int | float] = {"file": spec.intent.written, "standard": " ".join(standards)}
    try:
        version = press_profile(world.read_bytes(spec.intent.profile))
    except OSError:
        return Diagnostic("P002", "error", where, facts)
    except ProfileError as fault:
        code = {"broken": "P002", "class": "P003", "space": "P004"}[fault.reason]
        return Diagnostic(code, "error", where, facts | {"space": fault.space})
    if version >= V4 and "pdf/x-1a" in standards:
        return Diagnostic("P005", "error", where, facts | {"version": version})
    return None
