"""The thresholds of all rules, in one table. A theme sets the press's (`print: ink, resolution`) and how grave each
finding is (`check:`); the others are the trade's for coldset printing on newsprint."""

from msgspec import Struct

from layout.press import PLAIN, Print, Resolution
from layout.units import PT, Emu


class Limits(Struct, frozen=True):
    """`ink`: all inks together, in thousandths of one; `spot`: mm² of a picture that may be over it. Type of more
    than one ink is not smaller than `coloured`, reversed type not than `reversed`, no type at all than `smallest`;
    no line is thinner than `hairline`. `asked` is what the page's theme wants, None for a file that is no page of
    ours."""

    ink: int = PLAIN.ink
    spot: int = 15
    resolution: Resolution = Resolution()
    coloured: Emu = 10 * PT
    reversed: Emu = 8 * PT
    hairline: Emu = PT // 4
    smallest: Emu = 8 * PT
    asked: Print | None = None

    @property
    def for_press(self) -> bool:
        """Whether the file is to go to a press. A page whose theme asks for a plain PDF is not."""
        return self.asked is None or bool(self.asked.standards)


def limits_of(press: Print) -> Limits:
    """The limits of a page by what its theme says of the press."""
    return Limits(ink=press.ink, resolution=press.resolution, asked=press)
