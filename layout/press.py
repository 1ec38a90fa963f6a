"""How a page goes to the press: what its file claims to be, for which ink on which paper, with which marks."""

from typing import Literal, TypeAlias

from msgspec import Struct

Standard: TypeAlias = Literal["pdf/x-4", "pdf/x-1a", "pdf/a-2b", "pdf/a-2a", "pdf/ua-1"]
Mark: TypeAlias = Literal["crop", "bleed", "registration", "bar", "slug"]

STANDARDS: tuple[Standard, ...] = ("pdf/x-4", "pdf/x-1a", "pdf/a-2b", "pdf/a-2a", "pdf/ua-1")
MARKS: tuple[Mark, ...] = ("crop", "bleed", "registration", "bar", "slug")


class Intent(Struct, frozen=True, omit_defaults=True):
    """The printing condition. `profile` is the path of an ICC profile as the world knows it, "" for the
    package's newsprint; `identifier` is its name among printers, `registry` the address of the list that has
    this name ("" where it is not registered), `info` words for people."""

    profile: str = ""
    identifier: str = "CGATS TR 002"
    registry: str = ""
    info: str = "Coldset newsprint, characterised by ANSI CGATS/SNAP TR 002-2007, ink limit 240 %"


class Resolution(Struct, frozen=True, omit_defaults=True):
    """Pixels an inch of a picture as printed: an error under `least`, a warning under `good`; above `most`
    a picture is brought down to `target`."""

    least: int = 150
    good: int = 200
    most: int = 450
    target: int = 250


class Print(Struct, frozen=True, omit_defaults=True):
    """What the file is to be. No `standards`: a plain PDF, which claims nothing and keeps RGB pictures. `ink`
    is the limit of all inks together in thousandths of one."""

    standards: tuple[Standard, ...] = ()
    intent: Intent = Intent()
    ink: int = 2400
    marks: tuple[Mark, ...] = ()
    resolution: Resolution = Resolution()

    @property
    def exchange(self) -> bool:
        """Whether the file claims PDF/X."""
        return "pdf/x-4" in self.standards or "pdf/x-1a" in self.standards

    @property
    def archive(self) -> bool:
        """Whether the file claims PDF/A."""
        return "pdf/a-2b" in self.standards or "pdf/a-2a" in self.standards

    @property
    def accessible(self) -> bool:
        """Whether the file claims PDF/UA."""
        return "pdf/ua-1" in self.standards


PLAIN = Print()


def misfit(standards: tuple[Standard, ...]) -> tuple[Standard, Standard] | None:
    """Two of `standards` that no file keeps both; None if all go together.

    PDF/X-1a is PDF 1.4 (ISO 15930-4) and stands alone; PDF/A-2a includes A-2b, so that naming both only
    makes unclear which is meant.
    """
    if "pdf/x-1a" in standards and len(standards) > 1:
        return "pdf/x-1a", next(s for s in standards if s != "pdf/x-1a")
    if "pdf/a-2a" in standards and "pdf/a-2b" in standards:
        return "pdf/a-2a", "pdf/a-2b"
    return None
